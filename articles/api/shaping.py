"""What of its records a reader asks for: `fields=` names the parts that are wanted, `expand=` those to be told more
fully, `ordering=` sorts. Each takes words of a closed list; what is none of them is answered with 400."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

DESCRIPTIONS = {
    "fields": "The parts of a record that are wanted, divided by commas; without it, all",
    "expand": "Parts of a record to be told more fully, divided by commas",
    "ordering": "What the list is sorted by, with a minus from the highest down; records without a value come last",
}


@dataclass(frozen=True, slots=True)
class Expansion:
    """A part that can be told more fully: the field that does it, and what it needs of the query, so that a page takes
    as many queries for many rows as for one."""

    field: Callable[[], serializers.Field[Any, Any, Any, Any]]
    join: Callable[[QuerySet[Any]], QuerySet[Any]]


def named(request: Request, parameter: str, offered: Sequence[str]) -> list[str]:
    """The words that `parameter` has, divided by commas or given several times. Raises a 400 for one not `offered`."""
    words = [word for text in request.query_params.getlist(parameter) if text for word in text.split(",")]
    if unknown := sorted(set(words) - set(offered)):
        raise ValidationError({parameter: [f"“{unknown[0][:60]}” is none of {', '.join(offered)}."]})
    return words


def shape(serializer: Any, *, expanded: dict[str, Expansion], wanted: Sequence[str]) -> None:
    """Have `serializer` tell the `expanded` parts more fully, and only the `wanted` ones, if any are named."""
    one = getattr(serializer, "child", serializer)
    for name, expansion in expanded.items():
        one.fields[name] = expansion.field()
    if wanted:
        for name in set(one.fields) - set(wanted):
            del one.fields[name]


def described(offers: Mapping[str, Sequence[str]]) -> list[OpenApiParameter]:
    """The parameters as the schema describes them; `offers` has for each of them the words that it takes."""
    told = []
    for name, words in offers.items():
        one_of: dict[str, Any] = {"type": "string", "enum": [*words]}
        if name == "ordering":
            told.append(OpenApiParameter(name, {**one_of, "default": words[0]}, description=DESCRIPTIONS[name]))
        else:
            schema = {"type": "array", "items": one_of}
            told.append(OpenApiParameter(name, schema, description=DESCRIPTIONS[name], style="form", explode=False))
    return told
