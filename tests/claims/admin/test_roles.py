"""Who may do what: every page of the admin for every role, and every step that a button takes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.models import Article, ArticleVersion, IngestAttempt, Passage, Publisher
from claims import models
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

ALL = ("Reporter", "Editor", "Chief")
EDITORS = ("Editor", "Chief")
CHIEFS = ("Chief",)
NOBODY: tuple[str, ...] = ()
ROLES = (*ALL, "")

# model: who sees it, who adds to it, who changes it
PAGES: dict[type[Model], tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    Article: (ALL, ALL, EDITORS),
    ArticleVersion: (ALL, NOBODY, NOBODY),
    IngestAttempt: (ALL, NOBODY, NOBODY),
    Passage: (ALL, NOBODY, NOBODY),
    Publisher: (ALL, EDITORS, EDITORS),
    models.ApiKey: (EDITORS, EDITORS, NOBODY),
    models.Appearance: (ALL, NOBODY, NOBODY),
    models.Claim: (ALL, NOBODY, EDITORS),
    models.Contradiction: (ALL, NOBODY, NOBODY),
    models.ContradictionEvidence: (ALL, NOBODY, NOBODY),
    models.Correction: (ALL, NOBODY, NOBODY),
    models.ErrorReport: (ALL, NOBODY, NOBODY),
    models.Event: (ALL, NOBODY, EDITORS),
    models.EventIdentifier: (ALL, NOBODY, NOBODY),
    models.Evidence: (ALL, ALL, ALL),
    models.ImportRun: (ALL, EDITORS, NOBODY),
    models.Measurement: (ALL, NOBODY, NOBODY),
    models.PipelineRun: (ALL, NOBODY, NOBODY),
    models.Position: (ALL, NOBODY, NOBODY),
    models.PositionAppearance: (ALL, NOBODY, NOBODY),
    models.Rating: (ALL, NOBODY, NOBODY),
    models.RejectionReason: (ALL, CHIEFS, CHIEFS),
    models.Topic: (ALL, CHIEFS, CHIEFS),
    models.RatingScale: (ALL, CHIEFS, CHIEFS),
    models.RollCallVote: (ALL, NOBODY, NOBODY),
    models.Source: (ALL, EDITORS, EDITORS),
    models.SourceAlias: (ALL, NOBODY, NOBODY),
    models.Verdict: (ALL, ALL, CHIEFS),  # of another author; one's own is in test_verdicts
    models.VerdictEvidence: (ALL, NOBODY, NOBODY),
    models.User: (CHIEFS, CHIEFS, CHIEFS),
    models.Webhook: (CHIEFS, CHIEFS, CHIEFS),
    Group: (NOBODY, NOBODY, NOBODY),
}


def one_of_each(contradiction: models.Contradiction) -> dict[type[Model], Any]:
    """A row of every model, by model."""
    appearance = models.Appearance.objects.earliest("pk")
    verdict = factories.VerdictFactory.create()
    evidence = factories.EvidenceFactory.create()
    correction = models.Correction.objects.create(
        verdict=factories.publish(verdict),
        kind="withdrawal",
        reason="Wrong",
        before="False",
        made_by=factories.UserFactory.create(),
    )
    source = factories.SourceFactory.create()
    event = models.Event.objects.earliest("pk")
    return {
        Article: appearance.version.article,
        ArticleVersion: appearance.version,
        IngestAttempt: IngestAttempt.objects.create(identifier="x", outcome="failed", reason="Empty"),
        Passage: Passage.objects.create(version=appearance.version, kind="body", start=0, end=5),
        Publisher: appearance.version.article.publisher,
        models.ApiKey: factories.ApiKeyFactory.create(),
        models.Appearance: appearance,
        models.Claim: appearance.claim,
        models.Contradiction: contradiction,
        models.ContradictionEvidence: models.ContradictionEvidence.objects.create(
            contradiction=contradiction, evidence=evidence, attached_by=verdict.author
        ),
        models.Correction: correction,
        models.ErrorReport: factories.ErrorReportFactory.create(),
        models.Event: event,
        models.EventIdentifier: models.EventIdentifier.objects.create(event=event, value="A/RES/1"),
        models.Evidence: evidence,
        models.ImportRun: models.ImportRun.objects.create(
            name="reviews.csv", kind="csv", sha256="0" * 64, by=verdict.author, error="Broken", content=b"x"
        ),
        models.Measurement: models.Measurement.objects.earliest("pk"),
        models.PipelineRun: models.PipelineRun.objects.create(
            version=appearance.version, station="detect", method="x/1", error="Broken"
        ),
        models.Position: models.Position.objects.earliest("pk"),
        models.PositionAppearance: models.PositionAppearance.objects.earliest("pk"),
        models.Rating: verdict.rating,
        models.RatingScale: factories.RatingScaleFactory.create(),  # one in use is in test_scales
        models.RejectionReason: models.RejectionReason.objects.create(name="Too vague for us"),
        models.Topic: models.Topic.objects.create(name="Health", slug="health"),
        models.RollCallVote: models.RollCallVote.objects.create(
            event=event, state=source, choice="yes", evidence=evidence
        ),
        models.Source: source,
        models.SourceAlias: models.SourceAlias.objects.create(source=source, name="Another name"),
        models.Verdict: factories.VerdictFactory.create(),
        models.VerdictEvidence: models.VerdictEvidence.objects.earliest("pk"),
        models.User: verdict.author,
        models.Webhook: factories.WebhookFactory.create(),
        Group: Group.objects.earliest("pk"),
    }


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def test_every_registered_model_is_in_the_table() -> None:
    assert set(PAGES) == set(admin.site._registry) - {ProcrastinateJob}, "jobs are for superusers alone"


@pytest.mark.parametrize("role", ROLES)
def test_pages(role: str, sit: DeskClient, contradiction: models.Contradiction, desk: Publisher) -> None:
    client = sit(role)
    rows = one_of_each(contradiction)
    wrong = []
    for model, (view, add, change) in PAGES.items():
        expected = {
            address(model, "changelist"): role in view,
            address(model, "add"): role in add,
            address(model, "change", rows[model].pk): role in view,
            address(model, "history", rows[model].pk): role in view,
            address(model, "delete", rows[model].pk): False,
        }
        for url, allowed in expected.items():
            status = client.get(url).status_code
            if status != (200 if allowed else 403):
                wrong.append((url, status, allowed))
        page = client.post(address(model, "change", rows[model].pk), {})
        refused = page.status_code in (403, 405)
        if refused == (role in change):
            wrong.append((f"POST {model.__name__}", page.status_code, role in change))
    assert wrong == []


def test_a_superuser_sees_everything_and_deletes_nothing(contradiction: models.Contradiction, desk: Publisher) -> None:
    client = Client()
    client.force_login(factories.UserFactory.create(is_superuser=True))
    rows = one_of_each(contradiction)
    for model, row in rows.items():
        assert client.get(address(model, "changelist")).status_code == 200
        assert client.get(address(model, "change", row.pk)).status_code == 200
        assert client.get(address(model, "history", row.pk)).status_code == 200
        assert client.get(address(model, "delete", row.pk)).status_code == 403


def test_permission_to_change_roles_is_not_enough(sit: DeskClient) -> None:
    from django.contrib.auth.models import Permission

    client = sit("Chief")
    person(client).user_permissions.set(Permission.objects.filter(content_type__model__in=("user", "group")))
    assert client.get(reverse("admin:auth_group_changelist")).status_code == 403


def test_anonymous_visitors_are_sent_to_the_login(client: Client, contradiction: models.Contradiction) -> None:
    for model, row in one_of_each(contradiction).items():
        for url in (address(model, "changelist"), address(model, "add"), address(model, "change", row.pk)):
            answer = client.get(url)
            assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("admin:login"))


Making = Callable[[models.User], Model]
"""Makes what a step is taken on, for the person who takes it."""


def with_status(model: type[Model], **fields: Any) -> Making:
    made: dict[type[Model], Callable[..., Model]] = {
        models.Claim: factories.ClaimFactory.create,
        models.Contradiction: factories.ContradictionFactory.create,
    }
    return lambda _: made[model](**fields)


def submitted(_: models.User) -> models.Verdict:
    return factories.submit(factories.VerdictFactory.create())


def submitted_by(author: models.User) -> models.Verdict:
    return factories.submit(factories.VerdictFactory.create(author=author))


def published(_: models.User) -> models.Verdict:
    return factories.publish(factories.VerdictFactory.create())


def ready(author: models.User) -> models.Verdict:
    verdict = factories.VerdictFactory.create(author=author)
    models.VerdictEvidence.objects.create(verdict=verdict, evidence=factories.EvidenceFactory.create())
    return verdict


def settled(_: models.User) -> models.Contradiction:
    return factories.ContradictionFactory.create(
        status="resolved",
        resolution="genuinely_disputed",
        resolution_note="Open",
        resolved_by=factories.UserFactory.create(),
        resolved_at="2026-11-20T00:00Z",
    )


# step: who takes it, on what, with which form, and the status it leads to
STEPS: dict[str, tuple[tuple[str, ...], Making, dict[str, str], str]] = {
    "claims_claim_accept": (EDITORS, with_status(models.Claim, status="suggested"), {}, "accepted"),
    "claims_claim_reject": (EDITORS, with_status(models.Claim, status="suggested"), {"reason": "1"}, "rejected"),
    "claims_contradiction_open": (EDITORS, with_status(models.Contradiction, status="suggested"), {}, "open"),
    "claims_contradiction_take": (EDITORS, with_status(models.Contradiction), {}, "under_review"),
    "claims_contradiction_settle": (
        EDITORS,
        with_status(models.Contradiction),
        {"decision-resolution": "genuinely_disputed", "decision-note": "Both stand by it."},
        "resolved",
    ),
    "claims_contradiction_reopen": (EDITORS, settled, {"reason": "A new report"}, "open"),
    "claims_verdict_submit": (ALL, ready, {}, "submitted"),
    "claims_verdict_send_back": (ALL, submitted_by, {}, "draft"),
    "claims_verdict_publish": (EDITORS, submitted, {}, "published"),
    "claims_verdict_correct": (
        ALL,
        published,
        {"correct-kind": "update", "correct-reason": "New figures"},
        "published",
    ),
    "claims_verdict_withdraw": (
        EDITORS,
        published,
        {"withdraw-reason": "It was wrong"},
        "withdrawn",
    ),
}


@pytest.fixture(autouse=True)
def reason(db: None) -> None:
    """The one that STEPS name."""
    models.RejectionReason.objects.get_or_create(pk=1, defaults={"name": "Reason of the test"})


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
def test_steps(step: str, role: str, sit: DeskClient, desk: Publisher) -> None:
    allowed, make, form, leads_to = STEPS[step]
    client = sit(role)
    row = make(person(client))
    before: str = row.status  # type: ignore[attr-defined]  # every model in STEPS has one
    if isinstance(row, models.Verdict) and row.submitted_at:
        form = {**form, "seen": row.submitted_at.isoformat()}  # as the page has it
    answer = client.post(reverse(f"admin:{step}", args=[row.pk]), form, follow=True)
    row.refresh_from_db()
    assert row.status == (leads_to if role in allowed else before)  # type: ignore[attr-defined]  # as above
    if role in allowed:
        assert answer.status_code == 200
        assert "may not do this" not in answer.text
    elif answer.status_code == 200:
        assert "may not do this" in answer.text
    else:
        assert answer.status_code == 403


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_never_taken_by_a_link_or_a_stranger(
    step: str, sit: DeskClient, client: Client, desk: Publisher
) -> None:
    _, make, form, _ = STEPS[step]
    chief = sit("Chief")
    row = make(person(chief))
    before: str = row.status  # type: ignore[attr-defined]  # as above
    url = reverse(f"admin:{step}", args=[row.pk])
    assert chief.get(url, form).status_code == (200 if step == "claims_claim_reject" else 405)
    assert client.post(url, form)["Location"].startswith(reverse("admin:login"))
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(factories.UserFactory.create(groups=["Chief"]))
    assert careful.post(url, form).status_code == 403
    row.refresh_from_db()
    assert row.status == before  # type: ignore[attr-defined]  # as above
