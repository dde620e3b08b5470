"""The steps of a verdict: what its page says of where it stands, and the buttons that take it further."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.dateparse import parse_datetime

from claims import rules
from claims.actions import corrections, publishing, verdicts
from claims.admin.base import DeskAdmin, attempt, desk_user
from claims.admin.changes import changes_between
from claims.admin.checklist import checklist_of
from claims.admin.step_forms import (
    CorrectionForm,
    LookAgainForm,
    ReopenForm,
    ReturnForm,
    ScheduleForm,
    SubmitForm,
    WithdrawForm,
)
from claims.models import Claim, Correction, User, Verdict

View = Callable[[HttpRequest, str], HttpResponse]


@dataclass(frozen=True, slots=True)
class Step:
    """One press of a button: on which verdict, by whom, with what filled in. `seen` is when the words that the page
    showed were submitted."""

    verdict: Verdict
    by: User
    data: dict[str, Any]
    seen: datetime


class VerdictSteps(DeskAdmin[Verdict]):
    """Every change of a verdict's status is a POST that calls its action."""

    def panel(self, user: User, verdict: Verdict) -> dict[str, Any]:
        """What a page says of where the verdict stands, and the steps open to `user`."""
        status = Verdict.Status(verdict.status)
        publishes = user.has_perm("claims.publish_verdict")
        own, in_force = rules.is_writer(user, verdict), status == Verdict.Status.PUBLISHED
        writes, waits = rules.may_edit_verdict(user, verdict), status == Verdict.Status.SUBMITTED
        return {
            "verdict": verdict,
            "desk_zone": settings.DESK_TIME_ZONE,
            "checklist": checklist_of(user, verdict),
            "changes": changes_between(verdict.supersedes, verdict) if verdict.supersedes else [],
            "writes": writes,
            "may_submit": rules.may_submit(user, verdict),
            "may_send_back": rules.may_return(user, verdict),
            "may_publish": rules.may_publish(user, verdict),
            "only_another_may": own and publishes and (waits or in_force),
            "may_confirm": rules.may_confirm(user, verdict),
            "may_look_again": publishes and in_force and not verdict.needs_review,
            "may_correct": rules.may_correct(user, verdict),
            "may_withdraw": rules.may_withdraw(user, verdict),
            "may_comment": user.has_perm("claims.add_comment"),
            "may_resolve": user.has_perm("claims.change_comment"),
            "in_force": in_force and verdict.claim.status == Claim.Status.ACCEPTED,
            "corrections": list(Correction.objects.filter(verdict=verdict).select_related("made_by")),
            **self._forms(user, verdict),
        }

    def _forms(self, user: User, verdict: Verdict) -> dict[str, Any]:
        successor = Verdict.objects.filter(supersedes=verdict).first()
        withdrawn = verdict.status == Verdict.Status.WITHDRAWN
        return {
            "successor": successor,
            "may_reopen": withdrawn and successor is None and user.has_perm("claims.add_verdict"),
            "submit_form": SubmitForm(prefix="submit", verdict=verdict),
            "return_form": ReturnForm(prefix="return"),
            "schedule_form": ScheduleForm(prefix="schedule", initial={"at": verdict.publish_at}),
            "correction_form": CorrectionForm(prefix="correct"),
            "withdraw_form": WithdrawForm(prefix="withdraw"),
            "look_again_form": LookAgainForm(prefix="look-again"),
            "reopen_form": ReopenForm(prefix="reopen"),
        }

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                f"<path:object_id>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(view),
                name=f"claims_verdict_{name}",
            )
            for name, view in self.steps().items()
        ] + super().get_urls()

    def steps(self) -> dict[str, View]:
        """The views of the steps, by name."""
        return {
            "submit": self.submit_view,
            "send_back": self.send_back_view,
            "publish": self.publish_view,
            "schedule": self.schedule_view,
            "confirm": self.confirm_view,
            "look_again": self.look_again_view,
            "correct": self.correct_view,
            "withdraw": self.withdraw_view,
            "reopen": self.reopen_view,
        }

    def submit_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Hand it over for second eyes."""
        return self._take(
            request,
            object_id,
            lambda verdict: SubmitForm(request.POST, prefix="submit", verdict=verdict),
            lambda step: verdicts.submit(
                verdict=step.verdict, by=step.by, to=step.data["to"], embargo=step.data["embargo"]
            ),
            done="Submitted: another editor can publish it now.",
        )

    def send_back_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make a draft of it again."""
        return self._take(
            request,
            object_id,
            lambda _: ReturnForm(request.POST, prefix="return"),
            lambda step: verdicts.send_back(verdict=step.verdict, by=step.by, note=step.data["note"]),
            done="Sent back: it is a draft again.",
        )

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Publish the words that the page showed, and no others."""
        return self._take(
            request,
            object_id,
            lambda _: forms.Form(request.POST),
            lambda step: publishing.publish(verdict=step.verdict, by=step.by, seen=step.seen),
            done="Published: readers see it now.",
        )

    def schedule_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Approve the words that the page showed for a set time."""
        return self._take(
            request,
            object_id,
            lambda _: ScheduleForm(request.POST, prefix="schedule"),
            lambda step: publishing.schedule(verdict=step.verdict, by=step.by, at=step.data["at"], seen=step.seen),
            done="Approved: it goes out at its time.",
        )

    def confirm_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say that it stands."""
        return self._take(
            request,
            object_id,
            lambda _: forms.Form(request.POST),
            lambda step: corrections.confirm(verdict=step.verdict, by=step.by),
            done="Noted: it stands as it is.",
        )

    def look_again_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Mark it for another look."""
        return self._take(
            request,
            object_id,
            lambda _: LookAgainForm(request.POST, prefix="look-again"),
            lambda step: corrections.look_again(verdict=step.verdict, by=step.by, reason=step.data["reason"]),
            done="Marked: readers see that it is being looked at.",
        )

    def correct_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Start a correction, and go on to its draft."""
        return self._take(
            request,
            object_id,
            lambda _: CorrectionForm(request.POST, prefix="correct"),
            lambda step: corrections.start_correction(
                verdict=step.verdict, by=step.by, kind=Verdict.ChangeKind(step.data["kind"]), reason=step.data["reason"]
            ),
            done="This draft has the published words: change them, then submit it.",
        )

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take it out of force."""
        return self._take(
            request,
            object_id,
            lambda _: WithdrawForm(request.POST, prefix="withdraw"),
            lambda step: corrections.withdraw(verdict=step.verdict, by=step.by, reason=step.data["reason"]),
            done="Withdrawn, with a public note.",
        )

    def reopen_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take a withdrawn one up again, and go on to its draft."""
        return self._take(
            request,
            object_id,
            lambda _: ReopenForm(request.POST, prefix="reopen"),
            lambda step: corrections.reopen(verdict=step.verdict, by=step.by, reason=step.data["reason"]),
            done="This draft has the withdrawn words: change them, then submit it.",
        )

    def _take(
        self,
        request: HttpRequest,
        object_id: str,
        form_for: Callable[[Verdict], forms.Form],
        act: Callable[[Step], object],
        *,
        done: str,
    ) -> HttpResponse:
        """Take one step and go on to the verdict, or to the new one that came of it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict = self.existing(request, object_id)
        form = form_for(verdict)
        if not form.is_valid():
            for name, errors in form.errors.items():
                messages.error(request, f"{form.fields[name].label}: {' '.join(map(str, errors))}")
            return HttpResponseRedirect(self.address("change", verdict.pk))
        # Who has seen nothing has seen nothing that was submitted.
        seen = parse_datetime(request.POST.get("seen", "")) or verdict.created_at
        step = Step(verdict, desk_user(request), form.cleaned_data, seen)
        came_of_it: list[object] = []
        attempt(request, lambda: came_of_it.append(act(step)), done=done)
        goes_on = came_of_it[0] if came_of_it and isinstance(came_of_it[0], Verdict) else verdict
        return HttpResponseRedirect(self.address("change", goes_on.pk))
