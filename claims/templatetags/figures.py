"""What a report measures, in words for people: "Votes for: 93 votes", "Killed: at least 12 people"."""

from django import template

from claims.detection.numbers import shown
from claims.detection.types import Figure
from claims.models import Measurement
from claims.vocabulary import Comparator

register = template.Library()

_SAME = frozenset({"aircraft", "dead", "km", "people", "percent", "personnel", "police"})
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}


@register.filter
def in_words(measurement: Measurement) -> str:
    """The measure and its value with a unit that agrees in number; the words of the value where it is no number."""
    figure = Figure(
        key=measurement.pk,
        measure=measurement.measure,
        quote=measurement.quote,
        value=measurement.value,
        value_max=measurement.value_max,
        value_text=measurement.value_text,
        comparator=Comparator(measurement.comparator),
        unit=measurement.unit,
    )
    measure = measurement.measure.replace("_", " ")
    words = [f"{measure.capitalize()}: {shown(figure)}"]
    # `shown` itself names a currency; "magnitude 8.8 magnitude" would say it twice.
    if measurement.value is not None and not measurement.unit.isupper() and measurement.unit != measure:
        one = measurement.value == 1 and measurement.value_max is None
        words.append(measurement.unit if one else plural(measurement.unit))
    return " ".join(filter(None, words))


def plural(noun: str) -> str:
    """The plural of an English unit noun, which stays as it is where it is one already: vote, votes; body, bodies;
    kilometre per hour, kilometres per hour."""
    if not noun or noun in _SAME or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    first, per, rest = noun.partition(" per ")
    if per:
        return f"{plural(first)}{per}{rest}"
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ss", "x", "ch", "sh")) else f"{noun}s"
