"""A walk over the public site of the demonstration: every page that a link leads to, as a reader's browser gets it."""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from lxml import html

NOT_OURS = ("/admin/", "/accounts/", "/api/", settings.STATIC_URL)
QUERIES = 12  # of one path: facets can be put together in more ways than anybody walks
OF_A_FOLDER = 50  # records of one kind in one language: the others are drawn by the same lines


@dataclass(slots=True)
class Walk:
    """What was found: pages by address, what each links to and loads, and answers that were not 200."""

    pages: dict[str, str] = field(default_factory=dict)
    links: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    loads: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    failed: dict[str, int] = field(default_factory=dict)


def walk(client: Client, *starts: str) -> Walk:
    """Follow every link within the site from `starts`, breadth first."""
    found, waiting, seen, walked = Walk(), list(starts), set(starts), Counter[str]()
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address, headers={"accept": "text/html"}, follow=True)
        if answer.status_code != 200:
            found.failed[address] = answer.status_code
            continue
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        found.pages[address] = answer.content.decode() if is_page else ""
        if not is_page:
            continue
        for target in _targets(found, address):
            parts = urlsplit(target)
            if target in seen or parts.path.startswith(NOT_OURS):
                continue
            kind, most = (f"{parts.path}?", QUERIES) if parts.query else (_folder(parts.path), OF_A_FOLDER)
            walked[kind] += 1
            if walked[kind] > most:
                continue
            seen.add(target)
            waiting.append(target)
    return found


def _folder(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0]


def _targets(found: Walk, address: str) -> Iterator[str]:
    tree = html.fromstring(found.pages[address])
    for form in tree.iterfind(".//form[@action]"):
        if form.get("method", "get").lower() == "get":
            found.links[address].add(urljoin(address, form.get("action", "")))
    for link in tree.iter("a", "link", "area"):
        if (target := _within(address, link.get("href"))) is not None:
            found.links[address].add(target)
            yield urldefrag(target).url
    for element in tree.iter("img", "script", "link", "iframe"):
        if element.tag == "link" and element.get("rel") not in {"stylesheet", "icon"}:
            continue
        if source := element.get("src") or element.get("href"):
            found.loads[address].add(source)
            if (target := _within(address, source)) is not None:
                yield target


def _within(address: str, target: str | None) -> str | None:
    """The path of a link that stays on the site, else None."""
    if target is None:
        return None
    if target.startswith(f"{settings.SITE_URL}/") or target == settings.SITE_URL:
        target = target.removeprefix(settings.SITE_URL) or "/"
    if urlsplit(target).scheme or target.startswith("//"):
        return None
    return urljoin(address, target)


def anchors(page: str) -> set[str]:
    """The places of a page that a link can name."""
    return set(re.findall(r'\sid="([^"]+)"', page))


def broken_anchors(found: Walk) -> list[str]:
    """Links to a place that the page they lead to does not have. Text fragments are the browser's own."""
    places = {address: anchors(page) for address, page in found.pages.items()}
    broken = []
    for address, links in found.links.items():
        for link in links:
            target, fragment = urldefrag(link)
            named = fragment and not fragment.startswith(":~:") and target in places
            if named and unquote(fragment) not in places[target]:
                broken.append(f"{address} → {link}")
    return broken


def static_file(address: str) -> Path | None:
    """The file behind an address of ours, whatever number of its edition follows it; None where there is none."""
    found = finders.find(address.partition("?")[0].removeprefix(settings.STATIC_URL))
    return Path(str(found)) if found else None


def weight(page: str) -> int:
    """Bytes of the page and of the style sheets that it links, compressed."""
    sheets = [static_file(sheet) for sheet in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)]
    return sum(len(gzip.compress(part)) for part in (page.encode(), *(sheet.read_bytes() for sheet in sheets if sheet)))
