"""Who publishes: the list, and what is on record of one outlet, body or desk."""

from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.models import Article, Publisher
from claims.models import Appearance, Claim, Correction, Evidence, Part, Verdict
from claims.publishers import public_publishers
from claims.standing import ENOUGH, rated, said, standing
from claims.views.claims import for_lists
from claims.views.page import absolute, only_parameters, public_page
from claims.views.page_markup import publisher_page
from claims.views.roll import roll

ARTICLES = 10
NEWEST = 300  # articles that are looked through for claims
CLAIMS = 10
CORRECTIONS = 5
EVIDENCE = 5
VERDICTS = 2_000  # of a desk, the newest, that are counted by rating
REVIEWS = 5
CHECKING = (Publisher.Kind.OWN, Publisher.Kind.DESK)  # who publishes checks, and no reports to be contradicted


@public_page
def publishers(request: HttpRequest) -> HttpResponse:
    """Everyone that something public is from, by name, or those whose name has the words of `?q=`."""
    page = roll(request, public_publishers(), lambda words: Q(name__icontains=words))
    canonical = absolute(reverse("publishers"))
    return render(request, "claims/publishers.html", {"canonical": canonical, "page": page})


@public_page
def publisher(request: HttpRequest, slug: str) -> HttpResponse:
    """One publisher: who it is, how the questions came out that it has a part in, what it corrected and published."""
    only_parameters(request, ())
    found = get_object_or_404(public_publishers(), slug=slug)
    record = standing(Part.objects.public().filter(publisher=found))
    wrong, others = said(found)
    reviews = Verdict.objects.public().filter(publisher=found)
    counted = rated(Verdict.objects.filter(pk__in=reviews.values("pk")[:VERDICTS]))
    corrections = Correction.objects.public().filter(verdict__publisher=found).select_related("verdict__claim")
    canonical = absolute(found.get_absolute_url())
    return render(
        request,
        "claims/publisher.html",
        {
            "canonical": canonical,
            "json_ld": publisher_page(found, canonical=canonical),
            "publisher": found,
            "standing": record,
            "reports": record.settled or record.open or found.kind not in CHECKING,
            "enough": ENOUGH,
            "wrong": wrong,
            "others": others,
            "rated": counted,
            "reviewed": sum(each.number for each in counted),
            "most_reviewed": VERDICTS,
            "reviews": reviews.select_related("claim", "rating__scale").defer("claim__search_vector")[:REVIEWS],
            "corrections": corrections.defer("verdict__claim__search_vector")[:CORRECTIONS],
            "articles": Article.objects.public().filter(publisher=found).defer("note", "byline")[:ARTICLES],
            "claims": for_lists(Claim.objects.public().filter(pk__in=_claims(found))),
            "newest": NEWEST,
            "evidence": Evidence.objects.public().filter(publisher=found).select_related("publisher")[:EVIDENCE],
        },
    )


def _claims(publisher: Publisher) -> list[int]:
    """The claims in the newest articles of `publisher` that have any."""
    newest = Article.objects.filter(publisher=publisher)[:NEWEST]
    seen = Appearance.objects.public().filter(version__article__in=newest.values("pk"))
    made = seen.order_by(F("version__article__published_on").desc(nulls_last=True), "-pk").values_list(
        "claim", flat=True
    )
    return list(dict.fromkeys(made[: 5 * CLAIMS]))[:CLAIMS]
