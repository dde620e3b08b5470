from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.charts import MOST_ROWS, Answer, DotChart, TallyChart, draw, shorten, tally_chart
from claims.charts.figures import range_of, tally_of

ASSEMBLY = {"votes_for": 93, "votes_against": 8, "abstentions": 73}
COUNCIL = {"votes_for": 10, "votes_against": 0, "abstentions": 5}


def answer(figures: Mapping[str, object], *, who: str = "Daily Paper", **more: object) -> Answer:
    return Answer(answer=str(figures.get("value", "so many")), who=who, figures=figures, **more)  # type: ignore[arg-type]


def tallies(*answers: Answer) -> TallyChart:
    chart = draw(answers)
    assert isinstance(chart, TallyChart)
    return chart


def dots(*answers: Answer) -> DotChart:
    chart = draw(answers)
    assert isinstance(chart, DotChart)
    return chart


def test_bar_is_as_long_as_the_body_has_members_and_hatches_what_is_not_stated() -> None:
    bar = tallies(answer(ASSEMBLY, membership=193), answer(COUNCIL, membership=15)).bars[0]
    assert [(segment.kind, segment.count) for segment in bar.segments] == [
        ("votes_for", 93),
        ("votes_against", 8),
        ("abstentions", 73),
        ("unstated", 19),
    ]
    assert bar.segments[0].width == pytest.approx(100 * 93 / 193, abs=0.01)
    assert bar.stated == "93 for, 8 against, 73 abstaining; not stated: not voting"
    assert bar.sum == "174 of 193 members"


def test_what_is_missing_in_front_is_hatched_in_front() -> None:
    bar = tally_chart([answer({"votes_against": 8, "abstentions": 70, "membership": 193})]).bars[0]
    assert [segment.kind for segment in bar.segments] == ["unstated", "votes_against", "abstentions"]
    assert bar.stated == "8 against, 70 abstaining; not stated: for, not voting"


def test_one_count_is_a_tally_beside_the_membership() -> None:
    bar = tally_chart([answer({"votes_for": 10, "membership": 15})]).bars[0]
    assert [(segment.kind, segment.count) for segment in bar.segments] == [("votes_for", 10), ("unstated", 5)]


def test_nothing_is_hatched_where_every_member_is_accounted_for() -> None:
    bar = tallies(answer(ASSEMBLY, membership=193), answer(COUNCIL, membership=15)).bars[1]
    assert [segment.kind for segment in bar.segments] == ["votes_for", "abstentions"]
    assert bar.sum == "15 of 15 members"
    assert "not stated" not in bar.stated


def test_bars_of_two_bodies_have_no_shared_denominator() -> None:
    assert tallies(answer(ASSEMBLY, membership=193), answer(COUNCIL, membership=15)).shared_membership is None
    assert tallies(answer(ASSEMBLY, membership=193), answer(ASSEMBLY, membership=193)).shared_membership == 193


def test_a_total_above_the_membership_is_flagged_and_still_fits() -> None:
    bar = tallies(answer(ASSEMBLY, membership=100), answer(ASSEMBLY, membership=193)).bars[0]
    assert bar.exceeds
    assert bar.sum == "174: more than the 100 members"
    assert sum(segment.width for segment in bar.segments) == pytest.approx(100, abs=0.05)


def test_the_membership_in_the_figures_comes_before_that_of_the_event() -> None:
    chart = tally_chart([answer({**COUNCIL, "membership": 15}, membership=193)])
    assert chart.bars[0].sum == "15 of 15 members"


def test_the_record_stands_first() -> None:
    chart = tallies(answer(ASSEMBLY, who="Daily Paper"), answer(ASSEMBLY, who="Roll call", is_record=True))
    assert [bar.label for bar in chart.bars] == ["Roll call", "Daily Paper"]


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"votes_for": 93},
        {"votes_for": "93", "abstentions": 73},
        {"votes_for": True, "abstentions": True},
        {"votes_for": -1, "abstentions": 3},
    ],
)
def test_what_is_no_tally(figures: dict[str, object]) -> None:
    assert tally_of(figures) is None


def test_an_answer_without_figures_is_left_to_the_table_and_said_so() -> None:
    chart = tallies(answer(ASSEMBLY), answer(ASSEMBLY), answer({}))
    assert len(chart.bars) == 2
    assert chart.more == "1 more answer is not drawn: see the table."


def test_of_too_many_rows_the_records_and_what_most_say_are_drawn() -> None:
    alone = [answer({"value": number}, voices=("one",)) for number in range(40)]
    common = answer({"value": 50}, voices=("one", "another"))
    chart = dots(*alone, common, answer({"value": 60}, is_record=True))
    assert len(chart.dots) == MOST_ROWS
    assert [dot.label for dot in chart.dots][-2:] == ["50", "60"]
    assert chart.more == "18 more answers are not drawn: see the table."


@pytest.mark.parametrize("figures", [{}, {"polarity": "yes"}, {"date": "soon"}, {"value": None}, {"value": True}])
def test_answers_in_words_have_no_chart(figures: dict[str, object]) -> None:
    assert draw([answer(figures), answer(figures)]) is None


def test_one_figure_alone_is_no_comparison() -> None:
    assert draw([answer({"value": 3})]) is None


def test_dots_are_sorted_and_start_at_zero() -> None:
    chart = dots(answer({"value": 200}), answer({"value": 90}))
    assert [dot.label for dot in chart.dots] == ["90", "200"]
    assert chart.ticks[0].label == "0"
    assert chart.note == ""


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    chart = dots(answer({"value": 93}), answer({"value": 89}))
    assert chart.note == "The axis starts at 86, not at 0."
    assert chart.dots[1].x - chart.dots[0].x > 20


def test_only_a_range_has_a_whisker() -> None:
    exact, given_range = dots(answer({"value": 100}), answer({"value": 130, "value_max": 150})).dots
    assert exact.low == exact.high == exact.x
    assert given_range.low < given_range.x < given_range.high


def test_a_figure_that_is_only_a_limit_leads_on_by_an_arrow() -> None:
    chart = dots(
        answer({"value": 140, "comparator": "at_least"}), answer({"value": 0, "comparator": "at_most"}),
        answer({"value": 90, "comparator": "approx"}),
    )  # fmt: skip
    assert [dot.bound for dot in chart.dots] == ["at_most", None, "at_least"]
    assert chart.bounds == {"at_least", "at_most"}
    assert (chart.dots[0].x, chart.ticks[-1].x) == (8, 92), "the arrows have room"
    assert "An arrow to the right means “at least”. An arrow to the left means “at most”." in chart.summary


def test_without_limits_there_is_no_word_of_arrows() -> None:
    chart = dots(answer({"value": 140, "comparator": "exact"}), answer({"value": 0}))
    assert (chart.bounds, chart.dots[0].x) == (frozenset(), 2)
    assert "arrow" not in chart.summary


def test_wide_lines_have_longer_labels() -> None:
    words = "between 90 and 110 people, ten of them children"
    who = "The Daily Paper of the Northern Provinces"
    dot = dots(Answer(words, who, {"value": 90, "value_max": 110}), answer({"value": 1})).dots[1]
    assert (dot.label, dot.who) == ("between 90 and 110…", "The Daily Paper of the…")
    assert (dot.wide_label, dot.wide_who) == (words, "The Daily Paper of the Northern…")


def test_evidence_draws_a_line_where_its_figure_stands() -> None:
    chart = dots(answer({"value": 100}), answer({"value": 141}, is_record=True))
    (line,) = chart.evidence
    assert (line.x, line.label, line.anchor) == (chart.dots[1].x, "Evidence: 141", "end")
    assert dots(answer({"value": 100}), answer({"value": 141})).evidence == ()


def test_days_are_marked_at_both_ends() -> None:
    chart = dots(answer({"date": "2026-03-05"}), answer({"date": "2026-03-03"}))
    assert [tick.label for tick in chart.ticks] == ["3 March 2026", "5 March 2026"]
    assert [dot.x for dot in chart.dots] == [2, 98]


def test_days_that_are_equal_do_not_divide_by_zero() -> None:
    chart = dots(answer({"date": "2026-03-05"}), answer({"date": "2026-03-05"}))
    assert [dot.x for dot in chart.dots] == [50, 50]


def test_a_range_in_the_wrong_order_is_read_as_its_first_value() -> None:
    assert range_of({"value": 10, "value_max": 5}) == (10, 10)


def test_long_labels_are_cut_at_a_word() -> None:
    assert shorten("The Daily Paper of the Northern Provinces", 20) == "The Daily Paper of…"


def test_figures_that_all_but_agree_still_have_an_axis() -> None:
    chart = dots(answer({"value": 0}), answer({"value": 5e-324}))
    assert [dot.x for dot in chart.dots] == [2, 2]


def test_a_number_too_large_to_be_a_measurement_is_none() -> None:
    assert range_of({"value": 10**400}) is None


finite = st.floats(min_value=-1e15, max_value=1e15, allow_nan=False)


@given(st.lists(st.tuples(finite, finite), min_size=2, max_size=8))
def test_every_mark_stays_inside(ranges: list[tuple[float, float]]) -> None:
    chart = dots(*(answer({"value": low, "value_max": high}) for low, high in ranges))
    for dot in chart.dots:
        assert 0 <= dot.low <= dot.x <= dot.high <= 100
    assert 2 <= len(chart.ticks) <= 12
    assert all(0 <= tick.x <= 100 for tick in chart.ticks)


counts = st.one_of(st.none(), st.integers(min_value=0, max_value=10**6))


@given(st.integers(min_value=0, max_value=10**6), counts, counts, st.one_of(st.none(), st.integers(1, 10**6)))
def test_segments_never_overlap_nor_leave_the_bar(
    votes_for: int, votes_against: int | None, abstentions: int | None, membership: int | None
) -> None:
    stated = {"votes_for": votes_for, "votes_against": votes_against, "abstentions": abstentions, "not_voting": 0}
    figures = {name: count for name, count in stated.items() if count is not None}
    edge = 0.0
    for segment in tally_chart([answer(figures, membership=membership)]).bars[0].segments:
        assert segment.count > 0
        assert segment.x == pytest.approx(edge, abs=0.03)
        edge = segment.x + segment.width
    assert edge <= 100.05
