"""Whether JSON-LD says only what schema.org has words for: every type, every property on its type, every value."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

TYPES: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "schema_org.json").read_text())
DATA = {"Text", "URL", "Date", "DateTime", "Number", "Integer", "Boolean", "Language"}
OF_ACTIONS = ("-input", "-output")  # https://schema.org/docs/actions.html: annotations of an action's properties


def ancestry(kind: str) -> list[str]:
    """`kind` and all that it descends from."""
    return [kind, *(ancestor for parent in TYPES[kind]["extends"] for ancestor in ancestry(parent))]


def faults(node: Any, *, at: str = "") -> Iterator[str]:
    """What is wrong with a JSON-LD object, one sentence each."""
    kind = node.get("@type")
    if kind not in TYPES:
        yield f"{at}: {kind} is no type of schema.org that we know"
        return
    properties = {name: held for each in ancestry(kind) for name, held in TYPES[each]["properties"].items()}
    for name, value in node.items():
        here = f"{at}/{kind}.{name}"
        if name == "@context" and not at:
            if value != "https://schema.org":
                yield f"{here}: {value}"
        elif name == "@id":
            if not is_url(value):
                yield f"{here}: {value} is no address"
        elif name == "@type" or (name.endswith(OF_ACTIONS) and "Action" in ancestry(kind)):
            continue
        elif name not in properties:
            yield f"{here}: {kind} has no such property"
        else:
            for each in value if isinstance(value, list) else [value]:
                yield from value_faults(each, properties[name], at=here)


def value_faults(value: Any, allowed: list[str], *, at: str) -> Iterator[str]:
    """What is wrong with one value of a property that may hold the types `allowed`."""
    if isinstance(value, dict):
        yield from faults(value, at=at)
        kind = value.get("@type")
        if kind in TYPES and not set(ancestry(kind)) & set(allowed):
            yield f"{at}: holds {allowed}, and not {kind}"
    elif value in ("", None):
        yield f"{at}: empty"
    elif isinstance(value, int | float):
        if not {"Number", "Integer", "Text"} & set(allowed):
            yield f"{at}: {value} is a number, and it holds {allowed}"
    elif not any(fits(value, kind) for kind in allowed):
        yield f"{at}: “{value}” is none of {allowed}"


def fits(value: str, kind: str) -> bool:
    """Whether a string can be a value of `kind`."""
    if kind == "URL":
        return is_url(value)
    if kind in {"Date", "DateTime"}:
        return is_day(value) or is_time(value)
    return kind in {"Text", "Language"} or kind not in DATA | set(TYPES)


def is_url(value: str) -> bool:
    return urlsplit(value).scheme in {"http", "https"} and bool(urlsplit(value).netloc)


def is_day(value: str) -> bool:
    """ISO 8601, to the day, month or year."""
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 10 :] if len(value) in {4, 7} else value)
    except ValueError:
        return False
    return True


def is_time(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def of_type(node: Any, kind: str) -> list[dict[str, Any]]:
    """Every object of that type, however deep."""
    if isinstance(node, list):
        return [found for each in node for found in of_type(each, kind)]
    if not isinstance(node, dict):
        return []
    return [node] * (node.get("@type") == kind) + [found for each in node.values() for found in of_type(each, kind)]
