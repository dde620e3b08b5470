"""What extraction hands over: sentences and claims with their exact words, as frozen values.

All offsets are characters (code points) into the text given to `extract`, and `text[start:end] == quote` always holds.
"""

import datetime  # the module: the field `date` of EventCues would hide a bare `date`
from dataclasses import dataclass, field
from decimal import Decimal

from claims.vocabulary import Comparator, EventKind, Modality, Precision, SourceKind, Stance


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text to read on its own, with its own day and voice where they differ from the article's.

    A forum post or a pasted article resolves "yesterday" against its own `published_on`; nothing is carried from one
    stretch into another.
    """

    start: int
    end: int
    published_on: datetime.date | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who asserts, by the fullest name the text gives ("Dmitry Peskov", "Kremlin", "White House officials")."""

    name: str
    kind: SourceKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExtractedMeasurement:
    """One figure, date, place, outcome or other comparable value.

    Exactly one of `value` (a number) and `value_text` (an ISO date or time, or a word) is set. `measure` is a slug
    such as votes_for, votes_against, abstentions, not_voting, killed, injured, missing, casualties, crowd_size,
    troops, amount, percentage, duration, count, event_date, event_time, outcome, vote_position, magnitude. For the
    general measure `count`, `unit` is the lemma of what is counted ("member", "tank"); for `amount` an ISO 4217 code.
    Measurements of one tally ("97 in favour, 8 against, 60 abstaining") carry the same `group`, numbered within the
    claim from 1; group 0 stands alone. `total` is the whole of "26 out of 31".
    """

    measure: str
    quote: str
    start: int
    end: int
    value: Decimal | None = None
    value_max: Decimal | None = None  # the upper end where comparator is range
    value_text: str = ""
    comparator: Comparator = Comparator.EXACT
    unit: str = ""
    total: Decimal | None = None
    group: int = 0
    as_of: datetime.date | None = None
    subject: str = ""  # whose figure or vote it is, where the text says: "Ukraine", "European countries"
    superseded: bool = False  # the text itself says that this figure was replaced: "had first been put at 900"
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class EventCues:
    """What the words around a claim tell of the happening it is about. Empty fields mean that the text does not say."""

    kind: EventKind = EventKind.OTHER
    date: datetime.date | None = None
    date_precision: Precision = Precision.DAY
    place: str = ""
    body: str = ""  # forum: "UN General Assembly", "UN Security Council", "NATO"
    body_carried: bool = False  # the body is not named in the claim but in the words before it
    participants: tuple[str, ...] = ()  # names in the claim, as canonical as extraction can make them
    identifiers: tuple[str, ...] = ()  # document symbols: A/RES/ES-11/8
    sponsors: tuple[str, ...] = ()  # who drafted or led the text voted on: "United States"
    terms: tuple[str, ...] = ()  # content lemmas of the sentence, for retrieval


@dataclass(frozen=True, slots=True)
class ExtractedClaim:
    """One checkable proposition with the words it rests on.

    `quote` is the sentence or clause in the article; `text` is the proposition in canonical words (attribution and
    discourse markers removed). `speaker` is None where the outlet speaks in its own voice. `cue` is the word that
    attributes it ("said", "denied"). `score` (0–1) is how sure `method` is that this is a checkable claim. `negated`
    says that the proposition in `text` is itself a negative one ("no such meeting occurred"); a denial of a positive
    proposition has stance denies instead.
    """

    text: str
    quote: str
    start: int
    end: int
    method: str  # "rule-name/version"
    score: float
    speaker: Speaker | None = None
    cue: str = ""
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    refers_to: int | None = None  # index in Extraction.claims of the earlier claim that this one denies or echoes
    said_on: datetime.date | None = None
    measurements: tuple[ExtractedMeasurement, ...] = ()
    cues: EventCues = field(default_factory=EventCues)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence span with its check-worthiness (0–1)."""

    start: int
    end: int
    check_worthiness: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one run of extraction found in one text."""

    sentences: tuple[Sentence, ...]
    claims: tuple[ExtractedClaim, ...]
