"""The hour of one step."""

from claims.detection.engine import find
from claims.detection.types import Figure, Finding, Report
from claims.vocabulary import EventKind, Gate
from tests.claims.detection.makers import figure, quake, report


def at(hour: str, words: str, step: str = "departure", **fields: object) -> Report:
    found = Figure(figure("event_time", hour).key, "event_time", hour, value_text=hour, subject=step)
    return report(words.format(hour), found, **fields)  # type: ignore[arg-type]


def found(*reports: Report) -> list[Finding]:
    flight = quake(kind=EventKind.ACCIDENT)
    return [finding for finding in find([flight], list(reports)) if finding.rule == "time_differs/1"]


def test_two_hours_of_one_step() -> None:
    [finding] = found(at("00:41", "took off at {}"), at("00:20", "took off at {}"))
    assert finding.gate == Gate.REAL
    assert [position.answer for position in finding.positions] == ["00:20", "00:41"]


def test_rough_hours_other_steps_and_other_zones_are_left_alone() -> None:
    assert not found(at("01:21", "was lost at about {}"), at("01:25", "was lost at {}"))
    assert not found(at("00:41", "took off at {}"), at("06:30", "was due at {}", step="arrival"))
    assert not found(at("23:59", "took off at {}"), at("00:01", "took off at {}"))
    one = report("10:44 GMT", Figure(1, "event_time", "10:44 GMT", value_text="10:44", subject="impact"))
    assert not found(one, at("15:15", "struck at {}", step="impact"))


def test_an_hour_that_was_revised_is_a_correction() -> None:
    old = Figure(9001, "event_time", "01:30", value_text="01:30", subject="contact lost", superseded=True)
    new = Figure(9002, "event_time", "01:19", value_text="01:19", subject="contact lost")
    [finding] = found(report("revised from 01:30 to 01:19", old, new), at("01:30", "lost at {}", step="contact lost"))
    assert finding.gate == Gate.APPARENT
