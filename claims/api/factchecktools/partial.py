"""Partial answers: what the `fields` parameter of Google's interfaces selects.

The syntax is `a,b(c,d/e),f/*`: a comma between fields, a slash or brackets to reach inside one, a star for all.
Source: https://developers.google.com/workspace/drive/api/guides/performance#partial
"""

import re
from collections.abc import Mapping
from typing import Any

from rest_framework.exceptions import ValidationError

Shape = Mapping[str, "Shape"]
"""The fields of a message, each with the fields inside it."""

_TOKEN = re.compile(r"\s*(\*|[A-Za-z_]\w*|[,/()])")
_DEEPEST = 20


def select(body: Any, fields: str, shape: Shape) -> Any:
    """What `fields` leaves of `body`, whose fields are those of `shape`. Raises a 400 for a selection that is none."""
    return _kept(body, _Selection(fields, shape).read()) if fields.strip() else body


class _Selection:
    """Reads one selection by recursive descent."""

    def __init__(self, text: str, shape: Shape) -> None:
        self.text, self.shape, self.place = text, shape, 0

    def read(self) -> Shape:
        chosen = self._several(self.shape, 0)
        if self._peek():
            raise self._invalid()
        return chosen

    def _several(self, shape: Shape, depth: int) -> dict[str, Any]:
        chosen = self._one(shape, depth)
        while self._peek() == ",":
            self._next()
            for name, inside in self._one(shape, depth).items():
                chosen[name] = _joined(chosen[name], inside) if name in chosen else inside
        return chosen

    def _one(self, shape: Shape, depth: int) -> dict[str, Any]:
        name = self._next()
        if depth > _DEEPEST or (name != "*" and name not in shape):
            raise self._invalid(name)
        names = list(shape) if name == "*" else [name]
        begin, after = self.place, self._peek()
        chosen = {}
        for each in names:
            self.place = begin
            chosen[each] = self._inside(shape[each], after, depth)
        return chosen

    def _inside(self, shape: Shape, after: str, depth: int) -> Shape:
        if after == "/":
            self._next()
            return self._one(shape, depth + 1)
        if after == "(":
            self._next()
            chosen = self._several(shape, depth + 1)
            if self._next() != ")":
                raise self._invalid()
            return chosen
        return shape

    def _peek(self) -> str:
        found = _TOKEN.match(self.text, self.place)
        return found[1] if found else self.text[self.place :].strip()

    def _next(self) -> str:
        found = _TOKEN.match(self.text, self.place)
        if not found:
            raise self._invalid()
        self.place = found.end()
        return found[1]

    def _invalid(self, name: str = "") -> ValidationError:
        return ValidationError(f"Invalid field selection {name or self.text[:100]}")


def _joined(one: Shape, other: Shape) -> Shape:
    return {name: _joined(one.get(name, {}), other.get(name, {})) for name in {**one, **other}}


def _kept(value: Any, chosen: Shape) -> Any:
    if isinstance(value, list):
        return [_kept(item, chosen) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _kept(inside, chosen[name]) for name, inside in value.items() if name in chosen}
