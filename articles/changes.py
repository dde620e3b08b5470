"""When something that readers see was changed last: what caches ask before a page is made again.

A transaction that changes a public record leaves one line here, written by triggers, so that no way of writing can
forget it: an editor's form, the pipeline, a job, raw SQL. Pages take their ETag from the newest lines together. One
number would not do: of two transactions the one that began first may commit last, and the newest number would then
stay what it was. The set of the newest numbers changes with either. A line gets its number as its transaction commits,
so that one that takes minutes does not come in below all those that were committed in the meantime.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

import pgtrigger
from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.db.models.expressions import RawSQL

NEWEST = 100  # lines that an ETag is made of: more than are ever committed between a number and its own commit


KINDS = {
    "insert": (pgtrigger.Insert, {"new": "new_lines"}),
    "update": (pgtrigger.Update, {"old": "old_lines", "new": "new_lines"}),
    "delete": (pgtrigger.Delete, {"old": "old_lines"}),
}
"""By the kind of a statement: its operation, and the tables in which its trigger finds the rows."""


class Change(models.Model):
    """A transaction that changed what readers see."""

    transaction = models.BigIntegerField(unique=True, db_default=RawSQL("txid_current()", []))
    at = models.DateTimeField(db_default=TransactionNow())

    class Meta:
        ordering = ("-id",)
        triggers = (
            pgtrigger.Trigger(
                name="numbered_at_commit",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func="""
                    UPDATE articles_change SET id = nextval(pg_get_serial_sequence('articles_change', 'id'))
                    WHERE id = NEW.id;
                    RETURN NULL;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"


class RecordChangeQuerySet(models.QuerySet["RecordChange"]):
    def public(self) -> Self:
        """Every one: a record that was never public has none."""
        return self.all()

    def since(self, kind: str, moment: datetime) -> Self:
        """The public records of a kind that have changed at `moment` or later."""
        return self.filter(kind=kind, at__gte=moment, is_gone=False)


class RecordChange(models.Model):
    """When something of what the API shows of one public record was changed last, or when it was public no more: what
    programs that keep a copy ask for. Triggers write it (claims.models.noted), and only once a record has been public.

    `at` is the clock at the statement; it may be earlier than the commit, but not than the beginning of a transaction.
    """

    kind = models.CharField(max_length=20, help_text="The resource of the API, such as claim")
    record = models.BigIntegerField()
    at = models.DateTimeField()
    is_gone = models.BooleanField(default=False, help_text="Readers do not see it any more")

    objects = RecordChangeQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-id")
        constraints = (models.UniqueConstraint(fields=["kind", "record"], name="record_change_once"),)
        indexes = (
            models.Index(fields=["kind", "at"], include=["record"], name="record_change_at"),
            models.Index(fields=["-at", "-id"], condition=models.Q(is_gone=True), name="record_change_gone"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.record}: {self.at:%Y-%m-%d %H:%M:%S}"


def shown(condition: str = "TRUE", *, on: str = "insert update delete") -> tuple[pgtrigger.Trigger, ...]:
    """The triggers of a table that readers see. `condition` is in SQL and says of a row `line`, as it was or as it is,
    whether readers see it; `on` leaves out the kinds of change that they never notice."""
    return tuple(_after(*KINDS[kind], name=f"shown_{kind}", condition=condition) for kind in on.split())


def _after(operation: pgtrigger.Operation, tables: dict[str, str], *, name: str, condition: str) -> pgtrigger.Trigger:
    seen = " OR ".join(f"EXISTS (SELECT FROM {table} AS line WHERE {condition})" for table in tables.values())
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(**tables),  # type: ignore[no-untyped-call]  # it has no types
        # A line of the same number can only come from another server, whose copy this database was restored from.
        func=f"""
            IF {seen} THEN
                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())
                ON CONFLICT (transaction) DO UPDATE
                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at
                WHERE change.at <> EXCLUDED.at;
            END IF;
            RETURN NULL;
        """,  # noqa: S608 - conditions of ours
    )


@dataclass(frozen=True, slots=True)
class Noted:
    """Which records of the API show the rows of one table: SQL that selects their keys, by their kind, from `lines`,
    the rows of a statement as they were and as they are. See claims.models.noted.

    `where` is in SQL and says of a row `line` whether it matters; `on` are the kinds of statement that do.
    """

    told: Mapping[str, str]
    due: Mapping[str, str] = field(default_factory=dict)
    on: str = "insert update delete"
    where: str = "TRUE"

    def triggers(self) -> Iterator[pgtrigger.Trigger]:
        for kind in self.on.split():
            operation, tables = KINDS[kind]
            rows = " UNION ALL ".join(f"SELECT * FROM {table} AS line WHERE {self.where}" for table in tables.values())  # noqa: S608
            noted = "".join(
                f"PERFORM claims_note('{resource}', ARRAY(WITH lines AS ({rows}) {keys}), {changed});\n"
                for records, changed in ((self.told, "TRUE"), (self.due, "FALSE"))
                for resource, keys in records.items()
            )
            yield pgtrigger.Trigger(
                name=f"noted_{kind}",
                level=pgtrigger.Statement,
                operation=operation,
                when=pgtrigger.After,
                referencing=pgtrigger.Referencing(**tables),  # type: ignore[no-untyped-call]  # it has no types
                func=f"{noted}RETURN NULL;",
            )
