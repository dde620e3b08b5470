"""Split a record that is two: what was chosen goes to a new record, and a Merge remembers it.

A split is undone by merging the new record back.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from claims.actions.acting import acting
from claims.actions.merge_plans import kind_of
from claims.actions.merging import PERMISSIONS, events_of, locked, look_again, look_at_verdicts
from claims.extraction.names import fold_name
from claims.models import Appearance, Claim, ClaimTopic, Event, Merge, Source, SourceAlias, User
from claims.models.merge import Kind
from claims.vocabulary import Precision


def split_claim(*, claim: Claim, appearances: Collection[Appearance], text: str, by: User) -> Claim:
    """Make a claim of its own, in the words `text`, of some of the places where `claim` was made. It is public if
    `claim` is, has its topics and its event. A published verdict stays where it is and is marked for another look.

    Raises ValidationError without words, where none or all of the places are chosen, or where one is of another claim.
    """
    with acting(by=by, permission=PERMISSIONS[Kind.CLAIM], doing="split claim"):
        [claim] = locked(Claim, claim.pk)
        words = " ".join(text.split())
        if not words:
            raise ValidationError({"text": "Say in words what is claimed in the places that you chose."})
        keys = _chosen(claim, appearances, of=claim.appearances.values_list("pk", flat=True), what="places")
        accepted = claim.status == Claim.Status.ACCEPTED
        part = Claim.objects.create(
            text=words,
            language=claim.language,
            event_id=claim.event_id,
            status=Claim.Status.ACCEPTED if accepted else Claim.Status.SUGGESTED,
            method="editor",
        )
        ClaimTopic.objects.bulk_create(
            ClaimTopic(claim=part, topic_id=heading.topic_id) for heading in claim.headings.all()
        )
        Appearance.objects.filter(pk__in=keys).update(claim=part)
        _remember(claim, part, {"claims.appearance.claim": keys}, by)
        look_at_verdicts(claim, f"Reports left this claim: they are now under “{words}”.")
        look_again(events_of(claim))
    return part


def split_event(
    *,
    event: Event,
    claims: Collection[Claim],
    title: str,
    by: User,
    body: str = "",
    day: date | None = None,
) -> Event:
    """Make an event of its own of what some of the claims about `event` are about. It is of the same kind and place,
    and on the same day and in the same body unless others are given; both then count as checked by a person, so that
    no text joins them again. Symbols and the roll call stay. Contradictions are looked for again in both.

    Raises ValidationError without a title, where no claims are chosen, or where one is about another event.
    """
    with acting(by=by, permission=PERMISSIONS[Kind.EVENT], doing="split event"):
        [event] = locked(Event, event.pk)
        if not title.strip():
            raise ValidationError({"title": "Say what the claims that you chose are about."})
        keys = _chosen(event, claims, of=event.claims.values_list("pk", flat=True), what="claims", all_may_go=True)
        other_body = bool(body.strip()) and body.strip() != event.body
        part = Event.objects.create(
            kind=event.kind,
            title=title.strip()[:300],
            date=day or event.date,
            date_precision=Precision.DAY if day else event.date_precision,
            place=event.place,
            body=body.strip() or event.body,
            membership=None if other_body else event.membership,
            sponsors=event.sponsors,
            participants=event.participants,
            terms=event.terms,
            is_confirmed=True,
        )
        confirmed = event.is_confirmed
        event.is_confirmed = True
        event.save(update_fields=["is_confirmed"])
        Claim.objects.filter(pk__in=keys).update(event=part)
        changed = {} if confirmed else {"kept": {"is_confirmed": (confirmed, True)}}
        _remember(event, part, {"claims.claim.event": keys}, by, changed)
        look_again(events_of(event, part))
    return part


def split_source(*, source: Source, aliases: Collection[SourceAlias], name: str, by: User) -> Source:
    """Make a source of its own, called `name`, of some of the names of `source`: whatever was said under these names
    goes along, now and in texts to come. Votes in roll calls stay.

    Raises ValidationError without a name or where it is taken, and where none or all of the names are chosen.
    """
    with acting(by=by, permission=PERMISSIONS[Kind.SOURCE], doing="split source"):
        [source] = locked(Source, source.pk)
        called = " ".join(name.split())[:200]
        key = fold_name(called)[:200]
        if not key:
            raise ValidationError({"name": "Say who speaks under the names that you chose."})
        if Source.objects.filter(name=called).exists():
            raise ValidationError({"name": f"There is a source called “{called}” already."})
        keys = _chosen(source, aliases, of=source.aliases.values_list("pk", flat=True), what="names")
        own = SourceAlias.objects.filter(pk__in=keys, key=fold_name(source.name)[:200]).first()
        if own is not None:
            raise ValidationError(f"“{own}” is what this source is called: it stays, or you rename the source first.")
        taken = SourceAlias.objects.filter(key=key).exclude(pk__in=keys).select_related("source").first()
        if taken is not None:
            raise ValidationError({"name": f"“{called}” is a name of {taken.source}: choose it too, or another name."})
        part = Source.objects.create(name=called, kind=source.kind)
        chosen = SourceAlias.objects.filter(pk__in=keys)
        folded = set(chosen.values_list("key", flat=True))
        chosen.update(source=part)
        SourceAlias.objects.get_or_create(key=key, defaults={"source": part, "name": called})
        spelt = source.appearances.order_by().values_list("source_name", flat=True).distinct()
        said = source.appearances.filter(source_name__in=[one for one in spelt if fold_name(one)[:200] in folded])
        rows = list(said.order_by("pk").values_list("pk", flat=True))
        Appearance.objects.filter(pk__in=rows).update(source=part)
        _remember(source, part, {"claims.sourcealias.source": keys, "claims.appearance.source": rows}, by)
    return part


def _chosen(
    record: Claim | Event | Source, rows: Collection[Model], *, of: Collection[int], what: str, all_may_go: bool = False
) -> list[int]:
    """The keys of the chosen rows. Raises ValidationError where they cannot go."""
    if record.merged_into is not None:
        raise ValidationError(f"“{record}” was merged into “{record.merged_into}”: split that one.")
    keys = sorted({int(row.pk) for row in rows})
    there = set(of)
    if not keys:
        raise ValidationError(f"Choose the {what} that go to the new one.")
    if not there.issuperset(keys):
        raise ValidationError(f"Some of the {what} have moved since: look again.")
    if len(keys) == len(there) and not all_may_go:
        raise ValidationError(f"Leave one of the {what}: to move them all is to rename it.")
    return keys


def _remember(
    record: Claim | Event | Source,
    part: Claim | Event | Source,
    moved: dict[str, list[int]],
    by: User,
    changed: Mapping[str, Any] | None = None,
) -> None:
    Merge.objects.create(
        kind=kind_of(record),
        operation=Merge.Operation.SPLIT,
        kept=record.pk,
        absorbed=part.pk,
        moved={name: keys for name, keys in moved.items() if keys},
        changed=changed or {},
        by=by,
    )
