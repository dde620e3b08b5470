"""The notifications of one person: what is new first, then what they have read, newest first.

A page is found by index however much lies before it: the new and the read each stand in an order of their own, and a
page goes on where the one before ended.
"""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from claims.actions import notices
from claims.admin.base import desk_user
from claims.admin.counting import MOST, shown
from claims.admin.talk import KINDS, page_of
from claims.models import Notification, User
from claims.models.notification import NotificationQuerySet

PER_PAGE = 30


@never_cache
@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    """What the person was told; `after` is the place where the page before ended."""
    user = desk_user(request)
    rows = _page(_of(user), request.GET.get("after", ""))
    page = rows[:PER_PAGE]
    context = {
        **admin.site.each_context(request),
        "title": "Notifications",
        "new": [row for row in page if row.read_at is None],
        "read": [row for row in page if row.read_at is not None],
        "older": _place(page[-1]) if len(rows) > PER_PAGE else "",
        "is_first": not request.GET.get("after"),
        "desk_zone": settings.DESK_TIME_ZONE,
        "told": user.get_notices_display(),
    }
    return TemplateResponse(request, "admin/talk/notifications.html", context)


@never_cache
@require_safe
def notification(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what a notification is about. Having followed it is having read it, so this link marks it, as mail programs
    and forges do; nobody else sees that mark."""
    user = desk_user(request)
    row = get_object_or_404(_of(user), pk=pk)
    if row.item is None:
        raise Http404("There is no such item.")
    notices.mark_read(notifications=Notification.objects.filter(pk=pk), by=user)
    if row.verb == Notification.Verb.SUBMITTED:
        return HttpResponseRedirect(reverse("admin:claims_verdict_read", args=[row.object_id]))
    place = row.event.replace(" ", "-") if row.event.startswith("comment ") else "cc-talk"
    return HttpResponseRedirect(f"{page_of(row.item)}#{place}")


@require_POST
def mark_read(request: HttpRequest) -> HttpResponse:
    """Mark one as read, or everything up to the newest that the page showed: what came since stays new."""
    user = desk_user(request)
    one, newest = request.POST.get("one", ""), request.POST.get("newest", "")
    if one.isdecimal():
        chosen = Notification.objects.filter(pk=one)
    elif newest.isdecimal():
        chosen = Notification.objects.filter(pk__lte=newest)
    else:
        raise Http404("Say which.")
    marked = notices.mark_read(notifications=chosen, by=user)
    messages.success(request, f"Marked as read: {marked}.")
    return HttpResponseRedirect(reverse("desk_notifications"))


def unread_of(request: HttpRequest) -> str:
    """How many are new, in words; empty for none. Asked once for each request, and counted no further than is read."""
    if not hasattr(request, "unread_notifications"):
        number = _of(desk_user(request)).unread()[: MOST + 1].count()
        request.unread_notifications = shown(number) if number else ""  # type: ignore[attr-defined]  # kept for the header, after the sidebar
    return str(request.unread_notifications)  # type: ignore[attr-defined]  # as above


def _of(user: User) -> NotificationQuerySet:
    """What `user` was told of items that they may see."""
    seen = [
        model for model in KINDS.values() if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]
    types = [ContentType.objects.get_for_model(model).pk for model in seen]
    return Notification.objects.filter(recipient=user, content_type__in=types)


def _page(mine: NotificationQuerySet, after: str) -> list[Notification]:
    """One more row than a page has, so that it shows whether there are more."""
    part, _, key = after.partition("-")
    if after and not (part in ("new", "read") and key.isdecimal() and len(key) < 19):
        raise Http404("There is no such place.")
    rows: list[Notification] = []
    if part != "read":
        new = mine.unread().filter(pk__lt=key) if key else mine.unread()
        rows += new.select_related("actor", "content_type").order_by("-pk")[: PER_PAGE + 1]
    if len(rows) <= PER_PAGE:
        read = mine.filter(read_at__isnull=False)
        read = read.filter(pk__lt=key) if part == "read" else read
        rows += read.select_related("actor", "content_type").order_by("-pk")[: PER_PAGE + 1 - len(rows)]
    prefetch_related_objects(rows, "item")
    return rows


def _place(row: Notification) -> str:
    return f"{'new' if row.read_at is None else 'read'}-{row.pk}"
