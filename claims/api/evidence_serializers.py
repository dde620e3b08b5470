"""Documents on record, as the desk and programs that hand them in see them."""

from rest_framework import serializers

from articles.api.fields import ApiUrl, OptionalText, Word
from articles.models import Publisher
from claims.api.desk_serializers import Edition
from claims.api.writing import Body, Key
from claims.models import Evidence


class SubmittedEvidenceSerializer(Edition):
    """A document on record, as who handed it in is told."""

    id = serializers.IntegerField()
    kind = Word("EvidenceKind", Evidence.Kind.choices)
    title = serializers.CharField()
    publisher = serializers.IntegerField(source="publisher_id", allow_null=True)
    source_url = serializers.URLField(source="url")
    archive_url = OptionalText()
    archive_exception = OptionalText()
    quote = OptionalText()
    locator = OptionalText()
    language = serializers.CharField()
    retrieved_at = serializers.DateTimeField()
    sha256 = OptionalText()


class DeskEvidenceSerializer(SubmittedEvidenceSerializer):
    """A document on record."""

    api_url = ApiUrl("desk-evidence")


class EvidenceBody(Body):
    """A document to be cited. It needs an archive link, or says why there is none, before a verdict rests on it."""

    kind = serializers.ChoiceField(choices=Evidence.Kind.choices)
    title = serializers.CharField(max_length=300)
    source_url = serializers.URLField(max_length=600)
    publisher = Key(queryset=Publisher.objects.all(), allow_null=True, default=None)
    archive_url = serializers.URLField(max_length=600, allow_blank=True, default="")
    archive_exception = serializers.CharField(max_length=300, allow_blank=True, default="")
    quote = serializers.CharField(allow_blank=True, default="")
    locator = serializers.CharField(max_length=200, allow_blank=True, default="")
    language = serializers.CharField(max_length=16, default="en")
    retrieved_at = serializers.DateTimeField()
    sha256 = serializers.RegexField(r"^([0-9a-f]{64})?$", allow_blank=True, default="")
