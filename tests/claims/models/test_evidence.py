"""Evidence is frozen once a published verdict rests on it; the list of what a verdict cites, once it is submitted."""

from collections.abc import Callable
from typing import Any

import pytest

from claims.models import Evidence, RollCallVote, Verdict, VerdictEvidence
from tests.conftest import Refusal, Writer
from tests.factories import (
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    SourceFactory,
    UserFactory,
    VerdictFactory,
    publish,
    submit,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change",
    [
        {"archive_url": ""},
        {"archive_url": "https://archive.example.org/other"},
        {"archive_exception": "Not needed."},
        {"url": "https://elsewhere.example.org/"},
        {"quote": "Other words"},
        {"title": "Another title"},
        {"sha256": "0" * 64},
        {"retrieved_at": "2020-01-01 00:00:00+00"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_cited_evidence_is_frozen(change: dict[str, Any], write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    with refused("is cited by a published verdict"):
        write.change(verdict.evidence.get(), **change)


def test_cited_evidence_is_kept(write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    with refused("is cited by a published verdict"):
        write.remove(verdict.evidence.get())


def test_evidence_of_drafts_may_change(write: Writer) -> None:
    cited = VerdictEvidence.objects.create(verdict=VerdictFactory.create(), evidence=EvidenceFactory.create())
    write.change(cited.evidence, title="Another title", archive_url="")
    write.change(cited, note="Shows the tally.")
    write.remove(cited)
    write.remove(cited.evidence)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("taken_to", [submit, publish])
def test_what_a_verdict_cites_is_frozen_once_it_is_submitted(
    taken_to: Callable[[Verdict], Verdict], write: Writer, refused: Refusal
) -> None:
    verdict, draft = taken_to(VerdictFactory.create()), VerdictFactory.create()
    cited = verdict.cited_evidence.get()
    elsewhere = VerdictEvidence.objects.create(verdict=draft, evidence=EvidenceFactory.create())
    frozen = "Only a draft changes what it cites"
    for change in ({"note": "Shows the tally."}, {"order": 5}, {"evidence": elsewhere.evidence}, {"verdict": draft}):
        with refused(frozen):
            write.change(cited, **change)
    with refused(frozen):
        write.remove(cited)
    with refused(frozen):
        write.add(VerdictEvidence, verdict=verdict, evidence=EvidenceFactory.create())
    with refused(frozen):
        write.change(elsewhere, verdict=verdict)


def test_what_a_verdict_cites_may_change_once_it_is_sent_back(write: Writer) -> None:
    verdict = submit(VerdictFactory.create())
    write.change(verdict, status="draft")
    cited = verdict.cited_evidence.get()
    write.change(cited, note="Shows the tally.", order=5, evidence=EvidenceFactory.create())
    write.remove(cited)
    write.add(VerdictEvidence, verdict=verdict, evidence=EvidenceFactory.create())


def test_evidence_of_a_submitted_verdict_may_be_archived_better_and_no_more(write: Writer, refused: Refusal) -> None:
    """An archive link is often added while a verdict waits; the document is what second eyes have seen."""
    evidence = submit(VerdictFactory.create()).evidence.get()
    write.change(evidence, archive_url="https://archive.example.org/newer")
    for change in ({"quote": "Other words"}, {"url": "https://elsewhere.example.org/"}, {"title": "Another title"}):
        with refused("is cited by a submitted verdict"):
            write.change(evidence, **change)


def test_evidence_is_cited_once(write: Writer, refused: Refusal) -> None:
    cited = VerdictEvidence.objects.create(verdict=VerdictFactory.create(), evidence=EvidenceFactory.create())
    with refused("verdict_evidence_once"):
        write.add(VerdictEvidence, verdict=cited.verdict, evidence=cited.evidence)


def test_one_document_is_one_record(write: Writer, refused: Refusal) -> None:
    evidence = EvidenceFactory.create(quote="93 in favour", locator="p. 2")
    fields = {"kind": "primary", "title": "Again", "url": evidence.url, "retrieved_at": evidence.retrieved_at}
    with refused("evidence_once"):
        write.add(Evidence, **fields, quote="93 in favour", locator="p. 2")
    write.add(Evidence, **fields, quote="93 in favour", locator="p. 3")


@pytest.mark.parametrize(("sha256", "lawful"), [("", True), ("ab" * 32, True), ("AB" * 32, False), ("ab" * 31, False)])
def test_a_hash_is_a_hash(sha256: str, lawful: bool, write: Writer, refused: Refusal) -> None:
    evidence = EvidenceFactory.create()
    if lawful:
        write.change(evidence, sha256=sha256)
        return
    with refused("evidence_sha256_is_hex"):
        write.change(evidence, sha256=sha256)


def test_citable_is_archived_or_says_why_not() -> None:
    archived, excepted = (
        EvidenceFactory.create(),
        EvidenceFactory.create(archive_url="", archive_exception="A printed book."),
    )
    EvidenceFactory.create(archive_url="")
    assert set(Evidence.objects.citable()) == {archived, excepted}


def test_readers_see_evidence_that_something_public_rests_on() -> None:
    EvidenceFactory.create()
    VerdictEvidence.objects.create(verdict=VerdictFactory.create(), evidence=EvidenceFactory.create())
    hidden = ContradictionFactory.create(status="suggested", event=None)
    hidden.attached_evidence.create(evidence=EvidenceFactory.create(), attached_by=UserFactory.create())
    EventFactory.create().roll_call.create(
        state=SourceFactory.create(), choice="yes", evidence=EvidenceFactory.create()
    )
    event = EventFactory.create()
    ContradictionFactory.create(event=event)
    shown = [
        publish(VerdictFactory.create()).evidence.get(),
        ContradictionFactory.create()
        .attached_evidence.create(evidence=EvidenceFactory.create(), attached_by=UserFactory.create())
        .evidence,
        RollCallVote.objects.create(
            event=event,
            state=SourceFactory.create(),
            choice="yes",
            evidence=EvidenceFactory.create(),
        ).evidence,
    ]
    assert set(Evidence.objects.public()) == set(shown)
