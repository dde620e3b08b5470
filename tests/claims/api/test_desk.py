"""The desk's steps through the API: the same actions, roles and two people as in the admin."""

import json
from typing import Any

import pytest
from django.test import Client

from articles.models import Publisher
from claims.actions import leases, triage
from claims.models import Claim, Contradiction, Merge, Rating, User, Verdict, VerdictEvidence
from tests import factories
from tests.claims.api.test_errors import problem
from tests.claims.api.test_keys import bearer

pytestmark = pytest.mark.django_db
V1 = "/api/v1/desk"


class Program:
    """A program with a key of somebody with that role."""

    def __init__(self, *roles: str, scopes: tuple[str, ...] = ("desk",), **account: Any) -> None:
        self.user: User = factories.UserFactory.create(groups=list(roles), **account)
        self.key = factories.ApiKeyFactory.create(user=self.user, scopes=list(scopes))
        self.client = Client()

    def get(self, path: str, expect: int = 200) -> Any:
        answer = self.client.get(f"{V1}/{path}/", headers=bearer(self.key))
        assert answer.status_code == expect, answer.content
        return answer

    def send(self, path: str, body: Any = None, *, expect: int = 200, method: str = "post", **headers: str) -> Any:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = getattr(self.client, method)(
            f"{V1}/{path}/", {} if body is None else body, content_type="application/json",
            headers={**bearer(self.key), **sent},
        )  # fmt: skip
        assert answer.status_code == expect, answer.content
        return answer


@pytest.fixture
def rating() -> Rating:
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN, name="Our desk", slug="our-desk")
    made: Rating = factories.RatingFactory.create(scale__publisher=own)
    return made


def words(rating: Rating, **changed: Any) -> dict[str, Any]:
    evidence = factories.EvidenceFactory.create()
    return {
        "rating": rating.pk,
        "headline": "The record shows 93 votes in favour",
        "summary": "The roll call lists 93 states in favour.",
        "evidence": [{"evidence": evidence.pk, "shows": "The count"}],
    } | changed


def test_a_verdict_goes_all_the_way_between_two_people(rating: Rating) -> None:
    author, editor = Program("Reporter"), Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    made = author.send("verdicts", {"claim": claim.pk, **words(rating)}, expect=201)
    pk = made.json()["id"]
    assert made["Location"].endswith(f"/api/v1/desk/verdicts/{pk}/")
    changed = words(rating, headline="93 states voted for it")
    written = author.send(f"verdicts/{pk}", changed, method="put", If_Match=made["ETag"])
    assert written.json()["headline"] == "93 states voted for it"
    assert written["ETag"] != made["ETag"]
    submitted = author.send(f"verdicts/{pk}/submit")
    refused = author.send(f"verdicts/{pk}/publish", expect=403, If_Match=submitted["ETag"])
    assert "publish_verdict" in problem(refused, 403)["detail"]
    published = editor.send(f"verdicts/{pk}/publish", If_Match=submitted["ETag"])
    assert published.json()["status"] == "published"
    assert Verdict.objects.public().get().published_by == editor.user
    assert Client().get(f"/api/v1/verdicts/{pk}/").status_code == 200


def test_the_key_of_the_author_cannot_publish(rating: Rating) -> None:
    editor = Program("Editor")
    made = editor.send("verdicts", {"claim": factories.ClaimFactory.create().pk, **words(rating)}, expect=201)
    submitted = editor.send(f"verdicts/{made.json()['id']}/submit")
    own = editor.send(f"verdicts/{made.json()['id']}/publish", expect=422, If_Match=submitted["ETag"])
    assert "You wrote this verdict" in problem(own, 422)["detail"]
    assert not Verdict.objects.public().exists()


def test_a_program_cannot_publish_what_a_person_wrote() -> None:
    program = Program("Chief", is_service=True, is_staff=False)
    verdict = factories.submit(factories.VerdictFactory.create())
    tag = program.get(f"verdicts/{verdict.pk}")["ETag"]
    program.send(f"verdicts/{verdict.pk}/publish", expect=403, If_Match=tag)
    program.send(f"claims/{factories.ClaimFactory.create(status='suggested').pk}/accept", expect=403)


def test_a_program_changes_nothing_that_readers_see() -> None:
    program = Program("Chief", is_service=True, is_staff=False)
    claim = factories.ClaimFactory.create(status="accepted")
    program.send(f"claims/{claim.pk}", {"text": "Other words"}, method="put", expect=403)
    for kind, factory in (("event", factories.EventFactory), ("source", factories.SourceFactory)):
        keep, absorb = factory.create_batch(2)
        program.send("merges", {"kind": kind, "keep": keep.pk, "absorb": absorb.pk}, expect=403)
    assert not Merge.objects.exists()
    assert Claim.objects.get(pk=claim.pk).text == claim.text


@pytest.mark.parametrize("step", ["publish", "schedule", ""])
def test_what_was_not_read_is_neither_published_nor_written_over(rating: Rating, step: str) -> None:
    editor = Program("Chief")
    verdict = factories.VerdictFactory.create(rating=rating, publisher=rating.scale.publisher)
    if step:
        factories.submit(verdict)
    body = {"at": "2030-01-01T00:00:00Z"} if step == "schedule" else words(rating) if not step else {}
    path, method = (f"verdicts/{verdict.pk}/{step}".strip("/"), "post" if step else "put")
    missing = problem(editor.send(path, body, method=method, expect=428), 428)
    assert missing["errors"][0]["header"] == "If-Match"
    blind = problem(editor.send(path, body, method=method, expect=428, If_Match="*"), 428)
    assert "“*” names none" in blind["detail"]
    tag = editor.get(f"verdicts/{verdict.pk}")["ETag"]
    Verdict.objects.filter(pk=verdict.pk).update(needs_review="Look again")
    problem(editor.send(path, body, method=method, expect=412, If_Match=tag), 412)
    problem(editor.send(path, body, method=method, expect=412, If_Match=f"W/{tag}"), 412)
    tag = editor.get(f"verdicts/{verdict.pk}")["ETag"]
    editor.send(path, body, method=method, If_Match=tag)


def test_other_evidence_is_another_edition() -> None:
    reader = Program("Chief")
    verdict = factories.VerdictFactory.create()
    before = reader.get(f"verdicts/{verdict.pk}")["ETag"]
    VerdictEvidence.objects.create(verdict=verdict, evidence=factories.EvidenceFactory.create())
    assert reader.get(f"verdicts/{verdict.pk}")["ETag"] != before


def test_what_happens_after_publication(rating: Rating) -> None:
    editor = Program("Editor")
    verdict = factories.publish(factories.VerdictFactory.create())
    marked = editor.send(f"verdicts/{verdict.pk}/look-again", {"reason": "A new record"})
    assert marked.json()["needs_review"] == "A new record"
    assert editor.send(f"verdicts/{verdict.pk}/confirm").json()["needs_review"] is None
    draft = editor.send(f"verdicts/{verdict.pk}/correct", {"kind": "update", "reason": "More is known"}, expect=201)
    assert draft.json()["supersedes"] == verdict.pk
    assert draft.json()["status"] == "draft"
    other = factories.publish(factories.VerdictFactory.create())
    assert editor.send(f"verdicts/{other.pk}/withdraw", {"reason": "Wrong"}).json()["status"] == "withdrawn"
    again = editor.send(f"verdicts/{other.pk}/reopen", {"reason": "Right after all"}, expect=201)
    assert again.json()["change_kind"] == "reopening"


def test_sending_back_and_scheduling() -> None:
    editor = Program("Editor")
    verdict = factories.submit(factories.VerdictFactory.create())
    tag = editor.get(f"verdicts/{verdict.pk}")["ETag"]
    at = {"at": "2030-01-01T00:00:00Z"}
    assert editor.send(f"verdicts/{verdict.pk}/schedule", at, If_Match=tag).json()["status"] == "scheduled"
    back = editor.send(f"verdicts/{verdict.pk}/send-back", {"note": "The date is wrong"})
    assert back.json()["status"] == "draft"


def test_claims() -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    topic = factories.TopicFactory.create()
    edited = editor.send(f"claims/{claim.pk}", {"text": "It won 93 votes", "topics": [topic.pk]}, method="put")
    assert (edited.json()["text"], edited.json()["topics"]) == ("It won 93 votes", [topic.pk])
    assert editor.send(f"claims/{claim.pk}/accept").json()["status"] == "accepted"
    assert "decided already" in problem(editor.send(f"claims/{claim.pk}/accept", expect=422), 422)["detail"]
    assert editor.send(f"claims/{claim.pk}/put-back").json()["status"] == "suggested"
    reason = factories.RejectionReasonFactory.create()
    rejected = editor.send(f"claims/{claim.pk}/reject", {"reason": reason.pk, "note": "An opinion"})
    assert rejected.json()["status_reason"] == f"{reason}: An opinion"


def test_rewording_a_suggestion_can_be_taken_back() -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    editor.send(f"claims/{claim.pk}", {"text": "It won 93 votes"}, method="put")
    triage.undo(steps=triage.latest(editor.user), by=editor.user)
    assert Claim.objects.get(pk=claim.pk).text == claim.text


@pytest.mark.parametrize("status", ["suggested", "accepted"])
def test_a_claim_that_somebody_has_before_them_is_left_alone(status: str) -> None:
    editor, body = Program("Editor"), {"text": "It won 93 votes"}
    claim = factories.ClaimFactory.create(status=status)
    leases.take(item=claim, by=factories.UserFactory.create(first_name="Ada", last_name="Byron"))
    for path, method, sent in ((f"claims/{claim.pk}", "put", body), (f"claims/{claim.pk}/put-back", "post", {})):
        refused = problem(editor.send(path, sent, method=method, expect=422), 422)
        assert "Ada Byron has this before them" in refused["detail"]
    assert Claim.objects.get(pk=claim.pk).text == claim.text


def test_contradictions(rating: Rating) -> None:
    editor = Program("Editor")
    found = factories.ContradictionFactory.create(status="suggested")
    said = factories.AppearanceFactory.create()
    position = factories.PositionFactory.create(contradiction=found)
    factories.MembershipFactory.create(position=position, appearance=said)
    path = f"contradictions/{found.pk}"
    assert editor.send(f"{path}/open").json()["status"] == "open"
    assert editor.send(f"{path}/take").json()["status"] == "under_review"
    record = factories.EvidenceFactory.create()
    body = {"evidence": record.pk, "supports": position.pk, "figures": {"votes_for": 93}, "note": "The roll call"}
    assert [one["evidence"] for one in editor.send(f"{path}/attach", body).json()["evidence"]] == [record.pk]
    decision = {
        "resolution": "source_error",
        "note": "The record shows it.",
        "at_fault": [{"position": position.pk, "corrected": True}],
    }
    settled = editor.send(f"{path}/settle", decision).json()
    assert (settled["status"], settled["positions"][0]["is_at_fault"]) == ("resolved", True)
    assert editor.send(f"{path}/reopen", {"reason": "A new report"}).json()["status"] == "open"
    draft = {"contradiction": found.pk, "claim": said.claim_id, "rating": rating.pk}
    assert editor.send("verdicts/from-contradiction", draft, expect=201).json()["claim"] == said.claim_id


def test_an_error_of_nobody_is_refused_and_nothing_is_half_written() -> None:
    """The database says so only at the commit, and by then the action was done."""
    editor = Program("Editor")
    found = factories.ContradictionFactory.create()
    body = {"resolution": "source_error", "note": "So it is."}
    refused = problem(editor.send(f"contradictions/{found.pk}/settle", body, expect=422), 422)
    assert refused["errors"] == [{"pointer": "#/at_fault", "detail": "Say which position is in error."}]
    assert Contradiction.objects.get().status == "open"


def test_merging_and_back() -> None:
    editor = Program("Editor")
    keep, absorb = factories.ClaimFactory.create_batch(2)
    made = editor.send("merges", {"kind": "claim", "keep": keep.pk, "absorb": absorb.pk}, expect=201).json()
    assert Claim.objects.get(pk=absorb.pk).merged_into == keep
    assert editor.send(f"merges/{made['id']}/undo").json()["undone_at"]
    assert Claim.objects.get(pk=absorb.pk).status == "accepted"
    missing = problem(editor.send("merges", {"kind": "claim", "keep": keep.pk, "absorb": 10**15}, expect=422), 422)
    assert missing["errors"] == [{"pointer": "#/absorb", "detail": "There is no such record."}]
    assert Merge.objects.count() == 1


def test_evidence_goes_on_record() -> None:
    body = {
        "kind": "primary", "title": "Voting record", "source_url": "https://record.example.org/1",
        "archive_exception": "Printed", "retrieved_at": "2026-11-20T10:00:00Z",
    }  # fmt: skip
    reporter = Program("Reporter")
    made = reporter.send("evidence", body, expect=201).json()
    assert made["source_url"] == "https://record.example.org/1"
    assert "exists" in problem(reporter.send("evidence", body, expect=422), 422)["detail"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"reason": 1, "colour": "red"}, "#/colour"),
        ({}, "#/reason"),
        ({"reason": "1"}, "#/reason"),
        ({"reason": True}, "#/reason"),
        ({"reason": 10**30}, "#/reason"),
        ({"reason": 10**15}, "#/reason"),
        ({"reason": None}, "#/reason"),
        ([], "#"),
        ("x", "#"),
    ],
)
def test_a_bad_body_is_refused_with_the_member(body: Any, pointer: str) -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    answer = editor.client.post(
        f"{V1}/claims/{claim.pk}/reject/", json.dumps(body), content_type="application/json", headers=bearer(editor.key)
    )
    assert problem(answer, 400)["errors"][0]["pointer"] == pointer


def test_nested_members_are_pointed_at(rating: Rating) -> None:
    body = words(rating, evidence=[{"evidence": factories.EvidenceFactory.create().pk}, {"evidence": 0}])
    answer = Program("Editor").send("verdicts", {**body, "claim": factories.ClaimFactory.create().pk}, expect=400)
    assert [error["pointer"] for error in problem(answer, 400)["errors"]] == ["#/evidence/1/evidence"]


@pytest.mark.parametrize(("data", "kind", "status"), [("{", "application/json", 400), ("a=1", "text/plain", 415)])
def test_what_is_no_json(data: str, kind: str, status: int) -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    answer = editor.client.post(f"{V1}/claims/{claim.pk}/accept/", data, content_type=kind, headers=bearer(editor.key))
    problem(answer, status)


def test_no_shared_cache_keeps_what_the_desk_sees() -> None:
    claim, editor = factories.ClaimFactory.create(status="suggested"), Program("Editor")
    assert editor.get(f"claims/{claim.pk}")["Cache-Control"] == "private, no-cache"
    assert editor.send(f"claims/{claim.pk}/accept")["Cache-Control"] == "private, no-store"
    assert editor.get("claims/0", 404)["Cache-Control"] == "private, no-store"


def test_the_history_names_the_key_and_its_owner() -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    editor.send(f"claims/{claim.pk}/accept")
    line: Any = Claim.pgh_event_model.objects.filter(pgh_obj=claim).latest("pgh_id")  # type: ignore[attr-defined]
    assert line.pgh_context["user"] == editor.user.pk
    assert line.pgh_context["api_key"] == editor.key.prefix
