"""Every language that the site is offered in is whole: its catalogue, what programs read of it, and the pages."""

import gettext
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from lxml import html
from lxml.html import HtmlElement

from claims.chart_words import HERE, day, number
from tests.browser import scene
from tests.claims.views.world import read

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))
each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
SITE = settings.SITE_URL
HOLDS = re.compile(r"%\(\w+\)[a-z]|%%|<[^>]*>")
# Words that the site itself uses and the records of the scene do not.
ENGLISH = re.compile(
    r"\b(which|who|where|newest|older|claims?|evidence|rating|error|settled|disagree|outlets?|desks|numeric|polarity|found"
    r"|checked|published|read|show|search|reported|kinds?|yours?|nothing)\b",
    re.IGNORECASE,
)


def test_there_is_french() -> None:
    assert [path.parts[-3] for path in CATALOGUES] == settings.TRANSLATIONS
    assert "fr" in settings.TRANSLATIONS


@each_catalogue
def test_every_entry_is_translated_and_keeps_its_names_and_tags(path: Path) -> None:
    assert [fault for message in entries(path) for fault in faults(message)] == []


@each_catalogue
def test_programs_read_what_translators_wrote(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [message.id for message in entries(path) if looked_up(compiled, message) != words(message)]
    known = {key for key in vars(compiled)["_catalog"] if key}
    written = {key for message in entries(path) for key in keys(message)}
    assert (stale, known) == ([], written)


def test_no_word_of_the_desk_is_among_them() -> None:
    """The admin speaks English alone, so nobody translates it."""
    places = {place for message in entries(CATALOGUES[0]) for place, _line in message.locations}
    assert [place for place in places if "/admin/" in place or place.startswith("seeds/")] == []


def test_a_fault_in_an_entry_is_told() -> None:
    def told(one: str, other: str) -> list[str]:
        return faults(Message(one, other))

    assert told("at <b>%(day)s</b>", "le <b>%(day)s</b>") == []
    assert told("at %(day)s", "") == ["not translated: at %(day)s"]
    assert told("at %(day)s", "le %(jour)s") == ["le %(jour)s: other names or tags than at %(day)s"]
    assert told("<a href='%(url)s'>x</a>", "<a>%(url)s</a>") != []
    assert faults(Message("at", "à", flags=["fuzzy"])) == ["fuzzy: at"]


@pytest.mark.django_db
def test_every_page_speaks_french(client: Client) -> None:
    public = scene.build().public | {"data": "/data/", "publishers": "/publishers/", "sources": "/sources/"}
    editions = 0
    for name, address in public.items():
        page = html.fromstring(client.get(f"/fr{address}").content)
        assert page.get("lang") == "fr", name
        assert page.get("dir") == "ltr", name
        assert leftovers(page) == [], name
        told = {link.get("hreflang"): link.get("href") for link in page.findall(".//link[@hreflang]")}
        if page.xpath("string(//link[@rel='canonical']/@href)") == f"{SITE}/fr{address}":
            assert told == dict.fromkeys(("en", "x-default"), SITE + address) | {"fr": f"{SITE}/fr{address}"}, name
            editions += 1
    assert editions >= len(public) - 3, (
        "the form with what it is about, a report, and a check written in English have none"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/fr/nowhere/", 404, "Cette page n’existe pas"),
        ("/fr/claims/?colour=red", 400, "Cette page n’a pas de paramètre “colour”."),
        ("/fr/claims/?q=zzzz", 200, "Aucun résultat."),
    ],
)
def test_what_cannot_be_shown_is_said_in_french(client: Client, address: str, status: int, words: str) -> None:
    assert words in read(client, address, status=status)


@pytest.mark.django_db
def test_the_desk_stays_in_english(client: Client) -> None:
    response = client.get("/admin/", headers={"accept-language": "fr"}, follow=True)
    assert '<html lang="en' in response.content.decode()


def test_days_numbers_and_colons_are_those_of_the_language() -> None:
    drawn = Template("{% load humanize %}{{ day|date:'DATE_FORMAT' }} · {{ number|intcomma }}")
    context = Context({"day": date(2026, 11, 22), "number": 1234})
    assert (drawn.render(context), HERE.colon) == ("22 Nov 2026 · 1,234", ": ")
    with translation.override("fr"):
        assert drawn.render(context) == "22 novembre 2026 · 1\xa0234"
        assert (day(date(2026, 11, 22)), number(1234.5)) == ("22 novembre 2026", "1\xa0234,5")
        assert HERE.short(2_000_000) == "2\u202fM"
        assert HERE.colon == "\xa0: "


@pytest.mark.django_db
def test_a_language_from_right_to_left_says_so(client: Client, settings: Any) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربيّة")]
    for address in scene.build().public.values():
        page = html.fromstring(client.get(f"/ar{address}").content)
        assert (page.get("lang"), page.get("dir")) == ("ar", "rtl"), address


def entries(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=path.parts[-3]) if message.id]


def words(message: Message) -> tuple[str, ...]:
    """What it says, the singular first."""
    said: Any = message.string  # a text, or one for each form of the plural
    return (said,) if isinstance(said, str) else tuple(said)


def faults(message: Message) -> list[str]:
    """What is wrong with an entry, one line each."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    found = [f"fuzzy: {ids[0]}"] if message.fuzzy else []
    if not all(words(message)):
        return [*found, f"not translated: {ids[0]}"]
    allowed = [Counter(HOLDS.findall(each)) for each in ids]
    wrong = [each for each in words(message) if Counter(HOLDS.findall(each)) not in allowed]
    return [*found, *(f"{each}: other names or tags than {ids[0]}" for each in wrong)]


def keys(message: Message) -> list[Any]:
    """Under what a compiled catalogue holds an entry."""
    first = message.id if isinstance(message.id, str) else message.id[0]
    key = f"{message.context}\x04{first}" if message.context else first
    return [key] if isinstance(message.id, str) else [(key, form) for form in range(len(words(message)))]


def looked_up(compiled: gettext.GNUTranslations, message: Message) -> tuple[str, ...]:
    return tuple(vars(compiled)["_catalog"].get(key, "") for key in keys(message))


def leftovers(page: HtmlElement) -> list[str]:
    """English words among those of the site itself. What the desk and its sources wrote stays as they wrote it."""
    content = "[@lang and not(starts-with(@lang, 'fr'))]"
    own = "//body//*[self::a or self::p or self::h1 or self::h2 or self::h3 or self::th or self::dt or self::label"
    own += " or self::button or self::summary or self::caption or self::legend or self::option or self::figcaption]"
    copied = "ancestor::*[self::pre or self::textarea or contains(@class, 'address')]"
    found = page.xpath(f"{own}//text()[not(ancestor::*{content}) and not({copied})] | //@aria-label | //@placeholder")
    return [line for line in (" ".join(text.split()) for text in found) if ENGLISH.search(line)]
