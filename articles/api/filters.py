"""The kinds of filter that the API's lists offer, and those of publishers and articles.

A filter refuses what it cannot read: an unknown word, a date that is none and the id of something that is not public
are all answered with 400, never with a longer list than was asked for.
"""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar, NamedTuple

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.db.models import Model, Q, QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework.request import Request

from articles.changes import RecordChange
from articles.models import Article, Publisher
from articles.moments import in_utc

MOST_WORDS = 8  # of a search that are looked for


class Words(forms.MultipleChoiceField):
    """Words of a closed list. An empty one is none."""

    def to_python(self, value: Any) -> list[str]:
        return [word for word in super().to_python(value) if word]


class AnyOf(django_filters.MultipleChoiceFilter):
    """One of a closed list of words; given several times, any of them."""

    field_class = Words

    def filter(self, qs: QuerySet[Model], value: list[str]) -> QuerySet[Model]:
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs


class ById(django_filters.ModelChoiceFilter):
    """The id of a public record. An unknown and an unpublished one get the same answer."""

    def __init__(self, queryset: Any, field_name: str, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Id of a public record")
        super().__init__(
            queryset=queryset,
            field_name=field_name,
            error_messages={"invalid_choice": "There is no public record with this id."},
            **kwargs,
        )
        extend_schema_field({"type": "integer", "description": kwargs["help_text"]})(self)


class Contains(django_filters.CharFilter):
    """Part of a text, whatever its case."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name=field_name, lookup_expr="icontains", help_text="Part of it, in any case", **kwargs)


class Finds(django_filters.CharFilter):
    """All of some words, each in any of the `places`, in any case."""

    def __init__(self, *places: str) -> None:
        text = "Words, all of which occur in any order and case"
        super().__init__(field_name=places[0], max_length=200, help_text=text)
        self.places = places

    def filter(self, qs: QuerySet[Model], value: str) -> QuerySet[Model]:
        for word in value.split()[:MOST_WORDS]:
            qs = qs.filter(reduce(or_, (Q(**{f"{place}__icontains": word}) for place in self.places)))
        return qs


class Exactly(django_filters.CharFilter):
    """A whole text, whatever its case."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "All of it, in any case")
        super().__init__(field_name=field_name, lookup_expr="iexact", **kwargs)


class Holds(django_filters.CharFilter):
    """A member of a list."""

    def filter(self, qs: QuerySet[Model], value: str) -> QuerySet[Model]:
        return qs.filter(**{f"{self.field_name}__contains": [value]}) if value else qs


class TrueOrFalse(forms.Field):
    """Reads `true` and `false`, and nothing else."""

    def to_python(self, value: Any) -> bool | None:
        if value in EMPTY_VALUES:
            return None
        if value not in {"true", "false"}:
            raise ValidationError("Say true or false.")
        return bool(value == "true")


class YesNo(django_filters.BooleanFilter):
    """`true` or `false`."""

    field_class = TrueOrFalse


class IsoMoment(django_filters.fields.IsoDateTimeField):
    """A time with any offset."""

    def to_python(self, value: Any) -> datetime | None:
        moment = super().to_python(value)
        return moment if moment is None else in_utc(moment)


class Moment(django_filters.IsoDateTimeFilter):
    """A time, ISO 8601."""

    field_class = IsoMoment


class Whole(django_filters.NumberFilter):
    """A whole number that PostgreSQL's integer can hold."""

    field_class = forms.IntegerField

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name=field_name, min_value=0, max_value=2**31 - 1, **kwargs)


def day(field_name: str, lookup_expr: str) -> django_filters.DateFilter:
    """A bound on a date: `gte` is on or after that day, `lte` on or before it."""
    text = {"gte": "On or after this day (YYYY-MM-DD)", "lte": "On or before this day (YYYY-MM-DD)"}[lookup_expr]
    return django_filters.DateFilter(field_name=field_name, lookup_expr=lookup_expr, help_text=text)


def moment(field_name: str, lookup_expr: str) -> Moment:
    """A bound on a time: `gte` is at or after it, `lt` before it, so that consecutive spans share nothing."""
    text = {"gte": "At or after this time (ISO 8601)", "lt": "Before this time (ISO 8601)"}[lookup_expr]
    return Moment(field_name=field_name, lookup_expr=lookup_expr, help_text=text)


class WhereAsked(DjangoFilterBackend):
    """Leaves a list alone of which nothing is asked: to build the form of all its filters takes longer than a query."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        asked = request.query_params.keys() & view.filterset_class.base_filters.keys()
        return super().filter_queryset(request, queryset, view) if asked else queryset


class Related(NamedTuple):
    """A relation to many rows, and which of them may be looked at (None: all)."""

    path: str
    rows: QuerySet[Any] | None = None


class Filters(django_filters.FilterSet):
    """Filters of one list.

    A filter whose `field_name` begins with a name in `together` looks at the rows of that relation, and all such
    filters look at one and the same row: `source=7&stance=denies` finds what source 7 denies, not what it mentions and
    somebody else denies.
    """

    together: ClassVar[dict[str, Related]] = {}

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        shared: dict[str, dict[str, Any]] = {}
        for name, value in self.form.cleaned_data.items():
            one = self.filters[name]
            relation, _, field = str(one.field_name).partition("__")
            if relation not in self.together:
                queryset = one.filter(queryset, value)
            elif value not in EMPTY_VALUES:
                lookup = "in" if isinstance(one, AnyOf) else one.lookup_expr
                shared.setdefault(relation, {})[f"{self.together[relation].path}__{field}__{lookup}"] = value
        for relation, conditions in shared.items():
            path, rows = self.together[relation]
            if rows is not None:
                conditions[f"{path}__in"] = rows
            queryset = queryset.filter(pk__in=queryset.model.objects.filter(**conditions).values("pk"))
        return queryset


class Kept(Filters):
    """Filters of a list that programs keep a copy of."""

    updated_since = Moment(
        method="by_change", help_text="Of which anything shown here changed at this time or later (ISO 8601)"
    )

    def by_change(self, queryset: QuerySet[Any], _name: str, moment: datetime) -> QuerySet[Any]:
        changes = RecordChange.objects.since(kind_of(queryset.model), moment)
        return queryset.filter(pk__in=changes.values("record"))


def kind_of(model: type[Model]) -> str:
    """What changes of its records are noted under: the name of its resource."""
    return str(model._meta.verbose_name).replace(" ", "-")


class PublisherFilters(Kept):
    q = Finds("name")
    name = Contains("name")
    slug = Exactly("slug")
    kind = AnyOf(field_name="kind", choices=Publisher.Kind.choices)
    country = Exactly("country", help_text="ISO 3166-1 alpha-2 code")

    class Meta:
        model = Publisher
        fields: ClassVar[list[str]] = []


class ArticleFilters(Kept):
    q = Finds("title")
    title = Contains("title")
    byline = Contains("byline")
    publisher = ById(Publisher.objects.public(), "publisher")
    original_url = django_filters.CharFilter(field_name="url", help_text="The address at which the outlet published it")
    is_based_on = django_filters.CharFilter(field_name="is_based_on", help_text="The page that it is a digest of")
    language = Exactly("language", help_text="BCP 47 tag")
    copy_of = ById(Article.objects.public(), "copy_of", help_text="Id of the public article that it repeats")
    published_after = day("published_on", "gte")
    published_before = day("published_on", "lte")
    added_after = moment("added_at", "gte")
    added_before = moment("added_at", "lt")
    content_sha256 = django_filters.CharFilter(
        field_name="version__content_sha256", help_text="SHA-256 of the text of one of its versions, less boilerplate"
    )

    together: ClassVar[dict[str, Related]] = {"version": Related("versions")}

    class Meta:
        model = Article
        fields: ClassVar[list[str]] = []
