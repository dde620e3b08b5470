from datetime import date

import pytest

from articles.parsing import ParsedArticle, PassageKind, parse_text
from tests.articles.parsing.readings import passage_with, passages, words

CONSENT = (
    "To view this content we will need your consent to set third party cookies.\n"
    "For more detailed information, see our cookies page.\n"
)
NOTICE = "• We have a new rule on posting links: please say something about every link that you post. Thank you\n"
KEY = "Closing the pier will cost the city 4 million a year, and the harbour board knew it when it voted in May."
PARAGRAPH = (
    "The harbour board has argued for three years that the pier cannot be kept open, and for three years it has been "
    "wrong. Its own engineers found in March that nine of the twelve pillars are sound. "
)
MAGAZINE = f"""harbourquarterly.example
op Closing the PierHarbour Quarterly


Stop Closing the Pier

Years of Neglect Have Not Made It Unsafe

Ana Ruiz

June 20, 2025
The pier at low tide, Harbour City, June 2025
The pier at low tide, Harbour City, June 2025John Smith / Harbour Pictures
ANA RUIZ is Professor of Harbours at the Coast University.
Listen
Share &
Print
{PARAGRAPH * 2}

{KEY} {PARAGRAPH}

WHAT IT WOULD TAKE

{PARAGRAPH * 3}
"""
NBSP = "\xa0\n"
THREAD = (
    NOTICE
    + "\nThe Pier Is CLOSING - You Will Not Believe Why!\n\n"
    + "the board does what the board does best, nothing at all.\n\n"
    + CONSENT + NBSP + MAGAZINE + "\n" + NBSP
    + "Footage of the pier on Friday night. The place is not named.\n\n" + CONSENT + NBSP
    + "So close it then. As usual they will ask us to pay.\n\n\nNobody asked me...\n\n" + NBSP
    + KEY + "\nFor the love of boats, why is this still repeated?\n\n"
    + "The pier was never in the budget before the vote.\n" + NBSP
    + "It gets repeated all the time.\n\nNobody reads the reports.\n" + NBSP
    + "\nSimilar threads\n\nBack\nTop"
)  # fmt: skip


@pytest.fixture(scope="module")
def thread() -> ParsedArticle:
    return parse_text(THREAD)


def test_the_thread_has_its_title_and_no_date_of_its_own(thread: ParsedArticle) -> None:
    assert thread.title == "The Pier Is CLOSING - You Will Not Believe Why!"
    assert (thread.byline, thread.published_on, thread.publisher) == ("", None, "")


def test_the_posts(thread: ParsedArticle) -> None:
    assert [post[:20] for post in words(thread, PassageKind.POST)] == [
        "the board does what ",
        "Footage of the pier ",
        "So close it then. As",
        "For the love of boat",
        "It gets repeated all",
    ]
    assert words(thread, PassageKind.POST)[3].endswith("before the vote.")
    assert not passages(thread, PassageKind.BODY)


def test_the_pasted_article_has_its_own_origin(thread: ParsedArticle) -> None:
    whole = passage_with(thread, "WHAT IT WOULD TAKE")
    assert whole.kind is PassageKind.QUOTED
    assert (whole.author, whole.published_on) == ("Ana Ruiz", date(2025, 6, 20))
    assert (whole.title, whole.site) == ("Stop Closing the Pier", "harbourquarterly.example")
    assert thread.text[whole.start : whole.end].startswith("The harbour board has argued")
    assert thread.text[whole.start : whole.end].endswith("are sound.")
    assert passage_with(thread, "Years of Neglect").author == "Ana Ruiz"


def test_the_head_of_the_pasted_article_is_not_its_text(thread: ParsedArticle) -> None:
    meta = words(thread, PassageKind.META)
    assert len(meta) == 7
    assert "op Closing the PierHarbour Quarterly" in meta
    assert "Listen" in words(thread, PassageKind.BOILERPLATE)


def test_a_sentence_repeated_in_a_reply_stays_its_author_s(thread: ParsedArticle) -> None:
    repeated = [p for p in passages(thread, PassageKind.QUOTED) if thread.text[p.start : p.end] == KEY]
    assert [(p.author, p.published_on) for p in repeated] == [("Ana Ruiz", date(2025, 6, 20))]


def test_the_site_s_notice_and_consent_lines(thread: ParsedArticle) -> None:
    boilerplate = words(thread, PassageKind.BOILERPLATE)
    assert boilerplate[0].startswith("• We have a new rule")
    assert boilerplate[-3:] == ["Similar threads", "Back", "Top"]
    assert sum("consent" in line for line in boilerplate) == 2


def test_separators_of_plain_spaces() -> None:
    article = parse_text(THREAD.replace("\xa0", " "))
    assert len(words(article, PassageKind.POST)) == 5


def test_without_separators_the_pasted_article_ends_where_the_forum_shows_again() -> None:
    article = parse_text(THREAD.replace(NBSP, "") + "\nYou must log in or register to reply here.")
    assert passage_with(article, "Footage of the pier").kind is PassageKind.POST
    assert passage_with(article, "never in the budget").kind is PassageKind.POST
    assert passage_with(article, "WHAT IT WOULD TAKE").author == "Ana Ruiz"


def test_no_break_spaces_alone_do_not_make_a_thread() -> None:
    article = parse_text("The pier closed.\n\xa0\nIt will cost 4 million.\n\xa0\nNobody was asked.\n")
    assert {passage.kind for passage in article.passages} == {PassageKind.BODY}


NUMBERED = """Pier to close

harbourcat
Well-known member
Joined: Jan 5, 2019
Messages: 1,204
Jun 19, 2025
#1
The pier closes on Monday, they say. Nine pillars are sound.
Last edited: Jun 19, 2025
seadog
New member
Jun 20, 2025
#2
harbourcat said:
The pier closes on Monday, they say.
Click to expand...
No, on Tuesday.
Reply
"""
PHPBB = """Re: Pier to close
by harbourcat » Thu Jun 19, 2025 8:15 pm
The pier closes on Monday, they say.

Re: Pier to close
Post by seadog » Fri Jun 20, 2025 9:15 am
harbourcat wrote:
> The pier closes on Monday, they say.
No, on Tuesday.
"""
SMF = """harbourcat
Posts: 120
Re: Pier to close
« Reply #1 on: June 19, 2025, 08:15:00 PM »
The pier closes on Monday, they say.

seadog
Posts: 3
Re: Pier to close
« Reply #2 on: June 20, 2025, 09:15:00 AM »
Quote from: harbourcat on June 19, 2025, 08:15:00 PM
The pier closes on Monday, they say.

No, on Tuesday.
"""


@pytest.mark.parametrize("text", [NUMBERED, PHPBB, SMF])
def test_headers_of_posts_give_authors_and_dates(text: str) -> None:
    article = parse_text(text)
    posts = passages(article, PassageKind.POST)
    assert [(post.author, post.published_on) for post in posts] == [
        ("harbourcat", date(2025, 6, 19)),
        ("seadog", date(2025, 6, 20)),
    ]
    assert words(article, PassageKind.POST)[0].startswith("The pier closes on Monday")
    assert words(article, PassageKind.POST)[1] == "No, on Tuesday."
    (quoted,) = passages(article, PassageKind.QUOTED)
    assert quoted.author == "harbourcat"
    assert "The pier closes on Monday, they say." in words(article, PassageKind.QUOTED)[0]


def test_the_title_of_a_thread_with_headers() -> None:
    assert parse_text(NUMBERED).title == "Pier to close"


def test_an_article_with_comments_below_it() -> None:
    article = parse_text(
        f"Pier to close\n\nBy Ana Ruiz\n18 June 2025\n\n{KEY}\n\n{PARAGRAPH}\n\n3 comments\n"
        "Posted by seadog on June 19, 2025\nAbout time.\n"
        "Posted by harbourcat on June 20, 2025\nNever!\nNot in my life.\n"
    )
    assert (article.title, article.byline, article.published_on) == ("Pier to close", "Ana Ruiz", date(2025, 6, 18))
    assert words(article, PassageKind.BODY) == [KEY, PARAGRAPH.strip()]
    assert words(article, PassageKind.POST) == ["About time.", "Never!\nNot in my life."]
    assert [post.author for post in passages(article, PassageKind.POST)] == ["seadog", "harbourcat"]


def test_a_comment_that_repeats_the_article_quotes_it() -> None:
    article = parse_text(
        f"Pier to close\n\nBy Ana Ruiz\n18 June 2025\n\n{KEY}\n\n{PARAGRAPH}\n\n"
        f"Posted by seadog on June 19, 2025\n{KEY} That is wrong.\nPosted by harbourcat on June 20, 2025\nNever!\n"
    )
    (quoted,) = passages(article, PassageKind.QUOTED)
    assert (quoted.author, quoted.title, quoted.published_on) == ("Ana Ruiz", "Pier to close", date(2025, 6, 18))
    assert words(article, PassageKind.POST) == ["That is wrong.", "Never!"]


@pytest.mark.parametrize("lead", ["The minister said:", "I said:", "As he wrote:"])
def test_a_poster_s_own_account_of_what_was_said_is_no_quote(lead: str) -> None:
    article = parse_text(PHPBB.replace("No, on Tuesday.", f"{lead}\nThe pier stays open."))
    assert passage_with(article, "The pier stays open.").kind is PassageKind.POST


def test_a_long_first_post_about_rules_is_no_notice() -> None:
    rules = "Please read the rules before you post links here, or register another account. " * 6
    article = parse_text(f"{rules}\n\xa0\nNo.\n\xa0\nYes.\n\nSimilar threads")
    assert words(article, PassageKind.POST)[0] == rules.strip()


def test_a_ranking_is_no_thread() -> None:
    article = parse_text("#1\nThe pier is the oldest in the county.\n#2\nThe ferry is the slowest on the coast.\n")
    assert not passages(article, PassageKind.POST)


def test_a_short_link_preview_is_the_poster_s() -> None:
    text = THREAD.replace(
        MAGAZINE, "harbourquarterly.example\n\nThink Again\n\nWhat a read, everybody should see it.\n"
    )
    article = parse_text(text)
    assert passage_with(article, "What a read").kind is PassageKind.POST
