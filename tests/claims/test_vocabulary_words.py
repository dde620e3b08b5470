"""Every word of a closed vocabulary that readers see is listed for translators."""

from itertools import chain

from articles.models import Publisher
from claims import vocabulary
from claims.models import Correction, Evidence, ReplyRequest, RollCallVote
from claims.vocabulary_words import LABELS


def test_every_label_is_listed_once() -> None:
    words = (
        vocabulary.ContradictionKind,
        vocabulary.ContradictionStatus,
        vocabulary.EventKind,
        vocabulary.Gate,
        vocabulary.Resolution,
        vocabulary.SourceKind,
    )
    choices = (Correction.Kind, Evidence.Kind, Publisher.Kind, ReplyRequest.Channel, RollCallVote.Choice)
    known = set(chain.from_iterable(word.labels if hasattr(word, "labels") else () for word in choices))
    known |= {word.label for kind in words for word in kind}
    assert set(LABELS) == {str(label) for label in known}
    assert len(LABELS) == len(set(LABELS))
