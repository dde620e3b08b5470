"""A quote in its context, cut out by the database."""

import pytest

from claims.admin.quotes import AROUND, quote_in_context, with_surroundings
from claims.models import Appearance
from tests import factories


def shown(text: str, words: str) -> tuple[str, str]:
    factories.AppearanceFactory.create(version__text=text, quote=words)
    row = with_surroundings(Appearance.objects.defer("version__text")).get()
    quote = quote_in_context(before=row.text_before, words=row.quote, after=row.text_after, starts_at=row.start)  # type: ignore[attr-defined]  # annotated
    assert quote.words == words
    return quote.before, quote.after


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("All of it.", "All of it.", "", ""),
        ("One. Two. Three.", "Two.", "One. ", " Three."),
        ("😀 naïve 😀 said so.", "naïve", "😀 ", " 😀 said so."),
        (
            "x" * 150 + ". Then this. " + "Here it is. " + "y" * 150 + ". More.",
            "Here it is.",
            "x" * 150 + ". Then this. ",
            " " + "y" * 150 + ". More.",
        ),
        ("z" * 300 + ". Before. Words. After. " + "z" * 300, "Words.", "… Before. ", " After. …"),
        ("far " * 99 + "away Words " + "far " * 99, "Words", None, None),
    ],
)
def test_context(text: str, words: str, before: str | None, after: str | None) -> None:
    found = shown(text, words)
    if before is None:  # no sentence begins in reach: whole words at least
        assert found[0].startswith("… far far")
        assert found[1].endswith("far …")
        assert max(map(len, found)) <= AROUND + 2
    else:
        assert found == (before, after)
