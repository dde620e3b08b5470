"""The workbench: what it shows, and what an editor does on it."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.admin import resolutions
from claims.models import Claim, Contradiction, Evidence, Position, Rating
from claims.vocabulary import Gate, Resolution
from tests import factories
from tests.claims.admin.conftest import DeskClient, person


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def url(step: str, contradiction: Contradiction) -> str:
    return reverse(f"admin:claims_contradiction_{step}", args=[contradiction.pk])


def test_positions_stand_side_by_side_with_each_quote_marked_in_its_context(
    editor: Client, contradiction: Contradiction
) -> None:
    article = contradiction.positions.earliest("pk").appearances.earliest("pk").version.article
    article.byline = "Ada Writer"
    article.save()
    page = editor.get(url("change", contradiction)).text
    assert "resolution with <mark>93 votes in favour</mark>, 8 against" in page
    assert "8 against and <mark>73 abstentions</mark> on Monday." in page
    assert "1 independent of 2 reports; 1 relays another" in page
    for shown in (article.publisher.name, "Ada Writer", "25 Feb 2025", article.url, contradiction.explanation):
        assert shown in page
    assert reverse("admin:articles_article_reader", args=[article.pk]) in page


def test_the_suggestion_is_shown_and_not_chosen(editor: Client, contradiction: Contradiction) -> None:
    page = editor.get(url("change", contradiction)).text
    assert "A suggestion, not a finding." in page
    assert 'value="source_error" required>' in page
    page = editor.get(url("change", contradiction), {"resolution": "source_error"}).text
    assert 'value="source_error" required checked>' in page


def test_quotes_are_escaped(editor: Client, contradiction: Contradiction) -> None:
    words = '<script>alert("1")</script> said so'
    version = factories.VersionFactory.create(text=f"<b>Then</b> {words} & left.")
    appearance = factories.AppearanceFactory.create(version=version, quote=words)
    factories.MembershipFactory.create(position=contradiction.positions.earliest("pk"), appearance=appearance)
    page = editor.get(url("change", contradiction)).text
    assert "<script>alert(" not in page
    assert "&lt;b&gt;Then&lt;/b&gt; <mark>&lt;script&gt;" in page


def test_a_claim_with_a_verdict_of_ours_is_corrected_and_not_judged_again(
    editor: Client, contradiction: Contradiction, rating: Rating
) -> None:
    Claim.objects.update(status="accepted")
    claim, other = Claim.objects.order_by("pk")
    publisher = rating.scale.publisher
    verdict = factories.publish(factories.VerdictFactory.create(claim=claim, publisher=publisher, rating=rating))
    factories.publish(factories.VerdictFactory.create(claim=other))
    page = editor.get(url("change", contradiction)).text
    offered = 'name="draft-claim" value="{}"'
    assert offered.format(claim.pk) not in page
    assert offered.format(other.pk) in page, "a foreign verdict does not stand in the way of ours"
    assert page.count("Correct the published verdict") == 1
    assert f"{reverse('admin:claims_verdict_change', args=[verdict.pk])}?correct=1#standing" in page


@pytest.mark.parametrize("step", ["open", "take"])
def test_who_opens_it_is_told_which_claims_become_public(
    step: str, editor: Client, contradiction: Contradiction
) -> None:
    page = editor.post(url(step, contradiction), follow=True).text
    assert "; 2 claims became public as not yet checked." in page


def test_who_takes_an_open_one_makes_nothing_public(editor: Client, contradiction: Contradiction) -> None:
    editor.post(url("open", contradiction), follow=True)  # the first message is read
    page = editor.post(url("take", contradiction), follow=True).text
    assert "colleagues see that you are at it." in page
    assert "became public" not in page


def test_evidence_on_record_is_attached(editor: Client, contradiction: Contradiction) -> None:
    evidence, position = factories.EvidenceFactory.create(), contradiction.positions.earliest("pk")
    fields = editor.get(url("change", contradiction)).context["evidence"]
    assert not any("required" in str(field) for field in fields), "a browser would hold back what is hidden and empty"
    form = {"attach-evidence": evidence.pk, "attach-supports": position.pk, "attach-note": "The record"}
    page = editor.post(url("attach", contradiction), form, follow=True).text
    attached = contradiction.attached_evidence.get()
    assert (attached.evidence, attached.supports, attached.attached_by) == (evidence, position, person(editor))
    assert f"Bears out <strong>{position}</strong>" in page


def test_new_evidence_is_recorded_and_attached_in_one_step(editor: Client, contradiction: Contradiction) -> None:
    form = {
        "new-url": "record.example.org/votes",
        "new-title": "Voting record",
        "new-kind": "primary",
        "new-archive_exception": "The record is an archive itself",
    }
    editor.post(url("attach", contradiction), form)
    evidence = contradiction.attached_evidence.get().evidence
    assert evidence.url == "https://record.example.org/votes"
    assert evidence.retrieved_at is not None


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"new-url": "javascript:alert(1)", "new-title": "X", "new-kind": "primary"},
        {"attach-evidence": "no number"},
        {"new-url": "https://record.example.org/", "new-title": "X", "new-kind": "tertiary"},
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_kept(
    form: dict[str, str], editor: Client, contradiction: Contradiction
) -> None:
    answer = editor.post(url("attach", contradiction), form)
    assert answer.status_code == 200
    assert "cc-error" in answer.text
    assert not Evidence.objects.exists()


def test_a_position_of_another_contradiction_cannot_be_borne_out_or_faulted(
    editor: Client, contradiction: Contradiction
) -> None:
    other = factories.PositionFactory.create()
    attach = {"attach-evidence": factories.EvidenceFactory.create().pk, "attach-supports": other.pk}
    assert "Select a valid choice" in editor.post(url("attach", contradiction), attach).text
    settle = {"decision-resolution": "source_error", "decision-note": "Wrong", f"decision-fault_{other.pk}": "no"}
    assert "Say which position is in error." in editor.post(url("settle", contradiction), settle).text
    assert not contradiction.attached_evidence.exists()


def test_a_source_error_names_its_position(editor: Client, contradiction: Contradiction) -> None:
    form = {"decision-resolution": "source_error", "decision-note": "The record has 93."}
    page = editor.post(url("settle", contradiction), form).text
    assert "Say which position is in error." in page
    assert "The record has 93." in page, "what was written is kept"
    wrong = contradiction.positions.latest("pk")
    editor.post(url("settle", contradiction), {**form, f"decision-fault_{wrong.pk}": "no"})
    contradiction.refresh_from_db()
    wrong.refresh_from_db()
    assert (contradiction.status, contradiction.resolved_by) == ("resolved", person(editor))
    assert (wrong.is_at_fault, wrong.outlet_corrected) == (True, False)
    assert not Claim.objects.filter(status="suggested").exists()


def test_the_second_of_two_deciding_at_once_is_told(sit: DeskClient, contradiction: Contradiction) -> None:
    form = {"decision-resolution": "complementary", "decision-note": "Both are right."}
    sit("Editor").post(url("settle", contradiction), form)
    page = sit("Editor").post(url("settle", contradiction), {**form, "decision-note": "Not so."}).text
    assert "settled already" in page
    contradiction.refresh_from_db()
    assert (contradiction.status, contradiction.resolution_note) == ("dismissed", "Both are right.")
    assert "Dismissed: The reports complement each other" in page


def test_reopening_needs_a_reason(editor: Client, contradiction: Contradiction) -> None:
    editor.post(url("settle", contradiction), {"decision-resolution": "complementary", "decision-note": "Fine."})
    assert "required" in editor.post(url("reopen", contradiction), {"reason": "  "}).text
    page = editor.post(url("reopen", contradiction), {"reason": "A third figure"}, follow=True).text
    assert "<strong>Reopened:</strong> A third figure" in page


def test_a_long_position_is_cut_and_linked(editor: Client, contradiction: Contradiction) -> None:
    position = contradiction.positions.latest("pk")
    for _ in range(14):
        factories.MembershipFactory.create(position=position)
    page = editor.get(url("change", contradiction)).text
    assert "3 more</a>" in page
    listed = editor.get(reverse("admin:claims_appearance_changelist"), {"positions__id__exact": position.pk})
    assert listed.context["cl"].result_count == 15


def test_reporters_see_no_decision(sit: DeskClient, contradiction: Contradiction) -> None:
    page = sit("Reporter").get(url("change", contradiction)).text
    assert "Attach evidence" in page
    assert 'id="decision"' not in page
    assert "Open for readers" not in page


def test_an_address_that_leads_nowhere(editor: Client) -> None:
    for number in ("0", "x", "999999999999999999999"):
        for step in ("change", "settle"):
            address = reverse(f"admin:claims_contradiction_{step}", args=[number])
            answer = editor.post(address) if step == "settle" else editor.get(address)
            assert answer.status_code == 404


def test_every_resolution_and_gate_has_its_words() -> None:
    listed = [word for _, words in resolutions.GROUPS for word in words]
    assert sorted(listed) == sorted(Resolution)
    assert set(resolutions.GATES) == set(Gate)
    assert resolutions.in_words("") == ""


def test_history_names_who_did_what(sit: DeskClient, contradiction: Contradiction) -> None:
    first, second = sit("Editor"), sit("Editor")
    form = {"attach-evidence": factories.EvidenceFactory.create(title="Voting record").pk}
    first.post(url("attach", contradiction), form)
    second.post(
        url("settle", contradiction),
        {
            "decision-resolution": "source_error",
            "decision-note": "The record has 93.",
            f"decision-fault_{Position.objects.latest('pk').pk}": "unknown",
        },
    )
    page = first.get(url("history", contradiction)).text
    for shown in (
        str(person(first)), "attach evidence", "Voting record", str(person(second)), "resolve contradiction",
        "<del>Suggested</del>", "<ins>Resolved</ins>", "<ins>The record has 93.</ins>",
    ):  # fmt: skip
        assert shown in page
