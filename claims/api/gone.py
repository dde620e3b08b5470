"""What readers see no more: for programs that keep a copy of what they did."""

from collections.abc import Sequence
from typing import ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.fields import Word, api_url
from articles.api.filters import AnyOf, Filters, moment
from articles.api.reading import ReadOnly
from articles.changes import RecordChange

KINDS = [(kind, kind) for kind in (
    "article", "claim", "contradiction", "event", "evidence", "publisher", "rating-scale", "source", "topic", "verdict"
)]  # fmt: skip


class GoneSerializer(serializers.Serializer[RecordChange]):
    """A record that was public and is not: withdrawn, superseded, closed to readers, or merged into another."""

    id = serializers.IntegerField(source="record")
    type = Word("ResourceType", KINDS, source="kind")
    url = serializers.SerializerMethodField(help_text="Its address in this API; of a merged one, it leads to the other")
    gone_at = serializers.DateTimeField(source="at")

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, change: RecordChange) -> str:
        return api_url(change.kind, change.record)


class GoneFilters(Filters):
    type = AnyOf(field_name="kind", choices=KINDS)
    updated_since = moment("at", "gte")

    class Meta:
        model = RecordChange
        fields: ClassVar[list[str]] = []


class GoneViewSet(ReadOnly[RecordChange]):
    """What was public and is not any more, the latest first: what a copy of the lists has to drop. A record that
    becomes public again is in its list again, and no longer here."""

    queryset = RecordChange.objects.public().filter(is_gone=True)
    serializer_class = GoneSerializer
    filterset_class = GoneFilters
    orderings: ClassVar[Sequence[str]] = ("-at", "at")
