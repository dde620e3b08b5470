"""Link the claims of captured texts to the Events that they are about, and tell which texts repeat others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction
from django.db.models import Max, Min

from articles.models import ArticleVersion
from claims.actions.candidates import tallies_told
from claims.actions.copies import mark_copies
from claims.actions.linking import Board, Told
from claims.actions.runs import finished, unfinished
from claims.extraction import METHOD as EXTRACTION
from claims.extraction import Extraction
from claims.matching.clusters import cluster
from claims.matching.events import METHOD as LINKING
from claims.matching.profiles import announced, opening, profile_of, voter_of
from claims.matching.stories import happenings, recurring
from claims.matching.types import Profile, Window
from claims.models import Appearance, Claim, PipelineRun

METHOD = f"match/1+{LINKING}+{EXTRACTION}"
"""With the method of extraction: what a new one finds is linked too."""
Place = tuple[int, int, str]
"""Where a claim stands in its text, and its words."""


@transaction.atomic
def match(*, versions: Sequence[ArticleVersion], readings: Mapping[int, Extraction]) -> None:
    """Link every claim of `versions` that names a happening to an Event, known or new; `readings` has what was found in
    each, by its key. A success is not repeated. Takes the same number of queries for any number of texts.

    One text after another is linked, each to what the table and the texts before it tell. Events that a text shows to
    be one are joined, unless a person has confirmed or decided something about both. Raises ChangedMeanwhileError.
    """
    pending = unfinished(versions=versions, station=PipelineRun.Station.MATCH, method=METHOD)
    if not pending:
        return
    mark_copies(versions=pending)
    claims = _claims(pending)
    reports = [happenings_told(version, readings[version.pk], claims[version.pk]) for version in pending]
    board = Board(profile for told, _ in reports for profile in told)
    for told, members in reports:
        for group in cluster([*told, *board.candidates(told)]):
            own = [claim for key in group.members for claim in members.get(key, [])]
            if own:
                board.keep(group, own)
    board.write()
    finished(versions=pending, station=PipelineRun.Station.MATCH, method=METHOD)


@transaction.atomic
def match_added(*, version: ArticleVersion, reading: Extraction, claim: Claim) -> None:
    """Link a claim that somebody found in a text to the Event that it is about, as `match` links those that extraction
    finds. `reading` is what stands around it, itself among its claims; the others tell what it leans on and are left as
    they are. Raises ChangedMeanwhileError."""
    told, members = happenings_told(version, reading, _claims([version])[version.pk])
    board = Board(told)
    for group in cluster([*told, *board.candidates(told)]):
        own = [row for key in group.members for row in members.get(key, [])]
        if any(row.key == claim.pk for row in own):
            board.keep(group, own)
    board.write()


def _claims(versions: Sequence[ArticleVersion]) -> dict[int, dict[Place, Told]]:
    """The Claim at each place of each version, with all that its appearances, in any version, tell."""
    rows = Appearance.objects.filter(version__in=versions).values_list(
        "version", "start", "end", "claim__text", "claim", "claim__event"
    )
    found: dict[int, dict[Place, Told]] = defaultdict(dict)
    told: dict[int, Told] = {}
    for version, start, end, text, key, event in rows:
        found[version][start, end, text] = told.setdefault(key, Told(key, text, event))
    everywhere = Appearance.objects.filter(claim__in=told)
    tallies = tallies_told(dict(everywhere.values_list("pk", "claim")))
    days = everywhere.filter(version__article__published_on__isnull=False).values_list("claim").annotate(
        first=Min("version__article__published_on"), last=Max("version__article__published_on")
    )  # fmt: skip
    for key, first, last in days.order_by():
        told[key].published = Window(first, last)
    for key, stated in tallies.items():
        told[key].tallies = stated
    return found


def happenings_told(
    version: ArticleVersion, reading: Extraction, claims: Mapping[Place, Told]
) -> tuple[list[Profile], dict[str, list[Told]]]:
    """The happenings that a text tells of, and the claims about each, by its key."""
    profiles, claim_of = _profiles(version, reading, claims)
    told, happening_of = happenings(profiles)
    context = recurring(reading.claims, title=version.title)
    members: dict[str, list[Told]] = defaultdict(list)
    for key, claim in claim_of.items():
        members[happening_of[key]].append(claim)
    return [replace(profile, context=context) for profile in told], members


def _profiles(
    version: ArticleVersion, reading: Extraction, claims: Mapping[Place, Told]
) -> tuple[list[Profile], dict[str, Told]]:
    """The profile of each claim that names a happening, in text order, and the Claim of each profile's key."""
    published = version.article.published_on
    profiles, claim_of, voter = [], {}, ""
    found = sorted(reading.claims, key=lambda claim: (claim.start, claim.end))
    before = opening(found)
    for number, extracted in enumerate(found):
        claim = claims.get((extracted.start, extracted.end, extracted.text))
        key = f"{version.pk:012d}:{number:05d}"
        if claim is None or key in claim_of:
            continue
        profile = profile_of(extracted, key=key, published_on=extracted.said_on or published, before=before)
        if profile:
            before = before.then(profile)
            profiles.append(profile)
            claim_of[key] = claim
        further = announced(extracted, key=f"{key}+", published_on=extracted.said_on or published, voter=voter)
        voter = voter_of(extracted) or voter
        if further:
            profiles.append(further)
    return profiles, claim_of
