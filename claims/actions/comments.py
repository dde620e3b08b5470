"""What people say to each other about an item of the desk, and when it is dealt with."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from claims.actions import notifying, watching
from claims.actions.acting import acting
from claims.models import Comment, User
from claims.passages import Passage


def comment(*, item: Model, by: User, text: str, passage: Passage | None = None) -> Comment:
    """Say something about `item`, or about one passage of it, and watch it from now on. Those whom the text names
    (`@ida`) and those who watch the item are told. Raises ValidationError where nothing is said."""
    with acting(by=by, permission="claims.add_comment", doing="comment"):
        if not text.strip():
            raise ValidationError({"text": "Write a comment first."})
        where = {"field": passage.field, "quote": passage.quote, "start": passage.start} if passage else {}
        said = Comment.objects.create(item=item, author=by, text=text.strip(), **where)
        watching.begin(by, item=item)
        notifying.commented(said)
        return said


def resolve(*, comment: Comment, by: User) -> None:
    """Say that what the comment asks for is done, or answered. Raises ValidationError where it was said before."""
    with acting(by=by, permission="claims.change_comment", doing="resolve comment"):
        comment = Comment.objects.select_for_update().get(pk=comment.pk)
        if comment.resolved_at is not None:
            raise ValidationError("It is resolved already.")
        comment.resolved_at = timezone.now()
        comment.resolved_by = by
        comment.save(update_fields=["resolved_at", "resolved_by"])


def take_up_again(*, comment: Comment, by: User) -> None:
    """Say that a resolved comment is not dealt with after all. Raises ValidationError where it is open."""
    with acting(by=by, permission="claims.change_comment", doing="take comment up again"):
        comment = Comment.objects.select_for_update().get(pk=comment.pk)
        if comment.resolved_at is None:
            raise ValidationError("It is not resolved.")
        comment.resolved_at = comment.resolved_by = None
        comment.save(update_fields=["resolved_at", "resolved_by"])
