"""Objects for tests, each valid by the database's own rules."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone
from factory.django import DjangoModelFactory

from articles.models import Article, ArticleVersion, Publisher
from claims import models

TEXT = "The General Assembly adopted the resolution with 93 votes in favour, 8 against and 73 abstentions on Monday."


class PublisherFactory(DjangoModelFactory[Publisher]):
    class Meta:
        model = Publisher

    name = factory.Sequence(lambda n: f"Daily Paper {n}")
    slug = factory.Sequence(lambda n: f"daily-paper-{n}")
    url = factory.LazyAttribute(lambda paper: f"https://{paper.slug}.example.org/")


class ArticleFactory(DjangoModelFactory[Article]):
    class Meta:
        model = Article

    publisher = factory.SubFactory(PublisherFactory)
    identifier = factory.Sequence(lambda n: f"https://paper.example.org/{n}")
    url = factory.SelfAttribute("identifier")
    title = factory.Sequence(lambda n: f"Assembly votes on text {n}")
    published_on = date(2025, 2, 25)
    is_public = True


class VersionFactory(DjangoModelFactory[ArticleVersion]):
    class Meta:
        model = ArticleVersion

    article = factory.SubFactory(ArticleFactory)
    number = 1
    title = factory.SelfAttribute("article.title")
    text = TEXT
    content_sha256 = factory.LazyAttribute(lambda version: hashlib.sha256(version.text.encode()).hexdigest())


class SourceFactory(DjangoModelFactory[models.Source]):
    class Meta:
        model = models.Source

    name = factory.Sequence(lambda n: f"Spokesperson {n}")
    kind = "person"


class EventFactory(DjangoModelFactory[models.Event]):
    class Meta:
        model = models.Event

    kind = "vote"
    title = factory.Sequence(lambda n: f"Vote on text {n}")
    date = date(2025, 2, 24)
    body = "UN General Assembly"
    membership = 193


class TopicFactory(DjangoModelFactory[models.Topic]):
    class Meta:
        model = models.Topic

    name = factory.Sequence(lambda n: f"Topic {n}")
    slug = factory.Sequence(lambda n: f"topic-{n}")


class RejectionReasonFactory(DjangoModelFactory[models.RejectionReason]):
    class Meta:
        model = models.RejectionReason

    name = factory.Sequence(lambda n: f"Reason {n}")


class ClaimFactory(DjangoModelFactory[models.Claim]):
    class Meta:
        model = models.Claim

    text = factory.Sequence(lambda n: f"The resolution number {n} won 93 votes in favour")
    event = factory.SubFactory(EventFactory)
    status = models.Claim.Status.ACCEPTED
    method = "editor"


class AppearanceFactory(DjangoModelFactory[models.Appearance]):
    """Quotes the first words of the version; pass `quote` to choose others that occur in the text."""

    class Meta:
        model = models.Appearance

    claim = factory.SubFactory(ClaimFactory)
    version = factory.SubFactory(VersionFactory)
    quote = factory.LazyAttribute(lambda appearance: appearance.version.text[:60])
    start = factory.LazyAttribute(lambda appearance: appearance.version.text.index(appearance.quote))
    end = factory.LazyAttribute(lambda appearance: appearance.start + len(appearance.quote))
    method = "editor"


class MeasurementFactory(DjangoModelFactory[models.Measurement]):
    class Meta:
        model = models.Measurement

    appearance = factory.SubFactory(AppearanceFactory)
    measure = "votes_for"
    quote = "93"
    start = factory.LazyAttribute(lambda figure: figure.appearance.version.text.index(figure.quote))
    end = factory.LazyAttribute(lambda figure: figure.start + len(figure.quote))
    value = 93
    unit = "votes"


class EvidenceFactory(DjangoModelFactory[models.Evidence]):
    class Meta:
        model = models.Evidence

    kind = "primary"
    title = factory.Sequence(lambda n: f"Voting record {n}")
    url = factory.Sequence(lambda n: f"https://record.example.org/{n}")
    archive_url = factory.LazyAttribute(lambda evidence: f"https://archive.example.org/{evidence.url}")
    quote = "Yes: 93 | No: 8 | Abstentions: 73"
    retrieved_at = datetime(2026, 11, 20, tzinfo=UTC)


class ContradictionFactory(DjangoModelFactory[models.Contradiction]):
    class Meta:
        model = models.Contradiction

    fingerprint = factory.Sequence(lambda n: f"question-{n}")
    question = factory.Sequence(lambda n: f"How many voted for text {n}?")
    kind = "numeric"
    gate = "real"
    rule = "tally_differs/1"
    score = 0.9
    explanation = "93 in one report and 89 in the other cannot both be the count of one vote."
    event = factory.SubFactory(EventFactory)
    status = "open"


class PositionFactory(DjangoModelFactory[models.Position]):
    class Meta:
        model = models.Position

    contradiction = factory.SubFactory(ContradictionFactory)
    key = factory.Sequence(lambda n: f"answer-{n}")
    answer = "93–8–73"
    figures = factory.LazyFunction(lambda: {"votes_for": 93, "votes_against": 8, "abstentions": 73})


class MembershipFactory(DjangoModelFactory[models.PositionAppearance]):
    class Meta:
        model = models.PositionAppearance

    position = factory.SubFactory(PositionFactory)
    appearance = factory.SubFactory(AppearanceFactory)
    origin = factory.LazyAttribute(lambda membership: f"article-{membership.appearance.version.article_id}")


class RatingScaleFactory(DjangoModelFactory[models.RatingScale]):
    class Meta:
        model = models.RatingScale

    publisher = factory.SubFactory(PublisherFactory)
    name = factory.Sequence(lambda n: f"Scale {n}")


class RatingFactory(DjangoModelFactory[models.Rating]):
    class Meta:
        model = models.Rating

    scale = factory.SubFactory(RatingScaleFactory)
    name = "False"
    slug = "false"
    value = 1
    definition = "The evidence shows that it is not so."


class UserFactory(DjangoModelFactory[models.User]):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person{n}")
    password = factory.LazyAttribute(
        lambda user: make_password(None if user.is_service else "a long password for tests")
    )
    is_service = False
    is_staff = True

    @factory.post_generation
    def groups(self: Any, create: bool, names: Any, **kwargs: Any) -> None:
        """UserFactory(groups=["Editor"]) puts the user into groups that the migration made."""
        if create and names:
            self.groups.set(Group.objects.filter(name__in=names))


class ApiKeyFactory(DjangoModelFactory[models.ApiKey]):
    """A key that is good for a week. What opens it is `secret_of(key)` below."""

    class Meta:
        model = models.ApiKey

    user = factory.SubFactory(UserFactory)
    name = "A program"
    prefix = factory.Sequence(lambda n: f"{n:012x}")
    secret_sha256 = factory.LazyAttribute(lambda key: hashlib.sha256(secret_of(key).encode()).hexdigest())
    scopes = factory.LazyFunction(lambda: ["read"])
    created_by = factory.SelfAttribute("user")
    created_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda key: key.created_at + timedelta(days=7))


class WebhookFactory(DjangoModelFactory[models.Webhook]):
    class Meta:
        model = models.Webhook

    name = factory.Sequence(lambda n: f"System {n}")
    url = factory.Sequence(lambda n: f"https://hooks.example.org/{n}")
    kinds = factory.LazyFunction(lambda: ["verdict.published"])
    made_by = factory.SubFactory(UserFactory)


def secret_of(key: Any) -> str:
    """What a program sends that has the key."""
    return f"cck_{key.prefix}_{'s' * 43}"


class VerdictFactory(DjangoModelFactory[models.Verdict]):
    """A draft. `submit(verdict)` and `publish(verdict)` below take it the lawful way to publication."""

    class Meta:
        model = models.Verdict

    claim = factory.SubFactory(ClaimFactory)
    publisher = factory.SubFactory(PublisherFactory)
    rating = factory.SubFactory(RatingFactory, scale__publisher=factory.SelfAttribute("...publisher"))
    headline = "The record shows 93 votes in favour"
    summary = "The roll call lists 93 states in favour."
    author = factory.SubFactory(UserFactory)


class ReplyRequestFactory(DjangoModelFactory[models.ReplyRequest]):
    class Meta:
        model = models.ReplyRequest

    verdict = factory.SubFactory(VerdictFactory)
    party = factory.Sequence(lambda n: f"Ministry {n}")
    asked_at = datetime(2026, 11, 20, 9, tzinfo=UTC)


class ErrorReportFactory(DjangoModelFactory[models.ErrorReport]):
    class Meta:
        model = models.ErrorReport

    page = "/claims/"
    text = "The record lists 89 votes, not 93."
    language = "en-gb"
    name = "Ada Reader"
    email = "ada@reader.example.org"


class CorrectionFactory(DjangoModelFactory[models.Correction]):
    """The public note of a withdrawal; pass `kind` and `replacement` for another."""

    class Meta:
        model = models.Correction

    kind = models.Correction.Kind.WITHDRAWAL
    reason = "A wrong figure."
    before = "93"
    made_by = factory.SubFactory(UserFactory)


def correction_of(verdict: models.Verdict, **fields: Any) -> models.Verdict:
    """A draft that is to supersede a published verdict."""
    kept = {"claim": verdict.claim, "publisher": verdict.publisher, "rating": verdict.rating, "supersedes": verdict}
    change = {"change_kind": "correction", "change_reason": "The count was wrong."}
    draft: models.Verdict = VerdictFactory.create(**kept | change | fields)
    return draft


def submit(verdict: models.Verdict) -> models.Verdict:
    """Cite evidence with an archive link, and hand the draft over for second eyes."""
    models.VerdictEvidence.objects.create(verdict=verdict, evidence=EvidenceFactory.create())
    verdict.status = models.Verdict.Status.SUBMITTED
    verdict.submitted_at = timezone.now()
    verdict.save()
    return verdict


def publish(verdict: models.Verdict, *, by: models.User | None = None) -> models.Verdict:
    """Publish a draft through the database's own gates: evidence, submission, and a second person."""
    submit(verdict)
    verdict.status = models.Verdict.Status.PUBLISHED
    verdict.published_by = by or UserFactory.create()
    verdict.published_at = timezone.now()
    verdict.save()
    return verdict
