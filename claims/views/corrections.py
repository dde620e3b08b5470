"""Everything that we have had to change in what was published, newest first, for good."""

from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from claims.keyset import stretch
from claims.models import Claim, Correction
from claims.views.page import ROWS, absolute, only_parameters, public_page

KINDS = {
    Correction.Kind.CORRECTION: (
        gettext_lazy("Correction"),
        gettext_lazy("We were wrong: a figure, a name, a quotation or the rating itself."),
    ),
    Correction.Kind.UPDATE: (
        gettext_lazy("Update"),
        gettext_lazy("What we wrote was right when we wrote it. Something has happened or come to light since."),
    ),
    Correction.Kind.CLARIFICATION: (
        gettext_lazy("Clarification"),
        gettext_lazy("It was right and could be misunderstood."),
    ),
    Correction.Kind.WITHDRAWAL: (
        gettext_lazy("Withdrawal"),
        gettext_lazy("The verdict no longer holds, and none takes its place yet."),
    ),
    Correction.Kind.REOPENING: (
        gettext_lazy("Taken up again"),
        gettext_lazy("A verdict that had been withdrawn was checked anew."),
    ),
}
"""What each kind of change is called, and when we use it."""


@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction ever made, newest first, or those of one kind."""
    only_parameters(request, {"kind", "at"})
    kind = request.GET.get("kind", "")
    if kind and kind not in Correction.Kind.values:
        raise BadRequest(gettext("There is no such kind of correction."))
    made = (
        Correction.objects.public()
        .filter(**{"kind": kind} if kind else {})
        .select_related("verdict__claim")
        .defer("verdict__claim__search_vector")
        .annotate(claim_is_public=Exists(Claim.objects.public().filter(pk=OuterRef("verdict__claim"))))
    )
    try:
        shown = stretch(made, "-made_at", at=request.GET.get("at"), size=ROWS)
    except ValueError as error:
        raise BadRequest(gettext("This is no place in the list of corrections.")) from error
    return render(
        request,
        "claims/corrections.html",
        {
            "canonical": absolute(reverse("corrections")),
            "stretch": shown,
            "kind": kind,
            "kinds": [(value.value, name) for value, (name, _) in KINDS.items()],
        },
    )
