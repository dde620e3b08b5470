"""What claims are about: the list of topics, and what stands under one."""

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.models import Claim, ClaimTopic, Contradiction, PositionAppearance, Topic, Verdict
from claims.questions import questions, with_answers
from claims.views.claims import for_lists
from claims.views.page import absolute, only_parameters, public_page
from claims.views.page_markup import topic_page
from claims.views.roll import roll

VERDICTS = 10
CONTRADICTIONS = 5
CLAIMS = 15
NEWEST = 2_000  # verdicts, and claims of the topic, that are looked through
NEWEST_OPEN = 500  # open contradictions that are


@public_page
def topics(request: HttpRequest) -> HttpResponse:
    """Every topic of a public claim, by name, or those with the words of `?q=`."""
    page = roll(
        request, Topic.objects.public(), lambda words: Q(name__icontains=words) | Q(description__icontains=words)
    )
    return render(request, "claims/topics.html", {"canonical": absolute(reverse("topics")), "page": page})


@public_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic: the newest verdicts, what is still open, the newest claims."""
    only_parameters(request, ())
    found = get_object_or_404(Topic.objects.public(), slug=slug)
    about = ClaimTopic.objects.filter(topic=found)
    newest = about.order_by("-claim").values("claim")[:NEWEST]
    claims = Claim.objects.public().filter(pk__in=newest).order_by("-pk").values_list("pk", flat=True)[:CLAIMS]
    checked = Verdict.objects.public().values("pk")[:NEWEST]
    verdicts = Verdict.objects.public().filter(pk__in=checked).filter(Exists(about.filter(claim=OuterRef("claim"))))
    latest = Contradiction.objects.still_open().values("pk")[:NEWEST_OPEN]
    taken = PositionAppearance.objects.filter(
        position__contradiction=OuterRef("pk"), appearance__claim__in=about.values("claim")
    )
    unsettled = Contradiction.objects.still_open().filter(Exists(taken), pk__in=latest)
    shown = list(for_lists(Claim.objects.public().filter(pk__in=list(claims))))
    canonical = absolute(found.get_absolute_url())
    return render(
        request,
        "claims/topic.html",
        {
            "canonical": canonical,
            "json_ld": topic_page(found, shown, canonical=canonical),
            "topic": found,
            "verdicts": verdicts.select_related("claim", "rating__scale", "publisher").defer("claim__search_vector")[
                :VERDICTS
            ],
            "questions": questions(with_answers(unsettled)[:CONTRADICTIONS]),
            "claims": shown,
            "more": CLAIMS,
        },
    )
