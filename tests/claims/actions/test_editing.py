"""Writing a draft: what is saved, what is refused, and that of two who save one edition exactly one does."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection

from articles.models import Publisher
from claims.actions import editing
from claims.actions.editing import Asking, Citing, EditConflictError, Words
from claims.models import Evidence, ReplyRequest, User, Verdict
from tests import factories

ASKED = datetime(2026, 11, 20, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return factories.UserFactory.create(groups=["Reporter"])


@pytest.fixture
def draft(author: User) -> Verdict:
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN)
    verdict: Verdict = factories.VerdictFactory.create(publisher=own, author=author)
    return verdict


def words(verdict: Verdict, **others: object) -> Words:
    """Those of `verdict`, and `others` in their place."""
    cited = verdict.cited_evidence.order_by("order")
    return replace(
        Words(
            rating=verdict.rating,
            headline=verdict.headline,
            summary=verdict.summary,
            body=verdict.body,
            evidence=tuple(Citing(row.evidence_id, row.note) for row in cited),
        ),
        **others,  # type: ignore[arg-type]  # of the right kind, as each test says
    )


def history(verdict: Verdict) -> list[str]:
    """What the lines of its history say was done, oldest first."""
    lines = Verdict.pgh_event_model.objects.filter(pgh_obj=verdict).order_by("pgh_id")  # type: ignore[attr-defined]  # pghistory's
    return [f"{line.pgh_label}: {(line.pgh_context or {}).get('action', '')}" for line in lines]


def test_one_save_is_one_line_of_the_history(author: User, draft: Verdict) -> None:
    one, two = factories.EvidenceFactory.create_batch(2)
    new = words(
        draft,
        headline="It was 93",
        evidence=[Citing(two.pk, "The count"), Citing(one.pk)],
        replies=[Asking(party="The ministry", asked_at=ASKED)],
    )
    assert editing.save_words(verdict=draft, by=author, revision=0, words=new)
    assert (draft.headline, draft.revision, draft.edited_by) == ("It was 93", 1, author)
    assert [(row.evidence, row.note) for row in draft.cited_evidence.order_by("order")] == [
        (two, "The count"),
        (one, ""),
    ]
    assert [row.party for row in draft.reply_requests.all()] == ["The ministry"]
    assert history(draft) == ["insert: ", "update: write verdict"]


def test_saving_what_stands_there_writes_nothing(author: User, draft: Verdict) -> None:
    reply = factories.ReplyRequestFactory.create(verdict=draft, asked_at=ASKED)
    same = words(draft, replies=[Asking(pk=reply.pk, party=reply.party, asked_at=ASKED)])
    assert not editing.save_words(verdict=draft, by=author, revision=7, words=same), "even from another edition"
    assert len(history(draft)) == 1


def test_only_rows_that_change_are_written(author: User, draft: Verdict) -> None:
    one, two, three = factories.EvidenceFactory.create_batch(3)
    first = words(draft, evidence=[Citing(one.pk), Citing(two.pk), Citing(three.pk)])
    editing.save_words(verdict=draft, by=author, revision=0, words=first)
    kept = draft.cited_evidence.get(evidence=one)
    second = replace(first, evidence=[Citing(one.pk), Citing(three.pk)])
    editing.save_words(verdict=draft, by=author, revision=1, words=second)
    assert draft.cited_evidence.get(evidence=one).pk == kept.pk
    assert list(draft.cited_evidence.order_by("order").values_list("evidence", "order")) == [(one.pk, 1), (three.pk, 2)]
    assert draft.revision == 2, "a change of the evidence alone is an edition too"


def test_the_second_to_save_is_told_and_nothing_is_lost(author: User, draft: Verdict) -> None:
    chief = factories.UserFactory.create(groups=["Chief"], first_name="Ada", last_name="Chief")
    editing.save_words(verdict=draft, by=chief, revision=0, words=words(draft, headline="Ada's"))
    with pytest.raises(EditConflictError, match="has saved this draft since") as refusal:
        editing.save_words(verdict=draft, by=author, revision=0, words=words(draft, headline="Mine"))
    assert refusal.value.current.headline == "Ada's"
    draft.refresh_from_db()
    assert (draft.headline, draft.revision) == ("Ada's", 1)
    editing.save_words(verdict=draft, by=author, revision=1, words=words(draft, headline="Both of ours"))
    assert draft.headline == "Both of ours"


def test_evidence_that_somebody_else_has_cited_is_not_dropped_unseen(author: User, draft: Verdict) -> None:
    chief = factories.UserFactory.create(groups=["Chief"])
    before = words(draft, headline="Mine")
    cited = words(draft, evidence=[Citing(factories.EvidenceFactory.create().pk)])
    editing.save_words(verdict=draft, by=chief, revision=0, words=cited)
    with pytest.raises(EditConflictError):
        editing.save_words(verdict=draft, by=author, revision=0, words=before)
    assert draft.cited_evidence.count() == 1


def test_who_may_write(author: User, draft: Verdict) -> None:
    other, nobody = factories.UserFactory.create(groups=["Editor"]), factories.UserFactory.create()
    new = words(draft, headline="Other words")
    with pytest.raises(ValidationError, match="Only its author"):
        editing.save_words(verdict=draft, by=other, revision=0, words=new)
    with pytest.raises(PermissionDenied):
        editing.save_words(verdict=draft, by=nobody, revision=0, words=new)
    with pytest.raises(PermissionDenied):
        editing.start_verdict(claim=draft.claim, by=nobody, words=new)
    with pytest.raises(PermissionDenied):
        editing.record_evidence(evidence=factories.EvidenceFactory.build(), by=nobody)
    factories.submit(draft)
    with pytest.raises(ValidationError, match="Only a draft is written in"):
        editing.save_words(verdict=draft, by=author, revision=0, words=new)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"headline": ""}, "cannot be blank"),
        ({"headline": "x" * 201}, "at most 200"),
        ({"short_text": "x" * 76}, "at most 75"),
        ({"evidence": [Citing(1), Citing(1)]}, "there twice"),
        ({"replies": [Asking(party="", asked_at=ASKED)]}, "cannot be blank"),
        ({"replies": [Asking(party="The mayor", asked_at=ASKED, outcome="answered")]}, "Give what they answered"),
    ],
)
def test_words_that_will_not_do_change_nothing(
    wrong: dict[str, object], sentence: str, author: User, draft: Verdict
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        editing.save_words(verdict=draft, by=author, revision=0, words=words(draft, body="More", **wrong))
    draft.refresh_from_db()
    assert (draft.body, draft.revision) == ("", 0)


def test_ratings_of_another_publisher_are_refused_by_the_database(author: User, draft: Verdict) -> None:
    other = factories.RatingFactory.create()
    with pytest.raises(IntegrityError, match="a scale of its own publisher"):
        editing.save_words(verdict=draft, by=author, revision=0, words=words(draft, rating=other))


def test_the_short_form_of_the_claim_is_written_with_the_verdict(author: User, draft: Verdict) -> None:
    editing.save_words(verdict=draft, by=author, revision=0, words=words(draft, short_text="93 votes"))
    draft.claim.refresh_from_db()
    assert draft.claim.short_text == "93 votes"


def test_a_new_verdict_is_the_own_desks_and_its_authors(author: User, draft: Verdict) -> None:
    evidence: Evidence = factories.EvidenceFactory.create()
    new = words(draft, evidence=[Citing(evidence.pk)], replies=[Asking(party="The ministry", asked_at=ASKED)])
    verdict = editing.start_verdict(claim=factories.ClaimFactory.create(), by=author, words=new)
    assert (verdict.author, verdict.publisher, verdict.status) == (author, draft.publisher, "draft")
    assert (verdict.evidence.get(), verdict.reply_requests.count()) == (evidence, 1)
    assert history(verdict) == ["insert: start verdict"]


def test_a_correction_keeps_whom_we_asked(author: User, draft: Verdict) -> None:
    factories.ReplyRequestFactory.create(verdict=draft, party="The ministry")
    new = factories.correction_of(factories.publish(draft))
    editing.copy_replies(of=draft, to=new)
    assert [row.party for row in ReplyRequest.objects.filter(verdict=new)] == ["The ministry"]


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_save_the_same_edition_exactly_one_does(author: User, draft: Verdict) -> None:
    rounds, writers = 20, 10
    for edition in range(rounds):

        def save(number: int, edition: int = edition) -> bool:
            try:
                mine = words(draft, headline=f"Writer {number}, edition {edition}")
                return editing.save_words(verdict=Verdict(pk=draft.pk), by=author, revision=edition, words=mine)
            except EditConflictError:
                return False
            finally:
                connection.close()

        with ThreadPoolExecutor(writers) as pool:
            won = list(pool.map(save, range(writers)))
        assert won.count(True) == 1
        draft.refresh_from_db()
        assert (draft.revision, draft.headline) == (edition + 1, f"Writer {won.index(True)}, edition {edition}")
