"""Tell copies of one text: syndicated agency copy, reposts, cut-down reprints.

A text counts as a copy of another when much of the shorter one's runs of words occur in the longer one. Containment and
not resemblance is measured, because an outlet that prints half of an agency's report shares all of its own runs, but
only half of the agency's (A. Broder, "On the resemblance and containment of documents", 1997). The thresholds lie
between what a copy keeps when it is cut and edited (0.55 and more in 99 of 100) and what two reports share that quote
the same people and carry the same boilerplate (0.36 at most). `manage.py evaluate duplicates` measures both.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from zlib import crc32

RUN = 5
"""Words in one run."""
THRESHOLD = 0.45
CREDITED = 0.4
"""For two texts that credit one agency: rewritten agency copy keeps the agency's facts."""
SKETCH = 64
"""Runs kept for looking a text up."""
_SHORTEST = 20
"""Fewer distinct runs than this are too few to tell a copy from two outlets that quote one sentence."""
_NOTE = 40
"""Runs that two texts may share in an editor's note or a legal line. No more than that counts only where it is most of
the one text and much of the other."""
_MOST, _MUCH = 0.65, 0.3
_CUT = 0.8
"""A text with less than this share of another's runs has been cut."""
_SPELLINGS = (("z", "s"), ("our", "or"), ("ll", "l"), ("per cent", "percent"), ("u.s.", "us"), ("u.k.", "uk"))
"""British and American spellings fold to one. Not English any more, but the same for both."""
_WORD = re.compile(r"[^\W_]+")
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


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a text stands among others: the key of the one that it repeats, if any, and of those that repeat it."""

    original: int | None
    copies: tuple[int, ...]


def runs_of(text: str) -> frozenset[int]:
    """Checksums of all runs of five words, without case, punctuation and the differences of British and American
    spelling. Linear in the length of the text."""
    words = words_of(text)
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    folded = text.casefold()
    for spelling, other in _SPELLINGS:
        folded = folded.replace(spelling, other)
    return _WORD.findall(folded)


def sketch_of(runs: frozenset[int]) -> tuple[int, ...]:
    """The 64 smallest checksums of a text: what an index holds of it (Broder's bottom-k sketch).

    Of a text and its half, each the source of the other's runs, the sketches share about 32; of one cut to a tenth six.
    Texts with none in common need not be compared.
    """
    return tuple(nsmallest(SKETCH, runs))


def credit_of(text: str) -> str:
    """The agency that a text credits at its head or foot ("KYIV (AP)", "- Reuters"); "" where it credits none."""
    edges = f"{text[:300]}\n{text[-300:]}"
    match = _CREDIT.search(edges)
    return (match["bracket"] or match["tail"] or match["name"]).casefold() if match else ""


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set of runs that the larger one has too, 0 to 1; 0 where one is too short to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _SHORTEST else 0.0


def repeats(one: Text, other: Text) -> float:
    """How much of the shorter text is in the longer one, 0 to 1, where that makes one a copy of the other; else 0.

    Fires on a report cut to half and given another lead. Leaves alone two reports that quote the same speech, and short
    texts that share little more than an editor's note.
    """
    share = containment(one.runs, other.runs)
    if share < CREDITED:
        return 0.0
    shorter, longer = sorted((len(one.runs), len(other.runs)))
    if share * shorter < _NOTE:
        return share if share >= _MOST and share * shorter >= _MUCH * longer else 0.0
    needed = CREDITED if one.credit and one.credit == other.credit else THRESHOLD
    return share if share >= needed else 0.0


def original_of(text: Text, others: Iterable[Text]) -> tuple[int, float] | None:
    """The text among `others` that `text` repeats or that repeats it, and how much of it; None where there is none. Of
    several the most similar wins, then the earlier."""
    best = _best([(repeats(text, other), other) for other in others])
    return (best[1].key, best[0]) if best else None


def settled(text: Text, others: Iterable[Text]) -> Settled:
    """Which of `others` came before `text` and is repeated by it, and which came after and repeat it.

    A text repeats only the most similar of those that came before it: a digest that holds two reports whole does not
    make one voice of them. But all that came after and repeat it are its copies, in whatever order they are taken in.
    """
    found = [(share, other) for other in others if (share := repeats(text, other))]
    best = _best([(share, other) for share, other in found if precedes(other, text)])
    copies = sorted(other.key for _, other in found if not precedes(other, text))
    return Settled(best[1].key if best else None, tuple(copies))


def precedes(one: Text, other: Text) -> bool:
    """Whether `one` is the original, if one of the two repeats the other: of two days the earlier; of one day, or where
    a day is not known, the one that is clearly longer, because copies are cut; else the one known first."""
    if one.published_on and other.published_on and one.published_on != other.published_on:
        return one.published_on < other.published_on
    shorter, longer = sorted((len(one.runs), len(other.runs)))
    if shorter < _CUT * longer:
        return len(one.runs) == longer
    return one.key < other.key


def _best(found: Iterable[tuple[float, Text]]) -> tuple[float, Text] | None:
    return min(
        ((share, other) for share, other in found if share),
        key=lambda each: (-each[0], each[1].published_on or date.max, each[1].key),
        default=None,
    )
