from datetime import date, timedelta

from claims.detection.figures import figure_differs
from claims.detection.qualifiers import partial, replaced
from claims.vocabulary import Comparator, EventKind, Gate, Modality, Resolution
from tests.claims.detection.makers import DAY, figure, quake, report, vote

AT_LEAST = Comparator.AT_LEAST
LATER = date(2025, 3, 5)


def test_two_counts_of_one_crowd() -> None:
    march = vote(kind=EventKind.PROTEST)
    reports = [
        report("a", figure("crowd_size", 338_000), source="police"),
        report("b", figure("crowd_size", 2_000_001), source="organisers"),
        report("c", figure("crowd_size", 2_000_000, Comparator.APPROX), source="organisers"),
    ]
    (found,) = figure_differs(march, reports)
    assert (found.gate, found.suggested) == (Gate.REAL, Resolution.GENUINELY_DISPUTED)
    assert {position.answer: len(position.members) for position in found.positions} == {"2,000,001": 2, "338,000": 1}


def test_a_toll_that_rises_over_days_was_superseded() -> None:
    reports = [report("a", figure("killed", 300)), report("b", figure("killed", 802), published_on=LATER)]
    (found,) = figure_differs(quake(), reports)
    assert (found.gate, found.suggested) == (Gate.APPARENT, Resolution.FIGURE_SUPERSEDED)
    assert "24 February 2025: 300" in found.explanation


def test_a_minimum_that_grows_within_the_day_was_superseded() -> None:
    reports = [report("a", figure("killed", 13, AT_LEAST)), report("b", figure("killed", 34, AT_LEAST))]
    (found,) = figure_differs(quake(), reports)
    assert found.suggested is Resolution.FIGURE_SUPERSEDED


def test_two_tolls_of_one_day_conflict() -> None:
    reports = [report("a", figure("killed", 40, AT_LEAST)), report("b", figure("killed", 0))]
    assert figure_differs(quake(), reports)[0].gate is Gate.REAL


def test_what_agrees_or_counts_something_else_is_left_alone() -> None:
    for left, right in (
        (figure("killed", 140, AT_LEAST), figure("killed", 141)),
        (figure("killed", 13, subject="Iran"), figure("killed", 40, subject="Pakistan")),
        (figure("killed", 541, partial=True), figure("killed", 708)),
        (figure("count", 16, unit="member", as_of=date(1991, 1, 1)), figure("count", 32, unit="member")),
        (figure("amount", 100, unit="USD"), figure("amount", 90, unit="EUR")),
        (figure("duration", 3), figure("duration", 4)),
    ):
        words = "The alliance counts its members after the enlargement"
        assert figure_differs(quake(), [report(words, left), report(words, right)]) == []


def test_general_counts_need_the_same_words() -> None:
    one = report("The army destroyed tanks in the northern region", figure("count", 26, unit="tank"))
    same = report("The army destroyed some tanks in the northern region", figure("count", 31, unit="tank"))
    other = report("Factories produced tanks for export", figure("count", 80, unit="tank"))
    assert len(figure_differs(quake(), [one, same, other])) == 1
    assert figure_differs(quake(), [one, other]) == []


def test_an_article_gives_the_whole_and_its_parts() -> None:
    parts = [
        report("a", figure("killed", 708), article=1, version=1),
        report("b", figure("killed", 64), article=1, version=1),
        report("c", figure("killed", 708)),
    ]
    assert figure_differs(quake(), parts) == []


def test_a_forecast_and_a_copy_are_left_alone() -> None:
    ahead = report("b", figure("killed", 500), modality=Modality.PROJECTED)
    copy = report("c", figure("killed", 9), origin="x")
    assert figure_differs(quake(), [report("a", figure("killed", 5), origin="x"), ahead, copy]) == []


def test_a_minimum_of_one_day_is_a_step_and_not_what_came_later() -> None:
    least = figure("killed", 708, Comparator.AT_LEAST)
    replaced_later = figure("killed", 800, Comparator.APPROX, superseded=True)
    (found,) = figure_differs(
        quake(),
        [
            report("a", least, published_on=DAY),
            report("b", replaced_later, figure("killed", 550, Comparator.APPROX), published_on=DAY + timedelta(5)),
            report("c", figure("killed", 432), published_on=DAY + timedelta(30)),
        ],
    )
    assert found.suggested == Resolution.FIGURE_SUPERSEDED
    assert [position.answer for position in found.positions] == ["at least 708", "about 800", "about 550", "432"]


def test_a_new_answer_does_not_rename_the_question() -> None:
    reports = [report("a", figure("magnitude", 7.8)), report("b", figure("magnitude", 7.5))]
    (before,) = figure_differs(quake(), reports)
    (after,) = figure_differs(quake(), [*reports, report("c", figure("magnitude", 7.1))])
    assert before.fingerprint == after.fingerprint
    assert len(after.positions) == 3
    assert before.event == 1


def test_replaced_and_partial_figures_by_their_words() -> None:
    for words, number, expected in (
        ("The dead had been put at 802 to begin with", "802", True),
        ("the toll there was cut from about 565 to 315", "565", True),
        ("Until then about 300 people had been reported killed", "300", True),
        ("the toll there was cut from about 565 to 315", "315", False),
        ("People from 12 towns were killed", "12", False),
    ):
        at = words.index(number)
        assert replaced(words, at, at + len(number)) is expected, words
    for words, number, expected in (
        ("Eight of them were killed in the town", "Eight", True),
        ("3,000, including 300 deaths", "300", True),
        ("Of the dead, 541 were counted in one region", "541", True),
        ("In the village alone, more than 300 have died", "300", True),
        ("708 people were killed", "708", False),
    ):
        at = words.index(number)
        assert partial(words, at, at + len(number)) is expected, words
