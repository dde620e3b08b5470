"""A desk of any size, the same for the same seed: what speed is measured on.

A claim is one sentence of one article, and one in six sentences is echoed by another article. A tenth as many
contradictions as claims, a twentieth as many published verdicts. The proportions are those of a desk that lets a
machine suggest: most claims wait, few are rejected.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from articles.models import Article, ArticleVersion, Publisher
from claims import models
from tests.benchmarks.plan import PLACES, SEED, SENTENCES, VERBS, Plan

M = TypeVar("M", bound=Model)
BATCH = 5_000
LANGUAGES = ("en",) * 17 + ("fr",) * 2 + ("uk",)
KINDS = ("numeric",) * 6 + ("temporal", "polarity", "attribution", "causal")
GATES = ("real",) * 3 + ("apparent", "needs_scope")
STATUSES = ("suggested",) * 11 + ("accepted",) * 7 + ("rejected",) * 2


def fill(
    *, claims: int, seed: int = SEED, track: Callable[[Iterable[Any]], Iterable[Any]] = lambda steps: steps
) -> None:
    """Fill an empty, migrated database. `claims` is rounded up to whole articles. `track` wraps the steps, for a
    progress bar. Triggers are off meanwhile (they would only write history), so the database user must be its owner."""
    _take(track(_steps(_plan(claims, seed))))


def fill_claims(
    *, claims: int, seed: int = SEED, track: Callable[[Iterable[Any]], Iterable[Any]] = lambda steps: steps
) -> None:
    """As `fill`, but with nothing beside the claims: enough to search through, and many more can be had."""
    plan = _plan(claims, seed)
    rows = _claims(plan)
    batches = -(-plan.claims // BATCH)
    _take(track([lambda: _write(models.Claim, islice(rows, BATCH))] * batches))


def _plan(claims: int, seed: int) -> Plan:
    return Plan(articles=-(-claims // SENTENCES), seed=seed)


def _take(steps: Iterable[Callable[[], None]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for step in steps:
            step()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _steps(plan: Plan) -> list[Callable[[], None]]:
    return [
        lambda: _write(models.User, _users()),
        lambda: _write(models.Topic, _topics()),
        lambda: _write(Publisher, _publishers(plan)),
        lambda: _write(models.Source, _sources(plan)),
        lambda: _write(models.Event, _events(plan)),
        lambda: _write(Article, _articles(plan)),
        lambda: _write(ArticleVersion, _versions(plan)),
        lambda: _write(models.Claim, _claims(plan)),
        lambda: _write(models.ClaimTopic, _headings(plan)),
        lambda: _write(models.Appearance, _appearances(plan)),
        lambda: _write(models.Measurement, _measurements(plan)),
        lambda: _write(models.Contradiction, _contradictions(plan)),
        lambda: _write(models.Position, _positions(plan)),
        lambda: _write(models.PositionAppearance, _memberships(plan)),
        models.Part.objects.write_anew,
        lambda: _write(models.Evidence, _evidence(plan)),
        lambda: _write(models.RatingScale, [models.RatingScale(pk=1, publisher_id=1, name="Our scale")]),
        lambda: _write(models.Rating, _ratings()),
        lambda: _write(models.Verdict, _verdicts(plan)),
        lambda: _write(models.VerdictEvidence, _cited(plan)),
        _restart_counters,
    ]


def _write(model: type[M], rows: Iterable[M]) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        model._base_manager.bulk_create(batch)


def _restart_counters() -> None:
    """Keys were given by hand: what comes next must not meet them."""
    with connection.cursor() as cursor:
        for model in _with_keys():
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT COALESCE(MAX(id), 1) FROM {table}))"  # noqa: S608 - our own tables
            )


def _with_keys() -> Iterator[type[Model]]:
    yield from (Publisher, Article, ArticleVersion, models.User)
    yield from (models.Topic, models.Source, models.Event, models.Claim, models.ClaimTopic, models.Appearance)
    yield from (models.Measurement, models.Contradiction, models.Position, models.PositionAppearance)
    yield from (models.Evidence, models.RatingScale, models.Rating, models.Verdict, models.VerdictEvidence)


def _users() -> Iterator[models.User]:
    for pk in (1, 2):
        yield models.User(pk=pk, username=f"editor{pk}", is_staff=True, is_superuser=True, is_active=True)


def _topics() -> Iterator[models.Topic]:
    for pk, name in enumerate(("Conflict", "Health", "Economy", "Climate", "Migration", "Elections"), 1):
        yield models.Topic(pk=pk, name=name, slug=name.lower())


def _publishers(plan: Plan) -> Iterator[Publisher]:
    yield Publisher(
        pk=1, name="Crosscheck", slug="crosscheck", kind=Publisher.Kind.OWN, url="https://desk.example.org/"
    )
    for pk in range(2, plan.publishers + 1):
        name = f"{plan.words[pk].capitalize()} {plan.words[pk + 500].capitalize()} Daily {pk}"
        yield Publisher(pk=pk, name=name, slug=f"daily-{pk}", url=f"https://daily-{pk}.example.org/")


def _sources(plan: Plan) -> Iterator[models.Source]:
    for pk in range(1, plan.sources + 1):
        name = f"{plan.words[pk % 5_000].capitalize()} {plan.words[pk * 7 % 5_000].capitalize()} {pk}"
        yield models.Source(pk=pk, name=name, kind="person")


def _events(plan: Plan) -> Iterator[models.Event]:
    for pk in range(1, plan.events + 1):
        chance = plan.chance("event", pk)
        place = chance.choice(plan.words).capitalize()
        terms = chance.sample(plan.words, 6)
        yield models.Event(
            pk=pk, kind="disaster", title=f"Flood at the {chance.choice(PLACES)} of {place}", place=place,
            date=plan.day("event", pk), terms=terms, participants=[place],
        )  # fmt: skip


def _articles(plan: Plan) -> Iterator[Article]:
    for number in range(plan.articles):
        chance = plan.chance("article", number)
        url = f"https://daily.example.org/{number}"
        yield Article(
            pk=number + 1, publisher_id=_outlet(plan, number), identifier=url, url=url,
            title=f"{chance.choice(plan.words).capitalize()} {chance.choice(PLACES)} flooded, report {number}",
            published_on=plan.day("article", number), is_public=bool(number % 3), added_at=timezone.now(),
        )  # fmt: skip


def _outlet(plan: Plan, article: int) -> int:
    """One outlet has every other article: the largest that a page has to cope with."""
    return 2 if article % 2 else plan.chance("outlet", article).randint(3, plan.publishers)


def _versions(plan: Plan) -> Iterator[ArticleVersion]:
    for number in range(plan.articles):
        text = plan.text(number)
        yield ArticleVersion(
            pk=number + 1, article_id=number + 1, number=1, title=f"Report {number}", text=text,
            content_sha256=hashlib.sha256(text.encode()).hexdigest(), captured_at=timezone.now(),
        )  # fmt: skip


def _claims(plan: Plan) -> Iterator[models.Claim]:
    for number in range(plan.claims):
        status = _status(plan, number)
        yield models.Claim(
            pk=number + 1, text=plan.sentence(number), status=status, method="extraction/2",
            status_reason="Too vague" if status == "rejected" else "", event_id=1 + number % plan.events,
            score=plan.chance("score", number).random(), created_at=timezone.now(),
            language=plan.chance("language", number).choice(LANGUAGES),
        )  # fmt: skip


def _status(plan: Plan, claim: int) -> str:
    if claim < plan.verdicts:
        return "accepted"  # the first of them have a verdict
    return plan.chance("status", claim).choice(STATUSES)


def _headings(plan: Plan) -> Iterator[models.ClaimTopic]:
    for number in range(plan.claims):
        yield models.ClaimTopic(pk=number + 1, claim_id=number + 1, topic_id=1 + number % 6)


def _said(plan: Plan) -> Iterator[tuple[int, int, int, int]]:
    """Every appearance: its key, article, claim and where it starts. Echoes come with the article that echoes."""
    key = 0
    for article in range(plan.articles):
        for claim, start in plan.sentences(article):
            key += 1
            yield key, article, claim, start


def _appearances(plan: Plan) -> Iterator[models.Appearance]:
    for key, article, claim, start in _said(plan):
        quote = plan.sentence(claim)
        yield models.Appearance(
            pk=key, claim_id=claim + 1, version_id=article + 1, start=start, end=start + len(quote), quote=quote,
            source_id=1 + plan.chance("source", claim).randrange(plan.sources), method="extraction/2", cue="said",
            said_on=plan.day("article", article),
        )  # fmt: skip


def _measurements(plan: Plan) -> Iterator[models.Measurement]:
    for key, _, claim, start in _said(plan):
        figure = str(plan.figure(claim))
        yield models.Measurement(
            pk=key, appearance_id=key, measure="killed", quote=figure, start=start, end=start + len(figure),
            value=Decimal(figure), unit="people",
        )  # fmt: skip


def _contradictions(plan: Plan) -> Iterator[models.Contradiction]:
    for number in range(plan.contradictions):
        chance = plan.chance("contradiction", number)
        settled = number % 4 == 0
        yield models.Contradiction(
            pk=number + 1, fingerprint=hashlib.sha256(f"{number}".encode()).hexdigest(),
            question=f"How many people were {chance.choice(VERBS)} in {chance.choice(plan.words).capitalize()}?",
            kind=chance.choice(KINDS), gate=chance.choice(GATES), rule="figure_differs/2", score=chance.random(),
            explanation="One report counts more people than the other.", event_id=1 + number % plan.events,
            status="resolved" if settled else ("suggested", "open", "suggested", "under_review")[number % 4],
            resolution="different_as_of" if settled else "", resolution_note="Counted later." if settled else "",
            resolved_by_id=1 if settled else None, resolved_at=timezone.now() if settled else None,
            found_at=timezone.now(), opened_at=None if number % 4 == 2 else timezone.now(),
        )  # fmt: skip


def _positions(plan: Plan) -> Iterator[models.Position]:
    for number in range(plan.contradictions):
        for side in (0, 1):
            figure = plan.figure(_held(plan, number, side))
            yield models.Position(
                pk=2 * number + side + 1, contradiction_id=number + 1, key=f"{side}:{figure}", answer=f"{figure}",
                figures={"killed": figure}, event_id=1 + number % plan.events,
            )  # fmt: skip


def _held(plan: Plan, contradiction: int, side: int) -> int:
    """The claim that takes a side of a contradiction: the first sentence of an article, so that its key is known."""
    article = (contradiction * 2 + side) % plan.articles
    return article * SENTENCES


def _memberships(plan: Plan) -> Iterator[models.PositionAppearance]:
    for number in range(plan.contradictions):
        for side in (0, 1):
            article = plan.article_of(_held(plan, number, side))
            key = article * SENTENCES + article // 2 + 1  # one more appearance in every second article
            yield models.PositionAppearance(
                pk=2 * number + side + 1, position_id=2 * number + side + 1, appearance_id=key, measurement_id=key,
                origin=f"article:{article + 1}",
            )  # fmt: skip


def _evidence(plan: Plan) -> Iterator[models.Evidence]:
    for pk in range(1, plan.verdicts + 1):
        url = f"https://records.example.org/{pk}"
        yield models.Evidence(
            pk=pk, kind="primary", title=f"Record {pk} of the civil protection office", url=url,
            archive_url=f"https://archive.example.org/{pk}", quote=f"The office counted {plan.figure(pk - 1)} people.",
            retrieved_at=timezone.now(),
        )  # fmt: skip


def _ratings() -> Iterator[models.Rating]:
    for value, name in enumerate(("False", "Mostly false", "Half true", "Mostly true", "True"), 1):
        slug = name.lower().replace(" ", "-")
        yield models.Rating(
            pk=value, scale_id=1, name=name, slug=slug, value=value, definition=f"It is {name.lower()}."
        )


def _verdicts(plan: Plan) -> Iterator[models.Verdict]:
    for number in range(plan.verdicts):
        yield models.Verdict(
            pk=number + 1, claim_id=number + 1, publisher_id=1, rating_id=1 + number % 5, author_id=1, writers=[1],
            headline=f"The office counted {plan.figure(number)} people", summary="Its own record says so.",
            status="published", published_by_id=2, submitted_at=timezone.now(), created_at=timezone.now(),
            published_at=timezone.now() - timedelta(minutes=number),
        )  # fmt: skip


def _cited(plan: Plan) -> Iterator[models.VerdictEvidence]:
    for number in range(plan.verdicts):
        yield models.VerdictEvidence(pk=number + 1, verdict_id=number + 1, evidence_id=number + 1, order=1)
