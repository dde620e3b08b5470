"""The words of the trade that the pure core, the database, the pages and the API all share. No Django here.

Sources: schema.org Claim and ClaimReview; DESIGN.md's glossary, repeated for newcomers in the README.
"""

from enum import StrEnum


class Word(StrEnum):
    """A closed vocabulary: the value is what is stored and sent, the label is what people read."""

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of value and label, the form in which Django takes `choices`."""
        return [(word.value, word.label) for word in cls]


class SourceKind(Word):
    """Who can assert something."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"  # "officials", "a source close to the talks"


class Stance(Word):
    """What the Source does with the proposition."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"
    REPORTS = "reports"  # relays somebody else's words without adopting them


class Modality(Word):
    """Whether the proposition is about what is, what will be, or what might be."""

    ACTUAL = "actual"
    PROJECTED = "projected"
    HYPOTHETICAL = "hypothetical"


class Comparator(Word):
    """How a figure is meant: "141", "some 140", "at least 140", "up to 140", "130 to 140"."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class EventKind(Word):
    """What kind of happening claims are about."""

    VOTE = "vote"
    ATTACK = "attack"
    DISASTER = "disaster"
    ACCIDENT = "accident"
    PROTEST = "protest"
    MEETING = "meeting"  # summit, talks, call
    STATEMENT = "statement"  # the words are the event: an announcement, a promise, a denial
    CONFLICT = "conflict"  # a war or campaign that goes on, with running totals
    ELECTION = "election"
    ECONOMY = "economy"  # prices, contracts, aid, budgets
    OTHER = "other"


class ContradictionKind(Word):
    """What differs."""

    NUMERIC = "numeric"
    TEMPORAL = "temporal"
    POLARITY = "polarity"
    PARTICIPANT = "participant"
    ATTRIBUTION = "attribution"
    MODALITY = "modality"
    CAUSAL = "causal"
    CHARACTERISATION = "characterisation"
    VERDICT = "verdict"
    SELF = "self"


class Gate(Word):
    """May the positions be compared at all: same event, body, measure, version, as-of time, population, unit?"""

    REAL = "real"
    APPARENT = "apparent"  # a known difference of scope explains it
    NEEDS_SCOPE = "needs_scope"  # the texts leave it open

    @property
    def label(self) -> str:
        return {"real": "Real", "apparent": "Apparent", "needs_scope": "Needs scope"}[self.value]


class Resolution(Word):
    """Why the positions differ: an editor's decision, or a rule's suggestion for one."""

    DIFFERENT_EVENT = "different_event"
    DIFFERENT_BODY_OR_SCOPE = "different_body_or_scope"
    DIFFERENT_VERSION = "different_version"
    DIFFERENT_DEFINITION_OR_METHOD = "different_definition_or_method"
    DIFFERENT_AS_OF = "different_as_of"
    ROUNDING_OR_PRECISION = "rounding_or_precision"
    WORDING_OR_TRANSLATION = "wording_or_translation"
    POSITION_CHANGED = "position_changed"
    FIGURE_SUPERSEDED = "figure_superseded"
    SOURCE_ERROR = "source_error"
    MISATTRIBUTION = "misattribution"
    FABRICATION = "fabrication"
    GENUINELY_DISPUTED = "genuinely_disputed"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"
    COMPLEMENTARY = "complementary"
    NOT_COMPARABLE = "not_comparable"
    DUPLICATE = "duplicate"


DISMISSALS = frozenset({Resolution.COMPLEMENTARY, Resolution.NOT_COMPARABLE, Resolution.DUPLICATE})
"""Resolutions that dismiss a contradiction: nothing is left to explain to a reader."""


class ContradictionStatus(Word):
    """suggested → open → under_review → resolved | dismissed, and reopened (which is `open` again)."""

    SUGGESTED = "suggested"
    OPEN = "open"
    UNDER_REVIEW = "under_review"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"


class Precision(Word):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
