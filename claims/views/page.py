"""What every public page has in common: safe methods, caching, canonical addresses, strict parameters, page numbers."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]

SHARED_CACHE = 60  # seconds for which a proxy may serve a page; a browser asks again each time and is answered 304
ROWS = 20


class HasAddress(Protocol):
    """A record with a page of its own, whose address ends in a slug that follows its words."""

    @property
    def slug(self) -> str: ...

    def get_absolute_url(self) -> str: ...


def public_page(view: View) -> View:
    """A page that only reads, is the same for everyone, and may be cached."""
    cached = cache_control(public=True, max_age=0, s_maxage=SHARED_CACHE)(view)
    safe: View = require_safe(conditional_page(cached))
    return safe


def absolute(path: str) -> str:
    """The address that we tell others: canonical links and JSON-LD."""
    return f"{settings.SITE_URL}{path}"


def moved(record: HasAddress, slug: str, request: HttpRequest) -> HttpResponse | None:
    """A redirect to the record's one address where it was asked for by another slug, else None."""
    if slug == record.slug:
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(record.get_absolute_url() + (f"?{query}" if query else ""))


def only_parameters(request: HttpRequest, known: Iterable[str]) -> None:
    """Refuse a query parameter that does nothing here: a mistyped filter must not look like one that found everything.
    Raises BadRequest."""
    names = sorted(known)
    if unknown := sorted(set(request.GET) - set(names)):
        raise BadRequest(f"This page has no parameter {_list(unknown, 'or')}. It takes {_list(names, 'and')}.")


def page_of(request: HttpRequest, rows: QuerySet[Any], *, size: int = ROWS) -> Page[Any]:
    """The page of `rows` that `?page=` names. Raises Http404 where there is none."""
    try:
        return Paginator(rows, size).page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404(str(error)) from error


def _list(names: list[str], joint: str) -> str:
    quoted = [f"“{name[:60]}”" for name in names[:10]]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joint} {quoted[-1]}"
