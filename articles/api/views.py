"""Publishers and articles, for reading."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db.models import Prefetch, QuerySet

from articles.api.filters import ArticleFilters, PublisherFilters
from articles.api.reading import ReadOnly
from articles.api.serializers import ArticleDetailSerializer, ArticleSerializer, PublisherSerializer
from articles.api.shaping import Expansion
from articles.models import Article, ArticleVersion, Publisher


class PublisherViewSet(ReadOnly[Publisher]):
    """Outlets and bodies that publish. What else is public decides which of them the API lists (claims.api.views)."""

    queryset = Publisher.objects.public()
    serializer_class = PublisherSerializer
    filterset_class = PublisherFilters
    orderings: ClassVar[Sequence[str]] = ("-id", "id", "name", "-name")


class ArticleViewSet(ReadOnly[Article]):
    """Articles whose whole text readers may see, newest first. Articles that are only quoted from are named where they
    are quoted, and are not listed here."""

    queryset = Article.objects.public().select_related("publisher", "copy_of")
    serializer_class = ArticleSerializer
    detail_serializer_class = ArticleDetailSerializer
    filterset_class = ArticleFilters
    orderings: ClassVar[Sequence[str]] = ("-published_on", "-id", "id")
    expansions: ClassVar[Mapping[str, Expansion]] = {
        "publisher": Expansion(PublisherSerializer, lambda queryset: queryset)
    }

    def whole(self, queryset: QuerySet[Article]) -> QuerySet[Article]:
        current = ArticleVersion.objects.filter(is_current=True).prefetch_related("passages")
        return queryset.prefetch_related(
            Prefetch("versions", ArticleVersion.objects.defer("text"), to_attr="captures"),
            Prefetch("versions", current, to_attr="latest"),
        )
