"""Verdicts as the desk works on them: drafted, handed over, read by a second person, published, corrected, withdrawn.

The same actions as the admin's. What is written and what is published needs If-Match: nobody writes over words that
they have not read, and nobody publishes any.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework.decorators import action

from articles.models import Publisher
from claims.actions import corrections, drafting, editing, publishing, verdicts
from claims.api.desk_serializers import (
    CorrectBody,
    DeskVerdictSerializer,
    DraftBody,
    NoteBody,
    ReasonBody,
    ScheduleBody,
    StartBody,
    SubmitBody,
    WordsBody,
)
from claims.api.writing import Writing, step
from claims.models import Claim, Contradiction, Rating, User, Verdict


class DeskVerdicts(Writing):
    """Verdicts of any status."""

    rows = Verdict.objects.select_related("author", "published_by").prefetch_related("cited_evidence")
    serializer_class = DeskVerdictSerializer
    sees = "claims.view_verdict"

    @step(StartBody, status=201, on_record=False)
    def create(self, *, by: User, claim: Claim, **words: Any) -> Verdict:
        """Begin a draft of our own desk."""
        try:
            return editing.start_verdict(claim=claim, by=by, words=as_words(**words))
        except Publisher.DoesNotExist as missing:
            raise ValidationError("The desk has no publisher of its own yet: a chief adds it first.") from missing

    @action(detail=False, methods=["post"], url_path="from-contradiction")
    @step(DraftBody, status=201, on_record=False)
    def draft(
        self, *, by: User, contradiction: Contradiction, claim: Claim, rating: Rating, short_text: str
    ) -> Verdict:
        """Begin a draft with what was found out about a contradiction: its question, explanation and evidence."""
        return drafting.draft_verdict(
            contradiction=contradiction, claim=claim, rating=rating, by=by, short_text=short_text
        )

    @step(WordsBody, guarded=True)
    def update(self, *, record: Verdict, by: User, **words: Any) -> Verdict:
        """Write in a draft."""
        asked = [
            editing.Asking(pk=row.pk, **{name: getattr(row, name) for name in editing.ASKED})
            for row in record.reply_requests.all()
        ]
        editing.save_words(verdict=record, by=by, revision=record.revision, words=as_words(**words, replies=asked))
        return record

    @action(detail=True, methods=["post"])
    @step(SubmitBody)
    def submit(self, *, record: Verdict, by: User, to: User | None, embargo: datetime | None) -> Verdict:
        """Hand a draft over for second eyes."""
        verdicts.submit(verdict=record, by=by, to=to, embargo=embargo)
        return record

    @action(detail=True, methods=["post"], url_path="send-back")
    @step(NoteBody)
    def send_back(self, *, record: Verdict, by: User, note: str) -> Verdict:
        """Make a draft again of what waits for second eyes or for its hour."""
        verdicts.send_back(verdict=record, by=by, note=note)
        return record

    @action(detail=True, methods=["post"])
    @step(guarded=True)
    def publish(self, *, record: Verdict, by: User) -> Verdict:
        """Publish the words of somebody else, now."""
        publishing.publish(verdict=record, by=by, seen=record.submitted_at)
        return record

    @action(detail=True, methods=["post"])
    @step(ScheduleBody, guarded=True)
    def schedule(self, *, record: Verdict, by: User, at: datetime) -> Verdict:
        """Approve the words of somebody else for a set time."""
        publishing.schedule(verdict=record, by=by, at=at, seen=record.submitted_at)
        return record

    @action(detail=True, methods=["post"])
    @step()
    def confirm(self, *, record: Verdict, by: User) -> Verdict:
        """Say that a published verdict stands, after what called for another look."""
        corrections.confirm(verdict=record, by=by)
        return record

    @action(detail=True, methods=["post"], url_path="look-again")
    @step(ReasonBody)
    def look_again(self, *, record: Verdict, by: User, reason: str) -> Verdict:
        """Mark a published verdict for another look: it stays in force, and readers see why."""
        corrections.look_again(verdict=record, by=by, reason=reason)
        return record

    @action(detail=True, methods=["post"])
    @step(CorrectBody, status=201)
    def correct(self, *, record: Verdict, by: User, kind: str, reason: str) -> Verdict:
        """Begin a correction: a draft with the published words, to be changed, submitted and published by another."""
        return corrections.start_correction(verdict=record, by=by, kind=Verdict.ChangeKind(kind), reason=reason)

    @action(detail=True, methods=["post"])
    @step(ReasonBody, status=201)
    def reopen(self, *, record: Verdict, by: User, reason: str) -> Verdict:
        """Take a withdrawn verdict up again: a draft with its words."""
        return corrections.reopen(verdict=record, by=by, reason=reason)

    @action(detail=True, methods=["post"])
    @step(ReasonBody)
    def withdraw(self, *, record: Verdict, by: User, reason: str) -> Verdict:
        """Take a verdict of somebody else out of force, with a public note."""
        corrections.withdraw(verdict=record, by=by, reason=reason)
        return record


def as_words(
    *, evidence: Sequence[dict[str, Any]] = (), replies: Sequence[editing.Asking] = (), **fields: Any
) -> editing.Words:
    """The members of a body as the action takes them."""
    citing = [editing.Citing(one["evidence"].pk, one["shows"]) for one in evidence]
    return editing.Words(**fields, evidence=citing, replies=replies)
