"""A batch gives what its texts give one by one, in any order, with as many queries for many texts as for few."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from claims.actions import pipeline
from claims.actions.candidates import alike, profiles_of, search_for
from claims.actions.linking import Board, ChangedMeanwhileError, Told
from claims.actions.pipeline import process
from claims.matching.types import Cluster, Profile, window
from claims.models import Appearance, Contradiction, Event, EventIdentifier, Measurement, Source
from claims.vocabulary import EventKind, Precision
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, DAY, DENIAL, MISCOUNT, added
from tests.factories import ClaimFactory, EventFactory

pytestmark = pytest.mark.django_db

QUAKE = (
    "An earthquake of magnitude 7.1 struck northern Peru on Saturday. The civil defence agency said at least 140 "
    "people had been killed in Peru. Rescue teams from three countries were on their way to the mountains."
)
QUAKE_LATER = (
    "The earthquake that hit northern Peru on Saturday killed 212 people, the civil defence agency said. "
    "The quake had a magnitude of 7.1."
)
MARCH = (
    "Organisers said 50,000 people marched through Lisbon on Monday to protest against rising rents. "
    "Police put the crowd at 18,000."
)
TEXTS = (ASSEMBLY, MISCOUNT, COUNCIL, DENIAL, QUAKE, QUAKE_LATER, MARCH)


def outcome() -> list[object]:
    """What the database holds, whatever the keys and the order in which it was written."""
    appearances = Appearance.objects.select_related("claim__event", "source", "refers_to")
    events = {
        event.pk: (event.kind, event.date, event.body, tuple(sorted(event.terms)), event.claims.count())
        for event in Event.objects.all()
    }
    return [
        Counter(
            (row.version.text[:60], row.start, row.end, row.claim.text, row.source and row.source.name,
             row.refers_to and row.refers_to.quote, row.claim.event_id and events[row.claim.event_id])
            for row in appearances.select_related("version")
        ),
        Counter(Measurement.objects.values_list("measure", "value", "value_text", "comparator", "subject", "start")),
        Counter(events.values()),
        Counter(
            (row.rule, row.kind, row.gate, row.suggested_resolution, frozenset(
                (position.answer, frozenset(position.appearances.values_list("quote", flat=True)))
                for position in row.positions.all()
            ))
            for row in Contradiction.objects.all()
        ),
        set(Source.objects.values_list("name", "kind")),
        set(Article.objects.filter(copy_of__isnull=False).values_list("publisher__name", "copy_of__publisher__name")),
    ]  # fmt: skip


def processed(texts: Sequence[str], *, size: int, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The outcome of these texts in batches of `size`, each with a publisher that goes by its words."""
    monkeypatch.setattr(pipeline, "BATCH", size)
    versions = [added(text, f"Paper {TEXTS.index(text)}") for text in texts]
    assert not process(versions=versions).failed
    return outcome()


@pytest.fixture(scope="module")
def expected() -> list[list[object]]:
    """The outcome of the texts in their order, filled by the first test that takes them so."""
    return []


@pytest.mark.parametrize("size", [1, 3, 50])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_neither_the_order_nor_the_batch_matters(
    size: int, seed: int, expected: list[list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = list(TEXTS)
    random.Random(seed).shuffle(texts)  # noqa: S311 - a repeatable order, nothing secret
    found = processed(texts, size=size, monkeypatch=monkeypatch)
    assert Contradiction.objects.count() > 2
    expected.append(found)
    assert found == expected[0]


def queries(texts: Sequence[str], publisher: str) -> int:
    versions = [added(text, f"{publisher} {number}") for number, text in enumerate(texts)]
    with CaptureQueriesContext(connection) as captured:
        assert not process(versions=versions).failed
    return len(captured)


def test_many_texts_take_as_many_queries_as_one() -> None:
    counts = [ASSEMBLY.replace("93", str(number)).replace("Monday", "Tuesday") for number in range(60, 92)]
    process(versions=[added(MISCOUNT, "First")])
    one = queries(counts[:1], "One")
    many = queries(counts[1:], "Many")
    assert one <= 60
    assert many <= one + 12


def test_queries_do_not_grow_with_the_table() -> None:
    before = queries([MISCOUNT], "Before")
    process(versions=[added(ASSEMBLY.replace("93", str(number)), f"Paper {number}") for number in range(60, 93)])
    assert queries([MISCOUNT.replace("89", "88")], "After") <= before + 20


def test_the_database_and_the_batch_look_for_the_same_events() -> None:
    rows = [
        EventFactory.create(kind=kind, date=date, date_precision=precision, terms=terms, participants=["Ukraine"])
        for kind in ("vote", "attack")
        for date in (None, DAY, DAY.replace(month=1, day=1), DAY.replace(year=2019))
        for precision in Precision
        for terms in (["war", "peace"], [])
    ]
    for published in (None, DAY):
        profile = Profile(
            key="told", kind=EventKind.VOTE, terms=frozenset({"war"}), participants=frozenset({"Ukraine"}),
            published=window(published, Precision.DAY),
        )  # fmt: skip
        search = search_for(profile)
        assert alike([search])["told"] == {row.pk: count for row in rows if (count := search.shared(row))}


def test_what_an_editor_changes_meanwhile_is_not_written_over() -> None:
    event = EventFactory.create()
    EventIdentifier.objects.create(event=event, value="A/RES/1")
    profiles = profiles_of([event])
    board = Board(profiles)
    claim = ClaimFactory.create(event=None)
    grown = replace(profiles[0], sponsors=frozenset({"Norway"}))
    board.keep(Cluster(grown, ("one",), (event.pk,)), [Told(claim.pk, claim.text, None)])
    Event.objects.filter(pk=event.pk).update(title="The vote on peace")
    with pytest.raises(ChangedMeanwhileError), transaction.atomic():
        board.write()
    event.refresh_from_db()
    assert (event.title, event.sponsors) == ("The vote on peace", [])


def test_a_batch_that_meets_a_change_goes_one_by_one() -> None:
    write, refused = Board.write, [True]

    def refusing_once(board: Board) -> None:
        if refused.pop():
            refused.extend([False, False])
            raise ChangedMeanwhileError("Try again.")
        write(board)

    with patch.object(Board, "write", refusing_once):
        outcome = process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two")])
    assert (len(outcome.done), outcome.failed, Contradiction.objects.count()) == (2, {}, 1)
