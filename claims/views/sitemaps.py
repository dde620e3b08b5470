"""Sitemaps (https://www.sitemaps.org/protocol.html) of every public page, and robots.txt.

A file holds the records whose keys lie in one range, so that neither the index nor a file counts or skips rows: the
index asks each table for its highest key alone. Files therefore differ in length.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Max, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from articles.models import Article
from claims.editions import codes, homes, tag
from claims.models import Claim, Contradiction, Correction, Event, Source, Topic, Verdict
from claims.publishers import public_publishers
from claims.views.page import absolute, only_parameters, public_page

KEYS = 2_500  # in one file, times the languages: the protocol allows 50,000 addresses, which would take too long
PAGES = (
    *("home", "claims", "contradictions", "publishers", "sources", "topics"),
    *("methodology", "corrections", "about", "accessibility", "report", "data"),
)
HIDDEN = ("/admin/", "/accounts/")
LISTS = ("claims", "contradictions")


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one kind that have pages. `editions` says in which languages one has."""

    records: QuerySet[Any]
    editions: Callable[[Any], list[str]] = lambda _record: codes()

    @property
    def files(self) -> int:
        """How many files they take: the last one holds the highest key."""
        highest = self.records.model._base_manager.aggregate(highest=Max("pk"))["highest"]
        return int(highest or 0) // KEYS + 1

    def addresses(self, number: int) -> Iterator[dict[str, Any]]:
        """What stands in the file of that number, from 1 on."""
        for row in self.records.filter(pk__gte=(number - 1) * KEYS, pk__lt=number * KEYS).order_by("pk"):
            yield from _editions(row.get_absolute_url, self.editions(row), getattr(row, "changed_at", None))


def sections() -> dict[str, Section]:
    """Every kind of record, by its name in the address of its files."""
    verdicts = Verdict.objects.public()
    published = verdicts.filter(claim=OuterRef("pk")).order_by("-published_at").values("published_at")
    corrected = Correction.objects.public().filter(verdict__claim=OuterRef("pk")).order_by("-made_at").values("made_at")
    claims = (
        Claim.objects.public()
        .only("text", "created_at")
        .annotate(changed_at=Greatest("created_at", Subquery(published[:1]), Subquery(corrected[:1])))
        .prefetch_related(Prefetch("verdicts", verdicts.only("claim_id", "language", "origin")))
    )
    return {
        "claims": Section(claims, lambda claim: homes(claim.verdicts.all())),
        "contradictions": Section(Contradiction.objects.public().only("question", "changed_at")),
        "events": Section(Event.objects.public().only("title")),
        "articles": Section(Article.objects.public().only("title")),
        "publishers": Section(public_publishers()),
        "sources": Section(Source.objects.public().only("name")),
        "topics": Section(Topic.objects.public()),
    }


@public_page
def index(request: HttpRequest) -> HttpResponse:
    """Where all files are."""
    only_parameters(request, ())
    numbered = [(name, number) for name, found in sections().items() for number in range(1, found.files + 1)]
    addresses = [reverse("pages_sitemap"), *(reverse("sitemap", args=place) for place in numbered)]
    files = [SitemapIndexItem(absolute(address)) for address in addresses]
    return render(request, "sitemap_index.xml", {"sitemaps": files}, content_type="application/xml")


@public_page
def section(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One file of records."""
    only_parameters(request, ())
    found = sections().get(name)
    if found is None or not 1 <= number <= found.files:
        raise Http404("There is no such sitemap.")
    return _drawn(request, found.addresses(number))


@public_page
def pages(request: HttpRequest) -> HttpResponse:
    """The file of the pages of which there is one."""
    only_parameters(request, ())
    return _drawn(request, (address for name in PAGES for address in _editions(partial(reverse, name), codes(), None)))


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Programs may read everything but the desk, and lists as somebody has filtered them: those never end."""
    only_parameters(request, ())
    filtered = [f"{prefix}{reverse(name)}?" for name in LISTS for prefix in ("", "/*")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in (*HIDDEN, *filtered)), ""]
    lines.append(f"Sitemap: {absolute(reverse('sitemaps'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def _editions(path: Callable[[], str], languages: list[str], changed_at: Any) -> Iterator[dict[str, Any]]:
    """One address for each language, each beside all of them, in the form of Django's template."""
    found = {}
    for code in languages:
        with translation.override(code):
            found[code] = absolute(path())
    others = [{"lang_code": tag(code), "location": address} for code, address in found.items()]
    if settings.LANGUAGE_CODE in found:
        others.append({"lang_code": "x-default", "location": found[settings.LANGUAGE_CODE]})
    for address in found.values():
        yield {"location": address, "lastmod": changed_at, "alternates": others if len(found) > 1 else []}


def _drawn(request: HttpRequest, addresses: Iterable[dict[str, Any]]) -> HttpResponse:
    return render(request, "sitemap.xml", {"urlset": list(addresses)}, content_type="application/xml")
