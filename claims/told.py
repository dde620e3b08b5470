"""What one report says, as figures and as words in the language of the page."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext

from claims.chart_words import HERE, number
from claims.charts import figures
from claims.charts.timeline import Point
from claims.models import Appearance, Measurement, Position, PositionAppearance


def outlets(reports: Sequence[PositionAppearance]) -> str:
    """Who publishes an answer, in a few words."""
    return listed(report.appearance.version.article.publisher.name for report in reports)


def listed(names: Iterable[str]) -> str:
    """Names in a few words, each once: "Reuters and 3 more"."""
    each = list(dict.fromkeys(names))
    if len(each) < 2:
        return "".join(each)
    if len(each) == 2:
        return gettext("%(one)s and %(other)s") % {"one": each[0], "other": each[1]}
    return gettext("%(one)s and %(count)s more") % {"one": each[0], "count": number(len(each) - 1)}


def figures_of(report: PositionAppearance, position: Position) -> Mapping[str, object]:
    """What one report says, where its own figure is known, else what its position does."""
    figure = report.measurement
    shared: Mapping[str, object] = position.figures
    if figure is None or figure.value is None or figures.range_of(shared) is None:
        return shared
    own: dict[str, object] = {"value": float(figure.value), "comparator": figure.comparator, "unit": figure.unit}
    if figure.value_max is not None:
        own["value_max"] = float(figure.value_max)
    return own


def speaker_of(appearance: Appearance) -> str:
    """Who says it, if that is not the outlet itself."""
    return appearance.source.name if appearance.source else appearance.source_name


def voice_of(said: Appearance) -> str:
    """Who says it and where, in a few words."""
    return voice(speaker_of(said), said.version.article.publisher.name)


def voice(speaker: str, outlet: str) -> str:
    """The same of the names; `speaker` is empty where the outlet speaks for itself."""
    return gettext("%(speaker)s in %(outlet)s") % {"speaker": speaker, "outlet": outlet} if speaker else outlet


def point_of(figure: Measurement, said: Appearance, *, basis: str) -> Point | None:
    """One figure in time: of the day that the text names, else of the day it was said or published; None where it is no
    number or the day is unknown. `basis` adds to what the figure itself says of what it counts."""
    article = said.version.article
    day = figure.as_of or said.said_on or article.published_on
    if figure.value is None or day is None:
        return None
    low, high = float(figure.value), float(figure.value_max if figure.value_max is not None else figure.value)
    unit = figure.unit if figure.unit.isupper() else ""  # a currency; people and deaths are one unit
    return Point(
        who=speaker_of(said) or article.publisher.name,
        value=(low + high) / 2,
        day=day,
        basis=f"{figure.measure}|{figure.subject.casefold()}|{unit}|{basis}",
        told=HERE.figure(low, high, figure.comparator, figure.unit),
        is_stated=figure.as_of is not None,
    )


def answered(position: Position) -> str:
    """An answer in the language of the page where it is a figure, else in the words of the machine."""
    return in_words(position.figures) or position.answer


def in_words(told: Mapping[str, object]) -> str:
    """A figure in the language of the page; empty for what is no figure."""
    found = figures.range_of(told)
    return HERE.figure(*found, told.get("comparator"), str(told.get("unit") or "")) if found else ""
