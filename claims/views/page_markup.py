"""The JSON-LD of every page but a claim's: what the page is, what it is about and what it rests on, and no more.

schema.org has no word for a contradiction, so its page is a WebPage that names the event, the claims and the evidence.
A ClaimReview stands on the page of its claim alone; here claims are named by the address of their page.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from django.urls import reverse
from django.utils.translation import get_language

from articles.models import Article, Publisher
from claims.claimreview import CONTEXT, TYPES_OF_SOURCES, asserter_markup, cited_work, given, organisation
from claims.comparisons import Comparison
from claims.editions import tag
from claims.markup import asserter_of, cited_facts, organisation_of
from claims.models import Claim, Event, Source, Topic
from claims.templatetags.crosscheck import web_url
from claims.views.page import absolute
from claims.vocabulary import Precision

NAME = "Crosscheck"
DAY_FORMATS = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}


class Listed(Protocol):
    """What a list leads to."""

    def get_absolute_url(self) -> str: ...


def home_page(*, canonical: str) -> dict[str, Any]:
    """The site itself, and how to search it."""
    target = f"{absolute(reverse('claims'))}?q={{search_term_string}}"
    return {
        "@context": CONTEXT,
        **_site(),
        "url": canonical,
        "inLanguage": tag(get_language() or ""),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }


def contradiction_page(comparison: Comparison, *, events: Iterable[Event], canonical: str) -> dict[str, Any]:
    """The question as its title, the events it is about, the public claims that answer it and the evidence."""
    contradiction = comparison.contradiction
    answering = {
        report.appearance.claim_id: report.appearance.claim
        for reply in comparison.replies
        for report in reply.reports
        if report.claim_is_public  # type: ignore[attr-defined]  # with_positions annotates it
    }
    published = contradiction.opened_at or contradiction.found_at
    return {
        **_page("WebPage", contradiction.question, canonical),
        "datePublished": published.isoformat(),
        "dateModified": contradiction.changed_at.isoformat(),
        **given(
            about=[_event(event) for event in events],
            mentions=[claim_reference(claim) for claim in answering.values()],
            citation=[cited_work(cited_facts(attached.evidence)) for attached in contradiction.attached_evidence.all()],
        ),
    }


def event_page(event: Event, *, claims: Iterable[Claim], canonical: str) -> dict[str, Any]:
    """What happened, when and where, and the claims about it."""
    return {
        **_page("ItemPage", event.title, canonical),
        "mainEntity": _event(event),
        **given(mentions=[claim_reference(claim) for claim in claims]),
    }


def article_page(article: Article, *, claims: Iterable[Claim], canonical: str) -> dict[str, Any]:
    """A text of somebody else's with its claims marked: theirs is the text, and the page is ours."""
    return {
        **_page("ItemPage", article.title, canonical),
        "mainEntity": {
            "@type": "Article",
            "headline": article.title,
            "publisher": organisation(organisation_of(article.publisher)),
            **given(
                url=web_url(article.url),
                isBasedOn=web_url(article.is_based_on),
                inLanguage=article.language,
                datePublished=article.published_on.isoformat() if article.published_on else "",
            ),
        },
        **given(mentions=[claim_reference(claim) for claim in {claim.pk: claim for claim in claims}.values()]),
    }


def publisher_page(publisher: Publisher, *, canonical: str) -> dict[str, Any]:
    """An outlet; our own desk with its policies."""
    return {
        **_page("ItemPage", publisher.name, canonical),
        "mainEntity": organisation(organisation_of(publisher)),
    }


def source_page(source: Source, *, canonical: str) -> dict[str, Any]:
    """Who asserts. Unnamed officials are nobody in particular, so the page is about no Person or Organization."""
    named = source.kind in TYPES_OF_SOURCES
    return {
        **_page("ItemPage", source.name, canonical),
        **given(mainEntity=asserter_markup(asserter_of(source)) if named else {}),
    }


def topic_page(topic: Topic, rows: Iterable[Listed], *, canonical: str) -> dict[str, Any]:
    """The claims under a heading."""
    return {
        **list_page(topic.name, rows, canonical=canonical),
        "about": {"@type": "DefinedTerm", "name": topic.name, **given(description=topic.description)},
    }


def list_page(name: str, rows: Iterable[Listed], *, canonical: str) -> dict[str, Any]:
    """A list of pages, in its order. A row is named by the words of its record."""
    items = [
        {"@type": "ListItem", "position": place, "name": str(row), "url": absolute(row.get_absolute_url())}
        for place, row in enumerate(rows, start=1)
    ]
    return {
        **_page("CollectionPage", name, canonical),
        "mainEntity": {"@type": "ItemList", "numberOfItems": len(items), **given(itemListElement=items)},
    }


def claim_reference(claim: Claim) -> dict[str, Any]:
    """A claim that has a page of its own."""
    url = absolute(claim.get_absolute_url())
    return {"@type": "Claim", "@id": f"{url}#claim", "name": claim.short_text or claim.text, "url": url}


def _page(kind: str, name: str, canonical: str) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "@type": kind,
        "@id": canonical,
        "url": canonical,
        "name": name,
        "inLanguage": tag(get_language() or ""),
        "isPartOf": _site(),
    }


def _site() -> dict[str, Any]:
    url = absolute("/")
    return {"@type": "WebSite", "@id": f"{url}#site", "name": NAME, "url": url}


def _event(event: Event) -> dict[str, Any]:
    day = event.date.strftime(DAY_FORMATS[Precision(event.date_precision)]) if event.date else ""
    return {
        "@type": "Event",
        "@id": f"{absolute(event.get_absolute_url())}#event",
        "name": event.title,
        "url": absolute(event.get_absolute_url()),
        **given(
            startDate=day,
            location={"@type": "Place", "name": event.place} if event.place else {},
            organizer={"@type": "Organization", "name": event.body} if event.body else {},
        ),
    }
