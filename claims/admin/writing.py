"""The editor of a verdict: everything about it is in one form, and every button of the form works without JavaScript.

The form is sent whole, whichever button is pressed: `do` says what for. Only `save` and `settle` write the verdict; the
others show the same words again with a row moved, a search done or a preview drawn. With JavaScript the page sends the
same form to the same address and takes the part that changed out of the answer.
"""

import secrets
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.http import urlencode

from articles.models import Publisher
from claims import rules
from claims.actions import editing, presence, working_copies
from claims.actions.refusals import sentence_of
from claims.admin.base import desk_user, short
from claims.admin.evidence_forms import EvidenceForm
from claims.admin.held import keeps_what_was_sent
from claims.admin.keeping import KeepingAdmin, number, typed_by
from claims.admin.verdict_steps import VerdictSteps
from claims.admin.verdict_words import Typed, differences, is_key
from claims.admin.writing_forms import WordsForm, ratings_offered, reply_forms, words_of
from claims.admin.writing_page import Sheet, about, cited_rows, evidence_found, scales_of
from claims.models import Claim, Verdict, WorkingCopy

BY_HAND = ("headline", "summary", "body", "short_text", "change_reason")
"""Fields that a third text can settle where two people have written two."""
WANTED = 50
"""Pieces of evidence that a link to a new verdict may carry along."""


class WritingAdmin(KeepingAdmin, VerdictSteps):
    """The pages on which a verdict is begun and written."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("add/", keeps_what_was_sent(wrap(self.add_view)), name="claims_verdict_add"),
            path("<path:object_id>/change/", keeps_what_was_sent(wrap(self.change_view)), name="claims_verdict_change"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request: HttpRequest, obj: Verdict | None = None) -> bool:
        writes = obj is None or rules.may_edit_verdict(desk_user(request), obj)
        return super().has_change_permission(request, obj) and writes

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """A new verdict on `?claim=`; without one, the choice of a claim. `?evidence=3,7` is cited from the start."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if not Publisher.objects.filter(kind=Publisher.Kind.OWN).exists():
            messages.error(
                request, "Add our own desk as a publisher first (kind “Our own desk”), and its rating scale."
            )
            return HttpResponseRedirect(self.address("changelist"))
        if not is_key(chosen := request.GET.get("claim", "")):
            return self._choose_claim(request)
        claim = get_object_or_404(Claim.objects.select_related("event"), pk=chosen)
        if claim.status in (Claim.Status.REJECTED, Claim.Status.MERGED):
            messages.error(request, f"This claim is {claim.get_status_display().lower()}: no verdict is written on it.")
            return HttpResponseRedirect(self.address("add"))
        return self._sheet_view(request, claim, None)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The editor for who may write in it, the words for everybody else."""
        verdict = self.existing(request, object_id)
        if rules.may_edit_verdict(desk_user(request), verdict):
            return self._sheet_view(request, verdict.claim, verdict)
        if request.method == "POST":
            raise PermissionDenied("This draft is not yours to write, or it is no draft any more.")
        typed = Typed.of(verdict)
        context = self._page(request, verdict.claim, verdict) | {
            "rows": cited_rows(typed),
            "replies": list(verdict.reply_requests.order_by("asked_at", "id")),
        }
        return TemplateResponse(request, "admin/claims/verdict/closed.html", context)

    # --- what the buttons do ------------------------------------------------------------------------------------
    def _sheet_view(self, request: HttpRequest, claim: Claim, verdict: Verdict | None) -> HttpResponse:
        sheet = Sheet(
            user=desk_user(request),
            claim=claim,
            verdict=verdict,
            typed=Typed.of(verdict) if verdict else _prefilled(request, claim),
            tab=secrets.token_urlsafe(9),
            revision=verdict.revision if verdict else 0,
        )
        if request.method != "POST":
            presence.forget_visits(by=sheet.user)
            sheet.unsaved = self._unsaved(sheet, working_copies.copy_of(of=sheet.of, by=sheet.user))
            return self._show(request, sheet)
        saved, sheet.typed = sheet.typed, Typed.sent(request.POST)
        sheet.tab = request.POST.get("tab", "")[:40] or sheet.tab
        sheet.revision = number(request.POST.get("revision", "")) if verdict else 0
        if not typed_by(sheet.user, request):
            sheet.refusals.append("Somebody else had typed this here. Save again if these words are to be yours.")
            return self._show(request, sheet)
        do, _, what = request.POST.get("do", "save").partition(":")
        if do == "save":
            return self._save(request, sheet)
        if do == "settle" and verdict:
            for one in differences(sheet.typed, saved):
                sheet.typed.take(
                    saved, one.name, request.POST.get(f"take-{one.name}", ""), request.POST.get(f"hand-{one.name}", "")
                )
            sheet.revision = number(request.POST.get("theirs", ""))
            return self._save(request, sheet)
        if do == "merge" and verdict and verdict.revision != sheet.revision:
            return self._conflict(request, sheet, verdict)
        if do == "discard":
            working_copies.drop_words(of=sheet.of, by=sheet.user)
            messages.success(request, "Discarded: these are the saved words.")
            return HttpResponseRedirect(request.get_full_path())
        self._rearrange(request, sheet, saved, do, what)
        return self._show(request, sheet)

    def _rearrange(self, request: HttpRequest, sheet: Sheet, saved: Typed, do: str, what: str) -> None:
        """Change what is shown, and write nothing but evidence that is new on record."""
        typed = sheet.typed
        if do in ("up", "down"):
            typed.move(what, -1 if do == "up" else 1)
        elif do in ("cite", "drop"):
            (typed.cite if do == "cite" else typed.drop)(what)
        elif do == "ask":
            typed.ask()
        elif do == "strike":
            typed.strike(what)
        elif do == "find":
            sheet.find = request.POST.get("find", "")
        elif do == "preview":
            sheet.preview = True
        elif do == "record":
            sheet.record = EvidenceForm(request.POST)
            if sheet.record.is_valid():
                try:
                    new = sheet.record.same or editing.record_evidence(
                        evidence=sheet.record.save(commit=False), by=sheet.user
                    )
                except (PermissionDenied, ValidationError) as refusal:
                    sheet.refusals.append(str(refusal))
                else:
                    typed.cite(str(new.pk))
                    sheet.record = None
        elif do == "restore" and (copy := working_copies.copy_of(of=sheet.of, by=sheet.user)):
            sheet.typed, sheet.revision = Typed.kept(copy.words), copy.revision
            working_copies.keep_words(
                of=sheet.of, by=sheet.user, tab=sheet.tab, revision=copy.revision, words=copy.words, take_over=True
            )
        elif do == "compare":
            sheet.unsaved = {"differences": differences(typed, saved), "here": True}

    def _save(self, request: HttpRequest, sheet: Sheet) -> HttpResponse:
        ratings = self._ratings(sheet)
        form = WordsForm(sheet.typed, claim=sheet.claim, verdict=sheet.verdict, judge=True, ratings=ratings)
        replies = reply_forms(sheet.typed, judge=True)
        sheet.judge = True
        judged = [form.is_valid(), *(line.is_valid() for line in replies)]
        if not all(judged):
            return self._show(request, sheet)
        words = words_of(form, replies, sheet.typed)
        try:
            with transaction.atomic():
                if sheet.verdict:
                    editing.save_words(verdict=sheet.verdict, by=sheet.user, revision=sheet.revision, words=words)
                    verdict = sheet.verdict
                else:
                    verdict = editing.start_verdict(claim=sheet.claim, by=sheet.user, words=words)
                working_copies.drop_words(of=sheet.of, by=sheet.user, tab=sheet.tab)
        except editing.EditConflictError as conflict:
            return self._conflict(request, sheet, conflict.current)
        except ValidationError as refusal:
            sheet.refusals += refusal.messages
        except IntegrityError as refusal:
            sheet.refusals.append(sentence_of(refusal))
        else:
            messages.success(request, "Saved.")
            return HttpResponseRedirect(f"{self.address('change', verdict.pk)}?{urlencode({'saved': sheet.tab})}")
        return self._show(request, sheet)

    def _conflict(self, request: HttpRequest, sheet: Sheet, current: Verdict) -> HttpResponse:
        """Both texts side by side. What is ours is kept before anything is chosen."""
        working_copies.keep_words(
            of=sheet.of,
            by=sheet.user,
            tab=sheet.tab,
            revision=sheet.revision,
            words=sheet.typed.as_json(),
            take_over=True,
        )
        context = self._page(request, sheet.claim, current) | {
            "sheet": sheet,
            "differences": differences(sheet.typed, Typed.of(current)),
            "pairs": sheet.typed.as_pairs(),
            "theirs": (current.edited_by or current.author).called,
            "current": current,
            "by_hand": BY_HAND,
        }
        return TemplateResponse(request, "admin/claims/verdict/conflict.html", context, status=409)

    # --- what is shown ------------------------------------------------------------------------------------------
    def _show(self, request: HttpRequest, sheet: Sheet) -> HttpResponse:
        ratings = self._ratings(sheet)
        typed = sheet.typed
        form = WordsForm(typed, claim=sheet.claim, verdict=sheet.verdict, judge=sheet.judge, ratings=ratings)
        context = self._page(request, sheet.claim, sheet.verdict) | {
            "sheet": sheet,
            "form": form,
            "scales": scales_of(ratings),
            "rows": cited_rows(typed),
            "found": evidence_found(sheet.find or "", claim=sheet.claim, without=typed),
            "record": sheet.record or EvidenceForm(),
            "may_record": sheet.user.has_perm("claims.add_evidence"),
            "replies": reply_forms(typed, judge=sheet.judge),
        }
        return TemplateResponse(request, "admin/claims/verdict/change_form.html", context)

    def _page(self, request: HttpRequest, claim: Claim, verdict: Verdict | None) -> dict[str, Any]:
        steps = self.panel(desk_user(request), verdict) if verdict else {}
        return {
            **self.admin_site.each_context(request),
            **about(claim),
            **steps,
            "title": short(verdict.headline, 60) if verdict else "New verdict",
            "opts": self.opts,
            "original": verdict,
            "media": self.media,
        }

    def _choose_claim(self, request: HttpRequest) -> HttpResponse:
        words = request.GET.get("q", "").strip()
        claims = Claim.objects.exclude(status__in=(Claim.Status.REJECTED, Claim.Status.MERGED)).defer("search_vector")
        if words:
            claims = claims.filter(text__icontains=words)
        context = {
            **self.admin_site.each_context(request),
            "title": "New verdict",
            "opts": self.opts,
            "media": self.media,
            "words": words,
            "claims": list(claims.order_by("-created_at", "-pk")[:20]),
        }
        return TemplateResponse(request, "admin/claims/verdict/choose_claim.html", context)

    def _ratings(self, sheet: Sheet) -> Any:
        if sheet.verdict:
            return ratings_offered(sheet.verdict.publisher, given=sheet.verdict.rating_id)
        return ratings_offered(Publisher.objects.own(), given=None)

    def _unsaved(self, sheet: Sheet, copy: WorkingCopy | None) -> dict[str, Any] | None:
        """What differs between the saved words and those kept, if anything does."""
        if copy is None:
            return None
        if not (found := differences(Typed.kept(copy.words), sheet.typed)):
            working_copies.drop_words(of=sheet.of, by=sheet.user)
            return None
        return {"differences": found, "saved_at": copy.saved_at, "is_old": copy.saved_at.date() < timezone.now().date()}


def _prefilled(request: HttpRequest, claim: Claim) -> Typed:
    """What a new verdict begins with: the claim's language and the evidence that the link named."""
    typed = Typed(single={"language": claim.language, "short_text": claim.short_text})
    for pk in request.GET.get("evidence", "").split(",")[:WANTED]:
        if is_key(pk):
            typed.cite(pk)
    return typed
