"""The tuned pipeline reads as spaCy's own does."""

import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler, DependencyParser
from spacy.tokens import Doc

from claims.extraction.language import load_tuned
from claims.extraction.tuning import RememberingRuler

READ = [TAG, DEP, HEAD, POS, MORPH, LEMMA, SENT_START, ENT_IOB, ENT_TYPE]
TEXTS = (
    "The ministers of Norway and Chile signed the treaty in Oslo on Friday, and 14 states abstained.",
    "There are 90 ships in the bay; there's no doubt that it's the largest fleet they've had.",
    "They're gonna leave, y'all gotta see it, and let's not say that nothin' ain't lost.",
    "Nothin' was found.  A second space,\nand a line that goes on: “I'll be there,” he'd said, but didn't.",
    "She has done it; to have been had is what having has to do with what we do.",
    "",
    "   ",
)


@pytest.mark.parametrize("size", [1, 3, 64])
def test_every_attribute_is_the_same(nlp: Language, size: int) -> None:
    for _ in range(2):  # the second time from memory
        for own, tuned in zip(nlp.pipe(TEXTS), load_tuned().pipe(TEXTS, batch_size=size), strict=True):
            assert own.text == tuned.text
            assert (own.to_array(READ) == tuned.to_array(READ)).all()


def test_a_pattern_of_two_tokens_is_still_seen(nlp: Language) -> None:
    doc = load_tuned()("There are many of them.")
    assert (doc[0].dep_, doc[1].pos_) == ("expl", "VERB")
    assert load_tuned()("They are many.")[1].pos_ == "AUX"


def test_a_pattern_that_cannot_be_remembered_is_refused(nlp: Language) -> None:
    ruler = RememberingRuler(nlp.vocab)
    ruler.add([[{"SHAPE": "dd"}]], {"POS": "NUM"})
    with pytest.raises(ValueError, match="cannot be remembered"):
        ruler(Doc(nlp.vocab, words=["12"]))


def test_spacys_own_pipeline_stays_as_it_comes(nlp: Language) -> None:
    load_tuned()
    assert type(nlp.get_pipe("parser")) is DependencyParser
    assert type(nlp.get_pipe("attribute_ruler")) is AttributeRuler
    assert nlp.pipe_names == load_tuned().pipe_names
