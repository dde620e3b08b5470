"""From a clause to a proposition: canonical words, modality, negation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.lexicon import words
from claims.vocabulary import Modality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONNECTIVE = re.compile(
    r"^(?:(?:however|notably|moreover|furthermore|additionally|in addition|meanwhile|still|also|but|and|yet|so|"
    r"nevertheless|nonetheless|"
    r"indeed|in fact|of course|thus|therefore|hence|consequently|as a result|in summary|in short|finally|instead|"
    r"similarly|likewise|"
    r"for example|for instance|on the other hand|in contrast|by contrast|unfortunately|fortunately|honestly|frankly|"
    r"background|update|"
    r"that said|after all|in particular|importantly|interestingly|then|next|first|second|overall|in conclusion|"
    r"to be clear)\b"
    r"(?:\s*[,:]\s*)|(?:but|and|yet)\s+|[•*–—-]\s+)",
    re.IGNORECASE,
)
_WILL = words("will shall wo 'll ’ll")
_PLAN = words(
    """
    plan intend expect aim schedule set pledge vow promise commit propose prepare seek hope slate
    """
)
_NEGATIVE = words("no none nobody nothing neither nor never without")
_NEGATIVE_VERBS = words("decline refuse fail lack")


def canonical_text(text: str) -> str:
    """A clause as a plain proposition: one line, no leading connective or dash, no closing punctuation, quotation marks
    that enclose all of it dropped, capital first letter. "However, the talks failed." → "The talks failed"."""
    words = " ".join(text.split()).strip(" ,;:–—-•*")
    previous = None
    while words and words != previous:
        previous = words
        match = _CONNECTIVE.match(words)
        if match and len(words) - match.end() > 12:
            words = words[match.end() :].lstrip(" ,;:")
        words = _unquoted(words)
    words = words.rstrip(" .,;:!–—-").strip()
    words = _unquoted(words)
    if words.count('"') == 1:
        words = words.replace('"', "").strip()
    for opening, closing in (("“", "”"), ("(", ")")):
        if (opening in words) != (closing in words):
            words = words.replace(opening, "").replace(closing, "").strip()
    words = words.rstrip(" .,;:")
    return words[:1].upper() + words[1:]


def _unquoted(words: str) -> str:
    for opening, closing in (('"', '"'), ("“", "”"), ("‘", "’")):
        inner = words[1:].rstrip(" .,;:")
        if (
            words.startswith(opening)
            and inner.endswith(closing)
            and opening not in inner[:-1]
            and closing not in inner[:-1]
        ):
            return inner[:-1].strip(" ,")
    return words


def clause_root(span: Span) -> Token:
    """The verb that carries a clause: the parse's root of the span, or the first finite verb below a nominal root."""
    root = span.root
    if root.pos_ in {"VERB", "AUX"}:
        return root
    return next(
        (
            token
            for token in span
            if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ccomp", "relcl", "conj", "acl", "ROOT"}
        ),
        root,
    )


def modality_of(span: Span) -> Modality:
    """Whether a clause is about what is, what will be, or what might be.

    projected: "will vote", "would accept" (reported future), "is set to", "plans to", "expected in December".
    hypothetical: "could embolden", "might", "if X …", "would have". Left actual: "can", "should have", a side clause's
    "would".
    """
    root = clause_root(span)
    helpers = {child.lower_ for child in root.children if child.dep_ in {"aux", "auxpass"}}
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in root.children):
        return Modality.HYPOTHETICAL
    condition = any(
        child.dep_ == "advcl"
        and any(mark.dep_ == "mark" and mark.lower_ in {"if", "unless"} for mark in child.children)
        for child in root.children
    )
    if helpers & _WILL:
        return Modality.HYPOTHETICAL if condition else Modality.PROJECTED
    if "would" in helpers:
        return Modality.HYPOTHETICAL if condition or "have" in helpers else Modality.PROJECTED
    if helpers & {"could", "may", "might"} and not ("have" in helpers and helpers & {"could"}):
        return Modality.HYPOTHETICAL
    if condition and root.tag_ != "VBD":
        return Modality.HYPOTHETICAL
    heading = any(
        child.dep_ == "xcomp" and any(part.lower_ == "to" for part in child.children) for child in root.children
    )
    if (root.lemma_ in _PLAN and (heading or root.lemma_ == "expect")) or (
        root.lemma_ == "go" and heading and root.tag_ == "VBG"
    ):
        return Modality.PROJECTED
    if root.lemma_ == "be" and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in root.children):
        return Modality.PROJECTED  # "is to buy 210 aircraft"
    if root.lemma_ in {"likely", "possible"} or any(
        child.lemma_ in {"likely", "possible", "set", "due", "poised"} and child.dep_ == "acomp"
        for child in root.children
    ):
        return Modality.PROJECTED if "possible" not in span.text else Modality.HYPOTHETICAL
    return Modality.ACTUAL


def negated(span: Span) -> bool:
    """Whether a clause denies what it is about: "did not", "no such meeting occurred", "never", "nobody died",
    "declined to"."""
    root = clause_root(span)
    count = 0
    for token in (
        root,
        *(
            child
            for child in root.children
            if child.dep_ in {"acomp", "xcomp", "attr"} and child.pos_ in {"VERB", "AUX", "ADJ"}
        ),
    ):
        if any(child.dep_ == "neg" or child.lower_ == "never" for child in token.children):
            count += 1
    for child in root.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "expl"} and (
            child.lower_ in _NEGATIVE
            or any(det.dep_ in {"det", "neg"} and det.lower_ in _NEGATIVE for det in child.children)
        ):
            count += 1
    if root.lemma_ in _NEGATIVE_VERBS:
        count += 1
    return count % 2 == 1
