"""From records to the facts that JSON-LD tells."""

from collections.abc import Sequence

from articles.models import Publisher
from claims.claimreview import Asserter, Cited, ClaimFacts, Grade, Organisation, ReviewFacts, Sighting
from claims.models import Appearance, Claim, Correction, Verdict, VerdictEvidence
from claims.templatetags.crosscheck import web_url
from claims.views.page import absolute
from claims.vocabulary import Stance


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
        asserters=[Asserter(source.name, source.kind, source.wikidata_id) for source in asserting.values()],
        sightings=[
            Sighting(
                title=seen.version.article.title,
                publisher=_organisation(seen.version.article.publisher),
                url=web_url(seen.version.article.url) or web_url(seen.version.article.is_based_on),
                published_on=seen.version.article.published_on,
            )
            for seen in appearances
        ],
    )


def review_facts(verdict: Verdict, cited: Sequence[VerdictEvidence], corrections: Sequence[Correction]) -> ReviewFacts:
    """What a published verdict says. Raises ValueError for one that is not published."""
    if verdict.published_at is None:
        raise ValueError("Only a published verdict has markup.")
    publisher = _organisation(verdict.publisher)
    if verdict.publisher.kind == Publisher.Kind.OWN and not publisher.url:
        publisher = Organisation(publisher.name, absolute("/"))
    return ReviewFacts(
        headline=verdict.headline,
        summary=verdict.summary,
        publisher=publisher,
        grade=Grade(
            verdict.rating.name, verdict.rating.value, worst=verdict.rating.scale.worst, best=verdict.rating.scale.best
        ),
        published_at=verdict.published_at,
        language=verdict.language,
        evidence=[Cited(citation.evidence.title, web_url(citation.evidence.url)) for citation in cited],
        corrections=[(correction.made_at, correction.reason) for correction in corrections],
    )


def _organisation(publisher: Publisher) -> Organisation:
    return Organisation(publisher.name, web_url(publisher.url))
