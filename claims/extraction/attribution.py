"""Who says what: verbs of saying, their speakers, and the words that are the content.

The parse gives the subject and the clause of a verb of saying wherever it stands ("X said that …", "…, X said", "with
spokesperson X stating that …"); quotation marks and "according to" are read from the words. Only verbs that carry a
claim count: "praised" and "met" do not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.asides import according, echo, labelled, trailing
from claims.extraction.cues import ANAPHOR, ASK, DENY, LABEL, QUOTE, RELAY, SAY, SOURCES, WITH_FIGURE, Attribution
from claims.extraction.speakers import Cast, speaker_of
from claims.extraction.types import Speaker
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def attributions(sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> list[Attribution]:
    """Every attribution in a sentence, outermost first.

    Fires on "Okoye has claimed that the port is open", "“It made it,” an officer told Reuters", "according to the
    ministry, …", "the Kremlin denied these claims", "with spokesperson X stating that …", "Police counted 312,000",
    "Organisers: 540,000". Leaves alone "he never said that", "if she says yes", "to say the least", "the report found
    a home".
    """
    label = LABEL.match(sentence.text)
    made = labelled(sentence, label, cast) if label else None
    if made:
        return [made]
    found: list[Attribution] = []
    speaker = last
    for token in sentence:
        made = (
            according(token, sentence, cast, speaker, people)
            or _verb(token, sentence, cast, speaker, people)
            or trailing(token, sentence, cast, speaker, people)
            or echo(token, sentence, cast, speaker, people)
        )
        if made and not any(other.content == made.content and other.content for other in found):
            found.append(made)
            speaker = made.speaker
    echoes = [act.frame[0] for act in found if act.rule == "echo"]
    found = [_ended(act, echoes) for act in found]
    clauses = [act for act in found if act.rule != "quotation"]
    kept = [
        act
        for act in found
        if act.rule != "quotation" or not any(_overlaps(act.content, other.content) for other in clauses)
    ]
    return sorted(kept, key=lambda act: act.content[0] - act.content[1] if act.content else 0)


def _ended(act: Attribution, echoes: list[int]) -> Attribution:
    """The attribution with its content ended where "a claim echoed by …" begins."""
    inside = [start for start in echoes if act.content and act.content[0] < start < act.content[1]]
    return replace(act, content=(act.content[0], min(inside))) if act.content and inside else act


def _overlaps(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def _verb(token: Token, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    lemma = token.lemma_.casefold()
    if token.pos_ not in {"VERB", "AUX"} or lemma not in SAY | DENY | ASK | WITH_FIGURE:
        return None
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in token.children) or _conditional(token):
        return None
    subject = _agent(token) or _subject(token, sentence)
    if subject is None:
        return None
    denial = lemma in DENY
    anaphor = next((child for child in token.children if child.dep_ == "dobj"), None)
    words = sentence.doc[anaphor.left_edge.i : anaphor.right_edge.i + 1].text if anaphor is not None else ""
    if denial and ANAPHOR.fullmatch(words):  # "denied this: …" gives its reason after the colon, not what it denies
        content, rule = None, ""
    else:
        content, rule = _content(token, sentence, lemma)
    if content is None and subject.i > token.i and token.dep_ == "advcl" and lemma in SAY:  # "…, as stated by X"
        content, rule = (sentence.start_char, sentence.end_char), "agent"
    if content is None:
        if not denial or not ANAPHOR.match(words):
            return None
        rule = "anaphor"
    stance = (
        Stance.DENIES
        if denial
        else Stance.QUESTIONS
        if lemma in ASK
        else Stance.REPORTS
        if lemma in RELAY
        else Stance.ASSERTS
    )
    cited = next(
        (
            child
            for other in sentence
            for child in other.children
            if other.lower_ in {"citing", "quoting"} and child.dep_ == "dobj"
        ),
        None,
    )
    if cited is not None and not denial and rule in {"clause", "parenthesis"}:
        subject_or_cited, stance = cited, Stance.REPORTS
    else:
        subject_or_cited = subject
    speaker = speaker_of(subject_or_cited, cast, last, people)
    frame = _frame(token, subject, content, sentence)
    return Attribution(speaker, token.text, token.idx, stance, content, frame, rule)


def _conditional(token: Token) -> bool:
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


def _agent(token: Token) -> Token | None:
    """Who speaks in the passive "as stated by X", and in "quoted him as saying"."""
    if token.dep_ == "pcomp" and token.head.lower_ == "as":
        return next((child for child in token.head.head.children if child.dep_ == "dobj"), None)
    by = next((child for child in token.children if child.dep_ == "agent"), None)
    marked = by is not None and any(child.lower_ == "as" for child in token.children)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None and marked else None


def _content(token: Token, sentence: Span, lemma: str) -> tuple[tuple[int, int] | None, str]:
    """The span of what is said: a clause, the sentence around a parenthetic "X said", or a quotation."""
    clause = next((child for child in token.children if child.dep_ == "ccomp"), None)
    if clause is not None and not _is_clause(clause):
        clause = None
    if clause is None and lemma in DENY | {"promise", "pledge", "vow", "swear"}:
        clause = next(
            (child for child in token.children if child.dep_ in {"xcomp", "pcomp"} and child.pos_ in {"VERB", "AUX"}),
            None,
        )
        if clause is not None and clause.i - token.i < 6:
            tokens = [part for part in clause.subtree if token.i < part.i < sentence.end]
            return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])), "infinitive"
        clause = None
    quotes = [match.span() for match in QUOTE.finditer(sentence.doc.text, sentence.start_char, sentence.end_char)]
    if clause is not None:
        tokens = [part for part in clause.subtree if sentence.start <= part.i < sentence.end]
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
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
    if lemma in WITH_FIGURE and _gives_figure(token, sentence):
        return (token.left_edge.idx, token.right_edge.idx + len(token.right_edge)), "figure"
    return None, ""


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


def _gives_figure(token: Token, sentence: Span) -> bool:
    """ "Police counted 312,000", "Xinhua put the toll at 40": a source as subject, a number as object."""
    subject = _subject(token, sentence)
    if subject is None or not (
        subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or subject.lemma_.casefold() in SOURCES
    ):
        return False
    return any(
        part.like_num
        for child in token.children
        if child.dep_ in {"dobj", "prep", "attr", "dative"} and child.i > token.i
        for part in child.subtree
    )


def _frame(token: Token, subject: Token, content: tuple[int, int] | None, sentence: Span) -> tuple[int, int]:
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
