"""Counting no further than a person reads: the database stops at the cap, however big the table."""

from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery

MOST = 999


class Capped(Subquery):
    """The number of rows of a queryset, for a query of many such numbers: at most one more than MOST."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any]) -> None:
        super().__init__(rows.select_related(None).order_by().values("pk")[: MOST + 1])


def shown(number: int) -> str:
    """A capped number for people: “999+” where it was cut off."""
    return str(number) if number <= MOST else f"{MOST}+"
