"""Keys at the desk: the form shows a new one this once, the list what became of each."""

import re

import pytest
from django.urls import reverse
from lxml import html

from claims.actions.keys import key_of
from claims.models import ApiKey
from tests.claims.admin.conftest import DeskClient, person
from tests.factories import ApiKeyFactory, UserFactory

pytestmark = pytest.mark.django_db
ADD = reverse("admin:claims_apikey_add")


def test_a_new_key_is_shown_this_once(sit: DeskClient) -> None:
    client = sit("Editor")
    form = {"owner": person(client).pk, "name": "Feeds", "scopes": ["read", "submit"], "days": "90"}
    answer = client.post(ADD, form)
    found = re.search(r"cck_[0-9a-f]{12}_[\w-]{43}", answer.text)
    assert found
    key = key_of(found[0])
    assert key
    assert (key.user, key.scopes, (key.expires_at - key.created_at).days) == (person(client), ["read", "submit"], 89)
    assert "no-store" in answer["Cache-Control"]
    for page in (reverse("admin:claims_apikey_change", args=[key.pk]), reverse("admin:claims_apikey_changelist")):
        assert found[0] not in client.get(page).text


def test_only_accounts_that_one_may_speak_for_are_offered(sit: DeskClient) -> None:
    mine = UserFactory.create(is_service=True, is_staff=False, groups=["Service"])
    colleague = UserFactory.create(groups=["Reporter"])
    client = sit("Chief")
    page = html.fromstring(client.get(ADD).text)
    offered = [option.get("value") for option in page.iterfind(".//select[@name='owner']/option")]
    assert str(mine.pk) in offered
    assert str(colleague.pk) not in offered
    client.post(ADD, {"owner": colleague.pk, "name": "Feeds", "scopes": ["desk"], "days": "90"})
    assert not ApiKey.objects.exists()


def test_a_form_that_says_too_little_makes_none(sit: DeskClient) -> None:
    client = sit("Editor")
    assert "This field is required" in client.post(ADD, {"owner": person(client).pk, "days": "90"}).text
    assert not ApiKey.objects.exists()


def test_revoking(sit: DeskClient) -> None:
    client = sit("Editor")
    mine, other = ApiKeyFactory.create(user=person(client)), ApiKeyFactory.create()
    for key in (mine, other):
        client.post(reverse("admin:claims_apikey_revoke", args=[key.pk]))
    assert list(ApiKey.objects.good()) == [other]
    page = client.get(reverse("admin:claims_apikey_change", args=[mine.pk])).text
    assert "Revoked by" in page
    assert "Revoke for good" not in page
