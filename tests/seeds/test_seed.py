"""The demonstration: loaded twice it is there once, its worked examples are settled, and what a visitor did stays."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Model

from articles.models import Article
from claims.actions import review
from claims.models import Claim, Contradiction, Event, RollCallVote, User, Verdict
from claims.vocabulary import ContradictionStatus, Gate, Resolution
from seeds.loader.data import mapping, rows
from seeds.loader.decisions import find_contradiction


def seed() -> str:
    errors = StringIO()
    call_command("seed", stdout=StringIO(), stderr=errors)
    return errors.getvalue()


def counts() -> dict[str, int]:
    """Rows of every table but the attempts to take articles in, of which each is kept."""
    models: list[type[Model]] = [
        *apps.get_app_config("articles").get_models(),
        *apps.get_app_config("claims").get_models(),
    ]
    return {
        model._meta.label: model._base_manager.count()
        for model in models
        if not model.__name__.startswith("IngestAttempt")
    }


@pytest.mark.django_db
def test_the_whole_demonstration() -> None:
    """One test, because loading takes seconds: first what was loaded, then that loading again changes nothing."""
    assert seed() == "", "every worked example found its contradiction and its claim"
    settled = mapping("settled.json")

    assert Article.objects.count() == len(rows("articles.jsonl"))
    assert not Article.objects.filter(note="").exists(), "every digest says that it is one"

    for row in settled["contradictions"]:
        contradiction = find_contradiction(row)
        assert contradiction is not None, row["name"]
        assert contradiction.status == ContradictionStatus.RESOLVED
        assert (contradiction.gate, contradiction.resolution) == (row["gate"], row["resolution"])
        assert contradiction.attached_evidence.count() == len(row["evidence"])

    bodies = find_contradiction(settled["contradictions"][0])
    assert bodies is not None
    assert bodies.suggested_resolution == Resolution.DIFFERENT_BODY_OR_SCOPE
    assert bodies.gate == Gate.APPARENT
    assert "15 of 15" in bodies.explanation
    assert "174 of the 193" in bodies.explanation

    published = Verdict.objects.public()
    assert published.count() == sum(row["status"] == "published" for row in settled["verdicts"])
    assert all(verdict.published_by_id != verdict.author_id for verdict in published)
    assert Contradiction.objects.filter(status=ContradictionStatus.SUGGESTED).exists(), "something is left to try"

    opened = Contradiction.objects.filter(status=ContradictionStatus.RESOLVED).first()
    assert opened is not None
    review.reopen_contradiction(
        contradiction=opened, by=User.objects.get(username="editor"), reason="A visitor's doubt."
    )
    before = counts()
    assert seed() == ""
    assert counts() == before
    opened.refresh_from_db()
    assert opened.status == ContradictionStatus.OPEN, "what a visitor did stays"


@pytest.mark.django_db
def test_the_roll_calls_are_the_record() -> None:
    call_command("seed", stdout=StringIO(), stderr=StringIO())

    def tally(symbol: str) -> list[int]:
        votes = RollCallVote.objects.filter(event__identifiers__value=symbol)
        return [votes.filter(choice=choice).count() for choice in ("yes", "no", "abstain", "not_voting")]

    assert tally("A/RES/ES-11/7") == [93, 18, 65, 17]
    assert tally("A/RES/ES-11/8") == [93, 8, 73, 19]
    assert tally("S/RES/2774") == [10, 0, 5, 0]
    ukraine = RollCallVote.objects.get(event__identifiers__value="A/RES/ES-11/8", state__iso3="UKR")
    assert ukraine.choice == RollCallVote.Choice.ABSTAIN
    assert Event.objects.get(identifiers__value="A/RES/ES-11/8").membership == 193
    assert Claim.objects.exists()
