"""What keeps a list fast however long its table is: no exact counts, nothing counted for rows that are not shown."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, IntegerField, Model, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList

    AnyPaginator = Paginator[Any]
else:
    from unfold.paginator import InfinitePage as Page  # it has a next page as long as this one has rows
    from unfold.views import ChangeList

    AnyPaginator = Paginator  # Django's classes are generic to type checkers only

CAP = 1_000
"""Rows that a list counts; of more it says nothing but that there is a next page."""
ENDLESS = 9_999_999_999


class CappedPaginator(AnyPaginator):
    """Numbered pages for a list that is counted quickly, and "previous" and "next" for one that is not."""

    @cached_property
    def is_capped(self) -> bool:
        """Whether there are more rows than are counted."""
        return self.counted > CAP

    @cached_property
    def counted(self) -> int:
        """The rows, up to one more than the cap."""
        rows: Any = self.object_list
        return int(rows.order_by().values("pk")[: CAP + 1].count())

    @cached_property
    def count(self) -> int:
        return ENDLESS if self.is_capped else self.counted

    @property
    def template_name(self) -> str:
        """unfold asks for it."""
        return f"unfold/helpers/pagination_{'infinite' if self.is_capped else 'default'}.html"

    def _get_page(self, *args: Any, **kwargs: Any) -> "Page[Any]":
        return Page(*args, **kwargs)


class LongList(ChangeList):
    """A list that says nothing of a number it does not know, and offers no action on "all" of so many rows."""

    def get_results(self, request: HttpRequest) -> None:
        """As Django does it; the pages are worked out before the number is put away."""
        super().get_results(request)
        if self.paginator.is_capped:
            self.result_count = self.full_result_count = len(self.result_list)


def number_of(model: type[Model], field: str) -> Coalesce:
    """How many records of `model` point by `field` at a row of a list: counted for the rows that are shown, while a
    join would count for every row of the table before the first can be shown."""
    rows = model._base_manager.filter(**{field: OuterRef("pk")}).order_by().values(field)
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField()), 0)
