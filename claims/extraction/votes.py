"""What became of a motion, as the words tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.bodies import named_bodies
from claims.extraction.lexicon import words
from claims.extraction.reading import text_of, words_of
from claims.extraction.types import ExtractedMeasurement
from claims.extraction.vote_fates import ADOPTED, REJECTED, told_fates
from claims.extraction.vote_words import speaks_of_vote

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MOTIONS = lexicon.MOTIONS | words("constitution reform charter decree initiative merger takeover budget nominee")
_ADOPT = words("adopt approve pass endorse ratify carry enact")
_ACTS = words(
    "condemn impeach lift suspend expel censure oust remove deplore ban legalise legalize abolish reject demand repeal"
)
"""What a body does by voting for it."""
_VOTERS = words(
    """
    lawmaker legislator mp mps mep meps deputy senator parliament parliamentarian voter shareholder member delegate
    councillor councilor assembly council senate house congress committee chamber legislature board
    """
)
_REJECT = words("reject defeat fail")
_BACK = words("back support endorse")
_OTHERS = words("other others every all any")
_OTHERS_ACTS = words("annexation occupation invasion recognition embargo blockade aggression decision war attempt")
_PARTICLES = {
    ("vote", "down"): "rejected",
    ("throw", "out"): "rejected",
    ("turn", "down"): "rejected",
    ("shoot", "down"): "rejected",
    ("strike", "down"): "rejected",
    ("go", "through"): "adopted",
    ("sail", "through"): "adopted",
}
_DECIDING = _ADOPT | _REJECT | _BACK | _ACTS | {"vote", "veto", "lose", *(verb for verb, _ in _PARTICLES)}
"""The verbs that can tell what became of a motion."""
_OPEN_MODALS = words("would could should may might will can must to shall")


def outcomes(sentence: Span, *, in_vote: bool) -> list[ExtractedMeasurement]:
    """Whether a motion was adopted, rejected or vetoed, as the sentence tells it.

    Fires on "the resolution was adopted", "MPs voted down her deal", "they threw it out", "an amendment … failed to
    muster two-thirds", "the United States vetoed it". Leaves alone "would pass", "the Council failed four times to
    agree", "adopted a child".
    """
    voting = in_vote or speaks_of_vote(words_of(sentence))
    found: list[ExtractedMeasurement] = []
    for token in sentence:
        if token.lemma_.casefold() not in _DECIDING or token.pos_ not in {"VERB", "AUX"} or is_open(token):
            continue
        done = _done(token, voting)
        if done:
            found.append(word_of("outcome", done, sentence, *_deed(token, sentence)))
            continue
        word = _fate(token)
        if not word:
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
    text = text_of(sentence.doc)
    for begin, stop, word in told_fates(text, sentence.start_char, sentence.end_char, voting=voting):
        if not any(item.start < stop and begin < item.end for item in found):
            found.append(ExtractedMeasurement("outcome", text[begin:stop], begin, stop, value_text=word))
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


def _done(token: Token, voting: bool) -> str:
    """What a body did by vote: "the Assembly condemned the attack", "lawmakers voted to lift it", "he was impeached".
    Who rejects a motion is not meant here, who rejects another's act has adopted a text that does so."""
    lemma = token.lemma_.casefold()
    if lemma == "vote":
        return _voted(token)
    if lemma not in _ACTS or token.dep_ == "amod":
        return ""
    if lemma == "impeach" and any(child.dep_ == "nsubjpass" for child in token.children):
        return "" if _denied(token) else ADOPTED
    objects = [child for child in token.children if child.dep_ == "dobj"]
    if not objects or _denied(token) or not any(_is_body(child) for child in _subjects(token)):
        return ""
    if lemma == "reject":
        return ADOPTED if any(child.lemma_.casefold() in _OTHERS_ACTS for child in objects) else ""
    return ADOPTED if voting or lemma in {"condemn", "impeach"} else ""


def _voted(token: Token) -> str:
    """ "Lawmakers voted to lift it", "the council voted for the plan"; not "52 senators voted to convict"."""
    if _denied(token) or not any(_is_body(child) for child in _subjects(token)):
        return ""
    for child in token.children:
        if child.dep_ in {"xcomp", "advcl"} and child.tag_ == "VB" and child.i > token.i and child.i - token.i <= 10:
            return REJECTED if child.lemma_.casefold() in {"reject", "defeat", "oppose", "block"} else ADOPTED
        if child.dep_ == "prep" and child.i > token.i and child.lower_ in {"for", "against"}:
            motion = any(inner.lemma_.casefold() in _MOTIONS for inner in child.children)
            return {"for": ADOPTED, "against": REJECTED}[child.lower_] if motion else ""
    return ""


def _deed(verb: Token, sentence: Span) -> tuple[int, int]:
    """The words to show of what a body did: a short subject, the verb and what it did or voted for."""
    near = [child.left_edge.i for child in _subjects(verb) if 0 < verb.i - child.left_edge.i <= 6]
    what = [child for child in verb.children if child.dep_ in {"dobj", "xcomp", "prep", "agent"} and child.i > verb.i]
    ends = [min(child.right_edge.i, child.i + 5) for child in what if child.i - verb.i <= 10]
    return min([verb.i, *near]), min(sentence.end, max([verb.i, *ends]) + 1)


def _is_body(token: Token) -> bool:
    """Whether a subject is a whole body: "parliament", "MPs", "all 190 lawmakers", not "20 MPs" or "some members"."""
    if token.lemma_.casefold() not in _VOTERS and not named_bodies(f"the {token.text}"):
        return False
    parts = {"some", "many", "few", "several", "most", "those", "other", "more", "no"}
    limited = any(child.dep_ == "nummod" or child.lower_ in parts for child in token.children)
    whole = any(child.lower_ == "all" for child in token.children)
    return whole or not limited


def _subjects(token: Token) -> list[Token]:
    own = [child for child in token.children if child.dep_ == "nsubj"]
    return own or ([child for child in token.head.children if child.dep_ == "nsubj"] if token.dep_ == "conj" else [])


def _denied(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def is_open(token: Token) -> bool:
    """Whether the verb is only possible, wished for or to come: "would pass", "asked them to approve"."""
    if any(
        child.dep_ in {"aux", "mark"} and child.lower_ in _OPEN_MODALS | {"if", "unless"} for child in token.children
    ):
        return True
    clauses = (child for child in token.children if child.dep_ == "advcl")
    if any(mark.lower_ in {"if", "unless"} for clause in clauses for mark in clause.children if mark.dep_ == "mark"):
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
        motion = target.lemma_.casefold() in _MOTIONS
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
