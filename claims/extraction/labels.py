"""Digits that name and do not count: telephone and list numbers, indices, days, spans of years, numbered things."""

import re
from collections.abc import Iterator

from claims.extraction.lexicon import words

_NUMBERED = words(
    """
    no no. nos. nr. article section chapter flight highway route interstate page channel phase level type room gate exit
    category volume version paragraph clause appendix annex figure table episode platform terminal tier rule area zone
    ward precinct psalm proposition studio
    ftse nasdaq russell nikkei cac dow stoxx csi fortune topix dax asx forbes
    """
)
"""What is numbered, in whatever case: "Flight 370", "category 4", "the FTSE 100"."""
_NAMED = words(
    """
    Boeing Airbus Title Part Unit Day Week Group Class Line Round Formula Windows iPhone Galaxy PlayStation Apollo
    Block Building Apartment Flat Pier Bay Berth Battery Brigade Camp Sector Pavilion Hangar Shaft Lot Warehouse
    Bus Tram Train Bed Reactor House District School Hospital Precinct
    """
)
"""What is numbered where it has a capital; in small letters these words stand before numbers that count."""
_MONTHS = words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    """
)
_NUMBER = re.compile(
    r"(?<![^\s#(])\d{1,5}(?![\w%]|[.,:/]\d|\s(?:people|million|billion|thousand|per\s?cent|percent)\b)", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:#\s?|(?P<dated>\d\s)?(?<![\w.])(?P<word>s\s?&\s?p|[^\W\d_]{1,12}\.?)\s)$", re.IGNORECASE)
_AFTER = re.compile(r"\s(?P<word>[^\W\d_]{3,9})(?![\w-])")
_REACH = 14
_TELEPHONE = re.compile(
    r"(?<![\w+])\+\d[\d\s()-]{7,17}\d(?!\d)"
    r"|(?<![\w.-])(?:\(?\d{2,5}\)?(?:[-.]\d{3,8}){2,5}|\(?0\d{2,4}\)?(?:\s\d{3,4}){2})(?![\w%])"
)
_SHORTEST_TELEPHONE = 10
_LISTED = re.compile(r"(?:^|[\s(])(?P<number>\d{1,2})\s?\)(?=\s)")
_YEARS = re.compile(
    r"(?<![\w.,$£€])(?:1[89]|20)\d\d(?:\s?[-–/]\s?(?:(?:1[89]|20)\d)?\d\d|\s(?:to|and|or)\s(?:1[89]|20)\d\d)"
    r"(?![\w%]|[.,]\d|-?\s?(?:people|million|billion|per\s?cent|percent|years?|months?|days?|km|miles)\b)"
)
_WINDOW = 80


def label_spans(text: str) -> list[tuple[int, int]]:
    """Where digits stand that only name something, so that they are not read as figures.

    Fires on "+44 20 7946 0000", "1111-22223333-4444", "Flight 370", "No. 1", "the FTSE 100", "1) … 2) …", "may 5",
    "2021-22", "1914 to 1918". Leaves alone "97-18-65", "(up from 15)", "Boeing said 370 people", "5 to 10 years".
    """
    years = (match.span() for match in _YEARS.finditer(text))
    return sorted((*_named(text), *_telephones(text), *_listed(text), *years))


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Numbers after a word that is numbered, and days beside a month; dates proper are read elsewhere, but ask for
    capitals."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        day = 1 <= int(match[0]) <= 31
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        word = (before["word"] or "no.") if before else ""
        small = word.casefold()
        after = _AFTER.match(text, end) if day else None
        dated = day and small in _MONTHS and before and not before["dated"]  # not the 40 of "12 May 40 died"
        dated = dated or (after and after["word"].casefold() in _MONTHS)
        if dated or small in _NUMBERED or word in _NAMED or "&" in small:
            yield start, end


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    for match in _TELEPHONE.finditer(text):
        if sum(character.isdigit() for character in match[0]) >= _SHORTEST_TELEPHONE:
            yield match.span()


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """ "1) first, 2) second": a closing bracket that nothing has opened but the number itself."""
    for match in _LISTED.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start("number")]
        opened = before.rfind("(")
        if opened <= before.rfind(")") or opened == len(before.rstrip()) - 1:
            yield match.span("number")
