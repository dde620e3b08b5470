import pytest

from articles.parsing.boilerplate import find_boilerplate, is_boilerplate
from articles.parsing.lines import split_lines


@pytest.mark.parametrize(
    "line",
    [
        "To view this content we will need your consent to set third party cookies.",
        "For more detailed information, see our cookies page.",
        "We and our partners use cookies to store information on a device.",
        "By continuing to use this site you agree to our terms.",
        "Accept all cookies",
        "Please enable JavaScript to comment.",
        "Share",
        "Share &",
        "Facebook Twitter WhatsApp",
        "Share | Print | Save",
        "Share this article on Facebook",
        "Sign up for our morning newsletter",
        "1.2K shares",
        "3 min read",
        "Reading time: 4 minutes",
        "+ 1 more",
        "See Newsfeed: Local Politics",
        "Filed under: bridges, ferries",
        "© 2025 Example Media. All rights reserved.",
        "934c83b0-aaaa.jpg",
        "ferry at the pier (2).webp",
        "[attachment deleted by admin]",
        "[Image: a ferry]",
        "View attachment 12345",
        "article image",
        "Picture of harbourwatch",
        "Click to expand...",
        "Last edited: Jun 20, 2025",
        "Related Posts",
        "Read more: Five things to know about the pier",
        "You may also like",
        "Similar threads",
        "Back",
        "Top",
        "* * *",
    ],
)
def test_page_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Regulators fined the site over its cookies and the consent it never asked for.",
        "The company said it would share 40 per cent of the profit.",
        "Shares fell by 3 per cent.",
        "Print sales rose to 12,000.",
        "Top officials resigned",
        "Back in 2019, the pier burned down.",
        "Related posts were deleted by the ministry, officials said.",
        "Related: the pier burned down in 2019.",
        "More than 300 people were hurt.",
        "Images of the ferry were shown in court.",
        "The picture of health in the region is bleak, doctors said on Friday.",
        "Copyright law was changed in 2019.",
        "3 minutes later, the siren sounded.",
        "Like many others, he left.",
        "Twitter sued X over the name.",
        "Video shows 12 people on the deck",
    ],
)
def test_sentences_about_such_things_are_kept(line: str) -> None:
    assert not is_boilerplate(line)


def found(text: str) -> list[str]:
    lines = list(split_lines(text))
    return [lines[index].text for index in sorted(find_boilerplate(lines))]


def test_related_posts_end_where_sentences_begin_again() -> None:
    text = (
        "Related Posts\n\nFerry firm fined again\n4.15.25\nThe firm was fined for the third time this year, and it...\n"
        "Is the pier safe?\n4.18.25\nInspectors looked at it.\n\n"
        "The mayor answered the question on Monday.\nHe said no.\n"
    )
    assert found(text)[-1] == "Inspectors looked at it."


def test_an_inline_link_list_takes_no_paragraph_with_it() -> None:
    text = "The ferry sank.\nRead more:\nFerry firm fined\n“We knew nothing,” the owner said. “Nobody told us.”\n"
    assert found(text) == ["Read more:", "Ferry firm fined"]


def test_the_outlets_around_a_count_of_articles() -> None:
    text = (
        "  • Ferry built in 1990\nHarbour Times\nThe Pier\n+ 2 more\n\n5 articles on this topic\n\nCoast 24\n\n"
        "Owner of sunken ferry to face inquiry as mayor heads to port\n\narticle image\n3 min read"
    )
    assert found(text)[0] == "Harbour Times"
    assert len(found(text)) == 8


def test_a_count_of_articles_in_a_text_that_goes_on_takes_nothing_with_it() -> None:
    text = "Harbour Times\n5 articles on this topic\nThe ferry was built in 1990, records show.\n"
    assert found(text) == ["5 articles on this topic"]
