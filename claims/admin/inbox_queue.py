"""The queue of suggested claims: its filters, its order, and a page of it by place instead of by number."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from articles.models import Publisher
from claims.admin.counting import MOST, shown
from claims.keyset import Cursor, Order
from claims.models import Appearance, Claim, ClaimTopic, Topic, User

PER_PAGE = 25
MOST_PUBLISHERS = 50
SORTS = {"worth": "-score", "newest": "-created_at"}


def languages() -> list[str]:
    """The languages that suggestions are in, each found with one look into the index: no list of all is read."""
    with connection.cursor() as cursor:
        cursor.execute("""
            WITH RECURSIVE found AS (
                (SELECT language FROM claims_claim WHERE status = 'suggested' ORDER BY language LIMIT 1)
                UNION ALL
                SELECT (SELECT language FROM claims_claim
                        WHERE status = 'suggested' AND language > found.language ORDER BY language LIMIT 1)
                FROM found WHERE found.language IS NOT NULL
            ) SELECT language FROM found WHERE language IS NOT NULL
        """)
        return [language for (language,) in cursor.fetchall()]


class FilterForm(forms.Form):
    """What of the queue to show, and in which order."""

    sort = forms.ChoiceField(
        choices=(("worth", "Most worth checking"), ("newest", "Newest")), required=False, label="Order"
    )
    assigned = forms.ChoiceField(
        choices=(("", "Anybody"), ("me", "Me"), ("nobody", "Nobody")), required=False, label="Assigned to"
    )
    topic = forms.ModelChoiceField(Topic.objects.offered(), required=False, empty_label="Any topic")
    language = forms.ChoiceField(
        choices=lambda: [("", "Any language"), *((tag, tag) for tag in languages())], required=False
    )
    publisher = forms.CharField(max_length=200, required=False, label="Outlet", help_text="Part of its name")
    score = forms.FloatField(
        min_value=0, max_value=1, required=False, label="Score at least",
        widget=forms.NumberInput(attrs={"step": "0.05"}),
    )  # fmt: skip
    event = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Place:
    """Where a claim stands in the queue, for people: “3 of 41”, “3 of 999+”."""

    before: int
    total: int

    def __str__(self) -> str:
        return f"{shown(self.before + 1)} of {shown(self.total)}"


class Inbox:
    """The queue that a query string asks for. Reads nothing until it is asked."""

    def __init__(self, query: QueryDict, user: User) -> None:
        self.query = query
        self.user = user
        self.form = FilterForm(query)

    @property
    def ordering(self) -> str:
        return SORTS.get(self.query.get("sort", ""), "-score")

    @cached_property
    def claims(self) -> QuerySet[Claim]:
        """Everything in the queue, unordered; nothing where a filter cannot be read."""
        if not self.form.is_valid():
            return Claim.objects.none()
        chosen = self.form.cleaned_data
        claims: QuerySet[Claim] = Claim.objects.filter(status=Claim.Status.SUGGESTED)
        if chosen["assigned"]:
            claims = claims.filter(assignee=self.user if chosen["assigned"] == "me" else None)
        if chosen["topic"]:
            claims = claims.filter(Exists(ClaimTopic.objects.filter(claim=OuterRef("pk"), topic=chosen["topic"])))
        if chosen["language"]:
            claims = claims.filter(language=chosen["language"])
        if chosen["publisher"]:
            named = Publisher.objects.filter(name__icontains=chosen["publisher"]).values_list("pk", flat=True)
            made = Appearance.objects.filter(version__article__publisher__in=list(named[:MOST_PUBLISHERS]))
            claims = claims.filter(pk__in=made.values("claim"))
        if chosen["score"] is not None:
            claims = claims.filter(score__gte=chosen["score"])
        if chosen["event"]:
            claims = claims.filter(event=chosen["event"])
        return claims

    @cached_property
    def order(self) -> Order:
        return Order.of(Claim.objects.all(), self.ordering)

    def sorted(self, claims: QuerySet[Claim]) -> QuerySet[Claim]:
        """In the order of the queue."""
        return self.order.sort(claims, backwards=False)

    @cached_property
    def start(self) -> Cursor | None:
        """Where the page begins. Raises ValueError for what is no place."""
        text = self.query.get("start")
        return Cursor.read(text) if text else None

    @cached_property
    def page(self) -> tuple[list[Claim], bool, bool]:
        """The rows, and whether there are more before and after them. Raises ValueError for what is no place."""
        start = self.start
        backwards = start is not None and start.backwards
        claims = self.claims.select_related("event", "assignee")
        if start is not None:
            claims = claims.filter(self.order.beyond(start))
        rows = list(self.order.sort(claims, backwards=backwards)[: PER_PAGE + 1])
        more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
        if backwards:
            rows.reverse()
        return rows, more if backwards else start is not None, backwards or more

    def after(self, claim: Claim) -> str:
        """The place behind `claim`."""
        return str(self.order.cursor(claim, backwards=False))

    def before(self, claim: Claim) -> str:
        """The place before `claim`, from which a page is read backwards."""
        return str(self.order.cursor(claim, backwards=True))

    def beyond(self, place: str) -> QuerySet[Claim]:
        """What lies behind a place. Raises ValueError for what is none."""
        return self.claims.filter(self.order.beyond(Cursor.read(place)))

    def place_of(self, claim: Claim) -> Place:
        """Counted no further than people read."""
        ahead = self.claims.filter(self.order.beyond(self.order.cursor(claim, backwards=True)))
        return Place(*(rows.values("pk")[: MOST + 1].count() for rows in (ahead, self.claims)))

    def address(self, **changed: str | int | None) -> str:
        """The query string of this queue with some parameters changed; None takes one away."""
        here = self.query.copy()
        for name, value in {"claim": None, "after": None, **changed}.items():
            here[name] = "" if value is None else str(value)
        for name in [name for name, value in here.items() if not value]:
            del here[name]
        return f"?{here.urlencode()}"

    @property
    def filters_on(self) -> bool:
        """Whether anything but the order was chosen."""
        return any(self.query.get(name) for name in self.form.fields if name != "sort")


def neighbours(rows: Iterable[Claim], claim: Claim) -> tuple[Claim | None, Claim | None]:
    """The rows before and after `claim` on the page."""
    listed: list[Any] = [None, *rows, None]
    for number, row in enumerate(listed):
        if row is not None and row.pk == claim.pk:
            return listed[number - 1], listed[number + 1]
    return None, None
