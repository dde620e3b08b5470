"""From the words of a clause to the proposition of a claim: pronouns put back, attribution taken out, spans trimmed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.cues import Attribution
from claims.extraction.facts import Facts
from claims.extraction.reading import text_of
from claims.extraction.speakers import Cast, person_name
from claims.extraction.types import ExtractedClaim, ExtractedMeasurement, Speaker
from claims.vocabulary import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SINGULAR = re.compile(r"^(\W*(?:that\s+)?)(?:he|she)\b", re.IGNORECASE)
_PLURAL = re.compile(r"^(\W*(?:that\s+)?)they\b", re.IGNORECASE)


def resolved(clause: Span, sentence: Span, before: Span | None, words: str, speaker: Speaker | None, cast: Cast) -> str:
    """The words with a leading pronoun replaced by the one name it can mean; unchanged where that is not plain.

    "he" in what somebody is said to say is the speaker, elsewhere the only person of the sentence `before`; "they" in
    "promised Ukraine and Georgia that they …" is those addressed. Leaves alone "it", and "he" after two people.
    """
    first = clause[1] if clause[0].lower_ in {"that", "how"} and len(clause) > 1 else clause[0]
    if first.dep_ not in {"nsubj", "nsubjpass"}:
        return words
    inside = clause.start > sentence.start
    if first.lower_ == "they" and inside:
        names = _addressed(clause)
        return _PLURAL.sub(lambda match: match[1] + " and ".join(names), words, count=1) if len(names) > 1 else words
    if first.lower_ not in {"he", "she"}:
        return words
    if inside and speaker and speaker.kind is SourceKind.PERSON:
        name = speaker.name
    else:
        people = (
            {cast.fullest(person_name(person)) for person in before.ents if person.label_ == "PERSON"}
            if before
            else set()
        )
        name = people.pop() if len(people) == 1 else ""
    return _SINGULAR.sub(lambda match: match[1] + name, words, count=1) if name else words


def _addressed(clause: Span) -> list[str]:
    """The named addressees of the verb above a content clause: "promised Ukraine and Georgia that …"."""
    told: list[Token] = [
        child for child in clause.root.head.children if child.dep_ in {"dobj", "dative"} and child.i < clause.start
    ]
    if len(told) != 1 or told[0].ent_type_ not in {"GPE", "NORP", "PERSON"}:
        return []
    return [token.text for token in (told[0], *told[0].conjuncts)]


def words_said(sentence: Span, act: Attribution) -> str | None:
    """The proposition of an attribution where it is not simply its content: "vowed to end the war" → "X will end the
    war"."""
    if act.rule == "figure":  # the verb belongs to what is said: "put the toll at 40"
        return None
    if act.content == (sentence.start_char, sentence.end_char):
        return without(sentence, act.frame)
    if act.rule == "infinitive" and act.content:
        words = text_of(sentence.doc)[act.content[0] : act.content[1]]
        return f"{act.speaker.name} {re.sub('^to ', 'will ', words)}"
    if act.rule == "accusation" and act.content:
        return _accused(sentence, act.content)
    return None


def _accused(sentence: Span, content: tuple[int, int]) -> str | None:
    """The proposition of an accusation: "the troops of shelling the port" → "the troops were shelling the port"."""
    clause = sentence.doc.char_span(*content)
    link = (
        next((token for token in clause if token.dep_ == "prep" and token.lower_ in {"of", "for"}), None)
        if clause
        else None
    )
    if clause is None or link is None:
        return None
    accused, deed = clause.doc[clause.start : link.i], clause.doc[link.i + 1 : clause.end].text
    if deed.startswith("having "):
        return f"{accused.text} had {deed.removeprefix('having ')}"
    return f"{accused.text} {'were' if accused.root.tag_ in {'NNS', 'NNPS'} else 'was'} {deed}"


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much of `other` lies in `one`, 0–1."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / max(1, other[1] - other[0])


def shared_out(
    measurements: Sequence[ExtractedMeasurement], acts: Sequence[Attribution]
) -> dict[tuple[int, int] | None, list[ExtractedMeasurement]]:
    """Each measurement to the shortest content that holds it, or to None; days of saying are no measurements of it."""
    shares: dict[tuple[int, int] | None, list[ExtractedMeasurement]] = {}
    for item in measurements:
        if item.measure == "event_date" and any(act.frame[0] <= item.start < act.frame[1] for act in acts):
            continue
        holders = [act.content for act in acts if act.content and act.content[0] <= item.start < act.content[1]]
        narrowest = min(holders, key=lambda span: span[1] - span[0]) if holders else None
        shares.setdefault(narrowest, []).append(item)
    return shares


def said_on(
    facts: Facts, acts: Sequence[Attribution], act: Attribution | None, published_on: date | None
) -> date | None:
    """The day of saying: a date in the words that attribute, or one outside all that is said ("In 1993, X warned
    that …"); otherwise the day of publication."""
    if act is None:
        return published_on
    known = [mention for mention in facts.dates if mention.day and not mention.vague]
    framed = [mention.day for mention in known if act.frame[0] <= mention.start < act.frame[1]]
    contents = [other.content for other in acts if other.content]
    outside = [mention.day for mention in known if not any(low <= mention.start < high for low, high in contents)]
    return next(iter([*framed, *outside]), published_on)


def without(sentence: Span, frame: tuple[int, int]) -> str:
    """The sentence without the words that attribute it: "Over 700 died, X said, as …" → "Over 700 died, as …"."""
    text = text_of(sentence.doc)
    before = text[sentence.start_char : frame[0]].rstrip(" ,")
    after = text[frame[1] : sentence.end_char].lstrip(" ,")
    return f"{before}, {after}" if before and after.strip(' ."”') else before or after


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces, commas and "that" around a content clause; quotation marks stay."""
    while start < end and text[start] in " ,;:\n\t—–":
        start += 1
    that = re.match(r"that[\s,]+", text[start:end], re.IGNORECASE)
    start += (
        that.end()
        if that
        and end - start - that.end() > 12
        and not re.match(r"that (?:is|was|has|would|will)\b", text[start:end], re.IGNORECASE)
        else 0
    )
    while end > start and text[end - 1] in " ,;:\n\t—–":
        end -= 1
    return start, end


def moved(claim: ExtractedClaim, by: int) -> ExtractedClaim:
    """The claim with offsets into the whole text."""
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        speaker=replace(claim.speaker, start=claim.speaker.start + by, end=claim.speaker.end + by)
        if claim.speaker
        else None,
        measurements=tuple(replace(item, start=item.start + by, end=item.end + by) for item in claim.measurements),
    )
