"""What the demonstration's editors have decided, done through the same actions as any editor's decision.

Only what is still untouched is decided: a contradiction that is a mere suggestion, a claim without a verdict. What a
visitor has done since stays.
"""

from collections import Counter

from django.contrib.auth.models import Group

from articles.models import Publisher
from claims.actions import review, verdicts
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    ContradictionEvidence,
    Evidence,
    PositionAppearance,
    Rating,
    User,
    Verdict,
)
from claims.vocabulary import ContradictionStatus, Resolution
from seeds.loader.data import Row, mapping, rows
from seeds.loader.texts import identifier

PEOPLE = {
    "reporter": ("Robin", "Reporter", "Reporter"),
    "editor": ("Edda", "Editor", "Editor"),
    "second-editor": ("Sascha", "Second", "Editor"),
}
"""Demonstration users: username → first name, last name, group."""


def load_people() -> dict[str, User]:
    """The three demonstration users, without a usable password until one is set."""
    people = {}
    for username, (first, last, group) in PEOPLE.items():
        user, created = User.objects.get_or_create(
            username=username, defaults={"first_name": first, "last_name": last, "is_staff": True}
        )
        if created:
            user.set_unusable_password()
            user.save(update_fields=["password"])
            user.groups.add(Group.objects.get(name=group))
        people[username] = user
    return people


def load_decisions() -> list[str]:
    """Settle the worked examples. Returns a sentence for each one that the pipeline's findings leave no place for."""
    people = load_people()
    evidence = {
        row["slug"]: Evidence.objects.get(url=row["url"], locator=row["locator"], quote=row["quote"])
        for row in rows("evidence.json")
    }
    settled = mapping("settled.json")
    missing = []
    for row in settled["contradictions"]:
        contradiction = find_contradiction(row)
        if contradiction is None:
            missing.append(f"No contradiction was found for the worked example “{row['name']}”.")
        elif contradiction.status == ContradictionStatus.SUGGESTED:
            settle(contradiction, row, evidence, by=people["editor"])
    for row in settled["left_open"]:
        open_for_visitors(row, evidence, by=people["editor"])
    for row in settled["verdicts"]:
        claim = find_claim(row["claim_match"])
        if claim is None:
            missing.append(f"No claim was found for the verdict “{row['headline']}”.")
        elif not claim.verdicts.exists():
            write_verdict(claim, row, evidence, author=people["editor"], second=people["second-editor"])
    return missing


def find_appearances(*, article: str, quote: str) -> list[Appearance]:
    """The appearances in a digest whose words overlap `quote`, the one that shares the most words first."""
    found = []
    for appearance in Appearance.objects.filter(
        version__article__identifier=identifier(article), version__is_current=True
    ).select_related("claim", "version"):
        start = appearance.version.text.find(quote)
        overlap = min(appearance.end, start + len(quote)) - max(appearance.start, start)
        if start >= 0 and overlap > 0:
            found.append((overlap, -len(appearance.quote), appearance))
    return [appearance for _, _, appearance in sorted(found, key=lambda item: item[:2], reverse=True)]


def find_contradiction(row: Row) -> Contradiction | None:
    """The contradiction of the row's kind in which the row's quotes take the most different positions, at least two."""
    votes: dict[int, set[int]] = {}
    weights: Counter[int] = Counter()
    for wanted in row["positions"]:
        appearances = find_appearances(article=wanted["article"], quote=wanted["quote"])
        memberships = PositionAppearance.objects.filter(
            appearance__in=appearances, position__contradiction__kind=row["kind"]
        ).values_list("position__contradiction", "position")
        for contradiction, position in memberships:
            votes.setdefault(contradiction, set()).add(position)
            weights[contradiction] += 1
    best = max(
        (pk for pk, positions in votes.items() if len(positions) > 1),
        key=lambda pk: (len(votes[pk]), weights[pk], -pk),
        default=None,
    )
    return None if best is None else Contradiction.objects.get(pk=best)


def settle(contradiction: Contradiction, row: Row, evidence: dict[str, Evidence], *, by: User) -> None:
    """Open, document and resolve one contradiction as the row says."""
    review.open_contradiction(contradiction=contradiction, by=by)
    for slug in row["evidence"]:
        review.attach_evidence(contradiction=contradiction, evidence=evidence[slug], by=by)
    resolution = Resolution(row["resolution"])
    at_fault = []
    if resolution is Resolution.SOURCE_ERROR:
        articles = [identifier(article) for article in row["articles_at_fault"]]
        at_fault = list(
            contradiction.positions.filter(memberships__appearance__version__article__identifier__in=articles).distinct()
        )
    review.settle_contradiction(
        contradiction=contradiction,
        by=by,
        resolution=resolution,
        note=row["explanation"],
        at_fault=at_fault,
        outlets_corrected=row["outlet_corrected"],
    )


def open_for_visitors(row: Row, evidence: dict[str, Evidence], *, by: User) -> None:
    """Attach evidence to what is left for the visitor, where detection has found it. It stays a suggestion, except one
    that is opened so that the public list shows something unsettled."""
    contradiction = find_contradiction({**row, "kind": row["kind"]}) if row.get("kind") else None
    if contradiction is None or ContradictionEvidence.objects.filter(contradiction=contradiction).exists():
        return
    if contradiction.status != ContradictionStatus.SUGGESTED:
        return
    if row.get("open"):
        review.open_contradiction(contradiction=contradiction, by=by)
    for slug in row["evidence"]:
        review.attach_evidence(contradiction=contradiction, evidence=evidence[slug], by=by)


def find_claim(wanted: Row) -> Claim | None:
    """The claim that the digest makes in the quoted words."""
    appearances = find_appearances(article=wanted["article"], quote=wanted["quote"])
    return appearances[0].claim if appearances else None


def write_verdict(claim: Claim, row: Row, evidence: dict[str, Evidence], *, author: User, second: User) -> None:
    """Draft a verdict as its author would, and where the row says so, let the second editor publish it."""
    desk = Publisher.objects.get(slug=row["publisher_desk"])
    claim.short_text = row["claim"]
    claim.save(update_fields=["short_text"])
    verdict = Verdict.objects.create(
        claim=claim,
        publisher=desk,
        language=row["language"],
        rating=Rating.objects.get(scale__publisher=desk, slug=row["rating"]),
        headline=row["headline"],
        summary=row["summary"],
        body=row["body"],
        author=author,
    )
    verdicts.cite(verdict=verdict, evidence=[evidence[slug] for slug in row["evidence"]], by=author)
    if row["status"] == "published":
        verdicts.submit(verdict=verdict, by=author)
        verdicts.publish(verdict=verdict, by=second)
