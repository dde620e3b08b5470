"""`{% talk item %}`: whose work an item is, who watches it, and what is said about it.

unfold draws a widget while it is being imported, for which Django loads every tag; so the desk's own pages are imported
here when a tag is used, and not before.
"""

from typing import Any

from django import template
from django.db.models import Model
from django.template import Context
from django.urls import reverse

from claims.models import User

register = template.Library()


@register.inclusion_tag("admin/talk/talk.html", takes_context=True)
def talk(context: Context, item: Model) -> dict[str, Any]:
    """The panel, on the page of `item`."""
    from claims.admin.talk import panel

    request = context["request"]
    return {"panel": panel(request.user, item), "request": request, "csrf_token": context.get("csrf_token")}


@register.simple_tag(takes_context=True)
def unread(context: Context) -> str:
    """How many notifications the person has not opened: empty for none."""
    from claims.admin.notifications import unread_of

    return unread_of(context["request"])


@register.simple_tag
def work_of(person: User) -> str:
    """The address of the list of what `person` works on: where a name in a comment leads."""
    return f"{reverse('admin:claims_claim_changelist')}?assigned={person.pk}"
