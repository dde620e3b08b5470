"""What a tally is: the numbers of one vote and whose they are."""

from dataclasses import dataclass
from decimal import Decimal

from claims.vocabulary import Comparator


@dataclass(frozen=True, slots=True)
class VotePart:
    """One number of a tally: `measure` is votes_for, votes_against, abstentions or not_voting."""

    measure: str
    start: int
    end: int
    value: Decimal
    comparator: Comparator = Comparator.EXACT
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one vote; `subject` names the part of the voters they are of ("European countries"), if not
    all."""

    parts: tuple[VotePart, ...]
    subject: str = ""
