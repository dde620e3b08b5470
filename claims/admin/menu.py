"""The sidebar and the front page of the desk. Settings name these functions in UNFOLD."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy

from claims.admin.base import desk_user
from claims.admin.queues import QUEUES, counts

RECORDS = (
    ("Articles", "article", "articles.article"),
    ("Claims", "format_quote", "claims.claim"),
    ("Events", "event", "claims.event"),
    ("Contradictions", "compare_arrows", "claims.contradiction"),
    ("Verdicts", "gavel", "claims.verdict"),
    ("Corrections", "history_edu", "claims.correction"),
    ("Evidence", "fact_check", "claims.evidence"),
    ("Sources", "record_voice_over", "claims.source"),
    ("Publishers", "newspaper", "articles.publisher"),
    ("Rating scales", "straighten", "claims.ratingscale"),
)
PEOPLE = (("Users", "person", "claims.user"), ("Groups", "group", "auth.group"))


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """unfold's SIDEBAR navigation: only what the person may see, the queues with how much is in them."""
    user = desk_user(request)
    waiting = counts(user)
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
                        "badge": waiting[queue.key],
                        "badge_variant": "primary",
                        "active": request.get_full_path() == queue.url,
                    }
                    for queue in QUEUES
                    if queue.open_to(user) and (waiting[queue.key] or not queue.key.startswith("failing"))
                ),
            ],
        }
    ]
    for title, records in (("Records", RECORDS), ("People", PEOPLE)):
        items = [_item(name, icon, model) for name, icon, model in records if _may_see(request, model)]
        if items:
            groups.append({"title": title, "separator": True, "items": items})
    return groups


def front_page(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """unfold's DASHBOARD_CALLBACK: each queue with its count and its newest rows."""
    user = desk_user(request)
    waiting = counts(user)
    context["title"] = "What waits"
    context["may_add_article"] = user.has_perm("articles.add_article")
    context["queues"] = [
        {
            "queue": queue,
            "count": waiting[queue.key],
            "rows": [
                {
                    "title": str(row),
                    "note": queue.note(row),
                    "url": reverse_lazy(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk]),
                }
                for row in (queue.top(user) if waiting[queue.key] else [])
            ],
        }
        for queue in QUEUES
        if queue.open_to(user)
    ]
    return context


def _item(title: str, icon: str, model: str) -> dict[str, Any]:
    return {"title": title, "icon": icon, "link": reverse_lazy(f"admin:{model.replace('.', '_')}_changelist")}


def _may_see(request: HttpRequest, model: str) -> bool:
    app_label, name = model.split(".")
    return desk_user(request).has_perm(f"{app_label}.view_{name}")
