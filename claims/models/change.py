"""When what we give out of a claim changed last: what programs that copy our reviews ask for.

A published verdict is frozen, but the ClaimReview made of it also tells where the claim was seen, who made it, and what
was corrected. Triggers write one line for each claim that has been reviewed in public, so no way of writing can forget
it. `at` is the clock at the statement, never earlier than the transaction that it belongs to began: whoever has read
everything up to the start of the oldest transaction under way (`settled_until`) has missed nothing.

A publisher or article that is given another name is not noticed here: it shows when everything is copied again.
"""

from datetime import datetime

import pgtrigger
from django.db import connection, models

from claims.models.appearance import Appearance
from claims.models.claim import Claim
from claims.models.correction import Correction
from claims.models.source import Source
from claims.models.verdict import Verdict


class ReviewChange(models.Model):
    """The last change of what readers are told of one reviewed claim."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, primary_key=True, related_name="review_change")
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("at", "claim")

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.at:%Y-%m-%d %H:%M:%S}"


def settled_until() -> datetime:
    """The moment up to which every change has been committed: now, or when the oldest writer under way began."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT least(clock_timestamp(), min(xact_start)) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
            """
        )
        (moment,) = cursor.fetchone()
    settled: datetime = moment
    return settled


def _notes(claims: str, *, on: str) -> tuple[pgtrigger.Trigger, ...]:
    """The triggers of a table whose rows a ClaimReview tells. `claims` is in SQL and selects the `claim_id` of the
    claims that the rows of `LINES` belong to."""
    kinds = {
        "insert": (pgtrigger.Insert, {"new": "new_lines"}),
        "update": (pgtrigger.Update, {"old": "old_lines", "new": "new_lines"}),
        "delete": (pgtrigger.Delete, {"old": "old_lines"}),
    }
    return tuple(_after(*kinds[kind], name=f"told_{kind}", claims=claims) for kind in on.split())


def _after(operation: pgtrigger.Operation, tables: dict[str, str], *, name: str, claims: str) -> pgtrigger.Trigger:
    concerned = " UNION ".join(f"({claims.replace('LINES', table)})" for table in tables.values())
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(**tables),  # type: ignore[no-untyped-call]  # it has no types
        # In order, so that two statements at one moment wait for each other and never in a ring.
        func=f"""
            INSERT INTO claims_reviewchange AS change (claim_id, at)
            SELECT concerned.claim_id, clock_timestamp() FROM ({concerned}) AS concerned
            WHERE EXISTS (
                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL
            )
            GROUP BY concerned.claim_id ORDER BY concerned.claim_id
            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;
            RETURN NULL;
        """,  # noqa: S608 - statements of ours
    )


TOLD: dict[type[models.Model], tuple[pgtrigger.Trigger, ...]] = {
    Verdict: _notes("SELECT claim_id FROM LINES WHERE published_at IS NOT NULL", on="insert update"),
    Claim: _notes("SELECT id AS claim_id FROM LINES", on="update"),
    Appearance: _notes("SELECT claim_id FROM LINES", on="insert update delete"),
    Source: _notes(
        "SELECT seen.claim_id FROM LINES AS source JOIN claims_appearance AS seen ON seen.source_id = source.id",
        on="update",
    ),
    Correction: _notes(
        "SELECT verdict.claim_id FROM LINES AS made JOIN claims_verdict AS verdict ON verdict.id = made.verdict_id",
        on="insert",
    ),
}

for _model, _triggers in TOLD.items():
    pgtrigger.register(*_triggers)(_model)
