"""The pages about the desk itself: who runs it, how it works, for whom; and whether the site is up."""

from datetime import date

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.models import Publisher
from claims.models import Rating, RatingScale
from claims.templatetags.wording import GATES, KINDS, RESOLUTIONS
from claims.views.corrections import KINDS as CHANGES
from claims.views.page import absolute, public_page

MEASURED = date(2026, 11, 22)
"""When the figures on the methodology page were measured, which are those of the README."""
REVIEWED = date(2026, 11, 22)
"""When somebody last held what the accessibility statement says against the site."""


@public_page
def methodology(request: HttpRequest) -> HttpResponse:
    """The scales as the database holds them, and how contradictions are found and settled."""
    ratings = Rating.objects.select_related("scale").order_by(F("value").desc(nulls_last=True), "name")
    scales = (
        RatingScale.objects.filter(is_imported=False)
        .select_related("publisher")
        .prefetch_related(Prefetch("ratings", ratings))
    )
    return render(
        request,
        "claims/methodology.html",
        {
            "canonical": absolute(reverse("methodology")),
            "scales": sorted(scales, key=lambda scale: scale.publisher.kind != Publisher.Kind.OWN),
            "gates": GATES.items(),
            "kinds": KINDS.items(),
            "resolutions": RESOLUTIONS.items(),
            "changes": CHANGES.items(),
            "measured": MEASURED,
        },
    )


@public_page
def about(request: HttpRequest) -> HttpResponse:
    """Who runs this desk, as far as its own record says."""
    return render(
        request,
        "claims/about.html",
        {"canonical": absolute(reverse("about")), "desk": _desk(), "licence": settings.CONTENT_LICENCE},
    )


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use this site, how that was tested, and where it falls short."""
    context = {"canonical": absolute(reverse("accessibility")), "reviewed": REVIEWED}
    return render(request, "claims/accessibility.html", context)


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


def _desk() -> Publisher | None:
    return Publisher.objects.public().filter(kind=Publisher.Kind.OWN).first()
