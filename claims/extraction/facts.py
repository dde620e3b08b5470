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
from claims.extraction.date_types import DateMention
from claims.extraction.dates import find_dates
from claims.extraction.figure_types import Figure
from claims.extraction.figures import figures
from claims.extraction.margins import find_margins, is_threshold
from claims.extraction.measures import measure_figures
from claims.extraction.reading import Paragraph, text_of, words_of
from claims.extraction.roll_calls import with_named
from claims.extraction.scenes import Topic
from claims.extraction.tallies import find_tallies
from claims.extraction.tally_types import Tally
from claims.extraction.tense import looks_ahead
from claims.extraction.times import TimeMention, find_times
from claims.extraction.types import ExtractedMeasurement
from claims.extraction.vote_words import speaks_of_vote
from claims.extraction.voters import positions
from claims.extraction.votes import outcomes
from claims.vocabulary import Precision

if TYPE_CHECKING:
    from spacy.tokens import Span

COARSE_DATE = 0.6
"""The score of a date known to the month or year only: it is as often background as the day of the event."""
_Mention = TypeVar("_Mention", Figure, DateMention, TimeMention, ExtractedMeasurement)


@dataclass(frozen=True, slots=True)
class Facts:
    """The measurements of one sentence and the dates in it. All offsets are into the paragraph's document."""

    measurements: tuple[ExtractedMeasurement, ...]
    dates: tuple[DateMention, ...]


def read_facts(paragraph: Paragraph, topic: Topic, *, after_vote: bool = False) -> tuple[list[Facts], Topic]:
    """The facts of each sentence of a paragraph, and the topic that bare figures of the next one inherit.
    `after_vote` says that the paragraph before told of a vote, so that "ten opposed it" here counts votes too."""
    text, published_on = text_of(paragraph.doc), paragraph.stretch.published_on
    symbols = symbol_spans(text)
    times = [mention for mention in find_times(text) if not _within(mention.start, symbols)]
    busy = [*symbols, *((mention.start, mention.end) for mention in times)]
    dates = [
        mention
        for mention in find_dates(text, published_on, lambda position: looks_ahead(paragraph.doc, position))
        if not _within(mention.start, busy)
    ]
    masked = [*busy, *((mention.start, mention.end) for mention in dates)]
    dates = [mention for mention in dates if mention.day or not mention.value]  # "the third quarter" dates no event
    result: list[Facts] = []
    in_vote = after_vote
    sentence_tallies: list[list[Tally]] = []
    margins: list[ExtractedMeasurement] = []
    written = [words_of(sentence) for sentence in paragraph.sentences]
    for sentence, words in zip(paragraph.sentences, written, strict=True):
        local = [(start - sentence.start_char, end - sentence.start_char) for start, end in masked]
        apart = find_margins(words, local)
        margins += [_margin(text, figure, sentence.start_char) for figure in apart]
        local += [(figure.start, figure.end) for figure in apart]
        sentence_tallies.append(find_tallies(words, local, in_vote=in_vote))
        in_vote = in_vote or speaks_of_vote(words)
    if in_vote:
        sentence_tallies = with_named(written, sentence_tallies)
    sentence_tallies = [
        [_shifted(tally, sentence.start_char) for tally in found]
        for sentence, found in zip(paragraph.sentences, sentence_tallies, strict=True)
    ]
    counted = [(part.start, part.end) for found in sentence_tallies for tally in found for part in tally.parts]
    counted += [(margin.start, margin.end) for margin in margins]
    loose = figures(text, [*masked, *counted])
    in_vote = False
    for sentence, words, tallies in zip(paragraph.sentences, written, sentence_tallies, strict=True):
        own = _inside(loose, sentence)
        days = _inside(dates, sentence)
        measured, topic = measure_figures(sentence, own, days, topic, published_on)
        measured = [
            replace(item, measure="count")
            if item.measure == "margin" and is_threshold(text, item.start, item.end)
            else item
            for item in measured
        ]
        items = [
            *_of_tallies(text, tallies),
            *_inside(margins, sentence),
            *outcomes(sentence, in_vote=in_vote),
            *positions(sentence, tallies, in_vote=in_vote or after_vote),
            *measured,
            *_of_dates(text, days),
            *_of_times(text, _inside(times, sentence)),
        ]
        in_vote = in_vote or speaks_of_vote(words)
        result.append(Facts(tuple(sorted(items, key=lambda item: (item.start, item.end))), tuple(days)))
    return result, topic


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


def _margin(text: str, figure: Figure, offset: int) -> ExtractedMeasurement:
    start, end = figure.start + offset, figure.end + offset
    return ExtractedMeasurement(
        "margin", text[start:end], start, end, value=figure.value, comparator=figure.comparator, unit="vote"
    )


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
