"""What people fill in on the page of a verdict, and whose words they are."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.base import DeskInline, ModelForm, desk_user
from claims.models import User, Verdict, VerdictEvidence


def may_write(user: User, verdict: Verdict) -> bool:
    """The one rule on whose words they are: a draft is written by its author alone.

    Were a second person to rewrite it, they could then publish words of their own, and no second eyes would have seen
    them. Whoever disagrees sends it back.
    """
    return verdict.status == Verdict.Status.DRAFT and verdict.author_id == user.pk


class CitedForm(ModelForm[VerdictEvidence]):
    """A citation. Which document it is stays as chosen; a row that holds another is added and this one removed."""

    class Meta:
        model = VerdictEvidence
        fields = ("evidence", "note", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # the table's headings are not tied to its inputs
            field.widget.attrs.setdefault("aria-label", str(field.label))
        if self.instance.pk:
            # The one choice there is, so that no row asks the database for its own label.
            self.fields["evidence"].disabled = True
            self.fields["evidence"].widget = forms.Select(
                choices=[(self.instance.evidence_id, str(self.instance.evidence))], attrs={"class": "cc-fixed"}
            )


class CitedInline(DeskInline[VerdictEvidence, Verdict]):
    model = VerdictEvidence
    form = CitedForm
    fields = ("evidence", "note", "order")
    autocomplete_fields = ("evidence",)
    ordering_field = "order"
    hide_ordering_field = True
    hide_title = True
    verbose_name = "evidence"
    verbose_name_plural = "evidence, in the order in which readers see it"

    def get_queryset(self, request: HttpRequest) -> QuerySet[VerdictEvidence]:
        return super().get_queryset(request).select_related("evidence")

    def get_extra(self, request: HttpRequest, obj: Verdict | None = None, **kwargs: Any) -> int:
        return len(wanted_evidence(request)) if obj is None else 0

    def has_add_permission(self, request: HttpRequest, obj: Verdict | None = None) -> bool:
        return super().has_add_permission(request, obj) and (obj is None or may_write(desk_user(request), obj))

    def has_change_permission(self, request: HttpRequest, obj: Verdict | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_write(desk_user(request), obj))

    def has_delete_permission(self, request: HttpRequest, obj: Verdict | None = None) -> bool:
        allowed = desk_user(request).has_perm("claims.delete_verdictevidence")
        return allowed and obj is not None and may_write(desk_user(request), obj)


def wanted_evidence(request: HttpRequest) -> list[int]:
    """The evidence that a link to the add form carries along: `?evidence=3,7`."""
    return [int(pk) for pk in request.GET.get("evidence", "").split(",") if pk.isdecimal()][:50]


class CorrectionForm(forms.Form):
    """Begin to correct a published verdict."""

    kind = forms.ChoiceField(label="What kind of change?", choices=[("", "Choose…"), *Verdict.ChangeKind.choices])
    reason = forms.CharField(
        label="What changes, and why?", help_text="Readers see this text.", widget=forms.Textarea(attrs={"rows": 3})
    )


class WithdrawForm(forms.Form):
    """Take a published verdict out of force."""

    reason = forms.CharField(
        label="Why is it withdrawn?", help_text="Readers see this text.", widget=forms.Textarea(attrs={"rows": 3})
    )
