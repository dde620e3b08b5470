"""A quote in its surroundings: what an editor reads before believing that an article says so."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Greatest, Least, Substr

AROUND = 200
"""Characters shown on each side, cut back to where a sentence or at least a word begins."""

M = TypeVar("M", bound=Model)
STOPS = (". ", "! ", "? ", ".\n", "!\n", "?\n", "”\n", "\n\n")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words, and what stands before and after them; an ellipsis marks where the surroundings are cut."""

    before: str
    words: str
    after: str


def with_surroundings(rows: QuerySet[M], *, appearance: str = "", around: int = AROUND) -> QuerySet[M]:
    """Annotate `text_before` and `text_after`, cut out by the database so that no whole article is fetched.

    `appearance` is the path from a row to its Appearance ("appearance__"), `around` how many characters on each side.
    """
    start, end, text = F(f"{appearance}start"), F(f"{appearance}end"), F(f"{appearance}version__text")
    annotated: QuerySet[M] = rows.annotate(  # type: ignore[assignment]  # the plugin loses the model of a TypeVar
        text_before=Substr(text, Greatest(start + 1 - around, Value(1)), Least(start, Value(around))),
        text_after=Substr(text, end + 1, around),
    )
    return annotated


def quote_in_context(*, before: str, words: str, after: str, starts_at: int, around: int = AROUND) -> Quote:
    """`words` with the sentences around them.

    `starts_at` is the offset of `words` in the text: it tells whether `before` reaches back to the beginning.
    """
    return Quote(
        before=before if starts_at <= around else f"… {_from_sentence(before)}",
        words=words,
        after=after if len(after) < around else f"{_to_sentence(after)} …",
    )


def _from_sentence(text: str) -> str:
    starts = [found + len(stop) for stop in STOPS if (found := text.find(stop)) >= 0]
    if starts and min(starts) < len(text):
        return text[min(starts) :].lstrip()
    return text.partition(" ")[2] or text


def _to_sentence(text: str) -> str:
    ends = [found + 1 for stop in STOPS if (found := text.rfind(stop)) >= 0]
    if ends:
        return text[: max(ends)].rstrip()
    return text.rpartition(" ")[0] or text
