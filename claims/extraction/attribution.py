"""Who says what: verbs of saying, their speakers, and the words that are the content.

The parse gives the subject and the clause of a verb of saying wherever it stands ("X said that …", "…, X said", "with
spokesperson X stating that …"); quotation marks and "according to" are read from the words. Only verbs that carry a
claim count: "praised" and "met" do not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.asides import according, echo, labelled, trailing
from claims.extraction.counts import counted, gapped
from claims.extraction.cues import LABEL, Attribution
from claims.extraction.learned import Learned, corrected
from claims.extraction.speakers import Cast
from claims.extraction.spoken import spoken
from claims.extraction.types import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Span


def attributions(
    sentence: Span, cast: Cast, last: Speaker | None, people: list[Span], learned: Learned | None = None
) -> list[Attribution]:
    """Every attribution in a sentence, outermost first. `learned` is what `learn` read in the paragraph: it
    corrects the rules (`claims.extraction.learned`); None leaves them to themselves.

    Fires on "Okoye has claimed that the port is open", "“It made it,” an officer told Reuters", "according to the
    ministry, …", "the Kremlin denied these claims", "with spokesperson X stating that …", "Police counted 312,000",
    "Organisers: 540,000". Leaves alone "he never said that", "if she says yes", "to say the least", "the report found
    a home".
    """
    label = LABEL.match(sentence.text)
    made = labelled(sentence, label, cast) if label else None
    if made:
        return [made]
    found: list[Attribution] = []
    speaker = last
    for token in sentence:
        made = (
            according(token, sentence, cast, speaker, people)
            or spoken(token, sentence, cast, speaker, people)
            or trailing(token, sentence, cast, speaker, people)
            or echo(token, sentence, cast, speaker, people)
            or counted(token, sentence, cast, speaker, people)
        )
        if made and not any(other.content == made.content and other.content for other in found):
            found.append(made)
            speaker = made.speaker
    figures = [act for act in found if act.rule == "figure"]
    found += gapped(figures[0], sentence, cast, last, people) if figures else []
    echoes = [act.frame[0] for act in found if act.rule == "echo"]
    found = [_ended(act, echoes) for act in found]
    clauses = [act for act in found if act.rule != "quotation"]
    kept = [
        act
        for act in found
        if act.rule != "quotation" or not any(_overlaps(act.content, other.content) for other in clauses)
    ]
    if learned is not None:
        kept = corrected(kept, learned, sentence, cast, last, people)
    return sorted(kept, key=lambda act: act.content[0] - act.content[1] if act.content else 0)


def _ended(act: Attribution, echoes: list[int]) -> Attribution:
    """The attribution with its content ended where "a claim echoed by …" begins."""
    inside = [start for start in echoes if act.content and act.content[0] < start < act.content[1]]
    return replace(act, content=(act.content[0], min(inside))) if act.content and inside else act


def _overlaps(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return bool(one and other and one[0] < other[1] and other[0] < one[1])
