"""What the page of a contradiction shows, and which steps are open to whoever looks at it."""

from typing import Any

from django import forms

from claims import rules
from claims.admin import resolutions
from claims.admin.contradiction_forms import DecisionForm, DraftForm, ReopenForm, offered_ratings
from claims.admin.contradiction_queue import Place
from claims.admin.evidence_forms import AttachForm, EvidenceForm, FiguresForm
from claims.admin.workbench import claims_with_verdicts, columns_of
from claims.charts import stated
from claims.comparisons import compare, with_positions
from claims.models import Contradiction, ContradictionEvidence, Evidence, User
from claims.models.contradiction import PUBLIC
from claims.vocabulary import Gate

FOUND = 8
"""Pieces of evidence that a search shows."""


def page_of(contradiction: Contradiction, *, user: User, asked: Any, **bound: forms.BaseForm) -> dict[str, Any]:
    """The context of the page.

    `asked` is the query string: `resolution` fills a decision in, `find` searches evidence, `attached` changes what is
    attached, `done` names the form that was taken in. `bound` are forms that were refused, with what was typed.
    """
    comparison = compare(with_positions(Contradiction.objects.filter(pk=contradiction.pk)))[0]
    attached = list(contradiction.attached_evidence.select_related("evidence__publisher", "supports", "attached_by"))
    columns = columns_of(contradiction, attached)
    positions = [column.position for column in columns]
    edited = next((each for each in attached if str(each.evidence_id) == asked.get("attached")), None)
    attach = bound.get("attach") or AttachForm(contradiction=contradiction, initial=_as_attached(edited))
    judged = claims_with_verdicts(columns)
    return {
        "comparison": comparison,
        "columns": columns,
        "attached": [(each, stated.in_words(each.figures)) for each in attached],
        "gate": resolutions.GATES[Gate(contradiction.gate)],
        "suggestion": resolutions.in_words(contradiction.suggested_resolution),
        "resolution": resolutions.in_words(contradiction.resolution),
        "groups": resolutions.GROUPS[:-1],
        "dismissals": resolutions.GROUPS[-1][1],
        "is_public": contradiction.status in PUBLIC,
        "judged": [(each, each.in_force, each.draft_of(user)) for each in judged],
        "to_judge": next((each.claim.pk for each in judged if not each.in_force and not each.draft_of(user)), None),
        "place": Place.of(contradiction, user=user),
        "find": asked.get("find", ""),
        "found": found_evidence(contradiction, asked.get("find", ""), chosen=attach["evidence"].value()),
        "edited": edited,
        "unfolded": bool(bound.keys() & {"attach", "evidence", "counts"} or asked.get("find") or edited)
        or not attached,
        "attach": attach,
        "evidence": bound.get("evidence") or EvidenceForm(),
        "counts": bound.get("counts") or FiguresForm(positions=positions, initial=edited.figures if edited else {}),
        "decision": bound.get("decision")
        or DecisionForm(contradiction=contradiction, initial={"resolution": asked.get("resolution", "")}),
        "reopen": bound.get("reopen") or ReopenForm(),
        "draft": bound.get("draft")
        or DraftForm(contradiction=contradiction, may_shorten=user.has_perm("claims.change_claim")),
        "ratings": list(offered_ratings()),
        "done": asked.get("done", ""),
        "refused": {name for name, form in bound.items() if form.errors},
        **_steps(contradiction, user),
    }


def found_evidence(contradiction: Contradiction, words: str, *, chosen: Any = None) -> list[tuple[Evidence, bool]]:
    """The evidence that `words` find, or what is `chosen` already, each with whether it is attached."""
    rows = Evidence.objects.matching(words) if words.strip() else Evidence.objects.none()
    if not words.strip() and str(chosen or "").isdecimal():
        rows = Evidence.objects.filter(pk=chosen)
    known = set(contradiction.attached_evidence.values_list("evidence", flat=True)) if words.strip() else set()
    return [(each, each.pk in known) for each in rows.select_related("publisher")[:FOUND]]


def _as_attached(edited: ContradictionEvidence | None) -> dict[str, Any]:
    if edited is None:
        return {}
    return {"evidence": edited.evidence_id, "supports": edited.supports_id, "note": edited.note}


def _steps(contradiction: Contradiction, user: User) -> dict[str, bool]:
    """Which forms and buttons the page offers."""
    return {
        "may_open": rules.may_open(user, contradiction),
        "may_take": rules.may_take(user, contradiction),
        "may_settle": rules.may_resolve(user, contradiction),
        "may_reopen": rules.may_reopen(user, contradiction),
        "may_attach": rules.may_attach_evidence(user, contradiction),
        "may_record": user.has_perm("claims.add_evidence"),
        "may_write": user.has_perm("claims.add_verdict"),
    }
