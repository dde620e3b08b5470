"""Everything that the desk has published, for programs: ClaimReviews and annotations, a batch at a time.

The ClaimReview of a verdict says what its page says, but names every article that makes the claim and not the twenty of
one page; of one that was imported, it is the one that its publisher gave out. Rows come through a cursor of the server,
and what belongs to them in a few queries for each batch, so memory stays the same however much there is. `since` leaves
only what changed after it (claims.models.change); what was taken back since then is named, so that a copy can drop it.

Taken in again elsewhere and given out from there, everything is the same byte by byte but for three dates that are the
feed's own: its `dateModified`, and of each item `dateCreated` and `dateModified`, which say when it came into this feed
and changed in it. They have no place in JSON Lines, which are the same altogether.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest, JSONObject, Substr
from django.urls import reverse
from django.utils import translation

from claims.addresses import absolute
from claims.claimreview import CONTEXT, claim_review
from claims.claimreview.annotations import AROUND, Passage, annotation
from claims.claimreview.table import COLUMNS, cells
from claims.editions import address_of
from claims.markup import claim_facts, newest_of_each_article, review_facts, with_articles
from claims.models import Appearance, Claim, Correction, ImportedReview, Verdict, VerdictEvidence
from claims.models.change import settled_until
from claims.spreadsheets import csv_lines
from claims.templatetags.crosscheck import web_url

BATCH = 500
"""Verdicts or appearances whose facts are fetched at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One review in the feed. `document` is its ClaimReview, or where it `is_gone` no more than its address."""

    document: dict[str, Any]
    created_at: datetime
    changed_at: datetime
    is_gone: bool = False


def entries(*, since: datetime | None = None) -> Iterator[Entry]:
    """Every public review, in the order of publication here; with `since`, those that have changed after it, and those
    withdrawn after it."""
    told = Verdict.objects.public().select_related("rating__scale", "publisher", "claim", "claim__review_change")
    told = told.defer("claim__search_vector").order_by("pk")
    if since is not None:
        told = told.filter(claim__review_change__at__gt=since)
    for batch in _batches(told):
        documents = claim_reviews(batch)
        for verdict in batch:
            created = verdict.published_at or verdict.created_at
            yield Entry(documents[verdict.pk], created, max(created, verdict.claim.review_change.at))
    if since is not None:
        yield from _withdrawn(since)


def pieces(form: str, *, since: datetime | None = None) -> Iterator[str]:
    """Everything in one of FORMS, piece by piece. A table and single lines cannot say what was withdrawn: they leave it
    out."""
    return FORMS[form](since)


def _lines(since: datetime | None) -> Iterator[str]:
    return (f"{dumped(entry.document)}\n" for entry in entries(since=since) if not entry.is_gone)


def _rows(since: datetime | None) -> Iterator[str]:
    return csv_lines(COLUMNS, (cells(entry.document) for entry in entries(since=since) if not entry.is_gone))


def feed(since: datetime | None) -> Iterator[str]:
    """A DataFeed in the form of Data Commons, piece by piece: each `item` is a list of one ClaimReview.

    Its own `dateModified` is what to ask for as `since` the next time: nothing that is committed later is dated before.
    """
    head = {"@context": CONTEXT, "@type": "DataFeed", "url": absolute(reverse("reviews_feed", args=["json"]))}
    head |= {"license": settings.DATA_LICENCE} if settings.DATA_LICENCE else {}
    opening = dumped(head | {"dateModified": settled_until().isoformat(), "dataFeedElement": []})
    yield opening.removesuffix("]}")
    between = ""
    for entry in entries(since=since):
        yield between + dumped(_feed_item(entry))
        between = ","
    yield "]}\n"


def claim_reviews(verdicts: list[Verdict]) -> dict[int, dict[str, Any]]:
    """The ClaimReview of each published verdict, by its key, in a number of queries that does not grow with them."""
    claims = {verdict.claim_id for verdict in verdicts}
    seen: dict[int, list[Appearance]] = defaultdict(list)
    for appearance in with_articles(newest_of_each_article(Appearance.objects.public().filter(claim__in=claims))):
        seen[appearance.claim_id].append(appearance)
    corrected: dict[int, list[Correction]] = defaultdict(list)
    for correction in Correction.objects.public().filter(verdict__claim__in=claims).select_related("verdict"):
        corrected[correction.verdict.claim_id].append(correction)
    cited: dict[int, list[VerdictEvidence]] = defaultdict(list)
    for citation in VerdictEvidence.objects.filter(verdict__in=verdicts).select_related("evidence"):
        cited[citation.verdict_id].append(citation)
    imported = ImportedReview.objects.filter(verdict__in=verdicts).values_list("verdict", "document")
    documents: dict[int, dict[str, Any]] = {verdict: json.loads(document) for verdict, document in imported}
    with translation.override(settings.LANGUAGE_CODE):
        return documents | {
            verdict.pk: claim_review(
                claim_facts(
                    verdict.claim,
                    seen[verdict.claim_id],
                    url=address_of(verdict.claim, verdict),
                ),
                review_facts(verdict, cited[verdict.pk], corrected[verdict.claim_id]),
            )
            for verdict in verdicts
            if verdict.pk not in documents
        }


def annotations(*, claim: Claim | None = None) -> Iterator[dict[str, Any]]:
    """The Web Annotation of every public appearance, or of those of one `claim`. What stands around the quote is given
    where readers may see the whole text."""
    public = Appearance.objects.public() if claim is None else Appearance.objects.public().filter(claim=claim)
    first = Greatest(F("start") - AROUND, 0)
    rows = (
        public.select_related("claim", "version__article")
        .defer("claim__search_vector", "version__text")
        .annotate(
            before=Substr("version__text", first + 1, F("start") - first),
            after=Substr("version__text", F("end") + 1, AROUND),
        )
        .order_by("pk")
    )
    for batch in _batches(rows):
        with translation.override(settings.LANGUAGE_CODE):
            yield from [annotation(_passage(appearance)) for appearance in batch]


def dumped(document: Any) -> str:
    """`document` as JSON on one line."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


FORMS: dict[str, Callable[[datetime | None], Iterator[str]]] = {"json": feed, "jsonl": _lines, "csv": _rows}
"""A DataFeed, a ClaimReview on each line, a table for spreadsheets."""


def _feed_item(entry: Entry) -> dict[str, Any]:
    dated = {"dateCreated": entry.created_at.isoformat(), "dateModified": entry.changed_at.isoformat()}
    if entry.is_gone:
        dated["dateDeleted"] = entry.changed_at.isoformat()
    return {"@type": "DataFeedItem", **dated, "item": [entry.document]}


def _withdrawn(since: datetime) -> Iterator[Entry]:
    """Reviews that readers saw until they were taken out of force after `since`, and that none has replaced: under the
    address that they were given out with, though the claim may read otherwise by now."""
    series = {"claim": OuterRef("claim"), "publisher": OuterRef("publisher"), "language": OuterRef("language")}
    gone = (
        Verdict.objects.filter(
            ~Exists(Verdict.objects.public().filter(**series)),
            Q(corrections__kind=Correction.Kind.WITHDRAWAL, corrections__made_at__gt=since),
            status=Verdict.Status.WITHDRAWN,
        )
        .annotate(gone_at=F("corrections__made_at"))
        .annotate(then=Subquery(_history(before=OuterRef("gone_at"))))
        .filter(then__status=Claim.Status.ACCEPTED)
        .select_related("claim", "imported")
        .defer("claim__search_vector")
        .order_by("pk")
    )
    for batch in _batches(gone):
        for verdict in batch:
            document = {"@type": "ClaimReview", **_names(verdict), "inLanguage": verdict.language}
            yield Entry(document, verdict.published_at or verdict.created_at, verdict.gone_at, is_gone=True)


def _history(*, before: OuterRef) -> QuerySet[Any]:
    """A verdict's claim as it was at a moment."""
    lines: QuerySet[Any] = Claim.pgh_event_model.objects  # type: ignore[attr-defined]  # pghistory.track adds it
    then = lines.filter(pgh_obj=OuterRef("claim"), pgh_created_at__lte=before).order_by("-pgh_id")
    return then.values(told=JSONObject(text="text", status="status"))[:1]


def _names(verdict: Verdict) -> dict[str, Any]:
    """What a withdrawn review was called while it was given out."""
    if verdict.origin == Verdict.Origin.IMPORTED:
        document = json.loads(verdict.imported.document)
        return {name: document[name] for name in ("@id", "url") if name in document}
    verdict.claim.text = vars(verdict)["then"]["text"]  # what the query adds to it
    url = address_of(verdict.claim, verdict)
    return {"@id": f"{url}#review", "url": url}


def _passage(appearance: Appearance) -> Passage:
    article, version = appearance.version.article, appearance.version
    claim_url = absolute(appearance.claim.get_absolute_url())
    row = vars(appearance)  # with what the query adds to it
    around = (row["before"], row["after"]) if article.is_public else ("", "")
    return Passage(
        id=f"{claim_url}#appearance-{appearance.pk}",
        claim_url=claim_url,
        claim_text=appearance.claim.text,
        language=appearance.claim.language,
        source=web_url(article.url)
        or web_url(article.is_based_on)
        or (absolute(article.get_absolute_url()) if article.is_public else claim_url),
        quote=appearance.quote,
        start=appearance.start,
        end=appearance.end,
        captured_at=version.captured_at,
        before=around[0],
        after=around[1],
    )


def _batches(rows: QuerySet[Any]) -> Iterator[list[Any]]:
    """The rows in lists of at most BATCH, read through a cursor of the server."""
    coming = rows.iterator(chunk_size=BATCH)
    while batch := list(islice(coming, BATCH)):
        yield batch
