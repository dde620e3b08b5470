"""The parts of outlets and sources in contradictions follow whatever they are told from, whoever writes it."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Claim, Contradiction, Part, Position, PositionAppearance
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ContradictionFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    SourceFactory,
    UserFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def report(position: Position, **fields: Any) -> PositionAppearance:
    """One more report, by an outlet of its own, that takes `position`."""
    version = VersionFactory.create(article=ArticleFactory.create(publisher=PublisherFactory.create()))
    membership: PositionAppearance = MembershipFactory.create(
        position=position, appearance=AppearanceFactory.create(version=version, **fields)
    )
    return membership


def outcomes() -> dict[str, str]:
    return {str(part.publisher or part.source): part.outcome for part in Part.objects.all()}


def settle(contradiction: Contradiction, resolution: str, *at_fault: Position, corrected: bool | None = None) -> None:
    with transaction.atomic():
        for position in at_fault:
            Position.objects.filter(pk=position.pk).update(is_at_fault=True, outlet_corrected=corrected)
        Contradiction.objects.filter(pk=contradiction.pk).update(
            status="resolved",
            resolution=resolution,
            resolution_note="By the record.",
            resolved_by=UserFactory.create(),
            resolved_at=timezone.now(),
        )


@pytest.fixture
def answers() -> tuple[Position, Position]:
    contradiction = ContradictionFactory.create()
    first, second = (PositionFactory.create(contradiction=contradiction) for _ in range(2))
    report(first, source=SourceFactory.create(name="Minister"))
    report(second)
    return first, second


def outlet(position: Position) -> str:
    membership = position.memberships.get()
    return membership.appearance.version.article.publisher.name


def test_outlets_and_speakers_have_a_part_in_what_is_public(answers: tuple[Position, Position]) -> None:
    first, second = answers
    assert outcomes() == {outlet(first): "open", outlet(second): "open", "Minister": "open"}
    Contradiction.objects.update(status="suggested")
    assert outcomes() == {}
    Contradiction.objects.update(status="under_review")
    assert len(outcomes()) == 3


@pytest.mark.parametrize(
    ("corrected", "outcome"), [(True, "wrong_corrected"), (False, "wrong_standing"), (None, "wrong")]
)
def test_an_error_is_that_of_who_made_it(
    answers: tuple[Position, Position], corrected: bool | None, outcome: str
) -> None:
    first, second = answers
    settle(first.contradiction, "source_error", first, corrected=corrected)
    assert outcomes() == {outlet(first): outcome, "Minister": outcome, outlet(second): "sound"}


def test_a_correction_that_comes_later_shows(answers: tuple[Position, Position]) -> None:
    first, _ = answers
    settle(first.contradiction, "source_error", first, corrected=False)
    Position.objects.filter(pk=first.pk).update(outlet_corrected=True)
    assert outcomes()[outlet(first)] == "wrong_corrected"


@pytest.mark.parametrize(
    ("resolution", "outcome"),
    [
        ("different_body_or_scope", "apparent"),
        ("rounding_or_precision", "apparent"),
        ("position_changed", "changed"),
        ("figure_superseded", "changed"),
        ("genuinely_disputed", "undecided"),
        ("insufficient_evidence", "undecided"),
        ("fabrication", "unassigned"),
    ],
)
def test_where_nobody_is_found_wrong_nobody_is_called_so(
    answers: tuple[Position, Position], resolution: str, outcome: str
) -> None:
    settle(answers[0].contradiction, resolution)
    assert set(outcomes().values()) == {outcome}


def test_whose_words_the_wrong_answer_was_in(answers: tuple[Position, Position]) -> None:
    first, second = answers
    settle(first.contradiction, "source_error", first)
    own = {str(part.publisher or part.source): part.is_own_voice for part in Part.objects.all()}
    assert own == {outlet(first): False, outlet(second): True, "Minister": True}


def test_words_that_are_no_longer_quoted_leave_no_part(answers: tuple[Position, Position]) -> None:
    _, second = answers
    name = outlet(second)
    Claim.objects.filter(appearances__positions=second).update(status="rejected", status_reason="Too vague")
    assert name not in outcomes()
    Claim.objects.filter(appearances__positions=second).update(status="accepted")
    assert name in outcomes()
    second.memberships.all().delete()
    assert name not in outcomes()


def test_another_outlet_and_another_speaker_take_the_part_over(answers: tuple[Position, Position]) -> None:
    first, _ = answers
    seen = first.memberships.get().appearance
    seen.version.article.publisher = PublisherFactory.create(name="Sister paper")
    seen.version.article.save()
    seen.source = SourceFactory.create(name="Deputy")
    seen.save()
    assert {"Sister paper", "Deputy"} <= set(outcomes())
    assert "Minister" not in outcomes()


def test_a_report_counts_once_however_often_it_is_made(answers: tuple[Position, Position]) -> None:
    first, second = answers
    publisher = first.memberships.get().appearance.version.article.publisher
    version = VersionFactory.create(article=ArticleFactory.create(publisher=publisher))
    MembershipFactory.create(position=second, appearance=AppearanceFactory.create(version=version))
    assert Part.objects.filter(publisher=publisher).count() == 1


def test_everything_can_be_told_anew(answers: tuple[Position, Position]) -> None:
    before = outcomes()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_part")
    Part.objects.write_anew()
    assert outcomes() == before


def test_a_part_is_somebodys() -> None:
    contradiction = ContradictionFactory.create()
    part = {"contradiction": contradiction, "outcome": "open", "is_own_voice": True}
    for both in ({}, {"publisher": PublisherFactory.create(), "source": SourceFactory.create()}):
        with pytest.raises(IntegrityError, match="part_of_outlet_or_source"), transaction.atomic():
            Part.objects.create(**part, **both)
    once = Part.objects.create(**part, publisher=PublisherFactory.create())
    with pytest.raises(IntegrityError, match="part_once"), transaction.atomic():
        Part.objects.create(**part, publisher=once.publisher)
