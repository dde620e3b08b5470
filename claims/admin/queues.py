"""What waits for an editor. The sidebar, the dashboard and the lists' filters all read these definitions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.models import IngestAttempt
from claims.models import Claim, Contradiction, PipelineRun, User, Verdict
from claims.vocabulary import ContradictionStatus

PER_PANEL = 6


def failing_attempts() -> QuerySet[IngestAttempt]:
    """Texts that could not be taken in, and still have not been."""
    later = IngestAttempt.objects.filter(identifier=OuterRef("identifier"), at__gt=OuterRef("at"))
    return IngestAttempt.objects.filter(outcome=IngestAttempt.Outcome.FAILED).exclude(Exists(later))


def failing_runs() -> QuerySet[PipelineRun]:
    """Stations of the pipeline that failed on a current version, and still have not succeeded."""
    runs = PipelineRun.objects.filter(version=OuterRef("version"), station=OuterRef("station"))
    later = runs.filter(at__gt=OuterRef("at"))
    # Of two processes at one text the slower may fail after the other succeeded.
    succeeded = runs.filter(method=OuterRef("method"), error="")
    failed = PipelineRun.objects.filter(version__is_current=True).exclude(error="")
    return failed.exclude(Exists(later)).exclude(Exists(succeeded))


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One list of work. `rows` gives what is in it for a person, `note` the second line under a row."""

    key: str
    title: str
    icon: str
    model: type[Model]
    query: str
    rows: Callable[[User], QuerySet[Any]]
    note: Callable[[Any], str]
    newest: str

    @property
    def url(self) -> str:
        """The list in the admin, filtered to this queue."""
        return f"{reverse(f'admin:{self.model._meta.app_label}_{self.model._meta.model_name}_changelist')}?{self.query}"

    def open_to(self, user: User) -> bool:
        """Whether `user` may see what is in it."""
        return user.has_perm(f"{self.model._meta.app_label}.view_{self.model._meta.model_name}")

    def top(self, user: User) -> list[Any]:
        """The newest few."""
        return list(self.rows(user).order_by(self.newest, "-pk")[:PER_PANEL])


def _contradictions(*statuses: ContradictionStatus) -> Callable[[User], QuerySet[Contradiction]]:
    return lambda _: Contradiction.objects.filter(status__in=statuses).select_related("event")


def _about(contradiction: Contradiction) -> str:
    about = f" · {contradiction.event}" if contradiction.event else ""
    return f"{contradiction.get_kind_display()} · {contradiction.get_gate_display()}{about}"


QUEUES = (
    Queue(
        key="suggested_contradictions",
        title="Suggested contradictions",
        icon="compare_arrows",
        model=Contradiction,
        query="status__exact=suggested",
        rows=_contradictions(ContradictionStatus.SUGGESTED),
        note=_about,
        newest="-found_at",
    ),
    Queue(
        key="open_contradictions",
        title="Open contradictions",
        icon="balance",
        model=Contradiction,
        query="status__in=open,under_review",
        rows=_contradictions(ContradictionStatus.OPEN, ContradictionStatus.UNDER_REVIEW),
        note=_about,
        newest="-found_at",
    ),
    Queue(
        key="suggested_claims",
        title="Suggested claims",
        icon="format_quote",
        model=Claim,
        query="status__exact=suggested",
        rows=lambda _: Claim.objects.filter(status=Claim.Status.SUGGESTED).select_related("event"),
        note=lambda claim: str(claim.event) if claim.event else "No event",
        newest="-created_at",
    ),
    Queue(
        key="waiting_verdicts",
        title="Verdicts for second eyes",
        icon="visibility",
        model=Verdict,
        query="status__exact=submitted",
        rows=lambda _: Verdict.objects.filter(status=Verdict.Status.SUBMITTED).select_related("author", "rating"),
        note=lambda verdict: f"{verdict.rating} · by {verdict.author}",
        newest="-submitted_at",
    ),
    Queue(
        key="my_drafts",
        title="My drafts",
        icon="edit_note",
        model=Verdict,
        query="whose=mine&status__exact=draft",
        rows=lambda user: Verdict.objects.filter(status=Verdict.Status.DRAFT, author=user).select_related("rating"),
        note=lambda verdict: str(verdict.rating),
        newest="-created_at",
    ),
    Queue(
        key="marked_verdicts",
        title="Verdicts to look at again",
        icon="flag",
        model=Verdict,
        query="status__exact=published&review=needed",
        rows=lambda _: Verdict.objects.filter(status=Verdict.Status.PUBLISHED).exclude(needs_review=""),
        note=lambda verdict: verdict.needs_review,
        newest="-published_at",
    ),
    Queue(
        key="failing_attempts",
        title="Texts not taken in",
        icon="error",
        model=IngestAttempt,
        query="state=failing",
        rows=lambda _: failing_attempts(),
        note=lambda attempt: attempt.reason,
        newest="-at",
    ),
    Queue(
        key="failing_runs",
        title="Pipeline failures",
        icon="sync_problem",
        model=PipelineRun,
        query="state=failing",
        rows=lambda _: failing_runs().select_related("version"),
        note=lambda run: run.error,
        newest="-at",
    ),
)


def counts(user: User) -> dict[str, int]:
    """How much is in each queue, by key: one query for all."""
    numbers = {queue.key: _number(queue.rows(user)) for queue in QUEUES}
    row: Any = User.objects.filter(pk=user.pk).values(**numbers).get()
    return {queue.key: row[queue.key] for queue in QUEUES}


def _number(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.select_related(None).order_by().annotate(all=Value(1)).values("all").annotate(n=Count(F("pk")))
    return Coalesce(Subquery(counted.values("n")), 0)
