"""Claims that point at earlier claims: denials of "these claims", echoes, and the writer's own "this was untrue"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.reading import words_of
from claims.extraction.types import ExtractedClaim
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span

LOOK_BACK = 20
"""Claims before a denial among which the denied one is looked for."""

_UNTRUE = re.compile(
    r"^(?:(?:however|but|in fact|yet|of course|in reality),?\s+)*(?:this|that|it|these|the (?:claim|statement|report|"
    r"story|allegation|accusation)s?)\s+"
    r"(?:is|was|are|were)\s+(?:simply |completely |entirely |clearly |plainly |demonstrably )?"
    r"(?:untrue|false|not true|wrong|incorrect|not correct|inaccurate|baseless|misleading|a lie|lies|unfounded|"
    r"fabricated|nonsense)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"^\s*[,;:–—-]?\s*(?:since|because|as|for|given that)\s+", re.IGNORECASE)


def refutation(sentence: Span) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """The span of "this was untrue" and that of the reason given with "since" or "because", in the paragraph's
    characters.

    Fires on "However, this was untrue, since Sweden had invaded first". Leaves alone "this was wrong of him to do",
    which has no earlier claim to point at only where none was made, and "it is not true love".
    """
    words = words_of(sentence)
    match = _UNTRUE.match(words)
    if not match or not re.match(r"\s*(?:[.,;:!–—]|$|since|because|as |given)", words[match.end() :]):
        return None
    start = sentence.start_char
    reason = _REASON.match(words[match.end() :])
    span = (start, start + match.end())
    return span, (start + match.end() + reason.end(), sentence.end_char) if reason else None


def referent(claims: Sequence[ExtractedClaim], first: int, speaker: str) -> int | None:
    """Index of the latest claim from `first` on that somebody other than `speaker` asserts, or None."""
    for index in range(len(claims) - 1, max(first, len(claims) - LOOK_BACK) - 1, -1):
        if citable(claims[index], speaker):
            return index
    return None


def citable(claim: ExtractedClaim, speaker: str) -> bool:
    """Whether a claim can be what `speaker` denies or echoes: an assertion of somebody else's own."""
    own = claim.refers_to is None and claim.stance is not Stance.DENIES
    return own and claim.speaker is not None and claim.speaker.name != speaker


def pointing(claim: ExtractedClaim, earlier: ExtractedClaim, index: int) -> ExtractedClaim:
    """The claim as a stand on an earlier one: its proposition and cues are the earlier claim's, its words and stance
    its own."""
    return replace(
        claim,
        text=earlier.text,
        refers_to=index,
        negated=earlier.negated,
        modality=earlier.modality,
        cues=earlier.cues,
        measurements=(),
    )
