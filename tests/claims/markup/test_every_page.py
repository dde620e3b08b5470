"""Every page that a sitemap names, in every language: its address, its editions, its picture, its feeds, its markup."""

import json
import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from lxml import etree
from pytest_django import Settings

from claims.models import Claim, Verdict
from tests.browser import scene
from tests.claims.markup.vocabulary import faults, of_type
from tests.claims.views.world import JSON_LD
from tests.factories import AppearanceFactory, ClaimFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db
NS = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
SITE = "https://desk.example.org"
ASKED = "/report/"  # the form as one reader has it, and what became of what they wrote: nobody links to these


@pytest.fixture
def world(settings: Settings) -> scene.Scene:
    """A desk at work, with verdicts in both languages, in one alone, and in one that the site does not speak."""
    settings.LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
    settings.SITE_URL = SITE
    built = scene.build()
    for languages in (("en", "fr"), ("fr",), ("de",), ("en",)):
        claim = AppearanceFactory.create(claim=ClaimFactory.create(text=f"A claim judged in {languages}")).claim
        for language in languages:
            publish(VerdictFactory.create(claim=claim, language=language, headline=f"Found in {language}"))
    return built


def tree(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml"
    return etree.fromstring(response.content)


def mapped(client: Client) -> dict[str, dict[str, str]]:
    """Every address of the sitemaps, and its alternates by language."""
    found = {}
    for file in tree(client, "/sitemap.xml").findall("map:sitemap/map:loc", NS):
        for url in tree(client, file.text.removeprefix(SITE)).findall("map:url", NS):
            links = url.findall("xhtml:link", NS)
            found[url.findtext("map:loc", namespaces=NS)] = {link.get("hreflang"): link.get("href") for link in links}
    return found


def attributes(page: str, pattern: str) -> list[str]:
    return [unescape(found) for found in re.findall(pattern, page)]


def test_every_page_of_the_sitemaps(client: Client, world: scene.Scene) -> None:
    addresses = mapped(client)
    listed = {urlsplit(address).path for address in addresses}
    assert {path for path in world.public.values() if not path.startswith(ASKED)} <= listed
    reviewed = 0
    for address, alternates in addresses.items():
        page = client.get(address.removeprefix(SITE)).content.decode()
        assert attributes(page, r'rel="canonical" href="([^"]*)"') == [address]
        told = re.findall(r'rel="alternate" hreflang="([^"]*)" href="([^"]*)"', page)
        assert dict(told) == alternates, address
        blocks = [json.loads(block) for block in JSON_LD.findall(page)]
        assert [fault for block in blocks for fault in faults(block)] == [], address
        reviews = of_type(blocks, "ClaimReview")
        if not re.search(r"/claims/\d", address):
            assert reviews == [], address
            continue
        [block] = blocks
        verdict = Verdict.objects.public().filter(claim=int(re.findall(r"claims/(\d+)", address)[0])).exists()
        assert len(reviews) == verdict, address
        assert block["@type"] == ("ClaimReview" if verdict else "Claim")
        for review in reviews:
            check_review(review, page, address)
            reviewed += 1
    assert reviewed == 6, "each verdict on the page of its own language, once"


def check_review(review: dict[str, Any], page: str, address: str) -> None:
    """The rules of Google's guide."""
    assert review["url"] == address
    assert review["claimReviewed"]
    rating = review["reviewRating"]
    shown = attributes(page, r'<span class="rating-name">([^<]*)</span>')
    assert shown[0] == rating["alternateName"]
    if "ratingValue" in rating:
        assert 1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"] > rating["worstRating"]
    else:
        assert set(rating) == {"@type", "alternateName"}
    item = review["itemReviewed"]
    assert item["@id"].startswith(address)
    assert item["firstAppearance"] == item["appearance"][0]
    ids = [seen["@id"] for seen in item["appearance"]]
    assert len(set(ids)) == len(ids) > 0


def test_a_claim_is_quoted_where_its_verdict_is_at_home(client: Client, world: scene.Scene) -> None:
    for claim in Claim.objects.filter(text__startswith="A claim judged in"):
        english, french = (f"{prefix}/claims/{claim.pk}-{claim.slug}/" for prefix in ("", "/fr"))
        languages = set(claim.verdicts.values_list("language", flat=True))
        pages = {path: client.get(path).content.decode() for path in (english, french)}
        canonical = {path: attributes(page, r'rel="canonical" href="([^"]*)"')[0] for path, page in pages.items()}
        reviews = {path: json.loads(JSON_LD.findall(page)[0]) for path, page in pages.items()}
        home = {path: f"{SITE}{path}" for path in (english, french)}
        if languages == {"en", "fr"}:
            assert canonical == home
            assert [reviews[path]["inLanguage"] for path in (english, french)] == ["en", "fr"]
        elif languages == {"fr"}:
            assert canonical == dict.fromkeys(home, home[french])
        else:
            assert canonical == dict.fromkeys(home, home[english])
        assert {path: review["url"] for path, review in reviews.items()} == canonical
        if languages != {"en", "fr"}:
            assert all("hreflang=" not in page.partition("</head>")[0] for page in pages.values())


def test_what_travels_with_every_page(client: Client, world: scene.Scene) -> None:
    """The picture is there, and so are the feeds."""
    seen = set()
    for name, path in world.public.items():
        if path.startswith(ASKED):
            continue
        page = client.get(path).content.decode()
        head = page.partition("</head>")[0]
        told = dict(re.findall(r'<meta (?:name|property)="([a-z]+:[a-z:_]+)" content="([^"]*)"', head))
        assert {"og:title", "og:url", "og:image", "og:image:alt", "og:type", "twitter:card"} <= set(told), name
        assert re.search(r'<meta name="description" property="og:description" content="[^"]+"', head), name
        picture = client.get(told["og:image"].removeprefix(SITE))
        assert (picture.status_code, picture["Content-Type"]) == (200, "image/png"), name
        seen.add(told["og:image"])
        feeds = re.findall(r'type="application/(?:atom\+xml|feed\+json)" title="[^"]+" href="([^"]*)"', head)
        assert len(feeds) == 6
        assert all(client.get(feed).status_code == 200 for feed in feeds)
    assert len(seen) > 6, "claims and contradictions have pictures of their own"
    assert settings.SITE_URL == SITE
