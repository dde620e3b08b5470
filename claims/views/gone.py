"""What was public and is not any more, for whoever comes to its address: a page that says so, so that nobody takes a
link for broken or a record for silently gone.

That it was public, and until when, is read from the database's own notes (claims.models.noted), which the API gives out
too: what never was public has none. Its words are not shown again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.urls import ResolverMatch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.changes import RecordChange
from articles.models import Publisher
from claims.models import Contradiction, Correction, Topic
from claims.templatetags.wording import resolution_meaning
from claims.vocabulary import ContradictionStatus

CORRECTIONS = 20

KINDS = {
    **dict.fromkeys(("claim", "claim_card", "claim_embed", "claim_annotations"), "claim"),
    **dict.fromkeys(
        ("contradiction", "contradiction_card", "contradiction_embed", "contradiction-figures"), "contradiction"
    ),
    **dict.fromkeys(("event", "event-figures", "event-roll-call"), "event"),
    **dict.fromkeys(("article", "article_versions"), "article"),
    "publisher": "publisher",
    "source": "source",
    **dict.fromkeys(("topic", "topic_feed"), "topic"),
    "review_data": "verdict",
}
"""The kind of record that an address is of, by the name of the address."""

WORDS = {
    "claim": gettext_lazy("We have taken this claim off the public record."),
    "contradiction": gettext_lazy("We have taken this question off the public record."),
    "event": gettext_lazy("No public claim or question is about this event any more."),
    "article": gettext_lazy("We no longer show the text of this article."),
    "publisher": gettext_lazy("Nothing on our public record is from this publisher any more."),
    "source": gettext_lazy("Nothing on our public record was said by this source any more."),
    "topic": gettext_lazy("No public claim is about this topic any more."),
    "verdict": gettext_lazy("This review is no longer in force: it was corrected or withdrawn."),
}
DISMISSED = gettext_lazy("We looked into this question and dismissed it: it is no contradiction.")
BY_SLUG: Mapping[str, type[Model]] = {"publisher": Publisher, "topic": Topic}


@dataclass(frozen=True, slots=True)
class Gone:
    """What readers are told of a record that was public: since when it is not, and why, where that was said in
    public."""

    words: Promise
    since: datetime
    reason: str = ""
    corrections: tuple[Correction, ...] = ()


def gone_at(match: ResolverMatch | None) -> Gone | None:
    """What was at the address, where that is public no more; None where it is, or where there never was anything."""
    kind = KINDS.get(match.url_name or "") if match else None
    if match is None or kind is None:
        return None
    named: dict[str, Any] = {"record": match.kwargs.get("pk")}
    if kind in BY_SLUG:
        named = {"record__in": BY_SLUG[kind]._base_manager.filter(slug=match.kwargs["slug"]).values("pk")}
    change = RecordChange.objects.public().filter(is_gone=True, kind=kind, **named).first()
    if change is None:
        return None
    words, reason = WORDS[kind], ""
    if kind == "contradiction":
        found = Contradiction.objects.filter(pk=change.record, status=ContradictionStatus.DISMISSED).first()
        if found:
            words = DISMISSED
            reason = " ".join(filter(None, [resolution_meaning(found.resolution), found.resolution_note]))
    return Gone(words, change.at, reason, _corrections(kind, change.record))


def _corrections(kind: str, pk: int) -> tuple[Correction, ...]:
    """What was said in public of a review, or of the reviews of a claim: it stays."""
    made = Correction.objects.public().select_related("verdict")
    if kind == "claim":
        return tuple(made.filter(verdict__claim=pk)[:CORRECTIONS])
    return tuple(made.filter(verdict=pk)[:CORRECTIONS]) if kind == "verdict" else ()
