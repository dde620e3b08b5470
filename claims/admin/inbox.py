"""The inbox: one suggestion after another, decided by key or by button, and every step taken back as easily.

Opening a suggestion takes it in hand, so that nobody else decides it meanwhile. Each page is made of ordinary links and
forms; htmx fetches the same addresses and is given the panes without the page around them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from claims.actions import leases, triage
from claims.admin.base import attempt, desk_user, short
from claims.admin.inbox_item import EditForm, item_of
from claims.admin.inbox_queue import PER_PAGE, Inbox, neighbours
from claims.models import Claim, Lease, RejectionReason, Step, User

STEPS_SHOWN = 50


@never_cache
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The queue, with one suggestion open: `claim` names it, `after` the place of the one decided last."""
    user = reader(request)
    queue = Inbox(request.GET, user)
    try:
        rows, _, more_after = queue.page
        claim = _chosen(request, queue, user)
    except ValueError:
        return HttpResponseBadRequest("This is no place in the inbox: open it anew.")
    if claim is None and more_after and not _named(request):
        return HttpResponseRedirect(queue.address(start=queue.after(rows[-1])))
    return show(request, queue, claim, user=user)


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Accept or reject one suggestion or many, then show the next."""
    user = reader(request)
    queue = Inbox(request.GET, user)
    chosen = [int(key) for key in request.POST.getlist("claim") if key.isdecimal() and len(key) < 19]
    claims = list(Claim.objects.filter(pk__in=chosen[: 2 * PER_PAGE]))
    if not claims:
        messages.error(request, "Choose at least one claim first.")
        return _to(queue.address())
    outcome = _outcome(request, lambda: _decided(request, claims, user))
    _say(request, outcome, "Accepted" if request.POST.get("do") == "accept" else "Rejected")
    if len(claims) > 1:
        return _to(queue.address())
    if not outcome.done:
        return _to(queue.address(claim=claims[0].pk))
    return _to(queue.address(after=queue.after(claims[0])))


@never_cache
@require_POST
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the words and topics of a suggestion. What cannot be saved stays in the form."""
    user = reader(request)
    queue = Inbox(request.GET, user)
    claim = get_object_or_404(Claim.objects.select_related("event", "assignee"), pk=pk)
    form = EditForm(request.POST, claim=claim)
    if form.is_valid():
        outcome = _outcome(request, lambda: triage.edit(claim=claim, by=user, **form.cleaned_data))
        _say(request, outcome, "Edited")
        if outcome.done:
            return _to(queue.address(claim=claim.pk))
    return show(request, queue, claim, user=user, form=form)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the steps that are named, or else the last; then show what they were taken on."""
    user = reader(request)
    queue = Inbox(request.GET, user)
    named = [int(key) for key in request.POST.getlist("step") if key.isdecimal() and len(key) < 19]
    steps = list(Step.objects.filter(pk__in=named)) if named else triage.latest(user)
    if not steps:
        messages.info(request, "There is nothing to undo.")
        return _to(queue.address())
    done = attempt(
        request,
        lambda: triage.undo(steps=steps, by=user),
        done=lambda undone: f"Undone: {steps[0].get_action_display().lower()}, {_counted(len(undone))}.",
    )
    return _to(queue.address(claim=steps[0].object_id if done and len(steps) == 1 else None))


@require_POST
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep in hand what is being read: 204, or 409 where somebody else has it by now."""
    user = reader(request)
    held = may_triage(user) and leases.take(item=get_object_or_404(Claim, pk=pk), by=user)
    return HttpResponse(status=204 if held else 409)


@never_cache
@require_safe
def steps(request: HttpRequest) -> HttpResponse:
    """What one has done lately, newest first, with a way back from each."""
    user = reader(request)
    taken = list(Step.objects.filter(by=user).select_related("reversal").order_by("-pk")[:STEPS_SHOWN])
    claims = Claim.objects.in_bulk({step.object_id for step in taken})
    context = {
        **admin.site.each_context(request),
        "title": "My steps",
        "rows": [{"step": step, "claim": claims[step.object_id]} for step in taken],
    }
    return TemplateResponse(request, "admin/inbox/steps.html", context)


def reader(request: HttpRequest) -> User:
    """Raises PermissionDenied for who may not see claims."""
    user = desk_user(request)
    if not user.has_perm("claims.view_claim"):
        raise PermissionDenied
    return user


def may_triage(user: User) -> bool:
    """Whether the buttons are there. The actions ask again."""
    return user.has_perm("claims.review_claim")


def show(
    request: HttpRequest, queue: Inbox, claim: Claim | None, *, user: User, form: EditForm | None = None
) -> HttpResponse:
    """The panes, and for who comes without htmx the page around them."""
    rows, more_before, more_after = queue.page
    held = leases.held_by_others(items=[*rows, *([claim] if claim else [])], by=user)
    previous, following = neighbours(rows, claim) if claim else (None, None)
    if following:
        onward = queue.address(claim=following.pk)
    else:
        onward = queue.address(start=queue.after(claim)) if claim and (more_after or claim not in rows) else ""
    waits = claim is not None and claim.status == Claim.Status.SUGGESTED
    context: dict[str, Any] = {
        "title": "Inbox",
        "queue": queue,
        "rows": [Row(row, held.get(row.pk), queue.address(claim=row.pk)) for row in rows],
        "newer": queue.address(start=queue.before(rows[0])) if rows and more_before else "",
        "older": queue.address(start=queue.after(rows[-1])) if rows and more_after else "",
        "previous": queue.address(claim=previous.pk) if previous else "",
        "next": onward,
        "here": queue.address(),
        "cleared": queue.address(**dict.fromkeys(queue.form.fields), start=None),
        "item": item_of(claim, appearance=request.GET.get("said", ""), edit=form) if claim else None,
        "place": queue.place_of(claim) if claim and waits else None,
        "lease": held.get(claim.pk) if claim else None,
        "may_triage": may_triage(user),
        "may_decide": may_triage(user) and waits and claim is not None and claim.pk not in held,
        "last": triage.latest(user),
    }
    fragment = bool(request.htmx) and not request.htmx.history_restore_request  # type: ignore[attr-defined]  # its middleware
    if not fragment:
        context |= admin.site.each_context(request) | {"title": "Inbox", "is_fullwidth": True}
    response = TemplateResponse(request, f"admin/inbox/{'panes' if fragment else 'page'}.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the queue, and who else has it in hand."""

    claim: Claim
    lease: Lease | None
    url: str


def _named(request: HttpRequest) -> str:
    return request.GET.get("claim", "")


def _chosen(request: HttpRequest, queue: Inbox, user: User) -> Claim | None:
    """The claim that is named, or else the next that nobody has; it is in hand from now on. Raises ValueError for what
    is no place, Http404 for what is no claim."""
    rows = queue.page[0]
    if named := _named(request):
        if not named.isdecimal():
            raise Http404("There is no such claim.")
        claim = get_object_or_404(Claim.objects.select_related("event", "assignee"), pk=named)
        if may_triage(user) and claim.status == Claim.Status.SUGGESTED:
            leases.take(item=claim, by=user)
            leases.let_go(model=Claim, by=user, but=claim)
        return claim
    listed = Claim.objects.filter(pk__in=[row.pk for row in rows])
    if place := request.GET.get("after"):
        listed = listed & queue.beyond(place)
    if not may_triage(user):
        key = queue.sorted(listed).values_list("pk", flat=True).first()
    else:
        taken = leases.take_next(items=queue.sorted(listed), by=user)
        leases.let_go(model=Claim, by=user, but=taken)
        key = taken.pk if taken else None
    return next((row for row in rows if row.pk == key), None)


def _decided(request: HttpRequest, claims: list[Claim], user: User) -> triage.Outcome:
    if request.POST.get("do") == "accept":
        return triage.accept(claims=claims, by=user)
    key = request.POST.get("reason", "")
    reason = get_object_or_404(RejectionReason.objects.offered(), pk=key if key.isdecimal() else 0)
    return triage.reject(claims=claims, by=user, reason=reason, note=request.POST.get("note", "")[:200])


def _outcome(request: HttpRequest, act: Callable[[], triage.Outcome]) -> triage.Outcome:
    """What came of `act`; empty where it was refused altogether, which is said."""
    outcomes: list[triage.Outcome] = []
    attempt(request, lambda: outcomes.append(act()), done="")
    return outcomes[0] if outcomes else triage.Outcome()


def _say(request: HttpRequest, outcome: triage.Outcome, done: str) -> None:
    if len(outcome.done) == 1:
        messages.success(request, f"{done}: “{short(outcome.done[0].text, 80)}”")
    elif outcome.done:
        messages.success(request, f"{done}: {_counted(len(outcome.done))}.")
    for claim, why in outcome.refused:
        messages.error(request, f"“{short(claim.text, 60)}”: {why}")


def _counted(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"


def _to(address: str) -> HttpResponseRedirect:
    """Back to the inbox, by GET."""
    response = HttpResponseRedirect(reverse("desk_inbox") + address)
    response.status_code = 303
    return response
