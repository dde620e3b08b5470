"""Put sentences, attributions and facts together into claims.

A sentence that nobody is said to say is one claim of whoever writes. Where it attributes, every content clause is a
claim of its speaker, and measurements go to the innermost clause that holds them; what lies outside all of them stays
with the writer. Questions, orders to the reader and boilerplate make no claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.extraction.attribution import attributions
from claims.extraction.bodies import body_of
from claims.extraction.cues import Attribution, open_quotations
from claims.extraction.events import Context, event_cues, kind_of
from claims.extraction.facts import Facts, read_facts
from claims.extraction.learned import learn
from claims.extraction.propositions import moved, overlap, resolved, said_on, shared_out, trimmed, words_said
from claims.extraction.reading import Paragraph, text_of, words_of
from claims.extraction.references import citable, pointing, referent, refutation
from claims.extraction.scenes import Topic
from claims.extraction.speakers import Cast
from claims.extraction.types import ExtractedClaim, ExtractedMeasurement, Sentence, Speaker
from claims.extraction.wording import canonical_text, modality_of, negated
from claims.extraction.worthiness import Judge, worthiness
from claims.vocabulary import EventKind, Modality, SourceKind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Span

VERSION = "3"
CLAIM_FLOOR = 0.1
"""Check-worthiness below which a sentence makes no claim."""
SHORTEST = 2
"""Words in the shortest claim."""


_LOOSE = frozenset({"ordinal", "duration"})
"""Measures that alone, like a date known only to the year, make no claim of what an attribution leaves over."""


@dataclass(frozen=True, slots=True)
class _Material:
    """What is known of one sentence before its claims are made."""

    paragraph: Paragraph
    sentence: Span
    facts: Facts
    acts: Sequence[Attribution]
    score: float

    @property
    def whole(self) -> tuple[int, int]:
        return self.sentence.start_char, self.sentence.end_char

    @property
    def writer(self) -> Speaker | None:
        """Who speaks where nobody is named: the author of the stretch; None for an outlet's own voice."""
        author = self.paragraph.stretch.author
        start = self.sentence.start_char
        return Speaker(author, SourceKind.PERSON, start, start) if author else None


@dataclass(slots=True)
class Reader:
    """Reads one stretch after another, carrying along what later sentences lean on. `claims` and `sentences` grow."""

    cast: Cast
    judge: Judge = worthiness
    sentences: list[Sentence] = field(default_factory=list)
    claims: list[ExtractedClaim] = field(default_factory=list)
    _stretch: int = -1
    _first_claim: int = 0
    _topic: Topic = field(default_factory=Topic)
    _context: Context = field(default_factory=Context)
    _last: Speaker | None = None
    _before: Span | None = None

    def read(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph."""
        if paragraph.number != self._stretch:
            self._stretch, self._first_claim = paragraph.number, len(self.claims)
            self._topic, self._context, self._last = Topic(), Context(), None
        after_vote = self._context.kind is EventKind.VOTE
        self._context = Context(self._context.body)
        facts, self._topic = read_facts(paragraph, self._topic, after_vote=after_vote)
        said = self._who_says(paragraph)
        self._before = None
        for sentence, found, (acts, inherited) in zip(paragraph.sentences, facts, said, strict=True):
            self._read_sentence(paragraph, sentence, found, acts, inherited)

    def _who_says(self, paragraph: Paragraph) -> list[tuple[list[Attribution], Speaker | None]]:
        """The attributions of each sentence, and for one inside a longer quotation the speaker of its neighbour."""
        people = [entity for entity in paragraph.doc.ents if entity.label_ == "PERSON"]
        acts: list[list[Attribution]] = []
        learned = learn(paragraph.doc, [(sentence.start, sentence.end) for sentence in paragraph.sentences])
        for sentence in paragraph.sentences:
            before = [person for person in people if person.start < sentence.end]
            acts.append(attributions(sentence, self.cast, self._last, before, learned))
            for act in acts[-1]:
                self._last = act.speaker
        result = []
        quotations = list(open_quotations(text_of(paragraph.doc)))
        for number, sentence in enumerate(paragraph.sentences):
            speaker = None
            around = next(
                (quote for quote in quotations if overlap(quote, (sentence.start_char, sentence.end_char)) >= 0.8),
                None,
            )
            if around and not acts[number]:
                near = [act for other in (number + 1, number - 1) if 0 <= other < len(acts) for act in acts[other]]
                named = [act for act in near if act.content and overlap(around, act.content) > 0] or near
                speaker = named[0].speaker if named else self._last
            result.append((acts[number], speaker))
        return result

    def _read_sentence(
        self, paragraph: Paragraph, sentence: Span, facts: Facts, acts: list[Attribution], inherited: Speaker | None
    ) -> None:
        figures = sum(1 for item in facts.measurements if item.measure != "event_date")
        attributed = bool(acts or inherited)
        score = self.judge(sentence, figures=figures, dates=len(facts.dates), attributed=attributed)
        material = _Material(paragraph, sentence, facts, acts, round(score, 4))
        offset = paragraph.offset
        self.sentences.append(Sentence(sentence.start_char + offset, sentence.end_char + offset, material.score))
        tally = any(item.group for item in facts.measurements)  # worth keeping however it is told
        if score >= CLAIM_FLOOR or tally:
            self.claims += [moved(claim, offset) for claim in self._claims_of(material, inherited)]
        words = words_of(sentence)
        body, kind = body_of(words), kind_of(words, facts.measurements)
        named = kind not in {EventKind.OTHER, EventKind.STATEMENT}
        self._context = Context(
            body or self._context.body, bool(body) or self._context.near, kind if named else self._context.kind
        )
        self._before = sentence

    def _claims_of(self, material: _Material, inherited: Speaker | None) -> list[ExtractedClaim]:
        """The claims of one sentence, with offsets into the paragraph."""
        acts, facts = material.acts, material.facts
        refuted = None if acts else refutation(material.sentence)
        if refuted:
            return self._refutation(material, *refuted)
        shares = shared_out(facts.measurements, acts)
        claims: list[ExtractedClaim] = []
        for act in acts:
            own = shares.get(act.content, []) if act.content else []
            claim = self._claim(material, act.content or act.frame, own, act.rule, act.speaker, act)
            if claim and act.content is None:
                claim = self._pointing(claim, claims, act.speaker.name)
            if claim:
                claims.append(claim)
        rest = shares.get(None, [])
        if not acts or any(item.measure not in _LOOSE and item.score == 1 for item in rest):
            rule = "rest" if acts else "sentence"
            claim = self._claim(material, material.whole, rest, rule, inherited or material.writer)
            claims += [claim] if claim else []
        return claims

    def _pointing(self, claim: ExtractedClaim, made: list[ExtractedClaim], speaker: str) -> ExtractedClaim | None:
        """A denial or an echo of the latest claim of somebody else; an echo of nothing is no claim."""
        before = [index for index, other in enumerate(made) if other.start < claim.start and citable(other, speaker)]
        if before:
            here = before[-1]
            return pointing(claim, made[here], len(self.claims) + here)
        earlier = referent(self.claims, self._first_claim, speaker)
        if earlier is not None:
            return pointing(claim, self.claims[earlier], earlier)
        return claim if claim.stance is Stance.DENIES else None

    def _refutation(
        self, material: _Material, span: tuple[int, int], reason: tuple[int, int] | None
    ) -> list[ExtractedClaim]:
        """The writer's denial of the claim before ("this was untrue"), and the reason given as a claim of its own."""
        writer = material.writer
        denial = self._claim(material, span, [], "refutation", writer)
        index = referent(self.claims, self._first_claim, writer.name if writer else "")
        claims = []
        if denial and index is not None:
            claims.append(replace(pointing(denial, self.claims[index], index), stance=Stance.DENIES))
        if reason or not claims:
            ground, rule = (reason, "reason") if reason else (material.whole, "sentence")
            own = [item for item in material.facts.measurements if ground[0] <= item.start]
            claim = self._claim(material, ground, own, rule, writer)
            claims += [claim] if claim else []
        return claims

    def _claim(
        self,
        material: _Material,
        span: tuple[int, int],
        measurements: Sequence[ExtractedMeasurement],
        rule: str,
        speaker: Speaker | None,
        act: Attribution | None = None,
    ) -> ExtractedClaim | None:
        """One claim over `span`; None where the words are too few to claim anything."""
        text, sentence = text_of(material.paragraph.doc), material.sentence
        start, end = trimmed(text, *span)
        clause = material.paragraph.doc.char_span(start, end, alignment_mode="expand")
        if clause is None or len(text[start:end].split()) < SHORTEST:
            return None
        words = (words_said(sentence, act) if act else None) or text[start:end]
        frames = [other.frame for other in material.acts]
        happening = [
            mention
            for mention in material.facts.dates
            if start <= mention.start < end and not any(low <= mention.start < high for low, high in frames)
        ]
        vowed = rule == "infinitive" and act is not None and act.stance is not Stance.DENIES
        return ExtractedClaim(
            text=canonical_text(resolved(clause, sentence, self._before, words, speaker, self.cast)),
            quote=text[start:end],
            start=start,
            end=end,
            method=f"{rule}/{VERSION}",
            score=material.score,
            speaker=speaker,
            cue=act.cue if act else "",
            stance=act.stance if act else Stance.ASSERTS,
            modality=Modality.PROJECTED if vowed else modality_of(clause),
            negated=negated(clause),
            said_on=said_on(material.facts, material.acts, act, material.paragraph.stretch.published_on),
            measurements=tuple(measurements),
            cues=event_cues(clause, measurements, happening, self._context, self.cast.known),
        )
