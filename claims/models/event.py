"""What happened."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Upper
from django.utils.text import slugify

from articles.addresses import path_to
from articles.models import tracked
from claims.models.merging import follows, one_hop
from claims.models.source import Source
from claims.vocabulary import EventKind, Precision


class EventQuerySet(models.QuerySet["Event"]):
    def public(self) -> Self:
        """Events that a public claim or contradiction is about."""
        from claims.models.claim import Claim
        from claims.models.contradiction import Contradiction
        from claims.models.position import Position

        event = OuterRef("pk")
        public_contradictions = Contradiction.objects.public()
        return self.filter(merged_into__isnull=True).filter(
            Exists(Claim.objects.public().filter(event=event))
            | Exists(public_contradictions.filter(event=event))
            | Exists(Position.objects.filter(event=event, contradiction__in=public_contradictions))
        )


@tracked
class Event(models.Model):
    """The happening that claims are about. A vote in two chambers is two events, and so are two texts in one chamber.

    `terms`, `participants` and the date are what matching finds candidates by; they are kept as the articles give them.
    """

    kind = models.CharField(max_length=12, choices=EventKind.choices())
    title = models.CharField(max_length=300)
    date = models.DateField(null=True, blank=True)
    date_precision = models.CharField(max_length=5, choices=Precision.choices(), default=Precision.DAY)
    place = models.CharField(max_length=200, blank=True)
    body = models.CharField(max_length=200, blank=True, help_text="The forum: UN General Assembly, UN Security Council")
    membership = models.PositiveIntegerField(null=True, blank=True, help_text="How many members the body has")
    sponsors = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    participants = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    terms = ArrayField(models.CharField(max_length=100), default=list, blank=True, editable=False)
    is_confirmed = models.BooleanField(default=False, help_text="An editor has checked that this is one happening")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="absorbed"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = (F("date").desc(nulls_last=True), "-id")
        indexes = (
            models.Index(F("date").desc(nulls_last=True), F("id").desc(), name="event_newest"),
            models.Index(fields=["kind", "date"], name="event_kind_date"),
            GinIndex(fields=["terms"], name="event_terms"),
            GinIndex(fields=["participants"], name="event_participants"),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="event_trigram"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="event_merged_into"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="event_not_merged_into_itself",
                violation_error_message="It cannot be merged into itself.",
            ),
        )
        triggers = (one_hop("claims_event"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return path_to("event", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60].strip("-") or "event"


@tracked
class EventIdentifier(models.Model):
    """A symbol that names one event and no other, such as the UN document symbol A/RES/ES-11/8."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="identifiers")
    value = models.CharField(max_length=100, unique=True)

    class Meta:
        ordering = ("value",)
        triggers = (follows(event_id="claims_event"),)

    def __str__(self) -> str:
        return self.value


@tracked
class RollCallVote(models.Model):
    """How one member voted, from the record of the vote."""

    class Choice(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        ABSTAIN = "abstain", "Abstained"
        NOT_VOTING = "not_voting", "Did not vote"

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="roll_call")
    state = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=Choice)
    evidence = models.ForeignKey("claims.Evidence", on_delete=models.PROTECT, related_name="roll_call")

    class Meta:
        ordering = ("event", "state__name")
        constraints = (models.UniqueConstraint(fields=["event", "state"], name="roll_call_vote_once_each"),)
        triggers = (follows(event_id="claims_event", state_id="claims_source"),)

    def __str__(self) -> str:
        return f"{self.state}: {self.get_choice_display()}"
