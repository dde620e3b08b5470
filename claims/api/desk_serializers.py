"""Records as the desk works with them, whatever their status, and the bodies of the desk's steps."""

import math
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.fields import ApiUrl, OptionalText, Word
from claims.api.briefs import Person
from claims.api.writing import Body, Key, Keys
from claims.charts import stated
from claims.models import (
    Claim,
    Contradiction,
    ContradictionEvidence,
    Evidence,
    Position,
    Rating,
    RejectionReason,
    Topic,
    User,
    Verdict,
    VerdictEvidence,
)
from claims.models.merge import Kind
from claims.vocabulary import Comparator, ContradictionKind, ContradictionStatus, Gate, Resolution


class Edition(serializers.Serializer[Any]):
    """What every record of the desk carries beside its own."""

    edition = serializers.IntegerField(read_only=True, help_text="The number of its newest line of history")


# --- claims -----------------------------------------------------------------------------------------------------
class DeskClaimSerializer(Edition):
    """A claim, suggested, accepted, rejected or merged."""

    id = serializers.IntegerField()
    api_url = ApiUrl("desk-claim")
    text = serializers.CharField()
    short_text = OptionalText()
    language = serializers.CharField(help_text="BCP 47 tag")
    status = Word("ClaimStatus", Claim.Status.choices)
    status_reason = OptionalText()
    merged_into = serializers.IntegerField(source="merged_into_id", allow_null=True)
    event = serializers.IntegerField(source="event_id", allow_null=True)
    topics = serializers.SerializerMethodField(help_text="Ids")
    method = serializers.CharField()
    score = serializers.FloatField()
    created_at = serializers.DateTimeField()

    def get_topics(self, claim: Claim) -> list[int]:
        return sorted(heading.topic_id for heading in claim.headings.all())


class EditClaimBody(Body):
    """Other words for a claim, and what it is about. All of it is replaced."""

    text = serializers.CharField()
    short_text = serializers.CharField(max_length=75, allow_blank=True, default="")
    topics = Keys(queryset=Topic.objects.all(), default=())


class RejectBody(Body):
    """Why a suggestion is turned down."""

    reason = Key(queryset=RejectionReason.objects.all(), help_text="Id of one of the desk's reasons")
    note = serializers.CharField(max_length=300, allow_blank=True, default="")


# --- merges -----------------------------------------------------------------------------------------------------
class MergeSerializer(Edition):
    """Two records made one, and whether that was taken back."""

    id = serializers.IntegerField()
    api_url = ApiUrl("desk-merge")
    kind = Word("MergeKind", Kind.choices)
    kept = serializers.IntegerField()
    absorbed = serializers.IntegerField()
    made_at = serializers.DateTimeField(source="at")
    undone_at = serializers.DateTimeField(allow_null=True)


class MergeBody(Body):
    """Which of two records stays."""

    kind = serializers.ChoiceField(choices=Kind.choices)
    keep = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    absorb = serializers.IntegerField(min_value=1, max_value=2**63 - 1)


# --- contradictions ---------------------------------------------------------------------------------------------
class DeskPositionSerializer(serializers.Serializer[Position]):
    """One answer."""

    id = serializers.IntegerField()
    answer = serializers.CharField()
    figures = serializers.DictField()
    is_at_fault = serializers.BooleanField()
    outlet_corrected = serializers.BooleanField(allow_null=True)


class AttachmentSerializer(serializers.Serializer[ContradictionEvidence]):
    """Evidence that is attached."""

    evidence = serializers.IntegerField(source="evidence_id")
    supports = serializers.IntegerField(source="supports_id", allow_null=True)
    figures = serializers.DictField()
    note = OptionalText()


class DeskContradictionSerializer(Edition):
    """A question, its answers, and what was decided."""

    id = serializers.IntegerField()
    api_url = ApiUrl("desk-contradiction")
    question = serializers.CharField()
    kind = Word("ContradictionKind", ContradictionKind.choices())
    gate = Word("Gate", Gate.choices())
    status = Word("DeskContradictionStatus", ContradictionStatus.choices())
    suggested_resolution = Word("Resolution", Resolution.choices(), allow_null=True)
    rule = serializers.CharField()
    score = serializers.FloatField()
    explanation = serializers.CharField()
    event = serializers.IntegerField(source="event_id", allow_null=True)
    resolution = Word("Resolution", Resolution.choices(), allow_null=True)
    resolution_note = OptionalText()
    resolved_at = serializers.DateTimeField(allow_null=True)
    reopened_reason = OptionalText()
    positions = DeskPositionSerializer(many=True)
    evidence = AttachmentSerializer(many=True, source="attached_evidence")


class Figure(serializers.FloatField):
    """A finite number; a whole one stays whole."""

    def to_internal_value(self, data: Any) -> Any:
        value = super().to_internal_value(data)
        if isinstance(data, str | bool) or not math.isfinite(value):
            self.fail("invalid")
        return int(value) if value.is_integer() else value


class FiguresBody(Body):
    """What a document counts, in one of the forms that positions have: a tally, a figure or range, a day, yes or no."""

    votes_for = Figure(required=False)
    votes_against = Figure(required=False)
    abstentions = Figure(required=False)
    not_voting = Figure(required=False)
    membership = Figure(required=False, help_text="How many members the body has")
    value = Figure(required=False)
    value_max = Figure(required=False, help_text="The highest, where it is a range")
    comparator = serializers.ChoiceField(choices=Comparator.choices(), required=False)
    unit = serializers.CharField(max_length=60, required=False)
    date = serializers.DateField(required=False)
    polarity = serializers.ChoiceField(choices=stated.SIDES, required=False)

    def to_internal_value(self, data: Any) -> Any:
        told = super().to_internal_value(data)
        return {**told, "date": told["date"].isoformat()} if "date" in told else told


class AttachBody(Body):
    """Evidence for a contradiction."""

    evidence = Key(queryset=Evidence.objects.all())
    supports = Key(queryset=Position.objects.all(), allow_null=True, default=None, help_text="Id of a position")
    figures = FiguresBody(default=dict, help_text="What it counts itself")
    note = serializers.CharField(max_length=300, allow_blank=True, default="", help_text="What it shows")


class FaultBody(Body):
    """A position that is an error."""

    position = Key(queryset=Position.objects.all())
    corrected = serializers.BooleanField(allow_null=True, default=None, help_text="Whether who gave it corrected it")


class SettleBody(Body):
    """The decision, and the explanation that readers see. What is resolved and what dismissed follows from it."""

    resolution = serializers.ChoiceField(choices=Resolution.choices())
    note = serializers.CharField()
    at_fault = FaultBody(many=True, default=())


class ReasonBody(Body):
    """Why."""

    reason = serializers.CharField()


class DraftBody(Body):
    """From which contradiction, on which of its claims, with which rating."""

    contradiction = Key(queryset=Contradiction.objects.all())
    claim = Key(queryset=Claim.objects.all())
    rating = Key(queryset=Rating.objects.all())
    short_text = serializers.CharField(max_length=75, allow_blank=True, default="")


# --- verdicts ---------------------------------------------------------------------------------------------------
class CitedSerializer(serializers.Serializer[VerdictEvidence]):
    """Evidence that is cited, in its order."""

    evidence = serializers.IntegerField(source="evidence_id")
    shows = OptionalText(source="note")


class DeskVerdictSerializer(Edition):
    """A verdict, from its draft on."""

    id = serializers.IntegerField()
    api_url = ApiUrl("desk-verdict")
    claim = serializers.IntegerField(source="claim_id")
    publisher = serializers.IntegerField(source="publisher_id")
    status = Word("VerdictStatus", Verdict.Status.choices)
    revision = serializers.IntegerField(help_text="Counts the changes of its words")
    language = serializers.CharField()
    rating = serializers.IntegerField(source="rating_id")
    headline = serializers.CharField()
    summary = serializers.CharField()
    body = OptionalText(help_text="Markdown")
    evidence = serializers.SerializerMethodField()
    author = Person(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    publish_at = serializers.DateTimeField(allow_null=True)
    published_at = serializers.DateTimeField(allow_null=True)
    published_by = Person(allow_null=True)
    needs_review = OptionalText()
    supersedes = serializers.IntegerField(source="supersedes_id", allow_null=True)
    change_kind = Word("ChangeKind", Verdict.ChangeKind.choices, allow_null=True)
    change_reason = OptionalText()

    @extend_schema_field(CitedSerializer(many=True))
    def get_evidence(self, verdict: Verdict) -> Any:
        return [CitedSerializer().to_representation(cited) for cited in verdict.cited_evidence.all()]


class CitingBody(Body):
    """Evidence, and what it shows."""

    evidence = Key(queryset=Evidence.objects.all())
    shows = serializers.CharField(max_length=300, allow_blank=True, default="")


class WordsBody(Body):
    """Everything that is written in a draft, but the log of who was asked for a reply. All of it is replaced."""

    rating = Key(queryset=Rating.objects.all())
    headline = serializers.CharField(max_length=200)
    summary = serializers.CharField()
    body = serializers.CharField(allow_blank=True, default="", help_text="Markdown")
    language = serializers.CharField(max_length=16, default="en")
    evidence = CitingBody(many=True, default=())
    change_kind = serializers.ChoiceField(choices=Verdict.ChangeKind.choices, allow_blank=True, default="")
    change_reason = serializers.CharField(allow_blank=True, default="")


class StartBody(WordsBody):
    """A new draft."""

    claim = Key(queryset=Claim.objects.all())


class SubmitBody(Body):
    """Whose second eyes are asked for, and before when it does not go out."""

    to = Key(queryset=User.objects.filter(is_active=True, is_service=False), allow_null=True, default=None)
    embargo = serializers.DateTimeField(allow_null=True, default=None)


class NoteBody(Body):
    """What is to be mended."""

    note = serializers.CharField(allow_blank=True, default="")


class ScheduleBody(Body):
    """When it goes out."""

    at = serializers.DateTimeField()


class CorrectBody(ReasonBody):
    """What kind of change, and why: readers see it."""

    kind = serializers.ChoiceField(
        choices=[one for one in Verdict.ChangeKind.choices if one[0] != Verdict.ChangeKind.REOPENING]
    )
