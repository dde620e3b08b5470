"""A change to what readers see leaves a line, and a change to what they do not see leaves none."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from articles.changes import Change
from claims.models import SHOWN, Source, SourceAlias
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MeasurementFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    RatingFactory,
    SourceFactory,
    TopicFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db

UNSEEN = {
    "articles.Change", "articles.IngestAttempt", "articles.Passage", "articles.RecordChange",
    "claims.Allowance", "claims.ApiKey", "claims.Comment", "claims.Delivery", "claims.ErrorReport",
    "claims.EventIdentifier", "claims.HistorySeal", "claims.ImportRow", "claims.ImportRun", "claims.ImportedReview",
    "claims.KeptApart", "claims.Lease",
    "claims.LinkCheck", "claims.Merge", "claims.Message", "claims.Notification", "claims.PipelineRun",
    "claims.Presence", "claims.RejectionReason", "claims.Replay", "claims.ReplyRequest", "claims.ReviewChange",
    "claims.Step", "claims.Submission", "claims.Tries", "claims.UserGroup", "claims.Waiver", "claims.Webhook",
    "claims.Watch", "claims.Week", "claims.WorkingCopy",
}  # fmt: skip
"""Tables of which no public page shows a row. A passage comes with its version and a reply with its
verdict, and neither changes after that."""


def test_each_table_is_seen_by_readers_or_is_not() -> None:
    """A new model has to be put on one side."""
    ours = {
        model._meta.label
        for app in ("articles", "claims")
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "pgh_tracked_model")
    }
    shown = {model._meta.label for model in SHOWN}
    assert ours == shown | UNSEEN - shown


def touch(record: models.Model) -> None:
    """An update that changes nothing but runs the triggers."""
    field = next(field for field in record._meta.concrete_fields if not field.primary_key)
    type(record)._base_manager.filter(pk=record.pk).update(**{field.attname: models.F(field.attname)})


def in_public_contradiction() -> Any:
    return MembershipFactory.create(
        position=PositionFactory.create(contradiction=ContradictionFactory.create(status="open")),
        appearance=AppearanceFactory.create(claim__status="suggested"),
    )


def in_suggested_contradiction() -> Any:
    return MembershipFactory.create(
        position=PositionFactory.create(contradiction=ContradictionFactory.create(status="suggested")),
        appearance=AppearanceFactory.create(claim__status="suggested"),
    )


def heard() -> Source:
    source: Source = SourceFactory.create()
    AppearanceFactory.create(source=source)
    return source


def alias_of(source: Source) -> SourceAlias:
    return SourceAlias.objects.create(source=source, name="Another name")


CASES: dict[str, tuple[Callable[[], Any], Callable[[], Any] | None]] = {
    "claim": (
        lambda: ClaimFactory.create(status="accepted"),
        lambda: ClaimFactory.create(status="suggested"),
    ),
    "appearance": (
        lambda: AppearanceFactory.create(claim__status="accepted"),
        lambda: AppearanceFactory.create(claim__status="suggested"),
    ),
    "appearance in a contradiction": (
        lambda: in_public_contradiction().appearance,
        lambda: in_suggested_contradiction().appearance,
    ),
    "figure": (
        lambda: MeasurementFactory.create(appearance__claim__status="accepted"),
        lambda: MeasurementFactory.create(appearance__claim__status="suggested"),
    ),
    "contradiction": (
        lambda: ContradictionFactory.create(status="open"),
        lambda: ContradictionFactory.create(status="suggested"),
    ),
    "position": (lambda: in_public_contradiction().position, lambda: in_suggested_contradiction().position),
    "membership": (in_public_contradiction, in_suggested_contradiction),
    "verdict": (lambda: publish(VerdictFactory.create()), VerdictFactory.create),
    "event": (lambda: ClaimFactory.create(status="accepted", event=EventFactory.create()).event, EventFactory.create),
    "source": (SourceFactory.create, None),
    "name of a source": (
        lambda: alias_of(heard()),
        lambda: alias_of(SourceFactory.create()),
    ),
    "evidence": (EvidenceFactory.create, None),
    "publisher": (PublisherFactory.create, None),
    "topic": (TopicFactory.create, None),
    "rating": (RatingFactory.create, None),
    "article": (ArticleFactory.create, None),
    "version": (
        lambda: VersionFactory.create(article__is_public=True),
        lambda: VersionFactory.create(article__is_public=False),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_that_readers_see_leaves_a_line(case: str) -> None:
    record = CASES[case][0]()
    Change.objects.all().delete()
    if case == "version":
        type(record).objects.filter(pk=record.pk).update(is_current=False)
    else:
        touch(record)
    assert Change.objects.count() == 1


@pytest.mark.parametrize("case", [case for case, (_, unseen) in CASES.items() if unseen])
def test_a_change_that_they_do_not_see_leaves_none(case: str) -> None:
    make = CASES[case][1]
    assert make is not None
    record = make()
    Change.objects.all().delete()
    touch(record) if case != "version" else type(record).objects.filter(pk=record.pk).update(is_current=False)
    assert not Change.objects.exists()


def test_a_colleague_who_logs_in_changes_no_page_and_one_with_another_name_does() -> None:
    user = UserFactory.create()
    Change.objects.all().delete()
    type(user).objects.filter(pk=user.pk).update(last_login="2026-11-22T09:00:00Z")
    assert not Change.objects.exists()
    type(user).objects.filter(pk=user.pk).update(last_name="Okafor")
    assert Change.objects.count() == 1


def test_the_pipeline_leaves_no_line_while_nothing_is_public() -> None:
    version = VersionFactory.create(article__is_public=False)
    source = SourceFactory.create()
    Change.objects.all().delete()
    MeasurementFactory.create(appearance__claim__status="suggested", appearance__version=version)
    ArticleFactory.create(is_public=False)
    touch(source)
    assert Change.objects.count() == 1, "of the source, which may be on any page"


def test_what_tells_which_records_are_public_keeps_its_plans() -> None:
    """Whoever replaces the function has to say it again: without it each change takes four times as long to note."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT proconfig FROM pg_proc WHERE proname = 'claims_seen'")
        assert cursor.fetchall() == [(["plan_cache_mode=force_generic_plan"],)]
