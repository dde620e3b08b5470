"""Conditions that several models share."""

from typing import Any

from django.db.models import Q, QuerySet, Subquery
from django.db.models.lookups import IsNull


def some(rows: QuerySet[Any]) -> Q:
    """Whether there are `rows`, looked up record by record: with one EXISTS beside another PostgreSQL would read the
    whole tables before it looks at the first of them."""
    return Q(IsNull(Subquery(rows.order_by().values("pk")[:1]), False))
