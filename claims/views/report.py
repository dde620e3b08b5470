"""Report an error: the form, and the page on which a reader follows what came of it.

The form asks nothing of a third party and needs no JavaScript. A machine that fills in forms is known by the field that
people do not see, by sending sooner than anybody can write, or with a stamp of long ago; and nobody, machine or not,
sends more than a few in an hour. Whatever is refused comes back as it was typed.
"""

import time
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from claims.accounts import limits
from claims.actions.reporting import report_error
from claims.models import ErrorReport
from claims.views.page import absolute, only_parameters
from claims.views.places import path_here, record_at

SOONEST, LONGEST = 3, 12 * 3600  # seconds in which nobody writes a report, and after which a form is stale
STATES = {
    ErrorReport.State.NEW: gettext_lazy("We have it. Nobody has read it yet."),
    ErrorReport.State.IN_HAND: gettext_lazy("An editor is looking at it."),
    ErrorReport.State.ANSWERED: gettext_lazy("An editor has looked at it and answers:"),
    ErrorReport.State.DISMISSED: gettext_lazy("An editor has looked at it and changes nothing, because:"),
}
"""What each state is called for readers."""

_signer = Signer(salt="claims.views.report")


class ReportForm(forms.Form):
    """What a reader tells us. `website` is seen by machines alone, and `stamp` says when the form was handed out."""

    use_required_attribute = True

    page = forms.CharField(label=gettext_lazy("Page concerned"), max_length=600)
    text = forms.CharField(
        label=gettext_lazy("What is wrong?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Say what is wrong.")},
    )
    evidence_url = forms.URLField(
        label=gettext_lazy("Where can we see that?"),
        max_length=600,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Give the address of a page on the web, or leave this empty.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(required=False, max_length=200)
    stamp = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, host: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.host = host
        for name in ("page", "text", "evidence_url", "name", "email"):
            described = [f"{name}-help"] + [f"{name}-problem"] * (self.is_bound and name in self.errors)
            self.fields[name].widget.attrs["aria-describedby"] = " ".join(described)

    def clean_page(self) -> str:
        """The path of a page of ours, however its address was given."""
        path = path_here(self.cleaned_data["page"], host=self.host)
        if not path:
            raise ValidationError(gettext("Give the address of a page on this site."))
        return path

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("website"):
            raise ValidationError(
                gettext("This looks like a message from a machine. Empty the field “Website”, then send it again.")
            )
        if not self.errors:
            _refuse_unless_in_time(data.get("stamp", ""))
        return data

    @property
    def handed_out(self) -> str:
        """The stamp for the form as it goes out: the one it came with while that is good, so that who was too fast need
        only wait."""
        if self.is_bound:
            stamp = str(self.data.get(self.add_prefix("stamp"), ""))
            age = _age(stamp)
            if age is not None and age <= LONGEST:
                return stamp
        return _signer.sign(str(int(time.time())))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form, and what was sent with it. `url` is the page that the reader came from."""
    only_parameters(request, {"url"})
    host = request.get_host()
    if request.method != "POST":
        came_from = path_here(request.GET.get("url", ""), host=host)
        return _page(request, ReportForm(host=host, initial={"page": absolute(came_from) if came_from else ""}))
    form = ReportForm(request.POST, host=host)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        limits.take_part("report", request=request, limits=settings.REPORT_LIMITS)
    except limits.TooManyTriesError:
        form.add_error(
            None,
            gettext("You have sent several reports within an hour. What you wrote is still here: send it later."),
        )
        return _page(request, form, status=429)
    data = form.cleaned_data
    made = report_error(
        page=data["page"],
        text=data["text"],
        evidence_url=data["evidence_url"],
        name=data["name"],
        email=data["email"],
        language=get_language() or settings.LANGUAGE_CODE,
        record=record_at(data["page"]),
    )
    return HttpResponseRedirect(reverse("report_state", args=[made.reference]))


@never_cache
@require_safe
def report_state(request: HttpRequest, reference: str) -> HttpResponse:
    """Where a report stands, for who has its reference. It shows nothing that the reader wrote, nor who they are."""
    only_parameters(request, ())
    found = get_object_or_404(ErrorReport, reference=reference.upper())
    return render(
        request,
        "claims/report_state.html",
        {"report": found, "said": STATES[ErrorReport.State(found.state)], "record": record_at(found.page)},
    )


def sent_without_mark(request: HttpRequest) -> HttpResponse:
    """The form again, with what was typed and a fresh mark against forgery, where the mark had been lost."""
    form = ReportForm(request.POST, host=request.get_host())
    form.add_error(None, gettext("Your browser sent no cookie, which protects this form. Allow it, then send again."))
    return _page(request, form, status=403)


def _page(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    path = path_here(form["page"].value() or "", host=form.host)
    context = {
        "form": form,
        "canonical": absolute(reverse("report")),
        "record": record_at(path) if path else None,
        "days": settings.REPORT_CONTACT_DAYS,
    }
    return render(request, "claims/report.html", context, status=status)


def _refuse_unless_in_time(stamp: str) -> None:
    """Raises ValidationError where the form was handed out just now, long ago, or not by us."""
    age = _age(stamp)
    if age is None:
        raise ValidationError(gettext("This page was not complete. Look it over, then send it again."))
    if age > LONGEST:
        raise ValidationError(gettext("This page lay open for long. Look it over, then send it again."))
    if age < SOONEST:
        raise ValidationError(gettext("That was very fast. Look it over, then send it again."))


def _age(stamp: str) -> float | None:
    """Seconds since we gave out `stamp`; None where we did not."""
    try:
        return time.time() - int(_signer.unsign(stamp))
    except BadSignature:
        return None
