"""What a figure is told of: a place, a step, a side, an earlier year."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.scopes import scope_of
from claims.extraction.types import EventCues, ExtractedClaim, ExtractedMeasurement, Speaker
from claims.vocabulary import SourceKind


def scope(
    words: str, figure: str, measure: str = "killed", *, before: str = "", frame: str = "", unit: str = ""
) -> str:
    start = words.index(figure)
    found = ExtractedMeasurement(measure, figure, start, start + len(figure), Decimal(1), unit=unit)
    claim = ExtractedClaim(words, words, 0, len(words), "sentence/1", 0.9, cues=EventCues())
    earlier = ExtractedClaim(before, before, 0, len(before), "sentence/1", 0.9, cues=EventCues()) if before else None
    return scope_of(found, claim, before=earlier, frame=frame)


@pytest.mark.parametrize(
    ("words", "figure", "expected"),
    [
        ("At least 12 people died in Peru on Tuesday.", "12 people", "Peru"),
        ("Some 300 bodies were found in the flooded town of Arica.", "300 bodies", "Arica"),
        ("The wave left 350 people dead in one coastal town.", "350 people", "one coastal town"),
        ("On the Peruvian side, 4 were killed.", "4", "Peru"),
        ("It is in Peru that at least 30 people are reported killed.", "30 people", "Peru"),
        ("The quake killed 13 people on Monday, all of them across the border in Peru.", "13 people", "Peru"),
        ("It was the worst since the one in Haiti in which 900 died.", "900", "Haiti"),
        ("Two workers were killed at the collapsed tower.", "Two workers", "tower"),
    ],
)
def test_a_toll_is_that_of_the_place_it_is_told_for(words: str, figure: str, expected: str) -> None:
    assert scope(words, figure) == expected


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("More than 700 have been killed nationwide.", "700"),
        ("The toll rose to 40 after a meeting in Lima.", "40"),
        ("He had spoken of 40 dead at a conference in Lima.", "40"),
        ("12 people were killed.", "12 people"),
    ],
)
def test_the_whole_toll_has_no_scope(words: str, figure: str) -> None:
    assert scope(words, figure) == ""


def test_whose_victims_a_toll_counts() -> None:
    assert scope("20 Peruvian soldiers were killed.", "20 Peruvian soldiers") == "Peru"
    assert scope("Peru says that 49 of its soldiers were killed.", "49") == "Peru"
    assert scope("Peru had lost 49 men.", "49 men") == "Peru"
    assert scope("49 of the soldiers were killed.", "49") == ""
    assert scope("Thirty children were among the dead.", "Thirty children", unit="child") == "children"


def test_fighters_are_known_by_the_words_beside_the_number() -> None:
    assert scope("eighteen rebel commanders died", "eighteen rebel commanders", unit="person") == "fighters"
    assert scope("eighteen people died", "eighteen people", unit="person") == ""


def test_what_one_hospital_has_seen_is_a_part() -> None:
    assert scope("The hospital in the north received five dead", "five dead") == "hospital"
    assert scope("Five people died near a clinic.", "Five people") == ""


def test_a_month_is_no_place() -> None:
    assert scope("In October 2015 a blast hit the port, and 42 people died.", "42 people") == ""


def test_there_and_his_country_point_at_what_was_named_before() -> None:
    assert scope("The toll there was cut to 315.", "315", before="In Maule the missing had been counted.") == "Maule"
    assert scope("there were no deaths in his country", "no deaths", frame="Peru's interior minister said ") == "Peru"
    assert scope("935, the judiciary says", "935", frame="Deaths in Peru: ") == "Peru"


@pytest.mark.parametrize(
    ("words", "figure", "expected"),
    [
        ("The plane took off at 12.41am and was lost to radar at 1.21am.", "12.41am", "departure"),
        ("The tower lost contact with the ferry at 2.40am.", "2.40am", "contact lost"),
        ("The train was due in Lyon at 6.30am.", "6.30am", "arrival"),
        ("The blast occurred at 7.15am.", "7.15am", "impact"),
        ("The ferry had cast off from Arica at 6am.", "6am", "departure"),
        ("Impact was at 11.31.", "11.31", "impact"),
        ("The truce came into force at 5.30pm.", "5.30pm", "start"),
        ("The mayor spoke at 9am.", "9am", ""),
    ],
)
def test_an_hour_is_that_of_a_step(words: str, figure: str, expected: str) -> None:
    assert scope(words, figure, "event_time") == expected


def test_an_earlier_record_and_an_aftershock_are_something_else() -> None:
    assert scope("more than the 2003 record of 500,000", "500,000", "crowd_size") == "2003"
    assert scope("about 550,000 people joined in 2019", "550,000 people", "crowd_size") == ""
    assert scope("87,000 people marched in the capital", "87,000 people", "crowd_size") == "capital"
    assert scope("Nowhere more than in Arica: 87,000 by the police", "87,000", "crowd_size") == "Arica"
    assert scope("In Arica, where it rained, the police counted 87,000", "87,000", "crowd_size") == "Arica"
    assert scope("It was 87,000 by the police", "87,000", "crowd_size") == ""
    assert scope("the turnout in the capital was 87,000", "87,000", "crowd_size") == "capital"
    assert scope("an aftershock of magnitude 6.4", "6.4", "magnitude") == "aftershock"


def test_what_was_shot_down_is_not_what_was_fired() -> None:
    assert scope("Fourteen missiles were fired, 13 of them were knocked down", "13", "count") == "intercepted"
    assert scope("Fourteen missiles were fired, 13 of them were knocked down", "Fourteen missiles", "count") == ""


def test_a_subject_that_is_known_stays() -> None:
    found = ExtractedMeasurement("killed", "5", 0, 1, Decimal(5), subject="Chile")
    claim = ExtractedClaim("5 died in Peru", "5 died in Peru", 0, 14, "sentence/1", 0.9)
    assert scope_of(found, claim, before=None, frame="") == "Chile"


@given(st.text(max_size=300), st.sampled_from(["killed", "event_time", "magnitude", "count", "crowd_size"]))
def test_no_words_make_it_fail(words: str, measure: str) -> None:
    text = f"{words} 12 {words}"
    speaker = Speaker("Lima's mayor", SourceKind.PERSON, 0, 1)
    found = ExtractedMeasurement(measure, "12", len(words) + 1, len(words) + 3, Decimal(12))
    claim = ExtractedClaim(text, text, 0, len(text), "sentence/1", 0.9, speaker=speaker)
    assert isinstance(scope_of(found, claim, before=claim, frame=words), str)
