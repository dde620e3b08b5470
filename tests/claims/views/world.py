"""Records that pages are asked to show, and what a page says, for the tests beside this file."""

import json
import re
from typing import Any

from django.test import Client
from django.utils import timezone

from claims import models
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    SourceFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    correction_of,
    publish,
    submit,
)

JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(client: Client, url: str, *, status: int = 200) -> str:
    """The page at `url` as text, its markup squeezed to one space between words."""
    response = client.get(url)
    assert response.status_code == status, url
    return " ".join(response.content.decode().split())


def json_ld(page: str) -> dict[str, Any]:
    """The one data block of a page."""
    blocks = JSON_LD.findall(page)
    assert len(blocks) == 1
    markup: dict[str, Any] = json.loads(blocks[0])
    return markup


def correct(verdict: models.Verdict, *, reason: str) -> models.Verdict:
    """A correction of a published verdict, published in its turn."""
    new = submit(correction_of(verdict, headline="The corrected finding", change_reason=reason))
    models.Correction.objects.create(
        verdict=verdict,
        replacement=new,
        kind="correction",
        reason=reason,
        before="The old finding",
        after="The corrected finding",
        made_by=UserFactory.create(),
    )
    models.Verdict.objects.filter(pk=verdict.pk).update(status="superseded")
    new.status, new.published_at = models.Verdict.Status.PUBLISHED, timezone.now()
    new.published_by = UserFactory.create()
    new.save()
    return new


def checked_claim(**fields: Any) -> models.Claim:
    """A claim that one person makes in one article, with a published verdict."""
    claim = ClaimFactory.create(**fields)
    AppearanceFactory.create(claim=claim, source=SourceFactory.create())
    publish(VerdictFactory.create(claim=claim))
    return claim


def crowded_contradiction(
    *, event: models.Event | None, positions: int, reports: int, **fields: Any
) -> models.Contradiction:
    """A contradiction in which each of many positions is taken by many reports, with evidence for each."""
    contradiction = ContradictionFactory.create(event=event, **fields)
    for number in range(positions):
        figures = {"votes_for": 90 + number, "votes_against": 8, "abstentions": 73}
        position = PositionFactory.create(
            contradiction=contradiction, event=event, figures=figures, answer=f"answer {number}"
        )
        for _ in range(reports):
            crowd_in(position)
        models.ContradictionEvidence.objects.create(
            contradiction=contradiction,
            evidence=EvidenceFactory.create(),
            supports=position,
            attached_by=UserFactory.create(),
        )
    return contradiction


def crowd_in(position: models.Position) -> models.PositionAppearance:
    """One more report that takes `position`, on a claim of its own that is checked."""
    appearance = AppearanceFactory.create(
        claim=ClaimFactory.create(event=position.event),
        version=VersionFactory.create(article=ArticleFactory.create()),
        source=SourceFactory.create(),
    )
    publish(VerdictFactory.create(claim=appearance.claim))
    membership: models.PositionAppearance = MembershipFactory.create(position=position, appearance=appearance)
    return membership
