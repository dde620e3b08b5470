"""Tell whether articles repeat others: copies count as one independent voice."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.db import connection, transaction
from django.db.models import Q

from articles.models import Article, ArticleVersion
from claims.matching.copies import Text, credit_of, runs_of, settled

NEIGHBOURS = 40
"""Articles compared with one."""
DAYS = 5
"""Days between an original and its copy."""
_LONGEST_CLAIMS = 5
_SAME_WORDS = """
    WITH told AS (
        SELECT DISTINCT version.article_id AS article, claim.text
        FROM claims_appearance appearance
        JOIN articles_articleversion version ON version.id = appearance.version_id
        JOIN claims_claim claim ON claim.id = appearance.claim_id
        WHERE version.article_id = ANY (%(articles)s)
    ), longest AS (
        SELECT told.*, row_number() OVER (PARTITION BY article ORDER BY char_length(text) DESC, text) AS place FROM told
    )
    SELECT DISTINCT longest.article, other.id
    FROM longest
    JOIN articles_article article ON article.id = longest.article
    JOIN claims_claim claim ON md5(upper(claim.text)) = md5(upper(longest.text))
    JOIN claims_appearance appearance ON appearance.claim_id = claim.id
    JOIN articles_articleversion version ON version.id = appearance.version_id
    JOIN articles_article other ON other.id = version.article_id AND other.id <> article.id
    WHERE longest.place <= %(longest)s
      AND (article.published_on IS NULL OR abs(other.published_on - article.published_on) <= %(days)s)
"""


@transaction.atomic
def mark_copies(*, versions: Sequence[ArticleVersion]) -> None:
    """Note which articles those of `versions` repeat, or are repeated by, if any of about the same days are.

    Of two the original is the one that came out first, whichever came in first; so an article may turn out to be the
    original of those that are known. Candidates are the articles that make one of its longest claims in the same words,
    found through the index on the claims' words; how much they share is then measured on the whole text. Takes the same
    number of queries for any number of texts.
    """
    new = [version.article_id for version in versions]
    neighbours = _neighbours(new)
    if not neighbours:
        return
    texts, known = _texts({*neighbours, *(key for others in neighbours.values() for key in others)})
    originals = dict(known)
    for place, key in enumerate(new):
        # As if one text came in after the other: those that come later look back at this one.
        others = sorted(neighbours.get(key, set()).difference(new[place + 1 :]) & texts.keys())[:NEIGHBOURS]
        if key in texts and others and originals[key] is None:
            _settle(key, [texts[other] for other in others], texts, originals)
    moved = {key: original for key, original in originals.items() if original and original != known[key]}
    rows = list(Article.objects.filter(Q(pk__in=moved) | Q(copy_of__in=moved))) if moved else []
    for row in rows:
        row.copy_of_id = moved.get(row.pk) or moved[row.copy_of_id or row.pk]
    Article.objects.bulk_update(rows, ["copy_of"])


def _settle(key: int, others: Sequence[Text], texts: Mapping[int, Text], originals: dict[int, int | None]) -> None:
    """Write into `originals` what the new text `key` repeats and what repeats it. A copy always names the first of all,
    not another copy."""
    found = settled(texts[key], others)
    root = key
    if found.original is not None:
        root = originals[found.original] or found.original
    copies = [copy for copy in found.copies if originals[copy] is None and copy != root]
    for copy in (*copies, *([key] if root != key else [])):
        originals |= {other: root for other, original in originals.items() if original == copy} | {copy: root}


def _neighbours(articles: Sequence[int]) -> dict[int, set[int]]:
    with connection.cursor() as cursor:
        cursor.execute(_SAME_WORDS, {"articles": list(articles), "longest": _LONGEST_CLAIMS, "days": DAYS})
        found: dict[int, set[int]] = defaultdict(set)
        for article, other in cursor.fetchall():
            found[article].add(other)
    return found


def _texts(articles: Collection[int]) -> tuple[dict[int, Text], dict[int, int | None]]:
    """The current text of each article, and which article it is known to repeat."""
    current = ArticleVersion.objects.filter(article__in=articles, is_current=True)
    rows = list(current.values_list("article", "article__published_on", "text", "article__copy_of"))
    texts = {key: Text(key, day, runs_of(text), credit_of(text)) for key, day, text, _ in rows}
    return texts, {key: original for key, _, _, original in rows}
