"""Tell copies of one text: syndicated agency copy, reposts, cut-down reprints.

A text counts as a copy of another when most of the shorter one's runs of words occur in the longer one. Containment and
not resemblance is measured, because an outlet that prints half of an agency's report shares all of its own runs, but
only half of the agency's (A. Broder, "On the resemblance and containment of documents", 1997).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zlib import crc32

RUN = 5
"""Words in one run."""
THRESHOLD = 0.6
_SHORTEST = 20
"""Fewer distinct runs than this are too few to tell a copy from two outlets that quote one sentence."""
_CREDIT = re.compile(
    r"\((?P<bracket>AP|AFP|Reuters|dpa|ANSA|PTI|ANI|UPI|EFE|Xinhua|TASS|Interfax|Kyodo|Yonhap|Bernama|CNN|APP)\)|"
    r"(?:^|[-–—]\s*|/\s?|©\s?)(?P<tail>AP|AFP|Reuters|dpa|ANSA|PTI|ANI|UPI|EFE|Xinhua|TASS|Interfax|Kyodo|Yonhap|Bernama|APP)\s*$|"
    r"^(?P<name>Associated Press|Agence France-Presse|Press Trust of India)\b",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare. `key` is its id; `credit` the agency that it credits, "" for none."""

    key: int
    published_on: date | None
    runs: frozenset[int]
    credit: str = ""


def runs_of(text: str) -> frozenset[int]:
    """Checksums of all runs of five words, without case and punctuation. Linear in the length of the text."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))


def credit_of(text: str) -> str:
    """The agency that a text credits at its head or foot ("KYIV (AP)", "- Reuters"); "" where it credits none."""
    edges = f"{text[:300]}\n{text[-300:]}"
    match = _CREDIT.search(edges)
    return (match["bracket"] or match["tail"] or match["name"]).casefold() if match else ""


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set of runs that the larger one has too, 0 to 1; 0 where one is too short to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _SHORTEST else 0.0


def original_of(text: Text, others: Iterable[Text], *, threshold: float = THRESHOLD) -> tuple[int, float] | None:
    """The text among `others` that `text` repeats, and how much of it; None where it repeats none.

    Of several the most similar wins, then the earlier. Sharing the credit of one agency lowers the threshold by a
    third, because rewritten agency copy keeps the agency's facts. Leaves alone two reports that quote the same
    sentence.
    """
    best: tuple[float, date, int] | None = None
    for other in others:
        share = containment(text.runs, other.runs)
        needed = threshold * 2 / 3 if text.credit and text.credit == other.credit else threshold
        if share < needed:
            continue
        rank = (-share, other.published_on or date.max, other.key)
        best = min(best, rank) if best else rank
    return (best[2], -best[0]) if best else None
