"""Two records that are one: what goes over, what is refused, and the way back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import ArticleVersion
from claims.actions.merge_plans import LINKS, MODELS, preview
from claims.actions.merging import merge_claims, undo_merge
from claims.models import Appearance, Claim, ClaimTopic, Merge, Topic, User
from tests.claims.actions.texts import MISCOUNT, added, extracted
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    EventFactory,
    MeasurementFactory,
    MembershipFactory,
    PositionFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db

STAYS = {
    "claims.verdict.claim": "a claim with a verdict is not absorbed",
    "claims.part.source": "triggers write it anew as the appearances go over",
    "claims.reviewchange.claim": "when each claim changed for readers, its being merged included",
}
"""Relations that no merge moves, and why."""


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def status(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.status


def test_every_relation_goes_over_or_is_known_to_stay() -> None:
    """A new model that points at claims, events or sources has to say what becomes of it."""
    for kind, model in MODELS.items():
        pointing = {
            f"{relation.related_model._meta.label_lower}.{relation.field.name}"
            for relation in model._meta.related_objects
            if not (relation.many_to_many or hasattr(relation.related_model, "pgh_tracked_model"))
        }
        ours = {link.name for link in LINKS[kind]}
        assert ours <= pointing
        assert {name for name in pointing - ours if name not in STAYS} == set()


def test_the_appearances_go_over(editor: User) -> None:
    keep, absorb = ClaimFactory.create(), ClaimFactory.create()
    own, others = AppearanceFactory.create(claim=keep), AppearanceFactory.create_batch(2, claim=absorb)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    assert set(keep.appearances.all()) == {own, *others}
    absorb.refresh_from_db()
    assert (absorb.status, absorb.merged_into, absorb.status_reason) == ("merged", keep, "")
    assert merge.moved == {"claims.appearance.claim": [row.pk for row in others]}
    assert (merge.kind, merge.kept, merge.absorbed, merge.by) == ("claim", keep.pk, absorb.pk, editor)


def test_the_history_says_who_merged(editor: User) -> None:
    keep, absorb = ClaimFactory.create(), ClaimFactory.create()
    merge_claims(keep=keep, absorb=absorb, by=editor)
    line = Claim.pgh_event_model.objects.filter(pgh_obj_id=absorb.pk).latest("pgh_id")  # type: ignore[attr-defined]  # tracked
    assert line.pgh_context == {"user": editor.pk, "action": "merge claims"}


def test_a_place_where_both_were_made_stays_behind(editor: User) -> None:
    keep, absorb = ClaimFactory.create(), ClaimFactory.create()
    there = AppearanceFactory.create(claim=keep)
    same = AppearanceFactory.create(claim=absorb, version=there.version)
    plan = preview(keep=keep, absorb=absorb)
    assert (plan.moving[0].rows, plan.moving[0].staying) == (0, 1)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    assert list(keep.appearances.all()) == [there]
    assert list(absorb.appearances.all()) == [same]
    assert same not in Appearance.objects.public()
    undo_merge(merge=merge, by=editor)
    assert same in Appearance.objects.public()


def test_topics_are_united(editor: User) -> None:
    keep, absorb = ClaimFactory.create(), ClaimFactory.create()
    shared, further = (Topic.objects.create(name=name, slug=name) for name in ("war", "votes"))
    ClaimTopic.objects.create(claim=keep, topic=shared)
    for topic in (shared, further):
        ClaimTopic.objects.create(claim=absorb, topic=topic)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    assert set(keep.topics.all()) == {shared, further}
    undo_merge(merge=merge, by=editor)
    assert set(keep.topics.all()) == {shared}
    assert set(absorb.topics.all()) == {shared, further}


def test_the_kept_claim_takes_on_what_it_lacks(editor: User) -> None:
    asked, event = UserFactory.create(), EventFactory.create()
    keep = ClaimFactory.create(event=None)
    absorb = ClaimFactory.create(event=event, assignee=asked)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    keep.refresh_from_db()
    assert (keep.event, keep.assignee) == (event, asked)
    undo_merge(merge=merge, by=editor)
    keep.refresh_from_db()
    absorb.refresh_from_db()
    assert (keep.event, keep.assignee, absorb.event, absorb.assignee) == (None, None, event, asked)


def test_the_kept_claim_keeps_what_it_has(editor: User) -> None:
    keep = ClaimFactory.create(assignee=UserFactory.create())
    absorb = ClaimFactory.create(assignee=UserFactory.create())
    before = (keep.event, keep.assignee, keep.text)
    assert any("two events" in warning for warning in preview(keep=keep, absorb=absorb).warnings)
    merge_claims(keep=keep, absorb=absorb, by=editor)
    keep.refresh_from_db()
    absorb.refresh_from_db()
    assert (keep.event, keep.assignee, keep.text) == before
    assert absorb.event == keep.event


STATUSES = [
    ("suggested", "suggested", "suggested"),
    ("suggested", "accepted", "accepted"),
    ("accepted", "suggested", "accepted"),
    ("accepted", "accepted", "accepted"),
    ("rejected", "suggested", "rejected"),
    ("rejected", "rejected", "rejected"),
    ("rejected", "accepted", None),
    ("accepted", "rejected", None),
    ("suggested", "rejected", None),
]


@pytest.mark.parametrize(("kept", "absorbed", "after"), STATUSES)
def test_what_becomes_of_the_status(kept: str, absorbed: str, after: str | None, editor: User) -> None:
    reason = {"rejected": "An opinion."}
    keep = ClaimFactory.create(status=kept, status_reason=reason.get(kept, ""))
    absorb = ClaimFactory.create(status=absorbed, status_reason=reason.get(absorbed, ""))
    if after is None:
        with pytest.raises(ValidationError, match="was rejected"):
            merge_claims(keep=keep, absorb=absorb, by=editor)
        assert (status(keep), status(absorb), Merge.objects.count()) == (kept, absorbed, 0)
        return
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    assert (status(keep), status(absorb)) == (after, "merged")
    undo_merge(merge=merge, by=editor)
    assert (status(keep), status(absorb)) == (kept, absorbed)
    assert absorb.status_reason == reason.get(absorbed, "")


@pytest.mark.parametrize("state", ["draft", "published"])
def test_a_claim_with_a_verdict_is_kept(state: str, editor: User) -> None:
    keep, verdict = ClaimFactory.create(), VerdictFactory.create()
    if state == "published":
        publish(verdict)
    with pytest.raises(ValidationError, match="keep that claim, and merge the other into it"):
        merge_claims(keep=keep, absorb=verdict.claim, by=editor)
    AppearanceFactory.create(claim=keep)
    merge_claims(keep=verdict.claim, absorb=keep, by=editor)
    assert verdict.claim.appearances.count() == 1


def test_two_claims_with_verdicts_stay_two(editor: User) -> None:
    one, other = VerdictFactory.create().claim, VerdictFactory.create().claim
    with pytest.raises(ValidationError, match=r"verdicts on both claims.*Withdraw the one on.*reject that claim"):
        merge_claims(keep=one, absorb=other, by=editor)


def test_a_published_verdict_is_named_before_more_comes_under_it() -> None:
    verdict = publish(VerdictFactory.create())
    assert any(
        "The published verdict" in line for line in preview(keep=verdict.claim, absorb=ClaimFactory.create()).warnings
    )
    assert not any(
        "verdict" in line for line in preview(keep=ClaimFactory.create(), absorb=ClaimFactory.create()).warnings
    )


def test_two_figures_are_seldom_one_claim() -> None:
    one, same, other = (AppearanceFactory.create() for _ in range(3))
    MeasurementFactory.create(appearance=one)
    MeasurementFactory.create(appearance=same)
    MeasurementFactory.create(appearance=other, quote="73", value=73)
    assert any(
        "different figures: 93 and 73 (votes for)" in line
        for line in preview(keep=one.claim, absorb=other.claim).warnings
    )
    assert not any("figures" in line for line in preview(keep=one.claim, absorb=same.claim).warnings)


def test_two_answers_to_one_question_are_named() -> None:
    here, there = PositionFactory.create(), None
    there = PositionFactory.create(contradiction=here.contradiction)
    one = MembershipFactory.create(position=here).appearance.claim
    same = MembershipFactory.create(position=here).appearance.claim
    other = MembershipFactory.create(position=there).appearance.claim
    assert any("different answers" in line for line in preview(keep=one, absorb=other).warnings)
    assert not any("different answers" in line for line in preview(keep=one, absorb=same).warnings)


def test_a_record_is_not_merged_into_itself_or_twice(editor: User) -> None:
    one, other, third = ClaimFactory.create_batch(3)
    with pytest.raises(ValidationError, match="into itself"):
        merge_claims(keep=one, absorb=one, by=editor)
    merge_claims(keep=one, absorb=other, by=editor)
    with pytest.raises(ValidationError, match="already"):
        merge_claims(keep=third, absorb=other, by=editor)
    with pytest.raises(ValidationError, match="already"):
        merge_claims(keep=other, absorb=third, by=editor)
    assert Merge.objects.count() == 1


def test_two_kinds_are_not_merged() -> None:
    with pytest.raises(TypeError, match="event cannot be merged into a claim"):
        preview(keep=ClaimFactory.create(), absorb=EventFactory.create())


def test_a_redirect_is_one_hop(editor: User) -> None:
    first, second, third = ClaimFactory.create_batch(3)
    seen = AppearanceFactory.create(claim=first)
    one = merge_claims(keep=second, absorb=first, by=editor)
    two = merge_claims(keep=third, absorb=second, by=editor)
    first.refresh_from_db()
    seen.refresh_from_db()
    assert (first.merged_into, seen.claim) == (third, third)
    with pytest.raises(ValidationError, match="undo that merge first"):
        undo_merge(merge=one, by=editor)
    undo_merge(merge=two, by=editor)
    first.refresh_from_db()
    seen.refresh_from_db()
    assert (first.merged_into, seen.claim) == (second, second)
    undo_merge(merge=one, by=editor)
    seen.refresh_from_db()
    assert (status(first), seen.claim) == ("accepted", first)


def test_it_takes_the_permission(editor: User) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    reporter = UserFactory.create(groups=["Reporter"])
    with pytest.raises(PermissionDenied, match=r"claims\.review_claim"):
        merge_claims(keep=keep, absorb=absorb, by=reporter)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    with pytest.raises(PermissionDenied, match=r"claims\.review_claim"):
        undo_merge(merge=merge, by=reporter)
    assert status(absorb) == "merged"


def test_a_new_version_in_the_words_of_an_absorbed_claim_is_the_kept_one(editor: User) -> None:
    first = added(MISCOUNT, "One")
    extracted(first)
    absorb, keep = Claim.objects.get(text__contains="89"), ClaimFactory.create()
    merge_claims(keep=keep, absorb=absorb, by=editor)
    ArticleVersion.objects.filter(pk=first.pk).update(is_current=False)
    extracted(added(f"{MISCOUNT} It was adopted.", "One", number=2, article=first.article))
    assert not Claim.objects.filter(text=absorb.text).exclude(pk=absorb.pk).exists()
    assert {seen.version.number for seen in keep.appearances.all()} == {1, 2}
