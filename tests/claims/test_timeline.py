"""Step lines: what is joined, what is not, and where the names go."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.charts.timeline import HEIGHT, LINE, MOST_LINES, TOP, Point, Timeline, timeline


def point(who: str, value: float, day: int, *, basis: str = "killed", is_stated: bool = True) -> Point:
    return Point(who=who, value=value, day=date(2026, 3, day), basis=basis, told=str(value), is_stated=is_stated)


def drawn(*points: Point) -> Timeline:
    chart = timeline(points)
    assert chart is not None
    return chart


def test_one_day_is_no_timeline() -> None:
    assert timeline([]) is None
    assert timeline([point("Ministry", 3, 1), point("Mayor", 4, 1)]) is None


def test_a_figure_holds_until_the_next_of_the_same_source() -> None:
    (line,) = drawn(point("Ministry", 20, 5), point("Ministry", 10, 1)).lines
    level, jump = line.steps
    first, second = line.marks
    assert (level.x1, level.x2, level.y1, level.y2) == (first.x, second.x, first.y, first.y)
    assert (jump.x1, jump.x2, jump.y1, jump.y2) == (second.x, second.x, first.y, second.y)
    assert first.x < second.x
    assert first.y > second.y, "more stands higher"


def test_lines_of_two_sources_are_never_joined() -> None:
    chart = drawn(point("Ministry", 10, 1), point("Mayor", 20, 2))
    assert [line.steps for line in chart.lines] == [(), ()]


def test_a_line_breaks_where_what_it_counts_changes() -> None:
    chart = drawn(
        point("Ministry", 10, 1), point("Ministry", 20, 2, basis="killed or missing"), point("Ministry", 30, 3)
    )
    (line,) = chart.lines
    assert line.steps == ()
    assert "what it counts changes in between" in chart.summary


def test_the_day_a_text_names_is_told_from_the_day_it_was_said() -> None:
    chart = drawn(point("Ministry", 10, 1), point("Ministry", 20, 2, is_stated=False))
    assert [mark.is_stated for mark in chart.lines[0].marks] == [True, False]


def test_the_same_as_rows_and_in_words() -> None:
    chart = drawn(point("Ministry", 1200, 2), point("Mayor", 3, 1))
    assert [row.point.who for row in chart.rows] == ["Mayor", "Ministry"]
    assert chart.summary == "Mayor: 3 on 1 March 2026. Ministry: 1,200 on 2 March 2026."
    assert [tick.label for tick in chart.days] == ["1 March 2026", "2 March 2026"]


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    assert drawn(point("Ministry", 93, 1), point("Ministry", 89, 2)).note == "The axis starts at 86, not at 0."
    assert drawn(point("Ministry", 10, 1), point("Ministry", 89, 2)).note == ""


def test_a_revision_is_told_of_the_same_source_and_basis_only() -> None:
    chart = drawn(
        point("Ministry", 20, 1), point("Ministry", 112, 2), point("Ministry", 100, 3), point("Mayor", 5, 4),
        point("Ministry", 99, 5, basis="missing"),
    )  # fmt: skip
    assert [row.revision for row in chart.rows] == ["", "+92", "−12", "", ""]


def test_of_too_many_sources_those_with_most_figures_are_drawn() -> None:
    often = [point("Ministry", day, day) for day in (1, 2, 3)]
    chart = drawn(*often, *(point(f"outlet {number}", number, 1) for number in range(12)))
    assert len(chart.lines) == MOST_LINES
    assert "Ministry" in [line.who for line in chart.lines]
    assert (chart.left_out, len(chart.rows)) == (5, 15)


values = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), values, st.integers(1, 28)), min_size=2, max_size=12).filter(
        lambda told: len({day for _, _, day in told}) > 1
    )
)
def test_every_mark_is_inside_and_no_name_stands_on_another(told: list[tuple[str, float, int]]) -> None:
    chart = drawn(*(point(*each) for each in told))
    names = sorted(line.label_y for line in chart.lines)
    assert all(later - earlier >= LINE - 0.01 for earlier, later in pairwise(names))
    for line in chart.lines:
        for mark in line.marks:
            assert 0 <= mark.x <= chart.plot
            assert TOP - 0.1 <= mark.y <= TOP + HEIGHT + 0.1
        assert 0 <= line.label_y <= chart.height
