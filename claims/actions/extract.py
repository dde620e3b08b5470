"""Read a captured text and keep the claims found in it: Claim, Appearance, Measurement, and the Sources that speak."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from django.db import transaction

from articles.models import ArticleVersion
from articles.parsing.types import PassageKind
from claims.detection.figures import TOLLS
from claims.extraction import METHOD as EXTRACTION
from claims.extraction import extract as read_text
from claims.extraction import load_nlp
from claims.extraction.names import canonical_name, fold_name, state_of
from claims.extraction.types import ExtractedClaim, ExtractedMeasurement, Extraction, Speaker, Stretch
from claims.models import Appearance, Claim, Measurement, PipelineRun, Source, SourceAlias
from claims.vocabulary import Comparator

METHOD = f"extract/1+{EXTRACTION}"
READ = (PassageKind.BODY, PassageKind.POST, PassageKind.QUOTED)
"""The kinds of passages in which claims are looked for."""
_NAME = (
    r"(?:the\s+)?(?:(?:\w+\s)?(?:region|province|city|town|state|district|village|department)\s+of\s+)?"
    r"([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
_PLACE_AFTER = re.compile(rf"[^.;,\d]{{0,40}}?\b(?:in|at|near)\s+{_NAME}")
_PLACE = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear)\s+{_NAME}")
_THERE = re.compile(r"\b(?:toll|count|number|figure|dead|deaths|killed|died)\s+there\b", re.IGNORECASE)
_OWN_COUNTRY = re.compile(r"\b(?:his|her|their|the) country\b")
_LARGEST = Decimal(10) ** 23


@transaction.atomic
def extract(*, version: ArticleVersion) -> PipelineRun:
    """Keep every claim that the text of `version` makes. A success is not repeated until METHOD changes.

    A claim that an earlier version of the article made in the same words is the same Claim, with one more Appearance.
    What an earlier method found in the same place and words stays as it is.
    """
    done = succeeded(version=version, station=PipelineRun.Station.EXTRACT, method=METHOD)
    if done:
        return done
    found = _once(_aimed(read(version).claims))
    sources = _sources({claim.speaker.name: claim.speaker for claim in found if claim.speaker})
    claims = _claims(version, found)
    known = {(row.start, row.end, row.claim_id): row for row in version.appearances.all()}
    appearances = [
        known.get((claim.start, claim.end, row.pk))
        or _appearance(version, claim, row, sources.get(claim.speaker.name) if claim.speaker else None)
        for claim, row in zip(found, claims, strict=True)
    ]
    new = Appearance.objects.bulk_create(row for row in appearances if not row.pk)
    _answers(found, _aimed(read(version).claims), appearances, new)
    added = {row.pk for row in new}
    Measurement.objects.bulk_create(
        row
        for number, (claim, appearance) in enumerate(zip(found, appearances, strict=True))
        if appearance.pk in added
        for row in _measurements(appearance, claim, _there(found, number))
    )
    return PipelineRun.objects.create(version=version, station=PipelineRun.Station.EXTRACT, method=METHOD)


def succeeded(*, version: ArticleVersion, station: PipelineRun.Station, method: str) -> PipelineRun | None:
    """The successful run of a station on `version` by `method`, if there is one. Locks the version first, so that of
    two processes at one text the second sees what the first has done. Needs a transaction."""
    ArticleVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    return PipelineRun.objects.filter(version=version, station=station, method=method, error="").first()


def read(version: ArticleVersion) -> Extraction:
    """What extraction finds in `version`. The last few readings are kept, because matching needs the same one."""
    return _read(version.pk, version)


@lru_cache(maxsize=4)
def _read(key: int, version: ArticleVersion) -> Extraction:
    del key
    published_on = version.article.published_on
    return read_text(
        version.text,
        spans=_stretches(version),
        published_on=published_on,
        language=version.article.language,
        nlp=load_nlp(),
    )


def _stretches(version: ArticleVersion) -> list[Stretch]:
    """What is read on its own: passages of one author and day that follow one another are one stretch, so that what a
    paragraph leans on is still known from the paragraph before."""
    published_on = version.article.published_on
    passages = list(version.passages.all())
    if not passages:
        return [Stretch(0, len(version.text), published_on)]
    stretches: list[Stretch] = []
    kind = ""
    for passage in sorted(passages, key=lambda passage: passage.start):
        if passage.kind not in READ:
            continue
        found = Stretch(passage.start, passage.end, passage.published_on or published_on, passage.author)
        last = stretches[-1] if stretches else None
        goes_on = (
            last and passage.kind == kind and (last.author, last.published_on) == (found.author, found.published_on)
        )
        if last and goes_on and not version.text[last.end : found.start].strip():
            stretches[-1] = replace(last, end=found.end)
        else:
            stretches.append(found)
        kind = passage.kind
    return stretches


def _once(claims: Sequence[ExtractedClaim]) -> list[ExtractedClaim]:
    """One claim for each span and wording: the database holds each appearance once."""
    return list({(claim.start, claim.end, claim.text): claim for claim in reversed(claims)}.values())[::-1]


def _claims(version: ArticleVersion, found: Sequence[ExtractedClaim]) -> list[Claim]:
    """The Claim of each, known ones first: those that the article, in any version, is known to make in these words."""
    earlier = Claim.objects.filter(appearances__version__article_id=version.article_id)
    known = {claim.text: claim for claim in earlier.order_by("-pk")}
    new: dict[str, Claim] = {}
    for claim in found:
        if claim.text not in known and claim.text not in new:
            new[claim.text] = Claim(
                text=claim.text, language=version.article.language, method=claim.method, score=claim.score
            )
    Claim.objects.bulk_create(new.values())
    known |= new
    return [known[claim.text] for claim in found]


def _appearance(version: ArticleVersion, claim: ExtractedClaim, row: Claim, source: Source | None) -> Appearance:
    return Appearance(
        claim=row,
        version=version,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        source=source,
        source_name=claim.speaker.name[:200] if claim.speaker else "",
        cue=claim.cue[:60],
        stance=claim.stance,
        modality=claim.modality,
        said_on=claim.said_on,
        method=claim.method,
        score=claim.score,
    )


def _answers(
    found: Sequence[ExtractedClaim],
    every: Sequence[ExtractedClaim],
    rows: Sequence[Appearance],
    new: Sequence[Appearance],
) -> None:
    """Point every denial that is new at the appearance that it denies."""
    added = {row.pk for row in new}
    place = {(claim.start, claim.end, claim.text): row for claim, row in zip(found, rows, strict=True)}
    changed = []
    for claim, row in zip(found, rows, strict=True):
        if claim.refers_to is None or row.pk not in added:
            continue
        earlier = every[claim.refers_to]
        target = place[earlier.start, earlier.end, earlier.text]
        if target.pk != row.pk:
            row.refers_to = target
            changed.append(row)
    Appearance.objects.bulk_update(changed, ["refers_to"])


def _aimed(claims: Sequence[ExtractedClaim]) -> list[ExtractedClaim]:
    """The claims, with every denial aimed at what somebody else said before it.

    "The Kremlin denied these claims, with its spokesman stating …" denies what was said in another sentence, not what
    the spokesman states in its own.
    """
    aimed = list(claims)
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
        aimed[number] = replace(claim, refers_to=target, text=claims[target].text if target is not None else claim.text)
    return aimed


def _within(one: ExtractedClaim, other: ExtractedClaim) -> bool:
    return one.start < other.end and other.start < one.end


def _there(found: Sequence[ExtractedClaim], number: int) -> str:
    """The place that "the toll there" points at: the one named in the claim before; empty where nothing points."""
    if not number or not _THERE.search(found[number].quote):
        return ""
    named = _PLACE.search(found[number - 1].quote)
    return canonical_name(named[1]) if named else found[number - 1].cues.place


def _measurements(appearance: Appearance, claim: ExtractedClaim, there: str) -> list[Measurement]:
    rows: dict[tuple[str, int, int], Measurement] = {}
    for figure in claim.measurements:
        if figure.value is not None and max(abs(figure.value), abs(figure.value_max or figure.value)) > _LARGEST:
            continue  # a string of digits and not a quantity: no column holds it
        rows.setdefault(
            (figure.measure, figure.start, figure.end),
            Measurement(
                appearance=appearance,
                measure=figure.measure[:40],
                quote=figure.quote[:300],
                start=figure.start,
                end=min(figure.end, figure.start + 300),
                value=figure.value,
                value_max=figure.value_max if figure.comparator == Comparator.RANGE else None,
                value_text=figure.value_text[:100],
                comparator=figure.comparator,
                unit=figure.unit[:60],
                total=figure.total,
                group=figure.group,
                as_of=figure.as_of,
                subject=_subject(figure, claim, there)[:200],
                score=figure.score,
            ),
        )
    return list(rows.values())


def _subject(figure: ExtractedMeasurement, claim: ExtractedClaim, there: str) -> str:
    """Whose figure it is. A toll without an owner is that of the place for which it is told: the dead on one side of a
    border are not those on the other."""
    if figure.subject or figure.measure not in TOLLS:
        return figure.subject
    if there:
        return there
    after = claim.quote[figure.end - claim.start :]
    place = _PLACE_AFTER.match(after)
    if place:
        return canonical_name(place[1])
    if _OWN_COUNTRY.search(claim.quote):
        return next(
            (state for word in (claim.speaker.name if claim.speaker else "").split() if (state := state_of(word))), ""
        )
    alone = sum(found.measure in TOLLS for found in claim.measurements) == 1
    return claim.cues.place if alone else ""


def _sources(speakers: dict[str, Speaker]) -> dict[str, Source]:
    """The Source of each name, found by any known spelling; a name never seen becomes a new Source with one alias."""
    keys = {name: fold_name(name) for name in speakers if fold_name(name)}
    known = _by_key(keys.values())
    missing = {key: name for name, key in reversed(keys.items()) if key not in known}
    if missing:
        Source.objects.bulk_create(
            [Source(name=name[:200], kind=speakers[name].kind) for name in missing.values()], ignore_conflicts=True
        )
        rows = {
            source.name: source for source in Source.objects.filter(name__in=[name[:200] for name in missing.values()])
        }
        SourceAlias.objects.bulk_create(
            [SourceAlias(source=rows[name[:200]], name=name[:200], key=key[:200]) for key, name in missing.items()],
            ignore_conflicts=True,
        )
        known = _by_key(keys.values())
    return {name: known[key] for name, key in keys.items() if key in known}


def _by_key(keys: Iterable[str]) -> dict[str, Source]:
    aliases = SourceAlias.objects.filter(key__in=[key[:200] for key in keys]).select_related("source")
    return {alias.key: alias.source for alias in aliases}
