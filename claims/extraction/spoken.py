"""Verbs of saying: their speaker and their content, read off the parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.asides import claimed
from claims.extraction.counts import is_source
from claims.extraction.cues import (
    ACCUSE,
    ANAPHOR,
    ASK,
    DENY,
    QUOTE,
    RELAY,
    SAY,
    WITH_FIGURE,
    Attribution,
)
from claims.extraction.reading import text_of
from claims.extraction.speakers import Cast, speaker_of
from claims.extraction.types import Speaker
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VERBS = SAY | DENY | ASK | ACCUSE | WITH_FIGURE
_CITING = re.compile(r"\b(?:citing|quoting)\b", re.IGNORECASE)


def spoken(token: Token, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    """The attribution that a verb of saying makes with its own subject and clause, wherever the parse puts them.

    Fires on "Okoye has claimed that …", "…, X said", "“…”, an officer told Reuters", "as stated by X", "was put at 40
    by police". Leaves alone "he never said that", "if she says yes", "the report found a home".
    """
    lemma = token.lemma_.casefold()
    if lemma not in _VERBS or token.pos_ not in {"VERB", "AUX"}:
        return None
    if unsaid(token):
        return None
    subject = _agent(token, lemma) or _subject(token, sentence)
    if subject is None:
        return None
    denial = lemma in DENY
    anaphor = next((child for child in token.children if child.dep_ == "dobj"), None) if denial else None
    words = sentence.doc[anaphor.left_edge.i : anaphor.right_edge.i + 1].text if anaphor is not None else ""
    if denial and ANAPHOR.fullmatch(words):  # "denied this: …" gives its reason after the colon, not what it denies
        content, rule = None, ""
    else:
        content, rule = _content(token, sentence, lemma, subject)
    if content is None and subject.i > token.i and token.dep_ == "advcl" and lemma in SAY:  # "…, as stated by X"
        content, rule = (sentence.start_char, sentence.end_char), "agent"
    if content is None:
        if not denial or not ANAPHOR.match(words):
            return None
        rule = "anaphor"
    stance = stance_of(lemma)
    cited = _cited(sentence) if not denial and rule in {"clause", "parenthesis"} else None
    if cited is not None:
        stance = Stance.REPORTS
    speaker = speaker_of(subject if cited is None else cited, cast, last, people)
    frame = frame_of(token, subject, content, sentence)
    return Attribution(speaker, token.text, token.idx, stance, content, frame, rule)


def _cited(sentence: Span) -> Token | None:
    """Whose words a report gives: "X reported, citing Y", "quoting Y"."""
    if not _CITING.search(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        return None
    return next(
        (
            child
            for other in sentence
            if other.lower_ in {"citing", "quoting"}
            for child in other.children
            if child.dep_ == "dobj" and is_source(child)
        ),
        None,
    )


def stance_of(lemma: str) -> Stance:
    """The stance that a verb of saying takes to its content."""
    if lemma in DENY:
        return Stance.DENIES
    if lemma in ASK:
        return Stance.QUESTIONS
    return Stance.REPORTS if lemma in RELAY else Stance.ASSERTS


def unsaid(token: Token) -> bool:
    """Whether a verb of saying is negated or conditional: "never said", "if she says", "could say"."""
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in token.children):
        return True
    marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "aux"}}
    return bool(marks & {"if", "unless", "whether", "would", "might", "may", "could", "can", "should"})


def _subject(token: Token, sentence: Span) -> Token | None:
    """The subject of a verb of saying, its own or the one it shares; also "reports the BBC's …" after the words."""
    verb = token
    for _ in range(3):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            if subject.lower_ in {"that", "which", "who"} and verb.dep_ == "relcl":
                return verb.head if verb.head.pos_ in {"NOUN", "PROPN"} else None
            return (
                subject
                if sentence.start <= subject.i < sentence.end and subject.lower_ not in {"there", "one", "you", "what"}
                else None
            )
        if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.i != verb.i and verb.head.pos_ in {"VERB", "AUX"}:
            if any(child.dep_ == "nsubjpass" for child in verb.children):
                return None
            verb = verb.head
        else:
            return None
    return None


def _agent(token: Token, lemma: str) -> Token | None:
    """Who speaks in the passive "as stated by X", "was put at 40 by X", and in "quoted him as saying"."""
    if token.dep_ == "pcomp" and token.head.lower_ == "as":
        return next((child for child in token.head.head.children if child.dep_ == "dobj"), None)
    by = next((child for child in token.children if child.dep_ == "agent"), None)
    marked = lemma in WITH_FIGURE or any(child.lower_ == "as" for child in token.children)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None and marked else None


def _content(token: Token, sentence: Span, lemma: str, subject: Token) -> tuple[tuple[int, int] | None, str]:
    """The span of what is said: a clause, the sentence around a parenthetic "X said", or a quotation."""
    clause = next((child for child in token.children if child.dep_ == "ccomp"), None)
    if clause is not None and (not _is_clause(clause) or _introduces(clause, subject)):
        clause = None
    if lemma in ACCUSE:
        return _accusation(token)
    if clause is None and lemma in DENY:
        position = next((child for child in token.children if child.dep_ == "dobj"), None)
        clause = claimed(position) if position is not None else None
    if clause is None and lemma in DENY | {"promise", "pledge", "vow", "swear"}:
        clause = next(
            (child for child in token.children if child.dep_ in {"xcomp", "pcomp"} and child.pos_ in {"VERB", "AUX"}),
            None,
        )
        if clause is not None and 0 < clause.i - token.i < 6:
            return _span(sentence, max(clause.left_edge.i, token.i + 1), clause.right_edge.i), "infinitive"
        clause = None
    quotes = [match.span() for match in QUOTE.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char)]
    if clause is not None:
        start, end = _span(sentence, clause.left_edge.i, clause.right_edge.i)
        if start < token.idx < end:  # a parenthetic "X said" inside its own content
            return (sentence.start_char, sentence.end_char), "clause"
        for quote in quotes:  # the parser may stop inside the quotation marks
            if start < quote[1] and quote[0] < end and not quote[0] <= token.idx < quote[1]:
                start, end = min(start, quote[0]), max(end, quote[1])
        if end - start >= 6:
            return (start, end), "clause"
    if token.dep_ in {"parataxis", "ROOT", "ccomp", "conj", "acl", "advcl", "relcl", "pcomp"}:
        said = [quote for quote in quotes if not quote[0] <= token.idx < quote[1] and _is_statement(sentence, quote)]
        if said and lemma in SAY | ASK:
            return (
                said[0][0],
                said[-1][1] if said[-1][1] < token.idx or said[0][0] > token.idx else said[0][1],
            ), "quotation"
    if token.dep_ == "parataxis" and lemma in SAY:
        return (sentence.start_char, sentence.end_char), "parenthesis"
    if lemma in WITH_FIGURE and _gives_figure(token, subject):
        return (token.left_edge.idx, token.right_edge.idx + len(token.right_edge)), "figure"
    return None, ""


def _span(sentence: Span, first: int, last: int) -> tuple[int, int]:
    """The characters from one token to another, within the sentence."""
    start, end = sentence.doc[max(first, sentence.start)], sentence.doc[min(last, sentence.end - 1)]
    return start.idx, end.idx + len(end)


def _introduces(clause: Token, subject: Token) -> bool:
    """Whether a clause stands before a colon rather than being what is said: "One thing is new: police said"."""
    gap = clause.doc[clause.right_edge.i + 1 : subject.left_edge.i].text if clause.i < subject.i else ""
    return gap.lstrip().startswith((":", ";"))


def _accusation(token: Token) -> tuple[tuple[int, int] | None, str]:
    """ "accused [the army of shelling the port]": whom, and what they are said to have done."""
    whom = next((child for child in token.children if child.dep_ == "dobj"), None)
    charge = next((child for child in token.children if child.lower_ in {"of", "for"} and child.i > token.i), None)
    if charge is None and whom is not None:
        charge = next((child for child in whom.children if child.lower_ in {"of", "for"}), None)
    if whom is None or charge is None or not any(child.dep_ == "pcomp" for child in charge.children):
        return None, ""
    end = charge.right_edge
    return (whom.left_edge.idx, end.idx + len(end)), "accusation"


def _is_clause(head: Token) -> bool:
    """A content clause has a finite verb and a subject: not "hold Russia accountable", "asked while mourning"."""
    return head.pos_ in {"VERB", "AUX"} and any(
        child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj", "auxpass"} for child in head.children
    )


def _is_statement(sentence: Span, quote: tuple[int, int]) -> bool:
    """Whether a quotation says something whole: "No such meeting occurred", not "a mark of disgrace"."""
    words = sentence.doc.char_span(*quote, alignment_mode="contract")
    if words is None:
        return False
    verbs = [
        token for token in words if token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN"}
    ]
    return len(words) >= 5 and bool(verbs) and any(token.dep_ in {"nsubj", "nsubjpass", "expl"} for token in words)


def _gives_figure(token: Token, subject: Token) -> bool:
    """ "Police counted 312,000", "Xinhua put the toll at 40": a source as subject, a number as object."""
    if not is_source(subject):
        return False
    return any(
        part.like_num
        for child in token.children
        if child.dep_ in {"dobj", "prep", "attr", "dative"} and child.i > token.i
        for part in child.subtree
    )


def frame_of(token: Token, subject: Token, content: tuple[int, int] | None, sentence: Span) -> tuple[int, int]:
    """The words that attribute: from the subject to the verb with its adverbs and dates, without the content."""
    first, last = min(token.i, subject.left_edge.i), max(token.i, subject.right_edge.i)
    for child in token.children:
        if child.dep_ == "agent":
            last = max(last, child.right_edge.i)
        if child.dep_ == "mark" and child.lower_ == "as":
            first = min(first, child.i)
        if child.dep_ in {"npadvmod", "advmod", "prep", "dative", "dobj", "aux", "tmod"}:
            inside = content and content[0] <= child.idx < content[1]
            if not inside and abs(child.i - token.i) <= 8 and (child.dep_ != "dobj" or content is None):
                first, last = min(first, child.left_edge.i), max(last, child.right_edge.i)
    start, end = sentence.doc[first].idx, sentence.doc[last].idx + len(sentence.doc[last])
    if content and content != (sentence.start_char, sentence.end_char):
        if content[0] >= token.idx:
            end = min(end, content[0])
        elif content[1] <= token.idx:
            start = max(start, content[1])
    return start, max(start, end)
