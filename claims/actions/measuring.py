"""The Measurements of an appearance, from the figures that extraction found in the claim."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.extraction import ExtractedClaim, Extraction
from claims.extraction.scopes import scope_of
from claims.models import Appearance, Measurement
from claims.vocabulary import Comparator

_LARGEST = Decimal(10) ** 23


def leads(text: str, reading: Extraction, claims: Sequence[ExtractedClaim]) -> list[str]:
    """What each claim's sentence says before the claim itself; empty for one that starts its sentence."""
    starts = [sentence.start for sentence in reading.sentences]
    found = []
    for claim in claims:
        place = bisect_right(starts, claim.start) - 1
        inside = place >= 0 and claim.start < reading.sentences[place].end
        found.append(text[starts[place] : claim.start] if inside else "")
    return found


def measurements_of(
    appearance: Appearance, claim: ExtractedClaim, *, before: ExtractedClaim | None, lead: str
) -> Iterator[Measurement]:
    """One row for each figure of `claim`. Whose figure it is may show in the claim `before` and in the words that lead
    into it."""
    known = set()
    for figure in claim.measurements:
        if figure.value is not None and max(abs(figure.value), abs(figure.value_max or figure.value)) > _LARGEST:
            continue  # a string of digits and not a quantity: no column holds it
        place = (figure.measure, figure.start, figure.end)
        if place in known:
            continue
        known.add(place)
        yield Measurement(
            appearance=appearance,
            measure=figure.measure[:40],
            quote=figure.quote[:300],
            start=figure.start,
            end=min(figure.end, figure.start + 300),
            value=figure.value,
            value_max=figure.value_max if figure.comparator == Comparator.RANGE else None,
            value_text=figure.value_text[:100],
            comparator=figure.comparator,
            unit=figure.unit[:60],
            total=figure.total,
            group=figure.group,
            as_of=figure.as_of,
            subject=scope_of(figure, claim=claim, before=before, frame=lead)[:200],
            score=figure.score,
        )
