"""What an Event is called, and what is kept of what the articles tell of it."""

from collections.abc import Sequence

from claims.actions.candidates import REPORT_DAYS
from claims.matching.objects import object_of
from claims.matching.titles import day_in_words, listed, noun_of, short
from claims.matching.types import Profile
from claims.models import Event
from claims.vocabulary import EventKind, Precision

TERMS = 80
"""Words kept of an Event, for matching."""


def describe(event: Event, profile: Profile, *, texts: Sequence[str], named: bool) -> None:
    """Fill in what the articles tell; `texts` are the words of the claims. What is known stays, unless the body follows
    from arithmetic or a day is finer. Where a person has `named` the Event, title and body stay as they are."""
    if profile.window and (event.date is None or event.date_precision != Precision.DAY):
        event.date = profile.window.first
        days = profile.window.days
        event.date_precision = Precision.DAY if days < 2 else Precision.MONTH if days <= REPORT_DAYS else Precision.YEAR
    if not named:
        event.kind = profile.kind
    event.place = event.place or min(profile.places, default="")
    if not named:
        event.body = profile.body or event.body
        event.membership = profile.membership or event.membership
    event.sponsors = sorted({*event.sponsors, *profile.sponsors})
    event.participants = sorted({*event.participants, *profile.participants})
    words = [*event.terms, *sorted(profile.context), *sorted(profile.terms)]
    event.terms = list(dict.fromkeys(words))[:TERMS]
    if not named:
        event.title = title_of(event, profile, texts)


def title_of(event: Event, profile: Profile, texts: Sequence[str]) -> str:
    """A title for people. A vote is named by its body, text and day; anything else by the first claim about it."""
    day = day_in_words(event.date) if event.date and event.date_precision == Precision.DAY else ""
    if event.kind != EventKind.VOTE:
        noun = noun_of(EventKind(event.kind), event.terms)
        if noun and event.place:
            return short(f"{noun.capitalize()} in {event.place}{f' ({day})' if day else ''}", 300)
        return event.title or short(texts[0] if texts else event.kind, 120)
    parts = [f"{event.body} vote" if event.body else "Vote"]
    if profile.identifiers:
        parts.append(f"on {min(profile.identifiers)}")
    elif event.sponsors:
        thing = "amendment" if object_of(profile) == "amendment" else "resolution"
        parts.append(f"on the {thing} of {listed(event.sponsors[:3])}")
    if day:
        parts.append(f"on {day}" if len(parts) == 1 else f"({day})")
    return short(" ".join(parts), 300)
