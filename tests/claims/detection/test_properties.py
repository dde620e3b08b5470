"""What holds for any reports: the order does not matter, twice is once, and who is set against whom is mutual."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.detection.engine import find
from claims.detection.numbers import agree
from claims.detection.types import Figure, Report
from claims.vocabulary import Comparator, EventKind, Modality, Stance
from tests.claims.detection.makers import DAY, quake, vote

_MEASURES = ("killed", "crowd_size", "amount", "count", "votes_for", "votes_against", "troops", "magnitude")
_HAPPENINGS = [vote(1), quake(key=2), quake(key=3, kind=EventKind.ECONOMY), quake(key=4, kind=EventKind.CONFLICT)]


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    measure = draw(st.sampled_from((*_MEASURES, "event_date", "event_time", "outcome", "vote_position")))
    texts = {
        "event_date": st.sampled_from(["2025-02-24", "2025-02-25", "2025-02"]),
        "event_time": st.sampled_from(["00:20", "00:41", "23:59"]),
        "outcome": st.sampled_from(["adopted", "rejected"]),
        "vote_position": st.sampled_from(["yes", "no", "abstain"]),
    }
    text = draw(texts[measure]) if measure in texts else ""
    return Figure(
        key=draw(st.integers(1, 10**9)), measure=measure, quote=text or "12",
        value=None if text else Decimal(draw(st.integers(0, 10**6))), value_text=text,
        comparator=draw(st.sampled_from((Comparator.EXACT, Comparator.APPROX, Comparator.AT_LEAST))),
        unit="USD" if measure == "amount" else "", group=int(measure.startswith("votes")),
        subject=draw(st.sampled_from(["", "Peru", "departure"])), superseded=draw(st.booleans()),
        provisional=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    words = [
        "The mayor met the minister",
        "The mayor did not meet the minister",
        "No such meeting took place",
        "12 died",
    ]
    found = []
    for key in range(1, draw(st.integers(2, 7))):
        text = draw(st.sampled_from(words))
        article = draw(st.integers(1, 4))
        found.append(
            Report(
                key=key, claim=key, article=article, version=article, publisher=f"Daily {article}",
                origin=f"article-{article}", text=text, quote=text, source=draw(st.sampled_from(["", "mayor"])),
                published_on=DAY + timedelta(draw(st.integers(0, 3))), stance=draw(st.sampled_from(list(Stance))),
                modality=draw(st.sampled_from(list(Modality))), event=draw(st.sampled_from([None, 1, 2, 3, 4])),
                figures=tuple({figure.key: figure for figure in draw(st.lists(figures(), max_size=3))}.values()),
                refers_to=draw(st.sampled_from([None, key - 1 or None])), start=key * 100,
            )
        )  # fmt: skip
    return found


@settings(max_examples=150, deadline=None)
@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_handed_in_does_not_matter(told: list[Report], random: object) -> None:
    shuffled, happenings = list(told), list(_HAPPENINGS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random made by hypothesis
    random.shuffle(happenings)  # type: ignore[attr-defined]
    assert find(_HAPPENINGS, told) == find(happenings, shuffled)


@settings(max_examples=150, deadline=None)
@given(reports())
def test_every_question_is_asked_once_and_has_two_answers_that_nobody_gives_both(told: list[Report]) -> None:
    found = find(_HAPPENINGS, told)
    assert found == find(_HAPPENINGS, told)
    assert len({finding.fingerprint for finding in found}) == len(found)
    for finding in found:
        assert len(finding.positions) > 1, finding
        members = [member for position in finding.positions for member in position.members]
        assert len(members) == len(set(members)), finding
        assert 0 <= finding.score <= 1
        assert finding.explanation


@given(figures(), figures())
def test_agreement_is_mutual(one: Figure, other: Figure) -> None:
    if one.value is not None and other.value is not None:
        assert agree(one, other) == agree(other, one)
        assert agree(one, one)
