"""The reviews on one page of another desk, put here and taken away as that desk puts and takes away its markup."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from claims.actions import corrections, importing
from claims.actions.acting import acting
from claims.models import ImportRow, User, Verdict

GONE = "Its publisher took it off the page."


def put_page(
    *, by: User, url: str, documents: Sequence[Mapping[str, Any]], instead_of: Iterable[Verdict] = ()
) -> list[Verdict]:
    """Import the ClaimReviews of the page at `url` by the action that imports files, and take back those of
    `instead_of` that are not among them any more. Returns the verdicts that they are kept as.

    Readers see them at once where `by` may decide what readers see; else they wait for an editor. All or nothing:
    raises ValidationError, by the number of the document, where the import refuses one, and PermissionDenied for a
    review of our own desk.
    """
    with acting(by=by, permission="claims.import_reviews", doing="put page of another desk"):
        lines = "\n".join(json.dumps(document) for document in documents).encode()
        run = importing.begin(
            by=by,
            name=url,
            kind="jsonl",
            sha256_of=hashlib.sha256(lines).hexdigest(),
            publish=by.has_perm("claims.review_claim"),
        )
        importing.proceed(run=run, file=BytesIO(lines), by=by)
        rows = list(run.report.select_related("verdict").order_by("number"))
        refused = {row.number - 1: row.reason for row in rows if row.outcome == ImportRow.Outcome.REFUSED}
        if importing.OURS in refused.values():
            raise PermissionDenied(importing.OURS)
        if refused:
            raise ValidationError({f"claimReviewMarkups.{number}": said for number, said in refused.items()})
        kept = {row.verdict.pk: row.verdict for row in rows if row.verdict}
        before = Verdict.objects.filter(pk__in=[each.pk for each in instead_of], status=Verdict.Status.PUBLISHED)
        take_page_back(by=by, verdicts=before.exclude(pk__in=kept))
        return list(kept.values())


def take_page_back(*, by: User, verdicts: Iterable[Verdict]) -> None:
    """Withdraw what was imported from a page that has no markup any more, with a public note. The history stays."""
    with acting(by=by, permission="claims.import_reviews", doing="take back page of another desk"):
        for verdict in sorted(verdicts, key=lambda each: each.pk):
            corrections.take_back(verdict=verdict, by=by, reason=GONE)
