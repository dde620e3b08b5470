"""Who speaks: from the subject of a verb of saying to a Speaker with the fullest name that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extraction.lexicon import words
from claims.extraction.names import canonical_state, fold_name, state_of, strip_titles, surname
from claims.extraction.types import Speaker
from claims.vocabulary import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

UNKNOWN = "Unnamed source"
"""The name of a speaker who is there in the words ("he said") but whom the text does not let us name."""

_PRONOUNS = words("he she they it who him her them which i we you this that")
_BODIES = words(
    """
    police government ministry army military agency company group party bank court council commission committee
    union parliament administration office department authority institute survey newspaper media broadcaster
    channel station television radio opposition church university hospital navy association federation
    organisation organization regime team daily paper command force service
    """
)
_DOCUMENTS = words("statement report sheet release document estimate survey poll study figure website account memo")
"""What is written in somebody's name: "a White House fact sheet" speaks for the White House."""
_OFFICES = re.compile(
    r"\b(president|prime minister|premier|chancellor|foreign minister|defen[cs]e minister|interior minister|king|"
    r"queen|emir|"
    r"crown prince|pope|secretary of state|secretary-general|governor|mayor|ambassador|spokesman|spokeswoman|"
    r"spokesperson|"
    r"opposition leader|chief executive|minister)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Cast:
    """The people of one text: full names by surname and by office, read from the whole text before any claim."""

    full: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    _ambiguous: set[str] = field(default_factory=set)

    def add(self, doc: Doc) -> None:
        """Take in the persons named in one paragraph."""
        for entity in doc.ents:
            if entity.label_ != "PERSON":
                continue
            name = person_name(entity)
            if " " not in name:
                continue
            self._put(self.full, surname(name), name)
            before = doc[max(0, entity.start - 4) : entity.end].text[: -len(name)] if entity.text.endswith(name) else ""
            offices = _OFFICES.findall(before)
            if offices:
                self._put(self.offices, offices[-1].casefold(), name)

    def _put(self, table: dict[str, str], key: str, name: str) -> None:
        known = table.get(key)
        if known is None and key not in self._ambiguous:
            table[key] = name
        elif known is not None and fold_name(known) != fold_name(name):
            self._ambiguous.add(key)
            del table[key]

    def known(self, name: str) -> str:
        """The fullest name for a participant, titles dropped; names of others unchanged."""
        bare = strip_titles(name)
        return self.full.get(surname(bare), name) if bare and " " not in bare else name

    def fullest(self, name: str) -> str:
        """The full name for a bare surname that only one person of the text has; otherwise the name itself."""
        return self.full.get(surname(name), name) if " " not in name else name

    def holder(self, phrase: str) -> str | None:
        """Who "the president" or "the Ukrainian president" is, where the text names one holder of that office."""
        office = _OFFICES.search(phrase)
        return self.offices.get(office[1].casefold()) if office else None


def person_name(entity: Span) -> str:
    """A person's name without titles and possessive: "President Trump's" → "Trump"."""
    return strip_titles(re.sub(r"['’]s?$", "", " ".join(entity.text.split())).strip(' .,"“”'))


def speaker_of(subject: Token, cast: Cast, last: Speaker | None, people: Iterable[Span]) -> Speaker:
    """The Speaker for the subject of a verb of saying.

    "spokesperson Dmitry Peskov" → Dmitry Peskov; "Podolyak" → the full name given elsewhere; "White House officials" →
    kept, unnamed; "the Kremlin" → Kremlin, an organisation; "Moscow", "South Korea" → a state; "he" → the last speaker,
    or the last person of the paragraph (`people`, in order).
    """
    start, end = subject.idx, subject.idx + len(subject)
    if subject.lower_ in _PRONOUNS:
        return _of_pronoun(subject, last, people, start, end)
    owner = _owner(subject)
    if owner is not None:
        return speaker_of(owner, cast, last, people)
    phrase = _phrase(subject)
    person = _person_in(subject, phrase)
    if person is not None:
        name = cast.fullest(person_name(person))
        return Speaker(name, SourceKind.PERSON, person.start_char, person.end_char)
    words = re.sub(r"^(?:the|a|an|this|that|these|those|its|his|her|their)\s+", "", phrase.text, flags=re.IGNORECASE)
    words = re.sub(r"['’]s?$", "", " ".join(words.split())).strip(' ,"“”')
    if (subject.pos_ != "PROPN" and phrase[0].lower_ in {"the", "this", "that", "his", "her"}) or _OFFICES.fullmatch(
        words
    ):
        holder = cast.holder(words)
        if holder:
            return Speaker(holder, SourceKind.PERSON, phrase.start_char, phrase.end_char)
    if " " not in words and subject.pos_ == "PROPN" and not state_of(words) and surname(words) in cast.full:
        return Speaker(cast.fullest(words), SourceKind.PERSON, phrase.start_char, phrase.end_char)
    if (
        words
        and phrase[-1].i == subject.i
        and phrase.text.startswith(words)
        and phrase[0].pos_ in {"NOUN", "ADJ"}
        and not phrase[0].ent_type_
    ):
        words = words[0].lower() + words[1:]  # a common noun that opens the sentence: "Police", "Organisers"
    kind = _kind(subject, words)
    if kind is SourceKind.STATE:
        words = canonical_state(words) or words
    if kind is SourceKind.PERSON:
        words = cast.fullest(strip_titles(words))
    return Speaker(words or UNKNOWN, kind, phrase.start_char, phrase.end_char)


def _owner(subject: Token) -> Token | None:
    """The name in whose name a document speaks: "a White House fact sheet", "figures from the ministry", "a study by
    Hill"."""
    if subject.lemma_.casefold() not in _DOCUMENTS or subject.ent_type_:
        return None
    for child in subject.children:
        if child.dep_ in {"compound", "poss", "nmod"} and child.ent_type_ in {"ORG", "GPE", "PERSON", "FAC"}:
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by"} and child.i == subject.i + 1:
            return next((part for part in child.children if part.dep_ == "pobj" and part.ent_type_), None)
    return None


def _of_pronoun(subject: Token, last: Speaker | None, people: Iterable[Span], start: int, end: int) -> Speaker:
    if subject.lower_ in {"he", "she", "him", "her", "who"}:
        if last and last.kind is SourceKind.PERSON:
            return Speaker(last.name, last.kind, start, end)
        named = [person for person in people if person.end <= subject.i]
        if named:
            return Speaker(person_name(named[-1]), SourceKind.PERSON, start, end)
    if last and subject.lower_ not in {"i", "we", "you"}:
        return Speaker(last.name, last.kind, start, end)
    return Speaker(UNKNOWN, SourceKind.UNNAMED, start, end)


def _phrase(subject: Token) -> Span:
    """The noun phrase around a subject, without relative clauses and what follows a comma."""
    first = last = subject.i
    for child in subject.children:
        if child.i < subject.i and child.dep_ in {"det", "amod", "compound", "poss", "nmod", "nummod"}:
            first = min(first, child.left_edge.i)
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "from", "at", "in"} and child.i == subject.i + 1:
            size = child.right_edge.i - child.i
            dated = any(token.ent_type_ == "DATE" for token in child.subtree)
            if size <= 6 and not dated and not any(token.pos_ in {"VERB", "AUX"} for token in child.subtree):
                last = max(last, child.right_edge.i)
    return subject.doc[first : last + 1]


def _person_in(subject: Token, phrase: Span) -> Span | None:
    """The person that the phrase or its apposition names; "Trump's spokesman" names none."""
    low, high = phrase.start, phrase.end
    for child in subject.children:
        if child.dep_ == "appos" and child.ent_type_ == "PERSON":
            high = max(high, child.i + 1)
    for entity in subject.doc[low : min(len(subject.doc), high + 1)].ents:
        if entity.label_ != "PERSON" or not any(char.isupper() for char in entity.text):
            continue
        inside = entity.start <= subject.i < entity.end
        apposed = any(child.dep_ == "appos" and entity.start <= child.i < entity.end for child in subject.children)
        owned = subject.doc[min(entity.end, len(subject.doc) - 1)].lower_ in {
            "'s",
            "’s",
            "'",
            "’",
        } or entity.text.endswith(("'s", "’s"))
        if inside or apposed or (entity.end <= subject.i and not owned and entity.end >= phrase.end - 1):
            return entity
    return None


def _kind(subject: Token, words: str) -> SourceKind:
    lemma = subject.lemma_.casefold()
    if canonical_state(words) or (subject.pos_ == "PROPN" and state_of(words) and subject.ent_type_ in {"GPE", "LOC"}):
        return SourceKind.STATE
    if lemma in _BODIES or subject.ent_type_ in {"ORG", "NORP", "FAC", "PRODUCT", "WORK_OF_ART"}:
        return SourceKind.ORGANISATION
    if subject.pos_ == "PROPN":
        return SourceKind.PERSON if subject.ent_type_ == "PERSON" else SourceKind.ORGANISATION
    return SourceKind.UNNAMED
