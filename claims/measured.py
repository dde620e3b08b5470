"""Everything that reports measure about one event, by measure and by source.

A figure that stands in two versions of one text was given once. The counts of a vote are kept together, as each report
gives them, and held against the roll call; how single members voted is in claims.voting.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from articles.models import Article
from claims import charts
from claims.chart_words import HERE
from claims.charts import figures
from claims.charts.timeline import Point, Timeline, timeline
from claims.measure_words import VALUES, label_of
from claims.models import Appearance, Event, Measurement
from claims.records import Record
from claims.tables import Line, Table, record_line
from claims.told import in_words, listed, point_of, voice_of

MOST = 400
"""Figures read of one event, the newest."""

MOST_APART = 8
BALLOT = "vote_position"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure and where it stands, with what of it readers may open."""

    measurement: Measurement

    @property
    def appearance(self) -> Appearance:
        return self.measurement.appearance

    @property
    def article_is_public(self) -> bool:
        return bool(getattr(self.measurement, "article_is_public", False))

    @property
    def claim_is_public(self) -> bool:
        return True  # figures of other claims are not looked up


@dataclass(frozen=True, slots=True)
class Group:
    """All figures of one measure. `chart` and `timeline` are None where there is nothing to compare."""

    measure: str
    label: str
    table: Table
    chart: charts.Chart | None
    timeline: Timeline | None


def figures_of_event(event: Event) -> list[Found]:
    """The figures that public claims about `event` report, newest first; one query."""
    rows = (
        Measurement.objects.filter(appearance__in=Appearance.objects.public(), appearance__claim__event=event)
        .select_related(
            "appearance__claim",
            "appearance__source",
            "appearance__version__article__publisher",
            "appearance__version__article__copy_of__publisher",
        )
        .defer("appearance__version__text", "appearance__claim__search_vector")
        .annotate(
            article_is_public=Exists(Article.objects.public().filter(pk=OuterRef("appearance__version__article")))
        )
        .order_by("-appearance", "start")[:MOST]
    )
    once: dict[tuple[object, ...], Found] = {}
    for row in rows:
        article = row.appearance.version.article_id
        same = (article, row.measure, row.value, row.value_max, row.value_text, row.comparator, row.subject)
        once.setdefault(same, Found(row))
    return list(once.values())


def tallies_of(found: Iterable[Found], *, event: Event, record: Record | None) -> Group | None:
    """Each report's count of the vote beside the record's; None where nobody counts."""
    lines = [record_line(record)] if record else []
    for told, said in _counts(found):
        if event.membership:
            told["membership"] = event.membership
        if figures.tally_of(told):
            lines.append(
                Line(
                    told,
                    HERE.counts(told),
                    membership=event.membership,
                    report=said,
                    relayed=_copied_from(said),
                    record=figures.tally_of(record.answer.figures) if record else None,
                )
            )
    if not lines:
        return None
    drawn = [record.answer] if record else []
    drawn += _together([line for line in lines if line.report])
    table = Table.of("tally", lines).told()
    return Group("tally", "", table, charts.draw(drawn, HERE) or charts.tally_chart(drawn, HERE), None)


def _counts(found: Iterable[Found]) -> Iterator[tuple[dict[str, int], Found]]:
    """The counts of the vote that each text gives, and where the first of them stands. What it says of one vote in two
    sentences is put together, unless these give two figures for one choice."""
    texts: dict[int, dict[tuple[int, int], list[Found]]] = defaultdict(lambda: defaultdict(list))
    for each in found:
        figure = each.measurement
        if figure.measure in figures.CHOICES and figure.value is not None:
            place = figure.appearance_id, figure.group
            texts[each.appearance.version.article_id][place].append(each)
    for places in texts.values():
        told: list[tuple[dict[str, int], Found]] = []
        for said in places.values():
            counts = {each.measurement.measure: int(each.measurement.value or 0) for each in said}
            fitting = (one for one, _ in told if all(one.get(kind, count) == count for kind, count in counts.items()))
            if (known := next(fitting, None)) is not None:
                known.update(counts)
            else:
                told.append((counts, said[0]))
        yield from told


def groups_of(found: Iterable[Found], *, without: Iterable[str]) -> list[Group]:
    """The other measures, those with most figures first; `without` are shown elsewhere."""
    kept: dict[str, list[Found]] = defaultdict(list)
    left_out = set(without)
    for each in found:
        if each.measurement.measure not in left_out:
            kept[each.measurement.measure].append(each)
    return [_group(measure, said) for measure, said in sorted(kept.items(), key=lambda item: (-len(item[1]), item[0]))]


def _group(measure: str, said: Sequence[Found]) -> Group:
    lines = [_line(each) for each in said]
    form = "figures" if any(figures.range_of(line.told) for line in lines) else "words"
    if form == "words" and all(line.happened for line in lines):
        form = "days"
    points = [point for each in said if (point := point_of(each.measurement, each.appearance, basis=""))]
    over_time = timeline(points, HERE)
    apart = _comparable(points)
    return Group(
        measure=measure,
        label=label_of(measure),
        table=Table.of(form, lines, without=("gap",)).told(),
        chart=charts.draw(_together(lines), HERE) if apart and form != "words" else None,
        timeline=over_time if apart else None,
    )


def _line(each: Found) -> Line:
    figure = each.measurement
    told: dict[str, object] = {}
    if figure.value is not None:
        told = {"value": float(figure.value), "comparator": figure.comparator, "unit": figure.unit}
        if figure.value_max is not None:
            told["value_max"] = float(figure.value_max)
        answer = in_words(told)
    elif day := figures.day_of({"date": figure.value_text}):
        told = {"date": figure.value_text}
        answer = HERE.day(date.fromordinal(int(day[0])))
    else:
        value = str(VALUES.get(figure.value_text, figure.value_text))
        answer = f"{figure.subject}: {value}" if figure.subject else value
    return Line(told, answer, report=each, relayed=_copied_from(each))


def _comparable(points: Sequence[Point]) -> bool:
    """Whether all figures are of one thing: one axis cannot hold euros and roubles, or the dead of two places."""
    return len({point.basis for point in points}) <= 1


def _together(lines: Sequence[Line]) -> list[charts.Answer]:
    """A row for each report while these are few; of many, those that say the same share it."""
    rows: dict[object, list[Line]] = defaultdict(list)
    for line in lines:
        rows[line.answer if len(lines) > MOST_APART else id(line)].append(line)
    return [
        charts.Answer(
            answer=same[0].answer,
            who=_who(same),
            figures=same[0].told,
            membership=same[0].membership,
            voices=tuple(voice_of(line.report.appearance) for line in same if line.report),
        )
        for same in rows.values()
    ]


def _who(lines: Sequence[Line]) -> str:
    said = [line.report.appearance for line in lines if line.report]
    return voice_of(said[0]) if len(said) == 1 else listed(each.version.article.publisher.name for each in said)


def _copied_from(each: Found) -> str:
    original = each.appearance.version.article.copy_of
    return original.publisher.name if original else ""
