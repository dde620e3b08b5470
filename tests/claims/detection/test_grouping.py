"""What may be compared: one measure, one unit, one scope."""

from claims.detection.grouping import comparable, scopes_of
from claims.detection.types import Happening, Report
from claims.vocabulary import EventKind, Modality
from tests.claims.detection.makers import figure, quake, report


def scopes(happening: Happening, *reports: Report) -> list[str]:
    found = scopes_of(happening, reports)
    return [found[each.figures[0].key] for each in reports]


def told(place: str, value: float = 10, **fields: object) -> Report:
    return report("dead", figure("killed", value, subject=place), **fields)  # type: ignore[arg-type]


def test_the_country_it_hit_stands_for_the_whole() -> None:
    assert scopes(quake(place="Peru"), told("Peru"), told(""), told("Arica")) == ["", "", "arica"]


def test_a_place_that_one_article_names_beside_others_does_not() -> None:
    assert scopes(quake(), told("Haiti"), told("Arica"), told("")) == ["haity", "arica", ""]


def test_the_only_place_is_the_whole() -> None:
    assert scopes(quake(kind=EventKind.CONFLICT), told("Kursk"), told("")) == ["", ""]


def test_across_a_border_a_bare_toll_is_that_of_whoever_counts_or_of_the_worst_hit() -> None:
    near = scopes(quake(), told("Peru", 34), told("Chile", 40), told("", source="Chilean officials"), told(""))
    assert near == ["peru", "chile", "chile", ""]
    assert scopes(quake(), told("Peru", 400), told("Chile", 4), told("", 380)) == ["", "chile", ""]


def test_a_crowd_of_another_day_is_another_crowd() -> None:
    def crowd(words: str, day: str) -> Report:
        return report(words, figure("crowd_size", 4000, unit="person"), figure("event_date", day))

    march = quake(kind=EventKind.PROTEST)
    before = crowd("9 came today; 4000 had come on 2025-01-19", "2025-01-19")
    assert scopes(march, before, crowd("4000 came on 2025-02-24", "2025-02-24"), crowd("4000", "2025-01-19")) == [
        "2025 01 19", "", "",
    ]  # fmt: skip


def test_passengers_and_crew_are_not_everybody_on_board() -> None:
    everybody = report("239 aboard", figure("aboard", 239, unit="people"))
    assert scopes(quake(), everybody, report("227 passengers", figure("aboard", 227, unit="passenger"))) == [
        "", "pasenger",
    ]  # fmt: skip


def test_forecasts_are_kept_apart() -> None:
    assert scopes(quake(), told("", modality=Modality.PROJECTED), told("")) == ["forecast", ""]


def test_in_a_war_every_day_has_its_count() -> None:
    war = quake(kind=EventKind.CONFLICT)
    day = report("307 on Saturday", figure("count", 307, unit="prisoner"), figure("event_date", "2025-05-24"))
    assert scopes(war, day) == ["2025 05 24"]
    assert scopes(quake(), day) == [""]


def test_a_part_is_left_out_and_a_deal_may_be_to_come() -> None:
    part = report("eight of them", figure("killed", 8, partial=True), figure("killed", 20))
    assert [each.figure.value for group in comparable(quake(), [part]).values() for each in group] == [20]
    alone = report("including 300 deaths", figure("killed", 300, partial=True), figure("casualties", 3000))
    assert len(comparable(quake(), [alone])) == 2
    order = report("is to buy 210", figure("aircraft", 210), modality=Modality.PROJECTED)
    assert comparable(quake(kind=EventKind.ECONOMY), [order])
    assert not comparable(quake(), [order])
