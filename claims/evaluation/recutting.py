"""Re-cut an article as outlets re-cut agency copy, the same way every time: what is done follows from the article's id.

Four cuts to about half the words, and on each the light edits that a newsroom makes: another dateline and credit, its
own quotation marks and dashes, British spelling, and a line of boilerplate at the foot.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z\"“‘'])")
_PLACES = ("LONDON", "BRUSSELS", "GENEVA", "NAIROBI", "SINGAPORE", "SYDNEY")
_AGENCIES = ("AP", "Reuters", "AFP", "dpa", "UPI", "EFE")
_LEADS = (
    "It is the question that has kept officials, and many who watch them, awake for the better part of a week.",
    "The story has moved on since the weekend, and those who follow it most closely say that it is not over yet.",
    "Here is what is known so far about a matter on which readers have been writing to this newspaper for days.",
)
_FEET = (
    "Sign up for our morning newsletter and have the day's most important stories sent to your inbox before breakfast.",
    "This story has been edited by our staff and is published from a syndicated feed. Read more on our app.",
    "Copyright. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "Do you know more? Write to our newsdesk in confidence, or call us between nine and five on any working day.",
)
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|ing|ation|ations)\b)"), "is"),
    (re.compile(r"\b(lab|fav|hon|neighb|col|harb|behavi|rum|hum|endeav)or(?=s?\b|ed\b|ing\b|able\b|hood)"), r"\1our"),
    (re.compile(r"\b(travel|cancel|label|signal|model)(?=(?:ed|ing|er|ers)\b)"), r"\1l"),
    (re.compile(r"\b(cent|theat)er(?=s?\b)"), r"\1re"),
    (re.compile(r"\b(def|off)ense\b"), r"\1ence"),
    (re.compile(r"\bpercent\b"), "per cent"),
    (re.compile(r"\bprogram(?=s?\b)"), "programme"),
    (re.compile(r"\bU\.S\."), "US"),
)  # fmt: skip
_MARKS = str.maketrans({"“": "‘", "”": "’", '"': "'", "—": "–", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Copy:
    """A re-cut article: `cut` names the way it was cut."""

    cut: str
    text: str


def recut(key: str, text: str) -> Copy:
    """A copy of `text` with about half of its words, cut and edited as `key` decides."""
    dice = random.Random(key)  # noqa: S311 - a repeatable choice, nothing secret
    name = dice.choice(sorted(_CUTS))
    return Copy(name, _edited(_CUTS[name](_paragraphs(text), dice), dice))


def _first_half(paragraphs: Sequence[Sequence[str]], _dice: random.Random) -> list[list[str]]:
    """Cut from the foot, as an article is fitted to a column."""
    return _up_to(paragraphs, _size(paragraphs) // 2)


def _every_other(paragraphs: Sequence[Sequence[str]], _dice: random.Random) -> list[list[str]]:
    """Every other paragraph; of a text of one or two, every other sentence."""
    if len(paragraphs) > 2:
        return [list(paragraph) for paragraph in paragraphs[::2]]
    return [sentences for paragraph in paragraphs if (sentences := list(paragraph[::2]))]


def _new_lead(paragraphs: Sequence[Sequence[str]], dice: random.Random) -> list[list[str]]:
    """The first paragraph rewritten, the foot cut off."""
    lead = dice.choice(_LEADS)
    rest = paragraphs[1:] if len(paragraphs) > 1 else [list(paragraphs[0][1:]) or list(paragraphs[0])]
    return [[lead], *_up_to(rest, _size(paragraphs) // 2 - len(lead.split()))]


def _thinned(paragraphs: Sequence[Sequence[str]], dice: random.Random) -> list[list[str]]:
    """Sentences dropped here and there until half is left."""
    places = [(at, number) for at, paragraph in enumerate(paragraphs) for number in range(len(paragraph))]
    kept, size, half = set(places), _size(paragraphs), _size(paragraphs) / 2
    for place in dice.sample(places, len(places)):
        words = len(paragraphs[place[0]][place[1]].split())
        if size - words >= half * 0.9 and len(kept) > 1:
            kept.remove(place)
            size -= words
    left = [[words for n, words in enumerate(part) if (at, n) in kept] for at, part in enumerate(paragraphs)]
    return [paragraph for paragraph in left if paragraph]


_CUTS: dict[str, Callable[[Sequence[Sequence[str]], random.Random], list[list[str]]]] = {
    "first half": _first_half,
    "every other paragraph": _every_other,
    "new lead": _new_lead,
    "sentences dropped": _thinned,
}


def _paragraphs(text: str) -> list[list[str]]:
    """The sentences of each paragraph."""
    return [_SENTENCE.split(line.strip()) for line in text.split("\n") if line.strip()]


def _size(paragraphs: Sequence[Sequence[str]]) -> int:
    return sum(len(sentence.split()) for paragraph in paragraphs for sentence in paragraph)


def _up_to(paragraphs: Sequence[Sequence[str]], limit: int) -> list[list[str]]:
    """The first `limit` words, to the end of the sentence in which they end. At least one sentence."""
    kept: list[list[str]] = []
    for paragraph in paragraphs:
        kept.append([])
        for sentence in paragraph:
            kept[-1].append(sentence)
            limit -= len(sentence.split())
            if limit <= 0:
                return kept
    return kept


def _edited(paragraphs: Sequence[Sequence[str]], dice: random.Random) -> str:
    body = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs).translate(_MARKS)
    for american, british in _BRITISH:
        body = american.sub(british, body)
    return f"{dice.choice(_PLACES)} ({dice.choice(_AGENCIES)}) – {body}\n\n{dice.choice(_FEET)}\n"
