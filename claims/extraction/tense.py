"""Whether a clause looks ahead, which tells on which side of the day of publication its dates lie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.lexicon import words
from claims.extraction.reading import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AHEAD = words("will shall 'll ’ll would must")
_AHEAD_VERBS = words("expect plan schedule due set hope intend slate")
_LOOKING_BACK = words("try fail use manage begin start continue go")
"""Verbs whose infinitive is as old as they are: "managed to land on Monday"."""
_INFINITIVES = frozenset({"xcomp", "acl", "relcl"})
"""Infinitives that tell what is to be ("agreed to meet", "rules to be published"); one of purpose need not."""
_STEPS = 6
"""Steps up the parse from a date to its verb."""
_LEAD = re.compile(
    r"\b(?:until|till|as (?:early|soon|late) as|no later than|effective|payable|upcoming|beginning|starting|"
    r"(?:scheduled|slated|set|planned|due|expected) (?:for|on|in|by))\s(?:on |in |from )?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_LEAD_WIDTH = 30
"""Characters before a date in which words that lead to what is to come may stand."""


def looks_ahead(doc: Doc, position: int) -> bool:
    """Whether the clause around a position is about what is to come: "will vote on Monday", "is due on Friday", "is to
    be published in March", "as early as Tuesday"; not "managed to land on Monday"."""
    if _LEAD.search(text_of(doc)[max(0, position - _LEAD_WIDTH) : position]):
        return True
    token = next(iter(doc.char_span(position, position + 1, alignment_mode="expand") or ()), None)
    for _ in range(_STEPS):
        if token is None:
            return False
        if token.pos_ in {"VERB", "AUX"}:
            if _ahead(token):
                return True
            if token.tag_ != "VB":  # an infinitive is as old as the verb above it
                return False
        token = token.head if token.head.i != token.i else None
    return False


def _ahead(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & _AHEAD or verb.lemma_ in _AHEAD_VERBS:
        return True
    return "to" in helpers and verb.dep_ in _INFINITIVES and verb.head.lemma_ not in _LOOKING_BACK
