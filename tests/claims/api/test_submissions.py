"""What programs hand in is kept at once and taken in by a job, as suggestions, in the name of who handed it in."""

from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.models import Article, Publisher
from claims.actions.submitting import give_up, take_in
from claims.links import Page, RefusedError
from claims.models import Claim, Submission
from tests import factories
from tests.claims.api import test_desk
from tests.claims.api.test_errors import problem
from tests.claims.api.test_keys import bearer

pytestmark = pytest.mark.django_db
TEXT = "Assembly votes\n\nThe General Assembly adopted the resolution with 93 votes in favour on Monday.\n"
HTML = (
    "<html lang='en'><head><title>Assembly votes</title></head><body><article><h1>Assembly votes</h1>"
    "<p>The General Assembly adopted the resolution with 93 votes in favour on Monday, the president said.</p>"
    "<p>Eight states voted against it and 73 abstained, among them several members of the council.</p>"
    "</article></body></html>"
)
WORDS = "with 93 votes in favour"


class Feed(test_desk.Program):
    """A program that hands things in."""

    def __init__(self, *roles: str, **account: Any) -> None:
        account = {"is_service": True, "is_staff": False, **account}
        super().__init__(*(roles or ("Service",)), scopes=("submit",), **account)

    def hand_in(self, kind: str, body: Any, *, expect: int = 202, **headers: str) -> Any:
        return self.send(f"{kind}", body, expect=expect, **headers)

    def ask(self, pk: Any, expect: int = 200) -> Any:
        return self.get(f"{pk}", expect)


@pytest.fixture(autouse=True)
def _addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_desk, "V1", "/api/v1/submissions")


@pytest.fixture
def paper() -> Publisher:
    made: Publisher = factories.PublisherFactory.create(name="The Daily Paper")
    return made


def work(fetch: Any = None) -> Submission:
    """Do the job that waits."""
    submission = Submission.objects.select_related("user").get()
    assert ProcrastinateJob.objects.filter(args={"submission_id": str(submission.pk)}).exists()
    take_in(submission=submission, **({"fetch": fetch} if fetch else {}))
    return submission


def test_a_text_is_kept_and_then_taken_in(paper: Publisher) -> None:
    feed = Feed()
    body = {"text": TEXT, "publisher": paper.name, "url": "https://paper.example.org/1", "published_on": "2025-02-25"}
    answer = feed.hand_in("articles", body)
    made = answer.json()
    assert (made["status"], made["kind"]) == ("waiting", "article")
    assert answer["Location"].endswith(f"/api/v1/submissions/{made['id']}/")
    assert not Article.objects.exists()
    work()
    told = feed.ask(made["id"]).json()
    article = Article.objects.get(pk=told["article"])
    assert told["status"] == "done"
    assert (article.url, article.publisher, article.is_public) == (body["url"], paper, False)
    assert Claim.objects.exists()
    assert not Claim.objects.public().exists(), "what the machine reads is suggested"
    assert Submission.objects.get().given == {}
    line: Any = Article.pgh_event_model.objects.earliest("pgh_id")  # type: ignore[attr-defined]  # pghistory adds it
    assert line.pgh_context["user"] == feed.user.pk


def test_a_page_may_be_the_body(paper: Publisher) -> None:
    feed = Feed()
    answer = feed.client.post(
        "/api/v1/submissions/articles/?url=https://paper.example.org/2&publisher=The+Daily+Paper",
        HTML, content_type="text/html; charset=utf-8", headers=bearer(feed.key),
    )  # fmt: skip
    assert answer.status_code == 202, answer.content
    work()
    assert Article.objects.get().url == "https://paper.example.org/2"


def test_an_address_is_fetched(paper: Publisher) -> None:
    Feed().hand_in("articles", {"url": "https://paper.example.org/3", "publisher": paper.name})
    asked = []

    def fetch(url: str, *, largest: int) -> Page:
        asked.append(url)
        return Page("https://www.paper.example.org/3", HTML.encode(), "text/html; charset=utf-8")

    assert work(fetch).status == "done"
    assert asked == ["https://paper.example.org/3"]
    assert "93 votes" in Article.objects.get().versions.get().text


@pytest.mark.parametrize("kind", ["text", "html"])
def test_what_is_sent_does_not_change_an_article_that_is_there(paper: Publisher, kind: str) -> None:
    """A key could put its own words into a text that readers see, under the outlet's name."""
    version = factories.VersionFactory.create(article__is_public=True)
    body = {
        "url": version.article.url,
        "publisher": paper.name,
        "title": "Forged",
        kind: HTML if kind == "html" else TEXT,
    }
    Feed("Reporter").hand_in("articles", body)
    refused = work()
    assert (refused.status, refused.article) == ("failed", None)
    assert "an editor's to change" in refused.problem
    article = Article.objects.get()
    assert (article.title, article.versions.get()) == (version.article.title, version)
    Submission.objects.all().delete()
    Feed("Editor", is_service=False, is_staff=True).hand_in("articles", body)
    assert work().status == "done"
    assert Article.objects.get().title == "Forged"


def test_the_address_itself_says_what_it_says_now(paper: Publisher) -> None:
    version = factories.VersionFactory.create(article__is_public=True)
    Feed().hand_in("articles", {"url": version.article.url, "publisher": "The New Paper", "title": "Forged"})
    assert work(lambda url, **_: Page(url, HTML.encode(), "text/html")).status == "done"
    article = Article.objects.get()
    assert (article.title, article.publisher) == ("Assembly votes", version.article.publisher)
    assert article.versions.count() == 2


@pytest.mark.parametrize(
    ("fetched", "why"),
    [
        (RefusedError("The address is not on the public web"), "not on the public web"),
        (Page("https://a.example.org/", b"%PDF", "application/pdf"), "no web page"),
        (Page("https://a.example.org/", b"<html></html>", "text/html"), "No article text"),
    ],
)
def test_what_cannot_be_had_says_why(paper: Publisher, fetched: Any, why: str) -> None:
    feed = Feed()
    made = feed.hand_in("articles", {"url": "https://a.example.org/", "publisher": paper.name}).json()

    def fetch(url: str, *, largest: int) -> Page:
        if isinstance(fetched, Page):
            return fetched
        raise fetched

    work(fetch)
    told = feed.ask(made["id"]).json()
    assert told["status"] == "failed"
    assert why in told["problem"]
    assert not Article.objects.exists()


def test_new_publishers_are_an_editors_to_add() -> None:
    Feed().hand_in("articles", {"text": TEXT, "publisher": "The New Paper"})
    assert "an editor has to add it first" in work().problem
    Submission.objects.all().delete()
    Feed("Editor").hand_in("articles", {"text": TEXT, "publisher": "The New Paper"})
    assert work().status == "done"


def test_a_job_that_comes_twice_does_no_harm(paper: Publisher) -> None:
    Feed().hand_in("articles", {"text": TEXT, "publisher": paper.name})
    first = work()
    take_in(submission=first)
    assert Article.objects.count() == 1


def test_what_failed_whenever_it_was_tried_waits_no_more(paper: Publisher) -> None:
    feed = Feed()
    lost, other = (feed.hand_in("articles", {"text": TEXT, "publisher": paper.name}).json()["id"] for _ in range(2))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE args->>'submission_id' = %s", [lost])
    assert give_up() == 1
    told = feed.ask(lost).json()
    assert (told["status"], "on our side" in told["problem"]) == ("failed", True)
    assert feed.ask(other).json()["status"] == "waiting"
    assert give_up() == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"text": TEXT, "html": HTML}, 422),
        ({"url": "ftp://paper.example.org/"}, 422),
        ({"url": "nonsense"}, 400),
        ({"text": TEXT, "colour": "red"}, 400),
        ({"text": TEXT, "published_on": "yesterday"}, 400),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(body: Any, status: int) -> None:
    problem(Feed().hand_in("articles", body, expect=status), status)
    assert not Submission.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name="claims.tasks.take_in").exists()


def test_a_claim_is_suggested() -> None:
    version = factories.VersionFactory.create()
    feed = Feed("Reporter")
    body = {"article": version.article_id, "quote": WORDS, "text": "93 states voted for it", "speaker": "The president"}
    made = feed.hand_in("claims", body).json()
    work()
    told = feed.ask(made["id"]).json()
    assert told["status"] == "done", told
    claim = Claim.objects.get(pk=told["claim"])
    assert (claim.text, claim.status) == ("93 states voted for it", "suggested")
    assert claim.appearances.get().quote == WORDS


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"quote": "nobody said this"}, "#/quote"),
        ({"quote": "e"}, "#/quote"),
        ({"start": 1}, "#/start"),
        ({"article": 10**9}, "#/article"),
    ],
)  # fmt: skip
def test_words_that_are_not_there_are_refused(change: dict[str, Any], pointer: str) -> None:
    body = {"article": factories.VersionFactory.create().article_id, "quote": WORDS, "text": "So many votes"}
    refused = problem(Feed("Reporter").hand_in("claims", body | change, expect=422), 422)
    assert refused["errors"][0]["pointer"] == pointer


def test_a_role_that_may_not_suggest_claims_hands_in_none() -> None:
    body = {"article": factories.VersionFactory.create().article_id, "quote": WORDS, "text": "So many votes"}
    problem(Feed("Service").hand_in("claims", body, expect=403), 403)


def test_evidence_goes_on_record() -> None:
    body = {
        "kind": "primary", "title": "Voting record", "source_url": "https://record.example.org/1",
        "archive_exception": "Printed", "retrieved_at": "2026-11-20T10:00:00Z",
    }  # fmt: skip
    answer = Feed("Reporter").hand_in("evidence", body, expect=201)
    assert answer.json()["title"] == "Voting record"
    assert "Location" not in answer, "a key that hands in reads nothing of the desk"
    assert "/desk/" not in answer.content.decode()


def test_a_submission_is_its_owners_alone(paper: Publisher) -> None:
    made = Feed().hand_in("articles", {"text": TEXT, "publisher": paper.name}).json()
    problem(Feed().ask(made["id"], expect=404), 404)
