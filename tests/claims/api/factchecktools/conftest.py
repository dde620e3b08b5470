"""Calls to the Fact Check Tools interface."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Publisher
from claims.models import Claim, Verdict
from tests import factories

Ask = Callable[..., Any]
Review = Callable[..., Verdict]


@pytest.fixture
def ask(client: Client, db: None) -> Ask:
    """`ask("claims:search", query="vote")` is the JSON of the answer; `expect` its status."""

    def ask(path: str, expect: int = 200, **parameters: Any) -> Any:
        answer = client.get(f"/v1alpha1/{path}", {name.replace("__", "."): value for name, value in parameters.items()})
        assert answer.status_code == expect, answer.content
        assert answer["Content-Type"] == "application/json; charset=UTF-8"
        assert answer["Access-Control-Allow-Origin"] == "*"
        return answer.json()

    return ask


@pytest.fixture
def review(db: None) -> Review:
    """`review("text of a claim", days_ago=3)` publishes a review of it; pass `claim` for one more of the same."""
    people = factories.UserFactory.create_batch(2)

    def review(text: str = "", *, claim: Claim | None = None, days_ago: float = 0.0001, **fields: Any) -> Verdict:
        claim = claim or factories.ClaimFactory.create(text=text, event=None)
        draft = factories.VerdictFactory.create(claim=claim, author=people[0], **fields)
        verdict = factories.submit(draft)
        verdict.status, verdict.published_by = Verdict.Status.PUBLISHED, people[1]
        verdict.published_at = timezone.now() - timedelta(days=days_ago)
        verdict.save()
        return verdict

    return review


@pytest.fixture
def own(db: None) -> Publisher:
    """The desk of this site."""
    desk: Publisher = factories.PublisherFactory.create(name="Crosscheck", kind="own", url="")
    return desk


@pytest.fixture
def other(db: None) -> Publisher:
    """A desk of somebody else."""
    desk: Publisher = factories.PublisherFactory.create(
        name="Faktencheck", kind="desk", url="https://www.fakten.example.org/"
    )
    return desk
