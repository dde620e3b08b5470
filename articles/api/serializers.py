"""Publishers and articles as JSON."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from articles.api.fields import ApiUrl, OptionalLink, OptionalText, PageUrl, Word
from articles.models import Article, ArticleVersion, Passage, Publisher
from articles.parsing.types import PassageKind


def publisher_kind() -> Word:
    return Word("PublisherKind", Publisher.Kind.choices)


class PublisherBriefSerializer(serializers.Serializer[Publisher]):
    """A publisher as other records name it."""

    id = serializers.IntegerField()
    api_url = ApiUrl("publisher")
    name = serializers.CharField()
    kind = publisher_kind()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "An outlet",
            value={
                "id": 3,
                "api_url": "https://crosscheck.example.org/api/v1/publishers/3/",
                "name": "The Daily Paper",
                "kind": "outlet",
                "slug": "the-daily-paper",
                "country": "GB",
                "website": "https://paper.example.org/",
                "about": None,
            },
        )
    ]
)
class PublisherSerializer(PublisherBriefSerializer):
    """An outlet or body that publishes."""

    slug = serializers.CharField()
    country = OptionalText(help_text="ISO 3166-1 alpha-2 code")
    website = OptionalLink(source="url")
    about = OptionalText()


class ArticleSerializer(serializers.Serializer[Article]):
    """One published text at one address."""

    id = serializers.IntegerField()
    url = PageUrl()
    api_url = ApiUrl("article")
    title = serializers.CharField()
    publisher = PublisherBriefSerializer()
    byline = OptionalText()
    language = serializers.CharField(help_text="BCP 47 tag")
    published_on = serializers.DateField(allow_null=True)
    original_url = OptionalLink(source="url", help_text="Where the outlet published it")
    is_based_on = OptionalLink(help_text="The page that this text is a digest of, where it is one")
    note = OptionalText(help_text="What to know of this text")
    copy_of = serializers.SerializerMethodField(help_text="Id of the public article that this one repeats")
    added_at = serializers.DateTimeField()

    def get_copy_of(self, article: Article) -> int | None:
        original = article.copy_of
        return original.pk if original and original.is_public else None


class PassageSerializer(serializers.Serializer[Passage]):
    """What characters `start` to `end` of the text are."""

    kind = Word("PassageKind", [(kind.value, kind.value) for kind in PassageKind])
    start = serializers.IntegerField(help_text="First character, counted in code points from 0")
    end = serializers.IntegerField(help_text="The character after the last")
    author = OptionalText()
    published_on = serializers.DateField(allow_null=True)
    title = OptionalText()
    site = OptionalText()


class VersionSerializer(serializers.Serializer[ArticleVersion]):
    """The article as captured at one time."""

    number = serializers.IntegerField()
    is_current = serializers.BooleanField()
    title = serializers.CharField()
    content_sha256 = serializers.CharField(help_text="Hash of what is for reading: the text less boilerplate")
    captured_at = serializers.DateTimeField()


class CurrentVersionSerializer(VersionSerializer):
    """The latest capture, with its text."""

    text = serializers.CharField()
    passages = PassageSerializer(many=True)


class ArticleDetailSerializer(ArticleSerializer):
    """One published text with its versions and the words of the current one."""

    current = serializers.SerializerMethodField(help_text="The latest capture, to whose text quotes are anchored")
    versions = VersionSerializer(many=True, source="captures", help_text="Every capture, oldest first")

    @extend_schema_field(CurrentVersionSerializer(allow_null=True))
    def get_current(self, article: Any) -> dict[str, Any] | None:
        return next((CurrentVersionSerializer().to_representation(version) for version in article.latest), None)
