"""What people fill in when a verdict takes a step: handed over, returned, approved for a time, corrected, withdrawn."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from claims.actions.checking import desk_zone
from claims.models import Comment, User, Verdict, Waiver


class DeskTimeField(forms.DateTimeField):
    """A day and an hour in the desk's time zone, whichever zone the server keeps."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"widget": widget, "help_text": f"Time of {desk_zone().key}", **kwargs})

    def clean(self, value: Any) -> Any:
        """The moment meant. Raises ValidationError for an hour that does not exist, or twice, on that day."""
        with timezone.override(desk_zone()):
            return super().clean(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime):
            return timezone.make_naive(value, desk_zone())
        return super().prepare_value(value)


def public_reason(label: str) -> forms.CharField:
    """A reason that readers will see."""
    return forms.CharField(
        label=label, help_text="Readers see this text.", widget=forms.Textarea(attrs={"rows": 3}), strip=True
    )


class SubmitForm(forms.Form):
    """Hand a draft over for second eyes."""

    to = forms.ModelChoiceField(
        label="Ask somebody by name",
        queryset=User.objects.none(),
        required=False,
        empty_label="Anybody who may publish",
    )
    embargo = DeskTimeField(label="Embargoed until", required=False)

    def __init__(self, data: Any = None, *, verdict: Verdict, prefix: str) -> None:
        super().__init__(data, prefix=prefix, initial={"embargo": verdict.publish_at})
        readers = User.objects.with_perm(
            "claims.publish_verdict", include_superusers=False, backend="django.contrib.auth.backends.ModelBackend"
        )
        self.fields["to"].queryset = readers.exclude(pk__in=verdict.writers).order_by("username")  # type: ignore[attr-defined]  # a model choice


class ReturnForm(forms.Form):
    """Send a verdict back to who wrote it."""

    note = forms.CharField(
        label="What is to be mended?",
        help_text="Not needed where comments on passages say it all.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ScheduleForm(forms.Form):
    """Approve a verdict for a set time."""

    at = DeskTimeField(label="Publish at")


class CommentForm(forms.Form):
    """A remark on the whole, or on the words given. `field` and `start` come from a selection in the page."""

    quote = forms.CharField(
        label="On these words",
        help_text="Select them in the text, or paste them here. Leave it empty to speak of the whole.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        strip=False,
    )
    text = forms.CharField(label="Comment", widget=forms.Textarea(attrs={"rows": 3}))
    field = forms.CharField(required=False, widget=forms.HiddenInput, max_length=Comment.field.field.max_length)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)


class WaiverForm(forms.Form):
    """Why a finding of the checklist does not stop a verdict."""

    check_name = forms.CharField(max_length=20, widget=forms.HiddenInput)
    subject = forms.CharField(max_length=300, widget=forms.HiddenInput)
    reason = forms.CharField(label="Why is it right as it stands?", max_length=Waiver.reason.field.max_length)


class CorrectionForm(forms.Form):
    """Begin to correct a published verdict."""

    kind = forms.ChoiceField(
        label="What kind of change?",
        choices=[
            ("", "Choose…"),
            *(choice for choice in Verdict.ChangeKind.choices if choice[0] != Verdict.ChangeKind.REOPENING),
        ],
    )
    reason = public_reason("What changes, and why?")


class WithdrawForm(forms.Form):
    """Take a published verdict out of force."""

    reason = public_reason("Why is it withdrawn?")


class LookAgainForm(forms.Form):
    """Mark a published verdict for another look."""

    reason = public_reason("Why does it have to be looked at again?")


class ReopenForm(forms.Form):
    """Take a withdrawn verdict up again."""

    reason = public_reason("Why is it taken up again?")
