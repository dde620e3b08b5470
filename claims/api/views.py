"""Sources, evidence, events, claims, contradictions and verdicts, for reading."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from drf_spectacular.utils import extend_schema, extend_schema_view

from articles.api import views as articles
from articles.api.reading import ReadOnly
from articles.api.serializers import PublisherSerializer
from articles.api.shaping import Expansion
from claims.api.briefs import AppearanceSerializer, EvidenceSerializer
from claims.api.contradiction_serializers import ContradictionDetailSerializer, ContradictionSerializer
from claims.api.examples import A_CLAIM, A_CONTRADICTION
from claims.api.filters import (
    ClaimFilters,
    ContradictionFilters,
    EventFilters,
    EvidenceFilters,
    RatingScaleFilters,
    SourceFilters,
    TopicFilters,
    VerdictFilters,
    quoted_positions,
)
from claims.api.moved import Mergeable
from claims.api.serializers import (
    MOST,
    ClaimDetailSerializer,
    ClaimSerializer,
    EventDetailSerializer,
    EventSerializer,
    RatingScaleDetailSerializer,
    RatingScaleSerializer,
    SourceSerializer,
    TopicSerializer,
    VerdictSerializer,
)
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    ContradictionEvidence,
    Correction,
    Event,
    Evidence,
    PositionAppearance,
    Rating,
    RatingScale,
    RollCallVote,
    Source,
    Topic,
    Verdict,
    VerdictEvidence,
)
from claims.publishers import public_publishers

CHANGED = (Verdict.Status.SUPERSEDED, Verdict.Status.WITHDRAWN)
"""What a verdict becomes with a public correction, and in no other way."""


FEW = 10
"""Appearances of each claim that a list shows where they are asked for."""


def told_whole(verdicts: QuerySet[Verdict]) -> QuerySet[Verdict]:
    """`verdicts` with their reasons and evidence."""
    return verdicts.select_related("publisher", "rating__scale", "author", "published_by").prefetch_related(
        Prefetch("cited_evidence", VerdictEvidence.objects.select_related("evidence__publisher"))
    )


def corrected(path: str) -> "Prefetch[str]":
    """The claim's verdicts that were superseded or withdrawn, with the corrections that say why, as `corrected`."""
    verdicts = Verdict.objects.filter(status__in=CHANGED).select_related("publisher").order_by("published_at", "pk")
    notes = Correction.objects.public().select_related("made_by").order_by("made_at", "pk")
    return Prefetch(path, verdicts.prefetch_related(Prefetch("corrections", notes)), to_attr="corrected")


def said() -> QuerySet[Appearance]:
    """Appearances with article, outlet, source and figures. The texts of articles stay in the database."""
    return (
        Appearance.objects.select_related("claim", "source", "version__article__publisher")
        .defer("version__text", "claim__search_vector")
        .prefetch_related("measurements")
    )


def voices() -> QuerySet[PositionAppearance]:
    """Who takes a position in words that may be quoted, with those words."""
    return (
        PositionAppearance.objects.public()
        .select_related("measurement")
        .prefetch_related(Prefetch("appearance", said()))
    )


def in_force(path: str) -> "Prefetch[str]":
    """The claim's verdicts that are in force, as `current_verdicts`."""
    verdicts = Verdict.objects.public().select_related("publisher", "rating__scale")
    return Prefetch(path, verdicts, "current_verdicts")


PUBLISHER = Expansion(lambda: PublisherSerializer(allow_null=True), lambda queryset: queryset)
EVENT = Expansion(
    lambda: EventSerializer(allow_null=True), lambda queryset: queryset.prefetch_related("event__identifiers")
)
CLAIM = Expansion(
    ClaimSerializer,
    lambda verdicts: verdicts.select_related("claim__event").prefetch_related(
        "claim__topics", in_force("claim__verdicts")
    ),
)
APPEARANCES = Expansion(
    lambda: AppearanceSerializer(many=True, source="first_appearances"),
    lambda claims: claims.prefetch_related(Prefetch("appearances", said()[:FEW], "first_appearances")),
)


class TopicViewSet(ReadOnly[Topic]):
    """Headings under which readers look for claims: those of at least one public claim."""

    queryset = Topic.objects.public()
    serializer_class = TopicSerializer
    filterset_class = TopicFilters
    orderings: ClassVar[Sequence[str]] = ("-id", "id", "name", "-name")


class RatingScaleViewSet(ReadOnly[RatingScale]):
    """The scales on which verdicts are given: our own, and those of other desks that a public verdict is on."""

    queryset = RatingScale.objects.public().select_related("publisher")
    serializer_class = RatingScaleSerializer
    detail_serializer_class = RatingScaleDetailSerializer
    filterset_class = RatingScaleFilters
    expansions: ClassVar[Mapping[str, Expansion]] = {"publisher": PUBLISHER}

    def whole(self, queryset: QuerySet[RatingScale]) -> QuerySet[RatingScale]:
        return queryset.prefetch_related(Prefetch("ratings", Rating.objects.public()[:MOST], "first_ratings"))


class PublisherViewSet(articles.PublisherViewSet):
    """Outlets and bodies that publish what this site shows: articles, quoted words, evidence, verdicts."""

    queryset = public_publishers()


class SourceViewSet(Mergeable[Source]):
    """People, states, organisations and unnamed officials whom a public claim, contradiction or roll call names."""

    queryset = Source.objects.public().prefetch_related("aliases")
    serializer_class = SourceSerializer
    filterset_class = SourceFilters
    orderings: ClassVar[Sequence[str]] = ("-id", "id", "name", "-name")


class EvidenceViewSet(ReadOnly[Evidence]):
    """Documents that a public verdict or contradiction cites, or that a roll call rests on."""

    queryset = Evidence.objects.public().select_related("publisher")
    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilters
    expansions: ClassVar[Mapping[str, Expansion]] = {"publisher": PUBLISHER}


class EventViewSet(Mergeable[Event]):
    """What happened: the events that public claims and contradictions are about, latest first."""

    queryset = Event.objects.public().prefetch_related("identifiers")
    serializer_class = EventSerializer
    detail_serializer_class = EventDetailSerializer
    filterset_class = EventFilters
    orderings: ClassVar[Sequence[str]] = ("-date", "-id", "id")

    def whole(self, queryset: QuerySet[Event]) -> QuerySet[Event]:
        return queryset.prefetch_related(Prefetch("roll_call", RollCallVote.objects.select_related("state")))


@extend_schema_view(list=extend_schema(examples=[A_CLAIM]))
class ClaimViewSet(Mergeable[Claim]):
    """What is claimed: propositions that an editor has accepted, newest first, with the verdicts in force on them.

    A single claim also has its appearances (who said it where, in which words), the reasons and evidence of its
    verdicts, corrections, and the contradictions in which it takes a position.
    """

    queryset = (
        Claim.objects.public()
        .select_related("event")
        .defer("search_vector")
        .prefetch_related(
            "topics",
            in_force("verdicts"),
        )
    )
    serializer_class = ClaimSerializer
    detail_serializer_class = ClaimDetailSerializer
    filterset_class = ClaimFilters
    orderings: ClassVar[Sequence[str]] = ("-created_at", "created_at", "-id", "id")
    expansions: ClassVar[Mapping[str, Expansion]] = {"event": EVENT, "appearances": APPEARANCES}

    def whole(self, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        return queryset.prefetch_related(None).prefetch_related(
            "topics",
            Prefetch("verdicts", told_whole(Verdict.objects.public()), "current_verdicts"),
            corrected("verdicts"),
            Prefetch("appearances", said()[:MOST], "first_appearances"),
        )


@extend_schema_view(list=extend_schema(examples=[A_CONTRADICTION]))
class ContradictionViewSet(ReadOnly[Contradiction]):
    """Where sources disagree: questions about one event that are answered differently, newest first. What the machine
    suggests is listed only once an editor has opened it.

    A single contradiction also has, for each answer, everyone who gives it with their exact words, and the evidence.
    """

    queryset = (
        Contradiction.objects.public()
        .select_related("event")
        .prefetch_related(Prefetch("positions", quoted_positions()))
    )
    serializer_class = ContradictionSerializer
    detail_serializer_class = ContradictionDetailSerializer
    filterset_class = ContradictionFilters
    orderings: ClassVar[Sequence[str]] = ("-found_at", "found_at", "-id", "id")
    expansions: ClassVar[Mapping[str, Expansion]] = {"event": EVENT}

    def whole(self, queryset: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
        counted = voices().prefetch_related(None).filter(position=OuterRef("pk")).order_by().values("position")
        independent = counted.annotate(number=Count("origin", distinct=True)).values("number")
        positions = quoted_positions().select_related("event").annotate(independent_origins=Subquery(independent))
        return (
            queryset.select_related("event", "resolved_by")
            .prefetch_related(None)
            .prefetch_related(
                Prefetch("positions", positions),
                Prefetch("positions__memberships", voices()[:MOST], "first_voices"),
                Prefetch("attached_evidence", ContradictionEvidence.objects.select_related("evidence__publisher")),
            )
        )


class VerdictViewSet(ReadOnly[Verdict]):
    """What was found: reviews in force, newest first. A superseded or withdrawn review is gone from here; what changed
    and why is in the `corrections` of its successor and of the claim."""

    queryset = told_whole(Verdict.objects.public()).select_related(
        "claim", "publisher", "rating__scale", "author", "published_by"
    )
    serializer_class = VerdictSerializer
    filterset_class = VerdictFilters
    orderings: ClassVar[Sequence[str]] = ("-published_at", "published_at", "-id", "id")
    filled: ClassVar[Sequence[str]] = ("published_at",)
    expansions: ClassVar[Mapping[str, Expansion]] = {"claim": CLAIM, "publisher": PUBLISHER}

    def get_queryset(self) -> QuerySet[Verdict]:
        return super().get_queryset().defer("claim__search_vector").prefetch_related(corrected("claim__verdicts"))
