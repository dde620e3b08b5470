"""What people fill in on the page of the article reader: words found in the text, and the appearance made of them."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.db.models import QuerySet

from claims.models import Claim, Measurement
from claims.texts.anchors import NotFoundError, find
from claims.vocabulary import Comparator, Modality, SourceKind, Stance

LONGEST = 5_000
"""Characters of the longest words that make one appearance."""
MEASURES = (
    "votes_for", "votes_against", "abstentions", "not_voting", "vote_position", "outcome", "killed", "injured",
    "missing", "casualties", "crowd_size", "troops", "amount", "percentage", "duration", "count", "magnitude",
    "event_date", "event_time",
)  # fmt: skip
"""What extraction measures, offered while one types. Others are taken too."""


class WordsForm(forms.Form):
    """Words of the text: what was selected, with where it stands as a browser counts, or what was pasted."""

    words = forms.CharField(
        label="Words of the text",
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Select them in the text, or paste them exactly.",
    )
    units = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    before = forms.CharField(required=False, strip=False, max_length=200, widget=forms.HiddenInput)
    after = forms.CharField(required=False, strip=False, max_length=200, widget=forms.HiddenInput)


class AppearanceForm(forms.Form):
    """What the chosen words claim, who says it and how. `claims` are those that the person may add to."""

    search = forms.CharField(
        label="Look for a claim", required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    claim = forms.ModelChoiceField(
        label="Which claim is it?", queryset=Claim.objects.none(), required=False, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="A new claim in plain words",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Complete without the article: name who and when, leave out “he said”.",
    )
    speaker = forms.CharField(
        label="Who says it", required=False, max_length=200, help_text="Empty where the outlet itself does"
    )
    speaker_kind = forms.ChoiceField(label="If new, a", choices=SourceKind.choices())
    stance = forms.ChoiceField(label="Stance", choices=Stance.choices())
    modality = forms.ChoiceField(label="Told as", choices=Modality.choices())
    said_on = forms.DateField(
        label="Said on", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *args: Any, claims: QuerySet[Claim], offered: list[Claim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claim = self.fields["claim"]
        claim.queryset = claims  # type: ignore[attr-defined]  # a model choice
        known = [(one.pk, f"{one.text} ({one.get_status_display().lower()})") for one in offered]
        claim.widget.choices = [("", "A new claim, worded below"), *known]
        self.fields["speaker"].widget.attrs["list"] = "speakers"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("claim") and "claim" not in self.errors and not cleaned.get("text"):
            self.add_error("text", "Choose a claim above or word a new one.")
        return cleaned


class FigureForm(forms.Form):
    """A figure in the chosen words, `text[first:last]`. An empty row is none."""

    words = forms.CharField(label="Words", required=False, max_length=300)
    measure = forms.SlugField(label="Measures", required=False, max_length=40)
    value = forms.CharField(label="Value", required=False, max_length=100)
    value_max = forms.DecimalField(label="Up to", required=False, max_digits=30, decimal_places=6)
    comparator = forms.ChoiceField(label="Meant as", choices=Comparator.choices())
    unit = forms.CharField(label="Unit", required=False, max_length=60)
    leave_out = forms.BooleanField(label="Leave out", required=False)
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    total = forms.DecimalField(required=False, max_digits=30, decimal_places=6, widget=forms.HiddenInput)
    group = forms.IntegerField(required=False, min_value=0, max_value=999, widget=forms.HiddenInput)
    as_of = forms.DateField(required=False, widget=forms.HiddenInput)
    subject = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, text: str, first: int, last: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.first, self.last = text, first, last
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("aria-label", str(field.label))
            if name == "measure":
                field.widget.attrs["list"] = "measures"

    @staticmethod
    def initial_of(figure: Measurement) -> dict[str, Any]:
        """What the row of a figure says before anybody changes it."""
        plain = ("measure", "comparator", "unit", "start", "group", "as_of", "subject")
        return {name: getattr(figure, name) for name in plain} | {
            "words": figure.quote,
            "value": figure.value_text if figure.value is None else _plainly(figure.value),
            "value_max": None if figure.value_max is None else _plainly(figure.value_max),
            "total": None if figure.total is None else _plainly(figure.total),
        }

    @property
    def is_kept(self) -> bool:
        """Whether the row holds a figure."""
        return bool(self.cleaned_data.get("words", "").strip()) and not self.cleaned_data.get("leave_out")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors or not self.is_kept:
            return cleaned
        for name, wanted in (("measure", "Say what it measures."), ("value", "Say which value.")):
            if not cleaned[name]:
                self.add_error(name, wanted)
        if self.errors:
            return cleaned
        try:
            here = cleaned["start"] - self.first if cleaned["start"] is not None else None
            found = find(self.text[self.first : self.last], cleaned["words"], start=here)
            cleaned["place"] = (self.first + found.start, self.first + found.end)
        except NotFoundError:
            self.add_error("words", "Copy them from the chosen words, long enough to stand there once.")
        value = _number(cleaned["value"])
        is_range = cleaned["comparator"] == Comparator.RANGE
        if is_range != (cleaned["value_max"] is not None) or (
            is_range and (value is None or value > cleaned["value_max"])
        ):
            self.add_error("value_max", "A range, and only a range, has two numbers, the lower first.")
        return cleaned

    def measurement(self) -> Measurement:
        """The figure, not yet saved. Only for a valid row that is kept."""
        row = self.cleaned_data
        start, end = row["place"]
        value = _number(row["value"])
        return Measurement(
            measure=row["measure"],
            quote=self.text[start:end],
            start=start,
            end=end,
            value=value,
            value_max=row["value_max"],
            value_text="" if value is not None else row["value"],
            comparator=row["comparator"],
            unit=row["unit"],
            total=row["total"],
            group=row["group"] or 0,
            as_of=row["as_of"],
            subject=row["subject"],
        )


FigureFormSet = forms.formset_factory(FigureForm, extra=1, max_num=60, validate_max=True)


def _number(written: str) -> Decimal | None:
    """The number that is written, if it is one that the column holds."""
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 24 else None


def _plainly(value: Decimal) -> str:
    """Without needless zeros and never in powers of ten: 93.000000 is 93."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
