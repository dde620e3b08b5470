"""Sources, evidence, events, claims, contradictions and verdicts, for reading."""

from typing import ClassVar

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view

from articles.api import views as articles
from articles.api.reading import ReadOnly
from claims.api.briefs import EvidenceSerializer
from claims.api.examples import A_CLAIM, A_CONTRADICTION
from claims.api.filters import (
    ClaimFilters,
    ContradictionFilters,
    EventFilters,
    EvidenceFilters,
    SourceFilters,
    VerdictFilters,
    public_publishers,
    quoted_positions,
)
from claims.api.serializers import (
    ClaimDetailSerializer,
    ClaimSerializer,
    ContradictionDetailSerializer,
    ContradictionSerializer,
    EventDetailSerializer,
    EventSerializer,
    SourceSerializer,
    VerdictSerializer,
)
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    ContradictionEvidence,
    Event,
    Evidence,
    PositionAppearance,
    RollCallVote,
    Source,
    Verdict,
    VerdictEvidence,
)


def told_whole(verdicts: QuerySet[Verdict]) -> QuerySet[Verdict]:
    """`verdicts` with their reasons and evidence."""
    return verdicts.select_related("publisher", "rating__scale", "author", "published_by").prefetch_related(
        Prefetch("cited_evidence", VerdictEvidence.objects.select_related("evidence__publisher"))
    )


def corrected(path: str) -> "Prefetch[str]":
    """The claim's verdicts that were superseded or withdrawn, with the correction that says why, as `corrected`."""
    verdicts = Verdict.objects.filter(correction__isnull=False)
    return Prefetch(
        path,
        verdicts.select_related("publisher", "correction__made_by").order_by("correction__made_at"),
        to_attr="corrected",
    )


def said() -> QuerySet[Appearance]:
    """Appearances with article, outlet, source and figures. The texts of articles stay in the database."""
    return (
        Appearance.objects.select_related("claim", "source", "version__article__publisher")
        .defer("version__text", "claim__search_vector")
        .prefetch_related("measurements")
    )


class PublisherViewSet(articles.PublisherViewSet):
    """Outlets and bodies that publish what this site shows: articles, quoted words, evidence, verdicts."""

    queryset = public_publishers()


class SourceViewSet(ReadOnly[Source]):
    """People, states, organisations and unnamed officials whom a public claim, contradiction or roll call names."""

    queryset = Source.objects.public().prefetch_related("aliases")
    serializer_class = SourceSerializer
    filterset_class = SourceFilters


class EvidenceViewSet(ReadOnly[Evidence]):
    """Documents that a public verdict or contradiction cites, or that a roll call rests on."""

    queryset = Evidence.objects.public().select_related("publisher")
    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilters


class EventViewSet(ReadOnly[Event]):
    """What happened: the events that public claims and contradictions are about, latest first."""

    queryset = Event.objects.public().prefetch_related("identifiers")
    serializer_class = EventSerializer
    detail_serializer_class = EventDetailSerializer
    filterset_class = EventFilters
    ordering: ClassVar[str] = "-date"

    def whole(self, queryset: QuerySet[Event]) -> QuerySet[Event]:
        return queryset.prefetch_related(Prefetch("roll_call", RollCallVote.objects.select_related("state")))


@extend_schema_view(list=extend_schema(examples=[A_CLAIM]))
class ClaimViewSet(ReadOnly[Claim]):
    """What is claimed: propositions that an editor has accepted, newest first, with the verdicts in force on them.

    A single claim also has its appearances (who said it where, in which words), the reasons and evidence of its
    verdicts, corrections, and the contradictions in which it takes a position.
    """

    queryset = (
        Claim.objects.public()
        .select_related("event")
        .defer("search_vector")
        .prefetch_related(
            Prefetch(
                "verdicts", Verdict.objects.public().select_related("publisher", "rating__scale"), "current_verdicts"
            )
        )
    )
    serializer_class = ClaimSerializer
    detail_serializer_class = ClaimDetailSerializer
    filterset_class = ClaimFilters
    ordering: ClassVar[str] = "-created_at"

    def whole(self, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        return queryset.prefetch_related(None).prefetch_related(
            Prefetch("verdicts", told_whole(Verdict.objects.public()), "current_verdicts"),
            corrected("verdicts"),
            Prefetch("appearances", said()),
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
    ordering: ClassVar[str] = "-found_at"

    def whole(self, queryset: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
        voices = (
            PositionAppearance.objects.filter(appearance__in=Appearance.objects.quotable())
            .select_related("measurement")
            .prefetch_related(Prefetch("appearance", said()))
        )
        return queryset.select_related("event", "resolved_by").prefetch_related(
            "positions__event",
            Prefetch("positions__memberships", voices),
            Prefetch("attached_evidence", ContradictionEvidence.objects.select_related("evidence__publisher")),
        )


class VerdictViewSet(ReadOnly[Verdict]):
    """What was found: reviews in force, newest first. A superseded or withdrawn review is gone from here; what changed
    and why is in the `corrections` of its successor and of the claim."""

    queryset = told_whole(Verdict.objects.public()).select_related(
        "claim", "publisher", "rating__scale", "author", "published_by"
    )
    serializer_class = VerdictSerializer
    filterset_class = VerdictFilters
    ordering: ClassVar[str] = "-published_at"

    def get_queryset(self) -> QuerySet[Verdict]:
        return super().get_queryset().defer("claim__search_vector").prefetch_related(corrected("claim__verdicts"))
