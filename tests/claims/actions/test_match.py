import pytest

from claims.actions.copies import mark_copy
from claims.actions.extract import extract
from claims.actions.match import match
from claims.models import Claim, Event, EventIdentifier, PipelineRun
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, MISCOUNT, added
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db


def linked(text: str, publisher: str) -> Event:
    """The Event to which the counts of a text are linked."""
    version = added(text, publisher)
    extract(version=version)
    match(version=version)
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
    extract(version=version)
    first = match(version=version)
    events = Event.objects.count()
    assert match(version=version) == first
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
    for version in (original, copy, own):
        extract(version=version)
    assert mark_copy(article=copy.article) == original.article
    assert mark_copy(article=own.article) is None
    assert mark_copy(article=original.article) is None
