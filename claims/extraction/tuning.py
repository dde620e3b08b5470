"""The same spaCy pipeline with the same results, run faster.

Three of its parts cost much more than they need to. The matrix products of the networks go through BLIS, which takes a
plain loop on a processor that it does not know; numpy's OpenBLAS knows nearly all. The parser and the entity recognizer
let go of Python's lock for a whole batch, and then take it and let go of it for every action that they weigh, which is
half of their time. And the attribute ruler matches 179 patterns against every token, although nearly all of them ask
for no more than the token's tag, its relation and, for two hundred words, the word: what they give to one token they
give to every one like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, TrainablePipe
from spacy.tokens import Doc, Token
from thinc.api import NumpyOps

_ASKED = [LOWER, TAG, DEP, IS_SPACE]
"""What its patterns ask for."""
_GIVEN = [TAG, DEP, POS, MORPH, LEMMA]
"""What the ruler may write."""


class Stepping:
    """A parser of spaCy's (`of`) that keeps the lock and takes one step after another, each in all texts of a batch."""

    of: Any

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc], batch_size=1))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Annotate documents, in order. The fewer batches, the fewer steps."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self.of.set_annotations(batch, self._states(batch))
            yield from batch

    def _states(self, batch: list[Doc]) -> list[Any]:
        """The final state of each document, as the parser's `greedy_parse` gives it."""
        states: list[Any] = self.of.moves.init_batch(batch)
        open_ones = [state for state in states if not state.is_final()]
        if open_ones:
            model = self.of.model.predict(batch)
            while open_ones:
                open_ones = self.of.transition_states(open_ones, model.predict(open_ones))
            model.clear_memory()
        return states


class RememberingRuler(AttributeRuler):
    """spaCy's attribute ruler, which remembers what it gave to a token with the same tag, relation and, where some
    pattern asks for it, word. A document in which a pattern of several tokens may start is given to the ruler itself.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Write the attributes of every token of `doc`."""
        if not hasattr(self, "_answers"):
            self._prepare()
        given = []
        for place, (word, *rest) in enumerate(doc.to_array(_ASKED).tolist()):
            if word not in self._met:
                self._meet(word)
            key = (word if word in self._words else 0, *rest)
            if key not in self._answers:
                self._answers[key] = self._answer(doc[place])
            answer = self._answers[key]
            if answer is None:
                return super().__call__(doc)
            given.append(answer)
        if not given:
            return doc
        table: Any = numpy.array(given, dtype=numpy.uint64)  # spaCy's own type for it knows no unsigned numbers
        return doc.from_array(_GIVEN, table)

    def _prepare(self) -> None:
        """Learn from the patterns which words they ask for, and which tokens may start a pattern of several.

        Raises ValueError for a pattern that asks for something else than what is remembered.
        """
        self._answers: dict[tuple[int, ...], list[int] | None] = {}
        self._words: set[int] = set()
        self._met: set[int] = set()
        self._expressions: list[re.Pattern[str]] = []
        self._context = Matcher(self.vocab)
        rules: list[Any] = self.patterns
        for pattern in (tokens for rule in rules for tokens in rule["patterns"]):
            asked = {name for token in pattern for name in token}
            if not asked <= {"LOWER", "TAG", "DEP", "IS_SPACE"}:
                raise ValueError(f"This pattern of the attribute ruler cannot be remembered: {pattern}")
            for word in (token["LOWER"] for token in pattern if "LOWER" in token):
                if isinstance(word, dict) and "REGEX" in word:
                    self._expressions.append(re.compile(word["REGEX"]))
                listed = [word] if isinstance(word, str) else word.get("IN", ())
                self._words.update(self.vocab.strings.add(each) for each in listed)
            if len(pattern) > 1:
                self._context.add(str(len(self._context)), [pattern[:1]])

    def _meet(self, word: int) -> None:
        self._met.add(word)
        if any(expression.search(self.vocab.strings[word]) for expression in self._expressions):
            self._words.add(word)

    def _answer(self, token: Token) -> list[int] | None:
        """What the ruler gives to a token like this one; None where that may hang on the token after it."""
        alone = Doc(self.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
        if self._context(alone):
            return None
        given: list[int] = super().__call__(alone).to_array(_GIVEN).tolist()[0]
        return given


@Language.factory("stepping")
def _stepping(nlp: Language, name: str) -> Stepping:  # noqa: ARG001  # what spaCy calls a factory with
    return Stepping()


@Language.factory("remembering_ruler")
def _remembering_ruler(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)


def tune(nlp: Language) -> Language:
    """Make a pipeline faster, in place. Returns it."""
    operations = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        if isinstance(part, TrainablePipe):
            for layer in part.model.walk():
                layer.ops = operations
    for name in ("parser", "ner"):
        parser = nlp.get_pipe(name)
        stepping: Any = nlp.replace_pipe(name, "stepping")
        stepping.of = parser
    ruler: Any = nlp.get_pipe("attribute_ruler")
    remembering: Any = nlp.replace_pipe("attribute_ruler", "remembering_ruler")
    remembering.add_patterns(ruler.patterns)
    return nlp
