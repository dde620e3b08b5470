"""Which publishers readers meet."""

from django.db.models import OuterRef, Q

from articles.models import Article, Publisher, PublisherQuerySet
from claims.models import Appearance, Claim, Evidence, Part, Verdict
from claims.models.lookups import some
from claims.models.verdict import DRAFTS


def public_publishers() -> PublisherQuerySet:
    """Our own desk, and publishers that another public record names: of an article, quoted words, evidence, a verdict
    told to readers, corrected ones too. Who publishes nothing but what waits for review stays unnamed."""
    publisher = OuterRef("pk")
    told = Verdict.objects.exclude(status__in=(*DRAFTS, Verdict.Status.SCHEDULED))
    return Publisher.objects.public().filter(
        Q(kind=Publisher.Kind.OWN)
        | some(Article.objects.public().filter(publisher=publisher))
        | some(Part.objects.public().filter(publisher=publisher))
        | some(Appearance.objects.public().filter(version__article__publisher=publisher))
        | some(Evidence.objects.public().filter(publisher=publisher))
        | some(told.filter(publisher=publisher, claim__in=Claim.objects.public()))
    )
