"""Whether a page that somebody holds is still the page: its ETag, without drawing it.

A page is made of what readers see, of the code that draws it, of its address and of the language in it. The address is
what a cache keeps it under, so the tag needs the other three. One query answers, whatever the page.
"""

import hashlib
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils.translation import get_language

from articles.changes import NEWEST

DRAWN_BY = ("articles", "claims", "templates")
NEWEST_CHANGES = f"""
    SELECT string_agg(id::text, ' '), max(at)
    FROM (SELECT id, at FROM articles_change ORDER BY id DESC LIMIT {NEWEST}) AS newest
"""  # noqa: S608 - a number of ours
KINDS = {".py", ".html", ".txt", ".xml", ".css", ".js", ".svg", ".mo", ".ttf", ".woff2"}


def etag(request: HttpRequest, *_args: object, **_kwargs: object) -> str:
    """The tag of every public page, weak because a proxy may compress it."""
    numbers, _ = _newest(request)
    part = request.headers.get("HX-Request", "")  # htmx is sent a part of a page, under the same address
    made_of = "\n".join([get_language() or "", release(), part, numbers])
    return f'W/"{hashlib.blake2b(made_of.encode(), digest_size=12).hexdigest()}"'


def last_modified(request: HttpRequest) -> datetime | None:
    """When something that readers see was changed last; None where nothing ever was."""
    _, at = _newest(request)
    return at


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


def _newest(request: HttpRequest) -> tuple[str, datetime | None]:
    """The numbers of the newest changes and when the last was, asked for once a request: the tag and the time are made
    of them apart. Every page asks this first, so it is asked without the ORM, which takes longer than the database."""
    if not hasattr(request, "newest_changes"):
        with connection.cursor() as cursor:
            cursor.execute(NEWEST_CHANGES)
            numbers, at = cursor.fetchone()
        request.newest_changes = numbers or "", at  # type: ignore[attr-defined]
    found: tuple[str, datetime | None] = request.newest_changes  # type: ignore[attr-defined]
    return found
