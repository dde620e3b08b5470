"""No page asks the database more often because there is more to show."""

from collections.abc import Callable
from typing import Any

import pghistory
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, IngestAttempt, Passage, Publisher
from claims import models
from tests import factories
from tests.claims.admin.conftest import DeskClient, person
from tests.claims.admin.test_roles import PAGES, address

MOST = 34
"""Queries that any page may take: session, user, permissions, the sidebar's counts, the panel of work and comments, and
the page's own."""


def crowd(number: int, *, author: models.User, hub: dict[str, Any]) -> None:
    """`number` more rows of every model; those that belong to a record belong to `hub`'s."""
    for _ in range(number):
        version = factories.VersionFactory.create()
        claim = factories.ClaimFactory.create(status="suggested")
        for made in (claim, hub["claim"]):
            appearance = factories.AppearanceFactory.create(
                claim=made, version=version, source=factories.SourceFactory.create()
            )
            figure = factories.MeasurementFactory.create(appearance=appearance)
            factories.MembershipFactory.create(
                position=factories.PositionFactory.create(
                    contradiction=hub["contradiction"], event=factories.EventFactory.create()
                ),
                appearance=appearance,
                measurement=figure,
            )
        quoted = factories.AppearanceFactory.create(
            claim=factories.ClaimFactory.create(status="suggested"), version=hub["version"]
        )
        factories.MeasurementFactory.create(appearance=quoted)
        factories.MembershipFactory.create(appearance=quoted)
        Passage.objects.create(version=version, kind="body", start=0, end=9)
        IngestAttempt.objects.create(identifier=str(version.pk), outcome="failed", reason="Empty")
        models.PipelineRun.objects.create(version=version, station="detect", method="x/1", error="Broken")
        evidence = factories.EvidenceFactory.create(publisher=factories.PublisherFactory.create())
        models.ContradictionEvidence.objects.create(
            contradiction=hub["contradiction"], evidence=evidence, attached_by=author, supports=hub["position"]
        )
        models.VerdictEvidence.objects.create(verdict=hub["verdict"], evidence=evidence)
        rating = factories.RatingFactory.create(scale=hub["scale"], slug=f"step-{version.pk}", value=None)
        factories.VerdictFactory.create(
            claim=hub["claim"], publisher=hub["desk"], rating=rating, author=factories.UserFactory.create()
        )
        factories.RatingScaleFactory.create(publisher=factories.PublisherFactory.create())
        models.SourceAlias.objects.create(source=hub["source"], name=f"Alias {version.pk}")
        models.EventIdentifier.objects.create(event=hub["event"], value=f"A/{version.pk}")
        models.RollCallVote.objects.create(
            event=hub["event"], state=factories.SourceFactory.create(), choice="yes", evidence=evidence
        )
        withdrawn = factories.publish(factories.VerdictFactory.create())
        models.Correction.objects.create(
            verdict=withdrawn, kind="withdrawal", reason="Wrong", before="False", made_by=author
        )
        Group.objects.create(name=f"Group {version.pk}")


@pytest.fixture
def hub(contradiction: models.Contradiction, desk: Publisher, draft: Callable[[models.User], models.Verdict]) -> Any:
    """The records whose pages are looked at."""
    appearance = models.Appearance.objects.earliest("pk")

    def of(author: models.User) -> dict[str, Any]:
        return {
            "contradiction": contradiction,
            "position": contradiction.positions.earliest("pk"),
            "claim": appearance.claim,
            "version": appearance.version,
            "verdict": draft(author),
            "desk": desk,
            "scale": models.RatingScale.objects.get(publisher=desk),
            "source": factories.SourceFactory.create(),
            "event": contradiction.event,
        }

    return of


def asked(client: Client, url: str) -> int:
    """How many queries the page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200, url
    return len(queries)


def test_no_page_asks_more_where_there_is_more(sit: DeskClient, hub: Any) -> None:
    client = sit("Chief")
    user = person(client)
    user.is_superuser = True
    user.save()
    records = hub(user)
    urls = [address(model, "changelist") for model in PAGES]
    pages: dict[type[Model], Model] = {
        models.Contradiction: records["contradiction"],
        models.Claim: records["claim"],
        Article: records["version"].article,
        models.Verdict: records["verdict"],
        models.Source: records["source"],
        models.Event: records["event"],
        models.RatingScale: records["scale"],
        models.Evidence: factories.EvidenceFactory.create(),
        Publisher: records["desk"],
        models.User: user,
    }
    urls += [address(model, page, row.pk) for model, row in pages.items() for page in ("change", "history")]
    urls += [reverse("admin:index"), address(Article, "add")]
    urls += [f"{address(models.Verdict, 'add')}?claim={records['claim'].pk}"]
    with pghistory.context(user=user.pk):
        crowd(2, author=user, hub=records)
    for url in urls:  # what Django looks up once for a process is looked up now
        asked(client, url)
    few = {url: asked(client, url) for url in urls}
    with pghistory.context(user=user.pk):
        crowd(4, author=user, hub=records)
    many = {url: asked(client, url) for url in urls}
    assert {url: (few[url], many[url]) for url in urls if many[url] > few[url]} == {}
    assert {url: number for url, number in many.items() if number > MOST} == {}
