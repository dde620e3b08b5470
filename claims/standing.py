"""How the questions came out in which an outlet or a source has a part, counted: never a score.

A number stands with what it is counted of, and a share is told only where enough is settled. The questions are those
that somebody looked at, and not a sample of everything that was published: what is told is a record, and no measure of
how reliable anybody is.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from articles.models import Publisher
from claims.models import Appearance, Part, PositionAppearance, Rating, Source, Verdict

ENOUGH = 10  # settled questions, and checked claims, below which no share is told
LISTED = 8  # questions on a page, of each kind
ANSWERS = 200  # that are shown to all of them together
SAID = Coalesce("appearance__said_on", "appearance__version__article__published_on").asc(nulls_last=True)
Outcome = Part.Outcome
WRONG = (Outcome.WRONG_STANDING, Outcome.WRONG, Outcome.WRONG_CORRECTED)
ORDER = (*WRONG, Outcome.SOUND, Outcome.APPARENT, Outcome.CHANGED, Outcome.UNDECIDED, Outcome.UNASSIGNED)


@dataclass(frozen=True, slots=True)
class Counted:
    """Questions with one outcome: how many, and how many of them in words that were somebody else's."""

    outcome: Outcome
    number: int
    quoted: int

    @property
    def is_wrong(self) -> bool:
        return self.outcome in WRONG


@dataclass(frozen=True, slots=True)
class Standing:
    """The outcomes that occur, found errors first; `open` questions are in none of them."""

    outcomes: Sequence[Counted]
    open: int

    @property
    def settled(self) -> int:
        return sum(each.number for each in self.outcomes)

    @property
    def wrong(self) -> int:
        return sum(each.number for each in self.outcomes if each.is_wrong)

    @property
    def share(self) -> int | None:
        """Settled questions in which an error was found, in percent; None where too few are settled."""
        return round(100 * self.wrong / self.settled) if self.settled >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Rated:
    """Claims with one rating."""

    rating: Rating
    number: int


@dataclass(frozen=True, slots=True)
class Said:
    """One question and what one outlet or source answered to it, in order of time."""

    part: Part
    answers: Sequence[PositionAppearance]

    @property
    def different(self) -> int:
        """How many different answers were given."""
        return len({answer.position_id for answer in self.answers})


def standing(parts: QuerySet[Part]) -> Standing:
    """The record that `parts`, those of one outlet or source, make up."""
    quoted = Count("pk", filter=Q(is_own_voice=False))
    rows = parts.order_by().values("outcome").annotate(number=Count("pk"), quoted=quoted)
    found = {(outcome := Outcome(row["outcome"])): Counted(outcome, row["number"], row["quoted"]) for row in rows}
    still_open = found.pop(Outcome.OPEN, None)
    outcomes = [found[outcome] for outcome in ORDER if outcome in found]
    return Standing(outcomes, still_open.number if still_open else 0)


def rated(verdicts: QuerySet[Verdict]) -> list[Rated]:
    """The claims of `verdicts` by their rating, scale by scale from true to false. A claim that was reviewed in two
    languages counts once."""
    numbers = dict(verdicts.order_by().values_list("rating").annotate(Count("claim", distinct=True)))
    ratings = Rating.objects.filter(pk__in=numbers).select_related("scale__publisher")
    return [
        Rated(rating, numbers[rating.pk])
        for rating in ratings.order_by("scale", F("value").desc(nulls_last=True), "name")
    ]


def said(who: Publisher | Source) -> tuple[list[Said], list[Said]]:
    """The newest questions in which `who` was found wrong, and the newest of the others, each with what it answered."""
    is_source = isinstance(who, Source)
    parts = Part.objects.public().filter(Q(source=who) if is_source else Q(publisher=who))
    parts = parts.select_related("contradiction").order_by("-contradiction")
    wrong = list(parts.filter(outcome__in=WRONG)[:LISTED])
    others = list(parts.exclude(outcome__in=WRONG)[:LISTED])
    answers: dict[int, list[PositionAppearance]] = defaultdict(list)
    given = PositionAppearance.objects.filter(
        Q(appearance__source=who) if is_source else Q(appearance__version__article__publisher=who),
        position__contradiction__in=[part.contradiction_id for part in (*wrong, *others)],
        appearance__in=Appearance.objects.quotable(),
    )
    for answer in (
        given.select_related("position", "appearance__source", "appearance__version__article__publisher")
        .defer("appearance__version__text")
        .order_by(SAID, "pk")[:ANSWERS]
    ):
        answers[answer.position.contradiction_id].append(answer)
    told = [Said(part, answers[part.contradiction_id]) for part in (*wrong, *others)]
    return told[: len(wrong)], told[len(wrong) :]
