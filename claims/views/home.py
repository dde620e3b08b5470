"""The front page."""

from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Claim, Contradiction, Correction, Verdict
from claims.views.page import absolute, public_page
from claims.views.positions import compare, with_positions

CONTRADICTIONS = 5
VERDICTS = 6
NEWS = (Coalesce("resolved_at", "found_at").desc(), "-id")  # what was settled or found last


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """What was settled or found last, the first of it drawn, and the newest verdicts."""
    contradictions = compare(with_positions(Contradiction.objects.public()).order_by(*NEWS)[:CONTRADICTIONS])
    lead = next((comparison for comparison in contradictions if comparison.chart), None)
    verdicts = (
        Verdict.objects.public().select_related("claim", "rating__scale", "publisher").defer("claim__search_vector")
    )
    return render(
        request,
        "claims/home.html",
        {
            "canonical": absolute("/"),
            "lead": lead,
            "contradictions": [comparison for comparison in contradictions if comparison is not lead],
            "verdicts": verdicts[:VERDICTS],
            "claim_count": Claim.objects.public().count(),
            "contradiction_count": Contradiction.objects.public().count(),
            "correction": Correction.objects.public().first(),
        },
    )
