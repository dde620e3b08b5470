"""The tables of the pages as CSV files: the same rows, from the same queries, for whoever wants to count again.

The names of the columns are stable and in English, whatever the language of the page; days are ISO 8601, numbers have
a point and no separator. An empty cell means that nothing is stated there, never 0.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from claims.charts import figures
from claims.charts.figures import CHOICES
from claims.comparisons import compare, with_positions
from claims.measured import figures_of_event
from claims.models import Contradiction, Event, Measurement
from claims.rated import Review, ratings_of
from claims.spreadsheets import csv_file
from claims.tables import Line, form_of, table_of
from claims.templatetags.crosscheck import web_url
from claims.told import speaker_of
from claims.views.page import found_or_merged, moved_file, only_parameters, public_page
from claims.voting import roll_call_of, votes_of

EVERY = ("kind", "answer", "source", "outlet", "exact_words", "language", "said_on", "published_on", "relays", "url")
OWN = {
    "tally": (*CHOICES, "total", "membership", *(f"{kind}_minus_record" for kind in CHOICES)),
    "figures": ("low", "high", "comparator", "unit", "measure", "subject", "as_of", "gap"),
    "days": ("happened_on", "gap_days"),
    "words": ("polarity",),
}
RATED = ("publisher", "rating", "place", "language", "published_on", "url")
FIGURE = (
    *("measure", "subject", "low", "high", "value_text", "comparator", "unit", "as_of", "source", "outlet"),
    *("figure_words", "exact_words", "language", "said_on", "published_on", "relays", "url"),
)


@public_page
def contradiction_figures(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Every report of a contradiction, and the records first.

    kind            "record" or "report"
    answer          the answer that the report gives, or what the record counts
    source, outlet  who says it (empty where the outlet speaks for itself), and who published it; of a record its title
    exact_words     the quoted words, in `language` (BCP 47)
    said_on         the day it was said, where that is known; `published_on` is the day of the report
    relays          the outlet whose text the report repeats: both are one origin
    url             where it was published

    Of votes: the four counts, their total, the membership of the body, and count by count the difference from the
    record. Of figures: low and high (the same twice unless a range is given), comparator (exact, approx, at_least,
    at_most, range), unit, what is measured and of what, the day it is of, and the gap to the evidence (above is
    positive). Of days: when it is said to have happened, and the gap to the evidence in days. Otherwise the polarity:
    yes, no or empty.

    Of desks that rate a claim differently there are no reports but their reviews: publisher, rating in its own words,
    place on the line from 1, false, to 5, true (empty for a rating beside it), language, published_on, url.
    """
    found = get_object_or_404(with_positions(Contradiction.objects.public()), pk=pk)
    if redirect := moved_file(found, pk, slug, "contradiction-figures"):
        return redirect
    only_parameters(request, ())
    if ratings := ratings_of(found):
        return csv_file(found.slug, RATED, map(_rated, ratings.reviews))
    (comparison,) = compare([found])
    form = form_of(comparison)
    rows = (_every(line) | _own(line, form) for line in table_of(comparison).lines)
    return csv_file(found.slug, (*EVERY, *OWN[form]), rows)


def _rated(review: Review) -> dict[str, object]:
    verdict = review.verdict
    return {
        "publisher": verdict.publisher.name,
        "rating": verdict.rating.name,
        "place": review.place,
        "language": verdict.language,
        "published_on": verdict.published_at and verdict.published_at.date(),
        "url": review.url,
    }


def _every(line: Line) -> dict[str, object]:
    if line.report is None:
        kept = line.kept
        return {
            "kind": "record",
            "answer": line.answer,
            "outlet": kept and kept.answer.who,
            "url": kept and web_url(kept.url),
        }
    said = line.report.appearance
    article = said.version.article
    return {
        "kind": "report",
        "answer": line.reply and line.reply.position.answer,
        "source": speaker_of(said),
        "outlet": article.publisher.name,
        "exact_words": said.quote,
        "language": article.language,
        "said_on": said.said_on,
        "published_on": article.published_on,
        "relays": line.relayed,
        "url": web_url(article.url) or web_url(article.is_based_on),
    }


def _own(line: Line, form: str) -> dict[str, object]:
    if form == "tally":
        counts = line.counts
        apart = {f"{kind}_minus_record": more for kind, more in line.differences.items()}
        return {**counts, "total": sum(counts.values()) or None, "membership": line.membership, **apart}
    if form == "figures":
        figure = line.report.measurement if line.report else None
        low, high = figures.range_of(line.told) or (None, None)
        return {
            "low": _number(low),
            "high": _number(high),
            "comparator": line.told.get("comparator"),
            "unit": line.told.get("unit"),
            "measure": figure and figure.measure,
            "subject": figure and figure.subject,
            "as_of": figure and figure.as_of,
            "gap": _number(line.distance),
        }
    if form == "days":
        return {"happened_on": line.happened, "gap_days": _number(line.distance)}
    return {"polarity": line.told.get("polarity")}


@public_page
def event_figures(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Every figure that public claims about an event report, the newest `claims.measured.MOST` of them.

    measure, subject    what is measured, and of what or whom
    low, high           the figure, the same twice unless a range is given; empty where it is none
    value_text          an outcome, a ballot or a day where that is what was measured
    comparator, unit    how the figure is meant, and of what it is
    as_of               the day that the text itself gives for the figure
    source, outlet      who says it (empty where the outlet speaks for itself), and who published it
    exact_words         the quoted words, in `language` (BCP 47); `figure_words` are those of the figure alone
    said_on             the day it was said, where that is known; `published_on` is the day of the report
    relays              the outlet whose text the report repeats
    url                 where it was published
    """
    found = found_or_merged(Event.objects.public(), pk)
    if redirect := moved_file(found, pk, slug, "event-figures"):
        return redirect
    only_parameters(request, ())
    rows = (_figure(each.measurement) for each in figures_of_event(found))
    return csv_file(found.slug, FIGURE, rows)


@public_page
def event_roll_call(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """How every member voted, and what each report says of it.

    state, iso3     the member, and its ISO 3166-1 alpha-3 code
    record          yes, no, abstain or not_voting, by the record of the vote
    reported        how many reports say how it voted; `contrary` is how many of them say otherwise than the record

    Then a column for each outlet whose reports name a member, headed `outlet: ` and its name: what they say of each,
    with a comma between where they say more than one thing.
    """
    found = found_or_merged(Event.objects.public(), pk)
    if redirect := moved_file(found, pk, slug, "event-roll-call"):
        return redirect
    only_parameters(request, ())
    votes = votes_of(roll_call_of(found), figures_of_event(found), most=None)
    if not votes.members:
        raise Http404
    columns = [f"outlet: {outlet}" for outlet in votes.outlets]
    rows = (
        {
            "state": member.state.name,
            "iso3": member.state.iso3,
            "record": member.vote.choice,
            "reported": len(member.ballots),
            "contrary": sum(not ballot.agrees for ballot in member.ballots),
            **{
                column: ", ".join(ballot.choice for ballot in cell)
                for column, cell in zip(columns, member.cells, strict=True)
            },
        }
        for member in votes.members
    )
    return csv_file(f"{found.slug}-roll-call", ("state", "iso3", "record", "reported", "contrary", *columns), rows)


def _figure(figure: Measurement) -> dict[str, object]:
    article = figure.appearance.version.article
    high = figure.value if figure.value_max is None else figure.value_max
    return {
        "measure": figure.measure,
        "subject": figure.subject,
        "low": _number(None if figure.value is None else float(figure.value)),
        "high": _number(None if high is None else float(high)),
        "value_text": figure.value_text,
        "comparator": figure.comparator if figure.value is not None else "",
        "unit": figure.unit,
        "as_of": figure.as_of,
        "source": speaker_of(figure.appearance),
        "outlet": article.publisher.name,
        "figure_words": figure.quote,
        "exact_words": figure.appearance.quote,
        "language": article.language,
        "said_on": figure.appearance.said_on,
        "published_on": article.published_on,
        "relays": article.copy_of.publisher.name if article.copy_of else "",
        "url": web_url(article.url) or web_url(article.is_based_on),
    }


def _number(value: float | None) -> int | float | None:
    """Without the point that a whole number does not need."""
    return int(value) if value is not None and float(value).is_integer() else value
