"""A desk for the tests of the editor: a draft, its author, a chief, and browsers in which they sit."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Publisher
from claims import models
from tests import factories
from tests.browser import scene

CLAIM = "The Assembly adopted the short text on the war with 93 votes in favour, 8 against and 73 abstentions"


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is there and what lies on the table."""

    author: models.User
    chief: models.User
    draft: models.Verdict
    evidence: list[models.Evidence]

    @property
    def page(self) -> str:
        """The address of the draft."""
        return f"/admin/claims/verdict/{self.draft.pk}/change/"

    @property
    def new(self) -> str:
        """The address of a new verdict on the same claim."""
        return f"/admin/claims/verdict/add/?claim={self.draft.claim_id}"


def build() -> Desk:
    """A draft that cites three documents, on a claim that a contradiction is about; and a scale that is retired."""
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN, name="The Desk", slug="the-desk")
    scale = factories.RatingScaleFactory.create(publisher=own)
    for name, value in scene.RATINGS:
        slug, definition = name.lower().replace(" ", "-"), f"What we call {name.lower()}."
        factories.RatingFactory.create(scale=scale, name=name, slug=slug, value=value, definition=definition)
    retired = factories.RatingScaleFactory.create(publisher=own, is_retired=True)
    factories.RatingFactory.create(scale=retired, name="Four clowns", slug="clowns")
    author = factories.UserFactory.create(first_name="Ida", last_name="Author", groups=["Reporter"])
    chief = factories.UserFactory.create(first_name="Olu", last_name="Chief", groups=["Chief"])
    said = scene.reported("93 votes in favour")
    models.Claim.objects.filter(pk=said.claim_id).update(text=CLAIM)
    said.claim.refresh_from_db()
    scene.contradiction([(said, {"value": 93}), (scene.reported("89 votes"), {"value": 89})])
    draft = factories.VerdictFactory.create(
        claim=said.claim, publisher=own, rating=scale.ratings.get(name="True"), author=author
    )
    evidence = [
        factories.EvidenceFactory.create(title="Voting record"),
        factories.EvidenceFactory.create(title="Meeting record", archive_url="", archive_exception="Behind a log-in"),
        factories.EvidenceFactory.create(title="Press release", archive_url=""),
    ]
    for order, document in enumerate(evidence, 1):
        models.VerdictEvidence.objects.create(verdict=draft, evidence=document, order=order)
    return Desk(author=author, chief=chief, draft=draft, evidence=evidence)


def log_in(context: BrowserContext, user: models.User, base_url: str) -> None:
    """Give the browser a session of `user`."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}])


def log_out(context: BrowserContext) -> None:
    """End the session, as time does: the next log-in also brings a token of its own against forged forms."""
    context.clear_cookies()


def sit(browser: Browser, user: models.User, base_url: str, **options: Any) -> Page:
    """A page of a browser of their own, logged in."""
    context = browser.new_context(base_url=base_url, **options)
    context.set_default_timeout(20_000)
    log_in(context, user, base_url)
    return context.new_page()
