"""What waits for an editor. The sidebar, the dashboard and the lists' filters all read these definitions, so that a
count and the list it leads to are of the same rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.urls import reverse

from articles.models import IngestAttempt
from claims.admin.counting import Capped
from claims.models import Claim, Contradiction, ErrorReport, PipelineRun, User, Verdict
from claims.models.contradiction import UNSETTLED
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
    """One list of work. `rows` gives what is in it for a person, `note` the second line under a row, `place` where the
    dashboard has it: what is one's own, what is the desk's, what is late, what has failed."""

    key: str
    title: str
    icon: str
    model: type[Model]
    rows: Callable[[User], QuerySet[Any]]
    note: Callable[[Any], str]
    newest: str
    place: Literal["mine", "desk", "late", "failing"] = "desk"
    query: str = ""
    page: str = ""
    in_sidebar: bool = False

    @property
    def url(self) -> str:
        """The page with exactly these rows: a list of the admin filtered to this queue, unless `page` names another."""
        page = self.page or f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}_changelist"
        return f"{reverse(page)}?{self.query or f'queue={self.key}'}"

    def open_to(self, user: User) -> bool:
        """Whether `user` may see what is in it."""
        return user.has_perm(f"{self.model._meta.app_label}.view_{self.model._meta.model_name}")

    def top(self, user: User) -> list[Any]:
        """The newest few."""
        return list(self.rows(user).order_by(self.newest, "-pk")[:PER_PANEL])


def _contradictions(*statuses: ContradictionStatus) -> Callable[[User], QuerySet[Contradiction]]:
    return lambda _: Contradiction.objects.filter(status__in=statuses).select_related("event")


def unsettled() -> QuerySet[Contradiction]:
    """Contradictions that wait for a decision."""
    return Contradiction.objects.filter(status__in=UNSETTLED).select_related("event")


def suggested() -> QuerySet[Claim]:
    """Claims that wait for a decision."""
    return Claim.objects.filter(status=Claim.Status.SUGGESTED).select_related("event")


def submitted() -> QuerySet[Verdict]:
    """Verdicts that wait for second eyes."""
    return Verdict.objects.filter(status=Verdict.Status.SUBMITTED).select_related("author", "rating")


def open_reports() -> QuerySet[ErrorReport]:
    """What readers report as wrong, as long as they have no answer."""
    return ErrorReport.objects.filter(state__in=(ErrorReport.State.NEW, ErrorReport.State.IN_HAND))


def _of_claims(user: User) -> QuerySet[Claim]:
    """What `user` is asked to look after: claims that are neither turned down nor answered by a published verdict."""
    published = Verdict.objects.filter(claim=OuterRef("pk"), status=Verdict.Status.PUBLISHED)
    live = (Claim.Status.SUGGESTED, Claim.Status.ACCEPTED)
    return Claim.objects.filter(~Exists(published), assignee=user, status__in=live).select_related("event")


def event_of(claim: Claim) -> str:
    """The second line under a claim."""
    return str(claim.event) if claim.event else "No event"


def about(contradiction: Contradiction) -> str:
    """The second line under a contradiction."""
    about = f" · {contradiction.event}" if contradiction.event else ""
    return f"{contradiction.get_kind_display()} · {contradiction.get_gate_display()}{about}"


QUEUES = (
    Queue(
        key="suggested_contradictions",
        title="Suggested contradictions",
        icon="compare_arrows",
        model=Contradiction,
        query="status__exact=suggested",
        in_sidebar=True,
        rows=_contradictions(ContradictionStatus.SUGGESTED),
        note=about,
        newest="-found_at",
    ),
    Queue(
        key="open_contradictions",
        title="Open contradictions",
        icon="balance",
        model=Contradiction,
        query="status__in=open,under_review",
        in_sidebar=True,
        rows=_contradictions(ContradictionStatus.OPEN, ContradictionStatus.UNDER_REVIEW),
        note=about,
        newest="-found_at",
    ),
    Queue(
        key="suggested_claims",
        title="Suggested claims",
        icon="inbox",
        model=Claim,
        page="desk_inbox",
        query="sort=worth",
        in_sidebar=True,
        rows=lambda _: suggested(),
        note=event_of,
        newest="-created_at",
    ),
    Queue(
        key="waiting_verdicts",
        title="Verdicts for second eyes",
        icon="visibility",
        model=Verdict,
        query="status__exact=submitted",
        in_sidebar=True,
        rows=lambda _: submitted(),
        note=lambda verdict: f"{verdict.rating} · by {verdict.author}",
        newest="-submitted_at",
    ),
    Queue(
        key="open_reports",
        title="Readers’ reports of errors",
        icon="report",
        model=ErrorReport,
        in_sidebar=True,
        rows=lambda _: open_reports(),
        note=lambda report: " ".join(report.text.split()),
        newest="-created_at",
    ),
    Queue(
        key="my_reports",
        title="Reports that I have in hand",
        icon="person",
        model=ErrorReport,
        place="mine",
        rows=lambda user: open_reports().filter(assignee=user),
        note=lambda report: " ".join(report.text.split()),
        newest="-created_at",
    ),
    Queue(
        key="my_drafts",
        title="My drafts",
        icon="edit_note",
        model=Verdict,
        query="whose=mine&status__exact=draft",
        place="mine",
        in_sidebar=True,
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
        in_sidebar=True,
        rows=lambda _: Verdict.objects.filter(status=Verdict.Status.PUBLISHED).exclude(needs_review=""),
        note=lambda verdict: verdict.needs_review,
        newest="-published_at",
    ),
    Queue(
        key="reopened_contradictions",
        title="Reopened contradictions",
        icon="restart_alt",
        model=Contradiction,
        rows=lambda _: unsettled().exclude(reopened_reason=""),
        note=lambda contradiction: contradiction.reopened_reason,
        newest="-found_at",
    ),
    Queue(
        key="unassigned_claims",
        title="Suggested claims without anybody",
        icon="person_off",
        model=Claim,
        page="desk_inbox",
        query="assigned=nobody",
        rows=lambda _: suggested().filter(assignee=None),
        note=event_of,
        newest="-created_at",
    ),
    Queue(
        key="unassigned_contradictions",
        title="Contradictions without anybody",
        icon="person_off",
        model=Contradiction,
        rows=lambda _: unsettled().filter(assignee=None),
        note=about,
        newest="-found_at",
    ),
    Queue(
        key="my_claims",
        title="Claims assigned to me",
        icon="person",
        model=Claim,
        place="mine",
        rows=_of_claims,
        note=event_of,
        newest="-created_at",
    ),
    Queue(
        key="my_contradictions",
        title="Contradictions assigned to me",
        icon="person",
        model=Contradiction,
        place="mine",
        rows=lambda user: unsettled().filter(assignee=user),
        note=about,
        newest="-found_at",
    ),
    Queue(
        key="my_verdicts",
        title="Verdicts I am asked for",
        icon="person",
        model=Verdict,
        place="mine",
        rows=lambda user: Verdict.objects.filter(
            assignee=user, status__in=(Verdict.Status.DRAFT, Verdict.Status.SUBMITTED)
        ).select_related("author", "rating"),
        note=lambda verdict: f"{verdict.rating} · by {verdict.author}",
        newest="-created_at",
    ),
    Queue(
        key="failing_publications",
        title="Not published in time",
        icon="event_busy",
        model=Verdict,
        place="failing",
        in_sidebar=True,
        rows=lambda _: Verdict.objects.filter(status=Verdict.Status.SCHEDULED).exclude(publish_error=""),
        note=lambda verdict: verdict.publish_error,
        newest="publish_at",
    ),
    Queue(
        key="failing_attempts",
        title="Texts not taken in",
        icon="error",
        model=IngestAttempt,
        query="state=failing",
        place="failing",
        in_sidebar=True,
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
        place="failing",
        in_sidebar=True,
        rows=lambda _: failing_runs().select_related("version"),
        note=lambda run: run.error,
        newest="-at",
    ),
)


def counts(user: User, queues: Iterable[Queue]) -> dict[str, int]:
    """How much is in each of `queues`, by key, counted no further than `counting.MOST`: one query for all."""
    numbers = {queue.key: Capped(queue.rows(user)) for queue in queues}
    row: Any = User.objects.filter(pk=user.pk).values(**numbers).get()
    return {key: row[key] for key in numbers}
