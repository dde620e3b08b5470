"""What an editor fills in to attach evidence: one that is on record, or a new one, and what it counts."""

from copy import copy
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from claims.admin.base import ModelForm, https
from claims.charts import figures, stated
from claims.models import Contradiction, Evidence, Position


class AttachForm(forms.Form):
    """Evidence that is recorded already, or none: then EvidenceForm describes a new one."""

    evidence = forms.ModelChoiceField(
        label="Evidence on record", queryset=Evidence.objects.all(), required=False, widget=forms.HiddenInput
    )
    supports = forms.ModelChoiceField(
        label="Which position does it bear out?", queryset=Position.objects.none(), required=False, empty_label="None"
    )
    note = forms.CharField(label="What does it show?", max_length=300, required=False)

    def __init__(self, *args: Any, contradiction: Contradiction, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "attach", **kwargs})
        self.fields["supports"].queryset = contradiction.positions.all()  # type: ignore[attr-defined]  # a model choice


class FiguresForm(forms.Form):
    """What the document itself counts, in the form in which the positions of the contradiction do."""

    votes_for = forms.IntegerField(label="For", min_value=0, required=False)
    votes_against = forms.IntegerField(label="Against", min_value=0, required=False)
    abstentions = forms.IntegerField(label="Abstaining", min_value=0, required=False)
    not_voting = forms.IntegerField(label="Not voting", min_value=0, required=False)
    membership = forms.IntegerField(label="Members", min_value=1, required=False)
    value = forms.DecimalField(label="Figure", required=False, help_text="As the document has it")
    value_max = forms.DecimalField(label="Highest figure", required=False, help_text="Where it gives a range")
    date = forms.DateField(label="Day", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    polarity = forms.ChoiceField(
        label="Does it say yes or no?", choices=(("", "Neither"), ("yes", "Yes"), ("no", "No")), required=False
    )

    def __init__(self, *args: Any, positions: list[Position], **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "counts", **kwargs})
        kept = _measures([position.figures for position in positions])
        for name in set(self.fields) - kept:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                stated.check(self.found)
            except ValueError as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return cleaned

    @property
    def found(self) -> dict[str, object]:
        """What was filled in, as `ContradictionEvidence.figures` holds it."""
        told = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        return {name: _plain(value) for name, value in told.items()}


class EvidenceForm(ModelForm[Evidence]):
    """A new piece of evidence, as short as citing allows. It counts as retrieved now. Where the same words of the same
    document are on record already, `save` gives that record, and `same` says so."""

    use_required_attribute = False  # left empty where evidence on record is chosen, which a browser would not let pass

    class Meta:
        model = Evidence
        fields = ("url", "title", "archive_url", "archive_exception", "kind", "locator", "quote")
        labels: ClassVar = {"url": "Address", "archive_exception": "Or why it has none"}
        help_texts: ClassVar = {"archive_exception": ""}
        formfield_callback = lambda field, **kwargs: field.formfield(**https(field, kwargs))  # noqa: E731 - as Django has it
        widgets: ClassVar = {"quote": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "new", **kwargs})
        self.same: Evidence | None = None
        self.instance.retrieved_at = timezone.now()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("archive_url") and not cleaned.get("archive_exception") and "archive_url" in cleaned:
            self.add_error("archive_url", "Give an archive link, or say below why there is none.")
        self.same = Evidence.objects.filter(
            **{name: cleaned.get(name, "") for name in ("url", "locator", "quote")}
        ).first()
        if self.same:  # the checks that follow ask whether there is another one
            self.instance = copy(self.same)
        return cleaned

    def save(self, commit: bool = True) -> Evidence:
        return self.same or super().save(commit)


def _measures(told: list[dict[str, object]]) -> set[str]:
    """The measures to ask for: those of the form that the positions have."""
    if any(figures.tally_of(each) for each in told):
        return set(stated.COUNTS)
    if any(figures.range_of(each) for each in told):
        return {"value", "value_max"}
    if any(figures.day_of(each) for each in told):
        return {"date"}
    return {"polarity"} if any("polarity" in each for each in told) else set()


def _plain(value: Any) -> object:
    """As JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
