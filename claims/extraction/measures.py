"""Tell what a figure measures: people killed, money, a crowd, a magnitude, or so many of something.

A figure is judged by its unit noun (from the parse), by the trigger words near it, and, where it stands bare ("Police
counted 312,000"), by what the figures before it measured. A sentence with more figures than prose holds is a table,
which these rules cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.casualties import FATES
from claims.extraction.counted import unit_token
from claims.extraction.date_types import DateMention
from claims.extraction.figure_types import Figure
from claims.extraction.naming import CARRIED, TOPICS, Named, name_figure
from claims.extraction.nobody import nobody
from claims.extraction.reading import text_of
from claims.extraction.scenes import Scene, Topic, scene_of
from claims.extraction.types import ExtractedMeasurement
from claims.vocabulary import Precision

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MOST_FIGURES = 40
"""Figures in one sentence beyond which it is a table."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    rf"\b(?P<n>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+[\"'“‘]?(?:\w+\s+)?(?:time|vote|attempt|ballot|"
    rf"defeat|round)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:at first|initially|to begin with|originally|until then|earlier had|had earlier|previously|at one point|"
    r"first said)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:]|, (?:but|and|while)\b|\bnow\b", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as of|by|up to|until)\s+$", re.IGNORECASE)


def measure_figures(
    sentence: Span, found: Sequence[Figure], dates: Sequence[DateMention], topic: Topic, published_on: date | None
) -> tuple[list[ExtractedMeasurement], Topic]:
    """Measurements of one sentence (offsets in its document) and the topic for the next one.

    Fires on "killed at least 13 people" (killed), "400,000 have lost their lives or been wounded" (casualties), "$84bn"
    (amount, USD), "a 90-minute call" (duration), "26 tanks out of 31" (count of tanks). Leaves alone years, ages
    ("35 years old"), labels ("No. 1", "Flight 370") and bare figures with nothing to tell what they count.
    """
    measured: list[ExtractedMeasurement] = []
    within = topic
    scene = scene_of(sentence, found)
    noughts = nobody(sentence)
    for figure in found if len(found) <= MOST_FIGURES else ():
        if any(nought.start <= figure.core_start < nought.end for nought in noughts):  # the "one" of "no one"
            continue
        tokens = sentence.doc.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
        if tokens is None:
            continue
        noun = unit_token(tokens[-1], sentence)
        named = name_figure(figure, tokens, noun, scene, within)
        if named is None:
            continue
        measured.append(_measurement(figure, named, tokens, noun, scene, dates, published_on))
        if named[0] in CARRIED | TOPICS or named[0] == "amount":
            within = Topic(named[0], named[1])
    measured += noughts
    measured += _ordinals(sentence)
    return sorted(measured, key=lambda item: item.start), _next_topic(scene, measured, topic)


def _measurement(
    figure: Figure,
    named: Named,
    tokens: Span,
    noun: Token | None,
    scene: Scene,
    dates: Sequence[DateMention],
    today: date | None,
) -> ExtractedMeasurement:
    text = text_of(scene.sentence.doc)
    measure, unit_word, value, value_max = named
    counted = noun.idx + len(noun) if noun is not None and noun.i - tokens[-1].i <= 5 else 0
    end = max(figure.end, counted)
    before = _CLAUSE_END.split(text[max(scene.sentence.start_char, figure.start - 60) : figure.start])[-1]
    after = _CLAUSE_END.split(text[end : min(scene.sentence.end_char, end + 24)])[0]
    return ExtractedMeasurement(
        measure=measure,
        quote=text[figure.start : end],
        start=figure.start,
        end=end,
        value=value,
        value_max=value_max,
        comparator=figure.comparator,
        unit=unit_word,
        total=figure.total,
        as_of=_as_of(text, figure, scene.starts, dates, today),
        superseded=figure.superseded or bool(_EARLIER.search(f"{before} | {after}")) or before.endswith(", not "),
    )


def _next_topic(scene: Scene, measured: Sequence[ExtractedMeasurement], topic: Topic) -> Topic:
    """What a bare figure in the next sentence measures: the toll or crowd of this one, or what it announces
    ("turnout:")."""
    for family in (FATES | {"crowd_size"}, TOPICS):
        first = next((item for item in measured if item.measure in family), None)
        if first:
            return Topic(first.measure, first.unit)
    if scene.bodies:
        return Topic("bodies", "body")
    if scene.crowd or scene.lemmas & lexicon.GATHERING:
        return Topic("crowd_size", "person")
    return Topic("killed", "person") if "toll" in scene.lemmas else topic


def _as_of(
    text: str, figure: Figure, starts: Sequence[int], dates: Sequence[DateMention], today: date | None
) -> date | None:
    """The day a figure is for: "16 members in 1991", "32 members today", "By March 11 … below 500"."""
    following = min((start for start in starts if start > figure.core_start), default=len(text))
    for mention in dates:
        if mention.day is None:
            continue
        if figure.end <= mention.start < following and mention.start - figure.end <= 30:
            current = text[mention.start : mention.end].casefold() in {"today", "now"}
            coarse = mention.precision is not Precision.DAY and not mention.vague
            if "," not in text[figure.end : mention.start] and (current or coarse):
                return today if current else mention.day
        before = text[max(0, mention.start - 8) : mention.start]
        if mention.end < figure.start and figure.start - mention.end <= 90 and _AS_OF.search(before):
            return mention.day
    return None


def _ordinals(sentence: Span) -> list[ExtractedMeasurement]:
    """ "for the 3rd time", "the second 'meaningful vote'": the place in a series; not "for the first time", a way of
    speaking."""
    result = []
    for match in _ORDINAL.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        word = match["n"].casefold()
        if word == "first" and match[0].casefold().endswith("time"):
            continue
        value = Decimal(_ORDINALS.index(word) + 1) if word in _ORDINALS else Decimal(re.sub(r"\D", "", word))
        result.append(ExtractedMeasurement("ordinal", match[0], match.start(), match.end(), value))
    return result
