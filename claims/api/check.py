"""POST /api/v1/check: a text in, what we know of it out. What a plug-in or an assistant calls while somebody writes."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api.fields import Word
from articles.api.reading import PROBLEM, ByAcceptHeader, ProblemSerializer, refuse_unknown
from claims.actions.check import LONGEST, BusyError, check
from claims.api.briefs import (
    AppearanceSerializer,
    ClaimBriefSerializer,
    ContradictionBriefSerializer,
    EventBriefSerializer,
    MeasurementSerializer,
    SourceBriefSerializer,
)
from claims.api.contradiction_serializers import PositionBriefSerializer
from claims.api.errors import BadBodyError, LaterError, TooLargeError
from claims.api.examples import A_CHECK, A_TEXT
from claims.api.keys import count_check
from claims.api.serializers import VerdictBriefSerializer
from claims.vocabulary import ContradictionKind, Gate, Modality, Resolution, SourceKind, Stance

LARGEST_BODY = 8 * LONGEST
"""Bytes of a request: JSON may write one byte of text as six."""
LEAST = 2_000
"""Bytes that a shorter text counts as: what is looked up costs as much."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 1, 1)


class Text(serializers.CharField):
    """A string: what is a number in JSON is no text to check."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class TextSerializer(serializers.Serializer[Any]):
    """The text to check."""

    text = Text(max_length=LONGEST, trim_whitespace=False, help_text="At most 100,000 bytes in UTF-8")
    language = Text(
        default="en",
        max_length=35,
        validators=[RegexValidator(re.compile(r"\A[a-z]{2,8}(-[a-z0-9]{1,8})*\Z", re.IGNORECASE), "Not a BCP 47 tag.")],
        help_text="BCP 47 tag. Only English is read; other texts are answered with empty lists",
    )
    published_on = serializers.DateField(
        required=False,
        allow_null=True,
        validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
        help_text="The day from which “yesterday” counts; without it, today",
    )
    url = serializers.URLField(
        required=False,
        allow_blank=True,
        max_length=600,
        help_text="Where the text is or will be published: what is known from there is not held against it",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        unknown = sorted(set(self.initial_data) - set(self.fields))
        if unknown:
            hint = f"Known are: {', '.join(self.fields)}."
            raise serializers.ValidationError(
                {name[:100]: [f"There is no field of this name. {hint}"] for name in unknown}
            )
        return attrs


class CheckedSentenceSerializer(serializers.Serializer[Any]):
    """A sentence. Offsets count characters (code points) of the text, from 0; `end` is the character after the last."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    check_worthiness = serializers.FloatField(help_text="How much it deserves checking, 0 to 1; from 0.5 on it does")


class CheckedSpeakerSerializer(serializers.Serializer[Any]):
    """Who says it, by the fullest name that the text gives."""

    name = serializers.CharField()
    kind = Word("SourceKind", SourceKind.choices())
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class RepeatSerializer(serializers.Serializer[Any]):
    """A checked claim that the text repeats, with the verdicts in force on it."""

    claim = ClaimBriefSerializer()
    verdicts = VerdictBriefSerializer(many=True, source="claim.current_verdicts")
    rule = serializers.CharField(help_text="Name and version of the rule that takes them for the same")
    score = serializers.FloatField(help_text="How sure it is, 0 to 1")
    reasons = serializers.ListField(
        child=serializers.CharField(), help_text="The evidence it weighed; what speaks against has a minus sign"
    )


class CheckedClaimSerializer(serializers.Serializer[Any]):
    """One checkable proposition of the text: `quote` is text[start:end]."""

    text = serializers.CharField(source="said.text", help_text="The proposition, without who says it")
    quote = serializers.CharField(source="said.quote")
    start = serializers.IntegerField(source="said.start")
    end = serializers.IntegerField(source="said.end")
    score = serializers.FloatField(source="said.score", help_text="How sure it can and should be checked, 0 to 1")
    method = serializers.CharField(source="said.method", help_text="The rule that found it")
    stance = Word("Stance", Stance.choices(), source="said.stance")
    modality = Word("Modality", Modality.choices(), source="said.modality")
    said_on = serializers.DateField(source="said.said_on", allow_null=True)
    speaker = CheckedSpeakerSerializer(
        source="said.speaker", allow_null=True, help_text="Null where the text speaks in its own voice"
    )
    source = SourceBriefSerializer(  # type: ignore[assignment]  # DRF lifts declared fields off the class
        allow_null=True, help_text="The speaker's record here, where it is public"
    )
    measurements = MeasurementSerializer(many=True, source="said.measurements")
    repeats = RepeatSerializer(many=True)


class PositionsSerializer(ContradictionBriefSerializer):
    """A public contradiction, with the answers that are given."""

    positions = PositionBriefSerializer(many=True)


class EventToldSerializer(serializers.Serializer[Any]):
    """An event that the text speaks of, and where others disagree about it."""

    event = EventBriefSerializer()
    claims = serializers.ListField(child=serializers.IntegerField(), help_text="Places in `claims`, from 0")
    rule = serializers.CharField(source="link.rule", default=None, allow_null=True, help_text="What speaks for it most")
    score = serializers.FloatField(source="link.score", default=None, allow_null=True, help_text="How sure, 0 to 1")
    words = serializers.ListField(child=serializers.CharField(), help_text="Words and names in common")
    contradictions = PositionsSerializer(many=True)


class AnswerSerializer(serializers.Serializer[Any]):
    """One answer: the claims of the text that give it, and others who do."""

    answer = serializers.CharField(source="position.answer")
    figures = serializers.DictField(
        source="position.figures", child=serializers.JSONField(), help_text="The answer as numbers, by measure"
    )
    claims = serializers.ListField(child=serializers.IntegerField(), help_text="Places in `claims`, from 0")
    voices = AppearanceSerializer(many=True, help_text="Ten at most")


class ClashSerializer(serializers.Serializer[Any]):
    """A question that the text answers otherwise than others, and why the rule thinks so."""

    question = serializers.CharField(source="finding.question")
    kind = Word("ContradictionKind", ContradictionKind.choices(), source="finding.kind")
    gate = Word("Gate", Gate.choices(), source="finding.gate")
    suggested_resolution = Word("Resolution", Resolution.choices(), source="finding.suggested", allow_null=True)
    rule = serializers.CharField(source="finding.rule")
    score = serializers.FloatField(source="finding.score")
    explanation = serializers.CharField(source="finding.explanation")
    event = EventBriefSerializer(allow_null=True)
    contradiction = ContradictionBriefSerializer(
        allow_null=True, help_text="The public one that the text would join; null for one that it would open"
    )
    answers = AnswerSerializer(many=True)


class CheckSerializer(serializers.Serializer[Any]):
    """What is known of a text."""

    sentences = CheckedSentenceSerializer(many=True)
    claims = CheckedClaimSerializer(many=True)
    events = EventToldSerializer(many=True)
    contradictions = ClashSerializer(many=True, source="clashes", help_text="The surest first")


class CheckView(APIView):
    """What is known of a text that is being written."""

    content_negotiation_class = ByAcceptHeader

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, known=())
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
            raise TooLargeError(f"The request has more than {LARGEST_BODY:,} bytes.")

    @extend_schema(
        operation_id="check",
        auth=[{"key": []}, {}],  # type: ignore[list-item]  # it is put into the schema as it stands
        tags=["check"],
        request=TextSerializer,
        examples=[A_TEXT, A_CHECK],
        responses={
            200: CheckSerializer,
            **{
                (code, PROBLEM): OpenApiResponse(ProblemSerializer, description=description)
                for code, description in {
                    400: "The text, or what is told of it, cannot be read.",
                    401: "The key is none, has expired or was revoked. Without a key everybody may ask.",
                    406: "The Accept header asks for something other than JSON.",
                    413: "The request is larger than any text that is taken.",
                    415: "The body is not JSON.",
                    429: "Too many requests or too much text; the Retry-After header says how many seconds to wait.",
                    503: "Too many texts are being read at the moment; the Retry-After header says how long to wait.",
                }.items()
            },
        },
    )
    def post(self, request: Request) -> Response:
        """Says what is known of a text: how much each sentence deserves checking, who says what, the figures, the
        checked claims that it repeats, the events that it speaks of, and the contradictions that it would join or open,
        and why. Nothing is kept."""
        asked = TextSerializer(data=request.data)
        if not asked.is_valid():
            raise BadBodyError(asked.errors)
        size = len(asked.validated_data["text"].encode())
        count_check(request, size=max(size, LEAST))
        try:
            found = check(**asked.validated_data)
        except BusyError as busy:
            raise LaterError from busy
        except ValidationError as refusal:
            raise BadBodyError(serializers.as_serializer_error(refusal)) from refusal
        return Response(CheckSerializer(found).data)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        finished = super().finalize_response(request, response, *args, **kwargs)
        finished["Access-Control-Allow-Origin"] = "*"
        finished["Access-Control-Expose-Headers"] = "RateLimit, RateLimit-Policy, Retry-After"
        if request.method == "OPTIONS":  # a browser asks first: JSON and keys are more than a form could send
            finished["Access-Control-Allow-Methods"] = "POST"
            finished["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
            finished["Access-Control-Max-Age"] = "86400"
        return finished
