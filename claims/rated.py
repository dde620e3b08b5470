"""What desks say of a claim that they rate differently: every review in force with its rating, its day and its address.

A contradiction of that kind has no reports in articles. Its answers are ratings, each at its place on the line from 1,
false, to 5, true (claims.claimreview.scale); what stands in no place on it is told beside it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from claims.actions.ratings import place_of
from claims.editions import address_of
from claims.models import Claim, Contradiction, Position, Verdict
from claims.templatetags.crosscheck import web_url
from claims.vocabulary import ContradictionKind


@dataclass(frozen=True, slots=True)
class Review:
    """One review in force. `url` is where it is read, at its desk or here; empty where nobody says."""

    verdict: Verdict
    place: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the line, None beside it, and the reviews there."""

    number: int | None
    reviews: Sequence[Review]


@dataclass(frozen=True, slots=True)
class Ratings:
    """The places that somebody rates the claim at, from false to true."""

    claim: Claim
    places: Sequence[Place]

    @property
    def reviews(self) -> list[Review]:
        """Review by review, in the same order."""
        return [review for place in self.places for review in place.reviews]


def ratings_of(contradiction: Contradiction) -> Ratings | None:
    """What is rated differently; None for a contradiction of another kind, or whose claim was rejected since."""
    if contradiction.kind != ContradictionKind.VERDICT:
        return None
    named = Position.objects.filter(contradiction=contradiction).values_list("figures__claim", flat=True)
    key = next((key for key in named if isinstance(key, int)), 0)
    standing = Claim.objects.exclude(status__in=(Claim.Status.REJECTED, Claim.Status.MERGED)).defer("search_vector")
    claim = standing.filter(Q(pk=key) | Q(absorbed=key)).first()
    if claim is None:
        return None
    in_force = Verdict.objects.filter(claim=claim, status=Verdict.Status.PUBLISHED)
    placed: dict[int | None, list[Review]] = defaultdict(list)
    for verdict in in_force.select_related("publisher", "rating__scale", "imported").order_by("published_at", "pk"):
        number = place_of(verdict.rating)
        placed[number].append(Review(verdict, number, _url(verdict, claim)))
    return Ratings(claim, [Place(number, placed[number]) for number in sorted(placed, key=lambda each: each or 6)])


def _url(verdict: Verdict, claim: Claim) -> str:
    if verdict.origin == Verdict.Origin.IMPORTED:
        return web_url(verdict.imported.url)
    return address_of(claim, verdict) if claim.status == Claim.Status.ACCEPTED else ""
