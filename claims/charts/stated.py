"""What people enter as the figures of a document: the same forms that positions have, checked before they are kept."""

from collections.abc import Mapping
from datetime import date

from claims.charts.figures import CHOICES, LARGEST, day_of, is_number, range_of, tally_of
from claims.charts.words import ENGLISH, Words
from claims.vocabulary import Comparator

COUNTS = (*CHOICES, "membership")
SIDES = ("yes", "no")
LONGEST_UNIT = 60
MEASURES = frozenset({*COUNTS, "value", "value_max", "comparator", "unit", "date", "polarity"})


def check(figures: Mapping[str, object]) -> None:
    """Raise ValueError, with a sentence to show, where `figures` cannot be what one document counts."""
    if unknown := sorted(set(figures) - MEASURES):
        raise ValueError(f"There is no measure “{unknown[0]}”.")
    for measure in COUNTS:
        count = figures.get(measure, 0)
        if type(count) is not int or not 0 <= count <= LARGEST:
            raise ValueError(f"{_name(measure)} is a whole number from 0 on.")
    for measure in ("value", "value_max"):
        if measure in figures and not is_number(figures[measure]):
            raise ValueError(f"{_name(measure)} is a number.")
    if "date" in figures and day_of(figures) is None:
        raise ValueError("The date is a day of the calendar: 2026-03-01.")
    if figures.get("polarity", "yes") not in SIDES:
        raise ValueError("The document says yes or no.")
    if figures.get("comparator", Comparator.EXACT) not in list(Comparator):
        raise ValueError("That is no way to mean a figure.")
    unit = figures.get("unit", "")
    if not isinstance(unit, str) or len(unit) > LONGEST_UNIT:
        raise ValueError("The unit is a word or two.")
    _check_together(figures)


def _check_together(figures: Mapping[str, object]) -> None:
    """What each measure asks of the others."""
    value, highest = figures.get("value"), figures.get("value_max")
    if highest is not None and value is None:
        raise ValueError("A highest figure goes with the lowest one.")
    if is_number(value) and is_number(highest) and highest < value:
        raise ValueError("The highest figure is below the lowest.")
    members = figures.get("membership")
    total = sum(int(str(figures.get(choice, 0))) for choice in CHOICES)
    if members is not None and total > int(str(members)):
        raise ValueError(f"The counts add up to {total}, which is more than the {members} members.")


def in_words(figures: Mapping[str, object], words: Words = ENGLISH) -> str:
    """`figures` as one line: "93 for, 8 against, 73 abstaining (174 of 193 members)"; empty where there are none."""
    if stated := tally_of(figures):
        members = figures.get("membership")
        return f"{words.counts(stated)} ({words.sum(stated, members if isinstance(members, int) else None)})"
    if found := range_of(figures):
        unit = str(figures.get("unit") or "")
        told = words.figure(*found, figures.get("comparator"), unit)
        return f"{told} {unit}" if unit and not unit.isupper() else told
    if days := day_of(figures):
        return words.day(date.fromordinal(int(days[0])))
    if figures.get("polarity") in SIDES:
        return words.gettext("it says yes") if figures["polarity"] == "yes" else words.gettext("it says no")
    return words.counts({choice: count for choice in CHOICES if type(count := figures.get(choice)) is int})


def _name(measure: str) -> str:
    named = {"membership": "The membership", "value": "The figure", "value_max": "The highest figure"}
    return named.get(measure) or f"The number {ENGLISH.choice(measure)}"
