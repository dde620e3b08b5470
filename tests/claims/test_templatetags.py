import json
import re

import pytest

from articles.models import Publisher
from claims.models import Contradiction, Rating, RatingScale, User
from claims.templatetags import crosscheck, wording
from claims.vocabulary import ContradictionKind, ContradictionStatus, Gate, Modality, Resolution, Stance, Word


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        '<img src=x onerror="alert(1)">',
        "![x](https://tracker.example.org/pixel.png)",
        "<style>*{display:none}</style>",
        '[x](https://a.example "onmouseover=alert(1)")',
    ],
)
def test_markdown_lets_nothing_live_through(attack: str) -> None:
    html = crosscheck.markdown(attack)
    assert not re.search(r"<(script|img|style)|<[^>]*(javascript:|on\w+=|title=)", html)


def test_markdown_keeps_structure_and_gives_the_page_one_title() -> None:
    html = crosscheck.markdown("# What is right\n\nThe *figures*.\n\n- one\n\n| a |\n|---|\n| 1 |\n")
    assert "<h2>What is right</h2>" in html
    assert "<em>figures</em>" in html
    assert "<li>one</li>" in html
    assert "<td>1</td>" in html


def test_json_ld_cannot_be_left() -> None:
    data = {"text": "</script><!-- <script>\u2028 & done"}
    html = crosscheck.json_ld(data)
    body = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(body) & set("<>&\u2028")
    assert json.loads(body) == data


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "data:text/html,x", "//paper.example.org", "https://[", "x"]
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    assert crosscheck.web_url(url) == ""
    assert crosscheck.at_quote(url, "some words") == ""


def test_a_link_to_a_short_quote_carries_it_whole() -> None:
    link = crosscheck.at_quote("https://paper.example.org/1", "won 93-8,  with 73 & “more”")
    assert link == "https://paper.example.org/1#:~:text=won%2093%2D8%2C%20with%2073%20%26%20%E2%80%9Cmore%E2%80%9D"


def test_a_link_to_a_long_quote_carries_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    assert crosscheck.at_quote("https://paper.example.org/1#part", words) == (
        "https://paper.example.org/1#part:~:text=word0%20word1%20word2%20word3%20word4,"
        "word35%20word36%20word37%20word38%20word39"
    )


def test_without_a_quote_the_link_is_the_address() -> None:
    assert crosscheck.at_quote("https://paper.example.org/1", "") == "https://paper.example.org/1"


@pytest.mark.parametrize(
    ("value", "icon"),
    [(1, "cross"), (2, "mostly-cross"), (3, "half"), (4, "mostly-check"), (5, "check"), (None, "question")],
)
def test_every_step_of_a_scale_has_a_shape_of_its_own(value: int | None, icon: str) -> None:
    assert crosscheck.rating_icon(Rating(scale=RatingScale(worst=1, best=5), slug="x", value=value)) == icon


def test_disputed_is_drawn_as_two_sides() -> None:
    assert crosscheck.rating_icon(Rating(scale=RatingScale(), slug="disputed", value=None)) == "arrows"


def test_a_login_is_never_shown_as_a_name() -> None:
    desk = Publisher(name="The Desk")
    assert crosscheck.person(User(username="editor1"), desk) == "an editor of The Desk"
    assert crosscheck.person(User(username="editor1", first_name="Ada", last_name="Lind"), desk) == "Ada Lind"
    assert crosscheck.person(None, desk) == "an editor of The Desk"


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (Gate, wording.GATES),
        (ContradictionKind, wording.KINDS),
        (Resolution, wording.RESOLUTIONS),
        (Stance, wording.STANCES),
        (Modality, wording.MODALITIES),
    ],
)
def test_every_word_of_the_vocabulary_is_explained(words: type[Word], sentences: dict[Word, str]) -> None:
    assert list(sentences) == list(words)


@pytest.mark.parametrize("status", list(ContradictionStatus))
def test_every_status_is_told_in_a_sentence(status: ContradictionStatus) -> None:
    contradiction = Contradiction(status=status, resolution=Resolution.SOURCE_ERROR)
    assert wording.status_meaning(contradiction).endswith(".")


def test_a_reopened_contradiction_says_why() -> None:
    contradiction = Contradiction(status="open", reopened_reason="A new report gives 92.")
    assert wording.status_meaning(contradiction).endswith("is open again: A new report gives 92.")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("one, two & three", "one%2C%20two%20%26%20three"),
        ("100 % #1 = “x”?", "100%20%25%20%231%20%3D%20%E2%80%9Cx%E2%80%9D%3F"),
        ("ein\u00a0Wort\tmehr", "ein%20Wort%20mehr"),
        ("a\n\nb", "a%20b"),
        ("\U0001f5f3 vote", "%F0%9F%97%B3%20vote"),
        ("\u0627\u0644\u062a\u0635\u0648\u064a\u062a", "%D8%A7%D9%84%D8%AA%D8%B5%D9%88%D9%8A%D8%AA"),
        ("1 2 3 4 5 6\n\n7 8 9 10 11 12", "1%202%203%204%205,8%209%2010%2011%2012"),
    ],
)
def test_odd_characters_in_a_link_to_words(words: str, target: str) -> None:
    assert crosscheck.at_quote("https://paper.example.org/1", words) == f"https://paper.example.org/1#:~:text={target}"


def test_a_long_quote_without_spaces_is_not_cut_into_the_same_words_twice() -> None:
    link = crosscheck.at_quote("https://paper.example.org/1", "\u6295\u7968" * 80)
    assert "," not in link
    assert link.endswith("%E6%8A%95%E7%A5%A8" * 80)


def test_an_address_that_points_at_words_already_points_at_these_too() -> None:
    assert crosscheck.at_quote("https://p.example.org/1#:~:text=a", "b") == "https://p.example.org/1#:~:text=a&text=b"
