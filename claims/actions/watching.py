"""Who watches what: by pressing the button, or because they had to do with it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from claims.actions.acting import acting
from claims.models import User, Verdict, Watch


def watch(*, item: Model, by: User) -> None:
    """Have oneself told of what happens to `item`."""
    _set(item, by, is_on=True)


def unwatch(*, item: Model, by: User) -> None:
    """Have oneself told no more, whatever one does at `item` from now on."""
    _set(item, by, is_on=False)


def begin(*people: User, item: Model) -> None:
    """Have `people` told because they have to do with `item`, but for those who have switched that off."""
    Watch.objects.bulk_create(
        [Watch(item=item, user=person) for person in sorted(people, key=lambda person: person.pk)],
        ignore_conflicts=True,
    )


def follow(item: Model, *, to: Model) -> None:
    """Have whoever watches `item` watch `to` as well, because it has become part of that."""
    begin(*User.objects.filter(pk__in=watchers(item)), item=to)


def watchers(*items: Model) -> set[int]:
    """The keys of those who watch any of `items`. Whoever has written in a verdict watches it unless they say
    otherwise."""
    watching: set[int] = set()
    for item in items:
        wishes = dict(Watch.objects.on(item).values_list("user", "is_on"))
        written = set(item.writers) if isinstance(item, Verdict) else set()
        watching |= {person for person, is_on in wishes.items() if is_on} | (written - wishes.keys())
    return watching


def is_watching(user: User, item: Model) -> bool:
    """Whether `user` is told of what happens to `item`."""
    wish = Watch.objects.on(item).filter(user=user).values_list("is_on", flat=True).first()
    return isinstance(item, Verdict) and user.pk in item.writers if wish is None else wish


def _set(item: Model, by: User, *, is_on: bool) -> None:
    label = item._meta
    with acting(by=by, permission=f"{label.app_label}.view_{label.model_name}", doing="watch"):
        Watch.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(item),
            object_id=item.pk,
            user=by,
            defaults={"is_on": is_on},
        )
