"""What a person does with what they are told: opens it, and chooses how to be told. All of it is their own affair, so
it asks for no permission."""

from django.db import transaction
from django.utils import timezone

from claims.actions.notifying import mail_after
from claims.models import Notification, User
from claims.models.notification import NotificationQuerySet


def mark_read(*, notifications: NotificationQuerySet, by: User) -> int:
    """Say that `by` has seen those of `notifications` that are theirs; returns how many they had not. What was read
    before keeps its time."""
    return notifications.filter(recipient=by).unread().update(read_at=timezone.now())


@transaction.atomic
def choose(*, user: User, notices: User.Notices) -> None:
    """Change how `user` is told from now on, and of what waits to go out by e-mail."""
    user.notices = notices
    user.save(update_fields=["notices"])
    due = mail_after(user, timezone.now())
    Notification.objects.filter(recipient=user).to_mail().update(mail_after=due)
