"""Whether a page that somebody holds is still the page: its ETag, without drawing it.

A page is made of what readers see, of the code that draws it, of its address and of the language in it. The address is
what a cache keeps it under, so the tag needs the other three. One query answers, whatever the page.
"""

import hashlib
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from articles.changes import NEWEST, Change

DRAWN_BY = ("articles", "claims", "templates")
KINDS = {".py", ".html", ".txt", ".xml", ".css", ".js", ".svg", ".mo", ".ttf", ".woff2"}


def etag(request: HttpRequest, *_args: object, **_kwargs: object) -> str:
    """The tag of every public page, weak because a proxy may compress it."""
    numbers = [str(number) for number, _ in _newest(request)]
    part = request.headers.get("HX-Request", "")  # htmx is sent a part of a page, under the same address
    made_of = "\n".join([get_language() or "", release(), part, *numbers])
    return f'W/"{hashlib.blake2b(made_of.encode(), digest_size=12).hexdigest()}"'


def last_modified(request: HttpRequest) -> datetime | None:
    """When something that readers see was changed last; None where nothing ever was."""
    return max((at for _, at in _newest(request)), default=None)


def release() -> str:
    """A hash of the code and templates that draw the pages, the same on every server that runs them."""
    return _release() if not settings.DEBUG else _release.__wrapped__()


@cache
def _release() -> str:
    digest = hashlib.blake2b(digest_size=8)
    for folder in DRAWN_BY:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in KINDS:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _newest(request: HttpRequest) -> list[tuple[int, datetime]]:
    """The newest changes, asked for once a request: the tag and the time are made of them apart."""
    if not hasattr(request, "newest_changes"):
        request.newest_changes = list(Change.objects.values_list("id", "at")[:NEWEST])  # type: ignore[attr-defined]
    found: list[tuple[int, datetime]] = request.newest_changes  # type: ignore[attr-defined]
    return found
