"""Who says yes, who says no, and who does not say: columns with the sources as chips, and no score between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.charts.answers import Answer
from claims.charts.words import ENGLISH, Words

POLARITIES = ("yes", "no", "")


@dataclass(frozen=True, slots=True)
class Side:
    """One column. `evidence` are the documents that say so; `said` are the answers with who gives them."""

    polarity: str
    title: str
    said: tuple[Answer, ...]
    evidence: tuple[Answer, ...]

    @property
    def voices(self) -> int:
        """How many sources stand in the column."""
        return sum(len(answer.voices) for answer in self.said)


@dataclass(frozen=True, slots=True)
class SidesChart:
    """The columns yes and no, and a third only where somebody stands in it."""

    sides: tuple[Side, ...]
    summary: str
    form: str = "sides"


def sides_chart(answers: Sequence[Answer], words: Words = ENGLISH) -> SidesChart | None:
    """Columns where somebody says yes and somebody no, else None."""
    if not {"yes", "no"} <= {_polarity(answer) for answer in answers}:
        return None
    sides = tuple(
        Side(
            polarity,
            words.side(polarity),
            said=tuple(answer for answer in answers if _polarity(answer) == polarity and not answer.is_record),
            evidence=tuple(answer for answer in answers if _polarity(answer) == polarity and answer.is_record),
        )
        for polarity in POLARITIES
    )
    shown = tuple(side for side in sides if side.polarity or side.said or side.evidence)
    return SidesChart(sides=shown, summary=" ".join(_in_words(side, words) for side in shown))


def _polarity(answer: Answer) -> str:
    said = answer.figures.get("polarity")
    return said if isinstance(said, str) and said in POLARITIES else ""


def _in_words(side: Side, words: Words) -> str:
    sources = words.ngettext("%(side)s: %(count)s source", "%(side)s: %(count)s sources", side.voices)
    told = sources % {"side": side.title, "count": words.number(side.voices)}
    if not side.evidence:
        return f"{told}."
    titles = "; ".join(answer.who for answer in side.evidence)
    return words.gettext("%(sources)s, and evidence: %(titles)s.") % {"sources": told, "titles": titles}
