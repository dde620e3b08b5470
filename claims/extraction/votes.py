"""What became of a motion, as the words tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.bodies import named_bodies
from claims.extraction.lexicon import words
from claims.extraction.tallies import speaks_of_vote
from claims.extraction.types import ExtractedMeasurement

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ADOPT = words("adopt approve pass endorse ratify carry enact")
_REJECT = words("reject defeat fail")
_BACK = words("back support endorse")
_OTHERS = words("other others every all any")
_PARTICLES = {
    ("vote", "down"): "rejected",
    ("throw", "out"): "rejected",
    ("turn", "down"): "rejected",
    ("shoot", "down"): "rejected",
    ("strike", "down"): "rejected",
    ("go", "through"): "adopted",
    ("sail", "through"): "adopted",
}
_SHORT_OF = re.compile(
    r"\b(?:f[ae]ll(?:s|ing)? short of|not enough for|did(?: not|n['’]t) (?:receive|get|win|reach|muster|obtain)|"
    r"short of) (?:\w+ ){0,4}?"
    r"(?:two-thirds|majority|support|votes|backing|quorum)\b|\bfound no majority\b",
    re.IGNORECASE,
)
_USED_VETO = re.compile(r"\b(?:used|cast|wielded|exercised) (?:its|a|the|their) veto\b", re.IGNORECASE)
_OPEN_MODALS = words("would could should may might will can must to shall")


def outcomes(sentence: Span, *, in_vote: bool) -> list[ExtractedMeasurement]:
    """Whether a motion was adopted, rejected or vetoed, as the sentence tells it.

    Fires on "the resolution was adopted", "MPs voted down her deal", "they threw it out", "an amendment … failed to
    muster two-thirds", "the United States vetoed it". Leaves alone "would pass", "the Council failed four times to
    agree", "adopted a child".
    """
    voting = in_vote or speaks_of_vote(sentence.text)
    found: list[ExtractedMeasurement] = []
    for token in sentence:
        word = _fate(token) if token.pos_ in {"VERB", "AUX"} else ""
        if not word or is_open(token):
            continue
        start, end = _motion(token, sentence, voting)
        if start < 0:
            continue
        if any(child.lower_ in _OTHERS for target in token.children for child in target.children):
            continue  # "other proposals failed": not what the words are about
        negated = any(child.dep_ == "neg" and child.i < token.i for child in token.children)
        if negated:
            word = "rejected" if word == "adopted" else ""
        if word:
            found.append(word_of("outcome", word, sentence, start, end))
    for pattern, word in ((_SHORT_OF, "rejected"), (_USED_VETO, "vetoed")):
        match = pattern.search(sentence.doc.text, sentence.start_char, sentence.end_char)
        plain = voting or (match and re.search(r"two-thirds|quorum|majority", match[0]))
        if match and plain and not any(item.start < match.end() and match.start() < item.end for item in found):
            found.append(ExtractedMeasurement("outcome", match[0], match.start(), match.end(), value_text=word))
    return found


def _fate(token: Token) -> str:
    lemma = token.lemma_.casefold()
    subjects = (child for child in token.children if child.dep_ == "nsubj")
    if lemma in _BACK and any(named_bodies(f"the {child.text}") for child in subjects):
        return "adopted"  # a body that backs a resolution has passed it; a state has voted for it
    for child in token.children:
        if child.dep_ in {"prt", "advmod", "prep"} and (lemma, child.lower_) in _PARTICLES and child.i - token.i <= 3:
            return _PARTICLES[lemma, child.lower_]
    if lemma in _ADOPT:
        return "adopted"
    passive = token.dep_ != "ROOT" or any(child.dep_ == "auxpass" for child in token.children)
    if lemma in _REJECT or (lemma == "lose" and passive):
        return "rejected"
    return "vetoed" if lemma == "veto" else ""


def is_open(token: Token) -> bool:
    """Whether the verb is only possible, wished for or to come: "would pass", "asked them to approve"."""
    if any(
        child.dep_ in {"aux", "mark"} and child.lower_ in _OPEN_MODALS | {"if", "unless"} for child in token.children
    ):
        return True
    return token.dep_ == "xcomp" and token.tag_ == "VB"


def _motion(token: Token, sentence: Span, voting: bool) -> tuple[int, int]:
    """Token span from the motion or its voters to the verb; (-1, -1) where the verb is not about a motion."""
    subjects = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}]
    objects = [child for child in token.children if child.dep_ == "dobj"]
    for child in token.children:
        if child.dep_ in {"prt", "prep"} and (token.lemma_.casefold(), child.lower_) in _PARTICLES:
            objects += [inner for inner in child.children if inner.dep_ == "pobj"]
    if token.dep_ == "conj" and not subjects:
        subjects = [child for child in token.head.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if token.dep_ in {"acl", "relcl"}:
        subjects = [token.head]
    passive = any(child.dep_ == "nsubjpass" for child in token.children) or (
        token.dep_ == "acl" and token.tag_ == "VBN"
    )
    fails = token.lemma_ == "fail"
    targets = subjects if passive or not objects or fails else objects
    for target in targets:
        motion = target.lemma_.casefold() in lexicon.MOTIONS
        stands_for = voting and target.lower_ in {
            "it",
            "this",
            "that",
            "which",
            "attempt",
            "measures",
            "effort",
            "b",
            "bid",
            "them",
        }
        if (motion or stands_for) and not (stands_for and fails and not motion and target.lower_ == "which"):
            return _extent(token, targets is objects, subjects, objects, sentence)
    return -1, -1


def _extent(verb: Token, acts_on: bool, subjects: list[Token], objects: list[Token], sentence: Span) -> tuple[int, int]:
    """The words to show: a short subject, the verb and its object or agent: "was adopted by the Assembly"."""
    helpers = [
        child.i
        for child in verb.children
        if child.dep_ in {"aux", "auxpass", "neg", "advmod"} and 0 < verb.i - child.i <= 4
    ]
    first = min([verb.i, *helpers])
    last = max(
        [
            verb.i,
            *(child.i for child in verb.children if child.dep_ in {"prt", "advmod"} and child.i - verb.i in {1, 2}),
        ]
    )
    agent = [
        child
        for child in verb.children
        if child.dep_ == "agent" and any(token.ent_type_ in {"ORG", "GPE", "NORP"} for token in child.subtree)
    ]
    for tail in (*(objects if acts_on else ()), *agent):
        last = max(last, min(tail.right_edge.i, tail.i + 6))
    for subject in subjects:
        if subject.i < verb.i and not agent:
            near = first - subject.left_edge.i <= 6
            first = min(first, subject.left_edge.i if near else subject.i)
    return max(sentence.start, first), min(sentence.end, last + 1)


def word_of(measure: str, value: str, sentence: Span, first: int, last: int, subject: str = "") -> ExtractedMeasurement:
    span = sentence.doc[first:last]
    return ExtractedMeasurement(measure, span.text, span.start_char, span.end_char, value_text=value, subject=subject)
