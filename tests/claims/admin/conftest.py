"""A desk with people at it, and a contradiction with everything on it."""

from collections.abc import Callable

import pytest
from django.test import Client

from articles.models import Publisher
from claims.models import Contradiction, Rating, User, Verdict, VerdictEvidence
from tests import factories

DeskClient = Callable[[str], Client]


@pytest.fixture
def desk(db: None) -> Publisher:
    """Our own desk, with one rating."""
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN, name="Our desk", slug="our-desk")
    factories.RatingFactory.create(scale__publisher=own, name="False", slug="false")
    return own


@pytest.fixture
def rating(desk: Publisher) -> Rating:
    return Rating.objects.get(scale__publisher=desk)


@pytest.fixture
def sit(db: None) -> DeskClient:
    """`sit("Editor")` is a browser in which a new member of that group has logged in; "" is staff without a group."""

    def logged_in(group: str) -> Client:
        client = Client()
        client.force_login(factories.UserFactory.create(groups=[group] if group else []))
        return client

    return logged_in


def person(client: Client) -> User:
    """Who is logged in."""
    return User.objects.get(pk=client.session["_auth_user_id"])


@pytest.fixture
def contradiction(db: None) -> Contradiction:
    """Suggested; two positions, of which the first has a report and its copy."""
    found: Contradiction = factories.ContradictionFactory.create(
        status="suggested", suggested_resolution="source_error"
    )
    answers = (("93–8–73", "93 votes in favour", 2), ("73 abstained", "73 abstentions", 1))
    for key, quote, reports in answers:
        position = factories.PositionFactory.create(contradiction=found, key=key, answer=key)
        claim = factories.ClaimFactory.create(text=f"There were {quote}", status="suggested")
        for _ in range(reports):
            appearance = factories.AppearanceFactory.create(claim=claim, quote=quote)
            factories.MeasurementFactory.create(appearance=appearance)
            factories.MembershipFactory.create(position=position, appearance=appearance, origin=f"wire {key}")
    return found


@pytest.fixture
def draft(rating: Rating, desk: Publisher) -> Callable[[User], Verdict]:
    """`draft(author)` is a draft that could be submitted."""

    def written_by(author: User) -> Verdict:
        verdict: Verdict = factories.VerdictFactory.create(author=author, publisher=desk, rating=rating)
        VerdictEvidence.objects.create(verdict=verdict, evidence=factories.EvidenceFactory.create(), order=1)
        return verdict

    return written_by
