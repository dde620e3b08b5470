from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pghistory
import pytest

from claims.actions.candidates import profiles_of
from claims.actions.copies import mark_copies
from claims.actions.linking import Board, Told
from claims.actions.review import attach_evidence
from claims.matching.types import Cluster
from claims.models import Claim, Contradiction, Event, EventIdentifier, PipelineRun
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, DAY, MISCOUNT, added, extracted, matched
from tests.factories import ClaimFactory, ContradictionFactory, EventFactory, EvidenceFactory, UserFactory

pytestmark = pytest.mark.django_db


def linked(text: str, publisher: str) -> Event:
    """The Event to which the counts of a text are linked."""
    version = added(text, publisher)
    extracted(version)
    matched(version)
    claim = Claim.objects.get(appearances__version=version, appearances__measurements__measure="votes_for")
    assert claim.event is not None
    return claim.event


def test_two_reports_of_one_vote_are_one_event() -> None:
    first, second = linked(ASSEMBLY, "One"), linked(MISCOUNT, "Two")
    assert first == second
    assert (first.kind, first.body, first.membership) == ("vote", "UN General Assembly", 193)
    assert first.sponsors == ["United States"]


def test_the_count_of_another_body_is_another_event() -> None:
    first, second = linked(ASSEMBLY, "One"), linked(COUNCIL, "Two")
    assert first != second
    assert (second.body, second.membership) == ("UN Security Council", 15)


@pytest.mark.parametrize(
    "texts", [(ASSEMBLY, MISCOUNT, COUNCIL), (COUNCIL, MISCOUNT, ASSEMBLY), (MISCOUNT, COUNCIL, ASSEMBLY)]
)
def test_the_order_of_arrival_does_not_matter(texts: tuple[str, ...]) -> None:
    events = {text: linked(text, f"Paper {number}").pk for number, text in enumerate(texts)}
    assert events[ASSEMBLY] == events[MISCOUNT] != events[COUNCIL]


def test_a_success_is_not_repeated() -> None:
    version = added(ASSEMBLY, "One")
    extracted(version)
    matched(version)
    events = Event.objects.count()
    matched(version)
    assert Event.objects.count() == events
    assert PipelineRun.objects.filter(station="match").count() == 1


def test_a_known_symbol_leads_to_its_event() -> None:
    event = EventFactory.create(title="Vote on the path to peace", is_confirmed=True)
    EventIdentifier.objects.create(event=event, value="A/RES/ES-11/8")
    text = "The General Assembly adopted A/RES/ES-11/8 with 93 votes in favor, 8 votes against and 73 abstentions."
    assert linked(text, "One") == event
    event.refresh_from_db()
    assert event.title == "Vote on the path to peace"


def test_a_copy_is_marked_and_an_own_report_is_not() -> None:
    long = " ".join(f"{ASSEMBLY} Delegate number {number} spoke about the resolution at length." for number in range(3))
    original, copy, own = added(long, "Agency"), added(f"{long} Reprinted.", "Paper"), added(MISCOUNT, "Own")
    extracted(original, copy, own)
    mark_copies(versions=[copy, own, original])
    for version in (original, copy, own):
        version.article.refresh_from_db()
    assert copy.article.copy_of == original.article
    assert own.article.copy_of is original.article.copy_of is None


@pytest.mark.parametrize("batches", [lambda *every: [[each] for each in every], lambda *every: [every]])
def test_the_later_one_is_the_copy_whichever_comes_first(batches: Callable[..., Any]) -> None:
    long = " ".join(f"{ASSEMBLY} Delegate number {number} spoke about the resolution at length." for number in range(3))
    reprint, second, agency = added(long, "Paper"), added(f"{long} Again.", "Second"), added(f"{long} End.", "Agency")
    agency.article.published_on = DAY - timedelta(1)
    agency.article.save()
    for batch in batches(reprint, second, agency):
        extracted(*batch)
        mark_copies(versions=batch)
    for version in (reprint, second, agency):
        version.article.refresh_from_db()
    assert agency.article.copy_of is None
    assert (reprint.article.copy_of, second.article.copy_of) == (agency.article, agency.article)


def test_a_title_that_a_person_gave_stays() -> None:
    event = linked(ASSEMBLY, "One")
    with pghistory.context(user=UserFactory.create().pk):
        event.title = "The vote on peace"
        event.save()
    assert linked(MISCOUNT, "Two") == event
    event.refresh_from_db()
    assert event.title == "The vote on peace"


def test_a_title_that_the_machine_gave_in_the_request_of_a_person_may_change() -> None:
    with pghistory.context(user=UserFactory.create().pk, pipeline=True):
        event = linked(ASSEMBLY, "One")
        Event.objects.filter(pk=event.pk).update(title="Vote")
    assert linked(MISCOUNT, "Two") == event
    event.refresh_from_db()
    assert event.title.startswith("UN General Assembly vote")


def two_events() -> tuple[Event, Event, Contradiction]:
    """Two Events told of, and a suggestion on the second."""
    kept, other = EventFactory.create(), EventFactory.create()
    ClaimFactory.create(event=other)
    return kept, other, ContradictionFactory.create(event=other, status="suggested")


def join(kept: Event, other: Event) -> None:
    for event in (kept, other):
        EventIdentifier.objects.create(event=event, value=f"S/RES/{event.pk}")
    claim = ClaimFactory.create(event=None)
    profile, further = profiles_of([kept, other])
    board = Board([profile, further])
    group = Cluster(profile=profile, members=("one",), events=(kept.pk, other.pk))
    board.keep(group, [Told(claim.pk, claim.text, None)])
    board.write()


def test_joining_withdraws_the_suggestions_on_what_is_joined() -> None:
    kept, other, found = two_events()
    join(kept, other)
    assert not Event.objects.filter(pk=other.pk).exists()
    assert not Contradiction.objects.filter(pk=found.pk).exists()
    assert Claim.objects.filter(event=kept).count() == 2


def test_an_event_on_whose_suggestion_a_person_has_worked_is_held() -> None:
    kept, other, found = two_events()
    assert [profile.held for profile in profiles_of([other])] == [False]
    attach_evidence(
        contradiction=found, evidence=EvidenceFactory.create(), by=UserFactory.create(groups=["Editor"])
    )  # fmt: skip
    assert [profile.held for profile in profiles_of([other])] == [True]
    join(kept, other)
    assert Claim.objects.filter(event=other).exists()
    assert Contradiction.objects.filter(pk=found.pk).exists()
