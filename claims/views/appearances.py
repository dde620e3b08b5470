"""Where a claim was made, a page at a time: a claim may stand in hundreds of articles."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from articles.models import Article
from claims.markup import newest_of_each_article, with_articles
from claims.models import Appearance, Claim
from claims.views.page import page_of

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Sightings:
    """One page of the articles that make a claim, and how many independent texts all of them are. `first` is where it
    was made first, on whatever page."""

    page: Page[Appearance]
    first: Appearance | None
    independent: int

    @property
    def count(self) -> int:
        """How many articles make the claim."""
        return self.page.paginator.count

    @property
    def relays(self) -> int:
        """How many of them repeat another text."""
        return self.count - self.independent


def sightings_of(claim: Claim, request: HttpRequest) -> Sightings:
    """The page of appearances that `?page=` names, twenty to a page. Raises Http404 where there is none."""
    once = newest_of_each_article(Appearance.objects.public().filter(claim=claim))
    rows = with_articles(once).annotate(
        article_is_public=Exists(Article.objects.public().filter(pk=OuterRef("version__article")))
    )
    page = page_of(request, rows, size=SHOWN)
    first = next(iter(page if page.number == 1 else rows[:1]), None)
    voices: dict[str, Any] = once.aggregate(
        origins=Count(Coalesce("version__article__copy_of", "version__article"), distinct=True)
    )
    return Sightings(page, first, voices["origins"])
