"""Tell whether an article repeats another: copies count as one independent voice."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from articles.models import Article, ArticleVersion
from claims.matching.copies import Text, credit_of, original_of, runs_of
from claims.models import Claim

NEIGHBOURS = 40
"""Articles compared with one."""
DAYS = 5
"""Days between an original and its copy."""
_LONGEST_CLAIMS = 5


@transaction.atomic
def mark_copy(*, article: Article) -> Article | None:
    """Note which article this one repeats, if one of about the same days does. Returns that article.

    The one published later is the copy, whichever came in first; of one day, or where a day is not known, the one that
    came in later. So an article may turn out to be the original of those that are known: then it repeats none.

    Candidates are the articles that make one of its longest claims in the same words, found through the index on the
    claims' words; how much they share is then measured on the whole text.
    """
    if article.copy_of_id or article.copies.exists():
        return article.copy_of
    texts = Claim.objects.filter(appearances__version__article=article).values_list("text", flat=True)
    longest = sorted(set(texts), key=lambda text: (-len(text), text))[:_LONGEST_CLAIMS]
    same_words = Q(pk__in=[])
    for text in longest:
        same_words |= Q(text__iexact=text)
    others = Article.objects.filter(versions__appearances__claim__in=Claim.objects.filter(same_words)).exclude(
        pk=article.pk
    )
    if article.published_on:
        slack = timedelta(DAYS)
        others = others.filter(published_on__range=(article.published_on - slack, article.published_on + slack))
    known = {other.pk: other for other in others.distinct().order_by("pk")[:NEIGHBOURS]}
    if not known:
        return None
    current = ArticleVersion.objects.filter(article__in=[article.pk, *known], is_current=True)
    read_texts = {
        row.article_id: Text(
            row.article_id,
            article.published_on if row.article_id == article.pk else known[row.article_id].published_on,
            runs_of(row.text),
            credit_of(row.text),
        )
        for row in current
    }
    found = original_of(read_texts.pop(article.pk), read_texts.values())
    if found is None:
        return None
    original = known[found[0]]
    original = original.copy_of or original
    if _precedes(article, original):
        Article.objects.filter(Q(pk=original.pk) | Q(copy_of=original)).update(copy_of=article)
        return None
    article.copy_of = original
    article.save(update_fields=["copy_of"])
    return article.copy_of


def _precedes(one: Article, other: Article) -> bool:
    if one.published_on and other.published_on and one.published_on != other.published_on:
        return one.published_on < other.published_on
    return one.pk < other.pk
