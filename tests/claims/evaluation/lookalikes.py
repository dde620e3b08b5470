"""Sentence pairs of our own: topics with two happenings that look alike, each told in four ways."""

import json
from itertools import combinations, product
from pathlib import Path

_TOLD = (
    "{who} was picked to lead {what} on {day}, the council of {place} said.",
    "On {day} the council of {place} picked {who} to lead {what}.",
    "{place} picks {who} to lead {what} after {count} votes.",
    "{who} won {count} votes in {place} and will lead {what}.",
)
_TOPICS = (
    ("the harbour", "Dover", ("Ana Torres", "Monday", 24), ("Jon Lund", "Friday", 31)),
    ("the museum", "Turku", ("Maria Silva", "Sunday", 12), ("Piotr Novak", "Tuesday", 18)),
    ("the library", "Ghent", ("Okoye", "Thursday", 41), ("Weber", "Monday", 55)),
)


def write(path: Path) -> Path:
    """A file of all pairs in each topic, as `evaluate same-event` reads it."""
    rows = []
    for number, (what, place, *happenings) in enumerate(_TOPICS):
        first, second = (
            [text.format(what=what, place=place, who=who, day=day, count=count) for text in _TOLD]
            for who, day, count in happenings
        )
        pairs = [(*pair, "same") for group in (first, second) for pair in combinations(group, 2)]
        pairs += [(*pair, "different") for pair in product(first, second)]
        rows += [{"topic": str(number), "a": one, "b": other, "scope": scope} for one, other, scope in pairs]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path
