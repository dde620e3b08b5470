"""Pages for requests that cannot be answered: what makes no sense, what is not there, and what is there no more.

What was public and is not any more has a page that says so (410), so that nobody takes a link for broken or a record
for silently gone. That it was public is read from its history; its words are not shown again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from articles.models import Article
from claims.models import Claim, Contradiction, Correction
from claims.models.contradiction import PUBLIC
from claims.templatetags.wording import resolution_meaning
from claims.views import report
from claims.vocabulary import ContradictionStatus


@dataclass(frozen=True, slots=True)
class Gone:
    """What readers are told of a record that was public: since when it is not, and why, where that was said in
    public."""

    words: Promise
    since: datetime
    reason: str = ""
    corrections: tuple[Correction, ...] = ()


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong with the address. Only our own sentences are shown: others may tell what they should not."""
    reason = str(exception) if type(exception) is BadRequest else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django gives it
    """There is no such page, or there is none any more. It may be there again, so no cache keeps this unasked."""
    match = request.resolver_match
    look = GONE.get(match.url_name or "") if match else None
    gone = look(match.kwargs["pk"]) if match and look else None
    if gone:
        response = render(request, "410.html", {"gone": gone}, status=410)
    else:
        response = render(request, "404.html", status=404)
    patch_cache_control(response, no_cache=True)
    return response


@never_cache
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as above
    """A form came without the mark that we put into it. `reason` is for programmers and is not shown. What a reader
    wrote to us is given back to be sent again."""
    if request.resolver_match and request.resolver_match.url_name == "report":
        return report.sent_without_mark(request)
    return render(request, "403_csrf.html", status=403)


def _claim(pk: int) -> Gone | None:
    since = _left(Claim, pk, status=Claim.Status.ACCEPTED)
    if since is None:
        return None
    made = Correction.objects.public().filter(verdict__claim=pk).select_related("verdict")
    return Gone(gettext_lazy("We have taken this claim off the public record."), since, corrections=tuple(made[:20]))


def _contradiction(pk: int) -> Gone | None:
    since = _left(Contradiction, pk, status__in=PUBLIC)
    found = Contradiction.objects.filter(pk=pk).first()
    if since is None or found is None:
        return None
    if found.status != ContradictionStatus.DISMISSED:
        return Gone(gettext_lazy("We have taken this question off the public record."), since)
    reason = " ".join(filter(None, [resolution_meaning(found.resolution), found.resolution_note]))
    return Gone(gettext_lazy("We looked into this question and dismissed it: it is no contradiction."), since, reason)


def _article(pk: int) -> Gone | None:
    since = _left(Article, pk, is_public=True)
    return Gone(gettext_lazy("We no longer show the text of this article."), since) if since else None


GONE: dict[str, Callable[[int], Gone | None]] = {
    **dict.fromkeys(("claim", "claim_card", "claim_embed"), _claim),
    **dict.fromkeys(
        ("contradiction", "contradiction_card", "contradiction_embed", "contradiction-figures"), _contradiction
    ),
    **dict.fromkeys(("article", "article_versions"), _article),
}
"""How to find out that a page was there, by its name."""


def _left(model: type[Model], pk: int, **public: Any) -> datetime | None:
    """When the record ceased to be public; None where it never was."""
    lines: QuerySet[Any] = model.pgh_event_model.objects.filter(pgh_obj=pk)  # type: ignore[attr-defined]  # pghistory
    last = lines.filter(**public).order_by("-pgh_id").values_list("pgh_id", flat=True).first()
    if last is None:
        return None
    later = lines.filter(pgh_id__gt=last).order_by("pgh_id")
    return later.values_list("pgh_created_at", flat=True).first()
