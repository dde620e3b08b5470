"""What an editor fills in on the page of a contradiction."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.utils import timezone

from claims.admin import resolutions
from claims.admin.base import Autocomplete, ModelForm, https
from claims.models import Contradiction, ContradictionEvidence, Evidence, Position
from claims.vocabulary import Resolution

CORRECTED = (("", "Not known"), ("yes", "Yes"), ("no", "No"))


class DecisionForm(forms.Form):
    """Resolve or dismiss. Nothing is chosen in advance: the machine suggests, the editor decides."""

    resolution = forms.ChoiceField(
        label="Why do they differ?", choices=lambda: [("", "Choose…"), *resolutions.choices()]
    )
    note = forms.CharField(
        label="Explanation",
        help_text="Readers see this text. Say what the evidence shows.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    at_fault = forms.ModelMultipleChoiceField(
        label="Positions in error",
        queryset=Position.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="At least one for a source error.",
    )
    outlets_corrected = forms.ChoiceField(
        label="Have those who gave it corrected themselves?", choices=CORRECTED, required=False
    )

    def __init__(self, *args: Any, contradiction: Contradiction, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "decision", **kwargs})
        self.fields["at_fault"].queryset = contradiction.positions.all()  # type: ignore[attr-defined]  # a model choice

    def clean_resolution(self) -> Resolution:
        return Resolution(self.cleaned_data["resolution"])

    def clean_outlets_corrected(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["outlets_corrected"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("resolution") == Resolution.SOURCE_ERROR and not cleaned.get("at_fault"):
            self.add_error("at_fault", "Say which position is in error.")
        return cleaned


class ReopenForm(forms.Form):
    """Take a settled contradiction up again."""

    reason = forms.CharField(max_length=300, label="Why is it reopened?", widget=forms.Textarea(attrs={"rows": 2}))


class AttachForm(forms.Form):
    """Evidence that is recorded already, or none: then EvidenceForm describes a new one."""

    evidence = forms.ModelChoiceField(
        label="Evidence on record",
        queryset=Evidence.objects.all(),
        required=False,
        help_text="Search by title or address; leave empty to record something new below.",
    )
    supports = forms.ModelChoiceField(
        label="Which position does it bear out?", queryset=Position.objects.none(), required=False, empty_label="None"
    )
    note = forms.CharField(label="What does it show?", max_length=300, required=False)

    def __init__(self, *args: Any, contradiction: Contradiction, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "attach", **kwargs})
        self.fields["supports"].queryset = contradiction.positions.all()  # type: ignore[attr-defined]  # a model choice
        self.fields["evidence"].widget = Autocomplete(
            ContradictionEvidence._meta.get_field("evidence"), admin.site, attrs={"data-width": "100%"}
        )
        self.fields["evidence"].widget.choices = self.fields["evidence"].choices  # type: ignore[attr-defined]  # a model choice


def _formfield(db_field: Any, **kwargs: Any) -> Any:
    return db_field.formfield(**https(db_field, kwargs))


class EvidenceForm(ModelForm[Evidence]):
    """A new piece of evidence, as short as citing allows. It counts as retrieved now."""

    use_required_attribute = False  # left empty where evidence on record is chosen, which a browser would not let pass

    class Meta:
        model = Evidence
        fields = ("url", "title", "kind", "archive_url", "archive_exception", "quote", "locator")
        labels: ClassVar = {"url": "Address"}
        formfield_callback = _formfield
        widgets: ClassVar = {"quote": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "new", **kwargs})
        self.instance.retrieved_at = timezone.now()
