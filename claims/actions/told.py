"""What the database tells of some Events, as detection takes it."""

from collections.abc import Iterable

from django.db.models import Q

from claims.detection.qualifiers import qualified
from claims.detection.types import Figure, Happening, Report
from claims.models import Appearance, Event, Measurement, PositionAppearance
from claims.vocabulary import Comparator, EventKind, Modality, Precision, Stance

LATEST = 60
"""Texts on the same Events whose claims without an Event are looked at too, the latest first."""


def happening_of(event: Event, *, identifiers: Iterable[str] | None = None) -> Happening:
    """An Event as detection sees it; `identifiers` are given where it is not in the database."""
    known = (row.value for row in event.identifiers.all()) if identifiers is None else identifiers
    return Happening(
        key=event.pk,
        kind=EventKind(event.kind),
        title=event.title,
        date=event.date,
        date_precision=Precision(event.date_precision),
        place=event.place,
        body=event.body,
        membership=event.membership,
        sponsors=frozenset(event.sponsors),
        participants=frozenset(event.participants),
        identifiers=frozenset(known),
        terms=frozenset(event.terms),
    )


def reports_on(*, events: set[int], versions: set[int]) -> list[Report]:
    """Every appearance of a claim on the Events, in the versions, or in a contradiction about the Events, rejected
    claims left out: two queries. A claim that names no Event may answer one that does, or one in another text on the
    same story: so those of the latest texts that tell of the Events come along."""
    answers = PositionAppearance.objects.filter(position__contradiction__event__in=events).values("appearance")
    latest = Appearance.objects.filter(claim__event__in=events).order_by("-version").values("version").distinct()
    own_words = Q(claim__event__isnull=True, version__in=latest[:LATEST])
    appearances = (
        Appearance.objects.filter(Q(claim__event__in=events) | Q(version__in=versions) | Q(pk__in=answers) | own_words)
        .exclude(claim__status="rejected")
        .select_related("claim", "source", "version__article__publisher")
        .prefetch_related("measurements")
        .order_by("pk")
    )
    return [report_of(appearance) for appearance in appearances]


def report_of(appearance: Appearance) -> Report:
    """An appearance, read with its claim, source, article and figures, as detection sees it."""
    return Report(
        key=appearance.pk,
        claim=appearance.claim_id,
        article=appearance.version.article_id,
        version=appearance.version_id,
        publisher=appearance.version.article.publisher.name,
        origin=_origin(appearance),
        text=appearance.claim.text,
        quote=appearance.quote,
        source=appearance.source.name if appearance.source else "",
        published_on=appearance.version.article.published_on,
        said_on=appearance.said_on,
        stance=Stance(appearance.stance),
        modality=Modality(appearance.modality),
        event=appearance.claim.event_id,
        figures=tuple(figure_of(row, appearance) for row in appearance.measurements.all()),
        refers_to=appearance.refers_to_id,
        start=appearance.start,
    )


def figure_of(row: Measurement, appearance: Appearance) -> Figure:
    """A figure, with what the words around it in the appearance say of it."""
    figure = Figure(
        key=row.pk,
        measure=row.measure,
        quote=row.quote,
        value=row.value,
        value_max=row.value_max,
        value_text=row.value_text,
        comparator=Comparator(row.comparator),
        unit=row.unit,
        total=row.total,
        group=row.group,
        as_of=row.as_of,
        subject=row.subject,
    )
    return qualified(figure, appearance.quote, row.start - appearance.start)


def _origin(appearance: Appearance) -> str:
    article = appearance.version.article
    return f"article-{article.copy_of_id or article.pk}"
