"""Records as other records name them, and the small records that are shown whole wherever they occur."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.fields import ApiUrl, Number, OptionalLink, OptionalText, PageUrl, Word, api_url
from articles.api.serializers import PublisherBriefSerializer
from articles.models import Article
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    Event,
    Evidence,
    Measurement,
    Rating,
    RatingScale,
    Source,
    Topic,
    User,
)
from claims.models.contradiction import PUBLIC
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

PUBLIC_STATUSES = [(status.value, status.label) for status in PUBLIC]


@extend_schema_field(OpenApiTypes.STR)
class Person(serializers.Field[User, Any, str | None, Any]):
    """Somebody of the desk, by the name they sign with; null where they have given none. Log-in names stay inside."""

    def to_representation(self, value: User) -> str | None:
        return value.get_full_name() or None


class SourceBriefSerializer(serializers.Serializer[Source]):
    """Who asserts."""

    id = serializers.IntegerField()
    api_url = ApiUrl("source")
    name = serializers.CharField()
    kind = Word("SourceKind", SourceKind.choices())


class EventBriefSerializer(serializers.Serializer[Event]):
    """What happened, in a line."""

    id = serializers.IntegerField()
    url = PageUrl()
    api_url = ApiUrl("event")
    kind = Word("EventKind", EventKind.choices())
    title = serializers.CharField()
    date = serializers.DateField(allow_null=True, help_text="Its first day where date_precision is month or year")
    date_precision = Word("Precision", Precision.choices())
    body = OptionalText(help_text="The forum, such as UN General Assembly")


class TopicBriefSerializer(serializers.Serializer[Topic]):
    """A heading under which readers look for claims."""

    id = serializers.IntegerField()
    url = PageUrl()
    api_url = ApiUrl("topic")
    name = serializers.CharField()


class ClaimBriefSerializer(serializers.Serializer[Claim]):
    """What is claimed, in a line."""

    id = serializers.IntegerField()
    url = PageUrl()
    api_url = ApiUrl("claim")
    text = serializers.CharField()


class ContradictionBriefSerializer(serializers.Serializer[Contradiction]):
    """A question that is answered differently."""

    id = serializers.IntegerField()
    url = PageUrl()
    api_url = ApiUrl("contradiction")
    question = serializers.CharField()
    kind = Word("ContradictionKind", ContradictionKind.choices(), help_text="What differs")
    gate = Word("Gate", Gate.choices(), help_text="Whether the answers may be compared at all")
    status = Word("ContradictionStatus", PUBLIC_STATUSES)
    resolution = Word("Resolution", Resolution.choices(), allow_null=True, help_text="The editors' decision")


class RatingScaleBriefSerializer(serializers.Serializer[RatingScale]):
    """A publisher's scale. Higher is truer."""

    id = serializers.IntegerField()
    api_url = ApiUrl("rating-scale")
    name = serializers.CharField()
    worst = serializers.IntegerField()
    best = serializers.IntegerField()


class StepSerializer(serializers.Serializer[Rating]):
    """One step of a scale, or an outcome beside it."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    slug = serializers.CharField()
    value = serializers.IntegerField(allow_null=True, help_text="Null for outcomes not between false and true")
    definition = serializers.CharField()


class RatingSerializer(StepSerializer):
    """A rating with the scale that it is on."""

    scale = RatingScaleBriefSerializer()


class EvidenceSerializer(serializers.Serializer[Evidence]):
    """A citable document."""

    id = serializers.IntegerField()
    api_url = ApiUrl("evidence")
    kind = Word("EvidenceKind", Evidence.Kind.choices)
    title = serializers.CharField()
    publisher = PublisherBriefSerializer(allow_null=True)
    document_url = serializers.URLField(source="url")
    archive_url = OptionalLink()
    archive_exception = OptionalText(help_text="Why no archived copy is needed or possible")
    quote = OptionalText(help_text="The words that matter, as they stand there")
    locator = OptionalText(help_text="Where in the document")
    language = serializers.CharField(help_text="BCP 47 tag")
    retrieved_at = serializers.DateTimeField()
    sha256 = OptionalText(help_text="Hash of the document as retrieved")


class MeasurementSerializer(serializers.Serializer[Measurement]):
    """A figure that an appearance reports: a number or a word. Those of one tally share a `group` above 0."""

    measure = serializers.CharField()
    quote = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    value = Number(allow_null=True)
    value_max = Number(allow_null=True, help_text="Upper end of a range")
    value_text = OptionalText(help_text="The value where it is a word")
    comparator = Word("Comparator", Comparator.choices())
    unit = OptionalText()
    total = Number(allow_null=True, help_text="Of how many: 31 in “26 out of 31”")
    group = serializers.IntegerField()
    as_of = serializers.DateField(allow_null=True)
    subject = OptionalText()


class CitedArticleSerializer(serializers.Serializer[Article]):
    """Where the words stand. An article that may only be quoted from has no page or record of its own here."""

    id = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField(help_text="The page for readers")
    api_url = serializers.SerializerMethodField(help_text="The whole record in this API")
    title = serializers.CharField()
    original_url = OptionalLink(source="url")
    is_based_on = OptionalLink(help_text="The page that this text is a digest of, where it is one")
    publisher = PublisherBriefSerializer()
    published_on = serializers.DateField(allow_null=True)
    language = serializers.CharField()

    def get_id(self, article: Article) -> int | None:
        return article.pk if article.is_public else None

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_url(self, article: Article) -> str | None:
        return PageUrl().to_representation(article) if article.is_public else None

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_api_url(self, article: Article) -> str | None:
        return api_url("article", article.pk) if article.is_public else None


class WordsSerializer(serializers.Serializer[Appearance]):
    """Where a claim was made: the exact words, who said them and how. `start` and `end` count the characters of version
    `version` of the article."""

    id = serializers.IntegerField()
    claim = serializers.SerializerMethodField(help_text="Id of the claim, if it is public")
    quote = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    version = serializers.IntegerField(source="version.number")
    article = CitedArticleSerializer(source="version.article")
    source = SourceBriefSerializer(  # type: ignore[assignment]  # DRF lifts declared fields off the class
        allow_null=True, help_text="Null where the outlet speaks in its own voice"
    )
    source_name = OptionalText(help_text="The source's name as the article gives it")
    cue = OptionalText(help_text="The word that attributes it: said, denied, according to")
    stance = Word("Stance", Stance.choices())
    modality = Word("Modality", Modality.choices())
    said_on = serializers.DateField(allow_null=True)

    def get_claim(self, appearance: Appearance) -> int | None:
        return appearance.claim_id if appearance.claim.status == Claim.Status.ACCEPTED else None


class AppearanceSerializer(WordsSerializer):
    """Where a claim was made, with the figures in it."""

    measurements = MeasurementSerializer(many=True)
