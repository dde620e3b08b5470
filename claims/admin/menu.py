"""The sidebar and the front page of the desk. Settings name these functions in UNFOLD."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format

from claims.actions.weeks import last_weeks
from claims.admin.base import desk_user
from claims.admin.counting import shown
from claims.admin.late import AGES, ALL, LATE
from claims.admin.notifications import unread_of
from claims.admin.queues import QUEUES, Queue, counts
from claims.charts.columns import Column, columns_chart
from claims.models import User

RECORDS = (
    ("Articles", "article", "articles.article"),
    ("Claims", "format_quote", "claims.claim"),
    ("Events", "event", "claims.event"),
    ("Contradictions", "compare_arrows", "claims.contradiction"),
    ("Verdicts", "gavel", "claims.verdict"),
    ("Corrections", "history_edu", "claims.correction"),
    ("Reports of errors", "report", "claims.errorreport"),
    ("Evidence", "fact_check", "claims.evidence"),
    ("Sources", "record_voice_over", "claims.source"),
    ("Imports", "upload_file", "claims.importrun"),
)
SETTINGS = (
    ("Publishers", "newspaper", "articles.publisher"),
    ("Rating scales", "straighten", "claims.ratingscale"),
    ("Topics", "label", "claims.topic"),
    ("Rejection reasons", "block", "claims.rejectionreason"),
)
PEOPLE = (
    ("People", "person", "claims.user"),
    ("Roles", "group", "auth.group"),
    ("API keys", "key", "claims.apikey"),
    ("Webhooks", "webhook", "claims.webhook"),
)


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """unfold's SIDEBAR navigation: only what the person may see, the queues with how much is in them."""
    user = desk_user(request)
    listed = [queue for queue in QUEUES if queue.in_sidebar and queue.open_to(user)]
    waiting = counts(user, listed)
    groups: list[dict[str, Any]] = [
        {
            "title": "Queue",
            "items": [
                {"title": "Front page", "icon": "dashboard", "link": reverse_lazy("admin:index")},
                *(
                    {
                        "title": queue.title,
                        "icon": queue.icon,
                        "link": queue.url,
                        "badge": shown(waiting[queue.key]) if waiting[queue.key] else 0,
                        "badge_variant": "primary",
                        "active": request.get_full_path() == queue.url,
                    }
                    for queue in listed
                    if waiting[queue.key] or queue.place != "failing"
                ),
            ],
        }
    ]
    told = {"title": "Notifications", "icon": "notifications", "link": reverse_lazy("desk_notifications")}
    if new := unread_of(request):
        told |= {"badge": new, "badge_variant": "primary"}
    groups[0]["items"].insert(1, told)
    if user.has_perm("claims.read_log"):
        groups[0]["items"].append({"title": "Log", "icon": "history", "link": reverse_lazy("desk_log")})
    for title, records in (("Records", RECORDS), ("Settings", SETTINGS), ("People", PEOPLE)):
        items = [_item(name, icon, model) for name, icon, model in records if _may_see(request, model)]
        if items:
            groups.append({"title": title, "separator": True, "items": items})
    return groups


def front_page(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """unfold's DASHBOARD_CALLBACK: one's own queue, the desk's, what is late, and what the weeks brought."""
    user = desk_user(request)
    seen = [queue for queue in ALL if queue.open_to(user)]
    waiting = counts(user, seen)
    panels = [panel(queue, waiting[queue.key], user) for queue in seen if queue.place != "late"]
    return context | {
        "title": "What waits",
        "may_add_article": user.has_perm("articles.add_article"),
        "mine": [one for one in panels if one["queue"].place == "mine"],
        "queues": [
            one for one in panels if one["queue"].place == "desk" or (one["queue"].place == "failing" and one["number"])
        ],
        "bands": AGES.values(),
        "late": [
            (kind, [(queue, shown(waiting[queue.key])) for queue in queues])
            for kind, queues in LATE.items()
            if queues[0].open_to(user)
        ],
        "weeks": weekly(user),
    }


def panel(queue: Queue, number: int, user: User) -> dict[str, Any]:
    """A queue for the front page, with the newest of its rows."""
    rows = queue.top(user) if number and not queue.key.startswith("unassigned") else []
    return {
        "queue": queue,
        "number": number,
        "count": shown(number),
        "rows": [{"title": str(row), "note": queue.note(row), "url": _address(queue, row)} for row in rows],
    }


def weekly(user: User) -> dict[str, Any] | None:
    """What came in and what was decided, drawn and as a table; None for who may not see claims."""
    if not user.has_perm("claims.view_claim"):
        return None
    rows = last_weeks(until=timezone.now())
    columns = [Column(f"{date_format(row.starts_on, 'j M')}", row.came_in, row.decided) for row in rows]
    return {"rows": rows, "chart": columns_chart(columns, first="came in", second="were decided")}


def _address(queue: Queue, row: Model) -> str:
    if queue.page == "desk_inbox":
        return f"{reverse('desk_inbox')}?claim={row.pk}"
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _item(title: str, icon: str, model: str) -> dict[str, Any]:
    return {"title": title, "icon": icon, "link": reverse_lazy(f"admin:{model.replace('.', '_')}_changelist")}


def _may_see(request: HttpRequest, model: str) -> bool:
    app_label, name = model.split(".")
    return desk_user(request).has_perm(f"{app_label}.view_{name}")
