"""How many queries an answer takes, however many rows it shows: those below, the one that
counts
the request, and the one that asks for its ETag."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Passage
from claims import models
from tests import factories
from tests.claims.api.world import World, build

COUNTED = 2
LISTS = {
    "publisher": 1,
    "article": 1,
    "source": 2,  # aliases
    "claim": 3,  # topics, verdicts
    "event": 2,  # identifiers
    "contradiction": 2,  # positions
    "evidence": 1,
    "verdict": 4,  # evidence; what was corrected, its corrections
    "topic": 1,
    "rating-scale": 1,
}
DETAILS = {
    "publisher": 1,
    "article": 4,  # versions; the current one, its passages
    "source": 2,
    "claim": 9,  # topics; verdicts, evidence; what was corrected, its corrections; appearances, figures; contradictions
    "event": 4,  # identifiers; roll call; contradictions
    "contradiction": 7,  # positions; voices, their appearances, their figures; origins; evidence
    "evidence": 1,
    "verdict": 4,
    "topic": 1,
    "rating-scale": 2,  # ratings
}
WITHIN = {
    "claim-appearances": ("claim", 2),  # figures
    "event-measurements": ("event", 1),
    "contradiction-appearances": ("contradiction", 4),  # origins; their appearances, their figures
    "rating-scale-ratings": ("rating-scale", 1),
}


@pytest.mark.parametrize("route", LISTS)
@pytest.mark.parametrize("worlds", [1, 4])
def test_list(
    db: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries, route: str, worlds: int
) -> None:
    for _ in range(worlds):
        build()
    with django_assert_num_queries(LISTS[route] + COUNTED):
        assert len(client.get(reverse(f"api:{route}-list")).json()["results"]) >= worlds


@pytest.mark.parametrize("route", DETAILS)
@pytest.mark.parametrize("more", [0, 3])
def test_single_record(
    world: World, client: Client, django_assert_num_queries: DjangoAssertNumQueries, route: str, more: int
) -> None:
    for number in range(more):
        grow(world, number)
    with django_assert_num_queries(DETAILS[route] + COUNTED):
        assert client.get(reverse(f"api:{route}-detail", args=[world.public[route].pk])).status_code == 200


@pytest.mark.parametrize("name", WITHIN)
@pytest.mark.parametrize("more", [0, 3])
def test_list_within_a_record(
    world: World, client: Client, django_assert_num_queries: DjangoAssertNumQueries, name: str, more: int
) -> None:
    for number in range(more):
        grow(world, number)
    route, queries = WITHIN[name]
    with django_assert_num_queries(queries + 1 + COUNTED):  # and the record
        answer = client.get(reverse(f"api:{name}", args=[world.public[route].pk]))
    assert len(answer.json()["results"]) > more


def grow(world: World, number: int) -> None:
    """One more of everything that is nested somewhere, each row with rows of its own."""
    claim, event, contradiction = world.public["claim"], world.public["event"], world.public["contradiction"]
    version = factories.VersionFactory.create(article=world.public["article"], number=2 + number, is_current=False)
    Passage.objects.create(
        version=world.public["article"].versions.get(is_current=True), kind="body", start=30 + number, end=31 + number
    )
    said = factories.AppearanceFactory.create(claim=claim, version=version, source=factories.SourceFactory.create())
    factories.MeasurementFactory.create(appearance=said)
    position = factories.PositionFactory.create(contradiction=contradiction, event=factories.EventFactory.create())
    for appearance in (said, factories.AppearanceFactory.create(source=factories.SourceFactory.create())):
        factories.MembershipFactory.create(position=position, appearance=appearance)
    another = factories.ContradictionFactory.create(event=event)
    factories.MembershipFactory.create(
        position=factories.PositionFactory.create(contradiction=another), appearance=said
    )
    record = factories.EvidenceFactory.create(publisher=factories.PublisherFactory.create())
    models.ContradictionEvidence.objects.create(
        contradiction=contradiction, evidence=record, attached_by=factories.UserFactory.create()
    )
    state = factories.SourceFactory.create(kind="state")
    models.RollCallVote.objects.create(event=event, state=state, choice="no", evidence=record)
    models.EventIdentifier.objects.create(event=event, value=f"S/RES/{number}")
    scale = world.public["rating-scale"]
    rating = factories.RatingFactory.create(scale=scale, slug=f"rating-{number}", value=2 + number)
    factories.publish(factories.VerdictFactory.create(rating=rating, publisher=scale.publisher))
    models.SourceAlias.objects.create(source=world.public["source"], name=f"Alias {number}")
    factories.publish(factories.VerdictFactory.create(claim=claim))
