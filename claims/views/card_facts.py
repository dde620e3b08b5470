"""From records to what a shared picture says."""

import hashlib
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims import cards
from claims.charts import DotChart, SidesChart, TallyChart
from claims.charts.tallies import Bar
from claims.comparisons import Comparison
from claims.models import Appearance, Claim, Contradiction, Verdict
from claims.templatetags.crosscheck import rating_icon
from claims.templatetags.wording import resolution_label
from claims.vocabulary import ContradictionStatus

MOST_ROWS = 3
CAST = ("votes_for", "votes_against", "abstentions")


def claim_card(
    claim: Claim, verdict: Verdict | None, first: Appearance | None, *, is_withdrawn: bool
) -> cards.ClaimCard:
    """The rating and the finding, or of a claim without a verdict its words and whether there was one; and who made it
    `first`."""
    without = (_("Verdict withdrawn"), "warning") if is_withdrawn else (_("Not yet checked"), "unchecked")
    word, icon = (verdict.rating.name, rating_icon(verdict.rating)) if verdict else without
    return cards.ClaimCard(
        rating=word,
        icon=icon,
        headline=verdict.headline if verdict else f"“{claim.text}”",
        claim=_("Claim: “%(claim)s”") % {"claim": claim.text} if verdict else "",
        who=_who(first) if first else "",
        site=_site(),
        unwritten=_("Read on our page what was claimed, and what we found."),
    )


def contradiction_card(comparison: Comparison) -> cards.ContradictionCard:
    """The question with the first answers, drawn as on its page."""
    contradiction = comparison.contradiction
    word, icon = _status(contradiction)
    rows = _rows(comparison)
    shown = rows if len(rows) <= MOST_ROWS else [rows[place] for place in _telling(rows)]
    more = _("%(shown)d of %(count)d answers") % {"shown": len(shown), "count": len(rows)}
    return cards.ContradictionCard(
        status=word,
        icon=icon,
        question=contradiction.question,
        rows=shown,
        more=more if len(shown) < len(rows) else "",
        site=_site(),
        unwritten=_("Read on our page who says what."),
    )


def site_card() -> cards.SiteCard:
    """For pages without a picture of their own."""
    words = _("What is claimed, by whom, where sources disagree, and what the evidence says.")
    return cards.SiteCard(title="Crosscheck", words=words, site=_site())


def stamp(card: cards.Card) -> str:
    """Names what the picture says, for its address: sites that show it keep it by that and never ask again, so one that
    says something else needs another."""
    return hashlib.blake2b(repr(card).encode(), digest_size=6).hexdigest()


def _who(seen: Appearance) -> str:
    article = seen.version.article
    name = seen.source.name if seen.source else seen.source_name
    words = _("%(who)s, in %(outlet)s") % {"who": name, "outlet": article.publisher.name} if name else ""
    day = seen.said_on or article.published_on
    dated = formats.date_format(day, "DATE_FORMAT") if day else ""
    return " · ".join(filter(None, [words or article.publisher.name, dated]))


def _status(contradiction: Contradiction) -> tuple[str, str]:
    match ContradictionStatus(contradiction.status):
        case ContradictionStatus.RESOLVED:
            return _("Resolved: %(how)s") % {"how": resolution_label(contradiction.resolution)}, "mostly-check"
        case ContradictionStatus.UNDER_REVIEW:
            return _("Under review"), "open"
        case _open if contradiction.reopened_reason:
            return _("Reopened"), "arrows"
        case _open:
            return _("Sources disagree"), "arrows"


def _rows(comparison: Comparison) -> list[cards.Row]:
    match comparison.chart:
        case TallyChart(bars=bars, kinds=kinds):
            return [_tally(bar, dict(kinds)) for bar in bars]
        case DotChart(dots=dots):
            return [
                cards.Row(
                    answer=dot.wide_label,
                    who=dot.wide_who,
                    at=dot.x,
                    low=dot.low,
                    high=dot.high,
                    is_record=dot.is_record,
                    is_borne_out=dot.is_borne_out,
                )
                for dot in dots
            ]
        case SidesChart(sides=sides):
            return [cards.Row(side.title, _sources(side.voices), is_borne_out=bool(side.evidence)) for side in sides]
        case _:
            return [
                cards.Row(reply.words, reply.outlets, is_borne_out=bool(reply.evidence)) for reply in comparison.replies
            ]


def _tally(bar: Bar, words: dict[str, str]) -> cards.Row:
    """The counts that were cast; who did not vote is left to the strip."""
    counts = [f"{part.count} {words[part.kind]}" for part in bar.segments if part.kind in CAST]
    parts = tuple((part.kind, part.x, part.width) for part in bar.segments)
    return cards.Row(", ".join(counts), bar.label, parts, is_record=bar.is_record)


def _telling(rows: list[cards.Row]) -> list[int]:
    """Which rows to show of too many: what evidence bears out, and of the others the first and the last."""
    borne_out = [place for place, row in enumerate(rows) if row.is_record or row.is_borne_out]
    places = [*borne_out, 0, len(rows) - 1, *range(len(rows))]
    return sorted(list(dict.fromkeys(places))[:MOST_ROWS])


def _sources(count: int) -> str:
    return ngettext("%(count)d source", "%(count)d sources", count) % {"count": count}


def _site() -> str:
    return urlsplit(settings.SITE_URL).netloc
