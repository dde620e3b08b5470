"""The language that a chart speaks. The functions of gettext and of the locale are passed in, so that nothing here
depends on where the words are looked up; without them everything is in English."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from claims.vocabulary import Comparator

CHOICES = ("votes_for", "votes_against", "abstentions", "not_voting")


def plain(value: float) -> str:
    """A number without needless zeros, with thousands marked as in English: 1,410 · 8.8."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.6f}".rstrip("0")


@dataclass(frozen=True, slots=True)
class Words:
    """How a chart says things. `number` writes a value and `day` a date as the reader's language does."""

    gettext: Callable[[str], str]
    pgettext: Callable[[str, str], str]
    ngettext: Callable[[str, str, int], str]
    number: Callable[[float], str]
    day: Callable[[date], str]

    @property
    def colon(self) -> str:
        """What stands between a label and what it says: French puts a space before it."""
        return self.pgettext("after a label", ": ")

    def choice(self, kind: str) -> str:
        """What a count of a vote counts, as it stands behind the number."""
        return {
            "votes_for": self.pgettext("of a vote", "for"),
            "votes_against": self.pgettext("of a vote", "against"),
            "abstentions": self.pgettext("of a vote", "abstaining"),
            "not_voting": self.pgettext("of a vote", "not voting"),
            "unstated": self.pgettext("of a vote", "not stated"),
        }[kind]

    def counts(self, stated: Mapping[str, int]) -> str:
        """The counts of a vote in their order: "93 for, 8 against"."""
        return ", ".join(f"{self.number(stated[kind])} {self.choice(kind)}" for kind in CHOICES if kind in stated)

    def sum(self, stated: Mapping[str, int], membership: int | None) -> str:
        """How the stated counts relate to the membership: "174 of 193 members"."""
        total = sum(stated.values())
        told = {"total": self.number(total), "members": self.number(membership or 0)}
        if membership is None:
            return self.gettext("%(total)s in all") % told
        if total > membership:
            return self.gettext("%(total)s: more than the %(members)s members") % told
        return self.gettext("%(total)s of %(members)s members") % told

    def short(self, value: float) -> str:
        """A number short enough for an axis: 1,500 · 20m · 300bn."""
        for size, unit in (
            (1e12, self.gettext("%(number)str")),
            (1e9, self.gettext("%(number)sbn")),
            (1e6, self.gettext("%(number)sm")),
        ):
            if abs(value) >= size:
                return unit % {"number": self.number(value / size)}
        return self.number(value)

    def figure(self, low: float, high: float, comparator: object = Comparator.EXACT, unit: str = "") -> str:
        """A figure as it is meant: "at least 140", "130 to 150", "some 300 USD". Of units only currencies are named."""
        told = {"low": self.number(low), "high": self.number(high)}
        if low != high:
            words = self.gettext("%(low)s to %(high)s") % told
        else:
            words = self.meant(comparator) % {"number": told["low"]}
        return f"{words} {unit}" if unit.isupper() else words

    def meant(self, comparator: object) -> str:
        """The frame that a comparator puts around a number."""
        if comparator == Comparator.AT_LEAST:
            return self.gettext("at least %(number)s")
        if comparator == Comparator.AT_MOST:
            return self.gettext("at most %(number)s")
        if comparator == Comparator.APPROX:
            return self.gettext("about %(number)s")
        return "%(number)s"

    def side(self, polarity: str) -> str:
        """The column of those who say yes, who say no, or neither."""
        return {
            "yes": self.gettext("Says yes"),
            "no": self.gettext("Says no"),
            "": self.gettext("Does not say"),
        }[polarity]

    def axis_note(self, start: float) -> str:
        """Said wherever an axis does not start at 0."""
        return self.gettext("The axis starts at %(number)s, not at 0.") % {"number": self.short(start)}


ENGLISH = Words(
    gettext=str,
    pgettext=lambda _context, text: text,
    ngettext=lambda one, many, count: one if count == 1 else many,
    number=plain,
    day=lambda day: f"{day.day} {day:%B %Y}",
)
