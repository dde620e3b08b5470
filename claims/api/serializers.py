"""Sources, events, claims, contradictions and verdicts as JSON."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from articles.api.fields import ApiUrl, OptionalText, PageUrl, Word
from articles.api.serializers import PublisherBriefSerializer
from claims.api.briefs import (
    AppearanceSerializer,
    ClaimBriefSerializer,
    ContradictionBriefSerializer,
    EventBriefSerializer,
    EvidenceSerializer,
    MeasurementSerializer,
    Person,
    RatingSerializer,
    SourceBriefSerializer,
)
from claims.api.examples import A_VERDICT
from claims.models import (
    Claim,
    Contradiction,
    ContradictionEvidence,
    Correction,
    Event,
    Position,
    PositionAppearance,
    RollCallVote,
    Source,
    Verdict,
    VerdictEvidence,
)
from claims.vocabulary import Resolution


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
    author = Person(allow_null=True)
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
        earlier = [old.correction for old in verdict.claim.corrected if (old.publisher_id, old.language) == same]
        return each(CorrectionSerializer(), earlier)


# --- contradictions ---------------------------------------------------------------------------------------------


class PositionBriefSerializer(serializers.Serializer[Position]):
    """One answer."""

    id = serializers.IntegerField()
    answer = serializers.CharField()
    figures = serializers.SerializerMethodField(help_text="The answer as numbers, by measure")

    is_at_fault = serializers.BooleanField(help_text="The editors found this answer to be an error")
    outlet_corrected = serializers.BooleanField(allow_null=True, help_text="Whether who gave it corrected it since")

    @extend_schema_field({"type": "object", "additionalProperties": {"type": "number"}})
    def get_figures(self, position: Position) -> Any:
        return position.figures


class VoiceSerializer(serializers.Serializer[PositionAppearance]):
    """An appearance that gives this answer, and the figure in it that does."""

    origin = serializers.SerializerMethodField(help_text="Within one contradiction, the same for copies of one text")
    measurement = MeasurementSerializer(allow_null=True)
    appearance = AppearanceSerializer()

    def get_origin(self, membership: PositionAppearance) -> int:
        return int(self.context["origins"][membership.origin])


class PositionSerializer(PositionBriefSerializer):
    """One answer, and everyone who gives it."""

    event = EventBriefSerializer(allow_null=True)
    independent_origins = serializers.SerializerMethodField(help_text="How many voices, copies counted once")
    appearances = VoiceSerializer(many=True, source="memberships")

    def get_independent_origins(self, position: Position) -> int:
        return len({membership.origin for membership in position.memberships.all()})


class AttachedEvidenceSerializer(serializers.Serializer[ContradictionEvidence]):
    """Evidence of a contradiction, and the position that it bears out."""

    note = OptionalText()
    supports = serializers.SerializerMethodField(help_text="Id of a position that is shown")
    attached_at = serializers.DateTimeField()
    evidence = EvidenceSerializer()

    def get_supports(self, attached: ContradictionEvidence) -> int | None:
        shown = {position.pk for position in attached.contradiction.positions.all()}
        return attached.supports_id if attached.supports_id in shown else None


class ContradictionSerializer(ContradictionBriefSerializer):
    """One question about one event, and the answers that sources give to it."""

    event = EventBriefSerializer(allow_null=True)
    suggested_resolution = Word("Resolution", Resolution.choices(), allow_null=True, help_text="The rule's guess")
    rule = serializers.CharField(help_text="Name and version of the rule that found it")
    score = serializers.FloatField(help_text="How sure the rule is, 0 to 1")
    explanation = serializers.CharField(help_text="Why the rule found it")
    found_at = serializers.DateTimeField()
    resolution_note = OptionalText(help_text="The editors' explanation")
    resolved_at = serializers.DateTimeField(allow_null=True)
    positions = PositionBriefSerializer(many=True)


class ContradictionDetailSerializer(ContradictionSerializer):
    """One question with its answers, who gives them, and what the evidence says."""

    resolved_by = Person(allow_null=True)
    positions = serializers.SerializerMethodField()  # type: ignore[assignment]  # the same answers, told more fully
    evidence = AttachedEvidenceSerializer(many=True, source="attached_evidence")

    @extend_schema_field(PositionSerializer(many=True))
    def get_positions(self, contradiction: Contradiction) -> Any:
        positions = contradiction.positions.all()
        voices = (voice for position in positions for voice in position.memberships.all())
        origins = dict.fromkeys(voice.origin for voice in voices)
        numbers = {origin: number for number, origin in enumerate(origins, start=1)}
        return each(PositionSerializer(context={"origins": numbers}), positions)


# --- claims -----------------------------------------------------------------------------------------------------


class ClaimSerializer(ClaimBriefSerializer):
    """One checkable proposition, with the verdicts in force on it."""

    language = serializers.CharField(help_text="BCP 47 tag")
    event = EventBriefSerializer(allow_null=True)
    method = serializers.CharField(help_text="The rule that found it, or “editor”")
    score = serializers.FloatField(help_text="How sure that rule is that it can and should be checked, 0 to 1")
    created_at = serializers.DateTimeField()
    verdicts = VerdictBriefSerializer(many=True, source="current_verdicts")


class ClaimDetailSerializer(ClaimSerializer):
    """One checkable proposition: where it was made, what was found, and where it clashes with others."""

    verdicts = ClaimVerdictSerializer(many=True, source="current_verdicts")
    corrections = serializers.SerializerMethodField(help_text="Of verdicts on this claim, withdrawn ones too")
    appearances = AppearanceSerializer(many=True)
    contradictions = serializers.SerializerMethodField(help_text="In which it takes a position")

    @extend_schema_field(CorrectionSerializer(many=True))
    def get_corrections(self, claim: Any) -> Any:
        return each(CorrectionSerializer(), (verdict.correction for verdict in claim.corrected))

    @extend_schema_field(ContradictionBriefSerializer(many=True))
    def get_contradictions(self, claim: Claim) -> Any:
        mine = PositionAppearance.objects.filter(appearance__claim=claim).values("position__contradiction")
        return each(ContradictionBriefSerializer(), Contradiction.objects.public().filter(pk__in=mine))


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
    contradictions = serializers.SerializerMethodField()

    @extend_schema_field(TallySerializer(allow_null=True))
    def get_tally(self, event: Event) -> Any:
        counts = Counter(vote.choice for vote in event.roll_call.all())
        return {choice: counts[choice] for choice in RollCallVote.Choice.values} if counts else None

    @extend_schema_field(ContradictionBriefSerializer(many=True))
    def get_contradictions(self, event: Event) -> Any:
        public = Contradiction.objects.public()
        mine = public.filter(event=event) | public.filter(pk__in=event.positions.values("contradiction"))
        return each(ContradictionBriefSerializer(), mine)
