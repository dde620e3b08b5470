"""What a merge would do: which rows go over, what the kept record takes on, what to think of first, what is in the way.

Nothing here writes. The pages show a Plan before anybody decides, and the merge itself makes it again behind its locks,
so what was shown is also what holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from claims.actions import merge_checks
from claims.actions.merge_checks import Draft
from claims.models import (
    Appearance,
    Claim,
    ClaimTopic,
    Contradiction,
    Event,
    EventIdentifier,
    Position,
    RollCallVote,
    Source,
    SourceAlias,
    WorkingCopy,
)
from claims.models.merge import Kind

Record = Claim | Event | Source
MODELS: Mapping[Kind, type[Record]] = {Kind.CLAIM: Claim, Kind.EVENT: Event, Kind.SOURCE: Source}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation whose rows go over. A row that is the same, in its `twin` fields, as one that the kept record has
    stays behind, out of sight."""

    model: type[Model]
    column: str
    one: str
    many: str
    twin: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """ "claims.appearance.claim"."""
        return f"{self.model._meta.label_lower}.{self.column}"

    def rows(self, record: Model | int) -> QuerySet[Any]:
        """The rows that point at `record`."""
        return self.model._base_manager.filter(**{self.column: record})

    def moving(self, *, keep: Record, absorb: Record) -> QuerySet[Any]:
        """The rows that go over from `absorb`."""
        rows = self.rows(absorb)
        if not self.twin:
            return rows
        return rows.filter(~Exists(self.rows(keep.pk).filter(**{name: OuterRef(name) for name in self.twin})))


LINKS: Mapping[Kind, tuple[Link, ...]] = {
    Kind.CLAIM: (
        Link(Appearance, "claim", "place where it was made", "places where it was made", ("version", "start", "end")),
        Link(ClaimTopic, "claim", "topic", "topics", ("topic",)),
        Link(WorkingCopy, "claim", "verdict being written", "verdicts being written", ("person",)),
        Link(Claim, "merged_into", "claim merged before", "claims merged before"),
    ),
    Kind.EVENT: (
        Link(Claim, "event", "claim", "claims"),
        Link(Contradiction, "event", "contradiction", "contradictions"),
        Link(Position, "event", "answer in a contradiction", "answers in contradictions"),
        Link(EventIdentifier, "event", "symbol", "symbols"),
        Link(RollCallVote, "event", "vote of the roll call", "votes of the roll call", ("state",)),
        Link(Event, "merged_into", "event merged before", "events merged before"),
    ),
    Kind.SOURCE: (
        Link(Appearance, "source", "quote", "quotes"),
        Link(SourceAlias, "source", "name", "names"),
        Link(RollCallVote, "state", "vote", "votes"),
        Link(Source, "merged_into", "source merged before", "sources merged before"),
    ),
}


@dataclass(frozen=True, slots=True)
class Moving:
    """How many rows of one relation go over, and how many stay behind because the kept record has the same."""

    link: Link
    rows: int
    staying: int

    @property
    def what(self) -> str:
        return self.link.one if self.rows == 1 else self.link.many


@dataclass(frozen=True, slots=True)
class Plan:
    """A merge before it is done. `taken_on` are the fields of the kept record that change, by their column, and
    `left_with` those of the absorbed one; `readers` says what the public site shows afterwards."""

    kind: Kind
    keep: Record
    absorb: Record
    taken_on: Mapping[str, Any]
    left_with: Mapping[str, Any]
    moving: Sequence[Moving] = ()
    readers: Sequence[str] = ()
    warnings: Sequence[str] = ()
    obstacles: Sequence[str] = ()


def kind_of(record: Record) -> Kind:
    """Which kind of record it is."""
    return Kind(str(record._meta.model_name))


def preview(*, keep: Record, absorb: Record) -> Plan:
    """What merging `absorb` into `keep` would do. Writes nothing. Raises TypeError for records of two kinds."""
    kind = kind_of(keep)
    if kind != kind_of(absorb):
        raise TypeError(f"A {kind_of(absorb)} cannot be merged into a {kind}.")
    moving = []
    for link in LINKS[kind]:
        rows = link.moving(keep=keep, absorb=absorb).count()
        moving.append(Moving(link, rows, link.rows(absorb).count() - rows if link.twin else 0))
    draft = Draft(places=moving[0].rows, left_with={"merged_into_id": keep.pk})
    if keep.pk == absorb.pk:
        draft.obstacles.append("Choose two: it cannot be merged into itself.")
    for record in (keep, absorb):
        if record.merged_into is not None:
            draft.obstacles.append(f"“{record}” was merged into “{record.merged_into}” already.")
    if isinstance(keep, Claim) and isinstance(absorb, Claim):
        merge_checks.claims(keep, absorb, draft)
    elif isinstance(keep, Event) and isinstance(absorb, Event):
        merge_checks.events(keep, absorb, draft)
    elif isinstance(keep, Source) and isinstance(absorb, Source):
        merge_checks.sources(keep, absorb, draft)
    return Plan(
        kind, keep, absorb, draft.taken_on, draft.left_with, moving, draft.readers, draft.warnings, draft.obstacles
    )
