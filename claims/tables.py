"""The table of a contradiction: the same rows on its page and in its CSV file, in the columns of its case.

What a table has beside the source and the exact words depends on what differs (interfaces.md, "Disagreement, drawn"):
figures have their range, definition, day and distance from the evidence; tallies their four counts, whether these add
up to the membership, and the difference from the record; days when it happened and when it was reported; the rest the
answer and the day.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, Self

from django.utils.translation import gettext, ngettext

from claims.chart_words import HERE, number
from claims.charts import figures
from claims.charts.figures import CHOICES
from claims.comparisons import Comparison, Reply, gap, gap_in_words
from claims.measure_words import definition_of
from claims.models import Appearance, Measurement
from claims.records import Record
from claims.told import figures_of

FORMS = {
    "tally": ("quote", *CHOICES, "total", "adds_up", "difference", "relays"),
    "figures": ("quote", "value", "range", "definition", "as_of", "relays", "gap"),
    "days": ("quote", "happened", "reported", "relays", "gap"),
    "words": ("answer", "quote", "reported", "relays"),
}
NUMBERS = frozenset({*CHOICES, "total", "value", "range"})


class Heard(Protocol):
    """What a row needs of a report: where it stands and the figure in it."""

    @property
    def appearance(self) -> Appearance: ...

    @property
    def measurement(self) -> Measurement | None: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row, put into words; empty where there is nothing to say."""

    name: str
    label: str
    text: str

    @property
    def is_number(self) -> bool:
        return self.name in NUMBERS


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a report, or a record. `told` are its figures and `answer` what it says in words; `distance` is how far
    its figure (or day) is from the evidence; `record` has the counts that evidence gives for the same vote; `relayed`
    is whose text it is."""

    told: Mapping[str, object]
    answer: str
    membership: int | None = None
    kept: Record | None = None
    reply: Reply | None = None
    report: Heard | None = None
    relayed: str = ""
    distance: float | None = None
    record: Mapping[str, int] | None = None
    cells: tuple[Cell, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        return figures.tally_of(self.told) or {}

    @property
    def happened(self) -> date | None:
        found = figures.day_of(self.told)
        return date.fromordinal(int(found[0])) if found else None

    @property
    def differences(self) -> dict[str, int]:
        """Count by count, how many more than the record; only where both state one."""
        record = self.record or {}
        return {kind: self.counts[kind] - record[kind] for kind in CHOICES if kind in self.counts and kind in record}


@dataclass(frozen=True, slots=True)
class Table:
    """`form` is the case, `columns` their heads after that of the source."""

    form: str
    columns: tuple[str, ...]
    lines: Sequence[Line]

    @classmethod
    def of(cls, form: str, lines: Iterable[Line], *, without: Collection[str] = ()) -> Self:
        """`lines` in the order of their case, in its columns but for those named in `without`."""
        heads = labels()
        names = [name for name in FORMS[form] if name not in without]
        placed = sorted(lines, key=lambda line: (line.kept is None, *_place(form, line)))
        return cls(form, tuple(heads[name] for name in names), [_filled(line, form, names, heads) for line in placed])

    def told(self) -> Self:
        """The table without the columns in which no row has anything to say."""
        kept = [place for place in range(len(self.columns)) if any(line.cells[place].text for line in self.lines)]
        lines = [replace(line, cells=tuple(line.cells[place] for place in kept)) for line in self.lines]
        return replace(self, columns=tuple(self.columns[place] for place in kept), lines=lines)


def table_of(comparison: Comparison) -> Table:
    """The rows of a contradiction: records first, then the reports by figure or day, or answer by answer."""
    return Table.of(form_of(comparison), [*map(record_line, comparison.records), *_reports(comparison)])


def form_of(comparison: Comparison) -> str:
    """The case: what the figures of its answers are."""
    told = [reply.position.figures for reply in comparison.replies]
    if any(map(figures.tally_of, told)):
        return "tally"
    if any(map(figures.range_of, told)):
        return "figures"
    return "days" if any(map(figures.day_of, told)) else "words"


def labels() -> dict[str, str]:
    """The heads of the columns in the language of the page."""
    return {
        **{kind: HERE.choice(kind).capitalize() for kind in CHOICES},
        "total": gettext("Total"),
        "adds_up": gettext("Adds up"),
        "difference": gettext("Difference from the record"),
        "quote": gettext("Exact words"),
        "value": gettext("Value"),
        "range": gettext("Low to high"),
        "definition": gettext("What it counts"),
        "as_of": gettext("As of"),
        "relays": gettext("Relays"),
        "gap": gettext("Gap to the evidence"),
        "happened": gettext("Happened"),
        "reported": gettext("Reported"),
        "answer": gettext("Answer"),
    }


def record_line(kept: Record) -> Line:
    """The row of a record."""
    told = kept.answer.figures
    members = figures.membership_of(told) or kept.answer.membership
    return Line(told, kept.words, membership=members, kept=kept)


def _reports(comparison: Comparison) -> Iterator[Line]:
    question = comparison.contradiction
    day = next((found[0] for kept in comparison.records if (found := figures.day_of(kept.answer.figures))), None)
    for reply in comparison.replies:
        event = reply.position.event or question.event
        record = next(
            (
                counts
                for kept in comparison.records
                if (event is None or kept.event == event.pk) and (counts := figures.tally_of(kept.answer.figures))
            ),
            None,
        )
        for report in reply.reports:
            told = figures_of(report, reply.position)
            lead = comparison.leads.get(report.pk)
            said_of = figures.day_of(told)
            yield Line(
                told,
                reply.words,
                membership=figures.membership_of(told) or (event.membership if event else None),
                reply=reply,
                report=report,
                relayed=lead.appearance.version.article.publisher.name if lead else "",
                distance=said_of[0] - day if said_of and day else gap(told, comparison.measured),
                record=record,
            )


def _place(form: str, line: Line) -> tuple[float, ...]:
    """Where a line stands among its kind; lines in one place stay in the order of answers and reports."""
    if form == "figures":
        return figures.range_of(line.told) or (float("inf"),)
    if form == "days":
        return figures.day_of(line.told) or (float("inf"),)
    return ()


def _filled(line: Line, form: str, names: Sequence[str], heads: Mapping[str, str]) -> Line:
    words = _words(line, form)
    return replace(line, cells=tuple(Cell(name, heads[name], words.get(name, "")) for name in names))


def _words(line: Line, form: str) -> dict[str, str]:
    """The cells of a line that a case has, by column."""
    report = line.report
    article = report.appearance.version.article if report else None
    words = {
        "answer": line.answer if report else "",
        "quote": report.appearance.quote if report else "",
        "reported": HERE.day(article.published_on) if article and article.published_on else "",
        "relays": line.relayed,
    }
    if form == "tally":
        return words | _tally(line)
    if form == "figures":
        return words | _figure(line)
    if form == "days" and line.happened:
        words |= {"happened": HERE.day(line.happened), "gap": _days_apart(line.distance)}
    return words


def _figure(line: Line) -> dict[str, str]:
    figure = line.report.measurement if line.report else None
    low, high = figures.range_of(line.told) or (0.0, 0.0)
    unit = str(line.told.get("unit") or "")
    told = HERE.figure(low, high, line.told.get("comparator"), unit) if figures.range_of(line.told) else ""
    return {
        "value": told if low == high else "",
        "range": told if low != high else "",
        "definition": definition_of(figure),
        "as_of": HERE.day(figure.as_of) if figure and figure.as_of else "",
        "gap": gap_in_words(line.distance),
    }


def _tally(line: Line) -> dict[str, str]:
    counts, unstated = line.counts, HERE.choice("unstated")
    if not counts:
        return {}
    words = {kind: number(counts[kind]) if kind in counts else unstated for kind in CHOICES}
    changed = [f"{HERE.choice(kind)} {_signed(more)}" for kind, more in line.differences.items() if more]
    same = gettext("none") if line.differences else ""
    total = sum(counts.values())
    return words | {"total": number(total), "adds_up": _adds_up(line, total), "difference": ", ".join(changed) or same}


def _adds_up(line: Line, total: int) -> str:
    if line.membership is None:
        return gettext("membership not known")
    told = {"count": number(abs(line.membership - total)), "members": number(line.membership)}
    if total == line.membership:
        return gettext("yes: %(members)s members") % told
    if total > line.membership:
        return gettext("no: %(count)s more than the %(members)s members") % told
    if len(line.counts) < len(CHOICES):
        return gettext("%(count)s of %(members)s members not stated") % told
    return gettext("no: %(count)s fewer than the %(members)s members") % told


def _signed(more: int) -> str:
    return f"{'+' if more > 0 else '−'}{number(abs(more))}"


def _days_apart(distance: float | None) -> str:
    if distance is None:
        return ""
    if not distance:
        return gettext("agrees with the evidence")
    days = round(abs(distance))
    after = ngettext("%(days)s day after the evidence", "%(days)s days after the evidence", days)
    before = ngettext("%(days)s day before the evidence", "%(days)s days before the evidence", days)
    return (after if distance > 0 else before) % {"days": number(days)}
