"""Tell what a figure measures: people killed, money, a crowd, a magnitude, or so many of something.

A figure is judged by its unit noun (from the parse), by the trigger words near it, and, where it stands bare ("Police
counted 312,000"), by what the figures before it measured. A sentence with more figures than prose holds is a table,
which these rules cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.casualties import CASUALTIES, REACH, Fates, fates, governing, nobody
from claims.extraction.counted import is_year, measured_in, unit_token
from claims.extraction.date_types import DateMention
from claims.extraction.figure_types import Figure
from claims.extraction.reading import text_of
from claims.extraction.types import ExtractedMeasurement
from claims.extraction.units import kilometres, unit
from claims.vocabulary import Comparator, Precision

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MOST_FIGURES = 40
"""Figures in one sentence beyond which it is a table."""
SMALLEST_CROWD = 20

_TOPICS = CASUALTIES | {"crowd_size", "troops", "aircraft", "magnitude"}
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
_CRAFT = "plane|flight|jet|aircraft|airliner|ship|ferry|boat|bus|train"
_ON_BOARD = re.compile(rf"\s+(?:people |were |are )*on (?:board )?(?:that|the|this) (?:{_CRAFT})\b", re.IGNORECASE)
_DEFINITE = lexicon.words("the these those both his her its their our")
"""Before a number in words they point back at things already known: "the two leaders" counts nothing."""
_PLANE_MAKERS = lexicon.words("boeing airbus embraer bombardier comac")
_AS_OF = re.compile(r"\b(?:as of|by|up to|until)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """What the figures just before measured, so that a bare figure can be read."""

    measure: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is found once for all figures of a sentence."""

    sentence: Span
    lemmas: frozenset[str]
    crowd: tuple[int, ...]  # token indices of verbs of gathering
    crowd_phrase: bool
    fates: Fates
    starts: tuple[int, ...]


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
    scene = _scene(sentence, found)
    for figure in found if len(found) <= MOST_FIGURES else ():
        tokens = sentence.doc.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
        if tokens is None:
            continue
        noun = unit_token(tokens[-1], sentence)
        named = _name(figure, tokens, noun, scene, within)
        if named is None:
            continue
        measured.append(_measurement(figure, named, tokens, noun, scene, dates, published_on))
        if named[0] in _TOPICS or named[0] == "amount":
            within = Topic(named[0], named[1])
    measured += nobody(sentence)
    measured += _ordinals(sentence)
    return sorted(measured, key=lambda item: item.start), _next_topic(scene, measured, topic)


def _scene(sentence: Span, found: Sequence[Figure]) -> _Scene:
    lowered = sentence.text.casefold()
    return _Scene(
        sentence=sentence,
        lemmas=frozenset(token.lemma_.casefold() for token in sentence),
        crowd=tuple(
            token.i for token in sentence if token.pos_ == "VERB" and token.lemma_.casefold() in lexicon.CROWD_VERBS
        ),
        crowd_phrase=any(phrase in lowered for phrase in lexicon.CROWD_PHRASES),
        fates=fates(sentence),
        starts=tuple(figure.core_start for figure in found),
    )


_Named = tuple[str, str, Decimal, Decimal | None]
"""Measure, unit, value and upper value."""


def _measurement(
    figure: Figure,
    named: _Named,
    tokens: Span,
    noun: Token | None,
    scene: _Scene,
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
        superseded=figure.superseded or bool(_EARLIER.search(f"{before} | {after}")),
    )


def _name(figure: Figure, tokens: Span, noun: Token | None, scene: _Scene, topic: Topic) -> _Named | None:
    """Measure, unit and values of a figure by the first rule that knows it: what the figure itself says comes first."""
    value, upper = figure.value, figure.value_max
    word = noun.lemma_.casefold() if noun is not None else ""
    if figure.currency:
        return "amount", figure.currency, value, upper
    if figure.share:
        return "percentage", "percent", round(100 * value, 2), None
    if figure.percent:
        return "percentage", "percent", value, upper
    if figure.unit.endswith(" of age") or is_year(text_of(scene.sentence.doc), figure, noun):
        return None
    measured = measured_in(figure, noun)
    if measured:
        return _name_by_unit(measured, value, upper, tokens, scene)
    if _is_magnitude(figure, noun, word, scene.lemmas, topic):
        return "magnitude", "magnitude", value, upper
    bare = noun is None or word in {"other", "rest", "total"}
    trigger = governing(tokens, noun, scene.fates, scene.starts)
    if trigger == "margin":
        return ("margin", "vote", value, upper) if bare or word == "vote" else ("count", word, value, upper)
    if trigger and (bare or _is_person(noun, word)):
        return trigger, "person" if bare else word, value, upper
    return _name_by_noun(figure, tokens, noun, word, scene, topic)


def _name_by_unit(measured: str, value: Decimal, upper: Decimal | None, tokens: Span, scene: _Scene) -> _Named:
    """Durations, lengths in kilometres, and so many of any other unit of measurement."""
    known = unit(measured)
    if known and known.dimension in {"time", "calendar"}:
        return "duration", measured, value, upper
    length = kilometres(measured, value)
    if length is None:
        return "count", measured, value, upper
    near = scene.sentence.doc[max(scene.sentence.start, tokens.start - 5) : min(scene.sentence.end, tokens.end + 6)]
    deep = any(token.lemma_.casefold() in lexicon.DEPTH for token in near)
    return ("depth_km" if deep else "distance"), "km", length, None if upper is None else kilometres(measured, upper)


def _is_person(noun: Token | None, word: str) -> bool:
    named = noun is not None and noun.ent_type_ in {"NORP", "GPE"}
    return named or word in lexicon.PERSONS | lexicon.DEAD | lexicon.CASUALTY


def _name_by_noun(
    figure: Figure, tokens: Span, noun: Token | None, word: str, scene: _Scene, topic: Topic
) -> _Named | None:
    """What is left when no casualty word governs: fates ("arrested"), craft, crowds, troops, counts, the topic
    before."""
    value, upper = figure.value, figure.value_max
    bare = noun is None or word in {"other", "rest", "total"}
    after = scene.sentence.doc[tokens.end : min(scene.sentence.end, tokens.end + 4)]
    fated = next(
        (token for token in after if token.lemma_.casefold() in lexicon.OTHER_FATES and token.pos_ == "VERB"), None
    )
    if fated is not None and (bare or word in lexicon.PERSONS):
        return "count", fated.lower_, value, upper
    if word in lexicon.AIRCRAFT or (noun is not None and _is_craft(noun)):
        return "aircraft", "aircraft", value, upper
    rest = text_of(scene.sentence.doc)[tokens.end_char : tokens.end_char + 60]
    aboard = any(token.lower_ in {"aboard", "onboard"} for token in after) or (bare and _ON_BOARD.match(rest))
    if word in lexicon.ABOARD or aboard:
        return "aboard", word or "person", value, upper
    if value >= SMALLEST_CROWD and _is_crowd(tokens, word, bare, scene):
        return "crowd_size", "person", value, upper
    sent = any(token.lemma_ in {"send", "deploy", "dispatch", "station", "amass"} for token in after[:2])
    if word in lexicon.TROOPS or (bare and sent):
        return "troops", word or "person", value, upper
    if not bare:
        known = figure.in_words and tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ in _DEFINITE
        return None if known or tokens.text.casefold() == "one" else ("count", word, value, upper)
    if topic.measure in _TOPICS and topic.measure != "magnitude" and value >= 1:
        return topic.measure, topic.unit, value, upper
    return None


def _is_craft(noun: Token) -> bool:
    """Aircraft by their make: "90 Airbus A350s", "12 Boeing 787 Dreamliner and 777X aircraft"."""
    if noun.pos_ != "PROPN":
        return False
    parts = {token.lower_ for token in noun.lefts} | {token.lemma_.casefold() for token in noun.conjuncts}
    return bool(parts & (_PLANE_MAKERS | lexicon.AIRCRAFT))


def _is_crowd(tokens: Span, word: str, bare: bool, scene: _Scene) -> bool:
    """ "312,000 marched", "a turnout of 180,000", "500 protesters"; not "marched 20 miles", "200 houses at the
    rally"."""
    if not (bare or word in lexicon.PERSONS or word in lexicon.CROWD_NOUNS):
        return False
    before = scene.sentence.doc[max(scene.sentence.start, tokens.start - 5) : tokens.start]
    return (
        word in lexicon.CROWD_NOUNS
        or scene.crowd_phrase
        or any(abs(index - tokens.end) <= 2 * REACH for index in scene.crowd)
        or any(token.lemma_.casefold() in lexicon.CROWD_NOUNS for token in before)
    )


def _is_magnitude(figure: Figure, noun: Token | None, word: str, lemmas: frozenset[str], topic: Topic) -> bool:
    """ "an 8.6 magnitude earthquake", "measured at 7.4"; not "7.48 million people", "two earthquakes"."""
    if not 1 <= figure.value < 10 or figure.in_words or figure.comparator is Comparator.RANGE:
        return False
    decimals = -int(figure.value.normalize().as_tuple().exponent)
    if word in lexicon.QUAKE or word in {"shock", "temblor"}:
        return decimals == 1 or word == "magnitude"
    context = bool(lemmas & lexicon.QUAKE) or topic.measure == "magnitude"
    return decimals == 1 and context and (noun is None or noun.pos_ == "PROPN")


def _next_topic(scene: _Scene, measured: Sequence[ExtractedMeasurement], topic: Topic) -> Topic:
    """What a bare figure in the next sentence measures: the toll or crowd of this one, or what it announces
    ("turnout:")."""
    for family in (CASUALTIES | {"crowd_size"}, _TOPICS):
        first = next((item for item in measured if item.measure in family), None)
        if first:
            return Topic(first.measure, first.unit)
    if "turnout" in scene.lemmas:
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
