"""The reviews that this interface shows: which there are, who published them, and where."""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from rest_framework.exceptions import ValidationError

from articles.models import Publisher
from claims.models import ImportedReview, Verdict
from claims.models.importing import Page, Site

LANGUAGE = re.compile(r"(?P<language>[a-z]{2,8})(?:-(?P<script>[a-z]{4}))?(?:-[a-z0-9]{1,8}){0,8}", re.IGNORECASE)
"""A BCP 47 tag: the primary language, a script where it gives one, and whatever else."""


def site_of(url: str) -> str:
    """The host of an address without "www."; empty where it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def address_of(verdict: Verdict) -> str:
    """Where a review is read: that of another desk at that desk, ours on the page of its claim."""
    elsewhere = verdict.imported.url if verdict.origin == Verdict.Origin.IMPORTED else ""
    return elsewhere or f"{settings.SITE_URL}{verdict.get_absolute_url()}"


def published(*, until: datetime, language: str = "", site: str = "") -> QuerySet[Verdict]:
    """Reviews in force that were published by `until`: in a language, on a site, which is a host with or without
    "www.", or an address there. Raises a 400 for a language tag that is none."""
    reviews: QuerySet[Verdict] = Verdict.objects.public().filter(published_at__lte=until)
    if site:
        reviews = _at(reviews, site_of(site if "//" in site else f"//{site}"))
    if language:
        tag = LANGUAGE.fullmatch(language)
        if not tag:
            raise ValidationError("Invalid value at 'language_code': it is a BCP-47 tag such as en-US or sr-Latn.")
        reviews = reviews.filter(language__iregex=_like(tag["language"], tag["script"]))
    return reviews


def page_address(url: str) -> str:
    """The address of the page that a review is on: without the anchor."""
    return url.partition("#")[0]


def hash_of(url: str) -> str:
    """What the page of that address is found by, as `Page` has it in the database."""
    return hashlib.md5(page_address(url).encode(errors="replace"), usedforsecurity=False).hexdigest()


def at_address(url: str, reviews: QuerySet[Verdict]) -> QuerySet[Verdict]:
    """Those of `reviews` that another desk published on the page `url`, however its protocol and "www." are written."""
    _, found, rest = url.partition("://")
    rest = rest.removeprefix("www.")
    spelt = [f"{scheme}://{www}{rest}" for scheme in ("https", "http") for www in ("", "www.")] if found else []
    return reviews.filter(pk__in=documents_of(map(hash_of, spelt)).values("verdict"))


def documents_of(hashes: Iterable[str]) -> QuerySet[ImportedReview]:
    """The documents that came from the pages with these hashes."""
    return ImportedReview.objects.alias(page=Page("url")).order_by().filter(page__in=list(hashes))


def _at(reviews: QuerySet[Verdict], host: str) -> QuerySet[Verdict]:
    """Those at that host: by the address of the review, or where it is read here, by that of its publisher."""
    if not host:
        return reviews.none()
    near = Publisher.objects.public().filter(url__icontains=host).values_list("pk", "url")
    publishers = [key for key, url in near if site_of(url) == host]
    if host == site_of(settings.SITE_URL):
        publishers += Publisher.objects.public().filter(kind=Publisher.Kind.OWN).values_list("pk", flat=True)
    there = ImportedReview.objects.alias(site=Site("url")).filter(site=host).order_by().values("verdict")
    here = Verdict.objects.filter(Q(imported__isnull=True) | Q(imported__url=""), publisher__in=publishers)
    return reviews.filter(pk__in=there.union(here.order_by().values("pk")) if publishers else there)


def _like(language: str, script: str | None) -> str:
    """A pattern of the tags that answer: regions do not count; a script does, except where a review states none."""
    if not script:
        return rf"^{language}(-|$)"
    return rf"^{language}(-{script}(-|$)|-[a-z]{{2}}$|-[0-9]{{3}}$|$)"
