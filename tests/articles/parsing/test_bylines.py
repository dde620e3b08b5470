import pytest

from articles.parsing.bylines import is_about_author, is_credit, is_dateline, is_name, is_role, read_byline, read_site


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("BY ANA RUIZ", "ANA RUIZ"),
        ("By Ana Ruiz and John K. Smith", "Ana Ruiz, John K. Smith"),
        ("By Ana Ruiz, Harbour Correspondent", "Ana Ruiz"),
        ("By Ana de la Cruz in Lisbon", "Ana de la Cruz"),
        ("Written by Ana Ruiz", "Ana Ruiz"),
        ("Author: Ana Ruiz", "Ana Ruiz"),
        ("Curated by harbourwatch", "harbourwatch"),
        ("Posted by John Smith Jr.", "John Smith Jr."),
    ],
)
def test_bylines(line: str, author: str) -> None:
    assert read_byline(line) == author


@pytest.mark.parametrize(
    "line",
    [
        "By Monday",
        "By Monday, the pier had reopened.",
        "By Christmas Eve the pier had reopened",
        "Written by a committee in 1990, the rules were changed twice and then dropped by the council.",
        "Photographs by Ana Ruiz",
        "(Reporting by Ana Ruiz; editing by John Smith)",
        "Ana Ruiz",
    ],
)
def test_lines_that_are_no_byline(line: str) -> None:
    assert read_byline(line) == ""


@pytest.mark.parametrize("text", ["Ana Ruiz", "John F. Kane", "Ana de la Cruz", "Seán O’Neill", "Li-Mei Chan"])
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["Ana", "Harbour News", "The Pier", "ana ruiz", "Ana Ruiz said.", "Ana 2", "", "Opinion"]
)
def test_other_short_lines(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Ruiz",
        "Image credit: Ana Ruiz / Harbour Pictures",
        "The ferry at the pier, June 2025 Ana Ruiz / Harbour Pictures",
        "The ferry at the pier (File photo)",
        "The ferry at the pier. Ana Ruiz/Harbour Images",
        "(Additional reporting by Ana Ruiz; Editing by John Smith)",
    ],
)
def test_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line", ["He photographed the ferry.", "The ferry/bus link closed.", "A photo of it was published"]
)
def test_lines_that_credit_nobody(line: str) -> None:
    assert not is_credit(line)


def test_roles_and_addresses() -> None:
    assert is_role("Senior harbour correspondent")
    assert is_role("ana@example.org")
    assert not is_role("He is a harbour correspondent.")
    assert read_site("https://www.Example.org/a/b?c=d") == "example.org"
    assert read_site("news.example.co.uk") == "news.example.co.uk"
    assert read_site("see example.org") == ""
    assert read_site("U.S.") == ""


def test_datelines() -> None:
    assert is_dateline("LISBON, Portugal (Agency) --")
    assert is_dateline("HARBOUR CITY —")
    assert not is_dateline("HARBOUR CITY CLOSES PIER")
    assert not is_dateline("LISBON (Agency) - The pier closed.")


def test_a_paragraph_about_the_author() -> None:
    assert is_about_author("ANA RUIZ is Professor of Harbours.", "Ana Ruiz")
    assert not is_about_author("Ana Ruiz resigned.", "Ana Ruiz")
    assert not is_about_author("Anything", "")
