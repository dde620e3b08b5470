"""What the learned attribution adds to the rules: a check of what they found, and sayings that they do not see.

The rules read claims and know stances, figures, labels and echoes; the learned reading (`claims.extraction.sayings`)
knows better which verb, subject and stretch of the sentence belong together in ordinary prose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from claims.extraction.cues import ASK, DENY, SAY, UTTER, Attribution
from claims.extraction.reading import text_of
from claims.extraction.sayings import Saying, load_weights, phrase, read_cues, read_saying, read_source
from claims.extraction.sheet import Sheet
from claims.extraction.speakers import Cast, speaker_of
from claims.extraction.spoken import frame_of, stance_of, unsaid
from claims.extraction.types import Speaker
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

DOUBTFUL = 0.1
"""A rule's reading of a verb is dropped where the chance that this is a cue at all is below this."""
SURE = 0.6
"""From this score on the learned reading overrules a rule's, or stands alone."""
_CHECKED = frozenset({"clause", "quotation", "trailing", "agent", "parenthesis"})
"""Rules for running prose. Labels, figures and echoes are not what the learned reading was trained on."""
_CLAIMING = SAY | DENY | UTTER


@dataclass(frozen=True, slots=True)
class Learned:
    """The learned reading of one paragraph: the chance that a verb of saying is a cue, and what it then says.

    Source and content are read only for the verbs that are asked about: that costs more than all else.
    """

    sheet: Sheet
    chances: Mapping[int, float]

    def doubts(self, cue: int) -> bool:
        """Whether a verb hardly is a cue."""
        return self.chances.get(cue, 1.0) < DOUBTFUL

    def source(self, cue: int) -> tuple[int, tuple[int, int]] | None:
        """Head and span of the source of a cue, where both are sure."""
        found = read_source(self.sheet, cue, load_weights()["source"]) if self.chances.get(cue, 0.0) >= SURE else None
        if found is None or self.chances[cue] * sqrt(found[0]) < SURE:
            return None
        return found[1], phrase(self.sheet, found[1], cue)

    def saying(self, cue: int) -> Saying | None:
        """The attribution of a cue, where it is sure."""
        return read_saying(self.sheet, cue, self.chances.get(cue, 0.0), load_weights(), SURE)


def learn(doc: Doc, sentences: Sequence[tuple[int, int]]) -> Learned:
    """Read the verbs of saying of a paragraph, of which `sentences` are the token spans."""
    sheet = Sheet(doc, sentences)
    return Learned(sheet, dict(read_cues(sheet, load_weights(), _CLAIMING | ASK)))


def corrected(
    acts: Sequence[Attribution],
    learned: Learned,
    sentence: Span,
    cast: Cast,
    last: Speaker | None,
    people: list[Span],
) -> list[Attribution]:
    """The attributions of a sentence after a second look.

    Drops "the case to be heard" and "the ad shows people that", where nobody says anything; gives "said James Acton,
    who teaches physics" its own subject; adds sayings that no rule fires on. Leaves alone what stands in a
    quotation or in what another says: the learned reading looks at the outer speaker.
    """
    doc = sentence.doc
    places = {doc[cue].idx: cue for cue in range(sentence.start, sentence.end)} if acts else {}
    kept = []
    for act in acts:
        cue = places.get(act.cue_start, -1)
        source = None
        if act.rule in _CHECKED and act.content is not None:
            if learned.doubts(cue) and not _deeper(sentence, act, acts):
                continue
            if act.rule == "quotation" and _taken(sentence, cue, act, learned):
                continue
            if act.stance is not Stance.REPORTS:  # "X reported, citing Y" is Y's
                source = learned.source(cue)
        if source and not _names(doc, source[1], act.speaker):
            kept.append(replace(act, speaker=speaker_of(doc[source[0]], cast, last, people)))
        else:
            kept.append(act)
    seen = {act.cue_start for act in acts}
    for cue in range(sentence.start, sentence.end):
        saying = learned.saying(cue) if cue in learned.chances and doc[cue].idx not in seen else None
        made = _alone(saying, sentence, cast, last, people) if saying else None
        if made and not any(act.content and _same(act.content, made.content) for act in kept):
            kept.append(made)
    return kept


def _taken(sentence: Span, cue: int, act: Attribution, learned: Learned) -> bool:
    """Whether a quotation belongs to another verb: "mentioned the devil …, and said “…”"."""
    doc = sentence.doc
    others = [other for other in range(sentence.start, sentence.end) if other != cue and other in learned.chances]
    if not others or learned.saying(cue):
        return False
    contents = (
        (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
        for saying in map(learned.saying, others)
        if saying
        for start, end in saying.contents
    )
    return any(_same(content, act.content) for content in contents)


def _names(doc: Doc, source: tuple[int, int], speaker: Speaker) -> bool:
    """Whether the words of the source and those of the speaker overlap."""
    phrase = doc[source[0] : source[1]]
    return speaker.start < phrase.end_char and phrase.start_char < speaker.end


def _deeper(sentence: Span, act: Attribution, acts: Sequence[Attribution]) -> bool:
    """Whether a cue stands inside a quotation, with more marks open than closed before it, or in what another says."""
    place = act.cue_start
    before = text_of(sentence.doc)[:place]
    said = any(other is not act and other.content and other.content[0] <= place < other.content[1] for other in acts)
    return said or before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _alone(saying: Saying, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    """The attribution of a saying by itself, where it is sure and its content is a whole statement of this sentence."""
    doc = sentence.doc
    cue = doc[saying.cue_head]
    if cue.lemma_.casefold() not in _CLAIMING or cue.pos_ != "VERB" or unsaid(cue):
        return None
    inside = [(max(start, sentence.start), min(end, sentence.end)) for start, end in saying.contents]
    inside = [(start, end) for start, end in inside if start < end]
    if not inside:
        return None
    words = doc[inside[0][0] : inside[-1][1]]
    if not _is_statement(words):
        return None
    around = words.start <= cue.i < words.end
    content = (sentence.start_char, sentence.end_char) if around else (words.start_char, words.end_char)
    subject = doc[saying.source_head]
    speaker = speaker_of(subject, cast, last, people)
    lemma = cue.lemma_.casefold()
    frame = frame_of(cue, subject, content, sentence)
    return Attribution(speaker, cue.text, cue.idx, stance_of(lemma), content, frame, "learned")


def _is_statement(words: Span) -> bool:
    """Whether words are a clause of their own: "the plan will fail", not "the plan that failed"."""
    top = words.root
    parts = list(top.children)
    return (
        any(part.dep_ in {"nsubj", "nsubjpass", "expl"} and part in words for part in parts)
        and any(part.tag_ in {"VBD", "VBZ", "VBP", "MD"} for part in (top, *parts))
        and top.dep_ not in {"relcl", "acl"}
    )


def _same(one: tuple[int, int], other: tuple[int, int] | None) -> bool:
    """Whether two contents share more than half of the longer one."""
    if other is None:
        return False
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared > max(one[1] - one[0], other[1] - other[0])
