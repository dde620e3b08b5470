"""The page on which a second person reads a verdict: the words as readers will see them, the evidence beside them,
comments in the margin, the checklist, and the decision."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse

from claims import tasks
from claims.actions import checking, comments
from claims.admin.base import attempt, back, desk_user, short
from claims.admin.checklist import checklist_of
from claims.admin.passages import marked_up, readable
from claims.admin.step_forms import CommentForm, WaiverForm
from claims.admin.verdict_steps import VerdictSteps, View
from claims.checklist import Check
from claims.models import Comment, LinkCheck, Verdict, Waiver
from claims.passages import PassageError, locate


class SecondEyes(VerdictSteps):
    """Reading, commenting on passages, and exceptions from the checklist."""

    read_template = "admin/claims/verdict/read.html"

    def steps(self) -> dict[str, View]:
        """The views of the steps, by name."""
        return super().steps() | {
            "read": self.read_view,
            "comment": self.comment_view,
            "resolve": self.resolve_view,
            "waive": self.waive_view,
            "take_back_waiver": self.take_back_waiver_view,
            "check_links": self.check_links_view,
            "checklist": self.checklist_view,
        }

    def read_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The verdict as readers will see it, to be read by a second person."""
        return self._reading(request, self.existing(request, object_id), CommentForm())

    def comment_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Comment on the passage that was selected or pasted, or on the whole. What was typed is never lost."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        form = CommentForm(request.POST)
        if not form.is_valid():
            return self._reading(request, verdict, form, status=422)
        data, passage = form.cleaned_data, None
        try:
            if data["quote"].strip():
                passage = locate(readable(verdict), data["quote"], field=data["field"], start=data["start"])
            made = comments.comment(item=verdict, by=user, text=data["text"], passage=passage)
        except PassageError as refusal:
            form.add_error("quote", str(refusal))
        except (ValidationError, PermissionDenied) as refusal:
            form.add_error(None, str(refusal) if isinstance(refusal, PermissionDenied) else refusal.messages)
        else:
            return HttpResponseRedirect(f"{self.address('read', verdict.pk)}#comment-{made.pk}")
        return self._reading(request, verdict, form, status=422)

    def resolve_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say that a comment is dealt with, or that it is not after all."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        made = self._comment(verdict, request.POST.get("comment", ""))
        act = comments.take_up_again if made.resolved_at else comments.resolve
        attempt(request, lambda: act(comment=made, by=user), done="Open again." if made.resolved_at else "Resolved.")
        return back(request, self.address("read", verdict.pk))

    def waive_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make an exception from the checklist, with a reason."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        form = WaiverForm(request.POST)
        data: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
        attempt(
            request,
            lambda: checking.waive(
                verdict=verdict,
                by=user,
                about=_check(data.get("check_name", "")),
                subject=data.get("subject", ""),
                reason=data.get("reason", ""),
            ),
            done="Noted: whoever publishes it reads your reason.",
        )
        return back(request, self.address("read", verdict.pk))

    def take_back_waiver_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Let a waived finding stop the verdict again."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        key = request.POST.get("waiver", "")
        waiver = Waiver.objects.filter(verdict=verdict, pk=key).first() if key.isdecimal() else None
        if waiver is None:
            raise Http404("There is no such exception.")
        attempt(request, lambda: checking.take_back_waiver(waiver=waiver, by=user), done="Taken back.")
        return back(request, self.address("read", verdict.pk))

    def check_links_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Have the cited links asked for now, by a job. Who only reads sends nothing out."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict = self.existing(request, object_id)
        if not desk_user(request).has_perm("claims.submit_verdict"):
            raise PermissionDenied
        attempt(
            request,
            lambda: tasks.check_links_of.defer(verdict_id=verdict.pk),
            done="The links are being asked for: look again in a minute.",
        )
        return back(request, self.address("read", verdict.pk))

    def checklist_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The checklist alone, for a page that shows what was just saved."""
        verdict = self.existing(request, object_id)
        context = {"verdict": verdict, "checklist": checklist_of(desk_user(request), verdict)}
        return TemplateResponse(request, "admin/claims/verdict/checklist.html", context)

    def _reading(self, request: HttpRequest, verdict: Verdict, form: CommentForm, status: int = 200) -> HttpResponse:
        user = desk_user(request)
        said = list(Comment.objects.on(verdict).select_related("author", "resolved_by"))
        words, remarks = marked_up(verdict, [one for one in said if one.resolved_at is None])
        cited = list(verdict.cited_evidence.select_related("evidence__publisher"))
        answers = LinkCheck.objects.in_bulk([row.evidence.url for row in cited], field_name="url")
        context = {
            **self.admin_site.each_context(request),
            **self.panel(user, verdict),
            "title": f"Read: {short(verdict.headline, 60)}",
            "opts": self.opts,
            "original": verdict,
            "words": words,
            "remarks": remarks,
            "resolved": [one for one in said if one.resolved_at is not None],
            "cited": [(row, answers.get(row.evidence.url)) for row in cited],
            "comment_form": form,
            "media": self.media,
        }
        return TemplateResponse(request, self.read_template, context, status=status)

    def _comment(self, verdict: Verdict, key: str) -> Comment:
        made = Comment.objects.on(verdict).filter(pk=key).first() if key.isdecimal() else None
        if made is None:
            raise Http404("There is no such comment.")
        return made


def _check(name: str) -> Check:
    try:
        return Check(name)
    except ValueError as error:
        raise ValidationError("The checklist has no such point.") from error
