"""Who is told of what. Each action that others want to hear of calls one function here, inside its transaction, so that
nobody is told of what did not happen and nothing that happened goes untold.

Nobody is told of what they did themselves, nor of anything that they may not see.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Model
from django.db.models.functions import Lower
from django.utils import timezone

from claims.actions.checking import desk_zone
from claims.actions.watching import watchers
from claims.models import Comment, Contradiction, ErrorReport, Notification, User, Verdict
from claims.models.user import staff_with
from claims.rules import Work
from claims.texts import mentions

Verb = Notification.Verb


def assigned(*, item: Work, to: User, by: User) -> None:
    """`by` gave `item` to `to`."""
    _tell({to.pk}, Verb.ASSIGNED, item, event=f"assignment {_name(item)} {_now()}", actor=by)


def commented(comment: Comment) -> None:
    """Somebody said something about an item: tell those whom the words name, then the rest of those who watch it."""
    item, event = comment.item, f"comment {comment.pk}"
    assert item is not None  # noqa: S101 - nothing that can be commented on is ever deleted
    people = {person.pk for person in people_named(comment.text).values()}
    _tell(people, Verb.MENTIONED, item, event=event, actor=comment.author, text=comment.text)
    _tell(watchers(item), Verb.COMMENTED, item, event=event, actor=comment.author, text=comment.text)


def submitted(*, verdict: Verdict, by: User) -> None:
    """A verdict waits for second eyes: tell whoever is asked by name."""
    if verdict.assignee_id is not None:
        event = f"submission {_name(verdict)} {_now()}"
        _tell({verdict.assignee_id}, Verb.SUBMITTED, verdict, event=event, actor=by)


def returned(*, verdict: Verdict, by: User, note: Comment | None) -> None:
    """A verdict is a draft again: tell its writers and who watches it. `note` says what is to be mended: who is told
    here is not told of that comment again."""
    event = f"comment {note.pk}" if note else f"return {_name(verdict)} {_now()}"
    people = watchers(verdict) | set(verdict.writers)
    _tell(people, Verb.RETURNED, verdict, event=event, actor=by, text=note.text if note else "")


def published(*, verdict: Verdict, by: User) -> None:
    """A verdict is out: tell who watches it, its claim, or the verdict that it takes the place of."""
    concerned: list[Model] = [verdict, verdict.claim]
    if verdict.supersedes is not None:
        concerned.append(verdict.supersedes)
    corrects = verdict.supersedes is not None and verdict.change_kind != Verdict.ChangeKind.REOPENING
    verb = Verb.CORRECTED if corrects else Verb.PUBLISHED
    event = f"publication {_name(verdict)}"
    _tell(watchers(*concerned), verb, verdict, event=event, actor=by, text=verdict.change_reason)


def withdrawn(*, verdict: Verdict, by: User, reason: str) -> None:
    """A verdict is no longer in force: tell who watches it or its claim."""
    people = watchers(verdict, verdict.claim)
    _tell(people, Verb.WITHDREW, verdict, event=f"withdrawal {_name(verdict)}", actor=by, text=reason)


def marked(*, verdict: Verdict, by: User | None, reason: str) -> None:
    """A published verdict needs another look: tell who watches it or its claim. `by` is nobody where the machine found
    out."""
    people = watchers(verdict, verdict.claim)
    _tell(people, Verb.MARKED, verdict, event=f"look {_name(verdict)} {_now()}", actor=by, text=reason)


def reopened(*, contradiction: Contradiction, by: User | None, reason: str) -> None:
    """A contradiction is open again: tell who watches it. `by` is nobody where the machine found something new."""
    event = f"reopening {_name(contradiction)} {_now()}"
    _tell(watchers(contradiction), Verb.REOPENED, contradiction, event=event, actor=by, text=reason)


def reported(report: ErrorReport) -> None:
    """A reader reported an error: tell those who watch what it is about, or where nobody does, whoever answers."""
    people = watchers(report.record) if report.record else set()
    people = people or set(staff_with("claims.answer_errorreport").values_list("pk", flat=True))
    _tell(people, Verb.REPORTED, report, event=f"report {_name(report)}", actor=None, text=report.text)


def people_named(*texts: str) -> dict[str, User]:
    """Everybody at the desk whom the words of `texts` may mention, by username. One query."""
    wanted = {name.lower() for text in texts for name in mentions.names(text)}
    if not wanted:
        return {}
    folded = User.objects.annotate(folded=Lower("username")).filter(folded__in=wanted)
    return {person.username: person for person in folded.filter(is_staff=True, is_active=True)}


def mail_after(user: User, now: datetime) -> datetime | None:
    """When what happens `now` may go out to `user` by e-mail: at once, at the next hour of the digest, or never."""
    if user.notices == User.Notices.NEVER or not user.email:
        return None
    return now if user.notices == User.Notices.AT_ONCE else next_digest(now)


def next_digest(now: datetime) -> datetime:
    """The first hour of the digest, in the desk's time zone, that is after `now`."""
    here = now.astimezone(desk_zone())
    digest = here.replace(hour=settings.DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return digest if digest > here else digest + timedelta(days=1)


def _tell(people: Collection[int], verb: Verb, item: Model, *, event: str, actor: User | None, text: str = "") -> None:
    """Tell `people`, by their keys, of one event. Whoever was told of it already is not told again."""
    keys = set(people) - ({actor.pk} if actor else set())
    if not keys:
        return
    now = timezone.now()
    view = f"{item._meta.app_label}.view_{item._meta.model_name}"
    Notification.objects.bulk_create(
        (
            Notification(
                recipient=person,
                actor=actor,
                verb=verb,
                item=item,
                event=event,
                text=" ".join(text.split())[:300],
                mail_after=mail_after(person, now),
            )
            for person in staff_with(view).filter(pk__in=keys).order_by("pk")
        ),
        ignore_conflicts=True,
    )


def _name(item: Model) -> str:
    return f"{item._meta.model_name} {item.pk}"


def _now() -> str:
    return timezone.now().isoformat()
