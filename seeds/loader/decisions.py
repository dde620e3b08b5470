"""What the demonstration's editors have decided, done through the same actions as any editor's decision.

Only what is still untouched is decided: a contradiction that is a mere suggestion, a claim without a verdict. What a
visitor has done since stays.
"""

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.db.models import Count, QuerySet

from articles.models import Publisher
from claims.actions import publishing, review, verdicts
from claims.actions.acting import acting
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    Evidence,
    Position,
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
    "chief": ("Chris", "Chief", "Chief"),
    "auditor": ("Aud", "Auditor", "Auditor"),
}
"""Demonstration users: username → first name, last name, group."""


def load_people() -> dict[str, User]:
    """The demonstration users, without a usable password until one is set."""
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
        row["slug"]: {
            **row,
            "record": Evidence.objects.get(url=row["url"], locator=row["locator"], quote=row["quote"]),
        }
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
        prepare(row, evidence, by=people["editor"])
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


def find_positions(row: Row, articles: Collection[str]) -> QuerySet[Position]:
    """The positions of any contradiction of the row's kind and gate that the row's quotes from `articles` take."""
    appearances = [
        appearance
        for wanted in row["positions"]
        if wanted["article"] in articles
        for appearance in find_appearances(article=wanted["article"], quote=wanted["quote"])
    ]
    positions = Position.objects.filter(memberships__appearance__in=appearances, contradiction__kind=row["kind"])
    return positions.filter(contradiction__gate=row["gate"]) if "gate" in row else positions


def find_contradiction(row: Row) -> Contradiction | None:
    """The contradiction in which the row's quotes take the most different positions, at least two."""
    articles = {wanted["article"] for wanted in row["positions"]}
    return (
        Contradiction.objects.filter(positions__in=find_positions(row, articles))
        .annotate(taken=Count("positions", distinct=True), quotes=Count("positions__memberships", distinct=True))
        .filter(taken__gt=1)
        .order_by("-taken", "-quotes", "pk")
        .first()
    )


def settle(contradiction: Contradiction, row: Row, evidence: dict[str, Row], *, by: User) -> None:
    """Open, document and resolve one contradiction as the row says. Where one position alone is left without fault, the
    evidence bears that one out."""
    review.open_contradiction(contradiction=contradiction, by=by)
    resolution = Resolution(row["resolution"])
    at_fault: list[Position] = []
    sound = None
    if resolution is Resolution.SOURCE_ERROR:
        found = find_positions(row, row["articles_at_fault"])
        at_fault = list(found.filter(contradiction=contradiction).distinct())
        others = list(contradiction.positions.exclude(pk__in=[position.pk for position in at_fault]))
        sound = others[0] if len(others) == 1 else None
    attach(contradiction, row["evidence"], evidence, supports=sound, by=by)
    review.settle_contradiction(
        contradiction=contradiction,
        by=by,
        resolution=resolution,
        note=row["explanation"],
        at_fault=dict.fromkeys(at_fault, row["outlet_corrected"]),
    )


def prepare(row: Row, evidence: dict[str, Row], *, by: User) -> None:
    """Attach evidence to what is left for the visitor, where detection has found it. It stays a suggestion, except
    where the row has it opened, so that the public list shows something unsettled."""
    contradiction = find_contradiction(row) if "kind" in row else None
    if contradiction is None or contradiction.status != ContradictionStatus.SUGGESTED:
        return
    if row.get("open"):
        review.open_contradiction(contradiction=contradiction, by=by)
    if not contradiction.attached_evidence.exists():
        attach(contradiction, row["evidence"], evidence, supports=None, by=by)


def attach(
    contradiction: Contradiction, slugs: list[str], evidence: dict[str, Row], *, supports: Position | None, by: User
) -> None:
    """Attach the evidence of `slugs`, each with what it shows."""
    for slug in slugs:
        review.attach_evidence(
            contradiction=contradiction,
            evidence=evidence[slug]["record"],
            note=evidence[slug]["shows"][:300],
            supports=supports,
            by=by,
        )


def find_claim(wanted: Row) -> Claim | None:
    """The claim that the digest makes in the quoted words."""
    appearances = find_appearances(article=wanted["article"], quote=wanted["quote"])
    return appearances[0].claim if appearances else None


def write_verdict(claim: Claim, row: Row, evidence: dict[str, Row], *, author: User, second: User) -> None:
    """Draft a verdict as its author would, and where the row says so, let the second editor publish it."""
    desk = Publisher.objects.get(slug=row["publisher_desk"])
    claim.short_text = row["claim"]
    claim.save(update_fields=["short_text"])
    with acting(by=author, permission="claims.add_verdict", doing="draft verdict"):
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
    verdicts.cite(
        verdict=verdict,
        evidence={evidence[slug]["record"]: evidence[slug]["shows"] for slug in row["evidence"]},
        by=author,
    )
    if row["status"] == "published":
        verdicts.submit(verdict=verdict, by=author)
        publishing.publish(verdict=verdict, by=second)
