"""The lists of all that belongs to one record: of some kinds there may be thousands, and a record shows the first."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from articles.api.filters import AnyOf, ById, Contains, Exactly, Filters, YesNo, day
from articles.api.reading import Within
from claims.api.briefs import AppearanceSerializer, MeasurementSerializer, StepSerializer, WordsSerializer
from claims.api.contradiction_serializers import PlacedVoiceSerializer, origins_in
from claims.api.filters import figure, quoted_positions
from claims.api.views import said, voices
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    Event,
    Measurement,
    PositionAppearance,
    Rating,
    RatingScale,
    Source,
)
from claims.publishers import public_publishers
from claims.vocabulary import Comparator, Modality, Stance


class SaidFilters(Filters):
    """Of appearances that a list is of, or that its rows belong to."""

    source = ById(Source.objects.public(), "source", help_text="Id of who says it")
    publisher = ById(public_publishers(), "version__article__publisher", help_text="Id of the outlet")
    stance = AnyOf(field_name="stance", choices=Stance.choices())
    modality = AnyOf(field_name="modality", choices=Modality.choices())
    said_after = day("said_on", "gte")
    said_before = day("said_on", "lte")

    class Meta:
        model = Appearance
        fields: ClassVar[list[str]] = []


class AppearancesOfClaim(Within[Appearance]):
    """Where a claim was made: who said it, in which article, in which words. Newest first."""

    within = Claim.objects.public()
    queryset = said()
    serializer_class = AppearanceSerializer
    filterset_class = SaidFilters

    def rows(self, queryset: QuerySet[Appearance], record: Any) -> QuerySet[Appearance]:
        return queryset.filter(claim=record)


class VoiceFilters(Filters):
    position = ById(quoted_positions(), "position", help_text="Id of an answer")
    source = ById(Source.objects.public(), "appearance__source", help_text="Id of who says it")
    publisher = ById(public_publishers(), "appearance__version__article__publisher", help_text="Id of the outlet")

    class Meta:
        model = PositionAppearance
        fields: ClassVar[list[str]] = []


class VoicesOfContradiction(Within[PositionAppearance]):
    """Who takes which position in a contradiction, and in which words. Newest first."""

    within = Contradiction.objects.public()
    queryset = voices()
    serializer_class = PlacedVoiceSerializer
    filterset_class = VoiceFilters

    def rows(self, queryset: QuerySet[PositionAppearance], record: Any) -> QuerySet[PositionAppearance]:
        self.contradiction = record
        return queryset.filter(position__contradiction=record)

    def get_serializer_context(self) -> dict[str, Any]:
        shown = getattr(self, "contradiction", None)
        return {**super().get_serializer_context(), "origins": origins_in(shown) if shown else {}}


class ReportedSerializer(MeasurementSerializer):
    """A figure about an event, and the words in which it stands."""

    id = serializers.IntegerField()
    appearance = WordsSerializer()


class MeasurementFilters(Filters):
    measure = Exactly("measure", help_text="What it measures, such as votes_for")
    value_min = figure("value", "gte")
    value_max = figure("value", "lte")
    unit = Exactly("unit")
    comparator = AnyOf(field_name="comparator", choices=Comparator.choices())
    subject = Contains("subject")
    as_of_after = day("as_of", "gte")
    as_of_before = day("as_of", "lte")
    claim = ById(Claim.objects.public(), "appearance__claim")
    source = ById(Source.objects.public(), "appearance__source", help_text="Id of who says it")
    publisher = ById(public_publishers(), "appearance__version__article__publisher", help_text="Id of the outlet")

    class Meta:
        model = Measurement
        fields: ClassVar[list[str]] = []


class MeasurementsOfEvent(Within[Measurement]):
    """The figures that public claims report about an event, each with who says it. Newest first."""

    within = Event.objects.public()
    queryset = (
        Measurement.objects.public()
        .select_related("appearance__claim", "appearance__source", "appearance__version__article__publisher")
        .defer("appearance__version__text", "appearance__claim__search_vector")
    )
    serializer_class = ReportedSerializer
    filterset_class = MeasurementFilters

    def rows(self, queryset: QuerySet[Measurement], record: Any) -> QuerySet[Measurement]:
        return queryset.filter(appearance__claim__event=record)


class RatingFilters(Filters):
    name = Contains("name")
    slug = Exactly("slug")
    is_on_the_line = YesNo("value", lookup_expr="isnull", exclude=True, help_text="Whether it has a value")

    class Meta:
        model = Rating
        fields: ClassVar[list[str]] = []


class RatingsOfScale(Within[Rating]):
    """The ratings of a scale; of another desk's, those that a public verdict gives."""

    within = RatingScale.objects.public()
    queryset = Rating.objects.public()
    serializer_class = StepSerializer
    filterset_class = RatingFilters
    orderings: ClassVar[Sequence[str]] = ("id", "-id")

    def rows(self, queryset: QuerySet[Rating], record: Any) -> QuerySet[Rating]:
        return queryset.filter(scale=record)
