"""Everything that the page of a contradiction lays side by side, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Window
from django.db.models.functions import RowNumber

from articles.models import Publisher
from claims.admin.quotes import Quote, quote_in_context, with_surroundings
from claims.models import Appearance, Claim, Contradiction, Evidence, Position, PositionAppearance, Verdict

PER_POSITION = 12
"""Reports shown under one position; the rest are counted and linked."""

WITH_VERDICTS = ("rating", "author", "publisher")
"""What a list of verdicts reads of each."""


@dataclass(frozen=True, slots=True)
class Report:
    """One appearance under a position."""

    appearance: Appearance
    quote: Quote
    figure: str
    claim: Claim
    is_copy: bool


@dataclass(slots=True)
class Column:
    """One position with its reports. `origins` counts independent voices among the `total`."""

    position: Position
    total: int = 0
    origins: int = 0
    reports: list[Report] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def independence(self) -> str:
        """How many of the reports are voices of their own, in words."""
        copies = self.total - self.origins
        if self.total <= 1:
            return "1 report" if self.total else "No report"
        if not copies:
            return f"{self.total} independent reports"
        repeat = "1 copies another" if copies == 1 else f"{copies} copy another"
        return f"{self.origins} independent of {self.total} reports; {repeat}"

    @property
    def unseen(self) -> int:
        return self.total - len(self.reports)


def columns_of(contradiction: Contradiction) -> list[Column]:
    """The positions of `contradiction` with their reports, in their own order."""
    counted = contradiction.positions.select_related("event").annotate(
        reports=Count("memberships"), voices=Count("memberships__origin", distinct=True)
    )
    columns = {
        position.pk: Column(position=position, total=position.reports, origins=position.voices)
        for position in counted.order_by("pk")
    }
    heard: set[tuple[int, str]] = set()
    for membership in _memberships(contradiction):
        voice = (membership.position_id, membership.origin)
        appearance = membership.appearance
        columns[membership.position_id].reports.append(
            Report(
                appearance=appearance,
                quote=quote_in_context(
                    before=membership.text_before,
                    words=appearance.quote,
                    after=membership.text_after,
                    starts_at=appearance.start,
                ),
                figure=membership.measurement.quote if membership.measurement else "",
                claim=appearance.claim,
                is_copy=voice in heard,
            )
        )
        heard.add(voice)
    return list(columns.values())


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the verdicts on it."""

    claim: Claim
    verdicts: list[Verdict]

    @property
    def in_force(self) -> Verdict | None:
        """Our own published verdict: what we find next about the claim corrects it."""
        return verdict_in_force(self.verdicts)


def verdict_in_force(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The one of `verdicts` (on one claim, with their publishers) that our desk has published and that stands."""
    return next(
        (
            verdict
            for verdict in verdicts
            if verdict.status == Verdict.Status.PUBLISHED and verdict.publisher.kind == Publisher.Kind.OWN
        ),
        None,
    )


def claims_with_verdicts(columns: Iterable[Column]) -> list[Judged]:
    """The claims that the reports make, each once, and the verdicts there are on them."""
    claims = {report.claim.pk: report.claim for column in columns for report in column.reports}
    verdicts = defaultdict(list)
    for verdict in Verdict.objects.filter(claim__in=claims).select_related(*WITH_VERDICTS).order_by("pk"):
        verdicts[verdict.claim_id].append(verdict)
    return [Judged(claim, verdicts[claim.pk]) for claim in claims.values()]


def _memberships(contradiction: Contradiction) -> Iterable[Any]:
    numbered = PositionAppearance.objects.filter(position__contradiction=contradiction).annotate(
        number=Window(RowNumber(), partition_by="position", order_by="id")
    )
    return with_surroundings(
        numbered.filter(number__lte=PER_POSITION)
        .select_related(
            "measurement",
            "appearance__claim",
            "appearance__source",
            "appearance__version__article__publisher",
        )
        .defer("appearance__version__text")
        .order_by("id"),
        appearance="appearance__",
    )
