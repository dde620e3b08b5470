"""What an editor fills in to decide a contradiction, to hand it on, and to write down what came of it."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from articles.models import Publisher
from claims.admin import resolutions
from claims.checklist import LONGEST_CLAIM
from claims.models import Claim, Contradiction, Position, Rating
from claims.vocabulary import Resolution

FAULTS = (Resolution.SOURCE_ERROR, Resolution.MISATTRIBUTION, Resolution.FABRICATION)
"""Decisions that find somebody wrong, so that they may name a position."""
IN_ERROR = (
    ("", "Not in error"),
    ("unknown", "In error; not known whether it was corrected"),
    ("yes", "In error; corrected since"),
    ("no", "In error; not corrected"),
)


class DecisionForm(forms.Form):
    """Resolve or dismiss. Nothing is chosen in advance: the machine suggests, the editor decides. For each position
    there is a field that says whether it is in error, and whether who gave it has corrected it."""

    resolution = forms.ChoiceField(label="Why do they differ?", choices=resolutions.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label="Explanation",
        help_text="Readers see this text. Say what the evidence shows; the first sentence states the finding.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, contradiction: Contradiction, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "decision", **kwargs})
        self.positions: dict[str, Position] = {
            f"fault_{position.pk}": position for position in contradiction.positions.order_by("pk")
        }
        for name, position in self.positions.items():
            self.fields[name] = forms.ChoiceField(label=position.answer, choices=IN_ERROR, required=False)

    @property
    def faults(self) -> list[forms.BoundField]:
        """The fields of the positions."""
        return [self[name] for name in self.positions]

    def clean_resolution(self) -> Resolution:
        return Resolution(self.cleaned_data["resolution"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("resolution") == Resolution.SOURCE_ERROR and not self.at_fault:
            self.add_error(next(iter(self.positions), None), "Say which position is in error.")
        return cleaned

    @property
    def at_fault(self) -> dict[Position, bool | None]:
        """The positions in error, and whether each was corrected. None where the decision finds nobody wrong."""
        if self.cleaned_data.get("resolution") not in FAULTS:
            return {}
        told = {position: self.cleaned_data.get(name) for name, position in self.positions.items()}
        return {position: {"yes": True, "no": False}.get(word) for position, word in told.items() if word}


class ReopenForm(forms.Form):
    """Take a settled contradiction up again."""

    reason = forms.CharField(max_length=300, label="Why is it reopened?", widget=forms.Textarea(attrs={"rows": 2}))


class DraftForm(forms.Form):
    """Which claim to judge, and how. The words come from what was found out."""

    claim = forms.ModelChoiceField(
        label="Which claim do you judge?", queryset=Claim.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    rating = forms.ModelChoiceField(
        label="How do you rate it?", queryset=Rating.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    short_text = forms.CharField(
        label="The claim in few words",
        max_length=LONGEST_CLAIM,
        required=False,
        help_text=f"At most {LONGEST_CLAIM} characters, for lists and search engines. Needed for a longer claim.",
    )

    def __init__(self, *args: Any, contradiction: Contradiction, may_shorten: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "draft", **kwargs})
        if not may_shorten:
            del self.fields["short_text"]
        claims = Claim.objects.filter(appearances__positions__contradiction=contradiction).distinct()
        self.fields["claim"].queryset = claims  # type: ignore[attr-defined]  # a model choice
        self.fields["rating"].queryset = offered_ratings()  # type: ignore[attr-defined]  # a model choice

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        claim: Claim | None = cleaned.get("claim")
        too_long = claim is not None and not claim.short_text and len(claim.text) > LONGEST_CLAIM
        if too_long and "short_text" in self.fields and not cleaned.get("short_text"):
            self.add_error("short_text", f"This claim is long: put it in at most {LONGEST_CLAIM} characters.")
        return cleaned


def offered_ratings() -> QuerySet[Rating]:
    """Those of our own desk's scales that are in use."""
    ratings = Rating.objects.filter(scale__publisher__kind=Publisher.Kind.OWN, scale__is_retired=False)
    return ratings.select_related("scale__publisher")
