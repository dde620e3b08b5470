"""Words that a person has found in a captured text: a new Appearance, of a known claim or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q

from articles.models import ArticleVersion
from claims import rules
from claims.actions.acting import acting
from claims.actions.detect import detect
from claims.actions.history import machine_at_work
from claims.actions.linking import ChangedMeanwhileError
from claims.actions.match import match_added
from claims.actions.review import accept_claim
from claims.actions.sources import sources_of
from claims.actions.suggesting import Suggestion, suggest
from claims.extraction import ExtractedClaim, ExtractedMeasurement, Speaker
from claims.models import Appearance, Claim, Contradiction, Measurement, Source, User
from claims.vocabulary import Comparator, Modality, SourceKind, Stance

METHOD = "editor"
"""The rule that an appearance found by a person names, and a claim written by one."""
OPEN = (Claim.Status.SUGGESTED, Claim.Status.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of it: the appearance, and the contradictions that it bears on."""

    appearance: Appearance
    contradictions: tuple[Contradiction, ...]


def add_appearance(
    *,
    version: ArticleVersion,
    start: int,
    end: int,
    by: User,
    claim: Claim | None = None,
    text: str = "",
    speaker: str = "",
    speaker_kind: SourceKind = SourceKind.PERSON,
    stance: Stance = Stance.ASSERTS,
    modality: Modality = Modality.ACTUAL,
    said_on: date | None = None,
    figures: Sequence[Measurement] = (),
    accept: bool = False,
) -> Added:
    """Keep that `version.text[start:end]` (characters) makes `claim`, or where that is None a new one worded `text`.

    A new claim is a suggestion; `accept` takes it into the public record at once, which needs claims.review_claim, as
    does adding to a claim that readers see. `speaker` is who says it by any known name, "" the outlet itself; a name
    never seen becomes a new Source of `speaker_kind`. `figures` are unsaved Measurements within the words. Then the
    claim is linked to its Event and compared with what else is told of it, as if the machine had found it.

    Raises ValidationError with a sentence: for words outside the text, a claim that is rejected or merged, the same
    claim at the same words, a figure that is not in them.
    """
    with acting(by=by, permission="claims.add_appearance", doing="add appearance"):
        # One after another, also with the pipeline at the same text.
        version = ArticleVersion.objects.select_for_update(no_key=True, of=("self",)).select_related("article").get(
            pk=version.pk
        )  # fmt: skip
        if not 0 <= start < end <= len(version.text):
            raise ValidationError("These words are not in the text.")
        suggestion = suggest(version=version, start=start, end=end)
        claim = _checked(claim, by) if claim else _claim_worded(" ".join(text.split()), version, by)
        if Appearance.objects.filter(version=version, start=start, end=end, claim=claim).exists():
            raise ValidationError("This claim is marked at these words already.")
        row = Appearance.objects.create(
            claim=claim,
            version=version,
            start=start,
            end=end,
            quote=version.text[start:end],
            source=_source(speaker, speaker_kind),
            source_name=speaker[:200],
            cue=suggestion.claim.cue[:60],
            stance=stance,
            modality=modality,
            said_on=said_on,
            method=METHOD,
        )
        _measure(row, figures)
        if accept and claim.status == Claim.Status.SUGGESTED:
            accept_claim(claim=claim, by=by)
        with machine_at_work():
            found = _compare(row, suggestion, speaker=speaker, kind=speaker_kind, figures=figures)
        return Added(row, tuple(found))


def _checked(claim: Claim, by: User) -> Claim:
    """The claim as it is now, if `by` may add to it."""
    claim = Claim.objects.select_for_update(no_key=True, of=("self",)).get(pk=claim.pk)
    if claim.status not in OPEN:
        raise ValidationError(f"This claim was {claim.get_status_display().lower()}: choose another.")
    if not rules.may_add_words(by, claim):
        raise PermissionDenied("Readers see this claim: an editor has to add the words.")
    return claim


def _claim_worded(text: str, version: ArticleVersion, by: User) -> Claim:
    """The claim that the article makes in these words already, as extraction would take it, or a new one."""
    if not text:
        raise ValidationError("Say what is claimed: choose a claim or word a new one.")
    article = version.article
    known = Claim.objects.filter(appearances__version__article=article, text=text, status__in=OPEN).order_by("pk")
    if (claim := known.first()) is not None:
        return _checked(claim, by)
    return Claim.objects.create(text=text, language=article.language, method=METHOD)


def _source(name: str, kind: SourceKind) -> Source | None:
    return sources_of({name: Speaker(name, kind, 0, 0)}).get(name) if name else None


def _measure(row: Appearance, figures: Sequence[Measurement]) -> None:
    for figure in figures:
        figure.appearance = row
        if not row.start <= figure.start < figure.end <= row.end:
            raise ValidationError(f"The figure “{figure.quote}” is not in the chosen words.")
        figure.full_clean(exclude=("appearance",), validate_constraints=False)
    if len({(figure.measure, figure.start, figure.end) for figure in figures}) < len(figures):
        raise ValidationError("Two figures of one kind stand at the same words.")
    Measurement.objects.bulk_create(figures)


def _compare(
    row: Appearance, suggestion: Suggestion, *, speaker: str, kind: SourceKind, figures: Sequence[Measurement]
) -> list[Contradiction]:
    """Take the claim through the stations that come after extraction."""
    claim, version = row.claim, row.version
    said = replace(
        suggestion.claim,
        text=claim.text,
        speaker=Speaker(speaker, kind, row.start, row.start) if speaker else None,
        stance=Stance(row.stance),
        modality=Modality(row.modality),
        said_on=row.said_on,
        measurements=tuple(_as_extracted(figure) for figure in figures),
    )
    if claim.event_id is None:
        reading = replace(suggestion.reading, claims=_with(said, suggestion.reading.claims))
        try:
            with transaction.atomic():
                match_added(version=version, reading=reading, claim=claim)
        except ChangedMeanwhileError as error:
            raise ValidationError("Somebody changed the event at this moment. Send it again.") from error
        claim.refresh_from_db(fields=["event"])
    found = detect(event_ids={claim.event_id} if claim.event_id else (), version_ids={version.pk})
    bearing = Q(positions__memberships__appearance=row, pk__in=[one.pk for one in found])
    return list(Contradiction.objects.filter(bearing).order_by("pk").distinct())


def _with(said: ExtractedClaim, found: Sequence[ExtractedClaim]) -> tuple[ExtractedClaim, ...]:
    """The claims found, and `said` in place of what was found at the same words."""
    others = (claim for claim in found if (claim.start, claim.end) != (said.start, said.end))
    return tuple(sorted((*others, said), key=lambda claim: (claim.start, claim.end)))


def _as_extracted(figure: Measurement) -> ExtractedMeasurement:
    names: tuple[str, ...] = (
        "measure", "quote", "start", "end", "value", "value_max", "value_text", "unit", "total", "group", "as_of",
        "subject", "score",
    )  # fmt: skip
    fields: dict[str, Any] = {name: getattr(figure, name) for name in names}
    return ExtractedMeasurement(**fields, comparator=Comparator(figure.comparator))
