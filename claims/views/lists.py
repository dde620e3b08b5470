"""What the filtered lists have in common: what was asked for, the page of it, and the part of it that htmx replaces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import BadRequest
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.vary import vary_on_headers

from claims.chart_words import HERE
from claims.choices import offer
from claims.facets import Facets
from claims.keyset import Cursor, Order
from claims.listing import Listing
from claims.views.page import View, absolute, only_parameters, public_page
from claims.views.page_markup import list_page

Row = TypeVar("Row", bound=Model)
Asked = TypeVar("Asked", bound=Facets)
PLACE = "cursor"
TITLES = {"claims": gettext_lazy("Claims"), "contradictions": gettext_lazy("Contradictions")}


@dataclass(frozen=True, slots=True)
class Chip:
    """An active filter: what it is called, what it is set to, and the address of the list without it."""

    label: str
    value: str
    url: str


def public_list(view: View) -> View:
    """A public page of which htmx is sent only the results: a cache keeps both apart."""
    listed: View = vary_on_headers("HX-Request")(public_page(view))
    return listed


def asked(request: HttpRequest, filters: type[Asked], rows: QuerySet[Row]) -> Asked:
    """The filters as the address gives them, with the rows that pass as `qs`. Raises BadRequest where they make no
    sense."""
    only_parameters(request, {*filters.base_filters, PLACE})
    found = filters(request.GET, queryset=rows, request=request)
    if not found.is_valid():
        raise BadRequest(
            " ".join(
                f"{found.form.fields[name].label or name}{HERE.colon}{message}"
                for name, messages in found.errors.items()
                for message in messages
            )
        )
    found.qs  # noqa: B018  # applies the filters
    return found


def cursor_of(request: HttpRequest) -> Cursor | None:
    """The place that the address names, if any. Raises BadRequest where it is none."""
    text = request.GET.get(PLACE)
    if not text:
        return None
    try:
        return Cursor.read(text)
    except ValueError as error:
        raise not_here() from error


def not_here() -> BadRequest:
    return BadRequest(_("This is no place in this list. Begin again with its first page."))


def newest(request: HttpRequest, rows: QuerySet[Row], found: Facets, *, by: str) -> Listing:
    """The page of `rows` that the address asks for, with the greatest `by` first."""
    try:
        return Listing.of(rows, found.facets, order=Order.of(rows, f"-{by}"), cursor=cursor_of(request))
    except ValueError as error:
        raise not_here() from error


def ranked_page(request: HttpRequest, ranked: Sequence[tuple[float, int]], *, count: int) -> Listing:
    """The page that the address asks for of what a search found, given by rank and key, best first."""
    try:
        return Listing.cut(ranked, cursor_of(request), count=count, write=repr, read=float)
    except ValueError as error:
        raise not_here() from error


def in_order(rows: QuerySet[Row], listing: Listing) -> list[Row]:
    """The rows of a page, as they stand there."""
    found = {row.pk: row for row in rows.filter(pk__in=listing.keys).order_by()}
    return [found[key] for key in listing.keys if key in found]


def draw(request: HttpRequest, name: str, found: Facets, listing: Listing, context: Mapping[str, Any]) -> HttpResponse:
    """The list as a page, or for htmx its results alone, with the address that a reader without it would be at.
    `context` has the records as `listed`."""
    given = {key: request.GET[key] for key in (*found.filters, PLACE) if request.GET.get(key)}
    filters = {key: value for key, value in given.items() if key != PLACE}
    canonical = absolute(_address(request, given))
    everything: dict[str, Any] = {
        "canonical": canonical,
        "json_ld": list_page(str(TITLES[name]), context["listed"], canonical=canonical),
        "form": found.form,
        "listing": listing,
        "is_filtered": bool(filters),
        "chips": _chips(request, found.form, filters),
        "first": _address(request, filters) if PLACE in given else "",
        "previous": _address(request, {**filters, PLACE: listing.previous}) if listing.previous else "",
        "next": _address(request, {**filters, PLACE: listing.next}) if listing.next else "",
        **context,
    }
    if request.htmx:  # type: ignore[attr-defined]  # its middleware
        response = render(request, f"claims/{name}_results.html", everything)
        response["HX-Push-Url"] = _address(request, given)
        return response
    return render(request, f"claims/{name}.html", {**everything, **offer(found.form)})


def _address(request: HttpRequest, query: Mapping[str, str]) -> str:
    return request.path + (f"?{urlencode(query)}" if query else "")


def _chips(request: HttpRequest, form: forms.Form, filters: Mapping[str, str]) -> list[Chip]:
    return [
        Chip(
            label=str(form.fields[name].label),
            value=_told(form.fields[name], form.cleaned_data[name]),
            url=_address(request, {key: value for key, value in filters.items() if key != name}),
        )
        for name in filters
    ]


def _told(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.DateField):
        return date_format(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices)[value])  # type: ignore[arg-type]  # these have no groups
    return str(value)
