"""Two desks that rate one claim differently."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Publisher
from claims.actions import corrections, publishing
from claims.actions import review as steps
from claims.models import Claim, Contradiction, User, Verdict, VerdictEvidence
from tests.claims.actions.test_importing import chief, rated, take_in
from tests.claims.views.world import read
from tests.factories import (
    EvidenceFactory,
    PublisherFactory,
    RatingFactory,
    VerdictFactory,
    submit,
)

pytestmark = pytest.mark.django_db


def by(desk: str, rating: str, **changes: object) -> dict[str, object]:
    url = f"https://{desk.lower()}.example.org/{rating}"
    return rated(rating, url=url, author={"@type": "Organization", "name": desk}, **changes)


def test_desks_that_differ_are_a_suggestion(client: Client) -> None:
    take_in(by("Ours", "False"), by("Theirs", "True"), by("Third", "Mostly true"))
    found = Contradiction.objects.get()
    assert (found.kind, found.status, found.gate, found.rule) == (
        "verdict",
        "suggested",
        "needs_scope",
        "ratings_differ/1",
    )
    answers = [position.answer for position in found.positions.order_by("pk")]
    assert answers == ["False (Ours)", "Mostly true (Third)", "True (Theirs)"]
    assert "Ours rates it “False” (1 of 5" in found.explanation
    assert client.get(found.get_absolute_url()).status_code == 404
    editor = chief()
    client.force_login(editor)
    assert "True (Theirs)" in client.get(f"/admin/claims/contradiction/{found.pk}/change/").content.decode()
    steps.open_contradiction(contradiction=found, by=editor)
    assert "Theirs rates it “True” (5 of 5" in read(client, found.get_absolute_url())


@pytest.mark.parametrize(
    "rows",
    [
        [by("Ours", "False"), by("Theirs", "Mostly false")],
        [by("Ours", "False"), by("Theirs", "Unproven")],
        [by("Ours", "False"), by("Ours", "True", datePublished="2026-01-01")],
        [by("Ours", "False"), by("Theirs", "True", claimReviewed="Another claim")],
    ],
)
def test_what_is_no_difference(rows: list[dict[str, object]]) -> None:
    take_in(*rows)
    assert not Contradiction.objects.exists()


def test_again_changes_nothing_and_a_correction_withdraws_it() -> None:
    rows = [by("Ours", "False"), by("Theirs", "True")]
    take_in(*rows)
    kept = Contradiction.objects.get().pk
    take_in(*rows, by("Third", "Half true"))
    assert Contradiction.objects.get().pk == kept
    assert Contradiction.objects.get().positions.count() == 3
    take_in(by("Theirs", "Mostly false", datePublished="2026-01-01"), by("Third", "False", datePublished="2026-01-01"))
    assert not Contradiction.objects.exists()


def test_what_an_editor_has_opened_stays() -> None:
    take_in(by("Ours", "False"), by("Theirs", "True"))
    editor: User = chief()
    steps.open_contradiction(contradiction=Contradiction.objects.get(), by=editor)
    take_in(by("Theirs", "False", datePublished="2026-01-01"))
    assert Contradiction.objects.get().status == "open"
    assert Verdict.objects.filter(status="superseded").count() == 1


def test_readers_see_each_review_with_its_day_and_link(client: Client) -> None:
    take_in(by("Ours", "False"), by("Theirs", "True", headline="It is so"), by("Third", "Unproven"), publish=True)
    found = Contradiction.objects.get()
    steps.open_contradiction(contradiction=found, by=chief())
    page = read(client, found.get_absolute_url())
    for words in ("1 of 5: false", "5 of 5: true", "Beside the line", "The claim that they rate"):
        assert words in page
    assert page.count('<a href="https://theirs.example.org/True" rel="nofollow external"') == 1
    published = Verdict.objects.filter(publisher__name="Theirs").get().published_at
    assert published
    assert page.count(f'datetime="{published.date()}"') >= 2
    file = client.get(reverse("contradiction-figures", args=[found.pk, found.slug]))
    lines = b"".join(file).decode().splitlines()
    assert lines[0].lstrip("\ufeff") == "publisher,rating,place,language,published_on,url"
    assert lines[1].startswith("Ours,False,1,")
    assert [line.split(",")[2] for line in lines[1:]] == ["1", "5", ""]
    assert "True (Theirs)" in read(client, reverse("contradictions"))


def test_readers_see_no_review_that_is_out_of_force(client: Client) -> None:
    take_in(by("Ours", "False"), by("Theirs", "True"), publish=True)
    found = Contradiction.objects.get()
    steps.open_contradiction(contradiction=found, by=chief())
    take_in(by("Theirs", "Mostly true", datePublished="2026-01-01"), publish=True)
    page = read(client, found.get_absolute_url())
    assert "4 of 5" in page
    assert "theirs.example.org/True" not in page


def test_our_own_verdict_is_held_against_those_of_others() -> None:
    take_in(by("Theirs", "True"), publish=True)
    claim = Claim.objects.get()
    own: Publisher = PublisherFactory.create(kind="own")
    false, true = (
        RatingFactory.create(scale__publisher=own, name=name, slug=name.lower(), value=value)
        for name, value in (("False", 1), ("True", 5))
    )
    ours = ready(VerdictFactory.create(claim=claim, publisher=own, rating=false, author=chief()))
    assert not Contradiction.objects.exists()
    publishing.publish(verdict=ours, by=chief())
    found = Contradiction.objects.get()
    assert (found.status, found.positions.count()) == ("suggested", 2)

    corrected = corrections.start_correction(
        verdict=Verdict.objects.get(pk=ours.pk), by=ours.author, kind=Verdict.ChangeKind.CORRECTION, reason="It is so."
    )
    corrected.rating = true
    corrected.save()
    publishing.publish(verdict=ready(corrected), by=chief())
    assert not Contradiction.objects.exists(), "both rate it the same now"

    take_in(by("Theirs", "False", datePublished="2026-01-01"), publish=True)
    assert Contradiction.objects.get().positions.count() == 2
    corrections.withdraw(verdict=Verdict.objects.get(pk=corrected.pk), by=chief(), reason="It was wrong.")
    assert not Contradiction.objects.exists()


def test_what_an_editor_has_opened_stays_when_ours_is_withdrawn() -> None:
    take_in(by("Theirs", "True"), publish=True)
    own: Publisher = PublisherFactory.create(kind="own")
    false = RatingFactory.create(scale__publisher=own, name="False", slug="false", value=1)
    ours = ready(VerdictFactory.create(claim=Claim.objects.get(), publisher=own, rating=false))
    publishing.publish(verdict=ours, by=chief())
    steps.open_contradiction(contradiction=Contradiction.objects.get(), by=chief())
    corrections.withdraw(verdict=Verdict.objects.get(pk=ours.pk), by=chief(), reason="It was wrong.")
    assert Contradiction.objects.get().status == "open"


def ready(draft: Verdict) -> Verdict:
    """Waiting for second eyes, with a document that it rests on."""
    if not draft.evidence.exists():
        VerdictEvidence.objects.create(verdict=draft, evidence=EvidenceFactory.create())
    verdict: Verdict = submit(draft)
    return verdict
