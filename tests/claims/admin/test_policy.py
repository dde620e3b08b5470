"""The laxer policy that unfold needs is sent under the admin and nowhere else."""

import pytest
from django.test import Client

from tests.claims.admin.conftest import DeskClient


def directives(client: Client, url: str) -> dict[str, str]:
    policy = client.get(url)["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


@pytest.mark.parametrize(
    "url", ["/admin/login/", "/admin/", "/admin/claims/claim/", "/admin/claims/claim/0/change/", "/admin/nothing/"]
)
def test_admin(url: str, sit: DeskClient) -> None:
    policy = directives(sit("Editor"), url)
    assert policy["script-src"] == "'self' 'unsafe-eval'"
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert policy["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("url", ["/", "/claims/", "/healthz", "/administration/", "/nothing/"])
def test_public_pages(url: str, sit: DeskClient) -> None:
    policy = directives(sit("Editor"), url)
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
