"""Paths of records. A page or an answer of the API has hundreds of them."""

from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def path_to(name: str, *args: int | str) -> str:
    """What `reverse(name, args=args)` gives for ids and ASCII slugs, which need no quoting. Django is asked once for
    each name and language, because it takes fifty times as long. Raises NoReverseMatch where there is no such path."""
    numbers = tuple(isinstance(arg, int) for arg in args)
    return _pattern(name, numbers, get_language(), get_script_prefix()).format(*args)


@cache
def _pattern(name: str, numbers: tuple[bool, ...], _language: str | None, _prefix: str) -> str:
    """The path with a place for each argument; the last two are what `reverse` looks at besides."""
    marks = [7_700_000_077 + place if number else f"mark-{place}-mark" for place, number in enumerate(numbers)]
    path = reverse(name, args=marks).replace("{", "{{").replace("}", "}}")
    for place, mark in enumerate(marks):
        path = path.replace(str(mark), f"{{{place}}}")
    return path
