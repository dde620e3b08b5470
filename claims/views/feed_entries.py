"""What is new, as entries that a feed can tell in any format.

An entry is what a reader's program must recognise when it comes again: a correction keeps the entry of its verdict and
moves its date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from claims.editions import address_of, tag
from claims.models import Claim, Contradiction, Correction, Verdict
from claims.templatetags.wording import status_meaning
from claims.views.page import absolute

ENTRIES = 50
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `key` names it for good."""

    key: str
    title: str
    url: str
    text: str
    author: str
    language: str
    published: datetime
    updated: datetime


def of_verdicts(found: QuerySet[Verdict]) -> list[Entry]:
    """One entry for all versions of a verdict: it went out with the first of them and changed with this one."""
    versions = Verdict.objects.filter(
        claim=OuterRef("claim"), publisher=OuterRef("publisher"), language=OuterRef("language")
    )
    first = versions.order_by().values("claim").annotate(first=Min("published_at")).values("first")
    rows = (
        found.select_related("claim", "rating", "publisher")
        .defer("claim__search_vector", "body")
        .annotate(first_published_at=Subquery(first))
        .order_by("-published_at", "-id")[:ENTRIES]
    )
    return [
        Entry(
            key=f"claims/{verdict.claim_id}/verdicts/{verdict.publisher_id}/{verdict.language}",
            title=_plain(f"{verdict.rating.name}: {verdict.headline}"),
            url=address_of(verdict.claim, verdict),
            text=_plain(_("Claim: “%(claim)s”") % {"claim": verdict.claim.text}, verdict.summary),
            author=verdict.publisher.name,
            language=verdict.language,
            published=verdict.first_published_at,
            updated=verdict.published_at,
        )
        for verdict in rows
        if verdict.published_at
    ]


def of_corrections(found: QuerySet[Correction]) -> list[Entry]:
    """What changed and why. Words of a claim that is no longer public are not repeated."""
    public = Claim.objects.public().filter(pk=OuterRef("verdict__claim"))
    rows = (
        found.select_related("verdict__claim", "verdict__publisher")
        .defer("verdict__claim__search_vector", "verdict__body")
        .annotate(claim_is_public=Exists(public))
        .order_by("-made_at", "-id")[:ENTRIES]
    )
    return [
        Entry(
            key=f"corrections/{correction.pk}",
            title=_plain(
                f"{correction.get_kind_display()}: {correction.verdict.claim.text if shown else correction.reason}"
            ),
            url=address_of(correction.verdict.claim, correction.verdict) if shown else absolute(reverse("corrections")),
            text=_plain(correction.reason),
            author=correction.verdict.publisher.name,
            language=correction.verdict.language,
            published=correction.made_at,
            updated=correction.made_at,
        )
        for correction in rows
        for shown in [correction.claim_is_public]
    ]


def of_contradictions(rows: Iterable[Contradiction]) -> list[Entry]:
    """The question, where the work on it stands, and what was decided."""
    return [
        Entry(
            key=f"contradictions/{contradiction.pk}",
            title=_plain(contradiction.question),
            url=absolute(contradiction.get_absolute_url()),
            text=_plain(status_meaning(contradiction), contradiction.resolution_note),
            author="Crosscheck",
            language=tag(get_language() or ""),
            published=contradiction.opened_at or contradiction.found_at,
            updated=contradiction.changed_at,
        )
        for contradiction in rows
    ]


def newest(*kinds: list[Entry]) -> list[Entry]:
    """The newest of all."""
    entries = [entry for kind in kinds for entry in kind]
    return sorted(entries, key=lambda entry: (entry.updated, entry.key), reverse=True)[:ENTRIES]


def _plain(*paragraphs: str) -> str:
    """What there is of `paragraphs`, less the characters that XML has no way to write."""
    return NOT_IN_XML.sub("", "\n\n".join(filter(None, paragraphs)))
