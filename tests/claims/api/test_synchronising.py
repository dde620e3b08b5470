"""Whoever asks what changed since, and what is gone, has a true copy of everything public."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from django.db import DatabaseError, transaction
from django.db import models as orm
from django.test import Client
from django.urls import reverse

from articles.api.fields import api_url
from articles.changes import RecordChange
from articles.models import Article
from claims import models
from claims.actions.merging import merge_claims, merge_events, merge_sources
from claims.api.urls import router
from claims.models import NOTED
from tests import factories
from tests.claims.api.test_queries import grow
from tests.claims.api.world import World, person

VIEWS: dict[str, Any] = {basename: view for _, view, basename in router.registry}
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
Copy = dict[tuple[str, int], Any]


def read() -> Copy:
    """Everything that the API shows of every record."""
    shown: Copy = {}
    for route, view in VIEWS.items():
        reading = view(action="retrieve", request=None, format_kwarg=None)
        serializer = reading.get_serializer_class()()
        shown |= {(route, row.pk): serializer.to_representation(row) for row in reading.get_queryset()}
    return shown


def forget() -> None:
    RecordChange.objects.update(at=LONG_AGO)


def changed(client: Client) -> set[tuple[str, int]]:
    since: dict[str, str | int] = {
        "updated_since": (LONG_AGO + timedelta(days=1)).isoformat(),
        "page_size": 100,
        "fields": "id",
    }
    return {
        (route, row["id"])
        for route in VIEWS
        for row in client.get(reverse(f"api:{route}-list"), since).json()["results"]
    }


def gone(client: Client) -> set[tuple[str, int]]:
    since: dict[str, str | int] = {"updated_since": (LONG_AGO + timedelta(days=1)).isoformat(), "page_size": 100}
    return {(row["type"], row["id"]) for row in client.get("/api/v1/gone/", since).json()["results"]}


def another(field: Any, value: Any) -> Any:
    """Another value that the field may have; None where there is none to be thought of."""
    if field.choices:
        return next((word for word, _ in field.choices if word and word != value), None)
    if isinstance(field, orm.BooleanField):
        return not value
    if isinstance(field, (orm.FloatField, orm.DecimalField)):
        return 0
    if isinstance(field, (orm.CharField, orm.TextField)):
        return f"{value}x"[-field.max_length or None :] if field.max_length else f"{value}x"
    if isinstance(field, orm.DateTimeField):
        return datetime(2021, 5, 6, tzinfo=UTC)
    if isinstance(field, orm.DateField):
        return "2021-05-06"
    return None


FROZEN = {
    models.ClaimTopic, models.PositionAppearance, models.Part, models.Verdict, models.VerdictEvidence,
    models.Correction,
}  # fmt: skip
"""Tables of which nothing that is shown can be changed in place: see the steps below."""


class UndoneError(Exception):
    """Takes back what was tried."""


def trying(client: Client, before: Copy, step: Callable[[], None]) -> Copy:
    """What is shown after `step`, which is taken back. Raises AssertionError where a change is not found."""
    after: Copy = {}
    with suppress(UndoneError), transaction.atomic():
        forget()
        step()
        after = read()
        assert {key for key in after if before.get(key) != after[key]} - changed(client) == set()
        assert gone(client) == before.keys() - after.keys()
        lines = RecordChange.objects.filter(is_gone=False)
        assert {(change.kind, change.record) for change in lines} == after.keys()
        raise UndoneError
    return after


def rewrite(model: type[orm.Model]) -> None:
    """Give every field of some rows another value, where the database allows that."""
    for field in model._meta.concrete_fields:
        if field.primary_key or field.generated or field.name == "status":
            continue
        for row in model._base_manager.order_by("pk")[:3]:
            value = another(field, getattr(row, field.attname))
            if value is not None:
                with suppress(DatabaseError), transaction.atomic():
                    model._base_manager.filter(pk=row.pk).update(**{field.attname: value})


def test_whatever_is_written_is_noted(world: World, client: Client) -> None:
    grow(world, 0)
    before = read()
    unmoved = {model for model in NOTED if trying(client, before, partial(rewrite, model)) == before}
    assert unmoved == FROZEN


def withdraw(world: World) -> None:
    for verdict in models.Verdict.objects.filter(status="published"):
        models.Correction.objects.create(
            verdict=verdict, kind="withdrawal", reason="It was not so.", before="93", made_by=person()
        )
        models.Verdict.objects.filter(pk=verdict.pk).update(status="withdrawn")


def reject(world: World) -> None:
    withdraw(world)
    models.Claim.objects.filter(pk=world.public["claim"].pk).update(status="suggested")


def dismiss(world: World) -> None:
    question = world.public["contradiction"]
    models.Contradiction.objects.filter(pk=question.pk).update(status="dismissed", resolution="duplicate")


def undo(world: World) -> None:
    dismiss(world)
    reject(world)
    Article.objects.update(is_public=False)


def merge(world: World) -> None:
    claims = models.Claim.objects.filter(text="The other").get(), world.public["claim"]
    merge_claims(absorb=claims[0], keep=claims[1], by=factories.UserFactory.create(groups=["Editor"]))


def merge_again(world: World) -> None:
    events = models.Event.objects.filter(title="The other").get(), world.public["event"]
    merge_events(absorb=events[0], keep=events[1], by=factories.UserFactory.create(groups=["Editor"]))
    sources = models.Source.objects.filter(name="The other").get(), world.public["source"]
    merge_sources(absorb=sources[0], keep=sources[1], by=factories.UserFactory.create(groups=["Editor"]))


def untag(world: World) -> None:
    models.ClaimTopic.objects.all().delete()


def accept(world: World) -> None:
    models.Claim.objects.filter(status="suggested").update(status="accepted")


def open_(world: World) -> None:
    models.Contradiction.objects.filter(status="suggested").update(status="open")


def say(world: World) -> None:
    grow(world, 1)


STEPS = [withdraw, reject, dismiss, undo, merge, merge_again, untag, accept, open_, say]


def test_what_comes_and_goes_is_noted(world: World, client: Client) -> None:
    grow(world, 0)
    event = factories.EventFactory.create(title="The other")
    other = factories.ClaimFactory.create(event=event, text="The other")
    factories.AppearanceFactory.create(claim=other, source=factories.SourceFactory.create(name="The other"))
    before = read()
    for step in STEPS:
        assert trying(client, before, partial(step, world)) != before, step


def test_a_merged_record_is_gone_and_leads_to_the_other(world: World, client: Client) -> None:
    other = factories.ClaimFactory.create(event=world.public["event"])
    merge_claims(keep=world.public["claim"], absorb=other, by=factories.UserFactory.create(groups=["Editor"]))
    [row] = client.get("/api/v1/gone/?type=claim").json()["results"]
    assert (row["id"], row["type"]) == (other.pk, "claim")
    answer = client.get(row["url"])
    assert (answer.status_code, answer["Location"]) == (301, api_url("claim", world.public["claim"].pk))


def test_what_was_never_public_is_not_gone(world: World, client: Client) -> None:
    for claim in models.Claim.objects.filter(status="suggested"):
        models.Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="Nothing is claimed.")
    shown = client.get("/api/v1/gone/").json()["results"]
    assert {(row["type"], row["id"]) for row in shown} & {(kind, row.pk) for kind, row in world.hidden.items()} == set()


def test_a_copy_is_brought_up_to_date_page_by_page(world: World, client: Client) -> None:
    first = client.get("/api/v1/claims/?updated_since=2000-01-01T00:00:00Z&page_size=1").json()
    assert [row["id"] for row in first["results"]] == [world.public["claim"].pk]
    assert first["as_of"] is not None
    assert client.get("/api/v1/claims/").json()["as_of"] is None
    later = datetime.fromisoformat(first["as_of"]) + timedelta(days=1)
    assert client.get("/api/v1/claims/", {"updated_since": later.isoformat()}).json()["results"] == []
