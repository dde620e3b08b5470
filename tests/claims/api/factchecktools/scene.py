"""What the real clients are asked to find: a claim that two desks have reviewed, and another."""

from datetime import timedelta

from django.utils import timezone

from articles.models import Publisher
from claims.models import ApiKey, Claim, Verdict
from tests import factories

BRIDGE = "The old bridge at Arlen was closed after the flood"
FERRY = "The ferry at Arlen carries no bicycles"


def build() -> None:
    """One review of ours and one of another desk on the bridge, and ours on the ferry an hour later."""
    own = factories.PublisherFactory.create(name="Crosscheck", kind="own", url="")
    other = factories.PublisherFactory.create(name="Faktencheck", kind="desk", url="https://fakten.example.org/")
    bridge, ferry = (factories.ClaimFactory.create(text=text, event=None) for text in (BRIDGE, FERRY))
    _review(bridge, own, hours_ago=3, headline="It stayed open", language="en")
    _review(bridge, other, hours_ago=2, headline="Die Brücke blieb offen", language="de")
    _review(ferry, own, hours_ago=1, headline="It carries them on Sundays", language="en")


def importer() -> ApiKey:
    """A key of somebody who may import reviews and decide what readers see."""
    key: ApiKey = factories.ApiKeyFactory.create(user=factories.UserFactory.create(groups=["Chief"]), scopes=["desk"])
    return key


def _review(claim: Claim, publisher: Publisher, *, hours_ago: int, **fields: str) -> None:
    verdict = factories.submit(factories.VerdictFactory.create(claim=claim, publisher=publisher, **fields))
    verdict.status, verdict.published_by = Verdict.Status.PUBLISHED, factories.UserFactory.create()
    verdict.published_at = timezone.now() - timedelta(hours=hours_ago)
    verdict.save()
