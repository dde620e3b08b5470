"""What somebody has typed and not saved, kept for them and for nobody else."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from claims import rules
from claims.models import Claim, User, Verdict, WorkingCopy


def keep_words(
    *, of: Verdict | Claim, by: User, tab: str, revision: int, words: Mapping[str, Any], take_over: bool = False
) -> WorkingCopy | None:
    """Keep `words`, as typed in `tab` for a draft or for a new verdict on a claim, in place of what that tab kept
    before. None, and nothing written, where another tab has words there that nobody has restored or discarded:
    `take_over` says that somebody just has. Raises PermissionDenied where `by` may not write there."""
    may = rules.may_edit_verdict(by, of) if isinstance(of, Verdict) else by.has_perm("claims.add_verdict")
    if not may:
        raise PermissionDenied("These words are not yours to write.")
    with transaction.atomic():
        copy, created = WorkingCopy.objects.select_for_update(of=("self",)).get_or_create(
            person=by, **_key(of), defaults={"tab": tab, "revision": revision, "words": words}
        )
        if created:
            return copy
        if copy.tab != tab and not take_over and copy.words != words:
            return None
        copy.tab, copy.revision, copy.words = tab, revision, dict(words)
        copy.save()
        return copy


def copy_of(*, of: Verdict | Claim, by: User) -> WorkingCopy | None:
    """The words that `by` has kept there."""
    return WorkingCopy.objects.filter(person=by, **_key(of)).first()


def drop_words(*, of: Verdict | Claim, by: User, tab: str = "") -> None:
    """Let go of what was kept: all of it, or only what `tab` has kept, as after a save from that tab."""
    kept = WorkingCopy.objects.filter(person=by, **_key(of))
    (kept.filter(tab=tab) if tab else kept).delete()


def _key(of: Verdict | Claim) -> dict[str, Any]:
    return {"verdict": of, "claim": None} if isinstance(of, Verdict) else {"verdict": None, "claim": of}
