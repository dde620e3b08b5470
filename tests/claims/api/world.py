"""One of everything that the API shows, each beside something that it must not show.

Whatever is not public carries the word SECRET, so that a leak is one substring in an answer.
"""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from articles.models import Article, ArticleVersion, Passage
from claims import models
from tests import factories

WORD = "SECRET"


@dataclass(frozen=True, slots=True)
class World:
    """By the name of the resource: one record that is public, and one beside it that is not."""

    public: dict[str, Any]
    hidden: dict[str, Any]


def build() -> World:
    """Safe to call several times: the worlds stand side by side."""
    version = public_version()
    event = factories.EventFactory.create(terms=[WORD], sponsors=["Ruritania"], participants=["Ruritania", "Graustark"])
    models.EventIdentifier.objects.create(event=event, value=f"A/RES/{event.pk}")
    speaker = factories.SourceFactory.create(wikidata_id="Q1")
    models.SourceAlias.objects.create(source=speaker, name=f"{speaker.name} the Second")
    claim = factories.ClaimFactory.create(event=event)
    said = factories.AppearanceFactory.create(claim=claim, version=version, source=speaker, said_on="2025-02-24")
    factories.MeasurementFactory.create(appearance=said)
    record = factories.EvidenceFactory.create(publisher=factories.PublisherFactory.create(kind="body"))
    state = factories.SourceFactory.create(kind="state")
    models.RollCallVote.objects.create(event=event, state=state, choice="yes", evidence=record)

    unaccepted = factories.AppearanceFactory.create(
        claim=factories.ClaimFactory.create(event=event, status="suggested", text=f"{WORD} claim"),
        version=factories.VersionFactory.create(article=factories.ArticleFactory.create(is_public=False)),
        source=factories.SourceFactory.create(),
        quote="8 against and 73 abstentions",
    )
    topic = factories.TopicFactory.create()
    models.ClaimTopic.objects.create(claim=claim, topic=topic)
    contradiction = settled(event=event, voices=[said, unaccepted], record=record)
    verdict = corrected(claim)
    return World(
        public={
            "publisher": version.article.publisher,
            "article": version.article,
            "source": speaker,
            "claim": claim,
            "event": event,
            "contradiction": contradiction,
            "evidence": record,
            "verdict": verdict,
            "topic": topic,
            "rating-scale": verdict.rating.scale,
        },
        hidden=hide(claim=claim, said=said, unaccepted=unaccepted, version=version),
    )


def person() -> models.User:
    """Somebody of the desk with a name to sign with; what they log in with is nobody's business."""
    user: models.User = factories.UserFactory.create(first_name="Ada", last_name="Novak")
    user.username = f"{WORD}{user.pk}"
    user.email = f"{WORD.lower()}{user.pk}@example.org"
    user.save()
    return user


def public_version() -> ArticleVersion:
    """The text of a public article, which came from a file of ours and repeats one that may only be quoted from."""
    article = factories.ArticleFactory.create(
        copy_of=factories.ArticleFactory.create(title=f"{WORD} original", is_public=False)
    )
    Article.objects.filter(pk=article.pk).update(identifier=f"/{WORD}/{article.pk}.html")
    version: ArticleVersion = factories.VersionFactory.create(article=article)
    Passage.objects.create(version=version, kind="body", start=0, end=20)
    return version


def settled(*, event: Any, voices: list[models.Appearance], record: models.Evidence) -> models.Contradiction:
    """A resolved contradiction. Its last voice belongs to a claim that is only suggested."""
    contradiction: models.Contradiction = factories.ContradictionFactory.create(
        event=event, fingerprint=f"{WORD} {event.pk}", reopened_reason=WORD
    )
    for number, voice in enumerate(voices):
        position = factories.PositionFactory.create(contradiction=contradiction, key=f"{WORD} {number}", event=event)
        figure = voice.measurements.first()
        factories.MembershipFactory.create(
            position=position, appearance=voice, measurement=figure, origin=f"{WORD} {number}"
        )
    models.ContradictionEvidence.objects.create(
        contradiction=contradiction, evidence=record, supports=position, attached_by=person()
    )
    contradiction.status = "resolved"
    contradiction.resolution = "source_error"
    contradiction.resolution_note = "The roll call shows it."
    position.is_at_fault = True
    position.outlet_corrected = False
    position.save()
    contradiction.resolved_by = person()
    contradiction.resolved_at = timezone.now()
    contradiction.save()
    return contradiction


def corrected(claim: models.Claim) -> models.Verdict:
    """A verdict in force that superseded another, and the public correction that says why."""
    first = factories.publish(factories.VerdictFactory.create(claim=claim, author=person()), by=person())
    verdict = factories.correction_of(first, author=person(), needs_review=WORD)
    models.Correction.objects.create(
        verdict=first,
        replacement=verdict,
        kind="correction",
        reason="The count was wrong.",
        before="92",
        made_by=person(),
    )
    first.status = "superseded"
    first.save()
    return factories.publish(verdict, by=person())


def hide(
    *, claim: models.Claim, said: models.Appearance, unaccepted: models.Appearance, version: Any
) -> dict[str, Any]:
    """What is not public, tied as closely as can be to what is."""
    claim_of_nobody = factories.ClaimFactory.create(
        event=factories.EventFactory.create(title=f"{WORD} event"), status="suggested", text=f"{WORD} other claim"
    )
    whisper = factories.AppearanceFactory.create(
        claim=claim_of_nobody,
        version=version,
        source=factories.SourceFactory.create(name=f"{WORD} source {claim.pk}"),
        quote="93 votes in favour",
    )
    publisher = factories.PublisherFactory.create(name=f"{WORD} publisher {claim.pk}")
    draft = factories.VerdictFactory.create(claim=claim, author=person(), headline=f"{WORD} draft", publisher=publisher)
    evidence = factories.EvidenceFactory.create(title=f"{WORD} evidence", publisher=publisher)
    models.VerdictEvidence.objects.create(verdict=draft, evidence=evidence)
    early = factories.VerdictFactory.create(claim=unaccepted.claim, headline=f"{WORD} verdict")
    models.Claim.objects.filter(pk=claim.pk).update(status_reason=WORD)
    suggestion = factories.ContradictionFactory.create(
        status="suggested", question=f"{WORD} question", event=claim.event
    )
    factories.MembershipFactory.create(
        position=factories.PositionFactory.create(contradiction=suggestion, event=claim_of_nobody.event),
        appearance=said,
    )
    topic = factories.TopicFactory.create(name=f"{WORD} topic {claim.pk}")
    models.ClaimTopic.objects.create(claim=claim_of_nobody, topic=topic)
    scale = factories.RatingScaleFactory.create(name=f"{WORD} scale {claim.pk}", publisher=publisher)
    return {
        "topic": topic,
        "rating-scale": scale,
        "publisher": publisher,
        "article": factories.ArticleFactory.create(title=f"{WORD} article", is_public=False, publisher=publisher),
        "source": whisper.source,
        "claim": claim_of_nobody,
        "event": claim_of_nobody.event,
        "contradiction": suggestion,
        "evidence": evidence,
        "verdict": draft,
        "verdict of a suggested claim": factories.publish(early),
    }
