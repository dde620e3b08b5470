"""What is drawn: one row for each answer, or for each document that counts for itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One row to draw: what is said, by whom, as figures (`Position.figures`), and of a body of how many members.

    `voices` are the sources one by one, for a form that shows each.
    """

    answer: str
    who: str
    figures: Mapping[str, object]
    membership: int | None = None
    is_evidence: bool = False  # the record itself, or an answer that evidence bears out
    is_record: bool = False  # the record itself: a document or a roll call, no answer of a source
    voices: tuple[str, ...] = ()
