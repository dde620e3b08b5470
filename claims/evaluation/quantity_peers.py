"""The peers of `manage.py evaluate quantities`, set up as fairly as they allow."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from claims.evaluation.reading import MissingPeerError

Finding = tuple[Decimal, Decimal | None, str]
"""Value, upper value of a range, unit in the peer's own words."""
_Span = tuple[int, int, Decimal, str]
Finder = Callable[[str], list[Finding]]
_JOINER = re.compile(r"\s?(?:-|–|to)\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_TEMPERATURES = {"C": "celsius", "F": "fahrenheit", "K": "kelvin", "D": "degree"}


def recognizers() -> Finder:
    """Microsoft's Recognizers-Text for English: currency, dimension, temperature, age, percentage and plain numbers.

    Where models overlap, a number takes the unit that a model of units gives it. Its ranges are not in the Python port:
    two numbers joined by a dash, "to" or "between … and" are read as one. Raises MissingPeerError.
    """
    try:
        from recognizers_number import Culture, recognize_number, recognize_percentage
        from recognizers_number_with_unit import (
            recognize_age,
            recognize_currency,
            recognize_dimension,
            recognize_temperature,
        )
    except ImportError as error:
        raise MissingPeerError("Recognizers-Text") from error
    with_units = (recognize_currency, recognize_dimension, recognize_temperature, recognize_age, recognize_percentage)

    def find(text: str) -> list[Finding]:
        units = [item for recognize in with_units for item in recognize(text, Culture.English) if _value(item)]
        taken: dict[tuple[int, Decimal], _Span] = {}
        for item in units:
            number = Decimal(_value(item).rstrip("%"))
            taken.setdefault((item.start, number), (item.start, item.end, number, _unit_of(item)))
        found = list(taken.values())
        for item in recognize_number(text, Culture.English):
            number = Decimal(_value(item))
            within = (other for other in found if other[0] <= item.start and item.end <= other[1] and other[3])
            if not any(other[2] == number for other in within):
                found.append((item.start, item.end, number, ""))
        return _with_ranges(text, sorted(found, key=lambda item: item[:2]))

    return find


def quantulum3() -> Finder:
    """quantulum3 without its classifier, which its wheel does not bring in a form that present scikit-learn reads.

    Its ranges come as a middle and an uncertainty. Raises MissingPeerError.
    """
    try:
        from quantulum3 import classifier, parser
    except ImportError as error:
        raise MissingPeerError("quantulum3") from error

    def find(text: str) -> list[Finding]:
        used, classifier.USE_CLF = classifier.USE_CLF, False
        try:
            return [_quantulum(item.value, item.uncertainty, item.unit.name) for item in parser.parse(text)]
        finally:
            classifier.USE_CLF = used

    return find


PEERS: dict[str, Callable[[], Finder]] = {"Recognizers-Text": recognizers, "quantulum3": quantulum3}


def _value(item: Any) -> str:
    """The number that a model resolves to; empty for a unit that it finds without one ("sterling")."""
    return (item.resolution or {}).get("value") or ""


def _unit_of(item: Any) -> str:
    kind, unit = item.type_name, item.resolution.get("isoCurrency") or item.resolution.get("unit") or ""
    if kind == "percentage":
        return "percent"
    if kind == "age":
        return f"{unit} of age"
    if kind == "currency" and unit == "Pound":
        return "GBP"
    return _TEMPERATURES.get(unit, unit)


def _with_ranges(text: str, found: list[_Span]) -> list[Finding]:
    result: list[Finding] = []
    last = None
    for start, end, number, unit in found:
        gap = "" if last is None else text[last[1] + 1 : start]
        between = last is not None and gap.strip() == "and" and _BETWEEN.search(text[: last[0]])
        if last is not None and number > last[2] and (between or _JOINER.fullmatch(gap)):
            result[-1] = (last[2], number, unit or last[3])
            last = None
            continue
        result.append((number, None, unit))
        last = (start, end, number, unit)
    return result


def _quantulum(value: float, uncertainty: float | None, unit: str) -> Finding:
    name = {"dimensionless": "", "degree angle": "degree"}.get(unit, unit)
    middle = Decimal(str(value))
    if not uncertainty:
        return middle, None, name
    margin = Decimal(str(uncertainty))
    return middle - margin, middle + margin, name
