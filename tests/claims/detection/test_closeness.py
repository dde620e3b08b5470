"""Which reports may be about one thing."""

from datetime import timedelta

from claims.detection.closeness import Closeness
from claims.detection.polarity import polarity
from claims.detection.types import Report
from tests.claims.detection.makers import DAY, report

CALL = "Ola Hansen spoke with Ana Silva on Thursday about copper from Chile"
DENIAL = "There was no conversation between Ana Silva and Ola Hansen"


def told(text: str, version: int, event: int | None = None, days: int = 0) -> Report:
    return report(text, article=version, version=version, event=event, published_on=DAY + timedelta(days))


def close(one: Report, other: Report, *more: Report) -> bool:
    ground = Closeness([one, other, *more])
    assert ground.close(one, other) == ground.close(other, one)
    return ground.close(one, other)


def test_texts_that_share_their_names_tell_one_story() -> None:
    assert close(told(CALL, 1), told("Then Silva called on Hansen to leave Chile alone", 2))


def test_one_name_in_common_is_no_story() -> None:
    assert not close(told(CALL, 1), told("Then Silva opened a school in Arica", 2))


def test_a_story_lasts_a_week() -> None:
    assert not close(told(CALL, 1), told("Then Silva called on Hansen to leave Chile alone", 2, days=9))


def test_a_report_of_no_happening_is_about_that_of_its_text() -> None:
    assert close(
        told("It was a long night", 1), told("It was short", 2, event=7), told("A blast was heard", 1, event=7)
    )


def test_two_known_happenings_are_two() -> None:
    assert not close(told(CALL, 1, event=1), told(CALL, 2, event=2))


def test_a_denial_in_another_text_of_the_story_is_found() -> None:
    [finding] = polarity([told(CALL, 1), told(DENIAL, 2)])
    assert {position.key for position in finding.positions} == {"yes", "no"}


def test_a_denial_of_one_day_leaves_other_days_alone() -> None:
    day = "The ministry is not aware of any conversation between Ana Silva and Ola Hansen the day before"
    assert polarity([told(CALL, 1), told(day, 2)])
    assert polarity([told(CALL, 1), told(day, 2, days=6)]) == []
