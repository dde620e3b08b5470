"""What people are told of, in the desk and by e-mail."""

from typing import Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


class NotificationQuerySet(models.QuerySet["Notification"]):
    def unread(self) -> Self:
        """What the person has not opened yet."""
        return self.filter(read_at=None)

    def to_mail(self) -> Self:
        """What is to go out by e-mail, now or later. What was read at the desk meanwhile need not."""
        return self.filter(mail_after__isnull=False, mailed_at=None, read_at=None)


class Notification(models.Model):
    """One person is told of one event, once: `event` names it, and a second telling of it finds the row there already.

    How the person wanted to be told at that moment stands in `mail_after`: the time from which it may go out by e-mail,
    nothing where it never shall. A failed try moves it on. The words in `text` are for the desk alone: they may be of
    a draft, and an e-mail leaves the house.
    """

    class Verb(models.TextChoices):
        ASSIGNED = "assigned", "assigned you"
        MENTIONED = "mentioned", "mentioned you in a comment on"
        COMMENTED = "commented", "commented on"
        SUBMITTED = "submitted", "asks you to read and publish"
        RETURNED = "returned", "sent back"
        PUBLISHED = "published", "published"
        CORRECTED = "corrected", "corrected"
        WITHDREW = "withdrew", "withdrew"
        REOPENED = "reopened", "reopened"
        MARKED = "marked", "asks for another look at"
        REPORTED = "reported", "sent"

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="notifications"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        help_text="Who did it; nobody where the machine did",
    )
    verb = models.CharField(max_length=10, choices=Verb)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, db_index=False, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    event = models.CharField(max_length=100, help_text="What happened, so that nobody is told of it twice")
    text = models.CharField(max_length=300, blank=True, help_text="A few words of it, for the desk alone")
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mail_after = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_error = models.CharField(max_length=300, blank=True, help_text="Why the last try failed")

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=["recipient", "-id"], condition=Q(read_at__isnull=True), name="notification_unread"),
            models.Index(fields=["recipient", "-id"], condition=Q(read_at__isnull=False), name="notification_read"),
            models.Index(
                fields=["mail_after", "recipient"],
                condition=Q(mail_after__isnull=False, mailed_at__isnull=True, read_at__isnull=True),
                name="notification_to_mail",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["recipient", "event"], name="notification_once_per_event"),
            models.CheckConstraint(
                condition=Q(actor__isnull=True) | ~Q(actor=models.F("recipient")),
                name="notification_not_of_own_doing",
                violation_error_message="Nobody is told of what they did themselves.",
            ),
            models.CheckConstraint(
                condition=Q(mailed_at__isnull=True) | Q(mail_after__isnull=False),
                name="notification_mailed_if_wanted",
                violation_error_message="It goes out by e-mail only to who wants that.",
            ),
        )

    def __str__(self) -> str:
        """What happened, without a word of the item: this also goes out by e-mail."""
        nobody = "A reader" if self.verb == self.Verb.REPORTED else "The machine"
        who = self.actor.name if self.actor else nobody
        return f"{who} {self.get_verb_display()} {self.content_type.name} {self.object_id}"
