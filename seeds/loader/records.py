"""Who publishes and speaks, what happened, and the evidence: what is known before any article is read."""

from datetime import UTC, datetime

from django.db import transaction

from articles.models import Publisher
from claims.extraction.names import fold_name
from claims.models import (
    Event,
    EventIdentifier,
    Evidence,
    Rating,
    RatingScale,
    RollCallVote,
    Source,
    SourceAlias,
)
from claims.vocabulary import SourceKind
from seeds.loader.data import Row, mapping, rows, table


@transaction.atomic
def load_records() -> None:
    """Load everything in seeds/data but the articles and the decisions on them."""
    for row in rows("publishers.json"):
        Publisher.objects.get_or_create(
            slug=row["slug"], defaults={key: row[key] for key in ("name", "kind", "url", "country", "about")}
        )
    for row in rows("sources.json"):
        load_source(name=row["name"], kind=row["kind"], aliases=row["aliases"], wikidata_id=row["wikidata"])
    evidence = {row["slug"]: load_evidence(row) for row in rows("evidence.json")}
    for row in rows("events.json"):
        load_event(row, evidence)
    load_scale(mapping("rating_scale.json"))


def load_source(*, name: str, kind: str, aliases: list[str], wikidata_id: str = "", iso3: str = "") -> Source:
    """The Source that goes by `name`, made where it is new, with its aliases."""
    known = SourceAlias.objects.filter(key=fold_name(name)).select_related("source").first()
    source = known.source if known else Source.objects.create(name=name, kind=kind, wikidata_id=wikidata_id, iso3=iso3)
    if iso3 and not source.iso3:
        source.iso3 = iso3
        source.save(update_fields=["iso3"])
    for alias in dict.fromkeys([name, *aliases]):
        SourceAlias.objects.get_or_create(key=fold_name(alias), defaults={"source": source, "name": alias})
    return source


def load_evidence(row: Row) -> Evidence:
    """One citable document."""
    evidence, _ = Evidence.objects.get_or_create(
        url=row["url"],
        locator=row["locator"],
        quote=row["quote"],
        defaults={
            "kind": row["kind"],
            "title": row["title"],
            "publisher": Publisher.objects.get(slug=row["publisher"]),
            "archive_url": row["archive_url"],
            "archive_exception": row["archive_exception"],
            "language": row["language"],
            "retrieved_at": datetime.fromisoformat(row["retrieved_at"]).replace(tzinfo=UTC),
        },
    )
    return evidence


def load_event(row: Row, evidence: dict[str, Evidence]) -> Event:
    """One happening that an editor has confirmed, with its symbols and its roll call."""
    event = Event.objects.filter(title=row["title"], date=row["date"]).first()
    if event is None:
        event = Event.objects.create(
            is_confirmed=True,
            **{
                key: row[key]
                for key in ("kind", "title", "date", "body", "place", "membership", "sponsors", "participants")
            },
        )
    for identifier in row["identifiers"]:
        EventIdentifier.objects.get_or_create(value=identifier, defaults={"event": event})
    if row.get("rollcall") and not event.roll_call.exists():
        votes = table(row["rollcall"])
        states = {
            vote["state_iso3"]: load_source(
                name=vote["state"], kind=SourceKind.STATE, aliases=[], iso3=vote["state_iso3"]
            )
            for vote in votes
        }
        RollCallVote.objects.bulk_create(
            RollCallVote(
                event=event,
                state=states[vote["state_iso3"]],
                choice=vote["vote"],
                evidence=evidence[row["evidence"][0]],
            )
            for vote in votes
        )
    return event


def load_scale(row: Row) -> None:
    """Our own scale with the definitions that readers see."""
    scale, _ = RatingScale.objects.get_or_create(
        publisher=Publisher.objects.get(slug=row["publisher"]),
        name=row["name"],
        defaults={"worst": row["worst"], "best": row["best"]},
    )
    for rating in row["ratings"]:
        Rating.objects.get_or_create(
            scale=scale, slug=rating["slug"], defaults={key: rating[key] for key in ("name", "value", "definition")}
        )
