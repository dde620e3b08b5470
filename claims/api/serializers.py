"""Sources, events, claims and verdicts as JSON."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from articles.api.fields import ApiUrl, FilteredUrl, ListUrl, OptionalText, PageUrl, Word
from articles.api.serializers import PublisherBriefSerializer
from claims.api.briefs import (
    AppearanceSerializer,
    ClaimBriefSerializer,
    ContradictionBriefSerializer,
    EventBriefSerializer,
    EvidenceSerializer,
    Person,
    RatingScaleBriefSerializer,
    RatingSerializer,
    SourceBriefSerializer,
    StepSerializer,
    TopicBriefSerializer,
)
from claims.api.examples import A_VERDICT
from claims.models import (
    Claim,
    Contradiction,
    Correction,
    Event,
    PositionAppearance,
    RollCallVote,
    Source,
    Verdict,
    VerdictEvidence,
)

MOST = 100
"""Rows of one kind that a single record shows. The list of all of them has an address beside it."""


def each(serializer: serializers.Serializer[Any], rows: Iterable[Any]) -> list[dict[str, Any]]:
    """`rows` as `serializer` shows them."""
    return [serializer.to_representation(row) for row in rows]


class SourceSerializer(SourceBriefSerializer):
    """A person, a state, an organisation or unnamed officials."""

    wikidata_id = OptionalText()
    iso3 = OptionalText(help_text="ISO 3166-1 alpha-3 code of a state")
    description = OptionalText()
    aliases = serializers.SerializerMethodField(help_text="Other names it goes by")

    def get_aliases(self, source: Source) -> list[str]:
        return [alias.name for alias in source.aliases.all()]


class TopicSerializer(TopicBriefSerializer):
    """A heading under which readers look for claims. Its claims: /api/v1/claims/?topic=."""

    slug = serializers.CharField()
    description = OptionalText()
    wikidata_id = OptionalText()
    is_retired = serializers.BooleanField(help_text="No longer given to claims; those that have it keep it")


class RatingScaleSerializer(RatingScaleBriefSerializer):
    """A publisher's scale. Higher is truer."""

    publisher = PublisherBriefSerializer()
    is_retired = serializers.BooleanField(help_text="No longer used; verdicts that are on it stay")


class RatingScaleDetailSerializer(RatingScaleSerializer):
    """A publisher's scale with its ratings."""

    ratings = StepSerializer(
        many=True, source="first_ratings", help_text=f"The lowest {MOST}, then those that have no value"
    )
    ratings_url = ListUrl("rating-scale-ratings")


# --- verdicts ---------------------------------------------------------------------------------------------------


class CitedEvidenceSerializer(serializers.Serializer[VerdictEvidence]):
    """Evidence of a verdict, and what it shows."""

    note = OptionalText()
    evidence = EvidenceSerializer()


class CorrectionSerializer(serializers.Serializer[Correction]):
    """What changed in a published verdict, and why."""

    kind = Word("CorrectionKind", Correction.Kind.choices)
    reason = serializers.CharField()
    before = serializers.CharField()
    after = OptionalText()
    publisher = PublisherBriefSerializer(source="verdict.publisher")
    language = serializers.CharField(source="verdict.language")
    made_by = Person(allow_null=True)
    made_at = serializers.DateTimeField()


class VerdictBriefSerializer(serializers.Serializer[Verdict]):
    """What one publisher found, in a line."""

    id = serializers.IntegerField()
    url = PageUrl()
    api_url = ApiUrl("verdict")
    publisher = PublisherBriefSerializer()
    language = serializers.CharField(help_text="BCP 47 tag")
    rating = RatingSerializer()
    headline = serializers.CharField()
    published_at = serializers.DateTimeField()


class ClaimVerdictSerializer(VerdictBriefSerializer):
    """A review with its reasons and evidence."""

    summary = serializers.CharField()
    body = OptionalText(help_text="Markdown")
    author = Person(allow_null=True, source="writer")
    published_by = Person(allow_null=True)
    change_kind = Word(
        "ChangeKind", Verdict.ChangeKind.choices, allow_null=True, help_text="How it changes the one before"
    )
    change_reason = OptionalText()
    evidence = CitedEvidenceSerializer(many=True, source="cited_evidence")


@extend_schema_serializer(examples=[A_VERDICT])
class VerdictSerializer(ClaimVerdictSerializer):
    """One dated review of one claim by one publisher, in force."""

    claim = ClaimBriefSerializer()
    corrections = serializers.SerializerMethodField(help_text="Of this publisher's earlier verdicts on it")

    @extend_schema_field(CorrectionSerializer(many=True))
    def get_corrections(self, verdict: Any) -> Any:
        same = (verdict.publisher_id, verdict.language)
        earlier = [old for old in verdict.claim.corrected if (old.publisher_id, old.language) == same]
        return each(CorrectionSerializer(), (note for old in earlier for note in old.corrections.all()))


# --- claims -----------------------------------------------------------------------------------------------------


class ClaimSerializer(ClaimBriefSerializer):
    """One checkable proposition, with the verdicts in force on it."""

    language = serializers.CharField(help_text="BCP 47 tag")
    event = EventBriefSerializer(allow_null=True)
    method = serializers.CharField(help_text="The rule that found it, or “editor”")
    score = serializers.FloatField(help_text="How sure that rule is that it can and should be checked, 0 to 1")
    created_at = serializers.DateTimeField()
    topics = TopicBriefSerializer(many=True)
    verdicts = VerdictBriefSerializer(many=True, source="current_verdicts")


class ClaimDetailSerializer(ClaimSerializer):
    """One checkable proposition: where it was made, what was found, and where it clashes with others."""

    verdicts = ClaimVerdictSerializer(many=True, source="current_verdicts")
    corrections = serializers.SerializerMethodField(help_text="Of verdicts on this claim, withdrawn ones too")
    appearances = AppearanceSerializer(many=True, source="first_appearances", help_text=f"The first {MOST}")
    appearances_url = ListUrl("claim-appearances")
    contradictions = serializers.SerializerMethodField(help_text=f"The newest {MOST} in which it takes a position")
    contradictions_url = FilteredUrl("contradiction", "claim")

    @extend_schema_field(CorrectionSerializer(many=True))
    def get_corrections(self, claim: Any) -> Any:
        return each(CorrectionSerializer(), (note for old in claim.corrected for note in old.corrections.all()))

    @extend_schema_field(ContradictionBriefSerializer(many=True))
    def get_contradictions(self, claim: Claim) -> Any:
        mine = PositionAppearance.objects.filter(appearance__claim=claim).values("position__contradiction")
        return each(ContradictionBriefSerializer(), Contradiction.objects.public().filter(pk__in=mine)[:MOST])


# --- events -----------------------------------------------------------------------------------------------------


class EventSerializer(EventBriefSerializer):
    """The happening that claims are about."""

    place = OptionalText()
    membership = serializers.IntegerField(allow_null=True, help_text="How many members the body has")
    sponsors = serializers.ListField(child=serializers.CharField())
    participants = serializers.ListField(child=serializers.CharField())
    identifiers = serializers.SerializerMethodField(help_text="Symbols that name it, such as A/RES/ES-11/8")
    is_confirmed = serializers.BooleanField(help_text="An editor has checked that this is one happening")
    created_at = serializers.DateTimeField()

    def get_identifiers(self, event: Event) -> list[str]:
        return [identifier.value for identifier in event.identifiers.all()]


class TallySerializer(serializers.Serializer[Counter[str]]):
    """The roll call, counted."""

    yes = serializers.IntegerField()
    no = serializers.IntegerField()
    abstain = serializers.IntegerField()
    not_voting = serializers.IntegerField()


class RollCallVoteSerializer(serializers.Serializer[RollCallVote]):
    """How one member voted, from the record of the vote."""

    state = SourceBriefSerializer()
    choice = Word("VoteChoice", RollCallVote.Choice.choices)
    evidence = serializers.IntegerField(source="evidence_id", help_text="Id of the record of the vote")


class EventDetailSerializer(EventSerializer):
    """The happening, with its roll call and the contradictions about it. Its claims: /api/v1/claims/?event=."""

    tally = serializers.SerializerMethodField(help_text="Null where no roll call is on record")
    roll_call = RollCallVoteSerializer(many=True)
    measurements_url = ListUrl("event-measurements")
    contradictions = serializers.SerializerMethodField(help_text=f"The newest {MOST}")
    contradictions_url = FilteredUrl("contradiction", "event")

    @extend_schema_field(TallySerializer(allow_null=True))
    def get_tally(self, event: Event) -> Any:
        counts = Counter(vote.choice for vote in event.roll_call.all())
        return {choice: counts[choice] for choice in RollCallVote.Choice.values} if counts else None

    @extend_schema_field(ContradictionBriefSerializer(many=True))
    def get_contradictions(self, event: Event) -> Any:
        public = Contradiction.objects.public()
        mine = public.filter(event=event) | public.filter(pk__in=event.positions.values("contradiction"))
        return each(ContradictionBriefSerializer(), mine[:MOST])
