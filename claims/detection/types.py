"""What detection takes and gives, as frozen values. Ids are whatever the caller uses; detection only compares them."""

import datetime  # the module: the field `date` of Happening would hide a bare `date`
import hashlib
from dataclasses import dataclass, field
from decimal import Decimal

from claims.matching.types import Window, window
from claims.vocabulary import Comparator, ContradictionKind, EventKind, Gate, Modality, Precision, Resolution, Stance

Shown = str | int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement of a report; see ExtractedMeasurement for the meaning of its fields."""

    key: int
    measure: str
    quote: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    value_text: str = ""
    comparator: Comparator = Comparator.EXACT
    unit: str = ""
    total: Decimal | None = None
    group: int = 0
    as_of: datetime.date | None = None
    subject: str = ""
    superseded: bool = False
    partial: bool = False  # the words call it a part of another figure
    provisional: bool = False  # the words say that it may grow: "so far", "feared", "preliminary"
    voice: str = ""  # who gives it, where the clause around it says so


@dataclass(frozen=True, slots=True)
class Report:
    """One claim as one article makes it. `source` is who asserts it, "" for the outlet's own voice; `origin` names the
    independent voice behind it (copies of one text share it); `refers_to` is the report that it denies or echoes."""

    key: int
    claim: int
    article: int
    version: int
    publisher: str
    origin: str
    text: str
    quote: str
    source: str = ""
    published_on: datetime.date | None = None
    said_on: datetime.date | None = None
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ACTUAL
    event: int | None = None
    figures: tuple[Figure, ...] = ()
    refers_to: int | None = None
    start: int = 0

    @property
    def day(self) -> datetime.date | None:
        """The day for which the report speaks."""
        return self.said_on or self.published_on

    @property
    def voice(self) -> str:
        """Who speaks: the Source, or the outlet where it speaks for itself."""
        return self.source or self.publisher


@dataclass(frozen=True, slots=True)
class Happening:
    """An Event as detection sees it."""

    key: int
    kind: EventKind
    title: str
    date: datetime.date | None = None
    date_precision: Precision = Precision.DAY
    place: str = ""
    body: str = ""
    membership: int | None = None
    sponsors: frozenset[str] = frozenset()
    participants: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()

    @property
    def window(self) -> Window | None:
        return window(self.date, self.date_precision)


@dataclass(frozen=True, slots=True)
class Member:
    """A report that takes a position, and the figure in it that does (None for an assertion)."""

    report: int
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class FoundPosition:
    """One answer. `key` names it among the answers to one question and does not change with what else is found."""

    key: str
    answer: str
    members: tuple[Member, ...]
    figures: dict[str, Shown] = field(default_factory=dict)
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One question to which the reports give different answers, and why the rule thinks so."""

    fingerprint: str
    question: str
    kind: ContradictionKind
    gate: Gate
    rule: str
    score: float
    explanation: str
    positions: tuple[FoundPosition, ...]
    event: int | None = None
    suggested: Resolution | None = None


def fingerprint(*parts: object) -> str:
    """A stable name of a question, 64 characters: the same parts give the same name on every machine and every run."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
