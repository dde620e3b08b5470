"""One page of a long list that is filtered, newest or best first, in a bounded time however long the list is.

A filter that few rows pass has an index that names those rows: they are read by their keys and the page is cut from
them (`Facet.keys`). What every filter lets pass often is found soon by walking down the list; the walk ends after
WINDOW rows, and where it found too little until then, the next page goes on from there. So no request reads more than
NARROW keys for each filter and WINDOW rows of the list, while PostgreSQL, asked for all at once, may walk down the
whole list for a few rows that stand at its far end.

Pages begin beside a row, not at a number (claims.keyset): the address of a page shows the same rows tomorrow, when
newer ones stand before them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from django.db.models import Model, Q, QuerySet

from claims.keyset import NO_PLACE, Cursor, Order

Value = TypeVar("Value")

SIZE = 20  # rows of a page
MOST = 1_000  # rows that are counted
NARROW = 2_000  # rows that are few enough to be read by their keys
WINDOW = 5_000  # rows that one page looks through
COUNTED_IN = 2_000  # rows among which those that pass several filters are counted


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: the condition that a row has to fulfil, and by which index the keys of the rows that do are found, if
    by any. The keys may name a row twice, and rows that the list does not have."""

    condition: Any
    keys: QuerySet[Any, Any] | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page: the keys of its rows in order, and the places of its neighbours. `count` is of all pages and at most one
    above MOST; `is_least` says that only the first rows were counted, `is_cut` that the page ends because looking ended
    there."""

    keys: Sequence[int]
    previous: str | None = None
    next: str | None = None
    count: int = 0
    is_least: bool = False
    is_cut: bool = False

    @classmethod
    def of(cls, rows: QuerySet[Any], facets: Sequence[Facet], *, order: Order, cursor: Cursor | None) -> Self:
        """The page of `rows` beside `cursor` that passes all `facets`. Raises ValueError for a cursor of another list,
        and expects an order that descends."""
        passing = rows.filter(*(facet.condition for facet in facets))
        if (few := narrowed(facets)) is not None:
            found = passing.filter(pk__in=few).order_by().values_list(order.field.name, "pk")
            return cls.cut(
                sorted(found, reverse=True), cursor, count=len(found), write=lambda at: at.isoformat(), read=order.value
            )
        end = None
        if len(facets) > 1 or any(facet.keys is None for facet in facets):
            end = _row_at(COUNTED_IN, rows, order, backwards=False)
        counted = passing if end is None else passing.filter(_until(end, order, backwards=False))
        count = counted.order_by().values("pk")[: MOST + 1].count()
        page = cls._walked(rows, passing, order=order, cursor=cursor, is_filtered=bool(facets))
        return replace(page, count=count, is_least=end is not None)

    @classmethod
    def cut(
        cls,
        found: Sequence[tuple[Value, int]],
        cursor: Cursor | None,
        *,
        count: int,
        write: Callable[[Value], str],
        read: Callable[[str], Value],
    ) -> Self:
        """The page beside `cursor` of all there is, which is at hand as values and keys, the greatest first. Raises
        ValueError for a cursor of another list."""
        start, stop = 0, SIZE
        if cursor is not None:
            if cursor.value is None:
                raise ValueError(NO_PLACE)
            place = (read(cursor.value), cursor.pk)
            if cursor.backwards:
                stop = sum(row > place for row in found)
                start = max(0, stop - SIZE)
            else:
                start = sum(row >= place for row in found)
                stop = start + SIZE
        page = found[start:stop]
        return cls(
            keys=[pk for _, pk in page],
            previous=str(Cursor(True, write(page[0][0]), page[0][1])) if page and start else None,
            next=str(Cursor(False, write(page[-1][0]), page[-1][1])) if page and stop < len(found) else None,
            count=count,
        )

    @classmethod
    def _walked(
        cls, rows: QuerySet[Any], passing: QuerySet[Any], *, order: Order, cursor: Cursor | None, is_filtered: bool
    ) -> Self:
        backwards = cursor is not None and cursor.backwards
        if cursor is not None:
            beyond = order.beyond(cursor)
            rows, passing = rows.filter(beyond), passing.filter(beyond)
        end = _row_at(WINDOW, rows, order, backwards=backwards) if is_filtered else None
        if end is not None:
            passing = passing.filter(_until(end, order, backwards=backwards))
        page = list(order.sort(passing, backwards=backwards).only("pk", order.field.name)[: SIZE + 1])
        more, page = len(page) > SIZE, page[:SIZE]
        is_cut = not more and end is not None
        ahead = page[-1] if more else end  # where the walk goes on
        behind = page[0] if page and cursor is not None else None  # where it came from
        further = str(order.cursor(ahead, backwards=backwards)) if ahead is not None else None
        back = str(order.cursor(behind, backwards=not backwards)) if behind is not None else None
        keys = [row.pk for row in page]
        if backwards:
            return cls(keys[::-1], previous=further, next=back, is_cut=is_cut)
        return cls(keys, previous=back, next=further, is_cut=is_cut)


def narrowed(facets: Sequence[Facet]) -> set[int] | None:
    """The keys of the rows that pass the first filter which few rows pass; None where none is like that."""
    for facet in facets:
        if facet.keys is not None:
            keys = list(facet.keys.order_by()[: NARROW + 1])
            if len(keys) <= NARROW:
                return set(keys)
    return None


def _row_at(number: int, rows: QuerySet[Any], order: Order, *, backwards: bool) -> Any:
    """The row of that number on the way, None where there are not so many left."""
    walk = order.sort(rows, backwards=backwards).only("pk", order.field.name)
    return next(iter(walk[number - 1 : number]), None)


def _until(end: Model, order: Order, *, backwards: bool) -> Q:
    """What comes before `end` on the way, and itself."""
    # The first condition says nothing new, but it is the one that an index can answer.
    name, way = order.field.name, "lte" if order.descending == backwards else "gte"
    return Q(**{f"{name}__{way}": getattr(end, name)}) & ~order.beyond(order.cursor(end, backwards=backwards))
