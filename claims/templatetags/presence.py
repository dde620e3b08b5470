"""`{% presence record %}` on any page of the desk: who else has it open."""

from typing import Any

from django import template
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest

from claims.actions.presence import in_words, others_on
from claims.models import User

register = template.Library()


@register.inclusion_tag("admin/claims/presence.html", takes_context=True)
def presence(context: dict[str, Any], record: Model) -> dict[str, Any]:
    """A line that stays up to date; without JavaScript, as it was when the page came."""
    request: HttpRequest = context["request"]
    if not isinstance(request.user, User):
        raise PermissionDenied
    return {
        "kind": ContentType.objects.get_for_model(record).pk,
        "pk": record.pk,
        "others": in_words(others_on(record, by=request.user)),
        "csrf_token": context.get("csrf_token"),
    }
