"""Who has a part in which public contradiction, and how it came out for them: what the pages of outlets and of sources
count.

From an outlet to its contradictions the way leads through articles, versions, quotes and positions, which is too far
for a page. The rows here are that way made short. Whenever something changes that they are told from, the triggers
below have them written anew, contradiction by contradiction, by the database's function `claims_write_parts` (migration
0003). So a page counts what an editor has decided a moment ago.
"""

from collections.abc import Iterable
from typing import Self

import pgtrigger
from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Publisher
from claims.models.appearance import Appearance
from claims.models.claim import Claim
from claims.models.contradiction import PUBLIC, Contradiction
from claims.models.position import Position, PositionAppearance
from claims.models.source import Source

_OPENED = f"IN ({', '.join(repr(status.value) for status in PUBLIC)})"


class PartQuerySet(models.QuerySet["Part"]):
    def public(self) -> Self:
        """Every row: they are of public contradictions and quotable words only."""
        return self.all()

    def write_anew(self) -> None:
        """Tell every row anew, for a database that was filled with its triggers off."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT claims_write_parts(ARRAY(SELECT id FROM claims_contradiction))")


class Part(models.Model):
    """The part of one outlet, or of one source, in a public contradiction. `is_own_voice` tells of an outlet whether it
    gave its answer (the wrong one, if it gave several) in its own words, and not only in those of somebody quoted."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Still open")
        WRONG_STANDING = "wrong_standing", _("Found wrong, not corrected")
        WRONG = "wrong", _("Found wrong, no correction known")
        WRONG_CORRECTED = "wrong_corrected", _("Found wrong, corrected since")
        SOUND = "sound", _("Another report was wrong")
        CHANGED = "changed", _("Things changed between the reports")
        UNASSIGNED = "unassigned", _("An error, but not whose")
        UNDECIDED = "undecided", _("The evidence does not decide")
        APPARENT = "apparent", _("Apparent only")

    contradiction = models.ForeignKey(Contradiction, on_delete=models.PROTECT, related_name="parts")
    publisher = models.ForeignKey(
        Publisher, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="parts"
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="parts"
    )
    outcome = models.CharField(max_length=15, choices=Outcome)
    is_own_voice = models.BooleanField()

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ("-contradiction",)
        indexes = (
            models.Index(
                fields=["publisher", "-contradiction"],
                include=["outcome", "is_own_voice"],
                condition=Q(publisher__isnull=False),
                name="part_publisher",
            ),
            models.Index(
                fields=["source", "-contradiction"],
                include=["outcome", "is_own_voice"],
                condition=Q(source__isnull=False),
                name="part_source",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["contradiction", "publisher", "source"], nulls_distinct=False, name="part_once"
            ),
            models.CheckConstraint(
                condition=Q(publisher__isnull=True) ^ Q(source__isnull=True),
                name="part_of_outlet_or_source",
                violation_error_message="It is the part of an outlet or of a source.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.publisher or self.source} · {self.get_outcome_display()}"


_NEW, _OLD = "new_lines AS line", "old_lines AS line"
_BOTH = "(SELECT * FROM old_lines UNION ALL SELECT * FROM new_lines) AS line"
_CHANGED = "old_lines AS was JOIN new_lines AS line ON line.id = was.id AND ({0}) IS DISTINCT FROM ({1})"
_ANSWERS = "SELECT answer.contradiction_id FROM {0} JOIN claims_position AS answer ON answer.id = line.position_id"
_QUOTES = (
    "SELECT answer.contradiction_id FROM {0} {1}"
    " JOIN claims_positionappearance AS member ON member.appearance_id = seen.id"
    " JOIN claims_position AS answer ON answer.id = member.position_id"
)
_KINDS = {"insert": pgtrigger.Insert, "update": pgtrigger.Update, "delete": pgtrigger.Delete}


def _changed(*columns: str) -> str:
    return _CHANGED.format(", ".join(f"was.{each}" for each in columns), ", ".join(f"line.{each}" for each in columns))


def _tells(kind: str, contradictions: str) -> pgtrigger.Trigger:
    """The trigger that has the parts in the contradictions that a statement touched written anew."""
    tables = {"old": "old_lines"} if kind != "insert" else {}
    tables |= {"new": "new_lines"} if kind != "delete" else {}
    return pgtrigger.Trigger(
        name=f"parts_{kind}",
        level=pgtrigger.Statement,
        operation=_KINDS[kind],
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(**tables),  # type: ignore[no-untyped-call]  # it has no types
        func=f"PERFORM claims_write_parts(ARRAY({contradictions})); RETURN NULL;",
    )


_TOLD_FROM: dict[type[models.Model], Iterable[pgtrigger.Trigger]] = {
    Contradiction: (
        _tells("insert", f"SELECT id FROM {_NEW} WHERE status {_OPENED}"),  # noqa: S608 - words of ours
        _tells("update", f"SELECT line.id FROM {_changed('status', 'resolution')}"),  # noqa: S608
    ),
    Position: (
        _tells("update", f"SELECT line.contradiction_id FROM {_changed('is_at_fault', 'outlet_corrected')}"),  # noqa: S608
    ),
    PositionAppearance: (
        _tells("insert", _ANSWERS.format(_NEW)),
        _tells("update", _ANSWERS.format(_BOTH)),
        _tells("delete", _ANSWERS.format(_OLD)),
    ),
    Appearance: (
        _tells(
            "update",
            _QUOTES.format(
                _changed("source_id", "source_name", "claim_id"),
                "JOIN claims_appearance AS seen ON seen.id = line.id",
            ),
        ),
    ),
    Claim: (
        _tells(
            "update",
            _QUOTES.format(_changed("status"), "JOIN claims_appearance AS seen ON seen.claim_id = line.id"),
        ),
    ),
    Article: (
        _tells(
            "update",
            _QUOTES.format(
                _changed("publisher_id"),
                "JOIN articles_articleversion AS version ON version.article_id = line.id"
                " JOIN claims_appearance AS seen ON seen.version_id = version.id",
            ),
        ),
    ),
}

for _model, _triggers in _TOLD_FROM.items():
    pgtrigger.register(*_triggers)(_model)
