"""One page of a long list that is filtered, newest or best first, in a bounded time however long the list is.

A filter that few rows pass has an index that names those rows: they are read by their keys and the page is cut from
them (`Facet.keys`). What every filter lets pass often is found soon by walking down the list; the walk ends after
WINDOW rows, and where it found too little until then, the next page goes on from there. So no request reads more than
NARROW keys for each filter and WINDOW rows of the list, while PostgreSQL, asked for all at once, may walk down the
whole list for a few rows that stand at its far end.

Pages begin beside a row, not at a number (claims.keyset): the address of a page shows the same rows tomorrow, when
newer ones stand before them.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from claims.keyset import NO_PLACE, Cursor, Order

Value = TypeVar("Value")

SIZE = 20  # rows of a page
MOST = 1_000  # rows that are counted
NARROW = 2_000  # rows that are few enough to be read by their keys
WINDOW = 5_000  # rows that one page looks through
COUNTED_IN = 1_000  # rows among which those that pass several filters are counted


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
        keys: list[int] = []
        for facet in facets:
            keys = _keys(facet)
            if facet.keys is not None and len(keys) <= NARROW:
                others = [other.condition for other in facets if other is not facet]
                return cls._of_few(rows.filter(*others, pk__in=among(keys)), order=order, cursor=cursor)
        passing = rows.filter(*(facet.condition for facet in facets))
        end, count = None, 0
        if len(facets) == 1 and keys:  # those at hand are as a rule more than are counted
            count = _count(rows.filter(pk__in=among(keys)))
        elif facets:
            end = _row_at(COUNTED_IN, rows, order, backwards=False)
        if count <= MOST:
            count = _count(passing if end is None else passing.filter(_until(end, order, backwards=False)))
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
    def _of_few(cls, found: QuerySet[Any], *, order: Order, cursor: Cursor | None) -> Self:
        """The page of all there is, which the database puts in order: of the few, only the keys come here."""
        way = "-" if order.descending else ""
        asked: dict[str, Any] = {"keys": ArrayAgg("pk", order_by=[f"{way}{order.field.name}", f"{way}pk"], default=[])}
        if cursor is not None:
            asked["beyond"] = Count("pk", filter=order.beyond(cursor))
        told = found.order_by().aggregate(**asked)
        keys, start, stop = told["keys"], 0, SIZE
        if cursor is not None and cursor.backwards:
            stop = told["beyond"]
            start = max(0, stop - SIZE)
        elif cursor is not None:
            start = len(keys) - told["beyond"]
            stop = start + SIZE
        page = keys[start:stop]
        before, after = bool(page and start), bool(page and stop < len(keys))
        edges = found.model._base_manager.only(order.field.name).in_bulk(page[:1] + page[-1:])
        return cls(
            keys=page,
            previous=str(order.cursor(edges[page[0]], backwards=True)) if before else None,
            next=str(order.cursor(edges[page[-1]], backwards=False)) if after else None,
            count=len(keys),
        )

    @classmethod
    def _walked(
        cls, rows: QuerySet[Any], passing: QuerySet[Any], *, order: Order, cursor: Cursor | None, is_filtered: bool
    ) -> Self:
        backwards = cursor is not None and cursor.backwards
        if cursor is not None:
            beyond = order.beyond(cursor)
            rows, passing = rows.filter(beyond), passing.filter(beyond)
        end, page = None, list[Any]()
        for window in (WINDOW // 5, WINDOW) if is_filtered else (0,):  # most often the first rows are enough
            end = _row_at(window, rows, order, backwards=backwards) if window else None
            near = passing if end is None else passing.filter(_until(end, order, backwards=backwards))
            page = list(order.sort(near, backwards=backwards).only("pk", order.field.name)[: SIZE + 1])
            if end is None or len(page) > SIZE:
                break
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


def narrowed(facets: Sequence[Facet]) -> list[int] | None:
    """The keys of the rows that pass the first filter which few rows pass; None where none is like that."""
    every = (_keys(facet) for facet in facets if facet.keys is not None)
    return next((keys for keys in every if len(keys) <= NARROW), None)


def _keys(facet: Facet) -> list[int]:
    """The keys of the rows that pass `facet`, as far as an index finds them: all, if they are not more than NARROW."""
    return [] if facet.keys is None else list(facet.keys.order_by()[: NARROW + 1])


def _count(rows: QuerySet[Any]) -> int:
    return rows.order_by().values("pk")[: MOST + 1].count()


def among(keys: Collection[int]) -> RawSQL:
    """`keys` for a condition with `__in`, as one parameter: to write out thousands takes longer than to find them."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])


def _row_at(number: int, rows: QuerySet[Any], order: Order, *, backwards: bool) -> Any:
    """The row of that number on the way, None where there are not so many left."""
    walk = order.sort(rows, backwards=backwards).only("pk", order.field.name)
    return next(iter(walk[number - 1 : number]), None)


def _until(end: Model, order: Order, *, backwards: bool) -> Q:
    """What comes before `end` on the way, and itself."""
    # The first condition says nothing new, but it is the one that an index can answer.
    name, way = order.field.name, "lte" if order.descending == backwards else "gte"
    return Q(**{f"{name}__{way}": getattr(end, name)}) & ~order.beyond(order.cursor(end, backwards=backwards))
