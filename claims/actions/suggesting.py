"""What extraction makes of words that a person has chosen in a text: a proposal, to be changed before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.models import ArticleVersion
from claims.actions.measuring import leads, measurements_of
from claims.actions.reading import stretches_of
from claims.extraction import ExtractedClaim, Extraction, Request, Stretch, extract_all
from claims.extraction.language import load_tuned
from claims.models import Appearance, Measurement

LEAD = 3_000
"""Characters before the words that are read with them: who "he" is and which body met stands there."""
REST = 1_000
"""Characters after the words up to which their paragraph is read."""
SAME = 0.5
"""Share of a found claim's characters and the chosen ones that both have, from which on they are one claim."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A claim at the chosen words, the figures in them, and what was read around them (the claim not included)."""

    claim: ExtractedClaim
    figures: tuple[Measurement, ...]
    reading: Extraction


def suggest(*, version: ArticleVersion, start: int, end: int) -> Suggestion:
    """Read the words `version.text[start:end]` with their surroundings. Takes about as long for any text."""
    text, article = version.text, version.article
    request = Request(
        text, spans=_around(version, start, end), published_on=article.published_on, language=article.language
    )
    (reading,) = extract_all([request], nlp=load_tuned())
    touching = [claim for claim in reading.claims if claim.start < end and start < claim.end]
    words = " ".join(text[start:end].split())
    closest = max(touching, key=lambda claim: _shared(claim, start, end), default=None)
    if closest is None:
        claim = ExtractedClaim(words, text[start:end], start, end, method="", score=1.0)
    else:
        proposition = closest.text if _shared(closest, start, end) >= SAME else words
        claim = replace(closest, text=proposition, quote=text[start:end], start=start, end=end)
    return Suggestion(claim, tuple(_figures(version, reading, touching, start, end)), reading)


def _around(version: ArticleVersion, start: int, end: int) -> list[Stretch]:
    """The stretches of the text that the words lie in, from some way before them to the end of their paragraph; the
    words alone where nothing else is read, as in a headline."""
    text = version.text
    low = max(0, start - LEAD)
    if low:
        low = max(text.find("\n", low, start), text.find(" ", low, start)) + 1
    line_end = text.find("\n", end, end + REST)
    high = line_end if line_end >= 0 else min(len(text), end + REST)
    near = [
        replace(stretch, start=max(stretch.start, low), end=min(stretch.end, high))
        for stretch in stretches_of(version)
        if stretch.start < end and start < stretch.end
    ]
    return near or [Stretch(start, end, version.article.published_on)]


def _shared(claim: ExtractedClaim, start: int, end: int) -> float:
    both = min(claim.end, end) - max(claim.start, start)
    return both / (max(claim.end, end) - min(claim.start, start))


def _figures(
    version: ArticleVersion, reading: Extraction, claims: Sequence[ExtractedClaim], start: int, end: int
) -> list[Measurement]:
    """The figures within the words, as extraction keeps them. Tallies of two claims are told apart."""
    found: dict[tuple[str, int, int], Measurement] = {}
    groups = 0
    before: list[ExtractedClaim | None] = [None, *reading.claims]
    earlier = {id(claim): one for one, claim in zip(before, reading.claims, strict=False)}
    for claim, lead in zip(claims, leads(version.text, reading, claims), strict=True):
        rows = list(measurements_of(Appearance(version=version), claim, before=earlier[id(claim)], lead=lead))
        for row in rows:
            if start <= row.start and row.end <= end:
                row.group = row.group and row.group + groups
                found.setdefault((row.measure, row.start, row.end), row)
        groups = max([groups, *(row.group for row in rows)])
    return list(found.values())
