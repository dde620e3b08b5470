"""What a claim tells of the happening it is about: kind, day, place, body, participants, documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extraction.bodies import body_of, identifiers, sponsors
from claims.extraction.date_types import DateMention
from claims.extraction.lexicon import words
from claims.extraction.names import canonical_name, canonical_state, state_of
from claims.extraction.reading import entities, words_of
from claims.extraction.types import EventCues, ExtractedMeasurement
from claims.vocabulary import EventKind, Precision

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_KINDS: tuple[tuple[EventKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        (
            EventKind.PROTEST,
            r"protest(?:s|ed|ers?)?|demonstrators?|demonstrations?|rall(?:y|ies|ied)|march(?:es|ed|ers)|"
            r"took to the streets",
        ),
        (
            EventKind.ELECTION,
            r"elections?|electoral|polling stations?|exit polls?|run-?off|re-?elected|turnout of voters|ballot boxes",
        ),
        (
            EventKind.VOTE,
            r"vot(?:e|es|ed|ing)|(?<!diplomatic )(?<!peaceful )(?<!conflict )(?<!dispute )resolutions?|abst(?:ain|"
            r"ent)\w*|motions?|amendments?|vetoe?[sd]?|referendum|ballots?|two-thirds",
        ),
        (
            EventKind.DISASTER,
            r"(?:earth)?quakes?|tsunamis?|floods?|flooding|hurricanes?|cyclones?|typhoons?|wildfires?|eruptions?|"
            r"landslides?|mudslides?|avalanches?|aftershocks?|magnitude|epicent\w+|tornado\w*|droughts?|famine|blizzards?|"
            r"heat ?waves?|storms?(?! of)|volcan\w+|lava",
        ),
        (
            EventKind.ACCIDENT,
            r"crash(?:ed|es)?|derail\w+|collision|collided|capsiz\w+|sank|sunk|sinking|(?:went|gone) down|"
            r"shipwreck|wreck(?:age)?|collaps(?:e|ed|ing)|cave[sd]? in|accident|"
            r"missing (?:jet|plane|airliner|aircraft|submarine|sub|boat)|"
            r"flight \w*\d+|black box|airliner|radar|stampede|crush|ferry|ferries|submersible|"
            r"gas (?:explosion|blast|leak)|rubble|mayday|ran aground|runway|fire (?:broke out|swept|ripped)|blaze",
        ),
        (
            EventKind.ATTACK,
            r"attack(?:s|ed)?|(?:air)?strikes?|bomb(?:ed|ing|ings|s|ardment)?|missiles?|drones?|shell(?:ed|ing)|shooting|"
            r"gunm[ae]n|explosions?|blasts?|assault|raid(?:s|ed)?|massacre|shot (?:dead|at|down)|gunfire|"
            r"suicide bomber|hostages?|stabb\w+|car bomb|intercept\w+",
        ),
        (
            EventKind.PROTEST,
            r"demonstrat\w+|turnout|strik(?:e|ing) workers|vigil|crowds?|gathering|"
            r"(?:the|a|that|july \d+) march",
        ),
        (
            EventKind.CONFLICT,
            r"war|invasion|invaded|troops|soldiers|servicemen|prisoners?|captivity|prisoner (?:swap|exchange)|truce|"
            r"offensive|front ?line|casualties|ceasefire|cease-fire|losses|"
            r"incursion|army|fighting",
        ),
        (
            EventKind.MEETING,
            r"summit|talks|met|meeting|phone call|\w+-minute call|(?:a|the|no|such|this|that) call|phoned|"
            r"telephone[ds]?|telephone conversation|on the phone|by phone|spoke with|negotiations?|visit(?:s|ed)?|"
            r"trips?|flew (?:\w+ ){0,2}(?:from|to)|travell?ed to|"
            r"press conference|conference",
        ),
        (
            EventKind.ECONOMY,
            r"prices?|inflation|billion|contracts?|deals?|aid|budget|gdp|exports?|tariffs?|invest\w*|sanctions?|"
            r"order(?:s|ed)?|shares|market|takeover|acquisition|merger|purchase|loan|bailout|jobs|dollars|euros",
        ),
        (EventKind.STATEMENT, r"announce\w*|promis\w+|pledg\w+|declar\w+|statement|den(?:y|ied|ies)|apolog\w+|warn\w*"),
    )
)
"""In small letters: a search that ignores case takes four times as long."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PARTICIPANTS = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_LOCATIVES = words("in at near off outside inside around across over from to into")
_TERMS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NOT_NAMES = words("Assembly Council State House General Security Parliament")
_STOP_LEMMAS = words(
    """
    say tell have be do make get go give take come see know that this year day people other new last first
    """
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the words before a claim were about: the last body named in the stretch and the kind of event of the
    paragraph; `near` says that the body was named in the same paragraph."""

    body: str = ""
    near: bool = False
    kind: EventKind = EventKind.OTHER


def kind_of(text: str, measurements: Sequence[ExtractedMeasurement] = ()) -> EventKind:
    """What kind of happening a sentence is about: by what it measures, otherwise by its first matching list of
    words."""
    measures = {item.measure for item in measurements}
    if measures & {"votes_for", "votes_against", "abstentions", "not_voting", "outcome", "vote_position"}:
        return EventKind.VOTE
    if "magnitude" in measures or "depth_km" in measures:
        return EventKind.DISASTER
    if "crowd_size" in measures:
        return EventKind.PROTEST
    named = _named_kind(text)
    if named is EventKind.PROTEST and "percentage" in measures and "turnout" in text.casefold():
        return EventKind.ELECTION
    if named in {EventKind.OTHER, EventKind.STATEMENT, EventKind.MEETING} and measures & {"amount", "aircraft"}:
        return EventKind.ECONOMY
    return named


@lru_cache(maxsize=64)  # a sentence and the claim that is all of it are asked about in turn
def _named_kind(text: str) -> EventKind:
    plain = text.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(plain)), EventKind.OTHER)


def event_cues(
    claim: Span,
    measurements: Sequence[ExtractedMeasurement],
    dates: Sequence[DateMention],
    context: Context,
    full: Callable[[str], str],
) -> EventCues:
    """The cues of one claim. `dates` are those of the happening, not of the saying; `full` gives a person's full
    name."""
    text = words_of(claim)
    kind = kind_of(text, measurements)
    own_vote, carried_body, context_kind = kind is EventKind.VOTE, context.body, context.kind
    if kind in {EventKind.OTHER, EventKind.STATEMENT} and context_kind is not EventKind.OTHER:
        kind = context_kind
    body = body_of(text)
    carried = not body and bool(carried_body) and (own_vote or (kind is EventKind.VOTE and context.near))
    known = sorted(
        (mention for mention in dates if mention.day),
        key=lambda mention: (mention.precision is not Precision.DAY, mention.start),
    )
    return EventCues(
        kind=kind,
        date=known[0].day if known else None,
        date_precision=known[0].precision if known else Precision.DAY,
        place=place_of(claim),
        body=carried_body if carried else body,
        body_carried=carried,
        participants=participants(claim, full),
        identifiers=identifiers(text),
        sponsors=sponsors(text),
        terms=terms(claim),
    )


def place_of(claim: Span) -> str:
    """Where it happened: the first place named after "in", "at", "near", "off"; not "in English", not "Russia's
    army"."""
    for token in claim:
        if (
            token.dep_ == "pobj"
            and token.ent_type_ in _PLACES
            and token.head.lower_ in _LOCATIVES
            and token.head.head.lemma_ not in {"accord", "ambassador"}
        ):
            entity = next((entity for entity in entities(claim) if entity.start <= token.i < entity.end), None)
            if entity is not None:
                return canonical_name(entity.text)
    return ""


def participants(claim: Span, full: Callable[[str], str] = str) -> tuple[str, ...]:
    """Names in the claim, each once, in order: states by their short names (also from adjectives), people without
    titles."""
    names: dict[str, None] = {}
    for entity in entities(claim):
        if entity.label_ in _PARTICIPANTS:
            name = canonical_name(entity.text)
            name = full(name) if entity.label_ != "NORP" and not state_of(name) else name
            if len(name) > 1 and not name.isdigit() and name not in _NOT_NAMES:
                names.setdefault(name)
    for token in claim:
        if token.pos_ in {"PROPN", "ADJ"} and not token.ent_type_:
            state = canonical_state(token.text) or (state_of(token.text) if token.is_title else None)
            if state:
                names.setdefault(state)
    return tuple(names)


def terms(claim: Span) -> tuple[str, ...]:
    """Content lemmas in small letters, each once, in order of mention: what retrieval looks for."""
    return tuple(dict.fromkeys(_lemma(token) for token in claim if _is_term(token)))


def _is_term(token: Token) -> bool:
    return (
        token.pos_ in _TERMS
        and token.is_alpha
        and not token.is_stop
        and len(token) > 2
        and token.lemma_.casefold() not in _STOP_LEMMAS
    )


def _lemma(token: Token) -> str:
    return str(token.lemma_.casefold())
