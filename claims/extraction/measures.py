"""Tell what a figure measures: people killed, money, a crowd, a magnitude, or so many of something.

A figure is judged by its unit noun (from the parse), by the trigger words near it, and, where it stands bare ("Police
counted 338,000"), by what the figures before it measured.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from spacy.tokens import Span, Token

from claims.extraction import lexicon
from claims.extraction.dates import DateMention
from claims.extraction.figures import Figure
from claims.extraction.types import ExtractedMeasurement
from claims.vocabulary import Comparator, Precision

REACH = 9
"""Tokens between a figure and the word that says what it measures; another figure between counts as six."""

CASUALTIES = frozenset({"killed", "injured", "missing", "casualties", "identified_dead"})
_TOPICS = CASUALTIES | {"crowd_size", "troops", "aircraft", "magnitude"}
_BOTH = re.compile(
    r"\b(?:killed|dead|died|deaths|lost (?:their|his|her) li(?:fe|ves))(?:\s*,\s*|\s*(?:and|or|and/or)\s+)(?:been |were |have been )?"
    r"(?:seriously |badly )?(?:wounded|injured|hurt|missing|captured|injuries)\b|\b(?:wounded|injured) (?:and|or) (?:killed|dead)\b",
    re.IGNORECASE,
)
_LOST_LIVES = re.compile(r"\b(?:lost|lose|losing) (?:their|his|her) li(?:fe|ves)\b|\bclaim(?:ed|s|ing)? (?:the lives of|lives)", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?P<zero>no(?:body| one| deaths?| fatalit(?:y|ies)| casualt(?:y|ies)| reports? of (?:any )?(?:deaths?|casualties|fatalities|injuries)| injuries| victims))\b"
    r"(?P<verb>\s+(?:was|were|had been|has been|have been)?\s*(?:killed|died|dead|injured|hurt|wounded))?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+[\"'“‘]?(?:\w+\s+)?"
    r"(?:time|vote|attempt|ballot|defeat|round)\b",
    re.IGNORECASE,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_EARLIER = re.compile(r"\b(?:at first|initially|to begin with|originally|until then|earlier had|had earlier|previously|at one point|first said)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:\b(?:No\.?|Nos\.?|Article|Section|Chapter|Flight|Highway|Route|Page|Channel|Phase|Level|Type|Room|Gate|Boeing|Airbus|Title|Volume|Part|Unit|Day|Week|Group)\s|#)$")
_AGE = re.compile(r"[\s-]years?[\s-](?:old|of age)\b")
_AS_OF = re.compile(r"\b(?:as of|by|up to|until)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """What the figures just before measured, so that a bare figure can be read."""

    measure: str = ""
    unit: str = ""


def measure_figures(
    sentence: Span, found: Sequence[Figure], dates: Sequence[DateMention], topic: Topic, published_on: date | None
) -> tuple[list[ExtractedMeasurement], Topic]:
    """Measurements of one sentence (offsets in its document) and the topic for the next one.

    Fires on "killed at least 13 people" (killed), "500,000 have lost their lives or been wounded" (casualties), "$96bn"
    (amount, USD), "a 90-minute call" (duration), "26 tanks out of 31" (count of tanks). Leaves alone years, ages
    ("35 years old"), labels ("No. 1", "Flight 370") and bare figures with nothing to tell what they count.
    """
    text = sentence.doc.text
    measured: list[ExtractedMeasurement] = []
    within = topic
    for figure in found:
        if _LABEL.search(text, max(0, figure.core_start - 12), figure.core_start):
            continue
        tokens = sentence.doc.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
        if tokens is None:
            continue
        unit = unit_token(tokens[-1], sentence)
        named = _name(figure, tokens, unit, sentence, found, within)
        if named is None:
            continue
        measure, unit_word, value, value_max = named
        end = max(figure.end, unit.idx + len(unit) if unit is not None and unit.i - tokens[-1].i <= 5 else 0)
        measured.append(
            ExtractedMeasurement(
                measure, text[figure.start : end], figure.start, end, value, value_max, "", figure.comparator, unit_word, figure.total,
                as_of=_as_of(text, figure, found, dates, published_on),
                superseded=figure.superseded or bool(_EARLIER.search(text, max(sentence.start_char, figure.start - 60), min(sentence.end_char, end + 24))),
            )
        )  # fmt: skip
        if measure in _TOPICS or measure == "amount":
            within = Topic(measure, unit_word)
    measured += _nobody(sentence)
    measured += _ordinals(sentence)
    first = next((Topic(item.measure, item.unit) for item in measured if item.measure in _TOPICS), None)
    return sorted(measured, key=lambda item: item.start), first or topic


def unit_token(number: Token, sentence: Span) -> Token | None:
    """The noun that a number counts: "26 M1A1 Abrams tanks" → tanks, "dozens of people" → people; None where it stands bare."""
    head = number
    for _ in range(4):
        if head.head.i <= head.i or head.head.i >= sentence.end or head.head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            break
        if head.dep_ not in {"nummod", "compound", "amod", "nmod", "quantmod", "det", "poss"}:
            break
        head = head.head
    if head.i > number.i and head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return head
    following = sentence.doc[number.i + 1 : min(sentence.end, number.i + 4)]
    if len(following) and following[0].text == "-":
        following = following[1:]
    if len(following) and following[0].lower_ == "of" and number.head.i != number.i:
        noun = next((child for child in following[0].children if child.dep_ == "pobj"), None)
        return noun if noun is not None and noun.pos_ in {"NOUN", "PROPN"} and noun.i < sentence.end else None
    first = following[0] if len(following) else None
    return first if first is not None and first.pos_ == "NOUN" else None


Named = tuple[str, str, Decimal, Decimal | None]


def _name(figure: Figure, tokens: Span, unit: Token | None, sentence: Span, found: Sequence[Figure], topic: Topic) -> Named | None:
    """Measure, unit, value and upper value of a figure, by the first rule that knows it."""
    text, value, upper = sentence.doc.text, figure.value, figure.value_max
    word = unit.lemma_.casefold() if unit is not None else ""
    if figure.currency:
        return "amount", figure.currency, value, upper
    if figure.percent:
        return "percentage", "percent", value, upper
    if _AGE.match(text, figure.core_end) or re.search(r"\baged\s+$", text[max(0, figure.core_start - 6) : figure.core_start]):
        return None
    if word in lexicon.DURATIONS:
        return "duration", word, value, upper
    length = _length(text, figure, word)
    if length:
        near = {token.lemma_.casefold() for token in sentence.doc[max(sentence.start, tokens.start - 5) : min(sentence.end, tokens.end + 6)]}
        return ("depth_km" if near & lexicon.DEPTH else "distance"), "km", _to_km(value, length), upper and _to_km(upper, length)
    lemmas = {token.lemma_.casefold() for token in sentence}
    if _is_magnitude(figure, unit, word, lemmas, topic):
        return "magnitude", "magnitude", value, upper
    bare = unit is None or word in {"other", "rest", "total"}
    if bare and figure.core_end - figure.core_start == 4 and 1800 <= value <= 2100 and value == value.to_integral_value():
        return None
    trigger = _trigger(tokens, sentence, found)
    if trigger == "margin":
        return ("margin", "vote", value, upper) if bare or word == "vote" else ("count", word, value, upper)
    person = bare or word in lexicon.PERSONS or word in lexicon.DEAD or unit is not None and unit.ent_type_ in {"NORP", "GPE"}
    if trigger and person:
        return trigger, "person" if bare else word, value, upper
    return _name_by_noun(value, upper, unit, word, bare, tokens, sentence, topic)


def _name_by_noun(
    value: Decimal, upper: Decimal | None, unit: Token | None, word: str, bare: bool, tokens: Span, sentence: Span, topic: Topic
) -> Named | None:
    after = sentence.doc[tokens.end : min(sentence.end, tokens.end + 4)]
    fate = next((token for token in after if token.lemma_.casefold() in lexicon.OTHER_FATES and token.pos_ == "VERB"), None)
    if fate is not None and (bare or word in lexicon.PERSONS):
        return "count", fate.lemma_.casefold() + ("d" if fate.lemma_.endswith("e") else "ed"), value, upper
    if word in lexicon.AIRCRAFT:
        return "aircraft", "aircraft", value, upper
    if word in lexicon.ABOARD or any(token.lower_ in {"aboard", "onboard"} for token in after):
        return "aboard", word or "person", value, upper
    crowd = sentence.text.casefold()
    if (bare or word in lexicon.PERSONS or word in lexicon.CROWD_NOUNS) and (
        word in lexicon.CROWD_NOUNS
        or any(token.lemma_.casefold() in lexicon.CROWD_VERBS and token.pos_ == "VERB" and abs(token.i - tokens.end) <= 2 * REACH for token in sentence)
        or any(phrase in crowd for phrase in lexicon.CROWD_PHRASES)
        or any(token.lemma_ in lexicon.CROWD_NOUNS for token in sentence.doc[max(sentence.start, tokens.start - 5) : tokens.start])
    ) and value >= 20:
        return "crowd_size", "person", value, upper
    sent = any(token.lemma_ in {"send", "deploy", "dispatch", "station", "amass"} for token in after[:2])
    if word in lexicon.TROOPS or (bare and sent):
        return "troops", word or "person", value, upper
    if not bare:
        return "count", word, value, upper
    if topic.measure in _TOPICS and (topic.measure != "magnitude") and value >= 1:
        return topic.measure, topic.unit, value, upper
    return None


def _trigger(tokens: Span, sentence: Span, found: Sequence[Figure]) -> str:
    """The casualty or margin word that governs a figure: the nearest one within reach."""
    doc = sentence.doc
    others = [figure.core_start for figure in found if not tokens.start_char <= figure.core_start < tokens.end_char]
    combined = [match.span() for match in _BOTH.finditer(doc.text, sentence.start_char, sentence.end_char)]
    lives = [match.span() for match in _LOST_LIVES.finditer(doc.text, sentence.start_char, sentence.end_char)]
    best, nearest = "", REACH + 1
    for token in doc[max(sentence.start, tokens.start - 2 * REACH) : min(sentence.end, tokens.end + 2 * REACH)]:
        measure = "casualties" if _inside(token.idx, combined) else "killed" if _inside(token.idx, lives) else _fate(token)
        if not measure:
            continue
        low, high = min(token.idx, tokens.start_char), max(token.idx, tokens.start_char)
        between = sum(1 for start in others if low < start < high)
        distance = (tokens.start - token.i if token.i < tokens.start else token.i - tokens.end + 1) + 6 * between
        if distance < nearest:
            best, nearest = measure, distance
    return best


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _fate(token: Token) -> str:
    lemma = token.lemma_.casefold()
    if lemma in lexicon.KILL and token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
        return "killed"
    if lemma in lexicon.DEAD:
        return "killed"
    if lemma == "victim" and any(other.lemma_ == "identify" for other in token.doc[token.i : token.i + 4]):
        return "identified_dead"
    if lemma in lexicon.INJURE:
        return "injured"
    if lemma in lexicon.MISSING and token.pos_ in {"ADJ", "VERB"}:
        return "missing"
    if lemma in lexicon.CASUALTY or token.lower_ in lexicon.CASUALTY:
        return "casualties"
    return "margin" if lemma in lexicon.MARGIN else ""


def _is_magnitude(figure: Figure, unit: Token | None, word: str, lemmas: set[str], topic: Topic) -> bool:
    """"an 8.8 magnitude earthquake", "measured at 7.8"; not "7.48 million people", "two earthquakes"."""
    decimal = figure.value != figure.value.to_integral_value() and -int(figure.value.normalize().as_tuple().exponent) == 1
    if not 1 <= figure.value < 10 or figure.in_words or figure.comparator is Comparator.RANGE:
        return False
    if word in lexicon.QUAKE or word in {"shock", "temblor"}:
        return decimal or word == "magnitude"
    context = lemmas & lexicon.QUAKE or topic.measure == "magnitude"
    return bool(decimal and context and (unit is None or unit.pos_ == "PROPN"))


def _length(text: str, figure: Figure, word: str) -> str:
    attached = re.match(r"km\b|ft\b|m\b", text[figure.core_end : figure.core_end + 4])
    return lexicon.LENGTHS.get(attached[0] if attached else word, "")


def _to_km(value: Decimal, factor: str) -> Decimal:
    """Kilometres, rounded to as many digits as the text gives: "51 miles" is 82 km, not 82.076544."""
    if factor == "1":
        return value
    exact = value * Decimal(factor)
    digits = max(1, len(value.normalize().as_tuple().digits))
    quantum = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    return exact.quantize(quantum, ROUND_HALF_UP) if exact else exact


def _as_of(text: str, figure: Figure, found: Sequence[Figure], dates: Sequence[DateMention], published_on: date | None) -> date | None:
    """The day a figure is for: "16 members in 1991", "32 members today", "By March 11 … below 500"."""
    following = min((other.start for other in found if other.start > figure.start), default=len(text))
    for mention in dates:
        near = figure.end <= mention.start < following and "," not in text[figure.end : mention.start] and mention.start - figure.end <= 30
        current = text[mention.start : mention.end].casefold() in {"today", "now"}
        if mention.day and near and (current or mention.precision is not Precision.DAY) and not mention.vague:
            return published_on if current else mention.day
        if mention.day and mention.end < figure.start and figure.start - mention.end <= 90 and _AS_OF.search(text, max(0, mention.start - 8), mention.start):
            return mention.day
    return None


def _nobody(sentence: Span) -> list[ExtractedMeasurement]:
    """"nobody died", "no fatalities", "no reports of deaths" are a figure of nought; "no one said" is not."""
    text, result = sentence.doc.text, []
    for match in _NOBODY.finditer(text, sentence.start_char, sentence.end_char):
        words = match[0].casefold()
        if words.startswith(("nobody", "no one")) and not match["verb"]:
            continue
        measure = "injured" if re.search(r"injur|hurt|wound", words) else "casualties" if "casualt" in words and "report" not in words else "killed"
        result.append(ExtractedMeasurement(measure, match[0], match.start(), match.end(), Decimal(0), unit="person"))
    return result


def _ordinals(sentence: Span) -> list[ExtractedMeasurement]:
    """"for the 3rd time", "the second 'meaningful vote'": the place in a series, as a figure."""
    text, result = sentence.doc.text, []
    for match in _ORDINAL.finditer(text, sentence.start_char, sentence.end_char):
        word = match["n"].casefold()
        value = Decimal(_ORDINALS.index(word) + 1) if word in _ORDINALS else Decimal(re.sub(r"\D", "", word))
        result.append(ExtractedMeasurement("ordinal", match[0], match.start(), match.end(), value))
    return result


def with_group(items: Sequence[ExtractedMeasurement], group: int) -> list[ExtractedMeasurement]:
    """The same measurements as one numbered group."""
    return [replace(item, group=group) for item in items]
