"""The workbench: what the sources say, side by side, and what an editor makes of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from claims.actions import review
from claims.admin import resolutions
from claims.admin.base import DeskAdmin, RelatedFilter, attempt, desk_user, short
from claims.admin.contradiction_forms import AttachForm, DecisionForm, EvidenceForm, ReopenForm
from claims.admin.workbench import claims_with_verdicts, columns_of
from claims.models import Contradiction, ContradictionEvidence, Position
from claims.models.contradiction import UNSETTLED
from claims.vocabulary import DISMISSALS, ContradictionStatus, Gate

View = Callable[[HttpRequest, str], HttpResponse]


@admin.register(Contradiction)
class ContradictionAdmin(DeskAdmin[Contradiction]):
    """Detection makes contradictions and people decide them, so there is no form that writes the fields themselves."""

    list_display = ("line", "status", "kind", "gate", "suggested_resolution", "event", "answers", "score", "found_at")
    list_display_links = ("line",)
    list_filter = ("status", "kind", "gate", "suggested_resolution", "resolution", ("event", RelatedFilter), "found_at")
    list_select_related = ("event",)
    search_fields = ("question", "explanation", "event__title", "rule")
    search_help_text = "Question, explanation, event or rule"
    date_hierarchy = "found_at"
    history_of = ((ContradictionEvidence, "contradiction"), (Position, "contradiction"))
    change_form_template = "admin/claims/contradiction/workbench.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Contradiction | None = None) -> bool:
        """The fields are never edited; what may be done has buttons of its own."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contradiction]:
        rows = super().get_queryset(request)
        return rows.select_related("event", "resolved_by").annotate(answers=Count("positions"))

    @admin.display(description="Question", ordering="question")
    def line(self, contradiction: Contradiction) -> str:
        return short(contradiction.question)

    @admin.display(description="Answers", ordering="answers")
    def answers(self, contradiction: Any) -> int:
        return int(contradiction.answers)

    def get_urls(self) -> list[URLPattern]:
        steps: dict[str, View] = {
            "open": self.open_view,
            "take": self.take_view,
            "attach": self.attach_view,
            "settle": self.settle_view,
            "reopen": self.reopen_view,
        }
        return [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"claims_contradiction_{name}",
            )
            for name, view in steps.items()
        ] + super().get_urls()

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The workbench. `?resolution=` fills a decision in, for the button that takes over the suggestion."""
        if request.method == "POST":
            return HttpResponseNotAllowed(["GET"])
        return self._workbench(request, self.existing(request, object_id))

    def open_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._step(request, object_id, review.open_contradiction, "Open for readers")

    def take_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._step(
            request, object_id, review.take_contradiction, "Under review: colleagues see that you are at it"
        )

    def attach_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Attach evidence that is on record, or record it and attach it in one step."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        contradiction, user = self.existing(request, object_id), desk_user(request)
        attach = AttachForm(request.POST, contradiction=contradiction)
        evidence = EvidenceForm(request.POST)
        on_record = attach.is_valid() and attach.cleaned_data["evidence"]
        if not attach.is_valid() or not (on_record or evidence.is_valid()):
            return self._workbench(request, contradiction, attach=attach, evidence=evidence)

        def act() -> None:
            with transaction.atomic():
                if not on_record and not user.has_perm("claims.add_evidence"):
                    raise PermissionDenied("You may not record new evidence.")
                review.attach_evidence(
                    contradiction=contradiction,
                    evidence=on_record or evidence.save(),
                    by=user,
                    supports=attach.cleaned_data["supports"],
                    note=attach.cleaned_data["note"],
                )

        attempt(request, act, done="Attached.")
        return HttpResponseRedirect(f"{self.address('change', contradiction.pk)}#evidence")

    def settle_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Resolve or dismiss."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        contradiction, user = self.existing(request, object_id), desk_user(request)
        form = DecisionForm(request.POST, contradiction=contradiction)
        if not form.is_valid():
            return self._workbench(request, contradiction, decision=form)
        dismissed = form.cleaned_data["resolution"] in DISMISSALS
        settled = attempt(
            request,
            lambda: review.settle_contradiction(contradiction=contradiction, by=user, **form.cleaned_data),
            done="Dismissed." if dismissed else "Resolved: readers see your explanation.",
        )
        if not settled:  # the page again, with what was written
            return self._workbench(request, contradiction, decision=form)
        return HttpResponseRedirect(self.address("change", contradiction.pk))

    def reopen_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
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

    def _step(self, request: HttpRequest, object_id: str, action: Callable[..., int], done: str) -> HttpResponse:
        """Take a step that puts claims before readers, and say how many."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        contradiction, user = self.existing(request, object_id), desk_user(request)
        attempt(
            request,
            lambda: action(contradiction=contradiction, by=user),
            done=lambda published: f"{done}{_made_public(published)}.",
        )
        return HttpResponseRedirect(self.address("change", contradiction.pk))

    def _workbench(
        self,
        request: HttpRequest,
        contradiction: Contradiction,
        *,
        attach: AttachForm | None = None,
        evidence: EvidenceForm | None = None,
        decision: DecisionForm | None = None,
        reopen: ReopenForm | None = None,
    ) -> HttpResponse:
        user = desk_user(request)
        columns = columns_of(contradiction)
        attached = list(
            contradiction.attached_evidence.select_related("evidence__publisher", "supports", "attached_by")
        )
        may_decide = user.has_perm("claims.resolve_contradiction")
        unsettled = contradiction.status in UNSETTLED
        attach = attach or AttachForm(contradiction=contradiction)
        decision = decision or DecisionForm(
            contradiction=contradiction, initial={"resolution": request.GET.get("resolution", "")}
        )
        context = {
            **self.admin_site.each_context(request),
            "title": short(contradiction.question, 60),
            "opts": self.opts,
            "original": contradiction,
            "contradiction": contradiction,
            "columns": columns,
            "claims": claims_with_verdicts(columns),
            "cited": ",".join(str(attachment.evidence_id) for attachment in attached),
            "attached": attached,
            "gate": resolutions.GATES[Gate(contradiction.gate)],
            "suggestion": resolutions.in_words(contradiction.suggested_resolution),
            "resolution": resolutions.in_words(contradiction.resolution),
            "unsettled": unsettled,
            "is_public": Contradiction.objects.public().filter(pk=contradiction.pk).exists(),
            "may_open": may_decide and contradiction.status == ContradictionStatus.SUGGESTED,
            "may_take": may_decide
            and contradiction.status in (ContradictionStatus.SUGGESTED, ContradictionStatus.OPEN),
            "may_settle": may_decide and unsettled,
            "may_reopen": may_decide and not unsettled,
            "may_attach": user.has_perm("claims.add_contradictionevidence"),
            "may_write": user.has_perm("claims.add_verdict"),
            "attach": attach,
            "evidence": evidence or EvidenceForm(),
            "records_new": evidence is not None,
            "decision": decision,
            "reopen": reopen or ReopenForm(),
            "media": self.media + attach.media,
            "following": self._following(contradiction),
        }
        return TemplateResponse(request, self.change_form_template, context)

    def _following(self, contradiction: Contradiction) -> Contradiction | None:
        """The one most worth a look after this, so that a decision leads on without a detour through the list."""
        return Contradiction.objects.unsettled().exclude(pk=contradiction.pk).order_by("-score", "pk").first()


def _made_public(claims: int) -> str:
    """Who opens a contradiction publishes its claims with it, and is told so."""
    return f"; {claims} claim{pluralize(claims)} became public as not yet checked" if claims else ""
