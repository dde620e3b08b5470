"""Everything that the page of a contradiction lays side by side, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Window
from django.db.models.functions import RowNumber

from articles.models import Publisher
from claims.admin.quotes import Quote, quote_in_context, with_surroundings
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    ContradictionEvidence,
    Measurement,
    Position,
    PositionAppearance,
    User,
    Verdict,
)

PER_POSITION = 12
"""Reports shown under one position; the rest are counted and linked."""

READ_AT_ONCE = 2
"""Voices of one position that need no unfolding: the page is to be read in a minute."""

WITH_VERDICTS = ("rating", "author", "publisher")
"""What a list of verdicts reads of each."""


@dataclass(frozen=True, slots=True)
class Report:
    """One appearance under a position."""

    appearance: Appearance
    quote: Quote
    figure: Measurement | None
    claim: Claim

    @property
    def publisher(self) -> Publisher:
        return self.appearance.version.article.publisher

    @property
    def grounds(self) -> str:
        """The words that the machine went by."""
        return self.figure.quote if self.figure else self.appearance.quote


@dataclass(slots=True)
class Voice:
    """Reports of one origin: the first that was read, and those that relay the same text. They count as one."""

    lead: Report
    relays: list[Report] = field(default_factory=list)

    @property
    def told_again(self) -> str:
        """Who else has it, in words: other outlets that relay the text, or the same text once more."""
        own = self.lead.appearance.version.article_id
        others = [each.publisher.name for each in self.relays if each.appearance.version.article_id != own]
        if not others:
            return f"{self.lead.publisher} says so again in the same text"
        outlets = list(dict.fromkeys(others))
        named = " and ".join(outlets) if len(outlets) < 3 else f"{outlets[0]} and {len(outlets) - 1} more"
        return f"{named}: relays the same text as {self.lead.publisher}"


@dataclass(slots=True)
class Column:
    """One position with its reports. `origins` counts independent voices among the `total`."""

    position: Position
    total: int = 0
    origins: int = 0
    voices: dict[str, Voice] = field(default_factory=dict)
    evidence: list[ContradictionEvidence] = field(default_factory=list)

    @property
    def reports(self) -> list[Report]:
        return [report for voice in self.voices.values() for report in (voice.lead, *voice.relays)]

    @property
    def first(self) -> list[Voice]:
        """The voices that are read at once."""
        return self.heard[:READ_AT_ONCE]

    @property
    def others(self) -> list[Voice]:
        """The voices behind them."""
        return self.heard[READ_AT_ONCE:]

    @property
    def heard(self) -> list[Voice]:
        """The voices, for a template, which would look for a key of the dictionary first."""
        return list(self.voices.values())

    @property
    def independence(self) -> str:
        """How many of the reports are voices of their own, in words."""
        copies = self.total - self.origins
        if self.total <= 1:
            return "1 report" if self.total else "No report"
        if not copies:
            return f"{self.total} independent reports"
        repeat = "1 relays another" if copies == 1 else f"{copies} relay another"
        return f"{self.origins} independent of {self.total} reports; {repeat}"

    @property
    def unseen(self) -> int:
        return self.total - len(self.reports)


def columns_of(contradiction: Contradiction, attached: Iterable[ContradictionEvidence]) -> list[Column]:
    """The positions of `contradiction` with their reports and what of `attached` bears them out, in their own order."""
    counted = contradiction.positions.select_related("event").annotate(
        reports=Count("memberships"), voices=Count("memberships__origin", distinct=True)
    )
    columns = {
        position.pk: Column(position=position, total=position.reports, origins=position.voices)
        for position in counted.order_by("pk")
    }
    for membership in _memberships(contradiction):
        appearance = membership.appearance
        report = Report(
            appearance=appearance,
            quote=quote_in_context(
                before=membership.text_before,
                words=appearance.quote,
                after=membership.text_after,
                starts_at=appearance.start,
            ),
            figure=membership.measurement,
            claim=appearance.claim,
        )
        voices = columns[membership.position_id].voices
        if membership.origin in voices:
            voices[membership.origin].relays.append(report)
        else:
            voices[membership.origin] = Voice(lead=report)
    for each in attached:
        if each.supports_id:
            columns[each.supports_id].evidence.append(each)
    return list(columns.values())


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the position it takes and the verdicts on it."""

    claim: Claim
    position: Position
    verdicts: list[Verdict]

    @property
    def in_force(self) -> Verdict | None:
        """Our own published verdict: what we find next about the claim corrects it."""
        return verdict_in_force(self.verdicts)

    def draft_of(self, user: User) -> Verdict | None:
        """The draft that `user` has begun."""
        return next(
            (each for each in self.verdicts if each.status == Verdict.Status.DRAFT and each.author_id == user.pk), None
        )


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
    """The claims that the reports make, each once, and the verdicts there are on them. What was found to be in error
    stands first: that is what readers have to be told."""
    claims: dict[int, tuple[Claim, Position]] = {}
    for column in sorted(columns, key=lambda column: not column.position.is_at_fault):
        for report in column.reports:
            claims.setdefault(report.claim.pk, (report.claim, column.position))
    verdicts = defaultdict(list)
    for verdict in Verdict.objects.filter(claim__in=claims).select_related(*WITH_VERDICTS).order_by("pk"):
        verdicts[verdict.claim_id].append(verdict)
    return [Judged(claim, position, verdicts[claim.pk]) for claim, position in claims.values()]


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
