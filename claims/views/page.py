"""What every public page has in common: safe methods, caching, canonical addresses, strict parameters, page numbers."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any, Protocol, TypeVar

from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Model, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from articles import freshness
from claims.addresses import absolute as absolute  # noqa: PLC0414 - the views take it from here

View = Callable[..., HttpResponseBase]
R = TypeVar("R", bound=Model)

OUTAGE = 24 * 3600  # seconds for which a proxy may serve what it holds while we do not answer
ROWS = 20
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|twclid|igshid|mc_[ce]id|ref_src|ref_url")


class HasAddress(Protocol):
    """A record with a page of its own, whose address ends in a slug that follows its words."""

    pk: Any

    @property
    def slug(self) -> str: ...

    def get_absolute_url(self) -> str: ...


def public_page(view: View) -> View:
    """A page that only reads and is the same for everyone. Browsers and proxies may keep it and ask each time whether
    it still holds, which is answered before the page is drawn: a correction shows at once, with nothing to purge."""
    fresh = condition(etag_func=freshness.etag)(_dated(view))
    safe: View = require_safe(cache_control(public=True, no_cache=True, stale_if_error=OUTAGE)(fresh))
    return safe


def _dated(view: View) -> View:
    """`view` with Last-Modified, for who wants to know. It is not asked whether a page still holds: of two changes the
    later may bear the earlier time, and a new release draws other pages of the same records."""

    @wraps(view)
    def dated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.OK and (changed_at := freshness.last_modified(request)):
            response["Last-Modified"] = http_date(changed_at.timestamp())
        return response

    return dated


def found_or_merged(records: QuerySet[R], pk: int) -> R:
    """The one of the public `records` with that key, or the one that it was merged into. Raises Http404."""
    kept = records.model._base_manager.filter(pk=pk).values("merged_into")
    return get_object_or_404(records, pk=Coalesce(Subquery(kept), pk))


def moved(record: HasAddress, pk: int, slug: str, request: HttpRequest) -> HttpResponse | None:
    """A redirect to the record's one address where it was asked for by another key or slug, else None."""
    if (pk, slug) == (record.pk, record.slug):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(record.get_absolute_url() + (f"?{query}" if query else ""))


def moved_file(record: HasAddress, pk: int, slug: str, view: str) -> HttpResponse | None:
    """The same for a file that belongs to the record, whose address is that of `view`."""
    if (pk, slug) == (record.pk, record.slug):
        return None
    return HttpResponsePermanentRedirect(reverse(view, args=[record.pk, record.slug]))


def only_parameters(request: HttpRequest, known: Iterable[str]) -> None:
    """Refuse a query parameter that does nothing here: a mistyped filter must not look like one that found everything.
    What social networks hang on a shared link is let through, and not read. Raises BadRequest."""
    names = sorted(known)
    if unknown := sorted(name for name in set(request.GET) - set(names) if not TRACKING.fullmatch(name)):
        told = {"unknown": _list(unknown, gettext("or")), "known": _list(names, gettext("and")) or gettext("none")}
        raise BadRequest(gettext("This page has no parameter %(unknown)s. It takes %(known)s.") % told)


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], *, size: int = ROWS) -> Page[Any]:
    """The page of `rows` that `?page=` names. Raises Http404 where there is none."""
    try:
        return Paginator(rows, size).page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404(str(error)) from error


def _list(names: list[str], joint: str) -> str:
    quoted = [f"“{name[:60]}”" for name in names[:20]]
    return f" {joint} ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))
