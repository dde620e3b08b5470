"""Query parameters as Google's interfaces read them: by JSON name or by proto name, typed, and no unknown ones."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from rest_framework.exceptions import ValidationError

COMMON: Mapping[str, type] = {
    "$.xgafv": str,
    "access_token": str,
    "alt": str,
    "callback": str,
    "fields": str,
    "key": str,
    "oauth_token": str,
    "prettyPrint": bool,
    "quotaUser": str,
    "uploadType": str,
    "upload_protocol": str,
}
"""What every method takes."""
INT32 = 2**31
LONGEST = 2_000
"""Characters of one value. Google names no limit; no claim or address is longer."""
TRUTH = {"true": True, "1": True, "": True, "false": False, "0": False}


def read(query: QueryDict, known: Mapping[str, type]) -> dict[str, Any]:
    """The values in `query` by their JSON names; numbers that are not given are 0, texts are empty, as in proto3.

    Raises a 400 in Google's words for a name that is not `known`, a value that is none of its type, or two values.
    """
    names = {**known, **COMMON}
    by_any_name = {**{_proto(name): name for name in names}, **{name: name for name in names}}
    given: dict[str, Any] = {name: kind() for name, kind in names.items()}
    given["prettyPrint"] = True
    for written, values in query.lists():
        name = by_any_name.get(written)
        if name is None:
            shown = written[:100]
            raise ValidationError(
                f'Invalid JSON payload received. Unknown name "{shown}": Cannot bind query parameter.'
                f" Field '{shown}' could not be found in request message."
            )
        if len(values) > 1:
            raise ValidationError(f"Invalid value at '{_proto(name)}': it is given more than once.")
        given[name] = _value(name, values[0], names[name])
    if given["alt"] not in {"", "json"}:
        raise ValidationError("Invalid value at 'alt': answers are JSON only.")
    if given["callback"]:
        raise ValidationError("Invalid value at 'callback': any web page may read the JSON itself (CORS).")
    if given["$.xgafv"] not in {"", "1", "2"}:
        raise ValidationError("Invalid value at '$.xgafv': it is 1 or 2.")
    return given


def _proto(name: str) -> str:
    """pageSize → page_size."""
    return re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


def _value(name: str, text: str, kind: type) -> Any:
    if kind is int:
        return _number(name, text)
    if kind is bool:
        if text.lower() not in TRUTH:
            raise ValidationError(f"Invalid value at '{_proto(name)}' (TYPE_BOOL), \"{text[:100]}\"")
        return TRUTH[text.lower()]
    if "\x00" in text:
        raise ValidationError(f"Invalid value at '{_proto(name)}': it has a character that no text has.")
    if len(text) > LONGEST:
        raise ValidationError(f"Invalid value at '{_proto(name)}': it is longer than {LONGEST} characters.")
    return text


def _number(name: str, text: str) -> int:
    """A whole number that is not negative: none of the parameters has a use for one."""
    if not re.fullmatch(r"[+-]?[0-9]{1,10}", text) or not -INT32 <= int(text) < INT32:
        raise ValidationError(f"Invalid value at '{_proto(name)}' (TYPE_INT32), \"{text[:100]}\"")
    if int(text) < 0:
        raise ValidationError(f"Invalid value at '{_proto(name)}': it must not be negative.")
    return int(text)
