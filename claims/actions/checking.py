"""The checklist of one verdict: its facts gathered from the database, and the exceptions that people make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, F, Q
from django.utils import timezone

from claims import rules
from claims.actions.acting import acting
from claims.checklist import WAIVABLE, Check, Document, Facts, Finding, LinkAnswer, Report, findings
from claims.models import (
    Appearance,
    Claim,
    Comment,
    ContradictionEvidence,
    Evidence,
    LinkCheck,
    Measurement,
    RollCallVote,
    User,
    Verdict,
    Waiver,
)
from claims.models.verdict import DRAFTS

MOST_REPORTS = 200
"""Appearances of a claim that are read for their days and figures: the newest ones."""


def desk_zone() -> ZoneInfo:
    """The time zone in which the desk says when something happens."""
    return ZoneInfo(settings.DESK_TIME_ZONE)


def check(verdict: Verdict, *, at: datetime | None = None) -> list[Finding]:
    """What the checklist says of `verdict`, were it published `at` (now, where no time is given)."""
    return findings(facts_of(verdict, on=timezone.localdate(at or timezone.now(), desk_zone())))


def stop_where_blocked(verdict: Verdict, *, at: datetime | None = None) -> None:
    """Raises ValidationError with a sentence for each finding that blocks publication."""
    if sentences := [finding.sentence for finding in check(verdict, at=at) if finding.stops]:
        raise ValidationError(sentences)


def waive(*, verdict: Verdict, by: User, about: Check, subject: str, reason: str) -> Waiver:
    """Say why a finding of the checklist does not stop this verdict. Whoever publishes it reads the reason.

    Raises ValidationError without a reason, for what nobody can waive, and once the verdict is approved.
    """
    with acting(by=by, permission="claims.add_waiver", doing="waive finding"):
        verdict = Verdict.objects.select_for_update(of=("self",)).get(pk=verdict.pk)
        if not reason.strip():
            raise ValidationError("Say why this is right as it stands.")
        _refuse_unless_open(verdict, by)
        if about not in WAIVABLE:
            raise ValidationError("This is mended, not waived.")
        waiver, _ = Waiver.objects.get_or_create(
            verdict=verdict,
            check_name=about,
            subject=subject[:300],
            defaults={"reason": reason.strip()[:300], "by": by},
        )
        return waiver


def take_back_waiver(*, waiver: Waiver, by: User) -> None:
    """Let the finding stop the verdict again."""
    with acting(by=by, permission="claims.delete_waiver", doing="take waiver back"):
        _refuse_unless_open(Verdict.objects.select_for_update(of=("self",)).get(pk=waiver.verdict_id), by)
        waiver.delete()


def _refuse_unless_open(verdict: Verdict, by: User) -> None:
    if verdict.status not in DRAFTS:
        raise ValidationError("It is approved already: send it back first.")
    if not (rules.may_edit_verdict(by, verdict) or rules.may_publish(by, verdict)):
        raise ValidationError("Only who writes it, or who reads it for publication, makes an exception.")


def facts_of(verdict: Verdict, *, on: date) -> Facts:
    """`verdict` as the checklist reads it, in a number of queries that does not grow."""
    claim, rating = verdict.claim, verdict.rating
    cited = list(Evidence.objects.filter(citations__verdict=verdict).order_by("citations__order", "citations__pk"))
    figures = _figures_of(cited)
    answers = LinkCheck.objects.in_bulk([evidence.url for evidence in cited], field_name="url")
    in_force = Verdict.objects.filter(
        claim=claim, publisher=verdict.publisher_id, language=verdict.language, status=Verdict.Status.PUBLISHED
    ).exclude(pk__in=[verdict.pk, verdict.supersedes_id or 0])
    return Facts(
        headline=verdict.headline,
        summary=verdict.summary,
        body=verdict.body,
        claim_text=claim.text,
        claim_short_text=claim.short_text,
        claim_stands=claim.status in (Claim.Status.SUGGESTED, Claim.Status.ACCEPTED),
        rival_in_force=in_force.exists(),
        rating_is_negative=rating.value is not None and 2 * rating.value < rating.scale.worst + rating.scale.best,
        on=on,
        documents=[_document(evidence, figures[evidence.pk], answers.get(evidence.url)) for evidence in cited],
        reports=_reports_of(claim),
        reply_asked=verdict.reply_requests.exists(),
        open_comments=Comment.objects.on(verdict).open().count(),
        waived={(waiver.check_name, waiver.subject): waiver.reason for waiver in verdict.waivers.all()},
    )


def _document(evidence: Evidence, figures: set[Decimal], answer: LinkCheck | None) -> Document:
    return Document(
        title=evidence.title,
        url=evidence.url,
        archive_url=evidence.archive_url,
        archive_exception=evidence.archive_exception,
        quote=evidence.quote,
        locator=evidence.locator,
        retrieved_on=timezone.localdate(evidence.retrieved_at, desk_zone()),
        figures=frozenset(figures),
        link=LinkAnswer(answer.status, answer.error, timezone.localdate(answer.checked_at, desk_zone()))
        if answer
        else None,
    )


def _figures_of(cited: list[Evidence]) -> dict[int, set[Decimal]]:
    """What is on record of each document beside its quote: what an editor has read in it for a contradiction, and what
    its roll call adds up to, with the membership of the body."""
    found: dict[int, set[Decimal]] = defaultdict(set)
    for pk, told in ContradictionEvidence.objects.filter(evidence__in=cited).values_list("evidence", "figures"):
        found[pk].update(_numbers(told.values()))
    votes = RollCallVote.objects.filter(evidence__in=cited).order_by().values("evidence", "event", "choice")
    for row in votes.annotate(number=Count("pk"), seats=F("event__membership")):
        found[row["evidence"]].update(_numbers([row["number"], row["seats"]]))
    return found


def _reports_of(claim: Claim) -> list[Report]:
    """Where the claim was made, and what else was reported on the questions that it answers."""
    said = Appearance.objects.filter(claim=claim).select_related("version__article").defer("version__text")
    reports = [
        Report(seen.version.article.title, seen.said_on or seen.version.article.published_on)
        for seen in said.order_by("-pk")[:MOST_REPORTS]
    ]
    figures = Measurement.objects.filter(
        Q(appearance__claim=claim) | Q(appearance__positions__contradiction__positions__appearances__claim=claim)
    )
    told = figures.order_by().values_list("value", "value_max", "total").distinct()
    return [*reports, Report("", figures=frozenset(_numbers(number for row in told for number in row)))]


def _numbers(values: Iterable[Any]) -> Iterator[Decimal]:
    for value in values:
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            yield Decimal(str(value))
