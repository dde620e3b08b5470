"""Everything measurable in one paragraph: dates, times, tallies, outcomes, figures, in the order in which they must be
read.

Dates, times, document symbols and tallies are read first and masked, so that their digits are not read as figures
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from claims.extraction.bodies import symbol_spans
from claims.extraction.dates import DateMention, find_dates
from claims.extraction.figures import Figure, figures
from claims.extraction.lexicon import words
from claims.extraction.measures import Topic, measure_figures
from claims.extraction.reading import Paragraph
from claims.extraction.tallies import Tally, find_tallies, speaks_of_vote
from claims.extraction.times import TimeMention, find_times
from claims.extraction.types import ExtractedMeasurement
from claims.extraction.voters import positions
from claims.extraction.votes import outcomes
from claims.vocabulary import Precision

if TYPE_CHECKING:
    from spacy.tokens import Span

_AHEAD = words("will shall 'll ’ll would must")
_AHEAD_VERBS = words("expect plan schedule due set hope intend slate")
_FUTURE_STEPS = 6
COARSE_DATE = 0.6
"""The score of a date known to the month or year only: it is as often background as the day of the event."""
_Mention = TypeVar("_Mention", Figure, DateMention, TimeMention)


@dataclass(frozen=True, slots=True)
class Facts:
    """The measurements of one sentence and the dates in it. All offsets are into the paragraph's document."""

    measurements: tuple[ExtractedMeasurement, ...]
    dates: tuple[DateMention, ...]


def read_facts(paragraph: Paragraph, topic: Topic) -> tuple[list[Facts], Topic]:
    """The facts of each sentence of a paragraph, and the topic that bare figures of the next one inherit."""
    text, published_on = paragraph.doc.text, paragraph.stretch.published_on
    symbols = symbol_spans(text)
    times = [mention for mention in find_times(text) if not _within(mention.start, symbols)]
    busy = [*symbols, *((mention.start, mention.end) for mention in times)]
    dates = [
        mention
        for mention in find_dates(text, published_on, lambda position: looks_ahead(paragraph, position))
        if not _within(mention.start, busy)
    ]
    masked = [*busy, *((mention.start, mention.end) for mention in dates)]
    result: list[Facts] = []
    in_vote = False
    sentence_tallies: list[list[Tally]] = []
    for sentence in paragraph.sentences:
        local = [(start - sentence.start_char, end - sentence.start_char) for start, end in masked]
        found = [_shifted(tally, sentence.start_char) for tally in find_tallies(sentence.text, local, in_vote=in_vote)]
        sentence_tallies.append(found)
        in_vote = in_vote or speaks_of_vote(sentence.text)
    counted = [(part.start, part.end) for found in sentence_tallies for tally in found for part in tally.parts]
    loose = figures(text, [*masked, *counted])
    in_vote = False
    for sentence, tallies in zip(paragraph.sentences, sentence_tallies, strict=True):
        own = _inside(loose, sentence)
        days = _inside(dates, sentence)
        measured, topic = measure_figures(sentence, own, days, topic, published_on)
        items = [
            *_of_tallies(text, tallies),
            *outcomes(sentence, in_vote=in_vote),
            *positions(sentence, tallies, in_vote=in_vote),
            *measured,
            *_of_dates(text, days),
            *_of_times(text, _inside(times, sentence)),
        ]
        in_vote = in_vote or speaks_of_vote(sentence.text)
        result.append(Facts(tuple(sorted(items, key=lambda item: (item.start, item.end))), tuple(days)))
    return result, topic


def looks_ahead(paragraph: Paragraph, position: int) -> bool:
    """Whether the clause around a position is about what is to come: "will vote on Monday", "is due on Friday"."""
    token = next(iter(paragraph.doc.char_span(position, position + 1, alignment_mode="expand") or ()), None)
    for _ in range(_FUTURE_STEPS):
        if token is None:
            return False
        if token.pos_ in {"VERB", "AUX"}:
            helpers = {child.lower_ for child in token.children if child.dep_ == "aux"}
            infinitive = "to" in helpers and token.head.lemma_ not in {"try", "fail", "use"} and token.dep_ == "xcomp"
            return bool(helpers & _AHEAD) or infinitive or token.lemma_ in _AHEAD_VERBS
        token = token.head if token.head.i != token.i else None
    return False


def _within(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _inside(mentions: Sequence[_Mention], sentence: Span) -> list[_Mention]:
    return [mention for mention in mentions if sentence.start_char <= mention.start < sentence.end_char]


def _shifted(tally: Tally, by: int) -> Tally:
    return replace(tally, parts=tuple(replace(part, start=part.start + by, end=part.end + by) for part in tally.parts))


def _of_tallies(text: str, tallies: Sequence[Tally]) -> list[ExtractedMeasurement]:
    return [
        ExtractedMeasurement(
            measure=part.measure,
            quote=text[part.start : part.end],
            start=part.start,
            end=part.end,
            value=part.value,
            comparator=part.comparator,
            unit="vote",
            total=part.total,
            group=number,
            subject=tally.subject,
        )
        for number, tally in enumerate(tallies, 1)
        for part in tally.parts
    ]


def _of_dates(text: str, dates: Sequence[DateMention]) -> list[ExtractedMeasurement]:
    """Days, months and years as values; not a week, which is too loose, nor "today" and "this year", which mean now."""
    result = []
    for mention in dates:
        words = text[mention.start : mention.end]
        if mention.iso and not mention.vague and words.casefold() not in {"today", "this year", "this month"}:
            score = 1.0 if mention.precision is Precision.DAY else COARSE_DATE
            result.append(
                ExtractedMeasurement(
                    "event_date", words, mention.start, mention.end, value_text=mention.iso, score=score
                )
            )
    return result


def _of_times(text: str, times: Sequence[TimeMention]) -> list[ExtractedMeasurement]:
    return [
        ExtractedMeasurement(
            "event_time", text[mention.start : mention.end], mention.start, mention.end, value_text=mention.value
        )
        for mention in times
    ]
