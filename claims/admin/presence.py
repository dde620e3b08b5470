"""The page tells that it is open, and is told who else has it open."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404

from claims.actions.presence import be_present, in_words
from claims.admin.base import desk_user


def present(request: HttpRequest, content_type: int, pk: int) -> HttpResponse:
    """POST every ten seconds from each open page, with `active` where its reader has typed or clicked since."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        kind = ContentType.objects.get_for_id(content_type)
    except ContentType.DoesNotExist as missing:
        raise Http404 from missing
    model, user = kind.model_class(), desk_user(request)
    if model is None or not user.has_perm(f"{kind.app_label}.view_{kind.model}"):
        raise PermissionDenied
    record: Any = get_object_or_404(model._base_manager.only("pk"), pk=pk)
    others = be_present(on=record, by=user, is_active="active" in request.POST)
    return JsonResponse({"others": in_words(others)})
