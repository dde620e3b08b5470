from datetime import date

import pytest

from articles.parsing import PassageKind, parse_text
from tests.articles.parsing.readings import passage_with, words

LONG = (
    "The ferry sank on Friday with 12 people on board, the coast guard said, and all of them were taken off by nine "
    "fishing boats within the hour. The owner’s office said that the hull had been inspected in May and that it would "
    "wait for the inquiry before it said anything else about the “tragic” loss of the vessel, which was built in 1990."
)
BLOG = f"""Ferry Sinks Off the Pier

Published on 4.23.25

\xa0 {LONG}

Related Posts


Ferry Firm Fined Again
4.15.25
The firm was fined for the third time this year, and the harbour board has asked for...
Is the Pier Safe? Inspectors Take Another Look
4.18.25
Inspectors are back at the pier after the second accident in a month, while...

Back

See Newsfeed: Harbours"""
DIGEST = """Can the Ferry Line Be Saved?

Picture of harbourwatch

Curated by harbourwatch

UPDATE: As the inquiry opens, a sale of the line looks less likely\N{EM DASH}but talks go on.

  • The owner and the city met on Monday, and each blamed the other.
  • BACKGROUND: The line carried some 100,000 people a year.
  • “We will sail again,” the owner said.
Harbour Times
The Pier
+ 1 more

4 articles on this topic

Coast 24

Owner of sunken ferry to meet mayor as inquiry opens

article image
3 min read"""


def test_a_blog_post_with_related_posts() -> None:
    article = parse_text(BLOG)
    assert (article.title, article.published_on, article.byline) == ("Ferry Sinks Off the Pier", date(2025, 4, 23), "")
    assert words(article, PassageKind.BODY) == [LONG]
    assert words(article, PassageKind.META) == ["Published on 4.23.25"]
    assert words(article, PassageKind.BOILERPLATE)[0] == "Related Posts"
    assert words(article, PassageKind.BOILERPLATE)[-1] == "See Newsfeed: Harbours"


def test_a_digest_with_bullets() -> None:
    article = parse_text(DIGEST)
    assert (article.title, article.byline, article.published_on) == (
        "Can the Ferry Line Be Saved?",
        "harbourwatch",
        None,
    )
    body = words(article, PassageKind.BODY)
    assert [line.split()[0] for line in body] == ["UPDATE:", "The", "BACKGROUND:", "“We"]
    assert words(article, PassageKind.META) == ["Curated by harbourwatch"]
    assert words(article, PassageKind.BOILERPLATE)[:2] == ["Picture of harbourwatch", "Harbour Times"]
    assert words(article, PassageKind.BOILERPLATE)[-3:] == [
        "Owner of sunken ferry to meet mayor as inquiry opens",
        "article image",
        "3 min read",
    ]


def test_a_text_between_a_file_name_and_an_attachment() -> None:
    article = parse_text(f"934c83b0-aaaa.jpg\n{LONG}\n{LONG}\n[attachment deleted by admin]")
    assert (article.title, article.byline, article.published_on) == ("", "", None)
    assert words(article, PassageKind.BODY) == [LONG, LONG]
    assert words(article, PassageKind.BOILERPLATE) == ["934c83b0-aaaa.jpg", "[attachment deleted by admin]"]


def test_an_essay_signed_at_its_end() -> None:
    article = parse_text(f"\nOn February 12, 2025, the line was sold. {LONG}\n{LONG}\nWritten by Ana Ruiz")
    assert (article.title, article.byline, article.published_on) == ("", "Ana Ruiz", None)
    assert words(article, PassageKind.META) == ["Written by Ana Ruiz"]


@pytest.mark.parametrize(
    "head",
    [
        "Ferry sinks off the pier\n\nBy Ana Ruiz\n20 June 2025\n\n",
        "# Ferry sinks off the pier\nAna Ruiz\nJune 20, 2025 8:15 am EDT\n",
        "Ferry sinks off the pier\n\nBoats took all 12 people off within the hour.\n\nBy Ana Ruiz | June 20, 2025\n\n",
        "Ferry sinks off the pier\n\nAll were rescued\n\nAna Ruiz\n\nPublished 2025-06-20\nUpdated 2025-06-21\n\n",
        "Share\nPrint\nFerry sinks off the pier\n\nAna Ruiz, 20 June 2025\nHarbour correspondent\n3 min read\n\n",
    ],
)
def test_heads_of_many_shapes(head: str) -> None:
    article = parse_text(head + LONG + "\n\n" + LONG)
    assert (article.title, article.byline, article.published_on) == (
        "Ferry sinks off the pier",
        "Ana Ruiz",
        date(2025, 6, 20),
    )
    assert words(article, PassageKind.BODY)[-2:] == [LONG, LONG]


def test_captions_credits_and_the_note_on_the_author() -> None:
    article = parse_text(
        "Ferry sinks off the pier\n\nAna Ruiz\n\nJune 20, 2025\n"
        "The ferry at its berth, Harbour City, June 2025\n"
        "The ferry at its berth, Harbour City, June 2025John Smith / Harbour Pictures\n"
        "ANA RUIZ is Professor of Harbours at the Coast University. Her latest book is Hulls.\n"
        f"Listen\nShare &\nDownload\n{LONG}\n\n{LONG}\n\n(Editing by John Smith)\n"
    )
    assert words(article, PassageKind.BODY) == [LONG, LONG]
    assert len(words(article, PassageKind.META)) == 6
    assert words(article, PassageKind.BOILERPLATE) == ["Listen", "Share &", "Download"]


def test_a_standfirst_is_text() -> None:
    article = parse_text(f"Ferry sinks off the pier\n\nAll 12 people on board were rescued\n\n{LONG}")
    assert words(article, PassageKind.BODY)[0] == "All 12 people on board were rescued"


def test_a_first_sentence_is_no_title() -> None:
    assert parse_text("The ferry sank.\n\nAll were rescued.").title == ""
    assert parse_text("the ferry sank on Friday\n\n" + LONG).title == ""
    assert parse_text("One line without a full stop").title == ""


def test_lines_broken_by_an_editor_are_one_paragraph() -> None:
    article = parse_text(
        "The ferry sank on Friday with 12 people on board, the coast guard\n"
        "said, and all of them were taken off by nine fishing boats within\n"
        "the hour.\n\n"
        "- The hull had been inspected in May, the owner’s office said in a\n  note.\n- It was built in 1990.\n"
    )
    assert [text[:10] for text in words(article, PassageKind.BODY)] == ["The ferry ", "The hull h", "It was bui"]


def test_an_address_at_the_top_is_the_site_and_one_at_the_end_is_not() -> None:
    article = parse_text(f"www.example.org\n\nFerry sinks off the pier\n\n{LONG}\n\nhttps://other.example.net/source")
    assert article.publisher == "example.org"
    assert parse_text(f"{LONG}\n\nhttps://other.example.net/source").publisher == ""


def test_the_name_of_a_file_dates_a_text_that_does_not() -> None:
    assert parse_text(LONG, name="in/2025-06-20 ferry.txt").published_on == date(2025, 6, 20)
    assert parse_text(BLOG, name="2025-06-20.txt").published_on == date(2025, 4, 23)
    assert parse_text(LONG, name="2025-06-31.txt").published_on is None


def test_dates_after_today_are_not_believed() -> None:
    assert parse_text(BLOG, today=date(2025, 4, 1)).published_on is None


def test_carriage_returns_do_not_move_passages() -> None:
    article = parse_text(BLOG.replace("\n", "\r\n").encode())
    assert article == parse_text(BLOG)
    assert article.text[passage_with(article, "within the hour").start :].startswith("The ferry sank")
