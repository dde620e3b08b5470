"""The page of second eyes: words as readers see them, comments on passages, exceptions, the decision."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from claims.actions import comments, verdicts
from claims.admin.passages import Span, mark, readable, text_of
from claims.models import Comment, Correction, LinkCheck, User, Verdict, VerdictEvidence, Waiver
from claims.passages import Passage
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

Draft = Callable[[User], Verdict]
BODY = "## What is right\n\nIt lists **93 states** <b>by name</b> & more 👍.\n\n- [one](https://x.example.org/)"


def url(step: str, verdict: Verdict) -> str:
    return reverse(f"admin:claims_verdict_{step}", args=[verdict.pk])


@pytest.fixture
def desk_of_two(sit: DeskClient, draft: Draft) -> tuple[Client, Client, Verdict]:
    """The author, a second editor, and the verdict that waits for them."""
    author, second = sit("Editor"), sit("Editor")
    verdict = draft(person(author))
    Verdict.objects.filter(pk=verdict.pk).update(body=BODY)
    verdicts.submit(verdict=verdict, by=person(author))
    verdict.refresh_from_db()
    return author, second, verdict


def test_the_words_stand_there_as_readers_will_see_them(desk_of_two: tuple[Client, Client, Verdict]) -> None:
    _, second, verdict = desk_of_two
    page = second.get(url("read", verdict)).text
    assert "<h2>What is right</h2>" in page
    assert "<strong>93 states</strong> &lt;b&gt;by name&lt;/b&gt; &amp; more 👍" in page
    assert verdict.claim.text in page
    assert verdict.evidence.get().quote in page
    assert url("publish", verdict) in page
    assert url("schedule", verdict) in page


def test_a_comment_on_a_selection_is_marked_and_numbered(desk_of_two: tuple[Client, Client, Verdict]) -> None:
    author, second, verdict = desk_of_two
    start = readable(verdict)["body"].index("states <b>by")
    form = {"text": "Which list?", "quote": "states <b>by", "field": "body", "start": start}
    answer = second.post(url("comment", verdict), form)
    made = Comment.objects.get()
    assert answer["Location"].endswith(f"#comment-{made.pk}")
    assert (made.field, made.quote, made.start, made.author) == ("body", "states <b>by", start, person(second))
    page = author.get(url("read", verdict)).text
    first = '<strong>93 <mark class="cc-passage" data-remarks="1" id="passage-1">states</mark></strong>'
    assert first + '<mark class="cc-passage" data-remarks="1"> &lt;b&gt;by</mark> name' in page
    assert 'href="#passage-1"' in page
    assert "Which list?" in author.get(url("change", verdict)).text, "beside the draft too"


def test_a_comment_without_scripts_finds_the_pasted_words(desk_of_two: tuple[Client, Client, Verdict]) -> None:
    _, second, verdict = desk_of_two
    second.post(url("comment", verdict), {"text": "Say where.", "quote": " by  name", "field": "", "start": ""})
    assert Comment.objects.get().quote == "by name"
    for quote, sentence in (("nowhere", "do not stand here"), ("93", "stand here 3 times")):
        page = second.post(url("comment", verdict), {"text": "My long remark", "quote": quote})
        assert page.status_code == 422
        assert sentence in page.text
        assert "My long remark" in page.text, "what was typed is not lost"
    second.post(url("comment", verdict), {"text": "On the whole: good."})
    assert second.post(url("comment", verdict), {"text": " "}).status_code == 422
    assert Comment.objects.count() == 2


def test_the_author_mends_and_resolves(desk_of_two: tuple[Client, Client, Verdict]) -> None:
    author, second, verdict = desk_of_two
    said = comments.comment(item=verdict, by=person(second), text="Name them.", passage=Passage("headline", "93", 17))
    second.post(url("send_back", verdict), {"return-note": ""})
    Verdict.objects.filter(pk=verdict.pk).update(headline="The record does not")
    page = author.get(url("read", verdict)).text
    assert "These words no longer stand there." in page
    author.post(url("resolve", verdict), {"comment": said.pk})
    said.refresh_from_db()
    assert said.resolved_by == person(author)
    assert "1 resolved" in author.get(url("read", verdict)).text
    author.post(url("resolve", verdict), {"comment": said.pk})
    said.refresh_from_db()
    assert said.resolved_at is None
    for wrong in ("0", "x", ""):
        assert author.post(url("resolve", verdict), {"comment": wrong}).status_code == 404


def test_approved_for_an_hour_of_the_desks_own_clock(
    desk_of_two: tuple[Client, Client, Verdict], settings: Settings
) -> None:
    settings.DESK_TIME_ZONE = "America/New_York"
    _, second, verdict = desk_of_two
    assert verdict.submitted_at
    day = timezone.localdate() + timedelta(days=30)
    seen = {"seen": verdict.submitted_at.isoformat()}
    page = second.post(url("schedule", verdict), {"schedule-at": f"{day}T09:00", **seen}, follow=True).text
    verdict.refresh_from_db()
    at = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("America/New_York"))
    assert (verdict.status, verdict.publish_at) == ("scheduled", at.astimezone(UTC))
    assert "09:00 E" in page
    assert "Goes out" in page
    Verdict.objects.filter(pk=verdict.pk).update(publish_error="The record is gone.")
    assert "It could not go out:</strong> The record is gone." in second.get(url("change", verdict)).text
    front = second.get(reverse("admin:index")).text
    assert "Not published in time" in front
    assert "The record is gone." in front
    second.post(url("send_back", verdict), {"return-note": "Wait for the record."})
    verdict.refresh_from_db()
    assert verdict.status == "draft"


def test_an_hour_that_does_not_exist_is_refused(
    desk_of_two: tuple[Client, Client, Verdict], settings: Settings
) -> None:
    settings.DESK_TIME_ZONE = "Europe/Berlin"
    _, second, verdict = desk_of_two
    assert verdict.submitted_at
    form = {"schedule-at": "2099-03-29T02:30", "seen": verdict.submitted_at.isoformat()}
    assert "couldn’t be interpreted" in second.post(url("schedule", verdict), form, follow=True).text


def test_exceptions_are_made_and_taken_back_on_the_page(sit: DeskClient, draft: Draft) -> None:
    author, second = sit("Reporter"), sit("Editor")
    verdict = draft(person(author))
    Verdict.objects.filter(pk=verdict.pk).update(body="It took 12 minutes.")
    page = author.get(url("change", verdict)).text
    assert "“12 minutes” in the body is not in the evidence" in page
    form = {"check_name": "figures", "subject": "12 minutes", "reason": "We timed it."}
    assert "Only who writes it" in second.post(url("waive", verdict), form, follow=True).text
    assert "no such point" in author.post(url("waive", verdict), form | {"check_name": "x"}, follow=True).text
    author.post(url("waive", verdict), form)
    assert "We timed it." in second.get(url("read", verdict)).text
    assert "We timed it." in author.get(url("checklist", verdict)).text
    author.post(url("take_back_waiver", verdict), {"waiver": Waiver.objects.get().pk})
    assert not Waiver.objects.exists()
    assert author.post(url("take_back_waiver", verdict), {"waiver": "7"}).status_code == 404


def test_links_are_asked_for_by_a_job(desk_of_two: tuple[Client, Client, Verdict]) -> None:
    _, second, verdict = desk_of_two
    second.post(url("check_links", verdict))
    job = ProcrastinateJob.objects.get(task_name="claims.tasks.check_links_of", status="todo")
    assert job.args == {"verdict_id": verdict.pk}


def test_a_correction_shows_its_changes_before_it_is_handed_over(sit: DeskClient, draft: Draft) -> None:
    author = sit("Editor")
    old = factories.publish(draft(factories.UserFactory.create()))
    author.post(url("correct", old), {"correct-kind": "correction", "correct-reason": "Eight, not 93."})
    new = Verdict.objects.get(supersedes=old)
    assert "So far it says what was published." in author.get(url("change", new)).text
    Verdict.objects.filter(pk=new.pk).update(headline=old.headline.replace("93", "8"))
    for page in ("change", "read"):
        shown = author.get(url(page, new)).text
        assert "<del>93</del>" in shown
        assert "<ins>8</ins>" in shown


def test_withdrawn_and_taken_up_again_looked_at_and_confirmed(sit: DeskClient, draft: Draft) -> None:
    editor = sit("Editor")
    verdict = factories.publish(draft(factories.UserFactory.create()))
    editor.post(url("look_again", verdict), {"look-again-reason": "The record was amended."})
    verdict.refresh_from_db()
    assert (verdict.needs_review, verdict.review_cause) == ("The record was amended.", "editor")
    editor.post(url("confirm", verdict))
    editor.post(url("withdraw", verdict), {"withdraw-reason": "It was amended after all."})
    answer = editor.post(url("reopen", verdict), {"reopen-reason": "The amendment is explained."})
    new = Verdict.objects.get(supersedes=verdict)
    assert answer["Location"] == url("change", new)
    assert (new.status, new.change_kind, Correction.objects.count()) == ("draft", "reopening", 1)
    assert url("reopen", verdict) not in editor.get(url("change", verdict)).text


@pytest.mark.parametrize(("role", "status"), [("Reporter", 200), ("Auditor", 200), ("", 403)])
def test_who_sees_it(role: str, status: int, sit: DeskClient, desk_of_two: tuple[Client, Client, Verdict]) -> None:
    verdict = desk_of_two[2]
    client = sit(role)
    page = client.get(url("read", verdict))
    assert page.status_code == status
    if status == 200:
        assert url("publish", verdict) not in page.text
    for step in ("comment", "resolve", "waive", "take_back_waiver", "check_links"):
        assert client.get(url(step, verdict)).status_code in (405, 403)
    if role != "Reporter":
        client.post(url("comment", verdict), {"text": "Mine."})
        assert not Comment.objects.exists()


def test_the_pages_take_as_many_queries_for_many_rows(desk_of_two: tuple[Client, Client, Verdict]) -> None:
    _, second, verdict = desk_of_two

    def queries() -> list[int]:
        counts = []
        for page in ("read", "change", "checklist"):
            with CaptureQueriesContext(
                connection,
            ) as caught:
                assert second.get(url(page, verdict)).status_code == 200
            counts.append(len(caught))
        return counts

    comments.comment(item=verdict, by=verdict.author, text="One.")
    queries()
    before = queries()
    verdicts.send_back(verdict=verdict, by=verdict.author)
    for number in range(5):
        evidence = factories.EvidenceFactory.create(publisher=factories.PublisherFactory.create())
        VerdictEvidence.objects.create(verdict=verdict, evidence=evidence, order=number + 2)
        LinkCheck.objects.create(url=evidence.url, status=200, checked_at=timezone.now())
        someone = factories.UserFactory.create(groups=["Editor"])
        made = comments.comment(item=verdict, by=someone, text="On 93.", passage=Passage("headline", "93", 17))
        if number % 2:
            comments.resolve(comment=made, by=someone)
    verdicts.submit(verdict=verdict, by=verdict.author)
    assert queries() == before
    assert max(before) <= 40, before


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([], "<p>a <em>b c</em> d</p>"),
        ([Span(0, 1, 1)], "<p>[1#:a] <em>b c</em> d</p>"),
        ([Span(2, 3, 1), Span(2, 5, 2)], "<p>a <em>[1 2#:b][2: c]</em> d</p>"),
        ([Span(4, 7, 3)], "<p>a <em>b [3#:c]</em>[3: d]</p>"),
    ],
)
def test_marks_go_round_the_words_and_nothing_else(spans: list[Span], marked: str) -> None:
    markup = "<p>a <em>b c</em> d</p>"
    result = str(mark(markup, spans))
    assert text_of(result) == text_of(markup) == "a b c d"
    short = result
    for numbers in ("1", "2", "3", "1 2"):
        for name in ("1", "2", "3"):
            short = short.replace(
                f'<mark class="cc-passage" data-remarks="{numbers}" id="passage-{name}">', f"[{numbers}#:"
            )
        short = short.replace(f'<mark class="cc-passage" data-remarks="{numbers}">', f"[{numbers}:")
    assert short.replace("</mark>", "]") == marked
