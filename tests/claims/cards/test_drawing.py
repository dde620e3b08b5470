"""Pictures are legible, whatever they are asked to say."""

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from claims.cards import SIZE, Card, ClaimCard, ContradictionCard, Row, SiteCard, draw
from claims.cards.drawing import COLOURS, EDGE, PAPER
from claims.cards.faces import can_write, face, fit
from claims.cards.shapes import SHAPES

LONG = "The General Assembly adopted the amended text with ninety-three votes in favour and eight against. " * 5
ARABIC, CHINESE = "صوتت الجمعية العامة", "联合国大会通过了决议"
TALLY = (("votes_for", 0.0, 48.0), ("votes_against", 48.0, 4.0), ("unstated", 52.0, 48.0))
ROWS = [Row("93 for, 8 against", "Reuters and 2 more", TALLY), Row("140", "Paper", (), 60, 40, 80), Row("no", "Nobody")]


def claim(
    headline: str, *, rating: str = "Mostly false", icon: str = "mostly-cross", who: str = "Ada, in Paper"
) -> Card:
    return ClaimCard(rating, icon, headline, f"Claim: “{headline}”", who, "desk.example.org", "Read it on our page.")


def contradiction(question: str, rows: list[Row]) -> Card:
    return ContradictionCard("Open", "arrows", question, rows, "3 of 5 answers", "desk.example.org", "Read it.")


def opened(card: Card) -> Image.Image:
    with Image.open(io.BytesIO(draw(card))) as picture:
        assert (picture.format, picture.size) == ("PNG", SIZE)
        return picture.convert("RGB")


CARDS = {
    "short": claim("93"),
    "long": claim(LONG),
    "one long word": claim("Donaudampfschifffahrtsgesellschaft" * 9),
    "cyrillic and greek": claim("Генеральная Ассамблея приняла · Η Συνέλευση"),
    "arabic": claim(ARABIC, who=ARABIC, rating=ARABIC),
    "chinese": claim(CHINESE),
    "control characters": claim("a\x07b"),
    "contradiction": contradiction("How many voted for it?", ROWS),
    "long contradiction": contradiction(LONG, [Row(LONG, LONG, TALLY), *ROWS * 4]),
    "arabic contradiction": contradiction(ARABIC, [Row(ARABIC, ARABIC)]),
    "no answers": contradiction("Who?", []),
    "site": SiteCard("Crosscheck", "What is claimed, and by whom.", "desk.example.org"),
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_everything_stays_within_its_margins(card: Card) -> None:
    picture = opened(card)
    paper = Image.new("RGB", (1, 1), PAPER).getpixel((0, 0))
    below_the_band = picture.crop((0, 20, SIZE[0], SIZE[1]))
    for side in ((0, EDGE - 8), (SIZE[0] - EDGE + 8, SIZE[0])):
        strip = below_the_band.crop((side[0], 0, side[1], below_the_band.height))
        assert strip.getcolors() == [(strip.width * strip.height, paper)]


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_it_takes_no_time(card: Card) -> None:
    draw(card)
    taken = []
    for _ in range(3):
        start = time.process_time()
        draw(card)
        taken.append(time.process_time() - start)
    assert min(taken) < 1, "seconds of one core: no text makes it slow, on a slow machine either"


def test_every_rating_has_a_shape_and_a_colour_and_no_two_the_same_shape() -> None:
    assert set(SHAPES) == set(COLOURS)
    drawn = {icon: draw(claim("93", icon=icon, rating="Word")) for icon in SHAPES}
    assert len(set(drawn.values())) == len(SHAPES)


def test_a_script_without_letters_here_is_not_drawn_as_boxes() -> None:
    assert can_write("Le relevé dit 93, “non” – Ωμέγα Привет ı Ș")
    assert not any(can_write(words) for words in (ARABIC, CHINESE, "שלום", "हिन्दी", "a\x00b", "\ue000"))
    unwritten = ClaimCard("False", "cross", CHINESE, CHINESE, CHINESE, "desk.example.org", "Read it on our page.")
    other = ClaimCard("False", "cross", ARABIC, ARABIC, ARABIC, "desk.example.org", "Read it on our page.")
    assert draw(unwritten) == draw(other) != draw(claim("93"))


@given(words=st.text(max_size=400), width=st.integers(120, 1100), lines=st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_words_fit_their_lines(words: str, width: int, lines: int) -> None:
    if not can_write(words):
        return
    text = fit(words, width=width, lines=lines, sizes=(60, 40))
    assert 1 <= len(text.lines) <= lines
    kerning = 4
    assert all(face(text.size, text.weight).getlength(line) <= width + kerning for line in text.lines)


def test_what_is_cut_says_so_and_what_fits_is_whole() -> None:
    assert fit(LONG, width=600, lines=2, sizes=(40,)).lines[-1].endswith("…")
    whole = fit("Ninety-three states voted for it", width=300, lines=4, sizes=(60, 40))
    assert " ".join(whole.lines) == "Ninety-three states voted for it"
