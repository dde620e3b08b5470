"""Who may do what to which record: the one place that says so.

A permission says what a role may do at all, and Django's groups hand it out. Here it meets the record: whose draft it
is, who is asked to write it, where it stands. The rules read a user and a record and ask nothing of the database but
the user's permissions. Pages show a button where its rule is true; the actions ask the same rules again and say in a
sentence what is in the way; the database holds the ones that matter most (claims.models.verdict_rules).
"""

from claims.models import ApiKey, Claim, Contradiction, ErrorReport, User, Verdict
from claims.models.contradiction import UNSETTLED
from claims.vocabulary import ContradictionStatus

Work = Claim | Contradiction | ErrorReport | Verdict
"""What can be assigned to somebody."""

OWN_SAY = ("claims.review_claim", "claims.resolve_contradiction", "claims.publish_verdict", "claims.change_user")
"""Permissions to decide what readers see, or who may. Whoever has one of them needs a second factor to log in."""

PROGRAMS_MAY = frozenset(
    {
        *("articles.add_article", "articles.add_publisher", "claims.add_appearance", "claims.import_reviews"),
        *("claims.add_evidence", "claims.add_contradictionevidence", "claims.add_comment", "claims.change_comment"),
        *("claims.add_verdict", "claims.change_verdict", "claims.submit_verdict", "claims.add_waiver"),
        *("claims.add_verdictevidence", "claims.change_verdictevidence", "claims.delete_verdictevidence"),
        "claims.delete_waiver",
    }
)
"""Permissions that a service account can use, beside those to see things, whatever its roles: to bring in, to suggest
and to draft. What readers see changes by a person's hand."""


# --- verdicts: whose words they are -----------------------------------------------------------------------------
def is_writer(user: User, verdict: Verdict) -> bool:
    """Whether some of the words are `user`'s: they began it, or have changed it since."""
    return user.pk == verdict.author_id or user.pk in verdict.writers


def writes(user: User, verdict: Verdict) -> bool:
    """Whether the draft is `user`'s to write: its author's, or who was asked to write it; a chief writes in any.

    Whoever writes in it can no longer publish it, so that it always has second eyes.
    """
    return user.pk in (verdict.author_id, verdict.assignee_id) or user.has_perm("claims.edit_any_draft")


def may_edit_verdict(user: User, verdict: Verdict) -> bool:
    """Change the words of a draft, and what it cites."""
    return user.has_perm("claims.change_verdict") and verdict.status == Verdict.Status.DRAFT and writes(user, verdict)


def may_submit(user: User, verdict: Verdict) -> bool:
    """Hand a draft over for second eyes. Only who has written in it does, so whoever publishes it did not submit it."""
    return (
        user.has_perm("claims.submit_verdict")
        and verdict.status == Verdict.Status.DRAFT
        and is_writer(user, verdict)
        and writes(user, verdict)
    )


def returns(user: User, verdict: Verdict) -> bool:
    """Whether it is `user`'s to make a draft again of what was handed over: a writer's, or of who could publish it."""
    return is_writer(user, verdict) or user.has_perm("claims.publish_verdict")


def may_return(user: User, verdict: Verdict) -> bool:
    """Make a draft again of what waits for second eyes or for its hour."""
    waits = verdict.status in (Verdict.Status.SUBMITTED, Verdict.Status.SCHEDULED)
    return user.has_perm("claims.submit_verdict") and waits and returns(user, verdict)


def may_publish(user: User, verdict: Verdict) -> bool:
    """Publish, now or at a set time, what waits for second eyes: never one's own words."""
    return (
        user.has_perm("claims.publish_verdict")
        and verdict.status == Verdict.Status.SUBMITTED
        and not is_writer(user, verdict)
    )


def may_correct(user: User, verdict: Verdict) -> bool:
    """Begin a correction: a draft like any other, which a second person publishes."""
    ours = verdict.origin == Verdict.Origin.WRITTEN
    return user.has_perm("claims.add_verdict") and verdict.status == Verdict.Status.PUBLISHED and ours


def may_confirm(user: User, verdict: Verdict) -> bool:
    """Say that a published verdict stands, after what called for another look."""
    marked = verdict.status == Verdict.Status.PUBLISHED and bool(verdict.needs_review)
    return user.has_perm("claims.publish_verdict") and marked


def may_withdraw(user: User, verdict: Verdict) -> bool:
    """Take a published verdict out of force: never alone what two people put before readers."""
    return (
        user.has_perm("claims.publish_verdict")
        and verdict.status == Verdict.Status.PUBLISHED
        and not is_writer(user, verdict)
    )


# --- contradictions ---------------------------------------------------------------------------------------------
def may_open(user: User, contradiction: Contradiction) -> bool:
    """Put a suggestion before readers."""
    return _decides(user) and contradiction.status == ContradictionStatus.SUGGESTED


def may_take(user: User, contradiction: Contradiction) -> bool:
    """Say that `user` is at work on it, also where a colleague was."""
    mine = contradiction.status == ContradictionStatus.UNDER_REVIEW and contradiction.assignee_id == user.pk
    return _decides(user) and contradiction.status in UNSETTLED and not mine


def may_resolve(user: User, contradiction: Contradiction) -> bool:
    """Resolve or dismiss what is not settled."""
    return _decides(user) and contradiction.status in UNSETTLED


def may_reopen(user: User, contradiction: Contradiction) -> bool:
    """Take up again what is settled."""
    return _decides(user) and contradiction.status not in UNSETTLED


def may_attach_evidence(user: User, contradiction: Contradiction) -> bool:
    """Attach evidence. To anything but a suggestion it is public at once, and may undo a decision."""
    return user.has_perm("claims.add_contradictionevidence") and (
        contradiction.status == ContradictionStatus.SUGGESTED or _decides(user)
    )


def _decides(user: User) -> bool:
    return user.has_perm("claims.resolve_contradiction")


# --- claims -----------------------------------------------------------------------------------------------------
def may_review(user: User, claim: Claim) -> bool:
    """Take a claim into the public record or keep it out. One that was merged stays merged."""
    return user.has_perm("claims.review_claim") and claim.status != Claim.Status.MERGED


def may_add_words(user: User, claim: Claim) -> bool:
    """Mark words in a text as an appearance of the claim. Readers see those of an accepted one: an editor's to add."""
    seen = claim.status == Claim.Status.ACCEPTED
    open_to_more = claim.status == Claim.Status.SUGGESTED or (seen and user.has_perm("claims.review_claim"))
    return user.has_perm("claims.add_appearance") and open_to_more


# --- whose work an item is --------------------------------------------------------------------------------------
def work_on(item: Work) -> str:
    """The permission without which nobody could do anything with `item`, so that it cannot be theirs; empty where
    nothing is left to do."""
    if isinstance(item, Claim):
        return "claims.add_verdict" if item.status in (Claim.Status.SUGGESTED, Claim.Status.ACCEPTED) else ""
    if isinstance(item, Contradiction):
        return "claims.resolve_contradiction" if item.status in UNSETTLED else ""
    if isinstance(item, ErrorReport):
        return "" if item.is_settled else "claims.answer_errorreport"
    asked = {
        Verdict.Status.DRAFT: "claims.change_verdict",
        Verdict.Status.SUBMITTED: "claims.publish_verdict",
        Verdict.Status.PUBLISHED: "claims.add_verdict",  # a correction
    }
    return asked.get(Verdict.Status(item.status), "")


def may_work_on(user: User, item: Work) -> bool:
    """Whether `item` can be assigned to `user`. Nobody reads their own words for a second time."""
    permission = work_on(item)
    own = isinstance(item, Verdict) and item.status == Verdict.Status.SUBMITTED and is_writer(user, item)
    return bool(permission) and user.is_staff and user.has_perm(permission) and not own


def may_hand_out(user: User, item: Work) -> bool:
    """Assign `item` to whoever can work on it, or to nobody: who decides on such items, and whose it is.

    A draft is handed out by those who write in it alone, since whoever it is assigned to writes in it from then on.
    """
    if isinstance(item, Verdict):
        if item.status == Verdict.Status.DRAFT:
            return user.has_perm("claims.change_verdict") and writes(user, item)
        if item.status == Verdict.Status.SUBMITTED:
            return user.has_perm("claims.submit_verdict") and returns(user, item)
    decides = {
        Claim: "claims.review_claim",
        Contradiction: "claims.resolve_contradiction",
        ErrorReport: "claims.answer_errorreport",
    }
    return user.has_perm(decides.get(type(item), "claims.publish_verdict")) or (
        user.pk == item.assignee_id and may_work_on(user, item)
    )


def may_take_on(user: User, item: Work) -> bool:
    """Have `item` assigned to oneself: also who hands nothing out takes what is nobody's, but for a draft."""
    free = item.assignee_id is None and not (isinstance(item, Verdict) and item.status == Verdict.Status.DRAFT)
    return may_work_on(user, item) and (free or may_hand_out(user, item))


# --- people -----------------------------------------------------------------------------------------------------
def needs_second_factor(user: User) -> bool:
    """Whether a password is not enough for `user`: a superuser, or who decides what readers see, or who may do so."""
    return user.is_superuser or any(user.has_perm(permission) for permission in OWN_SAY)


def may_manage(user: User, person: User) -> bool:
    """Change the roles of `person`, switch them off and on, reset their second factor, end their sessions.

    Nobody raises themself, and a superuser is managed by superusers alone.
    """
    return (
        user.has_perm("claims.change_user") and person.pk != user.pk and (user.is_superuser or not person.is_superuser)
    )


# --- keys of programs -------------------------------------------------------------------------------------------
def may_make_key(user: User, owner: User) -> bool:
    """Make a key of `owner`: one's own, or a service account's that can do no more than oneself. Nobody makes one of a
    colleague, whose name would then stand under what somebody else does."""
    if not (user.has_perm("claims.add_apikey") and owner.is_active):
        return False
    if owner.pk == user.pk:
        return True
    return owner.is_service and may_manage(user, owner) and owner.get_all_permissions() <= user.get_all_permissions()


def may_revoke_key(user: User, key: ApiKey) -> bool:
    """Revoke a key: one's own, and any where one keeps them."""
    return user.pk == key.user_id or user.has_perm("claims.change_apikey")
