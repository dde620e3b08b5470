"""The workbench: what the sources say, side by side, and what an editor makes of it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from claims.actions import drafting, review
from claims.admin.assigned import AssignableAdmin, AssignedFilter
from claims.admin.base import RelatedFilter, attempt, desk_user, short
from claims.admin.contradiction_forms import DecisionForm, DraftForm, ReopenForm
from claims.admin.contradiction_page import found_evidence, page_of
from claims.admin.evidence_forms import AttachForm, EvidenceForm, FiguresForm
from claims.admin.late import QueueFilter
from claims.admin.lists import number_of
from claims.models import Contradiction, ContradictionEvidence, Evidence, Position, Verdict
from claims.vocabulary import DISMISSALS

View = Callable[[HttpRequest, str], HttpResponse]


@admin.register(Contradiction)
class ContradictionAdmin(AssignableAdmin[Contradiction]):
    """Detection makes contradictions and people decide them, so there is no form that writes the fields themselves."""

    actions = ("assign_selected",)
    list_display = ("line", "status", "whose", "kind", "gate", "event", "answers", "score", "found_at")
    list_display_links = ("line",)
    list_filter = (
        QueueFilter,
        "status",
        AssignedFilter,
        "kind",
        "gate",
        "suggested_resolution",
        "resolution",
        ("event", RelatedFilter),
        "found_at",
    )
    list_select_related = ("event",)
    search_fields = ("question",)
    search_help_text = "Words of the question"
    sortable_by = ("found_at",)
    history_of = ((ContradictionEvidence, "contradiction"), (Position, "contradiction"))
    change_form_template = "admin/claims/contradiction/workbench.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Contradiction | None = None) -> bool:
        """The fields are never edited; what may be done has buttons of its own."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contradiction]:
        rows = super().get_queryset(request)
        related = rows.select_related("event", "resolved_by", "assignee")
        return related.annotate(answers=number_of(Position, "contradiction"))

    @admin.display(description="Question")
    def line(self, contradiction: Contradiction) -> str:
        return short(contradiction.question)

    @admin.display(description="Answers")
    def answers(self, contradiction: Any) -> int:
        return int(contradiction.answers)

    def get_urls(self) -> list[URLPattern]:
        steps: dict[str, View] = {
            "open": self.open_view,
            "take": self.take_view,
            "attach": self.attach_view,
            "settle": self.settle_view,
            "reopen": self.reopen_view,
            "draft": self.draft_view,
        }
        views: dict[str, View] = {name: self._posted(view) for name, view in steps.items()}
        views["find"] = self.find_view
        return [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"claims_contradiction_{name}",
            )
            for name, view in views.items()
        ] + super().get_urls()

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The workbench. `?resolution=` fills a decision in, for the button that takes over the suggestion."""
        if request.method == "POST":
            return HttpResponseNotAllowed(["GET"])
        return self._workbench(request, self.existing(request, object_id))

    def find_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The evidence that the words in `?find=` find, as a part of the page."""
        contradiction = self.existing(request, object_id)
        words = request.GET.get("find", "")
        context = {"found": found_evidence(contradiction, words), "find": words, "contradiction": contradiction}
        return render(request, "admin/claims/contradiction/found.html", context)

    def open_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._step(request, object_id, review.open_contradiction, "Open for readers")

    def take_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._step(
            request, object_id, review.take_contradiction, "It is yours: colleagues see that you are at it"
        )

    def attach_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Attach evidence that is on record, or record it and attach it in one step."""
        contradiction, user = self.existing(request, object_id), desk_user(request)
        attach = AttachForm(request.POST, contradiction=contradiction)
        counts = FiguresForm(request.POST, positions=list(contradiction.positions.all()))
        evidence = EvidenceForm(request.POST)
        on_record = attach.is_valid() and attach.cleaned_data["evidence"]
        if on_record:
            evidence = EvidenceForm()
        if not (attach.is_valid() and counts.is_valid() and (on_record or evidence.is_valid())):
            return self._workbench(request, contradiction, attach=attach, counts=counts, evidence=evidence)

        def act() -> Evidence:
            with transaction.atomic():
                if not (on_record or evidence.same or user.has_perm("claims.add_evidence")):
                    raise PermissionDenied("You may not record new evidence.")
                document: Evidence = on_record or evidence.save()
                review.attach_evidence(
                    contradiction=contradiction,
                    evidence=document,
                    by=user,
                    supports=attach.cleaned_data["supports"],
                    figures=counts.found,
                    note=attach.cleaned_data["note"],
                )
            return document

        done = "It was on record already, and that record is attached." if evidence.same else "Attached."
        if not attempt(request, act, done=done):
            return self._workbench(request, contradiction, attach=attach, counts=counts, evidence=evidence)
        return HttpResponseRedirect(f"{self.address('change', contradiction.pk)}?done=evidence#evidence")

    def settle_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Resolve or dismiss."""
        contradiction, user = self.existing(request, object_id), desk_user(request)
        form = DecisionForm(request.POST, contradiction=contradiction)
        if not form.is_valid():
            return self._workbench(request, contradiction, decision=form)
        resolution = form.cleaned_data["resolution"]
        settled = attempt(
            request,
            lambda: review.settle_contradiction(
                contradiction=contradiction,
                by=user,
                resolution=resolution,
                note=form.cleaned_data["note"],
                at_fault=form.at_fault,
            ),
            done="Dismissed." if resolution in DISMISSALS else "Resolved: readers see your explanation.",
        )
        if not settled:  # the page again, with what was written
            return self._workbench(request, contradiction, decision=form)
        return HttpResponseRedirect(f"{self.address('change', contradiction.pk)}?done=decision")

    def reopen_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        contradiction, user = self.existing(request, object_id), desk_user(request)
        form = ReopenForm(request.POST)
        if not form.is_valid():
            return self._workbench(request, contradiction, reopen=form)
        attempt(
            request,
            lambda: review.reopen_contradiction(
                contradiction=contradiction, by=user, reason=form.cleaned_data["reason"]
            ),
            done="Reopened. Published verdicts on its claims are marked for another look.",
        )
        return HttpResponseRedirect(self.address("change", contradiction.pk))

    def draft_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Draft a verdict from what was found out, and go on to it."""
        contradiction, user = self.existing(request, object_id), desk_user(request)
        form = DraftForm(request.POST, contradiction=contradiction, may_shorten=user.has_perm("claims.change_claim"))
        if not form.is_valid():
            return self._workbench(request, contradiction, draft=form)
        drafts: list[Verdict] = []
        written = attempt(
            request,
            lambda: drafts.append(
                drafting.draft_verdict(
                    contradiction=contradiction,
                    claim=form.cleaned_data["claim"],
                    rating=form.cleaned_data["rating"],
                    by=user,
                    short_text=form.cleaned_data.get("short_text", ""),
                )
            ),
            done="A draft, with your explanation and the evidence. Read it, change what you like, then submit it.",
        )
        if not written:
            return self._workbench(request, contradiction, draft=form)
        return HttpResponseRedirect(reverse("admin:claims_verdict_change", args=[drafts[0].pk]))

    def _posted(self, view: View) -> View:
        """`view` for a POST, and for nothing else."""

        def checked(request: HttpRequest, object_id: str) -> HttpResponse:
            return view(request, object_id) if request.method == "POST" else HttpResponseNotAllowed(["POST"])

        return checked

    def _step(self, request: HttpRequest, object_id: str, action: Callable[..., int], done: str) -> HttpResponse:
        """Take a step that puts claims before readers, and say how many."""
        contradiction, user = self.existing(request, object_id), desk_user(request)
        attempt(
            request,
            lambda: action(contradiction=contradiction, by=user),
            done=lambda published: f"{done}{_made_public(published)}.",
        )
        return HttpResponseRedirect(self.address("change", contradiction.pk))

    def _workbench(self, request: HttpRequest, contradiction: Contradiction, **bound: forms.BaseForm) -> HttpResponse:
        """The page, with the forms that were refused as they were filled in."""
        asked = request.GET if request.method == "GET" else {"find": request.POST.get("find", "")}
        context = {
            **self.admin_site.each_context(request),
            "title": short(contradiction.question, 60),
            "opts": self.opts,
            "original": contradiction,
            "contradiction": contradiction,
            **page_of(contradiction, user=desk_user(request), asked=asked, **bound),
        }
        return TemplateResponse(request, self.change_form_template, context)


def _made_public(claims: int) -> str:
    """Who opens a contradiction publishes its claims with it, and is told so."""
    return f"; {claims} claim{pluralize(claims)} became public as not yet checked" if claims else ""
