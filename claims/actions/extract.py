"""Keep the claims found in captured texts: Claim, Appearance, Measurement, and the Sources that speak."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from articles.models import ArticleVersion
from claims.actions.measuring import leads, measurements_of
from claims.actions.retiring import retire
from claims.actions.runs import finished, unfinished
from claims.actions.sources import sources_of
from claims.extraction import METHOD as EXTRACTION
from claims.extraction.types import ExtractedClaim, Extraction, Speaker
from claims.models import Appearance, Claim, Measurement, PipelineRun, Source

METHOD = f"extract/1+{EXTRACTION}"
Place = tuple[int, int, str]
"""Where a claim stands in its text, and its words."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in one version: `every` claim, and those to keep, one for each place."""

    version: ArticleVersion
    reading: Extraction
    every: Sequence[ExtractedClaim]
    kept: Mapping[Place, ExtractedClaim]


@transaction.atomic
def extract(*, versions: Sequence[ArticleVersion], readings: Mapping[int, Extraction]) -> set[int]:
    """Keep every claim that the texts of `versions` make; `readings` has what was found in each, by its key. A success
    is not repeated until METHOD changes. Takes the same number of queries for any number of texts.

    A claim that an earlier version of the article made in the same words is the same Claim, with one more Appearance.
    What an earlier method found in the same place and words stays as it is; what is no longer found is retired. Returns
    the Events about which something was retired.
    """
    pending = unfinished(versions=versions, station=PipelineRun.Station.EXTRACT, method=METHOD)
    if not pending:
        return set()
    found = [_found(version, readings[version.pk]) for version in pending]
    claims = _claims(found)
    stale = {
        (row.version_id, row.start, row.end, row.claim_id): row
        for row in Appearance.objects.filter(version__in=pending)
    }
    sources = sources_of(_speakers(found))
    rows: list[dict[Place, Appearance]] = []
    for one in found:
        rows.append({})
        for place, claim in one.kept.items():
            key = claims[one.version.article_id, claim.text]
            where = (one.version.pk, claim.start, claim.end, key)
            rows[-1][place] = stale.pop(where) if where in stale else _appearance(one.version, claim, key, sources)
    new = Appearance.objects.bulk_create(row for places in rows for row in places.values() if not row.pk)
    added = {row.pk for row in new}
    Measurement.objects.bulk_create(
        measurement
        for one, places in zip(found, rows, strict=True)
        for measurement in _measurements(one, places)
        if measurement.appearance_id in added
    )
    gone = {row.pk for row in stale.values()}
    _answer(found, rows, added, gone)
    events = retire(appearances=list(stale.values())) if stale else set()
    finished(versions=pending, station=PipelineRun.Station.EXTRACT, method=METHOD)
    return events


def _found(version: ArticleVersion, reading: Extraction) -> _Found:
    every = aimed(reading.claims)
    kept: dict[Place, ExtractedClaim] = {}
    for claim in every:
        kept.setdefault((claim.start, claim.end, claim.text), claim)
    return _Found(version, reading, every, kept)


def _speakers(found: Sequence[_Found]) -> dict[str, Speaker]:
    """Who speaks, by name; of several who are called the same the first article's."""
    speakers: dict[str, Speaker] = {}
    for one in found:
        own = {claim.speaker.name: claim.speaker for claim in one.kept.values() if claim.speaker}
        speakers |= {name: speaker for name, speaker in own.items() if name not in speakers}
    return speakers


def _claims(found: Sequence[_Found]) -> dict[tuple[int, str], int]:
    """The key of the Claim for each article and wording: a known one that the article makes in any version, or new."""
    articles = {one.version.article_id for one in found}
    earlier = Claim.objects.filter(appearances__version__article__in=articles).order_by("-pk")
    known: dict[tuple[int, str], int] = {
        (article, text): key
        for article, text, key in earlier.values_list("appearances__version__article", "text", "pk")
    }
    # What an editor has merged into another is found there, by the words that it had.
    merged = earlier.filter(absorbed__isnull=False)
    known |= {
        (article, text): key
        for article, text, key in merged.values_list("appearances__version__article", "absorbed__text", "pk")
    }
    new: dict[tuple[int, str], Claim] = {}
    for one in found:
        for claim in one.kept.values():
            place = (one.version.article_id, claim.text)
            if place not in known and place not in new:
                new[place] = Claim(
                    text=claim.text, language=one.version.article.language, method=claim.method, score=claim.score
                )
    Claim.objects.bulk_create(new.values())
    return known | {place: claim.pk for place, claim in new.items()}


def _appearance(version: ArticleVersion, claim: ExtractedClaim, key: int, sources: Mapping[str, Source]) -> Appearance:
    name = claim.speaker.name if claim.speaker else ""
    return Appearance(
        claim_id=key,
        version=version,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        source=sources.get(name),
        source_name=name[:200],
        cue=claim.cue[:60],
        stance=claim.stance,
        modality=claim.modality,
        said_on=claim.said_on,
        method=claim.method,
        score=claim.score,
    )


def _measurements(one: _Found, rows: Mapping[Place, Appearance]) -> list[Measurement]:
    claims = list(one.kept.values())
    before: list[ExtractedClaim | None] = [None, *claims]
    return [
        measurement
        for (place, claim), earlier, lead in zip(
            one.kept.items(), before, leads(one.version.text, one.reading, claims), strict=False
        )
        for measurement in measurements_of(rows[place], claim, before=earlier, lead=lead)
    ]


def _answer(found: Sequence[_Found], rows: Sequence[Mapping[Place, Appearance]], new: set[int], gone: set[int]) -> None:
    """Point every denial that is new, or that denied what is gone, at the appearance that it denies."""
    changed = []
    for one, places in zip(found, rows, strict=True):
        for place, claim in one.kept.items():
            row = places[place]
            if row.pk not in new and row.refers_to_id not in gone:
                continue
            earlier = one.every[claim.refers_to] if claim.refers_to is not None else None
            target = places[earlier.start, earlier.end, earlier.text] if earlier else None
            if target is row:
                target = None
            if row.refers_to_id != (target.pk if target else None):
                row.refers_to = target
                changed.append(row)
    Appearance.objects.bulk_update(changed, ["refers_to"])


def aimed(claims: Sequence[ExtractedClaim]) -> list[ExtractedClaim]:
    """The claims, with every denial aimed at what somebody else said before it.

    "The Kremlin denied these claims, with its spokesman stating …" denies what was said in another sentence, not what
    the spokesman states in its own.
    """
    found = list(claims)
    for number, claim in enumerate(claims):
        if claim.refers_to is None or not _within(claims[claim.refers_to], claim):
            continue
        speaker = claim.speaker.name if claim.speaker else ""
        earlier = (
            at
            for at in range(number - 1, -1, -1)
            if claims[at].end <= claim.start and (other := claims[at].speaker) and other.name != speaker
        )
        target = next(earlier, None)
        found[number] = replace(claim, refers_to=target, text=claims[target].text if target is not None else claim.text)
    return found


def _within(one: ExtractedClaim, other: ExtractedClaim) -> bool:
    return one.start < other.end and other.start < one.end
