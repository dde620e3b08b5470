"""Votes as stacked bars: one bar for each who counts them, all against the membership of the body."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.charts.answers import Answer
from claims.charts.axes import shorten
from claims.charts.figures import CHOICES, membership_of, tally_of
from claims.charts.words import ENGLISH, Words

KINDS = (*CHOICES, "unstated")
LABEL = 64  # characters


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar. `count` is printed inside only where it fits."""

    kind: str
    count: int
    x: float
    width: float
    middle: float
    fits: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One tally. `stated` repeats the counts in words; `sum` says how they relate to the membership."""

    label: str
    stated: str
    sum: str
    exceeds: bool
    is_record: bool
    segments: tuple[Segment, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(segment.kind for segment in self.segments)


@dataclass(frozen=True, slots=True)
class TallyChart:
    """`kinds` are the kinds of segments that occur and their words; `shared_membership` is the one denominator of all
    bars, or None where they are of different bodies."""

    bars: tuple[Bar, ...]
    kinds: tuple[tuple[str, str], ...]
    shared_membership: int | None
    summary: str
    more: str = ""
    form: str = "tally"


def tally_chart(answers: Sequence[Answer], words: Words = ENGLISH) -> TallyChart:
    """Bars of answers that all have a tally, the record first."""
    ordered = sorted(answers, key=lambda answer: not answer.is_record)
    members = {_denominator(answer) for answer in ordered}
    most = max(sum((tally_of(answer.figures) or {}).values()) for answer in ordered)
    bars = tuple(_bar(answer, words, without_membership=most) for answer in ordered)
    return TallyChart(
        bars=bars,
        kinds=tuple((kind, words.choice(kind)) for kind in KINDS if any(kind in bar.kinds for bar in bars)),
        shared_membership=members.pop() if len(members) == 1 else None,
        summary=" ".join(f"{bar.label}{words.colon}{bar.stated} ({bar.sum})." for bar in bars),
    )


def _bar(answer: Answer, words: Words, *, without_membership: int) -> Bar:
    stated = tally_of(answer.figures) or {}
    membership = _denominator(answer)
    total = sum(stated.values())
    whole = max(membership or without_membership, total, 1)
    told = words.counts(stated)
    widths = [(choice, stated[choice]) for choice in CHOICES if choice in stated]
    missing = [choice for choice in CHOICES if choice not in stated]
    if missing and membership and total < membership:
        # Where the first missing count would stand: what a report leaves out at the front is not moved to the end.
        place = sum(choice in stated for choice in CHOICES[: CHOICES.index(missing[0])])
        widths.insert(place, ("unstated", membership - total))
    if missing and (membership is None or total < membership):
        unstated = ", ".join(map(words.choice, missing))
        told += "; " + words.gettext("not stated: %(counts)s") % {"counts": unstated}
    segments, taken = [], 0
    for kind, count in widths:
        if count == 0:
            continue
        x, width = _percent(taken, whole), _percent(count, whole)
        fits = kind != "unstated" and width >= 2.5 * len(str(count))
        segments.append(Segment(kind, count, x, width, round(x + width / 2, 2), fits))
        taken += count
    return Bar(
        label=shorten(answer.who, LABEL),
        stated=told,
        sum=words.sum(stated, membership),
        exceeds=membership is not None and total > membership,
        is_record=answer.is_record,
        segments=tuple(segments),
    )


def _denominator(answer: Answer) -> int | None:
    return membership_of(answer.figures) or answer.membership


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)
