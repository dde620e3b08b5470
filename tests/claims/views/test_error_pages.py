"""What readers see where there is nothing to see: each with the right status and a way on."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone, translation

from articles.models import Article
from claims.models import Claim, Contradiction, User, Verdict
from tests.claims.views.world import checked_claim, correct, read
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    CorrectionFactory,
    UserFactory,
    VersionFactory,
)

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


# --- what was public and is not any more ---------------------------------------------------------------------------
def test_a_claim_that_was_public_is_gone_and_says_so(client: Client) -> None:
    claim = ClaimFactory.create(text="The dam held")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="Internal words")
    answer = client.get(claim.get_absolute_url())
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 410
    assert answer["Cache-Control"] == "no-cache"
    assert "We have taken this claim off the public record." in page
    assert f'<time datetime="{timezone.now():%Y-%m-%d}' in page
    assert "Internal words" not in page
    assert "The dam held" not in page


def test_its_corrections_stay_and_are_the_reason(client: Client) -> None:
    claim = checked_claim()
    new = correct(claim.verdicts.get(), reason="We had miscounted.")
    CorrectionFactory.create(verdict=new)
    Verdict.objects.filter(pk=new.pk).update(status="withdrawn")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="a duplicate")
    assert "We had miscounted." in read(client, claim.get_absolute_url(), status=410)


def test_a_claim_that_never_was_public_is_just_not_there(client: Client) -> None:
    claim = ClaimFactory.create(status="suggested")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="An opinion")
    read(client, claim.get_absolute_url(), status=404)


def test_a_claim_that_is_public_again_is_there_again(client: Client) -> None:
    claim = ClaimFactory.create()
    for status in ("rejected", "accepted"):
        Claim.objects.filter(pk=claim.pk).update(status=status, status_reason="x")
    read(client, claim.get_absolute_url())


@pytest.fixture
def editor() -> User:
    person: User = UserFactory.create(groups=["Editor"])
    return person


def dismiss(contradiction: Contradiction, editor: User) -> None:
    Contradiction.objects.filter(pk=contradiction.pk).update(
        status="dismissed",
        resolution="not_comparable",
        resolution_note="One counts houses, the other flats.",
        resolved_by=editor,
        resolved_at=timezone.now(),
    )


def test_a_dismissed_contradiction_says_why(client: Client, editor: User) -> None:
    opened = ContradictionFactory.create()
    dismiss(opened, editor)
    page = read(client, opened.get_absolute_url(), status=410)
    assert "We looked into this question and dismissed it" in page
    assert "The statements cannot be set against each other. One counts houses, the other flats." in page
    assert opened.question not in page


def test_a_suggestion_that_was_dismissed_is_nobodys_business(client: Client, editor: User) -> None:
    suggested = ContradictionFactory.create(status="suggested")
    dismiss(suggested, editor)
    read(client, suggested.get_absolute_url(), status=404)


def test_an_article_that_is_not_shown_any_more(client: Client) -> None:
    article = VersionFactory.create().article
    Article.objects.filter(pk=article.pk).update(is_public=False)
    for url in (article.get_absolute_url(), f"{article.get_absolute_url()}versions/"):
        page = read(client, url, status=410)
        assert "We no longer show the text of this article." in page
        assert article.title not in page
    never = VersionFactory.create(article=ArticleFactory.create(is_public=False)).article
    read(client, never.get_absolute_url(), status=404)


@pytest.mark.parametrize("url", ["/claims/999999-x/", "/contradictions/999999-x/", "/articles/999999-x/"])
def test_a_number_that_nothing_has(client: Client, url: str) -> None:
    read(client, url, status=404)


def test_a_page_that_is_gone_asks_little_of_the_database(client: Client, django_assert_max_num_queries: Any) -> None:
    claim = ClaimFactory.create()
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="x")
    with django_assert_max_num_queries(6):
        read(client, claim.get_absolute_url(), status=410)
