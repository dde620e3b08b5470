"""Merge two records that are one, and take it back.

Nothing is deleted. The rows that belong to the absorbed record go over to the kept one, the absorbed record stays and
leads there (claims.models.merging), and a Merge remembers which rows went and what each field held before. Taking it
back moves exactly those rows that still stand where the merge put them, and restores the fields that still hold what
the merge wrote: whatever people have done since stays done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils import timezone

from claims.actions import watching
from claims.actions.acting import acting
from claims.actions.detect import detect
from claims.actions.history import by_machine
from claims.actions.merge_plans import LINKS, MODELS, Record, kind_of, preview
from claims.extraction.names import fold_name
from claims.models import Claim, Event, Merge, Source, SourceAlias, User, Verdict
from claims.models.merge import Kind

R = TypeVar("R", bound=Record)

PERMISSIONS: Mapping[Kind, str] = {
    Kind.CLAIM: "claims.review_claim",
    Kind.EVENT: "claims.change_event",
    Kind.SOURCE: "claims.change_source",
}
"""What it takes to merge and to split, by what is merged."""


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows went back, and how many did not because somebody has moved them on since."""

    back: int
    elsewhere: int


def merge_claims(*, keep: Claim, absorb: Claim, by: User) -> Merge:
    """Make one claim of two that say the same. The kept one has then been made wherever either was, and is public if
    either was. Contradictions are looked for again in what is told of its event.

    Raises ValidationError with all that `preview` finds in the way, such as a verdict on the absorbed claim.
    """
    return _merge(keep, absorb, by)


def merge_events(*, keep: Event, absorb: Event, by: User) -> Merge:
    """Make one event of two that are the same happening: claims, contradictions, symbols and roll call go over, and the
    kept one counts as checked by a person. Contradictions are looked for again. Raises ValidationError as above."""
    return _merge(keep, absorb, by)


def merge_sources(*, keep: Source, absorb: Source, by: User) -> Merge:
    """Make one source of two: what was said under any name of the absorbed one is then said by the kept, also in texts
    to come. Raises ValidationError as above."""
    return _merge(keep, absorb, by)


def _merge(keep: R, absorb: R, by: User) -> Merge:
    kind = kind_of(keep)
    with acting(by=by, permission=PERMISSIONS[kind], doing=f"merge {kind}s"):
        keep, absorb = locked(type(keep), keep.pk, absorb.pk)
        plan = preview(keep=keep, absorb=absorb)
        if plan.obstacles:
            raise ValidationError(list(plan.obstacles))
        told = events_of(keep, absorb)
        if isinstance(absorb, Source):
            _named(absorb)
        moved: dict[str, list[int]] = {}
        for link in LINKS[kind]:
            keys = list(link.moving(keep=keep, absorb=absorb).order_by("pk").values_list("pk", flat=True))
            if keys:
                link.model._base_manager.filter(pk__in=keys).update(**{link.column: keep})
                moved[link.name] = keys
        merge = Merge.objects.create(
            kind=kind,
            operation=Merge.Operation.MERGE,
            kept=keep.pk,
            absorbed=absorb.pk,
            moved=moved,
            changed={"kept": _write(keep, plan.taken_on), "absorbed": _write(absorb, plan.left_with)},
            by=by,
        )
        if not isinstance(keep, Source):
            watching.follow(absorb, to=keep)
        look_again(told)
    return merge


def undo_merge(*, merge: Merge, by: User) -> Undone:
    """Take a merge back. Rows that people or texts brought to the kept record since then stay there.

    A verdict does not stand in the way, because it judges the words of the kept claim, and these stay: the claim then
    stays public too, and its published verdicts are marked for another look where reports leave it.

    Raises ValidationError for a split, for a merge that is undone, and where the kept record was itself merged since.
    """
    kind = Kind(merge.kind)
    with acting(by=by, permission=PERMISSIONS[kind], doing=f"undo merge of {kind}s"):
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        if merge.operation == Merge.Operation.SPLIT:
            raise ValidationError("A split is undone by merging the part back.")
        if merge.undone_at is not None:
            raise ValidationError("This merge has been undone already.")
        kept, absorbed = locked(MODELS[kind], merge.kept, merge.absorbed)
        if kept.merged_into is not None:
            raise ValidationError(f"“{kept}” was itself merged into “{kept.merged_into}” since: undo that merge first.")
        told = events_of(kept, absorbed)
        _restore(absorbed, merge.changed["absorbed"])  # before the rows, which would follow its redirect
        _restore(kept, merge.changed["kept"], stays=_public_for_more(merge) if isinstance(kept, Claim) else ())
        undone = _move_back(merge)
        if isinstance(kept, Claim) and merge.moved.get("claims.appearance.claim"):
            look_at_verdicts(kept, f"Reports left this claim: the merge with “{absorbed}” was undone.")
        merge.undone_by, merge.undone_at = by, timezone.now()
        merge.save(update_fields=["undone_by", "undone_at"])
        look_again(told | events_of(kept, absorbed))
    return undone


def locked(model: type[R], *keys: int) -> list[R]:
    """The records, locked, and with them what was merged into them: in the order of their keys, so that two merges at
    once wait for each other in one order. They come as `keys` do. Raises ValidationError where one is gone."""
    rows: Any = model._base_manager.select_for_update(of=("self",))
    found = {row.pk: row for row in rows.filter(Q(pk__in=keys) | Q(merged_into__in=keys)).order_by("pk")}
    if not found.keys() >= set(keys):
        raise ValidationError("One of the two is gone: the machine has joined it to another. Look again.")
    return [found[key] for key in keys]


def events_of(*records: Record) -> set[int]:
    """The Events that the records are, or are about. A source speaks of too many to look at again at once: detection
    sees its new name with the next text on each."""
    keys = (record.pk if isinstance(record, Event) else getattr(record, "event_id", None) for record in records)
    return {key for key in keys if key is not None}


def look_again(events: Iterable[int]) -> None:
    """Look for contradictions in what is told of the Events now. What is written then is the machine's."""
    if keys := set(events):
        with by_machine():
            detect(event_ids=keys)


def look_at_verdicts(claim: Claim, reason: str) -> None:
    """Mark the published verdicts on `claim` for another look, since reports left it. `reason` is for the desk: it may
    hold the words of a claim that nobody has released."""
    Verdict.objects.filter(claim=claim, status=Verdict.Status.PUBLISHED).update(
        needs_review=reason[:300], review_cause=Verdict.ReviewCause.REPORTS
    )


def _named(source: Source) -> None:
    """See to it that the source's own name is among its names, so that texts find it by that after the merge too."""
    if key := fold_name(source.name)[:200]:
        SourceAlias.objects.get_or_create(key=key, defaults={"source": source, "name": source.name})


def _write(record: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Write what differs; returns for each field what it held before and after."""
    changed = {name: (getattr(record, name), value) for name, value in values.items() if getattr(record, name) != value}
    for name, (_, value) in changed.items():
        setattr(record, name, value)
    if changed:
        record.save(update_fields=[record._meta.get_field(name).name for name in changed])
    return changed


def _restore(record: Model, changed: Mapping[str, tuple[Any, Any]], *, stays: Iterable[str] = ()) -> None:
    """Give back what the fields held before, where they still hold what the merge wrote."""
    back = {}
    for name, (before, after) in changed.items():
        field: Any = record._meta.get_field(name)
        if name not in stays and getattr(record, name) == field.to_python(after):
            back[name] = field.to_python(before)
    _write(record, back)


def _public_for_more(merge: Merge) -> tuple[str, ...]:
    """The fields of a kept claim that stay although the merge wrote them: it is still public if a verdict was begun on
    it, or if another claim that was public is still merged into it."""
    others = Merge.objects.of(Kind.CLAIM, merge.kept).filter(
        kept=merge.kept,
        operation=Merge.Operation.MERGE,
        undone_at__isnull=True,
        changed__absorbed__status__0=Claim.Status.ACCEPTED,
    )
    has_more = Verdict.objects.filter(claim=merge.kept).exists() or others.exclude(pk=merge.pk).exists()
    return ("status", "status_reason") if has_more else ()


def _move_back(merge: Merge) -> Undone:
    back = elsewhere = 0
    for name, keys in merge.moved.items():
        label, _, column = name.rpartition(".")
        rows = apps.get_model(label)._base_manager.filter(pk__in=keys)
        there = rows.count()
        returned = rows.filter(**{column: merge.kept}).update(**{column: merge.absorbed})
        back += returned
        elsewhere += there - returned
    return Undone(back, elsewhere)
