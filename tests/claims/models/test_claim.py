"""Claims, and the rule that a quote is what the article says."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from articles.models import ArticleVersion
from claims.models import Appearance, Claim, Measurement
from tests.conftest import Commit, Refusal, Writer
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    CorrectionFactory,
    EventFactory,
    MeasurementFactory,
    VerdictFactory,
    VersionFactory,
    publish,
    submit,
)

pytestmark = pytest.mark.django_db

# Characters outside the basic plane are one character each in Python and in PostgreSQL, but two in UTF-16.
ASTRAL = "\U0001f5f3 Votes: \U0001d7d7\U0001d7d1 for — naïve café, 8 against\n\tin Zürich."
NOT_IN_TEXT = "The quote is not what the article says"


def quoting(version: ArticleVersion, start: int, end: int, quote: str) -> dict[str, Any]:
    return {
        "claim": ClaimFactory.create(),
        "version": version,
        "start": start,
        "end": end,
        "quote": quote,
        "method": "editor",
    }


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 1), (0, 8), (9, 11), (9, len(ASTRAL)), (len(ASTRAL) - 1, len(ASTRAL)), (0, len(ASTRAL))],
)
def test_a_quote_is_counted_in_characters(start: int, end: int, write: Writer) -> None:
    version = VersionFactory.create(text=ASTRAL)
    write.add(Appearance, **quoting(version, start, end, ASTRAL[start:end]))
    assert Appearance.objects.get().quote == ASTRAL[start:end]


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        pytest.param(9, 11, "93", id="digits that only look the same"),
        pytest.param(10, 12, ASTRAL[9:11], id="offsets counted in UTF-16"),
        pytest.param(0, 5, ASTRAL[0:4], id="shorter than the offsets"),
        pytest.param(0, 4, ASTRAL[0:5], id="longer than the offsets"),
        pytest.param(2, 7, "votes", id="another case"),
        pytest.param(len(ASTRAL) - 2, len(ASTRAL) + 5, ASTRAL[-2:], id="beyond the end"),
        pytest.param(1000, 1005, "Votes", id="far beyond the end"),
        pytest.param(2, 7, "", id="empty"),
    ],
)
def test_a_quote_that_is_not_there_is_refused(
    start: int, end: int, quote: str, write: Writer, refused: Refusal
) -> None:
    version = VersionFactory.create(text=ASTRAL)
    with refused(NOT_IN_TEXT):
        write.add(Appearance, **quoting(version, start, end, quote))


def test_composed_and_decomposed_letters_are_different_quotes(write: Writer, refused: Refusal) -> None:
    version = VersionFactory.create(text="Caf\u00e9")
    with refused(NOT_IN_TEXT):
        write.add(Appearance, **quoting(version, 0, 4, "Cafe\u0301"))


@pytest.mark.parametrize(("start", "end"), [(5, 5), (5, 4), (0, 0)])
def test_an_appearance_ends_after_it_starts(start: int, end: int, write: Writer, refused: Refusal) -> None:
    version = VersionFactory.create()
    with refused("appearance_end_after_start|negative substring length"):
        write.add(Appearance, **quoting(version, start, end, ""))


def test_an_appearance_keeps_to_the_text_when_it_changes(write: Writer, refused: Refusal) -> None:
    appearance = AppearanceFactory.create(quote="The General Assembly")
    for change in ({"quote": "the General Assembly"}, {"start": 1}, {"end": 7}, {"start": 4, "end": 24}):
        with refused(NOT_IN_TEXT):
            write.change(appearance, **change)
    write.change(appearance, start=4, end=20, quote="General Assembly")
    write.change(appearance, claim=ClaimFactory.create(), said_on=date(2025, 2, 24))


def test_an_appearance_stays_in_its_text(write: Writer, refused: Refusal) -> None:
    """Elsewhere its own quote may stand at the same place, and the figures quoted from it may not."""
    appearance = AppearanceFactory.create(quote="The General Assembly")
    MeasurementFactory.create(appearance=appearance)
    elsewhere = VersionFactory.create(text=appearance.version.text.replace("93 votes", "89 votes"))
    with refused("Cannot update rows from claims_appearance table"):
        write.change(appearance, version=elsewhere)


def test_the_same_words_are_one_appearance_of_a_claim(write: Writer, refused: Refusal) -> None:
    appearance = AppearanceFactory.create(quote="The General")
    fields = quoting(appearance.version, 0, 11, "The General")
    write.add(Appearance, **fields)
    with refused("appearance_once"):
        write.add(Appearance, **{**fields, "claim": appearance.claim})


def figure(appearance: Appearance, **fields: Any) -> dict[str, Any]:
    start = appearance.version.text.index("93")
    return {
        "appearance": appearance,
        "measure": "votes_for",
        "quote": "93",
        "start": start,
        "end": start + 2,
        "value": Decimal(93),
        **fields,
    }


def test_a_figure_is_quoted_from_the_text(write: Writer, refused: Refusal) -> None:
    appearance = AppearanceFactory.create()
    write.add(Measurement, **figure(appearance))
    measurement = Measurement.objects.get()
    for change in ({"quote": "94"}, {"start": 0}, {"end": measurement.end + 1}):
        with refused(NOT_IN_TEXT):
            write.add(Measurement, **figure(appearance, **change))
        with refused(NOT_IN_TEXT):
            write.change(measurement, **change)
    with refused("measurement_end_after_start"):
        write.change(measurement, quote="", end=measurement.start)
    elsewhere = AppearanceFactory.create(version__text="No figure in these words.", quote="No figure")
    with refused(NOT_IN_TEXT):
        write.add(Measurement, **{**figure(appearance), "appearance": elsewhere})


@pytest.mark.parametrize(
    ("fields", "broken"),
    [
        ({}, ""),
        ({"value": None, "value_text": "abstained"}, ""),
        ({"value": None}, "measurement_number_or_text"),
        ({"value_text": "abstained"}, "measurement_number_or_text"),
        ({"comparator": "range", "value_max": 93}, ""),
        ({"comparator": "range", "value_max": 100}, ""),
        ({"comparator": "range", "value_max": 92}, "measurement_range_in_order"),
        ({"comparator": "exact", "value_max": 100}, "measurement_range_in_order"),
        (
            {"comparator": "range", "value": None, "value_text": "some", "value_max": 100},
            "measurement_range_in_order",
        ),
    ],
)
def test_a_figure_is_a_number_a_range_or_a_word(
    fields: dict[str, Any], broken: str, write: Writer, refused: Refusal
) -> None:
    measurement = figure(AppearanceFactory.create(), **fields)
    if not broken:
        write.add(Measurement, **measurement)
        return
    with refused(broken):
        write.add(Measurement, **measurement)


def test_a_figure_is_reported_once(write: Writer, refused: Refusal) -> None:
    appearance = AppearanceFactory.create()
    write.add(Measurement, **figure(appearance))
    with refused("measurement_once"):
        write.add(Measurement, **figure(appearance))
    write.add(Measurement, **figure(appearance, measure="seats"))


def test_a_rejected_claim_says_why(write: Writer, refused: Refusal) -> None:
    claim = ClaimFactory.create(status="suggested")
    with refused("claim_rejected_with_reason"):
        write.change(claim, status="rejected")
    write.change(claim, status="rejected", status_reason="An opinion.")
    with refused("claim_rejected_with_reason"):
        write.change(claim, status_reason="")
    write.change(claim, status="accepted", status_reason="")


FROZEN: dict[str, Any] = {"text": "Other words", "short_text": "Shorter", "language": "fr", "status": "suggested"}


@pytest.mark.parametrize("name", FROZEN)
def test_what_a_published_verdict_is_about_is_frozen(name: str, write: Writer, refused: Refusal) -> None:
    claim = publish(VerdictFactory.create()).claim
    with refused("A verdict rests on this claim"):
        write.change(claim, **{name: FROZEN[name]})
    with refused("A verdict rests on this claim"):
        write.change(claim, status="rejected", status_reason="An opinion.")
    write.change(claim, event=EventFactory.create(), score=0.5, status_reason="Checked twice.")


@pytest.mark.parametrize("name", FROZEN)
def test_a_claim_without_a_verdict_in_force_may_change(name: str, write: Writer, commit: Commit) -> None:
    withdrawn = publish(VerdictFactory.create())
    CorrectionFactory.create(verdict=withdrawn)
    write.change(withdrawn, status="withdrawn")
    commit()
    drafted = VerdictFactory.create()
    publish(VerdictFactory.create())
    for verdict in (withdrawn, drafted):
        write.change(verdict.claim, **{name: FROZEN[name]})


def test_the_words_are_frozen_while_a_verdict_waits_but_not_the_status(write: Writer, refused: Refusal) -> None:
    claim = submit(VerdictFactory.create()).claim
    for name, words in FROZEN.items():
        if name == "status":
            continue
        with refused("A verdict rests on this claim"):
            write.change(claim, **{name: words})
    write.change(claim, status="rejected", status_reason="An opinion.")


def test_a_claim_is_accepted_under_a_verdict_that_came_first(write: Writer) -> None:
    claim = publish(VerdictFactory.create(claim__status="suggested")).claim
    write.change(claim, status="accepted")


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_score_lies_between_0_and_1(score: float, write: Writer, refused: Refusal) -> None:
    claim = ClaimFactory.create()
    with refused("claim_score_0_to_1"):
        write.change(claim, score=score)
    write.change(claim, score=0)
    write.change(claim, score=1)


def test_a_claim_has_words(write: Writer, refused: Refusal) -> None:
    claim = ClaimFactory.create()
    with refused("claim_has_text"):
        write.change(claim, text="")


def test_readers_see_accepted_claims_and_where_they_were_made() -> None:
    accepted = AppearanceFactory.create()
    for status in ("suggested", "rejected"):
        AppearanceFactory.create(claim__status=status, claim__status_reason="An opinion.")
    assert list(Claim.objects.public()) == [accepted.claim]
    assert list(Appearance.objects.public()) == [accepted]


def test_an_article_without_letters_for_its_address_has_one_all_the_same() -> None:
    assert ArticleFactory.create(title="大会").slug == "article"
    assert ClaimFactory.create(text="№ !").slug
