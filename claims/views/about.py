"""How the desk works: method, corrections, health, and the page for a request that makes no sense."""

from django.core.exceptions import BadRequest
from django.db import DatabaseError, connection
from django.db.models import Exists, F, OuterRef, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.models import Publisher
from claims.models import Claim, Correction, Rating, RatingScale
from claims.templatetags.wording import GATES, KINDS, RESOLUTIONS
from claims.views.page import absolute, only_parameters, page_of, public_page


@public_page
def methodology(request: HttpRequest) -> HttpResponse:
    """The scales as the database holds them, and how contradictions are found and settled."""
    ratings = Rating.objects.select_related("scale").order_by(F("value").desc(nulls_last=True), "name")
    scales = RatingScale.objects.select_related("publisher").prefetch_related(Prefetch("ratings", ratings))
    return render(
        request,
        "claims/methodology.html",
        {
            "canonical": absolute(reverse("methodology")),
            "scales": sorted(scales, key=lambda scale: scale.publisher.kind != Publisher.Kind.OWN),
            "gates": GATES.items(),
            "kinds": KINDS.items(),
            "resolutions": RESOLUTIONS.items(),
        },
    )


@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction ever made, newest first, and how to ask for one."""
    only_parameters(request, {"page"})
    made = (
        Correction.objects.public()
        .select_related("verdict__claim", "verdict__publisher", "made_by")
        .defer("verdict__claim__search_vector")
        .annotate(claim_is_public=Exists(Claim.objects.public().filter(pk=OuterRef("verdict__claim"))))
    )
    return render(
        request,
        "claims/corrections.html",
        {
            "canonical": absolute(reverse("corrections")),
            "page": page_of(request, made),
            "desk": Publisher.objects.public().filter(kind=Publisher.Kind.OWN).first(),
        },
    )


@never_cache
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """For a load balancer: 200 while the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong with the address. Only our own sentences are shown: others may tell what they should not."""
    reason = str(exception) if type(exception) is BadRequest else ""
    return render(request, "400.html", {"reason": reason}, status=400)
