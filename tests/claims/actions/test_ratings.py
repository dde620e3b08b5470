"""Two desks that rate one claim differently."""

import pytest
from django.test import Client

from claims.actions import review as steps
from claims.models import Contradiction, User, Verdict
from tests.claims.actions.test_importing import chief, rated, take_in
from tests.claims.views.world import read

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
