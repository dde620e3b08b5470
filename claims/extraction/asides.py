"""Attributions that stand beside the clause rather than above it: "according to", "…, X announced", echoes, labels.

They are read off the surface of the sentence, where the parse says little or errs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.cues import COUNTS, DENY, ECHO, POSITIONS, SAY, STOPS, Attribution
from claims.extraction.speakers import Cast, speaker_of
from claims.extraction.types import Speaker
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def trailing(token: Token, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    """ "…, President X announced on Wednesday": read off the commas where the parser took the speaker for an
    apposition.

    Fires where a verb of saying without a clause of its own closes a short verbless stretch after a comma that follows
    a full clause. Leaves alone "the minister, who spoke in Paris" and "…, the newspaper reported on".
    """
    doc = sentence.doc
    clear = token.lower_ == "made" and token.i + 1 < sentence.end and doc[token.i + 1].lower_ == "clear"
    if not clear and not (token.lemma_.casefold() in SAY and token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}):
        return None
    first = token.i
    while first > sentence.start and token.i - first <= 14 and doc[first - 1].text not in {",", "”", '"', "—", "–"}:
        first -= 1
        if (doc[first].pos_ == "VERB" and doc[first].tag_ not in {"VBG", "VBN"}) or doc[first].lower_ in STOPS:
            return None
    region = doc[first : token.i]
    before = doc[sentence.start : max(sentence.start, first - 1)]
    subject = next(
        (
            part
            for part in reversed(region)
            if part.pos_ in {"NOUN", "PROPN", "PRON"} and (part.head.i >= token.i or part.head.i < first)
        ),
        None,
    )
    opener = before[0].lower_ if len(before) else ""
    acted_on = any(child.dep_ == "dobj" for child in token.children) and not clear
    if opener in STOPS | {"to", "in", "with"} or acted_on:
        return None
    if subject is None or not any(part.tag_ in {"VBD", "VBZ", "VBP", "MD"} for part in before) or len(region) > 14:
        return None
    last_token = token.i + 1 if clear else token.i
    while last_token + 1 < sentence.end and doc[last_token + 1].text not in {",", ".", ";", "!", "”", '"'}:
        last_token += 1
        if doc[last_token].pos_ in {"VERB", "AUX"} or last_token - token.i > 8:
            return None
    frame = region.start_char, doc[last_token].idx + len(doc[last_token])
    return Attribution(
        speaker_of(subject, cast, last, people),
        token.text,
        token.idx,
        Stance.ASSERTS,
        (sentence.start_char, before.end_char),
        frame,
        "trailing",
    )


def echo(token: Token, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    """ "a claim echoed by Stoltenberg", "this view was rejected by Kyiv": somebody takes a stand on what was just
    said, or on what the same words say: "the claim that the port is open was denied by the ministry"."""
    lemma = token.lemma_.casefold()
    if lemma not in ECHO | DENY or token.tag_ != "VBN":
        return None
    what = (
        token.head
        if token.dep_ == "acl"
        else next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    )
    by = next((child for child in token.children if child.lower_ == "by"), None)
    who = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    if what is None or who is None or what.lemma_.casefold() not in POSITIONS or who.i >= sentence.end:
        return None
    frame = min(what.left_edge.idx, token.idx), who.idx + len(who)
    stance = Stance.DENIES if lemma in DENY else Stance.ASSERTS
    clause = claimed(what)
    content = None
    if clause is not None and what.i < clause.left_edge.i and clause.right_edge.i < token.i:
        content = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
        frame = token.idx, frame[1]
    speaker = speaker_of(who, cast, last, people)
    return Attribution(speaker, token.text, token.idx, stance, content, frame, "echo" if content is None else "clause")


def claimed(position: Token) -> Token | None:
    """The head of the clause that says what a claim, an allegation or a report is: "the claim that the port is
    open"."""
    if position.lemma_.casefold() not in POSITIONS:
        return None
    return next(
        (
            child
            for child in position.children
            if child.dep_ in {"acl", "relcl", "ccomp"}
            and any(mark.lower_ == "that" for mark in child.children)
            and any(part.dep_ in {"nsubj", "nsubjpass", "expl"} and part.lower_ != "that" for part in child.children)
        ),
        None,
    )


def according(token: Token, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    """ "according to X, …", "by X's account", "by X's count": the rest of the sentence is the content."""
    doc = sentence.doc
    if token.lower_ == "according" and token.i + 2 < sentence.end and doc[token.i + 1].lower_ == "to":
        source = next((child for child in doc[token.i + 1].children if child.dep_ == "pobj"), None)
        first = token
    elif token.lower_ in COUNTS and token.dep_ == "pobj" and token.head.lower_ == "by":
        source = next((child for child in token.children if child.dep_ == "poss"), None)
        first = token.head
    else:
        return None
    if source is None or source.i >= sentence.end:
        return None
    frame_end = max(_end_of_source(source), token.i)
    while frame_end < sentence.end - 1 and doc[frame_end + 1].lower_ in {"'s", "’s"}:
        frame_end += 1
    start, end = first.idx, doc[frame_end].idx + len(doc[frame_end])
    if first.i - sentence.start <= 1:
        content = (end, sentence.end_char)
    elif frame_end >= sentence.end - 2:
        content = (sentence.start_char, start)
    else:
        content = (sentence.start_char, sentence.end_char)
    speaker = speaker_of(source, cast, last, people)
    return Attribution(
        speaker,
        "according to" if token.lower_ == "according" else token.text,
        start,
        Stance.ASSERTS,
        content,
        (start, end),
        "according",
    )


def _end_of_source(source: Token) -> int:
    """The last token of a source's phrase, without a figure that the parser took for an apposition ("according to the
    president 120 people died")."""
    end = source.right_edge.i
    for child in source.children:
        if child.i > source.i and child.dep_ in {"appos", "nummod"} and child.like_num:
            end = min(end, child.left_edge.i - 1)
    return end


def labelled(sentence: Span, label: re.Match[str], cast: Cast) -> Attribution | None:
    """ "Police: 180,000": a line that gives a source and its figure."""
    start = sentence.start_char
    tokens = sentence.doc.char_span(start + label.start("who"), start + label.end("who"), alignment_mode="contract")
    if tokens is None or any(token.pos_ in {"VERB", "AUX"} for token in tokens):
        return None
    speaker = speaker_of(tokens.root, cast, None, [])
    return Attribution(
        speaker,
        ":",
        start + label.end("who"),
        Stance.ASSERTS,
        (start, sentence.end_char),
        (start, start + label.end()),
        "label",
    )
