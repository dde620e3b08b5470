"""How named states voted: the parts of a vote that are words, not numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.extraction.names import canonical_state, state_of
from claims.extraction.reading import text_of, words_of
from claims.extraction.tally_types import Tally
from claims.extraction.types import ExtractedMeasurement
from claims.extraction.vote_words import ABSTAIN, AGAINST, FOR, NOT_VOTING, speaks_of_vote
from claims.extraction.votes import is_open, word_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LIST = re.compile(
    r"\b(?:including|among them|between them|those of|such as|like|namely)\s|(?<=[a-z]):\s", re.IGNORECASE
)
_LIST_BEFORE = re.compile(
    r"\s*(?:it|them|that|this|the text)?\s*,\s+(?P<who>(?:the\s+)?[A-Z][^.;:]{1,80}?)\s+"
    r"(?:among (?:them|those)|included)\b"
)
_LIKEWISE = re.compile(
    r"\b(?:so did|as did)\s+(?P<after>(?:the\s+)?(?:U\.[SK]\.|[A-Z]\w+)(?:\s[A-Z]\w+)?)|"
    r"\b(?:as|like)\s+(?P<before>(?:the\s+)?(?:U\.[SK]\.|[A-Z]\w+)(?:\s[A-Z]\w+)?)\s+did\b"
)
_AMONG = re.compile(
    r"(?P<who>[A-Z][\w.]*(?:\s[A-Z]\w+)?)\s+(?:itself\s+)?(?:was|were)\s+(?:\w+\s+)?"
    r"(?:among\s+(?:those|the \w+)|(?:the\s+)?(?:only|sole|lone)\s+\w+|alone\s+in|"
    r"one\s+of\s+(?:the\s+)?(?:(?:just|only)\s+)?\w+\s+\w+)"
    r"\s+(?:who\s+|that\s+|to\s+)?"
    r"(?:(?P<no>(?:vot(?:e|ed|ing)\s+)?against|oppos(?:e|ed|ing)|dissent\w*)|"
    r"(?P<yes>(?:vot(?:e|ed|ing)\s+)?in favou?r)|"
    r"(?P<abstain>abstain\w*))\b"
)
_CHANGED = re.compile(
    r"\b(?:changed|switched|turned|corrected)\s+(?:its|their|the)\s+"
    r"(?:vote|abstention|position|yes|no|[\"“]\w+[\"”])[^.;,]{0,24}?\s(?:in)?to\s+(?:an?\s+)?[\"“]?"
    r"(?:(?P<yes>yes|vote in favou?r)|(?P<no>no|vote against)|(?P<abstain>abst\w+))\b"
)
_PROPER = re.compile(r"\b[A-Z][\w.]*(?:\s[A-Z]\w+)?")
_REACH = 100
"""Characters before a changed vote in which the state that changed it is named."""
_CAST = re.compile(
    r"(?P<who>[A-Z][\w.]*(?:\s[A-Z]\w+)?)\s+(?:\w+\s+)?cast\s+(?:the|its|a)\s+(?:(?:only|sole|lone|single)\s+)?"
    r"(?P<no>(?:dissenting|negative|opposing|[\"“]?no[\"”]?)\s+vote|vote\s+against)\b"
)
_VOTING = frozenset({"abstain", "vote", "oppose", "back", "support", "endorse", "veto"})
_POSITION = {FOR: "yes", AGAINST: "no", ABSTAIN: "abstain", NOT_VOTING: "not_voting"}


def positions(sentence: Span, tallies: Sequence[Tally], *, in_vote: bool) -> list[ExtractedMeasurement]:
    """How named states voted.

    Fires on "Ukraine abstained", "the U.S. voted with Russia against", "Germany and Japan joined Canada in
    abstaining", "ten countries, including the US and Israel, opposed it", "did not vote", "Peru voted yes and
    Chile voted no", "Chile abstained, as did Peru", "18 opposed it: Chile, Peru", "30 abstained, Chile and Peru among
    them". Leaves alone "the US opposed the war" where nothing speaks of a vote, and "Israel's ambassador voted".
    """
    voting = in_vote or speaks_of_vote(words_of(sentence))
    found: dict[tuple[str, str], ExtractedMeasurement] = {}
    for token in sentence:
        value = _vote(token, voting)
        if not value:
            continue
        for voter in _voters(token, sentence):
            state = state_of(_state_text(voter)) or ""
            begin = voter.i - _state_text(voter).count(" ")
            first, last = min(begin, token.i), max(voter.i, token.i) + 1
            found.setdefault((state, value), word_of("vote_position", value, sentence, first, last, state))
    values = {value for _, value in found}
    if len(values) == 1:
        (value,) = values
        for state, start, end in _likewise(sentence):
            found.setdefault((state, value), _named(sentence, start, end, value, state))
    if voting:
        text = text_of(sentence.doc)
        for pattern in (_AMONG, _CAST):
            for match in pattern.finditer(text, sentence.start_char, sentence.end_char):
                named = canonical_state(match["who"]) or canonical_state(match["who"].split()[-1])
                if named and match.lastgroup:
                    found.setdefault((named, match.lastgroup), _named(sentence, *match.span(), match.lastgroup, named))
        for state, value, start, end in _changed(text, sentence.start_char, sentence.end_char):
            found.setdefault((state, value), _named(sentence, start, end, value, state))
    parts = [part for tally in tallies for part in tally.parts]
    for part in parts:
        following = min((other.start for other in parts if other.start >= part.end), default=sentence.end_char)
        for voter in _listed(sentence, part.start, part.end, following):
            state = canonical_state(_state_text(voter)) or ""
            found.setdefault(
                (state, _POSITION[part.measure]),
                word_of("vote_position", _POSITION[part.measure], sentence, voter.i, voter.i + 1, state),
            )
    return list(found.values())


def _named(sentence: Span, start: int, end: int, value: str, state: str) -> ExtractedMeasurement:
    return ExtractedMeasurement(
        "vote_position", text_of(sentence.doc)[start:end], start, end, value_text=value, subject=state
    )


def _changed(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """The state last named before words that tell of a changed vote, and what it was changed to."""
    for match in _CHANGED.finditer(text, start, end):
        named = [
            (state, name.start())
            for name in _PROPER.finditer(text, max(start, match.start() - _REACH), match.start())
            if (state := canonical_state(name[0]) or canonical_state(name[0].split()[-1]))
        ]
        if named and match.lastgroup:
            yield named[-1][0], match.lastgroup, match.start(), match.end()


def _likewise(sentence: Span) -> Iterator[tuple[str, int, int]]:
    """States that are said to have done the same: "…, and so did Peru"."""
    for match in _LIKEWISE.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        group = "after" if match["after"] else "before"
        state = canonical_state(re.sub(r"^the\s+", "", match[group]))
        if state:
            yield state, match.start(group), match.end(group)


def _vote(token: Token, voting: bool) -> str:
    lemma = token.lemma_.casefold()
    if lemma not in _VOTING or token.pos_ not in {"VERB", "AUX"} or is_open(token):
        return ""
    negated = any(child.dep_ == "neg" for child in token.children)
    if lemma == "abstain":
        return "" if negated else "abstain"
    if lemma == "vote":
        after = token.doc[token.i + 1 : token.i + 6].text.casefold()
        if re.match(r"(?:[\w,]+ ){0,3}?(?:against|[\"'“‘]?no\b)", after) or re.match(r"against", after):
            return "" if negated else "no"
        if re.match(r"(?:\w+ ){0,2}?(?:in favou?r|for\b|[\"'“‘]?yes\b)", after):
            return "" if negated else "yes"
        return "not_voting" if negated else ""
    if lemma == "oppose":
        return "no" if voting and not negated else ""
    if lemma in {"back", "support", "endorse"} and not negated:
        return "yes" if any(_is_motion(child) for child in token.children) else ""
    return "no" if lemma == "veto" and not negated else ""


def _is_motion(token: Token) -> bool:
    return token.dep_ == "dobj" and token.lemma_.casefold() in {"resolution", "motion", "amendment"}


def _voters(verb: Token, sentence: Span) -> Iterator[Token]:
    heads = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if not heads:  # "Norway, long counted among the doubters, voted for it", where the parse hangs Norway on "counted"
        heads = [
            inner
            for child in verb.lefts
            if child.dep_ == "advcl" and child.tag_ in {"VBN", "VBG"}
            for inner in child.lefts
            if inner.dep_ in {"nsubj", "nsubjpass"} and inner.i + 1 < child.i
        ]
    before = verb.nbor(-1) if verb.i > sentence.start else verb
    if not heads and before.dep_ == "conj" and _head_of_name(before) and canonical_state(_state_text(before)):
        yield before  # "voted yes on the text and Peru voted no", where the parse hangs Peru on the text
        return
    clause = verb
    while (
        not heads
        and clause.dep_ in {"conj", "pcomp", "xcomp", "acl", "relcl", "advcl", "prep"}
        and clause.head is not clause
    ):
        joined = clause.dep_ in {"pcomp", "prep"}
        clause = clause.head
        heads = [child for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"}]
        if joined and clause.lemma_ == "join":
            heads += [child for child in clause.children if child.dep_ == "dobj"]
        if clause.pos_ == "NOUN":
            return
    for head in heads:
        yield from (token for token in _with_conjuncts(head) if token.i < sentence.end)


def _with_conjuncts(head: Token) -> Iterator[Token]:
    """The states a noun phrase names: the head, what is joined to it, and what "including" lists."""
    for token in (head, *head.conjuncts):
        if canonical_state(_state_text(token)):
            yield token
    for token in head.subtree:
        if token.lower_ == "including":
            yield from (
                inner
                for inner in token.subtree
                if inner.ent_type_ == "GPE" and canonical_state(_state_text(inner)) and _head_of_name(inner)
            )


def _listed(sentence: Span, start: int, end: int, following: int) -> Iterator[Token]:
    """States in a list beside a tally's number: "44 countries, including Iraq, Tunisia and Britain". What stands beyond
    the next number, at `following`, is of that one."""
    text = text_of(sentence.doc)
    named = _LIST_BEFORE.match(text, end, sentence.end_char)
    match = _LIST.search(text, start, min(sentence.end_char, end + 32))
    if named and named.end() <= following:
        first, last = named.span("who")
    elif match and match.start() < following and ";" not in text[end : match.start()]:
        first, last = match.end(), sentence.end_char
    else:
        return
    for token in sentence.doc[sentence.start : sentence.end]:
        if not first <= token.idx < last:
            continue
        if token.pos_ in {"VERB", "AUX", "NUM"} or token.lower_ in {";", "besides", "while"}:
            return
        if _head_of_name(token) and canonical_state(_state_text(token)):
            yield token


def _head_of_name(token: Token) -> bool:
    """Whether a name stands for itself: not "Peru" of "Peru's envoy", but that of "abstentions, including Peru's"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    owns = following is not None and following.lower_ in {"'s", "’s"}
    if (
        owns
        and token.i + 2 < len(token.doc)
        and (token.doc[token.i + 2].is_punct or token.doc[token.i + 2].lower_ == "and")
    ):
        return True
    return token.dep_ not in {"compound", "poss", "nmod"} and not owns


def _state_text(token: Token) -> str:
    """The name around its last word: "United Kingdom" for "Kingdom"."""
    first = token.i
    while (
        first > 0
        and token.i - first < 3
        and token.doc[first - 1].dep_ in {"compound", "amod"}
        and token.doc[first - 1].head.i == token.i
    ):
        first -= 1
    for begin in range(first, token.i + 1):
        name = token.doc[begin : token.i + 1].text
        if state_of(name):
            return str(name)
    return str(token.text)
