"""One suggestion, with what an editor reads before deciding on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Prefetch

from claims.actions.lookalikes import lookalikes
from claims.actions.merge_plans import Record
from claims.admin.quotes import Quote, quote_in_context, with_surroundings
from claims.models import Appearance, Claim, Measurement, RejectionReason, Topic

AROUND = 900
"""Characters of the article on each side of the quote."""
SHOWN = 6
"""Appearances listed; the claim's own page has the rest."""


class EditForm(forms.Form):
    """The words of a claim, and its topics."""

    text = forms.CharField(label="Claim", widget=forms.Textarea(attrs={"rows": 3, "data-first": ""}))
    short_text = forms.CharField(
        max_length=75, required=False, label="Short form", help_text="At most 75 characters, for ClaimReview"
    )
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.none(), required=False, label="Topics", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Mapping[str, Any] | None, *, claim: Claim) -> None:
        topics = list(claim.topics.all())
        words = {"text": claim.text, "short_text": claim.short_text, "topics": topics}
        super().__init__(data, initial=words, prefix="edit")
        field = self.fields["topics"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - declared just above
        field.queryset = Topic.objects.offered() | Topic.objects.filter(pk__in=[topic.pk for topic in topics])


@dataclass(frozen=True, slots=True)
class Said:
    """One place where the claim was made."""

    appearance: Appearance
    quote: Quote


@dataclass(frozen=True, slots=True)
class Item:
    """A claim before an editor. `said` is every place shown, `open` the one whose article is open."""

    claim: Claim
    said: list[Said]
    open: Said | None
    more: bool
    alike: Sequence[Record]
    edit: EditForm
    reasons: list[RejectionReason]


def item_of(claim: Claim, *, appearance: str = "", edit: EditForm | None = None) -> Item:
    """All there is to know of `claim`; `appearance` is the key, as sent, of the place whose article to open."""
    figures = Measurement.objects.order_by("start")
    rows: list[Any] = list(
        with_surroundings(
            claim.appearances.select_related("source", "version__article__publisher")
            .defer("version__text")
            .prefetch_related(Prefetch("measurements", figures), "positions__contradiction")
            .order_by("pk"),
            around=AROUND,
        )[: SHOWN + 1]
    )
    said = [
        Said(
            row,
            quote_in_context(
                before=row.text_before, words=row.quote, after=row.text_after, starts_at=row.start, around=AROUND
            ),
        )
        for row in rows[:SHOWN]
    ]
    return Item(
        claim=claim,
        said=said,
        open=next((one for one in said if str(one.appearance.pk) == appearance), said[0] if said else None),
        more=len(rows) > SHOWN,
        alike=lookalikes(claim),
        edit=edit or EditForm(None, claim=claim),
        reasons=list(RejectionReason.objects.offered()),
    )
