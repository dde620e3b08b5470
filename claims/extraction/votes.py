"""What became of a motion, and how a state voted: the parts of a vote that are words, not numbers."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from claims.extraction import lexicon
from claims.extraction.lexicon import words
from claims.extraction.names import canonical_state, state_of
from claims.extraction.tallies import ABSTAIN, AGAINST, FOR, NOT_VOTING, Tally, speaks_of_vote
from claims.extraction.types import ExtractedMeasurement

_ADOPT = words("adopt approve pass endorse ratify carry enact")
_REJECT = words("reject defeat fail")
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
    r"(?:two-thirds|majority|support|votes|backing|quorum)\b",
    re.IGNORECASE,
)
_USED_VETO = re.compile(r"\b(?:used|cast|wielded|exercised) (?:its|a|the|their) veto\b", re.IGNORECASE)
_OPEN_MODALS = words("would could should may might will can must to shall")
_LIST = re.compile(r"\b(?:including|among them|between them|those of|such as|like|namely)\s", re.IGNORECASE)
_POSITION = {FOR: "yes", AGAINST: "no", ABSTAIN: "abstain", NOT_VOTING: "not_voting"}


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
        if not word or _open(token):
            continue
        start, end = _motion(token, sentence, voting)
        if start < 0:
            continue
        negated = any(child.dep_ == "neg" for child in token.children)
        if negated:
            word = "rejected" if word == "adopted" else ""
        if word:
            found.append(_word("outcome", word, sentence, start, end))
    for pattern, word in ((_SHORT_OF, "rejected"), (_USED_VETO, "vetoed")):
        match = pattern.search(sentence.doc.text, sentence.start_char, sentence.end_char)
        plain = voting or (match and re.search(r"two-thirds|quorum|majority", match[0]))
        if match and plain and not any(item.start < match.end() and match.start() < item.end for item in found):
            found.append(ExtractedMeasurement("outcome", match[0], match.start(), match.end(), value_text=word))
    return found


def _fate(token: Token) -> str:
    lemma = token.lemma_.casefold()
    for child in token.children:
        if child.dep_ in {"prt", "advmod", "prep"} and (lemma, child.lower_) in _PARTICLES and child.i - token.i <= 3:
            return _PARTICLES[lemma, child.lower_]
    if lemma in _ADOPT:
        return "adopted"
    passive = token.dep_ != "ROOT" or any(child.dep_ == "auxpass" for child in token.children)
    if lemma in _REJECT or (lemma == "lose" and passive):
        return "rejected"
    return "vetoed" if lemma == "veto" else ""


def _open(token: Token) -> bool:
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


def _word(measure: str, value: str, sentence: Span, first: int, last: int, subject: str = "") -> ExtractedMeasurement:
    span = sentence.doc[first:last]
    return ExtractedMeasurement(measure, span.text, span.start_char, span.end_char, value_text=value, subject=subject)


def positions(sentence: Span, tallies: Sequence[Tally], *, in_vote: bool) -> list[ExtractedMeasurement]:
    """How named states voted.

    Fires on "Ukraine abstained", "the U.S. voted with Russia against", "Germany and Japan joined Canada in
    abstaining", "ten countries, including the US and Israel, opposed it", "did not vote". Leaves alone "the US opposed
    the war" where nothing speaks of a vote, and "Israel's ambassador voted".
    """
    voting = in_vote or speaks_of_vote(sentence.text)
    found: dict[tuple[str, str], ExtractedMeasurement] = {}
    for token in sentence:
        value = _vote(token, voting)
        if not value:
            continue
        for voter in _voters(token, sentence):
            state = state_of(_state_text(voter)) or ""
            begin = voter.i - _state_text(voter).count(" ")
            first, last = min(begin, token.i), max(voter.i, token.i) + 1
            found.setdefault((state, value), _word("vote_position", value, sentence, first, last, state))
    for tally in tallies:
        for part in tally.parts:
            for voter in _listed(sentence, part.start, part.end):
                state = canonical_state(_state_text(voter)) or ""
                found.setdefault(
                    (state, _POSITION[part.measure]),
                    _word("vote_position", _POSITION[part.measure], sentence, voter.i, voter.i + 1, state),
                )
    return list(found.values())


def _vote(token: Token, voting: bool) -> str:
    lemma = token.lemma_.casefold()
    if token.pos_ not in {"VERB", "AUX"} or _open(token):
        return ""
    negated = any(child.dep_ == "neg" for child in token.children)
    after = token.doc[token.i + 1 : token.i + 6].text.casefold()
    if lemma == "abstain":
        return "" if negated else "abstain"
    if lemma == "vote":
        if re.match(r"(?:[\w,]+ ){0,3}?(?:against|[\"'“‘]?no\b)", after) or re.match(r"against", after):
            return "" if negated else "no"
        if re.match(r"(?:\w+ ){0,2}?(?:in favou?r|for\b|[\"'“‘]?yes\b)", after):
            return "" if negated else "yes"
        return "not_voting" if negated else ""
    if lemma in {"oppose", "reject"} and voting and not negated and lemma == "oppose":
        return "no"
    return "no" if lemma == "veto" and not negated else ""


def _voters(verb: Token, sentence: Span) -> Iterator[Token]:
    heads = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
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


def _listed(sentence: Span, start: int, end: int) -> Iterator[Token]:
    """States in a list beside a tally's number: "44 countries, including Iraq, Tunisia and Britain"."""
    match = _LIST.search(sentence.doc.text, start, min(sentence.end_char, end + 32))
    if not match or ";" in sentence.doc.text[end : match.start()]:
        return
    for token in sentence.doc[sentence.start : sentence.end]:
        if token.idx < match.end():
            continue
        if token.pos_ in {"VERB", "AUX", "NUM"} or token.lower_ in {";", "besides", "while"}:
            return
        if _head_of_name(token) and canonical_state(_state_text(token)):
            yield token


def _head_of_name(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.dep_ not in {"compound", "poss", "nmod"} and (
        following is None or following.lower_ not in {"'s", "’s"}
    )


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
