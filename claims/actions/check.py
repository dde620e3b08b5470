"""What we know of a text that is still being written: read, matched and compared, and nothing kept.

The stations of the pipeline are run over the text as over a captured article, with what the database has for look-ups,
in a transaction that the database itself holds to reading. Only what readers may see is looked at or told, except that
a happening which is known but not public counts as unknown, rather than as the next likeliest that is.

The time it takes is bounded by the text: each claim looks at a bounded number of checked ones (claims.actions.repeats),
each happening at a bounded number of events, and each event at its latest reports (claims.actions.clashes).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from articles.actions import checked_url
from articles.models import Article, ArticleVersion, Publisher
from claims.actions.clashes import VOICE, Clash, EventTold, clashes_of, events_of
from claims.actions.extract import aimed
from claims.actions.repeats import Repeat, repeats_of
from claims.extraction import ExtractedClaim, Extraction, Request, Sentence, extract_all
from claims.extraction.language import load_tuned
from claims.extraction.names import fold_name
from claims.models import Source, SourceAlias

LONGEST = 100_000
"""Bytes of a text in UTF-8."""
PATIENCE = 2.0
"""Seconds that a text waits while others are read: threads that wait longer would be missing for readers."""
_READING = Lock()  # spaCy's pipeline is made for one thread at a time


class BusyError(Exception):
    """Other texts are being read, and it takes too long."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim of the text: who is known to readers by the speaker's name, and the checked claims that it repeats."""

    said: ExtractedClaim
    source: Source | None
    repeats: Sequence[Repeat]


@dataclass(frozen=True, slots=True)
class Check:
    """What is known of a text. `events` and `clashes` name its claims by their place in `claims`."""

    sentences: Sequence[Sentence]
    claims: Sequence[CheckedClaim]
    events: Sequence[EventTold]
    clashes: Sequence[Clash]


def check(*, text: str, language: str = "en", published_on: date | None = None, url: str = "") -> Check:
    """Say what is known of `text`. `published_on` is the day from which "yesterday" counts (today, if None); what is
    known from the article at `url` is not held against the text. Raises ValidationError for a text that is too long
    and for an address that is none, and BusyError.
    """
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST:
        raise ValidationError({"text": f"The text has more than {LONGEST:,} bytes."})
    try:
        identifier = checked_url(url)
    except ValidationError as error:
        raise ValidationError({"url": error.messages}) from error
    day = published_on or timezone.now().date()
    if not _READING.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        (reading,) = extract_all([Request(text, published_on=day, language=language)], nlp=load_tuned())
    finally:
        _READING.release()
    reading = replace(reading, claims=tuple(aimed(reading.claims)))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        return _looked_up(_unsaved(text, day, identifier), reading)


def _looked_up(version: ArticleVersion, reading: Extraction) -> Check:
    if not reading.claims:
        return Check(reading.sentences, (), (), ())
    events = events_of(version=version, reading=reading)
    of = {number: event.event.pk for event in events if event.is_public for number in event.claims}
    repeats = repeats_of(claims=reading.claims, events=of)
    sources = _sources(reading.claims)
    return Check(
        sentences=reading.sentences,
        claims=[
            CheckedClaim(said, sources.get(fold_name(said.speaker.name)) if said.speaker else None, repeats[number])
            for number, said in enumerate(reading.claims)
        ],
        events=[event for event in events if event.is_public],
        clashes=clashes_of(version=version, reading=reading, events=events, sources=sources),
    )


def _sources(claims: Sequence[ExtractedClaim]) -> Mapping[str, Source]:
    """The public Source of each name that speaks, by the folded name."""
    keys = {fold_name(claim.speaker.name)[:200] for claim in claims if claim.speaker}
    public = Source.objects.public().filter(aliases__key__in=keys).values("pk")
    aliases = SourceAlias.objects.filter(key__in=keys, source__in=public).select_related("source")
    return {alias.key: alias.source for alias in aliases}


def _unsaved(text: str, day: date, identifier: str) -> ArticleVersion:
    """The text as a version of an article: of the one so named where that is known, else of none that there is."""
    known = Article.objects.filter(identifier=identifier).values_list("pk", flat=True).first() if identifier else None
    article = Article(pk=known or 0, publisher=Publisher(name=VOICE), published_on=day)
    return ArticleVersion(pk=0, article=article, text=text)
