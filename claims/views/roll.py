"""Lists by name, of publishers and of sources: searched, and paged by the last name that was shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from claims.views.page import only_parameters

NAMES = 60
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Roll:
    """A page of names. `after` is the name that it begins behind, and `following` the one that the next begins behind;
    empty where there is none."""

    words: str
    after: str
    rows: list[Any]
    following: str


def roll(request: HttpRequest, records: QuerySet[Any], search: Callable[[str], Q]) -> Roll:
    """The page of `records`, each of which has a `name` of its own, that `?q=` and `?after=` name. It is found by index
    however deep it lies, and nothing is counted. Raises BadRequest."""
    only_parameters(request, {"q", "after"})
    words = " ".join(request.GET.get("q", "").split())
    after = request.GET.get("after", "")
    if max(len(words), len(after)) > LONGEST or "\0" in words + after:
        raise BadRequest(_("A name has at most %(number)d letters.") % {"number": LONGEST})
    if words:
        records = records.filter(search(words))
    if after:
        records = records.filter(name__gt=after)
    rows = list(records.order_by("name")[: NAMES + 1])
    return Roll(words, after, rows[:NAMES], rows[NAMES - 1].name if len(rows) > NAMES else "")
