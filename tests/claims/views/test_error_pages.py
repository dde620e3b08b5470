"""What readers see where there is nothing to see: each with the right status and a way on."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import override_settings
from django.utils import translation

from tests.claims.views.world import read

pytestmark = pytest.mark.django_db


def test_what_is_not_there_has_a_page_that_helps(client: Client) -> None:
    page = read(client, "/nowhere/", status=404)
    assert "There is no such page" in page
    assert '<form class="find-here" action="/claims/"' in page
    assert client.get("/nowhere/")["Cache-Control"] == "no-cache"


def test_its_languages_stay_on_this_site(client: Client) -> None:
    page = client.get("/", PATH_INFO="//evil.example/claims/").content.decode()
    assert "There is no such page" in page
    assert 'href="//evil' not in page


def test_a_failure_of_ours_has_a_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("claims.views.home.compare", lambda _: 1 / 0)
    page = read(client, "/", status=500)
    assert "Something broke on our side" in page
    assert "division" not in page


def test_the_page_of_a_failure_needs_nothing_that_may_have_failed(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0), translation.override("en-gb"):
        page = render_to_string("500.html")
    assert '<link rel="stylesheet" href="/static/claims/site.css">' in page
    assert "style=" not in page
    assert "<style" not in page


@override_settings(ALLOWED_HOSTS=["desk.example.org"])
def test_a_bad_request_of_another_kind_tells_nothing(client: Client) -> None:
    page = read(client, "/", status=400)
    assert "testserver" not in page
    assert "This address makes no sense to us" in page


def test_a_bad_request_of_ours_says_why(client: Client) -> None:
    page = read(client, "/claims/?colour=<b>red</b>", status=400)
    assert "This page has no parameter “colour”." in page
    assert "<b>red" not in page


def test_a_form_without_its_mark_is_refused_in_the_looks_of_the_site() -> None:
    careful = Client(enforce_csrf_checks=True)
    answer = careful.post("/accounts/login/", {"login": "ida", "password": "x"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "This form could not be accepted" in page
    assert "CSRF" not in page
    assert "no-store" in answer["Cache-Control"]
