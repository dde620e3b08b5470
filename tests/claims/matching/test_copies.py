from datetime import date

from claims.matching.copies import Text, containment, credit_of, original_of, runs_of

REPORT = (
    "The assembly met on Monday to vote on a draft that three countries had tabled late on Friday evening. "
    "Members spoke for four hours before the count was shown on the board above the rostrum in the hall. "
    "The draft was carried with a wide margin, although several delegations had asked for more time to consult. "
)
OWN = (
    "Reporters in the capital wrote their own account of a long day. "
    "Nobody in the corridors had expected the result to be so clear after a week of talks behind closed doors."
)


def text(key: int, words: str, day: int = 1) -> Text:
    return Text(key, date(2025, 2, day), runs_of(words), credit_of(words))


def test_a_reprint_cut_to_half_is_a_copy() -> None:
    half = REPORT[: len(REPORT) // 2]
    found = original_of(text(2, half), [text(1, REPORT)])
    assert found is not None
    assert found[0] == 1
    assert found[1] > 0.9


def test_reports_that_share_one_sentence_are_not_copies() -> None:
    shared = REPORT.split(". ", maxsplit=1)[0]
    assert original_of(text(2, f"{shared}. {OWN}"), [text(1, f"{REPORT} {REPORT[::-1]}")]) is None


def test_a_few_words_tell_nothing() -> None:
    assert containment(runs_of("one two three four five six"), runs_of("one two three four five six")) == 0


def test_of_two_originals_the_earlier_wins() -> None:
    assert original_of(text(3, REPORT, 3), [text(2, REPORT, 2), text(1, REPORT, 1)]) == (1, 1.0)


def test_agency_credits() -> None:
    assert credit_of("KYIV (AP) - The vote was close.") == "ap"
    assert credit_of("The vote was close. - Bernama") == "bernama"
    assert credit_of("The Reuters building is tall, and nobody signs here.") == ""
