"""Which reports may be about one thing: of one happening, or in texts that tell one story.

What people say of a matter often names no happening ("she has decided to go" against "no such decision"), so a report
without one is taken to be about what its text is about. Two texts are on one story where they share a happening, or,
within a week, most of the names in them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.detection.types import Report
from claims.detection.wording import names

_DAYS, _STORY_DAYS = 31, 7
"""Days between two reports of no known happening that can still be about one; and between two texts on one story."""
_NAMES, _SHARE = 3, 3
"""Names that two texts on one story share at least; and of the names of the shorter one in so many at least."""
_IN_MANY = 200
"""Texts with one name above which it does not bring any together."""


def far_apart(one: Report, other: Report, days: int = _DAYS) -> bool:
    """Whether more than `days` lie between two reports; not where one has no day."""
    return bool(one.day and other.day and abs((one.day - other.day).days) > days)


class Closeness:
    """What is close among `reports`. Symmetric, and the same in whatever order they come."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.events: dict[int, set[int]] = {}
        self._first: dict[int, Report] = {}
        of_text: dict[int, set[str]] = {}
        for report in reports:
            told = self.events.setdefault(report.version, set())
            if report.event is not None:
                told.add(report.event)
            self._first.setdefault(report.version, report)
            of_text.setdefault(report.version, set()).update(name for name in names(report.text) if len(name) > 1)
        self._kin = _kin(of_text)

    def close(self, one: Report, other: Report) -> bool:
        """Whether two reports are about one happening: a report that names none is about those of its text.

        Fires on a report of a call and its denial in two texts of one week that name the same people and places. Leaves
        alone reports of two known happenings, and texts that share a single name.
        """
        if one.event is not None and other.event is not None and one.event == other.event:
            return True
        if far_apart(one, other):
            return False
        if one.event is not None and other.event is not None:
            return False
        shared = bool(self.events[one.version] & self.events[other.version])
        return shared or self.one_story(one, other)

    def one_story(self, one: Report, other: Report) -> bool:
        """Whether the texts of two reports share most of their names and came within a week."""
        return other.version in self._kin.get(one.version, ()) and not far_apart(one, other, _STORY_DAYS)

    def kin(self, report: Report) -> Iterable[int]:
        """The texts that share most of their names with that of a report."""
        return self._kin.get(report.version, ())


def _kin(of_text: dict[int, set[str]]) -> dict[int, set[int]]:
    holders: dict[str, list[int]] = {}
    for version, own in of_text.items():
        for name in own:
            holders.setdefault(name, []).append(version)
    shared: Counter[tuple[int, int]] = Counter()
    for versions in holders.values():
        if len(versions) <= _IN_MANY:
            ordered = sorted(versions)
            shared.update((left, right) for place, left in enumerate(ordered) for right in ordered[place + 1 :])
    found: dict[int, set[int]] = {}
    for (left, right), count in shared.items():
        if count >= _NAMES and count * _SHARE >= min(len(of_text[left]), len(of_text[right])):
            found.setdefault(left, set()).add(right)
            found.setdefault(right, set()).add(left)
    return found
