"""All dates of a document, on the side to which their clauses look, in linear time."""

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from spacy.language import Language
from spacy.tokens import Span

from claims.extraction.dates import find_dates
from claims.extraction.document_dates import dates_in
from claims.extraction.tense import looks_ahead
from claims.extraction.times import find_times
from claims.vocabulary import Precision
from tests.claims.extraction.conftest import PUBLISHED


def test_dates_of_a_document_with_precision_value_and_offsets(nlp: Language) -> None:
    text = (
        "LIMA, Peru (Wire) - The court met on Monday and will rule on Thursday, a clerk said at length.\n\n"
        "In the third quarter of 2024, 12 cases were heard, twice as many as a year earlier.\n\nThe dam broke in 1998."
    )
    found = dates_in(text, published_on=PUBLISHED, nlp=nlp)
    assert [(text[item.start : item.end], item.value, item.precision) for item in found] == [
        ("Monday", "2025-02-24", Precision.DAY),
        ("Thursday", "2025-02-27", Precision.DAY),
        ("the third quarter of 2024", "2024-Q3", Precision.YEAR),
        ("a year earlier", "2023-Q3", Precision.YEAR),
        ("1998", "1998", Precision.YEAR),
    ]


def test_a_date_outside_all_paragraphs_looks_back(nlp: Language) -> None:
    assert [item.value for item in dates_in("\n\n" + "x" * 500 + " Friday", published_on=PUBLISHED, nlp=nlp)] == [
        "2025-02-21"
    ]
    assert dates_in("", published_on=None, nlp=nlp) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The court will rule on Thursday.",
        "The court is expected to rule on Thursday.",
        "They agreed to meet again on Thursday.",
        "He would let the House vote on the bill on Thursday.",
        "New rules, to be published on Thursday, ban it.",
        "A ruling may come as early as Thursday.",
        "The talks were put off until Thursday.",
    ],
)
def test_clauses_that_look_ahead(parse: Callable[[str], Span], sentence: str) -> None:
    assert looks_ahead(parse(sentence).doc, sentence.index("Thursday"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The court ruled on Thursday.",
        "The pilot managed to land on Thursday.",
        "They made him sign it on Thursday.",
        "Thursday was quiet.",
        "Thursday",
    ],
)
def test_clauses_that_do_not(parse: Callable[[str], Span], sentence: str) -> None:
    assert not looks_ahead(parse(sentence).doc, sentence.index("Thursday"))


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1999 ", "12 ", "a ", "the ", "the same ", " ", "\n", "May ", "Jan. 1", "nineteen ", "the end of ", "'",
        "1-", "in the ", "first half of ", "last ", "9:", "Friday ", "the third quarter of ", "a year ago ", "x",
    ],
)  # fmt: skip
def test_time_is_linear_in_the_length(piece: str) -> None:
    """Four times the text may take some eight times as long, for noise, but not sixteen times."""

    def seconds(length: int) -> float:
        text = "Jan. 1" + (piece * length)[:length] + " 2024"
        best = 60.0
        for _ in range(2):
            start = process_time()
            find_dates(text, date(2024, 2, 29), lambda _: False)
            find_times(text)
            best = min(best, process_time() - start)
        return best

    assert seconds(30_000) < 8 * max(seconds(7_500), 0.01)
