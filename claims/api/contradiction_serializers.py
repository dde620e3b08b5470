"""Contradictions as JSON."""

from typing import Any

from django.db.models import Min
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.fields import ListUrl, OptionalText, Word
from claims.api.briefs import (
    AppearanceSerializer,
    ContradictionBriefSerializer,
    EventBriefSerializer,
    EvidenceSerializer,
    MeasurementSerializer,
    Person,
)
from claims.api.serializers import MOST, each
from claims.models import Contradiction, ContradictionEvidence, Position, PositionAppearance
from claims.vocabulary import Resolution


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


class PlacedVoiceSerializer(VoiceSerializer):
    """An appearance that takes a position in a contradiction."""

    id = serializers.IntegerField()
    position = serializers.IntegerField(source="position_id", help_text="Id of the answer that it gives")


class PositionSerializer(PositionBriefSerializer):
    """One answer, and everyone who gives it."""

    event = EventBriefSerializer(allow_null=True)
    independent_origins = serializers.IntegerField(help_text="How many voices, copies counted once")
    appearances = VoiceSerializer(many=True, source="first_voices", help_text=f"The first {MOST}")


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
    appearances_url = ListUrl("contradiction-appearances")

    @extend_schema_field(PositionSerializer(many=True))
    def get_positions(self, contradiction: Contradiction) -> Any:
        serializer = PositionSerializer(context={"origins": origins_in(contradiction)})
        return each(serializer, contradiction.positions.all())


def origins_in(contradiction: Contradiction) -> dict[str, int]:
    """The number of each origin of voices in it, from 1, in the order in which they came to it."""
    voices = PositionAppearance.objects.filter(position__contradiction=contradiction).order_by()
    origins = voices.values("origin").annotate(first=Min("pk")).order_by("first").values_list("origin", flat=True)
    return {origin: number for number, origin in enumerate(origins, start=1)}
