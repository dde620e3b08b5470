"""From records to the facts that JSON-LD tells."""

from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from articles.models import Publisher
from claims.addresses import absolute
from claims.claimreview import Asserter, Cited, ClaimFacts, Grade, Organisation, ReviewFacts, Sighting
from claims.models import Appearance, Claim, Correction, Evidence, Source, Verdict, VerdictEvidence
from claims.templatetags.crosscheck import web_url
from claims.vocabulary import Stance


def with_articles(appearances: QuerySet[Appearance]) -> QuerySet[Appearance]:
    """`appearances` with article, outlet and source, earliest first. The texts of articles stay in the database."""
    return (
        appearances.select_related("version__article__publisher", "source")
        .defer("version__text")
        .order_by(F("version__article__published_on").asc(nulls_last=True), "-version__number", "start", "id")
    )


def newest_of_each_article(appearances: QuerySet[Appearance]) -> QuerySet[Appearance]:
    """One appearance of a claim for each article, from the newest version that makes the claim: a claim that stands in
    two versions of a text was made once. One that stands in an earlier version only is kept, and the page says so."""
    same = appearances.filter(claim=OuterRef("claim"), version__article=OuterRef("version__article"))
    earlier = Q(start__lt=OuterRef("start")) | Q(start=OuterRef("start"), pk__lt=OuterRef("pk"))
    better = Q(version__number__gt=OuterRef("version__number")) | (Q(version=OuterRef("version")) & earlier)
    return appearances.exclude(Exists(same.filter(better)))


def claim_facts(claim: Claim, appearances: Sequence[Appearance], *, url: str) -> ClaimFacts:
    """What is known of a claim. Its authors are those who assert it: who denies it or only relays it is none."""
    asserting = {
        appearance.source.pk: appearance.source
        for appearance in appearances
        if appearance.source and appearance.stance == Stance.ASSERTS
    }
    return ClaimFacts(
        url=url,
        text=claim.text,
        short_text=claim.short_text,
        language=claim.language,
        said_on=min((seen.said_on for seen in appearances if seen.said_on), default=None),
        asserters=[asserter_of(source) for source in asserting.values()],
        sightings=[
            Sighting(
                key=seen.pk,
                title=seen.version.article.title,
                publisher=organisation_of(seen.version.article.publisher),
                url=web_url(seen.version.article.url),
                based_on=web_url(seen.version.article.is_based_on),
                language=seen.version.article.language,
                published_on=seen.version.article.published_on,
            )
            for seen in appearances
        ],
    )


def review_facts(verdict: Verdict, cited: Sequence[VerdictEvidence], corrections: Sequence[Correction]) -> ReviewFacts:
    """What a published verdict says. Of the `corrections` of its claim, those of earlier versions of this verdict
    count. Raises ValueError for one that is not published."""
    if verdict.published_at is None:
        raise ValueError("Only a published verdict has markup.")
    series = (verdict.publisher_id, verdict.language)
    own = [each for each in corrections if (each.verdict.publisher_id, each.verdict.language) == series]
    earlier = [each.verdict.published_at for each in own if each.verdict.published_at]
    return ReviewFacts(
        headline=verdict.headline,
        summary=verdict.summary,
        publisher=organisation_of(verdict.publisher),
        grade=Grade(
            verdict.rating.name, verdict.rating.value, worst=verdict.rating.scale.worst, best=verdict.rating.scale.best
        ),
        published_at=min([verdict.published_at, *earlier]),
        changed_at=verdict.published_at,
        language=verdict.language,
        evidence=[cited_facts(citation.evidence) for citation in cited],
        corrections=[(correction.made_at, correction.reason) for correction in own],
    )


def cited_facts(evidence: Evidence) -> Cited:
    """A document with its address and the archive's."""
    return Cited(evidence.title, web_url(evidence.url), web_url(evidence.archive_url))


def asserter_of(source: Source) -> Asserter:
    """Who asserts."""
    return Asserter(source.name, source.kind, source.wikidata_id)


def organisation_of(publisher: Publisher) -> Organisation:
    """A publisher; our own desk with its policies, and with this site as its address where it has no other."""
    if publisher.kind != Publisher.Kind.OWN:
        return Organisation(publisher.name, web_url(publisher.url))
    return Organisation(
        publisher.name,
        web_url(publisher.url) or absolute("/"),
        corrections=absolute(reverse("corrections")),
        method=absolute(reverse("methodology")),
    )
