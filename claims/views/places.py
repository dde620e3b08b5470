"""Addresses on this site as readers give them: which page is meant, and which record that page is about."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from articles.models import Article
from claims.models import Claim, Contradiction, Event, Source, Topic
from claims.publishers import public_publishers

RECORDS: dict[str, Callable[[], QuerySet[Any]]] = {
    "claim": lambda: Claim.objects.public().defer("search_vector"),
    "contradiction": Contradiction.objects.public,
    "event": Event.objects.public,
    "article": Article.objects.public,
    "article_versions": Article.objects.public,
    "publisher": public_publishers,
    "source": Source.objects.public,
    "topic": Topic.objects.public,
}
"""What readers may see of each kind of record that has a page of its own, by the name of that page."""


def path_here(address: str, *, host: str) -> str:
    """The path, with its query, that `address` has on this site, which answers to `host` and to SITE_URL; empty where
    it leads elsewhere."""
    address = address.strip()
    if re.search(r"[\x00-\x20\\]", address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    ours = {host, urlsplit(settings.SITE_URL).netloc}
    here = parts.netloc in ours and parts.scheme in {"http", "https"} if parts.netloc else not parts.scheme
    if not here or not parts.path.startswith("/") or parts.path.startswith("//"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def page_at(path: str) -> ResolverMatch | None:
    """The page of ours at `path`, in whichever language its address is; None where there is none."""
    path = path.partition("?")[0]
    with translation.override(translation.get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path)
        except Resolver404:
            return None


def record_at(path: str) -> Model | None:
    """The public record that the page at `path` is about, if it is about one."""
    page = page_at(path)
    records = RECORDS.get(page.url_name or "") if page else None
    if page is None or records is None:
        return None
    key = "pk" if "pk" in page.kwargs else "slug"
    found: Model | None = records().filter(**{key: page.kwargs[key]}).first()
    return found
