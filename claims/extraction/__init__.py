"""Extraction: what a text claims, in exact words, with speakers, figures and cues of the event. Pure Python, no
Django."""

from claims.extraction.language import load_nlp
from claims.extraction.pipeline import METHOD, Request, extract, extract_all
from claims.extraction.quantities import Quantity, find_quantities
from claims.extraction.types import (
    EventCues,
    ExtractedClaim,
    ExtractedMeasurement,
    Extraction,
    Sentence,
    Speaker,
    Stretch,
)

__all__ = [
    "METHOD",
    "EventCues",
    "ExtractedClaim",
    "ExtractedMeasurement",
    "Extraction",
    "Quantity",
    "Request",
    "Sentence",
    "Speaker",
    "Stretch",
    "extract",
    "extract_all",
    "find_quantities",
    "load_nlp",
]
