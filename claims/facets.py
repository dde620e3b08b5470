"""The filters of the public lists: what a reader may ask for, and by which index it is found (claims.listing)."""

from typing import Any, TypeVar

import django_filters
from django import forms
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Publisher
from claims import choices
from claims.extraction.names import fold_name
from claims.listing import NARROW, Facet
from claims.models import (
    Appearance,
    Claim,
    ClaimTopic,
    Contradiction,
    Event,
    Part,
    Position,
    PositionAppearance,
    Source,
    Topic,
    Verdict,
)
from claims.models.contradiction import PUBLIC
from claims.search import Search, contradicted, read
from claims.vocabulary import ContradictionKind, Gate

Row = TypeVar("Row", bound=Model)
WORDS = 8  # of a question that are asked for


class Facets(django_filters.FilterSet):
    """A filter set that, once its `qs` was asked for, names its active filters with their indexes in `facets`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facets: list[Facet] = []

    def by(self, rows: QuerySet[Row], condition: Any, keys: QuerySet[Any, Any] | None = None) -> QuerySet[Row]:
        self.facets.append(Facet(condition, keys))
        return rows.filter(condition)


def _topics(_request: HttpRequest | None) -> QuerySet[Topic]:
    return Topic.objects.public()


def _publishers(_request: HttpRequest | None) -> QuerySet[Publisher]:
    seen = Appearance.objects.public().filter(version__article__publisher=OuterRef("pk"))
    return Publisher.objects.public().filter(Exists(seen))


def _events(_request: HttpRequest | None) -> QuerySet[Event]:
    return Event.objects.public()


def named(value: str) -> QuerySet[Source]:
    """The source of that name, in any transliteration that the alias table knows."""
    return Source.objects.filter(Q(name__iexact=value) | Q(pk__in=Source.objects.filter(aliases__key=fold_name(value))))


class ClaimForm(forms.Form):
    """What the filters of claims hold together."""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            self.add_error("since", _("This day is after the one in “Published to”."))
        return given


class Day(django_filters.DateFilter):
    """A day, as browsers send it: 2025-02-24."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(input_formats=["%Y-%m-%d"], widget=widget, **kwargs)


class Choice(django_filters.ChoiceFilter):
    """A word of a closed list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=choices.OneOf, **kwargs)


class Named(django_filters.ModelChoiceFilter):
    """A record by its slug."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(to_field_name="slug", widget=choices.OneOf, **kwargs)


class RatingFilter(Choice):
    field_class = choices.RatingField


class ClaimFilter(Facets):
    """The filters of the claims list. A claim belongs to each day on which an article that makes it was published: when
    it first appeared is a question to all its articles, for which no index can be made, and a reader who looks for what
    was said in March wants what was repeated in March too. After filtering, `search` is what was searched for."""

    q = django_filters.CharFilter(
        method="by_words", label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    event = django_filters.ModelChoiceFilter(
        method="by_event", queryset=_events, label=_("Event"), widget=forms.HiddenInput
    )
    rating = RatingFilter(method="by_rating", choices=choices.ratings, label=_("Rating"), empty_label=_("Any rating"))
    topic = Named(method="by_topic", queryset=_topics, label=_("Topic"), empty_label=_("Any topic"))
    source = django_filters.CharFilter(
        method="by_source", label=_("Who says it"), max_length=200,
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off"}),
    )  # fmt: skip
    publisher = Named(method="by_publisher", queryset=_publishers, label=_("Where"), empty_label=_("Any outlet"))
    since = Day(method="by_days", label=_("Published from"))
    until = Day(method="by_days", label=_("Published to"))
    language = Choice(
        method="by_language", choices=choices.languages, label=_("Language"), empty_label=_("Any language")
    )
    has_contradiction = Choice(
        method="by_contradiction", choices=[("true", _("Sources disagree")), ("false", _("No disagreement known"))],
        label=_("Disagreement"), empty_label=_("With or without"),
    )  # fmt: skip

    class Meta:
        model = Claim
        form = ClaimForm
        fields = ()

    search: Search | None = None

    def by_words(self, claims: QuerySet[Claim], _name: str, words: str) -> QuerySet[Claim]:
        self.search = read(claims, words)
        return claims

    def by_event(self, claims: QuerySet[Claim], _name: str, event: Event) -> QuerySet[Claim]:
        return self.by(claims, Q(event=event), Claim.objects.filter(event=event).values_list("pk", flat=True))

    def by_rating(self, claims: QuerySet[Claim], _name: str, slug: str) -> QuerySet[Claim]:
        verdicts = Verdict.objects.public()
        if slug == choices.UNCHECKED:
            return self.by(claims, ~Exists(verdicts.filter(claim=OuterRef("pk"))))
        rated = verdicts.filter(rating__slug=slug)
        return self.by(claims, Exists(rated.filter(claim=OuterRef("pk"))), rated.values_list("claim", flat=True))

    def by_topic(self, claims: QuerySet[Claim], _name: str, topic: Topic) -> QuerySet[Claim]:
        headed = ClaimTopic.objects.filter(topic=topic)
        return self.by(claims, Exists(headed.filter(claim=OuterRef("pk"))), headed.values_list("claim", flat=True))

    def by_source(self, claims: QuerySet[Claim], _name: str, value: str) -> QuerySet[Claim]:
        return self._said(claims, source__in=list(named(value)))

    def by_publisher(self, claims: QuerySet[Claim], _name: str, publisher: Publisher) -> QuerySet[Claim]:
        return self._said(claims, version__article__publisher=publisher)

    def by_days(self, claims: QuerySet[Claim], name: str, _value: object) -> QuerySet[Claim]:
        since, until = self.form.cleaned_data["since"], self.form.cleaned_data["until"]
        if name == "until" and since:
            return claims  # both at once with the first
        days = {"gte": since, "lte": until}
        return self._said(claims, **{f"version__article__published_on__{way}": day for way, day in days.items() if day})

    def _said(self, claims: QuerySet[Claim], **where: Any) -> QuerySet[Claim]:
        said = Appearance.objects.filter(**where).order_by()
        return self.by(claims, Exists(said.filter(claim=OuterRef("pk"))), said.values_list("claim", flat=True))

    def by_language(self, claims: QuerySet[Claim], _name: str, language: str) -> QuerySet[Claim]:
        keys = Claim.objects.public().filter(language=language).values_list("pk", flat=True)
        return self.by(claims, Q(language=language), keys)

    def by_contradiction(self, claims: QuerySet[Claim], _name: str, wanted: str) -> QuerySet[Claim]:
        if wanted == "false":
            return self.by(claims, ~contradicted())
        taken = PositionAppearance.objects.filter(position__contradiction__in=Contradiction.objects.public())
        return self.by(claims, contradicted(), taken.values_list("appearance__claim", flat=True))


class ContradictionFilter(Facets):
    """The filters of the list of contradictions. Outlet and topic are those of any report that takes a side."""

    q = django_filters.CharFilter(
        method="by_words", label=_("Words of the question"), max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip
    event = django_filters.ModelChoiceFilter(
        method="by_event", queryset=_events, label=_("Event"), widget=forms.HiddenInput
    )
    publisher = Named(method="by_publisher", queryset=_publishers, label=_("Where"), empty_label=_("Any outlet"))
    topic = Named(method="by_topic", queryset=_topics, label=_("Topic"), empty_label=_("Any topic"))
    status = Choice(
        method="by_column",
        choices=[(status.value, _(status.label)) for status in PUBLIC],
        label=_("Status"),
        empty_label=_("Any status"),
    )
    gate = Choice(
        method="by_column",
        choices=[(gate.value, _(gate.label)) for gate in Gate],
        label=_("Gate"),
        empty_label=_("Real or apparent"),
    )
    kind = Choice(
        method="by_column",
        choices=[(kind.value, _(kind.label)) for kind in ContradictionKind],
        label=_("What differs"),
        empty_label=_("Anything"),
    )

    class Meta:
        model = Contradiction
        fields = ()

    def by_words(self, rows: QuerySet[Contradiction], _name: str, words: str) -> QuerySet[Contradiction]:
        asked = Q()
        for word in words.split()[:WORDS]:
            asked &= Q(question__icontains=word)
        return self.by(rows, asked, Contradiction.objects.filter(asked).values_list("pk", flat=True))

    def by_event(self, rows: QuerySet[Contradiction], _name: str, event: Event) -> QuerySet[Contradiction]:
        answered = Position.objects.filter(event=event).values("contradiction")
        asked = Q(event=event) | Q(pk__in=answered)
        return self.by(rows, asked, Contradiction.objects.filter(asked).values_list("pk", flat=True))

    def by_publisher(self, rows: QuerySet[Contradiction], _name: str, publisher: Publisher) -> QuerySet[Contradiction]:
        parts = Part.objects.public().filter(publisher=publisher)
        return self.by(
            rows, Exists(parts.filter(contradiction=OuterRef("pk"))), parts.values_list("contradiction", flat=True)
        )

    def by_topic(self, rows: QuerySet[Contradiction], _name: str, topic: Topic) -> QuerySet[Contradiction]:
        headed = list(ClaimTopic.objects.filter(topic=topic).order_by().values_list("claim", flat=True)[: NARROW + 1])
        reported = PositionAppearance.objects.quotable()
        taken = reported.filter(appearance__claim__headings__topic=topic)
        few = reported.filter(appearance__claim__in=headed) if len(headed) <= NARROW else None
        keys = None if few is None else few.values_list("position__contradiction", flat=True)
        return self.by(rows, Exists(taken.filter(position__contradiction=OuterRef("pk"))), keys)

    def by_column(self, rows: QuerySet[Contradiction], name: str, value: str) -> QuerySet[Contradiction]:
        return self.by(rows, Q(**{name: value}))
