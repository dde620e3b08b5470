from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from claims.matching.clusters import cluster
from claims.matching.events import weigh
from claims.matching.objects import object_of, voted_on
from claims.matching.types import Basis, Profile, Window
from claims.vocabulary import EventKind
from tests.claims.matching.makers import ASSEMBLY, COUNCIL, DAY, tally, vote

FULL, OTHER = tally(93, 8, 73), tally(93, 18, 65)


def groups(profiles: list[Profile]) -> set[frozenset[str]]:
    return {frozenset(found.members) for found in cluster(profiles)}


def test_a_shared_symbol_links_whatever_else_differs() -> None:
    one = vote("a", identifiers=["A/RES/ES-11/8"], window=None)
    other = vote("b", identifiers=["Resolution ES-11/8"], window=Window(DAY + timedelta(3), DAY + timedelta(3)))
    assert weigh(one, other).rule == "same_identifier/1"


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ({"identifiers": ["A/RES/ES-11/7"]}, {"identifiers": ["A/RES/ES-11/8"]}, "other_identifier/1"),
        ({}, {"body": COUNCIL, "membership": 15}, "other_body/1"),
        ({}, {"window": Window(DAY + timedelta(2), DAY + timedelta(2))}, "other_day/1"),
        ({"terms": ["amendment"]}, {"terms": ["resolution"]}, "other_object/1"),
        ({"sponsors": ["Ukraine"]}, {"sponsors": ["United States"]}, "other_sponsor/1"),
        ({"tallies": [FULL]}, {"tallies": [OTHER]}, "other_tally/1"),
        ({}, {"kind": EventKind.PROTEST}, "other_kind/1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_keeps_two_votes_apart(one: dict[str, Any], other: dict[str, Any], rule: str) -> None:
    left, right = (
        vote("a", sponsors=one.pop("sponsors", ()), **one),
        vote("b", sponsors=other.pop("sponsors", ()), **other),
    )
    for decision in (weigh(left, right), weigh(right, left)):
        assert decision.never
        assert decision.rule == rule


def test_a_count_does_not_fit_into_a_smaller_body() -> None:
    assert weigh(vote("a", tallies=[FULL], body=""), vote("b", body=COUNCIL, membership=15)).rule == "other_body/1"


def test_an_inherited_body_gives_way_to_arithmetic() -> None:
    words = ["resolution", "peace", "war", "ukraine"]
    carried = vote("a", body_basis=Basis.CARRIED, terms=words)
    counted = vote(
        "b", terms=words, body=COUNCIL, membership=15, body_basis=Basis.ARITHMETIC, tallies=[tally(10, 0, 5)]
    )
    assert not weigh(carried, counted).never
    assert [found.profile.body for found in cluster([carried, counted])] == [COUNCIL]


def test_equal_counts_in_favour_are_not_one_vote() -> None:
    assert groups([vote("a", tallies=[FULL]), vote("b", tallies=[OTHER])]) == {frozenset("a"), frozenset("b")}


def test_three_names_of_one_text_are_one_vote() -> None:
    named = vote("a", sponsors=["United States"], tallies=[FULL], terms=["resolution", "peace", "war", "ukraine"])
    symbol = vote("b", identifiers=["A/RES/ES-11/8"], tallies=[FULL], terms=["path", "peace", "ukraine"])
    misread = vote(
        "c", sponsors=["United States"], tallies=[tally(89, 8, 73)], terms=["resolution", "peace", "ukraine"]
    )
    other = vote("d", sponsors=["Ukraine"], tallies=[OTHER], terms=["resolution", "peace", "ukraine"])
    assert groups([named, symbol, misread, other]) == {frozenset("abc"), frozenset("d")}


def test_the_order_of_arrival_does_not_matter() -> None:
    profiles = [
        vote("a", sponsors=["United States"], tallies=[FULL], terms=["resolution", "peace"]),
        vote("b", tallies=[tally(93, 8)], terms=["resolution", "peace", "war"]),
        vote("c", sponsors=["United States"], body=COUNCIL, membership=15, tallies=[tally(10, 0, 5)]),
        vote("d", tallies=[OTHER], sponsors=["Ukraine"]),
        vote("e", window=None, body="", terms=["resolution", "peace", "war"], participants=["Ukraine"]),
    ]
    results = {frozenset(groups(list(order))) for order in permutations(profiles)}
    assert len(results) == 1


def test_what_was_voted_on() -> None:
    assert object_of(vote("a", identifiers=["S/RES/2774"], terms=["amendment"])) == "text"
    assert object_of(vote("b", terms=["amendment", "draft"])) == ""
    assert voted_on("Vote on the amendment to the draft") == {"amendment"}
    assert voted_on("Vote on S/RES/2774 (draft, unamended)") == {"draft"}


def test_two_confirmed_events_are_never_joined() -> None:
    one = vote("a", event=1, held=True, identifiers=["A/RES/ES-11/8"])
    other = vote("b", event=2, held=True, identifiers=["A/RES/ES-11/8"])
    assert len(cluster([one, other])) == 2
    assert len(cluster([one, vote("c", event=3, identifiers=["A/RES/ES-11/8"])])) == 1


def test_a_border_quake_is_told_from_both_sides() -> None:
    def quake(key: str, place: str, *, day: date = DAY, around: tuple[str, ...] = ("Iran", "Pakistan")) -> Profile:
        fields = {"places": [place], "participants": around, "terms": ["earthquake", "border", "toll"]}
        return vote(key, kind=EventKind.DISASTER, body="", membership=None, window=Window(day, day), **fields)

    assert groups([quake("a", "Iran"), quake("b", "Pakistan")]) == {frozenset("ab")}
    assert weigh(quake("a", "Iran"), quake("b", "Chile", around=("Chile",))).rule == "other_place/1"
    assert weigh(quake("a", "Iran"), quake("b", "Iran", day=DAY + timedelta(7))).rule == "other_day/1"


def test_every_link_names_its_rule_and_score() -> None:
    found = cluster([vote("a", tallies=[FULL]), vote("b", tallies=[FULL])])[0]
    assert found.links["b"].rule == "same_tally/1"
    assert 0.5 <= found.links["b"].score < 1
    assert found.profile.body == ASSEMBLY
