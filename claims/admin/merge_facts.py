"""What the pages of merging and splitting show of two records: the facts to compare, and what would change."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from django.contrib.admin.utils import display_for_value
from django.db.models import QuerySet
from django.urls import reverse

from claims.actions.merge_plans import MODELS, Plan, Record, kind_of
from claims.models import Appearance, Claim, Contradiction, Event, Merge, RollCallVote, Source
from claims.models.merge import Kind

QUOTED = 3
"""Examples shown of a record; the rest are counted."""


@dataclass(slots=True)
class Fact:
    """What is known of a record, in words; and whether the other record differs."""

    label: str
    words: str
    differs: bool = False


@dataclass(slots=True)
class Side:
    """One of two records side by side: its facts in words, and a few of the rows that belong to it."""

    record: Record
    url: str
    status: str
    facts: list[Fact]
    examples: Sequence[str]
    more: int


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the kept record, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the merges of a record, as its page tells it."""

    merge: Merge
    other: Record | None
    url: str
    is_kept: bool
    merge_back: str
    """Where the other is merged into this one."""


def page_of(record: Record) -> str:
    """The address of the record's page at the desk."""
    return reverse(f"admin:claims_{kind_of(record)}_change", args=[record.pk])


@singledispatch
def side_of(record: Record) -> Side:
    """What there is to compare of `record`, with a fixed number of queries."""
    raise NotImplementedError(type(record))


@side_of.register
def _claim(claim: Claim) -> Side:
    said = claim.appearances.select_related("source", "version__article__publisher").defer("version__text")
    facts = [
        ("Event", str(claim.event or "")),
        ("Language", claim.language),
        ("Topics", ", ".join(str(topic) for topic in claim.topics.all())),
        ("Verdicts", _counted(claim.verdicts.all())),
        ("Made in", _counted(claim.appearances.all(), "place", "places")),
    ]
    examples = [f"“{one.quote}” {_who(one)}" for one in said.order_by("pk")[:QUOTED]]
    return Side(
        claim, page_of(claim), claim.get_status_display(), _told(facts), examples, _left(claim.appearances.all())
    )


@side_of.register
def _event(event: Event) -> Side:
    facts = [
        ("Kind", event.get_kind_display()),
        ("Date", _date(event)),
        ("Place", event.place),
        ("Body", f"{event.body}, {event.membership} members" if event.body and event.membership else event.body),
        ("Symbols", ", ".join(event.identifiers.values_list("value", flat=True))),
        ("Who took part", ", ".join(event.participants)),
        ("Roll call", _counted(RollCallVote.objects.filter(event=event), "vote", "votes")),
        ("Contradictions", _counted(Contradiction.objects.filter(event=event))),
        ("Claims", _counted(event.claims.all())),
    ]
    claims = event.claims.all()
    status = "Checked by a person" if event.is_confirmed else "Found by the machine"
    examples = [claim.text for claim in claims.order_by("pk")[:QUOTED]]
    return Side(event, page_of(event), status, _told(facts), examples, _left(claims))


@side_of.register
def _source(source: Source) -> Side:
    said = source.appearances.select_related("source", "version__article__publisher").defer("version__text")
    facts = [
        ("Names", ", ".join(source.aliases.values_list("name", flat=True)[:20])),
        ("Wikidata", source.wikidata_id),
        ("State", source.iso3),
        ("Description", source.description),
        ("Votes", _counted(source.votes.all())),
        ("Quoted", _counted(source.appearances.all(), "time", "times")),
    ]
    examples = [f"“{one.quote}” {_who(one)}" for one in said.order_by("pk")[:QUOTED]]
    return Side(
        source, page_of(source), source.get_kind_display(), _told(facts), examples, _left(source.appearances.all())
    )


def sides_of(keep: Record, absorb: Record) -> tuple[Side, Side]:
    """Two records to compare: what is known of neither is left out, and what differs is marked."""
    sides = side_of(keep), side_of(absorb)
    pairs = [pair for pair in zip(sides[0].facts, sides[1].facts, strict=True) if any(fact.words for fact in pair)]
    for pair in pairs:
        for fact in pair:
            fact.differs = pair[0].words != pair[1].words
    for number, side in enumerate(sides):
        side.facts = [pair[number] for pair in pairs]
    return sides


def changes_of(plan: Plan) -> list[Change]:
    """What of the kept record would change, in words. Words kept for matching alone are left out."""
    after = copy(plan.keep)
    names = []
    for column, value in plan.taken_on.items():
        field: Any = plan.keep._meta.get_field(column)
        if field.editable and getattr(plan.keep, column) != value:
            setattr(after, column, value)
            names.append(field)
    return [
        Change(str(field.verbose_name).capitalize(), _in_words(plan.keep, field), _in_words(after, field))
        for field in names
    ]


def told_of(record: Record, *, newest: int = 20) -> list[Told]:
    """The merges and splits that `record` took part in, newest first: two queries."""
    kind = kind_of(record)
    merges = list(Merge.objects.of(kind, record.pk).select_related("by", "undone_by")[:newest])
    others = MODELS[kind]._base_manager.in_bulk({_other(merge, record) for merge in merges})
    return [
        Told(
            merge,
            other := others.get(_other(merge, record)),
            page_of(other) if other else "",
            merge.kept == record.pk,
            f"{reverse(f'admin:claims_{kind}_merge', args=[_other(merge, record)])}?into={record.pk}",
        )
        for merge in merges
    ]


def _other(merge: Merge, record: Record) -> int:
    return merge.absorbed if merge.kept == record.pk else merge.kept


def _in_words(record: Record, field: Any) -> str:
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    value = getattr(record, field.name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else str(display_for_value(value, ""))


def _told(facts: Sequence[tuple[str, str]]) -> list[Fact]:
    return [Fact(label, words) for label, words in facts]


def _counted(rows: QuerySet[Any], one: str = "", many: str = "") -> str:
    number = rows.count()
    return f"{number} {one if number == 1 else many}".strip() if number else ""


def _left(rows: QuerySet[Any]) -> int:
    return max(0, rows.count() - QUOTED)


def _date(event: Event) -> str:
    return f"{event.date:%-d %B %Y} (to the {event.get_date_precision_display().lower()})" if event.date else ""


def _who(appearance: Appearance) -> str:
    who = str(appearance.source or appearance.source_name)
    return ", ".join(filter(None, (who, str(appearance.version.article.publisher))))


KINDS: dict[Kind, tuple[str, str]] = {
    Kind.CLAIM: ("claim", "claims"),
    Kind.EVENT: ("event", "events"),
    Kind.SOURCE: ("source", "sources"),
}
"""What the pages call one and several of a kind."""
