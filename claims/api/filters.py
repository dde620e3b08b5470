"""What the lists of claims, events, contradictions, verdicts, evidence and sources can be narrowed by.

No filter reaches a record that is not public: a reader could otherwise learn of it by asking.
"""

from typing import ClassVar

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.api.filters import (
    AnyOf,
    ById,
    Contains,
    Exactly,
    Filters,
    Finds,
    Holds,
    Kept,
    Related,
    Whole,
    YesNo,
    day,
    moment,
)
from articles.models import Article
from claims.api.briefs import PUBLIC_STATUSES
from claims.extraction.names import fold_name
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    Event,
    Evidence,
    Position,
    RatingScale,
    RollCallVote,
    Source,
    Topic,
    Verdict,
)
from claims.publishers import public_publishers
from claims.search import contradicted, read
from claims.vocabulary import (
    Comparator,
    ContradictionKind,
    EventKind,
    Gate,
    Modality,
    Precision,
    Resolution,
    SourceKind,
    Stance,
)


def quoted_positions() -> QuerySet[Position]:
    """Positions that somebody takes in words that may be quoted."""
    return Position.objects.filter(Exists(Appearance.objects.quotable().filter(positions=OuterRef("pk"))))


def share(field_name: str) -> django_filters.NumberFilter:
    """The least score, from 0 to 1."""
    return django_filters.NumberFilter(
        field_name=field_name, lookup_expr="gte", min_value=0, max_value=1, help_text="At least this, from 0 to 1"
    )


def figure(field_name: str, lookup_expr: str) -> django_filters.NumberFilter:
    """A bound on a figure."""
    text = {"gte": "At least this figure", "lte": "At most this figure"}[lookup_expr]
    return django_filters.NumberFilter(
        field_name=field_name, lookup_expr=lookup_expr, max_digits=30, decimal_places=6, help_text=text
    )


class AppearanceFilters(Filters):
    """What an appearance says. Filters given together hold of one appearance and of one figure in it."""

    source = ById(Source.objects.public(), "appearance__source", help_text="Id of who says it")
    source_name = Contains("appearance__source_name")
    publisher = ById(public_publishers(), "appearance__version__article__publisher", help_text="Id of the outlet")
    article = ById(Article.objects.public(), "appearance__version__article")
    quote = Contains("appearance__quote")
    cue = Exactly("appearance__cue")
    stance = AnyOf(field_name="appearance__stance", choices=Stance.choices())
    modality = AnyOf(field_name="appearance__modality", choices=Modality.choices())
    said_after = day("appearance__said_on", "gte")
    said_before = day("appearance__said_on", "lte")
    measure = Exactly("appearance__measurements__measure", help_text="What a figure measures, such as votes_for")
    value_min = figure("appearance__measurements__value", "gte")
    value_max = figure("appearance__measurements__value", "lte")
    value_text = Exactly("appearance__measurements__value_text")
    unit = Exactly("appearance__measurements__unit")
    comparator = AnyOf(field_name="appearance__measurements__comparator", choices=Comparator.choices())
    subject = Contains("appearance__measurements__subject")
    as_of_after = day("appearance__measurements__as_of", "gte")
    as_of_before = day("appearance__measurements__as_of", "lte")


class ClaimFilters(AppearanceFilters, Kept):
    q = django_filters.CharFilter(method="by_words", max_length=200, help_text="Words, in the syntax of a web search")
    language = Exactly("language", help_text="BCP 47 tag")
    event = ById(Event.objects.public(), "event")
    topic = ById(Topic.objects.public(), "heading__topic")
    method = Exactly("method", help_text="The rule that found it, or “editor”")
    score_min = share("score")
    created_after = moment("created_at", "gte")
    created_before = moment("created_at", "lt")
    rating = Exactly("verdict__rating__slug", help_text="Slug of the rating of a verdict")
    reviewed_by = ById(public_publishers(), "verdict__publisher", help_text="Id of the publisher of a verdict")
    has_verdict = YesNo(method="by_verdict", help_text="Whether a verdict is in force")
    has_contradiction = YesNo(method="by_contradiction", help_text="Whether it has a part in one")
    contradiction = ById(Contradiction.objects.public(), "appearance__memberships__position__contradiction")

    together: ClassVar[dict[str, Related]] = {
        "appearance": Related("appearances"),
        "verdict": Related("verdicts", Verdict.objects.public()),
        "heading": Related("headings"),
    }

    class Meta:
        model = Claim
        fields: ClassVar[list[str]] = []

    def by_words(self, claims: QuerySet[Claim], _name: str, words: str) -> QuerySet[Claim]:
        return claims.filter(search_vector=read(claims, words).query)

    def by_verdict(self, claims: QuerySet[Claim], _name: str, wanted: bool) -> QuerySet[Claim]:
        verdict = Exists(Verdict.objects.public().filter(claim=OuterRef("pk")))
        return claims.filter(verdict if wanted else ~verdict)

    def by_contradiction(self, claims: QuerySet[Claim], _name: str, wanted: bool) -> QuerySet[Claim]:
        return claims.filter(contradicted() if wanted else ~contradicted())


class EventFilters(Kept):
    q = Finds("title")
    title = Contains("title")
    kind = AnyOf(field_name="kind", choices=EventKind.choices())
    date_after = day("date", "gte")
    date_before = day("date", "lte")
    date_precision = AnyOf(field_name="date_precision", choices=Precision.choices())
    place = Contains("place")
    body = Contains("body")
    membership = Whole("membership", help_text="How many members the body has")
    sponsor = Holds("sponsors", help_text="One of the sponsors")
    participant = Holds("participants", help_text="One of the participants")
    identifier = Exactly("identifier__value", help_text="A symbol such as A/RES/ES-11/8")
    is_confirmed = YesNo("is_confirmed", help_text="Whether an editor has checked that it is one happening")
    created_after = moment("created_at", "gte")
    created_before = moment("created_at", "lt")
    voter = ById(Source.objects.public(), "vote__state", help_text="Id of a state in its roll call")
    choice = AnyOf(field_name="vote__choice", choices=RollCallVote.Choice.choices)

    together: ClassVar[dict[str, Related]] = {"identifier": Related("identifiers"), "vote": Related("roll_call")}

    class Meta:
        model = Event
        fields: ClassVar[list[str]] = []


class ContradictionFilters(AppearanceFilters, Kept):
    q = Finds("question")
    question = Contains("question")
    kind = AnyOf(field_name="kind", choices=ContradictionKind.choices())
    gate = AnyOf(field_name="gate", choices=Gate.choices())
    status = AnyOf(field_name="status", choices=PUBLIC_STATUSES)
    suggested_resolution = AnyOf(field_name="suggested_resolution", choices=Resolution.choices())
    resolution = AnyOf(field_name="resolution", choices=Resolution.choices())
    rule = Exactly("rule", help_text="Name and version of the rule that found it")
    score_min = share("score")
    event = ById(Event.objects.public(), "event", method="by_event", help_text="Id of its event, or of an answer's")
    answer = Contains("position__answer")
    is_at_fault = YesNo("position__is_at_fault", help_text="Whether the editors found an answer to be an error")
    outlet_corrected = YesNo("position__outlet_corrected", help_text="Whether who gave an answer corrected it since")
    claim = ById(Claim.objects.public(), "appearance__claim")
    evidence = ById(Evidence.objects.public(), "attached__evidence")
    found_after = moment("found_at", "gte")
    found_before = moment("found_at", "lt")
    resolved_after = moment("resolved_at", "gte")
    resolved_before = moment("resolved_at", "lt")

    together: ClassVar[dict[str, Related]] = {
        "appearance": Related("positions__memberships__appearance", Appearance.objects.quotable()),
        "position": Related("positions", quoted_positions()),
        "attached": Related("attached_evidence"),
    }

    class Meta:
        model = Contradiction
        fields: ClassVar[list[str]] = []

    def by_event(self, contradictions: QuerySet[Contradiction], _name: str, event: Event) -> QuerySet[Contradiction]:
        answered = Position.objects.filter(event=event).values("contradiction")
        return contradictions.filter(Q(event=event) | Q(pk__in=answered))


class VerdictFilters(Kept):
    q = Finds("headline")
    claim = ById(Claim.objects.public(), "claim")
    event = ById(Event.objects.public(), "claim__event")
    publisher = ById(public_publishers(), "publisher")
    language = Exactly("language", help_text="BCP 47 tag")
    rating = Exactly("rating__slug", help_text="Slug of the rating")
    rating_min = Whole("rating__value", lookup_expr="gte", help_text="A rating of at least this value")
    rating_max = Whole("rating__value", lookup_expr="lte", help_text="A rating of at most this value")
    scale = Exactly("rating__scale__name", help_text="Name of the scale")
    headline = Contains("headline")
    published_after = moment("published_at", "gte")
    published_before = moment("published_at", "lt")
    change_kind = AnyOf(field_name="change_kind", choices=Verdict.ChangeKind.choices)
    evidence = ById(Evidence.objects.public(), "cited__evidence")

    together: ClassVar[dict[str, Related]] = {"cited": Related("cited_evidence")}

    class Meta:
        model = Verdict
        fields: ClassVar[list[str]] = []


class EvidenceFilters(Kept):
    q = Finds("title", "url")
    title = Contains("title")
    kind = AnyOf(field_name="kind", choices=Evidence.Kind.choices)
    publisher = ById(public_publishers(), "publisher")
    document_url = django_filters.CharFilter(field_name="url", help_text="The address of the document")
    archive_url = django_filters.CharFilter(field_name="archive_url", help_text="The address of its archived copy")
    language = Exactly("language", help_text="BCP 47 tag")
    sha256 = Exactly("sha256", help_text="Hash of the document as retrieved")
    retrieved_after = moment("retrieved_at", "gte")
    retrieved_before = moment("retrieved_at", "lt")
    verdict = ById(Verdict.objects.public(), "citation__verdict")
    contradiction = ById(Contradiction.objects.public(), "attachment__contradiction")
    event = ById(Event.objects.public(), "vote__event", help_text="Id of an event whose roll call rests on it")

    together: ClassVar[dict[str, Related]] = {
        "citation": Related("citations"),
        "attachment": Related("attachments"),
        "vote": Related("roll_call"),
    }

    class Meta:
        model = Evidence
        fields: ClassVar[list[str]] = []


class SourceFilters(Kept):
    q = Finds("name")
    name = django_filters.CharFilter(method="by_name", max_length=200, help_text="Any of its names")
    kind = AnyOf(field_name="kind", choices=SourceKind.choices())
    wikidata_id = Exactly("wikidata_id")
    iso3 = Exactly("iso3", help_text="ISO 3166-1 alpha-3 code")

    class Meta:
        model = Source
        fields: ClassVar[list[str]] = []

    def by_name(self, sources: QuerySet[Source], _name: str, value: str) -> QuerySet[Source]:
        return sources.filter(Q(name__iexact=value) | Q(pk__in=Source.objects.filter(aliases__key=fold_name(value))))


class TopicFilters(Kept):
    q = Finds("name", "description")
    name = Contains("name")
    slug = Exactly("slug")
    wikidata_id = Exactly("wikidata_id")
    is_retired = YesNo("is_retired", help_text="Whether claims are no longer given it")

    class Meta:
        model = Topic
        fields: ClassVar[list[str]] = []


class RatingScaleFilters(Kept):
    publisher = ById(public_publishers(), "publisher", help_text="Id of whose scale it is")
    name = Contains("name")
    is_retired = YesNo("is_retired", help_text="Whether it is no longer used")

    class Meta:
        model = RatingScale
        fields: ClassVar[list[str]] = []
