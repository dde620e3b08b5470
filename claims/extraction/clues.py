"""What the learned attribution looks at: the clues for a cue and for its source, as short strings.

A clue names what it sees and its value ("lemma=say", "kid=ccomp"); a linear model weighs each one (`sayings`). Clues
that join two values ("say+ccomp") stand in for what a linear model cannot combine by itself. All run on a `Sheet`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claims.extraction.sheet import Sheet

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_VERBAL = frozenset({"VERB", "AUX"})
_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
_INSIDE_NAMES = frozenset({"compound", "nummod", "quantmod"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "relcl"})
_WORDED = frozenset({"aux", "mark", "prep", "prt", "neg", "dobj", "agent", "auxpass", "advmod"})
_BEFORE, _AFTER = 45, 30
"""Tokens before and after a cue among which its source is looked for, within the sentence."""
_LONGEST_PATH = 5
_NEAR = 8
"""Tokens within which a source needs no path in the parse, which may be wrong."""
_MARKS = frozenset({"“", "”", '"', "''"})


def cue_candidates(sheet: Sheet, lemmas: Collection[str]) -> Iterator[int]:
    """Tokens that can be the head of a cue: every verb, and other words that were one in the training text."""
    for token in range(sheet.size):
        if sheet.pos[token] == "VERB" or sheet.lemma[token] in lemmas:
            yield token


def cue_clues(sheet: Sheet, token: int) -> list[str]:
    """What speaks for or against a token as the head of a cue ("said", "according", "claim", ":")."""
    lower, lemma, pos, dep = sheet.lower, sheet.lemma, sheet.pos, sheet.dep
    word, role, kind, head, size = lemma[token], dep[token], pos[token], sheet.head[token], sheet.size
    clues = [
        f"lemma={word}", f"word={lower[token]}", f"lemma+tag={word}+{sheet.tag[token]}", f"tag={sheet.tag[token]}",
        f"dep={role}", f"lemma+dep={word}+{role}", f"pos={kind}",
    ]  # fmt: skip
    if head != token:
        clues += [f"head={lemma[head]}", f"head+dep={pos[head]}+{role}", f"lemma+head={word}+{lemma[head]}"]
    for step in (-2, -1, 1, 2):
        near = token + step
        there = 0 <= near < size
        next_word, next_kind = (lower[near], pos[near]) if there else ("", "")
        clues += [f"{step}={next_word}", f"pos{step}={next_kind}"]
        if step in {-1, 1}:
            clues.append(f"lemma{step}={word}+{next_word}")
    subject = -1
    for kid in sheet.kids[token]:
        part = dep[kid]
        clues += [f"kid={part}", f"lemma+kid={word}+{part}", f"kid+pos={part}+{pos[kid]}"]
        if part in _WORDED:
            clues += [f"kid+word={part}+{lemma[kid]}", f"lemma+kid+word={word}+{part}+{lemma[kid]}"]
        if part == "prep" and sheet.kids[kid]:
            clues.append(f"prep+object={word}+{lemma[kid]}+{pos[sheet.kids[kid][0]]}")
        if part in SUBJECTS or part == "poss":
            subject = kid
        if part in {"ccomp", "xcomp"}:
            clues.append(f"clause={part}+{sheet.tag[kid]}+{_side(kid, token)}")
    if subject < 0 and role in _SHARING and head != token:
        subject = next((kid for kid in sheet.kids[head] if dep[kid] in SUBJECTS), -1)
        clues.append("subject=shared")
    if subject < 0:
        clues.append("subject=none")
    else:
        entity = sheet.ent[subject]
        clues += [
            f"subject={lemma[subject]}", f"subject+pos={pos[subject]}+{entity}",
            f"subject+dep={dep[subject]}+{entity}+{_side(subject, token)}", f"lemma+subject={word}+{entity}",
        ]  # fmt: skip
        if pos[subject] == "PRON":
            clues.append(f"lemma+pronoun={word}+{lower[subject]}")
    clues += _quotation_clues(sheet, token, word)
    start = sheet.sentences[sheet.sentence[token]][0]
    clues += [
        f"size={min(size // 8, 4)}",
        f"place={min(token - start, 3)}",
        f"sentences={min(len(sheet.sentences), 2)}",
    ]
    if lower[size - 1] not in {".", "?", "!", "”", '"'}:
        clues.append("headline")
    return clues


def _quotation_clues(sheet: Sheet, token: int, word: str) -> Iterator[str]:
    """Whether a cue stands in a quotation, has one close by, and how its sentence begins and ends."""
    quote = sheet.quote
    start, end = sheet.sentences[sheet.sentence[token]]
    yield f"quoted={quote[token] >= 0}"
    yield f"sentence quoted={quote[start] >= 0}+{quote[end - 1] >= 0}"
    for sign, reach in ((1, 4), (-1, 5)):
        for step in range(1, reach + 1):
            near = token + sign * step
            if 0 <= near < sheet.size and quote[near] >= 0 and quote[near] != quote[token]:
                yield f"quotation at={sign * step}"
                yield f"lemma+quotation={word}+{sign}"
                break


def source_candidates(sheet: Sheet, cue: int) -> Iterator[tuple[int, str]]:
    """Heads of phrases of the sentence that can be the source, each with its path from the cue, empty where it is
    long."""
    start, end = sheet.sentences[sheet.sentence[cue]]
    for token in range(max(start, cue - _BEFORE), min(end, cue + _AFTER)):
        kind, role = sheet.pos[token], sheet.dep[token]
        if token == cue or role in _INSIDE_NAMES:
            continue
        if kind in _NOMINAL or (kind in {"DET", "ADJ"} and role in _SPOKEN_OF):
            path = sheet.path(cue, token, _LONGEST_PATH)
            if path is not None or abs(token - cue) < _NEAR:
                yield token, path or ""


def source_clues(sheet: Sheet, cue: int, token: int, path: str) -> list[str]:
    """What speaks for or against a phrase as the source of a cue."""
    lower, lemma, pos, dep = sheet.lower, sheet.lemma, sheet.pos, sheet.dep
    word, kind, role, entity = lemma[cue], pos[cue], dep[token], sheet.ent[token]
    side = _side(token, cue)
    first, last = (token + 1, cue) if token < cue else (cue + 1, token)
    between = lower[first:last]
    kinds = pos[first:last]
    quoted = sheet.quote[cue] >= 0, sheet.quote[token] >= 0, sheet.quote[cue] == sheet.quote[token]
    clues = [
        f"path={path}", f"path+side={path}+{side}", f"lemma+path={word}+{path}", f"cue+path={sheet.tag[cue]}+{path}",
        f"cue dep+path={dep[cue]}+{path}", f"cue+side={kind}+{side}", f"pos={pos[token]}", f"ent={entity}",
        f"lemma={lemma[token]}", f"word={lower[token]}", f"dep={role}", f"dep+pos={role}+{pos[token]}+{entity}",
        f"dep+side={role}+{side}+{kind}", f"far={side}{min(abs(cue - token), 12)}", f"cue+dep={word}+{role}+{side}",
        f"head+dep={lemma[sheet.head[token]]}+{role}", f"quoted={quoted}",
        f"verbs={side}{min(sum(other in _VERBAL for other in kinds), 3)}",
        f"nouns={side}{min(sum(other in _NOMINAL for other in kinds), 5)}", f"comma={side}{',' in between}",
        f"marks={not _MARKS.isdisjoint(between)}", f"-1={lower[token - 1] if token else ''}",
        f"+1={lower[token + 1] if token + 1 < sheet.size else ''}",
        f"cue-1={side}{pos[cue - 1] if cue else ''}", f"cue+1={side}{pos[cue + 1] if cue + 1 < sheet.size else ''}",
    ]  # fmt: skip
    if len(between) <= 2:
        clues.append(f"between={side}{'_'.join(between)}")
    clues += [f"kid={dep[kid]}" for kid in sheet.kids[token]]
    parts = {dep[kid] for kid in sheet.kids[cue]}
    if parts & SUBJECTS:
        clues.append(f"own subject={sheet.head[token] == cue and role in SUBJECTS}")
    elif "agent" in parts:
        clues.append(f"agent={path}")
    return clues


def _side(token: int, cue: int) -> str:
    return "<" if token < cue else ">"
