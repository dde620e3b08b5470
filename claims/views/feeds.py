"""Feeds of what is new: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), newest first.

A verdict that was withdrawn has no entry any more; the withdrawal has one, so that who read of the verdict reads of
that too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from claims.editions import tag
from claims.models import Contradiction, Correction, Topic, Verdict
from claims.views.feed_entries import ENTRIES, Entry, newest, of_contradictions, of_corrections, of_verdicts
from claims.views.page import absolute, only_parameters, public_page

LATEST = 2_000  # verdicts that those of a topic are looked for among: what is older is no news
SINCE = "2026"  # when the identifiers were first given, as RFC 4151 wants it


@dataclass(frozen=True, slots=True)
class Feed:
    """`name` is for its identifier, `page` the address of the page that shows the same, `addresses` its own by form."""

    name: str
    title: str
    page: str
    entries: list[Entry]
    addresses: dict[str, str]


@public_page
def feed(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """One of FEEDS, in one of FORMS."""
    only_parameters(request, ())
    if name not in FEEDS or form not in FORMS:
        raise Http404("There is no such feed.")
    title, page, entries = FEEDS[name]()
    addresses = {each: absolute(reverse("feed", args=[name, each])) for each in FORMS}
    return FORMS[form](Feed(name, title, absolute(reverse(page)), entries, addresses))


@public_page
def topic(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The verdicts on claims under one heading."""
    only_parameters(request, ())
    found = get_object_or_404(Topic.objects.public(), slug=slug)
    if form not in FORMS:
        raise Http404("There is no such feed.")
    latest = Verdict.objects.public().values("pk")[:LATEST]
    entries = newest(
        of_verdicts(Verdict.objects.public().filter(pk__in=latest, claim__topics=found)),
        of_corrections(_withdrawals().filter(verdict__claim__topics=found)),
    )
    title = _("Crosscheck: verdicts on %(topic)s") % {"topic": found.name}
    addresses = {each: absolute(reverse("topic_feed", args=[slug, each])) for each in FORMS}
    return FORMS[form](Feed(f"topics/{slug}", title, absolute(found.get_absolute_url()), entries, addresses))


Made = tuple[str, str, list[Entry]]


def _verdicts() -> Made:
    """Every verdict in force, and what was withdrawn."""
    entries = newest(of_verdicts(Verdict.objects.public()), of_corrections(_withdrawals()))
    return _("Crosscheck: verdicts"), "claims", entries


def _corrections() -> Made:
    """Every change to what was published."""
    return _("Crosscheck: corrections"), "corrections", newest(of_corrections(Correction.objects.public()))


def _contradictions() -> Made:
    """What was opened, taken up, settled or reopened last."""
    rows = Contradiction.objects.public().order_by("-changed_at", "-id")[:ENTRIES]
    return _("Crosscheck: contradictions"), "contradictions", newest(of_contradictions(rows))


def _withdrawals() -> QuerySet[Correction]:
    return Correction.objects.public().filter(kind=Correction.Kind.WITHDRAWAL)


class LanguageFeed(Atom1Feed):
    """Django's Atom, with the language of each entry."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}


def atom(feed: Feed) -> HttpResponse:
    """`feed` as Atom. A summary is HTML there."""
    made = LanguageFeed(
        title=feed.title,
        link=feed.page,
        description="",
        language=tag(get_language() or ""),
        feed_url=feed.addresses["atom"],
        feed_guid=_uri(f"feeds/{feed.name}"),
        author_name="Crosscheck",
    )
    for entry in feed.entries:
        made.add_item(
            title=entry.title,
            link=entry.url,
            description=linebreaks(entry.text, autoescape=True),
            unique_id=_uri(entry.key),
            author_name=entry.author,
            pubdate=entry.published,
            updateddate=entry.updated,
            language=entry.language,
        )
    return HttpResponse(made.writeString("utf-8"), content_type=LanguageFeed.content_type)


def json_feed(feed: Feed) -> HttpResponse:
    """`feed` as JSON Feed."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.addresses["json"],
        "language": tag(get_language() or ""),
        "authors": [{"name": "Crosscheck", "url": absolute("/")}],
        "items": [
            {
                "id": _uri(entry.key),
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": entry.published.isoformat(),
                "date_modified": entry.updated.isoformat(),
                "authors": [{"name": entry.author}],
                "language": entry.language,
            }
            for entry in feed.entries
        ],
    }
    return JsonResponse(told, content_type="application/feed+json")


def _uri(key: str) -> str:
    """A tag URI (RFC 4151): it stays what it is when addresses change."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{SINCE}:{key}"


FORMS: dict[str, Callable[[Feed], HttpResponse]] = {"atom": atom, "json": json_feed}
FEEDS: dict[str, Callable[[], Made]] = {
    "verdicts": _verdicts,
    "corrections": _corrections,
    "contradictions": _contradictions,
}
