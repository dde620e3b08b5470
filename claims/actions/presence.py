"""Being on a page of the desk, and seeing who else is."""

from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from claims.models import Presence, User

KEPT = timedelta(hours=1)


def be_present(*, on: Model, by: User, is_active: bool, now: datetime | None = None) -> list[Presence]:
    """Note that `by` has the page of the record `on` open, and give the others who have. One statement to write and one
    to read, every ten seconds from each open page. `is_active`: whether they have typed or clicked since the last."""
    now = now or timezone.now()
    Presence.objects.bulk_create(
        [
            Presence(
                person=by,
                content_type=ContentType.objects.get_for_model(on),
                object_id=on.pk,
                seen_at=now,
                active_at=now,
            )
        ],
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "person"],
        update_fields=["seen_at", "active_at"] if is_active else ["seen_at"],
    )
    return others_on(on, by=by, now=now)


def others_on(record: Model, *, by: User, now: datetime | None = None) -> list[Presence]:
    """Who but `by` has the page of `record` open."""
    here = Presence.objects.here(record, now=now or timezone.now())
    return list(here.exclude(person=by).select_related("person").order_by("active_at", "id"))


def forget_visits(*, by: User, now: datetime | None = None) -> None:
    """Clear away where `by` was before, so that the table stays as small as the desk."""
    Presence.objects.filter(person=by, seen_at__lt=(now or timezone.now()) - KEPT).delete()


def in_words(others: list[Presence], *, now: datetime | None = None) -> str:
    """Who else is here, in a line; empty where nobody is."""
    now = now or timezone.now()
    names = [f"{one.person.called}{' (idle)' if one.is_idle(now) else ''}" for one in others]
    return f"Also here: {', '.join(names)}" if names else ""
