"""What is filled in to merge or to split."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from claims.actions.merge_plans import Record
from claims.actions.splitting import split_claim, split_event, split_source
from claims.admin.base import short
from claims.models import Appearance, Claim, Event, Source, User
from claims.models.merge import Kind

if TYPE_CHECKING:
    ManyRows = forms.ModelMultipleChoiceField[Any]
else:
    ManyRows = forms.ModelMultipleChoiceField

OFFERED = 200
"""Rows that can be ticked on one page; after a split there are fewer."""


class SearchForm(forms.Form):
    """Which record is meant, by its words."""

    q = forms.CharField(
        max_length=200,
        required=False,
        label="Find it by its words",
        widget=forms.TextInput(attrs={"type": "search", "data-first": ""}),
    )


class Rows(ManyRows):
    """Rows to tick, each as what it says."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Appearance.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, row: Any) -> str:
        if isinstance(row, Appearance):
            article = row.version.article
            said = row.source or row.source_name or "the outlet itself"
            day = article.published_on and f"{article.published_on:%-d %b %Y}"
            where = ", ".join(str(part) for part in (said, article.publisher, day) if part)
            return f"“{short(row.quote, 160)}” {where}"
        return short(str(row), 160)


class SplitForm(forms.Form):
    """What goes to the new record, and what it is called."""

    rows = Rows()

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        found = self.offered()
        field: Any = self.fields["rows"]
        # The rows that are ticked have to be among those that were offered, and these are what the page shows.
        field.queryset = found.model._base_manager.filter(pk__in=list(found.values_list("pk", flat=True)[:OFFERED]))
        field.queryset = self.shown(field.queryset)
        self.is_cut = found.count() > OFFERED

    def offered(self) -> QuerySet[Any]:
        """All rows that could go."""
        raise NotImplementedError

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """`rows` with what their labels say."""
        return rows.order_by("pk")

    def split(self, by: User) -> Record:
        """Do it. Raises as the actions do."""
        raise NotImplementedError


class SplitClaimForm(SplitForm):
    """Places where a claim was made."""

    rows = Rows(label="Where was the other claim made?")
    text = forms.CharField(
        label="What is claimed there?", widget=forms.Textarea(attrs={"rows": 2}), help_text="The new claim in words"
    )

    def offered(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.record.appearances.order_by("pk")
        return rows

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("source", "version__article__publisher").defer("version__text").order_by("pk")

    def split(self, by: User) -> Claim:
        data = self.cleaned_data
        return split_claim(claim=self.record, appearances=data["rows"], text=data["text"], by=by)


class SplitEventForm(SplitForm):
    """Claims about an event."""

    rows = Rows(label="Which claims are about the other event?")
    title = forms.CharField(max_length=300, label="What is the other event called?")
    day = forms.DateField(
        required=False,
        label="On another day?",
        help_text="Leave empty if it was on the same day.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    body = forms.CharField(
        max_length=200, required=False, label="In another body?", help_text="Leave empty if it was in the same."
    )

    def offered(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.record.claims.defer("search_vector").order_by("pk")
        return rows

    def split(self, by: User) -> Event:
        data = self.cleaned_data
        return split_event(
            event=self.record, claims=data["rows"], title=data["title"], by=by, body=data["body"], day=data["day"]
        )


class SplitSourceForm(SplitForm):
    """Names of a source."""

    rows = Rows(label="Which names are somebody else’s?")
    name = forms.CharField(max_length=200, label="What is the other source called?")

    def offered(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.record.aliases.order_by("pk")
        return rows

    def split(self, by: User) -> Source:
        data = self.cleaned_data
        return split_source(source=self.record, aliases=data["rows"], name=data["name"], by=by)


SPLITS: dict[Kind, type[SplitForm]] = {
    Kind.CLAIM: SplitClaimForm,
    Kind.EVENT: SplitEventForm,
    Kind.SOURCE: SplitSourceForm,
}
