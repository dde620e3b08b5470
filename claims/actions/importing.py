"""Take over what other desks have published: each chunk of rows in one transaction, and every row accounted for.

A review is filed under its publisher, its claim and its language. Claims of the same words are one claim, whoever
checked it. What is known already changes nothing; a changed review becomes a new version that supersedes the old one;
an older version than the one that is kept is refused. So a second run over the same file finds everything unchanged.
A run that was broken off, even in the middle of a chunk, goes on with the first row that it has no account of.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Publisher
from claims.actions.acting import acting
from claims.actions.copying import copy_in
from claims.actions.filing import (
    Known,
    Version,
    claims_of,
    find_publishers,
    find_ratings,
    in_force,
    joined_before,
    kept_before,
    kept_versions,
)
from claims.actions.ratings import compare_ratings
from claims.claimreview.ahead import Reading, Row, read_ahead
from claims.claimreview.incoming import Incoming
from claims.claimreview.reading import read_reviews
from claims.models import Claim, ImportedReview, ImportRow, ImportRun, User, Verdict

METHOD = "import/1"
CHUNK = 1000
"""Rows in one transaction."""
SCORE = 0.5
"""How far up claims of other desks come in the inbox: below what the day's news brings."""
PUBLIC = "Its claim is public, so readers would see it at once: import it with the right to publish."
OURS = "It is of our own desk, whose verdicts two people write and publish here."
Outcome = ImportRow.Outcome


@dataclass(frozen=True, slots=True)
class _Account:
    """What became of one review. `joined` is the digest of one that says what another one says."""

    outcome: ImportRow.Outcome
    reason: str = ""
    verdict: Verdict | None = None
    joined: str = ""


def begin(
    *,
    by: User,
    name: str,
    kind: str,
    sha256_of: str,
    publish: bool = False,
    publisher: str = "",
    language: str = "und",
    month_first: bool | None = None,
    content: bytes = b"",
) -> ImportRun:
    """The run for a file of that hash: a new one, or the one of the same file that was broken off.

    Raises PermissionDenied without the right to import, or, with `publish`, to decide what readers see.
    """
    if publish:
        with acting(by=by, permission="claims.review_claim", doing="publish imported reviews"):
            pass
    with acting(by=by, permission="claims.import_reviews", doing="import reviews"):
        asked = {"publish": publish, "publisher": publisher, "language": language, "month_first": month_first}
        same = ImportRun.objects.filter(sha256=sha256_of, kind=kind, finished_at__isnull=True, **asked).defer("content")
        broken_off = same.first()
        run = broken_off or ImportRun(name=name[:300], kind=kind, sha256=sha256_of, **asked)
        if broken_off is None or content:
            run.content, run.error, run.by = content, "", by
            run.save()
        return run


def proceed(
    *,
    run: ImportRun,
    file: BinaryIO,
    by: User,
    progress: Callable[[int], None] | None = None,
    today: date | None = None,
) -> ImportRun:
    """Take in what `run` has no account of yet. `progress` is told how many rows are done after each chunk."""
    known = Known()
    rows = islice(read_reviews(file, run.kind), run.rows, None)
    reading = Reading(today or timezone.localdate(), run.language, run.publisher, run.month_first)
    with closing(read_ahead(rows, reading, size=CHUNK)) as chunks:
        for chunk in chunks:
            with acting(by=by, permission="claims.import_reviews", doing="import reviews"):
                _take_in(run, chunk, by=by, known=known)
            if progress:
                progress(run.rows)
    with transaction.atomic():
        run.finished_at, run.content, run.error = timezone.now(), b"", ""
        run.save(update_fields=["finished_at", "content", "error"])
    return run


def report(run: ImportRun) -> Iterator[ImportRow]:
    """Every row of the run in order, read a batch at a time."""
    return run.report.order_by("number").iterator(chunk_size=CHUNK)


def one_at_a_time() -> None:
    """Wait for any other import, until this transaction ends: both would find that a review is new."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('import reviews'))")


def _take_in(run: ImportRun, chunk: list[Row], *, by: User, known: Known) -> None:
    one_at_a_time()
    locked = ImportRun.objects.select_for_update().only("rows").get(pk=run.pk)
    if locked.rows != run.rows:
        raise ValidationError("This file is being imported somewhere else.")
    reviews = [review for _, review in chunk if isinstance(review, Incoming)]
    find_publishers(reviews, known)
    find_ratings(reviews, known)
    versions = kept_versions(reviews)
    claims = claims_of(reviews, versions)
    work = _Work(
        run,
        by,
        known,
        versions,
        claims,
        in_force(claims.values()),
        kept=kept_before(reviews),
        joined=joined_before(reviews),
    )
    account = {
        number: _Account(Outcome.REFUSED, review) if isinstance(review, str) else work.decide(review)
        for number, review in chunk
    }
    work.write()
    changed = (Outcome.ADDED, Outcome.UPDATED)
    compare_ratings(
        claim_ids={each.verdict.claim_id for each in account.values() if each.verdict and each.outcome in changed}
    )
    if run.publish:
        seen = {each.verdict.claim_id for each in account.values() if each.verdict}
        Claim.objects.filter(pk__in=seen, status=Claim.Status.SUGGESTED, method=METHOD).update(
            status=Claim.Status.ACCEPTED
        )
    copy_in(
        [
            ImportRow(
                run_id=run.pk,
                number=number,
                outcome=each.outcome,
                reason=each.reason[:300],
                verdict_id=each.verdict.pk if each.verdict else None,
                digest=each.joined,
            )
            for number, each in account.items()
        ]
    )
    run.rows += len(account)
    for outcome in Outcome:
        setattr(run, outcome, getattr(run, outcome) + sum(each.outcome == outcome for each in account.values()))
    run.save(update_fields=["rows", *(str(outcome) for outcome in Outcome)])


@dataclass(slots=True)
class _Work:
    """The rows of one chunk, decided one after another and written together."""

    run: ImportRun
    by: User
    known: Known
    versions: dict[tuple[int, str], list[Version]]
    claims: dict[str, Claim]
    taken: set[tuple[int | None, int, str]]
    kept: dict[str, Verdict]
    joined: dict[str, Verdict]
    new_claims: list[Claim] = field(default_factory=list)
    new_verdicts: list[Verdict] = field(default_factory=list)
    documents: list[tuple[Verdict, Incoming]] = field(default_factory=list)

    def decide(self, review: Incoming) -> _Account:
        """What becomes of one review."""
        publisher = self.known.publishers[review.publisher]
        if publisher.kind == Publisher.Kind.OWN:
            return _Account(Outcome.REFUSED, OURS)
        versions = self.versions[publisher.pk, review.claim_key]
        if same := self.kept.get(review.digest):
            if same.status == Verdict.Status.WITHDRAWN:
                return _Account(Outcome.REFUSED, "It was withdrawn here.")
            elsewhere = same.publisher_id != publisher.pk or same.language != review.language
            told = f"It is kept already, of {same.publisher} in “{same.language}”." if elsewhere else ""
            return _Account(Outcome.UNCHANGED, told, same)
        if review.digest in self.joined:
            return _Account(Outcome.UNCHANGED, "It was known already.", self.joined[review.digest])
        claim = self.claims.get(review.claim_key)
        if not versions and claim and (claim.pk, publisher.pk, review.language) in self.taken:
            return _Account(Outcome.REFUSED, "There is another verdict of this publisher on this claim.")
        if not versions and self._would_show(claim):
            return _Account(Outcome.REFUSED, PUBLIC)
        if not versions:
            return _Account(Outcome.ADDED, verdict=self._add(review, publisher, versions))
        current = next((each for each in versions if each.verdict.status == Verdict.Status.PUBLISHED), None)
        if current is None:
            return _Account(Outcome.REFUSED, "It was withdrawn here.")
        at = current.verdict.published_at
        elsewhere = not review.url or review.url != current.url
        if elsewhere and review.rating.casefold() == current.rating.casefold():
            where = current.url or "another row"
            reason = f"The same claim is rated the same in {where}."
            self.joined[review.digest] = current.verdict
            return _Account(Outcome.UNCHANGED, reason, current.verdict, joined=review.digest)
        if at and review.published_at < at:
            return _Account(Outcome.REFUSED, f"A later review of this claim is kept: {current.url or at.date()}.")
        if self._would_show(current.verdict.claim):
            return _Account(Outcome.REFUSED, PUBLIC)
        return _Account(Outcome.UPDATED, verdict=self._add(review, publisher, versions, instead_of=current))

    def _would_show(self, claim: Claim | None) -> bool:
        """Whether a verdict on `claim` would be public at once, in a run that may publish nothing."""
        return not self.run.publish and claim is not None and claim.status == Claim.Status.ACCEPTED

    def _add(
        self, review: Incoming, publisher: Publisher, versions: list[Version], *, instead_of: Version | None = None
    ) -> Verdict:
        if instead_of:
            if instead_of.verdict.pk is None:
                self.write()  # it has no key yet to be named by
            Verdict.objects.filter(pk=instead_of.verdict.pk).update(status=Verdict.Status.SUPERSEDED)
            instead_of.verdict.status = Verdict.Status.SUPERSEDED
        claim = instead_of.verdict.claim if instead_of else self.claims.get(review.claim_key)
        if claim is None:
            status = Claim.Status.ACCEPTED if self.run.publish else Claim.Status.SUGGESTED
            claim = Claim(text=review.claim, language=review.language, status=status, method=METHOD, score=SCORE)
            self.claims[review.claim_key] = claim
            self.new_claims.append(claim)
        rating = self.known.ratings[self.known.scales[publisher.pk].pk, review.rating]
        verdict = Verdict(
            claim=claim,
            origin=Verdict.Origin.IMPORTED,
            publisher=publisher,
            language=review.language,
            rating=rating,
            headline=review.headline,
            summary=review.summary,
            status=Verdict.Status.PUBLISHED,
            author=self.by,
            published_at=review.published_at,
            supersedes=instead_of.verdict if instead_of else None,
            change_kind=Verdict.ChangeKind.UPDATE if instead_of else "",
            change_reason="Its publisher changed it." if instead_of else "",
        )
        self.new_verdicts.append(verdict)
        if claim.pk:
            self.taken.add((claim.pk, publisher.pk, review.language))
        self.documents.append((verdict, review))
        self.kept[review.digest] = verdict
        versions.append(Version(verdict, review.url, review.digest, review.rating))
        return verdict

    def write(self) -> None:
        """Write what has been decided so far."""
        copy_in(self.new_claims)
        for verdict in self.new_verdicts:
            verdict.claim_id = verdict.claim.pk
        copy_in(self.new_verdicts)
        copy_in(
            [
                ImportedReview(
                    verdict_id=verdict.pk,
                    url=each.url,
                    claim_key=each.claim_key,
                    document=each.document,
                    digest=each.digest,
                )
                for verdict, each in self.documents
            ]
        )
        self.new_claims, self.new_verdicts, self.documents = [], [], []
