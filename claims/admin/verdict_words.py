"""The words of a verdict as they stand in the form: typed and not yet judged, so that nothing typed is lost to a rule.

Evidence and replies are rows of inputs that repeat their names, and the order of the rows is the order of the list: a
browser sends them as they stand on the page, so moving a row is all there is to sorting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from django.utils import timezone

from claims.admin.differences import Piece, compare
from claims.models import Evidence, Rating, ReplyRequest, Verdict

SINGLE = ("rating", "headline", "summary", "body", "language", "short_text", "change_kind", "change_reason")
REPLY = ("reply", "party", "channel", "asked_at", "deadline", "outcome", "answered_at", "answer")
LABELS = {
    "rating": "Rating",
    "headline": "Headline",
    "summary": "Summary",
    "body": "Body",
    "language": "Language",
    "short_text": "Short form of the claim",
    "change_kind": "Kind of change",
    "change_reason": "What changed and why",
    "evidence": "Evidence",
    "replies": "Right of reply",
}
LISTS = ("evidence", "replies")
MOST_ROWS = 100
"""Rows of evidence, and of replies, that a form may hold."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two texts differ: both in words, cut into what they share and what they do not."""

    name: str
    label: str
    mine: list[Piece]
    theirs: list[Piece]
    is_list: bool


@dataclass(slots=True)
class Typed:
    """What the form holds. `evidence` is pairs of a key and what it shows; `replies` one mapping for each party."""

    single: dict[str, str] = field(default_factory=dict)
    evidence: list[tuple[str, str]] = field(default_factory=list)
    replies: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def sent(cls, data: Any) -> Self:
        """From a QueryDict. Line ends become ours, and a row of replies in which nobody stands is no row."""
        cited, shows = data.getlist("cited"), data.getlist("shows")
        columns = [data.getlist(name) for name in REPLY]
        return cls(
            single={name: _lines(data.get(name, "")) for name in SINGLE if name in data},
            evidence=[(pk, _lines(note)) for pk, note in zip(cited, shows, strict=False) if is_key(pk)][:MOST_ROWS],
            replies=[dict(zip(REPLY, map(_lines, row), strict=True)) for row in zip(*columns, strict=False)][
                :MOST_ROWS
            ],
        )

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        """The saved words of `verdict`."""
        single = {name: str(getattr(verdict, name)) for name in SINGLE if name not in ("rating", "short_text")}
        single |= {"rating": str(verdict.rating_id), "short_text": verdict.claim.short_text}
        if not verdict.supersedes_id:
            del single["change_kind"], single["change_reason"]
        cited = verdict.cited_evidence.order_by("order", "id").values_list("evidence_id", "note")
        return cls(
            single=single,
            evidence=[(str(pk), note) for pk, note in cited],
            replies=[_typed_reply(row) for row in verdict.reply_requests.order_by("asked_at", "id")],
        )

    @classmethod
    def kept(cls, words: Mapping[str, Any]) -> Self:
        """What `as_json` gave."""
        return cls(
            single=dict(words["single"]),
            evidence=[(pk, note) for pk, note in words["evidence"]],
            replies=[dict(row) for row in words["replies"]],
        )

    def as_json(self) -> dict[str, Any]:
        """For a column of JSON."""
        return {
            "single": self.single,
            "evidence": [list(row) for row in self.evidence],
            "replies": self.replies,
        }

    def as_pairs(self) -> list[tuple[str, str]]:
        """Names and values as a form sends them."""
        pairs = list(self.single.items())
        for pk, note in self.evidence:
            pairs += [("cited", pk), ("shows", note)]
        for row in self.replies:
            pairs += [(name, row.get(name, "")) for name in REPLY]
        return pairs

    # --- rows ---------------------------------------------------------------------------------------------------
    def cite(self, pk: str) -> None:
        """Put a piece of evidence at the end, once."""
        if is_key(pk) and pk not in [cited for cited, _ in self.evidence]:
            self.evidence.append((pk, ""))

    def drop(self, pk: str) -> None:
        self.evidence = [row for row in self.evidence if row[0] != pk]

    def move(self, pk: str, by: int) -> None:
        """Move a piece of evidence up (-1) or down (1); at the end of the list it stays."""
        keys = [cited for cited, _ in self.evidence]
        if pk in keys and 0 <= (to := keys.index(pk) + by) < len(keys):
            self.evidence.insert(to, self.evidence.pop(keys.index(pk)))

    def ask(self) -> None:
        """An empty line in the right-of-reply log."""
        self.replies.append(dict.fromkeys(REPLY, "") | {"channel": "email", "outcome": "waiting"})

    def strike(self, number: str) -> None:
        """Take the line with that number, from 0, out of the log."""
        if number.isdecimal() and int(number) < len(self.replies):
            del self.replies[int(number)]

    def take(self, other: "Typed", name: str, choice: str, by_hand: str) -> None:
        """Settle one field with the `other` text: "theirs", "hand" or, for a list, "both"; anything else keeps ours."""
        if choice == "theirs" and name in LISTS:
            setattr(self, name, getattr(other, name))
        elif choice == "theirs":
            self.single[name] = other.single.get(name, "")
        elif choice == "hand" and name in SINGLE:
            self.single[name] = _lines(by_hand)
        elif choice == "both" and name == "evidence":
            known = {pk for pk, _ in self.evidence}
            self.evidence += [row for row in other.evidence if row[0] not in known]
        elif choice == "both" and name == "replies":
            ours = {row["reply"] for row in self.replies if row["reply"]}
            self.replies += [row for row in other.replies if row["reply"] not in ours]


def is_key(text: str) -> bool:
    """Whether `text` can be the key of a row: digits, and no more of them than a column holds."""
    return text.isdecimal() and len(text) < 19


def differences(mine: Typed, theirs: Typed) -> list[Difference]:
    """The fields in which two texts differ, in the order of the form."""
    words_of_mine, words_of_theirs = in_words(mine, theirs)
    found = []
    for name, label in LABELS.items():
        ours, other = words_of_mine[name], words_of_theirs[name]
        if ours != other:
            found.append(Difference(name, label, *compare(ours, other), is_list=name in LISTS))
    return found


def in_words(*texts: Typed) -> list[dict[str, str]]:
    """Each text as a person reads it: ratings and evidence by name. Two queries, however many there are."""
    titles = Evidence.objects.in_bulk({int(pk) for text in texts for pk, _ in text.evidence})
    chosen = {text.single.get("rating", "") for text in texts}
    ratings = Rating.objects.in_bulk({int(pk) for pk in chosen if is_key(pk)})
    kinds = dict(Verdict.ChangeKind.choices)
    read = []
    for text in texts:
        single = {name: text.single.get(name, "") for name in SINGLE}
        rating = ratings.get(int(single["rating"])) if is_key(single["rating"]) else None
        single |= {"rating": str(rating or ""), "change_kind": str(kinds.get(single["change_kind"], ""))}
        evidence = [
            f"{titles.get(int(pk), 'Evidence that is gone')}{f': {note}' if note else ''}" for pk, note in text.evidence
        ]
        read.append(
            single
            | {
                "evidence": "\n".join(f"{number}. {line}" for number, line in enumerate(evidence, 1)),
                "replies": "\n".join(_reply_in_words(row) for row in text.replies if row.get("party")),
            }
        )
    return read


def _reply_in_words(row: Mapping[str, str]) -> str:
    channel = dict(ReplyRequest.Channel.choices).get(row["channel"], row["channel"])
    outcome = dict(ReplyRequest.Outcome.choices).get(row["outcome"], row["outcome"])
    parts = [f"{row['party']}, {channel}", row["asked_at"], row["deadline"] and f"by {row['deadline']}", str(outcome)]
    return " · ".join(part for part in (*parts, row["answered_at"], row["answer"]) if part)


def _typed_reply(row: ReplyRequest) -> dict[str, str]:
    times = {name: _moment(getattr(row, name)) for name in ("asked_at", "deadline", "answered_at")}
    words = {name: str(getattr(row, name)) for name in ("party", "channel", "outcome", "answer")}
    return {"reply": str(row.pk), **words, **times}


def _moment(at: datetime | None) -> str:
    """As <input type=datetime-local> wants it."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M") if at else ""


def _lines(text: str) -> str:
    """Browsers send every line end as two characters; the database keeps one."""
    return text.replace("\r\n", "\n")
