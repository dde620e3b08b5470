"""Words and names of a span, kept with the document, are what spaCy gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.reading import entities, words_of
from claims.extraction.vote_words import has_two_roles

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Maria Keller flew to Lima on Monday.  The minister of Peru met her in Quito, she said."


def test_the_words_and_names_of_a_span_are_those_of_spacy(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert any(doc.ents)
    for span in (*doc.sents, doc[0:4], doc[1:5], doc[:]):
        assert words_of(span) == span.text
        assert entities(span) == list(span.ents)


def test_words_for_two_roles_of_a_vote_are_told_whatever_their_case() -> None:
    assert has_two_roles("97 in favour, 60 AGAINST")
    assert not has_two_roles("97 in favour, 60 in favour")
    assert not has_two_roles("The weather was fine")
