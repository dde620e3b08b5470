"""Pictures of claims and contradictions, drawn when asked for: PNG, for those who share a link.

The address ends in a stamp of what the picture says. One that is out of date leads to the picture of today.
"""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from claims import cards
from claims.comparisons import compare, with_positions
from claims.editions import is_withdrawn, shown_verdict
from claims.markup import with_articles
from claims.models import Appearance, Claim, Contradiction, Verdict
from claims.views.card_facts import claim_card, contradiction_card, site_card, stamp
from claims.views.page import found_or_merged, only_parameters, public_page


@public_page
def claim(request: HttpRequest, pk: int, asked: str) -> HttpResponse:
    """A claim with its rating."""
    only_parameters(request, ())
    found = found_or_merged(Claim.objects.public().defer("search_vector"), pk)
    verdicts = Verdict.objects.public().filter(claim=found).select_related("rating__scale")
    first = with_articles(Appearance.objects.public().filter(claim=found)).first()
    verdict = shown_verdict(list(verdicts))
    card = claim_card(found, verdict, first, is_withdrawn=is_withdrawn(found, verdict))
    return _current(card, asked, reverse("claim_card", args=[found.pk, stamp(card)]), for_good=found.pk != pk)


@public_page
def contradiction(request: HttpRequest, pk: int, asked: str) -> HttpResponse:
    """A question with its answers."""
    only_parameters(request, ())
    found = get_object_or_404(with_positions(Contradiction.objects.public()), pk=pk)
    card = contradiction_card(compare([found])[0])
    return _current(card, asked, reverse("contradiction_card", args=[found.pk, stamp(card)]))


@public_page
def site(request: HttpRequest, asked: str) -> HttpResponse:
    """The site itself."""
    only_parameters(request, ())
    card = site_card()
    return _current(card, asked, reverse("site_card", args=[stamp(card)]))


def _current(card: cards.Card, asked: str, address: str, *, for_good: bool = False) -> HttpResponse:
    if for_good:
        return HttpResponsePermanentRedirect(address)
    if asked != stamp(card):
        return HttpResponseRedirect(address)
    return HttpResponse(cards.draw(card), content_type="image/png")
