"""Which cited links are asked for, and what they answered."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from claims.checklist import FRESH
from claims.links import Answer, ask
from claims.models import Evidence, LinkCheck, Verdict, VerdictEvidence

PER_ROUND = 40
"""Links asked for at once: a round ends well before the next one starts."""
CONCERNED = (Verdict.Status.DRAFT, Verdict.Status.SUBMITTED, Verdict.Status.SCHEDULED, Verdict.Status.PUBLISHED)


def stale_links(*, now: datetime, verdict: Verdict | None = None) -> list[str]:
    """Addresses that a verdict cites, or `verdict` alone, and of which we have no fresh answer; the stalest first."""
    citing = VerdictEvidence.objects.filter(evidence=OuterRef("pk"))
    citing = citing.filter(verdict=verdict) if verdict else citing.filter(verdict__status__in=CONCERNED)
    cited = Evidence.objects.filter(Exists(citing)).values_list("url", flat=True).distinct()
    answered = LinkCheck.objects.filter(url=OuterRef("url")).values("checked_at")
    stale = cited.annotate(answered_at=Subquery(answered)).filter(
        Q(answered_at=None) | Q(answered_at__lt=now - FRESH / 2)
    )
    return list(stale.order_by(F("answered_at").asc(nulls_first=True), "url")[:PER_ROUND])


def check_links(*, verdict: Verdict | None = None, ask: Callable[[str], Answer] = ask) -> int:
    """Ask for the stale links, one after the other and outside of any transaction; returns how many were asked for."""
    urls = stale_links(now=timezone.now(), verdict=verdict)
    for url in urls:
        record_answer(url=url, answer=ask(url))
    return len(urls)


def record_answer(*, url: str, answer: Answer) -> None:
    """Keep the newest answer of `url`."""
    LinkCheck.objects.update_or_create(
        url=url,
        defaults={"status": answer.status, "error": answer.error[:300], "checked_at": timezone.now()},
    )
