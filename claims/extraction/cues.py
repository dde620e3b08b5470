"""The words that attribute: verbs of saying, denying and asking, and the shapes of quotations and labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.lexicon import words
from claims.extraction.types import Speaker
from claims.vocabulary import Stance

SAY = words(
    """
    say tell state declare announce claim argue assert add note insist maintain explain warn write tweet post
    stress emphasize emphasise confirm admit acknowledge concede reveal disclose clarify testify affirm
    reiterate predict believe think estimate suggest contend allege proclaim describe remark comment reply
    respond observe recall promise pledge vow indicate point conclude find show judge repeat hint defend
    complain boast stipulate swear signal express voice accuse denounce criticise criticize expect fear assure
    advise speak cite count put report quote relay mention learn hear go call caution urge
    """
)
UTTER = words(
    """
    joke quip lament bemoan shout yell scream whisper mutter grumble gripe rail rant muse opine counter retort reason
    recount relate recite text message email decry elaborate exclaim interject profess pronounce rue scoff snap theorize
    theorise speculate surmise reckon marvel chant preach lecture blog underline underscore highlight
    """
)
"""Verbs that make a claim only now and then: read where the learned attribution is sure of them."""
DENY = words(
    """
    deny refute dispute reject dismiss contradict disown disavow rebut debunk repudiate rebuff
    """
)
ASK = words("ask question wonder doubt query")
RELAY = words("report quote relay cite hear learn")
WITH_FIGURE = words("put count estimate report give record claim speak measure")
SOURCES = words(
    """
    police organiser organizer official authority government ministry minister agency media medium group company
    coalition opposition president governor survey centre center service spokesman spokeswoman broadcaster
    newspaper television radio administration daily paper report survey poll study institute
    """
)
ACCUSE = words("accuse suspect")
"""Verbs whose content is what somebody is said to have done: "accused the army of shelling the port"."""
ECHO = words("echo repeat share support back endorse")
POSITIONS = words(
    """
    claim view position statement assertion sentiment allegation accusation assessment report suggestion charge
    idea
    """
)
COUNTS = words("account count estimate reckoning tally assessment reading figure")
"""Whose figure it is: "by the ministry's count"."""
STOPS = words(
    """
    who which that and as but when while after before if because since where whom whose although though unless
    until
    """
)
"""Words that open another clause, so that what follows is not the "X said" at the end of one."""
ANAPHOR = re.compile(
    r"^(?:(?:these|this|those|that|the|such|any|all(?: of)?(?: the| these)?|his|her|their|its|"
    r"both)\s+)*(?:\w+\s+){0,2}?"
    r"(?:claims?|reports?|allegations?|accusations?|statements?|stor(?:y|ies)|charges?|suggestions?|assertions?|"
    r"rumou?rs?|account|version)\b"
    r"|^(?:it|this|that|them|so)$",
    re.IGNORECASE,
)
QUOTE = re.compile(r"“([^“”]{2,2000})”|\"([^\"]{2,2000})\"|‘([^‘’]{12,2000})’(?!\w)")
LABEL = re.compile(r"^(?P<who>[A-Z][^:.\n]{1,60}?)(?:,[^:\n]{1,40})?:\s+(?=[^:]{1,60}$)(?=.*\d)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying in a sentence. Offsets are into the paragraph.

    `content` spans the words said; None where they are only pointed at ("denied these claims"). `frame` spans the words
    that attribute ("X said on Monday that").
    """

    speaker: Speaker
    cue: str
    cue_start: int
    stance: Stance
    content: tuple[int, int] | None
    frame: tuple[int, int]
    rule: str


def open_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Spans of quotations in a paragraph, so that a sentence inside a longer one gets its speaker."""
    for match in QUOTE.finditer(text):
        yield match.span()
