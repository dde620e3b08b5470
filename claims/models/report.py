"""What readers tell us is wrong."""

import secrets
from functools import partial
from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from articles.models import tracked
from claims.models.merging import update_of

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0, O, 1 and I, which people take for each other
LENGTH = 8


def new_reference() -> str:
    """Such as CC-7F3K2QXM: one of 2⁴⁰, so that nobody finds another's by trying."""
    return "CC-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


@partial(tracked, but=("name", "email"))
class ErrorReport(models.Model):
    """A reader says that something on a page is wrong.

    What was said stays as it came, and the report is never deleted. The name and the address are the reader's: they can
    be taken out, and stand in no line of the history, from which they could not be.
    """

    class State(models.TextChoices):
        NEW = "new", "New"
        IN_HAND = "in_hand", "In hand"
        ANSWERED = "answered", "Answered"
        DISMISSED = "dismissed", "Dismissed"

    reference = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    page = models.CharField(max_length=600, help_text="The path of the page on this site")
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    record: Any = GenericForeignKey()  # what the page is about, where that is one record of ours
    text = models.TextField(help_text="What is wrong, in the reader's words")
    evidence_url = models.URLField(max_length=600, blank=True, help_text="Where we can see that")
    language = models.CharField(max_length=16, help_text="In which the reader had the page, and is written to")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    written_to = models.CharField(
        max_length=9, choices=State, blank=True, help_text="The state that the last e-mail to the reader told of"
    )
    state = models.CharField(max_length=9, choices=State, default=State.NEW)
    answer = models.TextField(blank=True, help_text="What the reader is told, on the page of the report")
    settled_at = models.DateTimeField(null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assigned_reports",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")
        permissions = (("answer_errorreport", "Can answer and dismiss readers' reports of errors"),)
        indexes = (
            models.Index(fields=["-created_at", "-id"], name="error_report_newest"),
            models.Index(fields=["state", "-created_at", "-id"], name="error_report_state_newest"),
            models.Index(
                fields=["content_type", "object_id", "-id"],
                condition=Q(object_id__isnull=False),
                name="error_report_record",
            ),
            models.Index(
                fields=["assignee", "state"], condition=Q(assignee__isnull=False), name="error_report_assignee"
            ),
            models.Index(
                fields=["settled_at"],
                condition=Q(settled_at__isnull=False) & ~Q(name="", email=""),
                name="error_report_contact_to_clear",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""),
                name="error_report_has_text",
                violation_error_message="Say what is wrong.",
            ),
            models.CheckConstraint(
                condition=Q(content_type__isnull=True, object_id__isnull=True)
                | Q(content_type__isnull=False, object_id__isnull=False),
                name="error_report_record_is_whole",
                violation_error_message="A record is named by its kind and its number.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("new", "in_hand"), answer="", settled_at__isnull=True)
                | (Q(state__in=("answered", "dismissed"), settled_at__isnull=False) & ~Q(answer="")),
                name="error_report_settled_with_answer",
                violation_error_message="A settled report says what the reader is told, and an open one says nothing.",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="said_once",
                fields=[
                    "reference",
                    "page",
                    "content_type",
                    "object_id",
                    "text",
                    "evidence_url",
                    "language",
                    "created_at",
                ],
            ),
            pgtrigger.Trigger(
                name="contact_only_cleared",
                operation=update_of("name", "email"),
                when=pgtrigger.Before,
                func="""
                    IF (NEW.name, NEW.email) IS DISTINCT FROM (OLD.name, OLD.email)
                       AND (NEW.name, NEW.email) <> ('', '') THEN
                        RAISE EXCEPTION 'Whom a report is from is taken out, and never written anew.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def is_settled(self) -> bool:
        """Whether the desk has answered or dismissed it."""
        return self.state in (self.State.ANSWERED, self.State.DISMISSED)

    @property
    def has_contact(self) -> bool:
        """Whether it still says whom it is from."""
        return bool(self.name or self.email)
