"""What the editor of a verdict sends while one types: words, to be kept, and the body, to be drawn for readers."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from claims.actions import working_copies
from claims.admin.base import DeskAdmin, desk_user
from claims.admin.verdict_words import Typed, is_key
from claims.models import Claim, User, Verdict


class KeepingAdmin(DeskAdmin[Verdict]):
    """The addresses that scripts call."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("words/", wrap(self.words_view), name="claims_verdict_words_new"),
            path("preview/", wrap(self.preview_view), name="claims_verdict_preview"),
            path("<path:object_id>/words/", wrap(self.words_view), name="claims_verdict_words"),
            *super().get_urls(),
        ]

    def words_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """POST keeps the words of the form; GET tells who is logged in and gives the page a token that counts."""
        user = desk_user(request)
        of: Verdict | Claim
        if object_id:
            of = self.existing(request, object_id)
        else:
            of = get_object_or_404(Claim, pk=number(request.GET.get("claim", "")))
        if request.method != "POST":
            return JsonResponse({"token": get_token(request), "person": user.pk})
        if not typed_by(user, request):
            raise PermissionDenied("These words were typed by somebody else.")
        revision = number(request.POST.get("revision", ""))
        copy = working_copies.keep_words(
            of=of,
            by=user,
            tab=request.POST.get("tab", "")[:40],
            revision=revision,
            words=Typed.sent(request.POST).as_json(),
        )
        if copy is None:
            return JsonResponse({"reason": "kept before"}, status=409)
        answer: dict[str, Any] = {"at": timezone.localtime(copy.saved_at).strftime("%H:%M")}
        if isinstance(of, Verdict) and of.revision != revision:
            answer["newer"] = (of.edited_by or of.author).called
        return JsonResponse(answer)

    def preview_view(self, request: HttpRequest) -> HttpResponse:
        """The body as readers will see it."""
        return TemplateResponse(request, "admin/claims/verdict/preview.html", {"body": request.POST.get("body", "")})


def typed_by(user: User, request: HttpRequest) -> bool:
    """Whether the form was given to `user`: somebody else may have logged in since, beside the page."""
    return request.POST.get("person", str(user.pk)) == str(user.pk)


def number(text: str) -> int:
    """The number that was sent, or 0."""
    return int(text) if is_key(text) else 0
