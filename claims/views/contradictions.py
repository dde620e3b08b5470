"""Where sources disagree: the list, and one question with all its answers."""

import django_filters
from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.models import Appearance, Contradiction, Verdict
from claims.models.contradiction import PUBLIC
from claims.views.page import absolute, moved, only_parameters, page_of, public_page
from claims.views.positions import compare, events_of, with_positions
from claims.vocabulary import ContradictionKind, Gate


class ContradictionFilter(django_filters.FilterSet):
    """The filters of the public list."""

    status = django_filters.ChoiceFilter(
        choices=[(status.value, status.label) for status in PUBLIC], label="Status", empty_label="Any status"
    )
    gate = django_filters.ChoiceFilter(choices=Gate.choices(), label="Gate", empty_label="Real or apparent")
    kind = django_filters.ChoiceFilter(
        choices=ContradictionKind.choices(), label="What differs", empty_label="Anything"
    )

    class Meta:
        model = Contradiction
        fields = ()


@public_page
def contradictions(request: HttpRequest) -> HttpResponse:
    """All contradictions that an editor has opened, newest first."""
    only_parameters(request, {*ContradictionFilter.base_filters, "page"})
    found = ContradictionFilter(request.GET, queryset=with_positions(Contradiction.objects.public()), request=request)
    if not found.is_valid():
        raise BadRequest(" ".join(message for messages in found.errors.values() for message in messages))
    page = page_of(request, found.qs)
    return render(
        request,
        "claims/contradictions.html",
        {
            "canonical": absolute(reverse("contradictions")),
            "form": found.form,
            "page": page,
            "comparisons": compare(page.object_list),
        },
    )


@public_page
def contradiction(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One question: status, gate, the answers drawn and tabled, the machine's reading and the editor's."""
    found = get_object_or_404(
        with_positions(Contradiction.objects.public()).select_related("event", "resolved_by"), pk=pk
    )
    if redirect := moved(found, slug, request):
        return redirect
    comparison = compare([found])[0]
    taken = Appearance.objects.filter(claim=OuterRef("claim"), positions__contradiction=found)
    verdicts = (
        Verdict.objects.public()
        .filter(Exists(taken))
        .select_related("claim", "rating__scale", "publisher")
        .defer("claim__search_vector")
    )
    return render(
        request,
        "claims/contradiction.html",
        {
            "canonical": absolute(found.get_absolute_url()),
            "contradiction": found,
            "comparison": comparison,
            "events": events_of(found),
            "evidence": found.attached_evidence.all(),
            "verdicts": verdicts,
        },
    )
