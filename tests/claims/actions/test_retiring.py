"""What a new method of extraction no longer finds goes, unless somebody has taken it up."""

from collections.abc import Callable
from dataclasses import replace

import pghistory
import pytest

from articles.models import ArticleVersion
from claims.actions import pipeline
from claims.actions.extract import extract
from claims.actions.pipeline import process, waiting
from claims.actions.reading import read_all
from claims.actions.review import attach_evidence, open_contradiction
from claims.extraction import Extraction
from claims.models import Appearance, Claim, Contradiction, Event, Measurement, PipelineRun
from tests.claims.actions.texts import ASSEMBLY, DENIAL, MISCOUNT, added
from tests.factories import EvidenceFactory, UserFactory, VerdictFactory

pytestmark = pytest.mark.django_db


def without(reading: Extraction, words: str) -> Extraction:
    """A reading that misses the claims with these words."""
    return replace(reading, claims=tuple(claim for claim in reading.claims if words not in claim.quote))


@pytest.fixture
def new_method(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """From now on every station has a new method, so that all texts wait again, and extraction misses the claims with
    some words."""

    def miss(words: str) -> None:
        def read(versions: list[ArticleVersion]) -> dict[int, Extraction]:
            return {key: without(reading, words) for key, reading in read_all(versions).items()}

        monkeypatch.setattr(pipeline, "read_all", read)
        for station in ("extract", "match", "detect"):
            monkeypatch.setattr(f"claims.actions.{station}.METHOD", "next")
            monkeypatch.setitem(pipeline.METHODS, PipelineRun.Station(station), "next")
        monkeypatch.setattr(pipeline, "DETECT", "next")

    return miss


def counted() -> Claim:
    return Claim.objects.get(text__contains="89", appearances__measurements__measure="votes_for")


@pytest.fixture
def disputed() -> Contradiction:
    """A suggestion that one of two counts is wrong."""
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two")])
    return Contradiction.objects.get()


@pytest.mark.usefixtures("disputed")
def test_what_is_no_longer_found_goes_with_what_rests_on_it(new_method: Callable[[str], None]) -> None:
    gone = counted()
    new_method("89 votes")
    outcome = process(versions=waiting())
    assert not outcome.failed
    assert not Claim.objects.filter(pk=gone.pk).exists()
    assert not Appearance.objects.filter(quote__contains="89 votes").exists()
    assert not Measurement.objects.filter(value=89).exists()
    assert not Contradiction.objects.exists()
    assert Claim.objects.filter(appearances__measurements__value=93).exists()


def test_an_event_of_which_nothing_is_told_goes(new_method: Callable[[str], None]) -> None:
    process(versions=[added(ASSEMBLY, "One")])
    assert Event.objects.exists()
    new_method("")
    assert not process(versions=waiting()).failed
    assert not Claim.objects.exists()
    assert not Event.objects.exists()


def test_a_denial_of_what_is_gone_stays_and_denies_nothing(new_method: Callable[[str], None]) -> None:
    process(versions=[added(DENIAL, "One")])
    denial = Appearance.objects.get(stance="denies")
    denial.claim = Claim.objects.create(text="Denied", method="editor", status="accepted")
    denial.save()
    new_method("peacekeepers")
    assert not process(versions=waiting()).failed
    denial.refresh_from_db()
    assert denial.refers_to is None


def accept(claim: Claim, _: Contradiction) -> None:
    Claim.objects.filter(pk=claim.pk).update(status="accepted")


def review(claim: Claim, _: Contradiction) -> None:
    VerdictFactory.create(claim=claim)


def reword(claim: Claim, _: Contradiction) -> None:
    with pghistory.context(user=UserFactory.create().pk):
        Claim.objects.filter(pk=claim.pk).update(short_text="89 for")


def correct_figure(claim: Claim, _: Contradiction) -> None:
    with pghistory.context(user=UserFactory.create().pk):
        Measurement.objects.filter(appearance__claim=claim, value=89).update(comparator="at_least")


def take_up(_: Claim, found: Contradiction) -> None:
    open_contradiction(contradiction=found, by=UserFactory.create(groups=["Editor"]))


def attach(_: Claim, found: Contradiction) -> None:
    attach_evidence(
        contradiction=found, evidence=EvidenceFactory.create(), by=UserFactory.create(groups=["Editor"])
    )  # fmt: skip


@pytest.mark.parametrize("touch", [accept, review, reword, correct_figure, take_up, attach])
def test_what_somebody_has_taken_up_stays(
    touch: Callable[[Claim, Contradiction], None],
    disputed: Contradiction,
    new_method: Callable[[str], None],
) -> None:
    kept = counted()
    touch(kept, disputed)
    new_method("89 votes")
    outcome = process(versions=waiting())
    assert not outcome.failed
    assert kept.appearances.filter(measurements__value=89).exists()


def test_extraction_names_the_events_that_are_left(disputed: Contradiction, new_method: Callable[[str], None]) -> None:
    new_method("89 votes")
    version = ArticleVersion.objects.get(text=MISCOUNT)
    readings = {key: without(reading, "89 votes") for key, reading in read_all([version]).items()}
    assert extract(versions=[version], readings=readings) == {disputed.event_id}
