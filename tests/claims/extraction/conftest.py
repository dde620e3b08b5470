"""The English pipeline, loaded once, and a short way to read one text."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Span

from claims.extraction import ExtractedMeasurement, Extraction, extract, load_nlp

PUBLISHED = date(2025, 2, 25)  # a Tuesday

Read = Callable[..., Extraction]
Measure = Callable[[str], list[tuple[str, Any]]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_nlp()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """Extract from a text published on `PUBLISHED`."""

    def run(text: str, **options: Any) -> Extraction:
        given: dict[str, Any] = {"published_on": PUBLISHED} | options
        return extract(text, nlp=nlp, **given)

    return run


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Span]:
    """A text parsed as one sentence."""
    return lambda text: nlp(text)[:]


def value_of(item: ExtractedMeasurement) -> Any:
    """A measurement's value as Python people write it: 97, "2025-02-24"."""
    if item.value is None:
        return item.value_text
    return int(item.value) if item.value == item.value.to_integral_value() else float(item.value)


@pytest.fixture(scope="session")
def measure(read: Read) -> Measure:
    """All (measure, value) pairs that the claims of a text carry, in order."""

    def run(text: str) -> list[tuple[str, Any]]:
        return [(item.measure, value_of(item)) for claim in read(text).claims for item in claim.measurements]

    return run
