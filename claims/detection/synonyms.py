"""Words that mean the same in the news, and words that add nothing: closed lists, by reason.

Listed are words with which reporters tell one act of the same people: "spoke with", "phoned" and "a conversation
between"; "promised" and "gave an assurance"; "resign" and "step down". Left out are words that are alike and differ in
what a denial may hang on (meet and phone, kill and wound, order and advise).
"""

import re
from functools import cache

from claims.detection.wording import stem

_ALIKE = """
talk speak conversation phone telephone ring discussion discuss
promise pledge vow assure assurance guarantee commitment
resign resignation quit
agree agreement deal
ceasefire cease-fire truce armistice
aircraft jet airliner
apologise apology apologize
buy purchase acquire acquisition
lawmaker deputy legislator parliamentarian mp
complain complaint
bomb bombard bombardment
admit admission acknowledge confess confession
attack assault raid
explosion blast explode explosive
leave depart departure
arrest detain detention
ask request
send sent dispatch
aid assist assistance help
protest demonstrate demonstration
home house
soldier troop serviceman
child kid
withdraw pullout pull-out
invade invasion
occupy occupation
negotiate negotiation
visit trip travel journey
decide decision
propose proposal
exchange swap
complete finish conclude
sonic sound acoustic
weapon cannon
money cash fund
evidence proof
film footage video
sign signature
know knowledge aware
intercept interception
order command instruct
lawyer attorney
doctor physician
firm company
car vehicle
ship vessel ferry boat
"""
"""One line for each act or thing, named by its first word."""
_PHRASES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), plain)
    for words, plain in (
        (r"(?:step|stand)(?:s|ping|ing)? (?:down|aside)|(?:stepped|stood) (?:down|aside)", "resign"),
        (r"(?:on|by|over) the (?:tele)?phone|by (?:tele)?phone", "phone"),
        (r"(?:tele)?phone calls?|(?<=[-\d]minute )call|(?:tele)?phone conversations?", "conversation"),
        (r"blocks? of flats|(?:apartment|residential) (?:blocks?|buildings?)|flats|apartments", "homes"),
        (r"(?:aero|air)?planes?", "aircraft"),
        (r"(?:pay|pays|paid|paying) for", "bought"),
        (r"(?:tells?|told)(?= (?:\w+ ){1,2}to (?!the|a|an|his|her|their|its)[a-z])", "ordered"),
        (r"members? of (?:parliament|congress)", "lawmakers"),
        (r"(?:said|says?|saying) (?:he |she |they )?(?:was |were |is |are )?sorry", "apologised"),
        (r"(?:was|were|is|are) (?:done|through) with", "was completed"),
        (r"(?:was|were|is|are) not aware of any|(?:knows?|knew) of no|(?:has|have|had) no knowledge of any", ", no"),
        (r"at all|whatsoever|(?:of|in) any (?:kind|sort|form|way)|to this day|on that (?:day|date|occasion)", ""),
        (r"the (?:previous (?:day|night|evening|week)|(?:day|night|evening|week) (?:before|earlier))", ""),
    )
)
_TITLES = re.compile(
    r"\b(?:Vice[- ]President|President(?:-[Ee]lect)?|Prime Minister|Premier|Chancellor|King|Queen|Pope|Crown Prince|"
    r"Secretary(?: of State|[- ]General)?|(?:(?:Foreign|Defen[cs]e|Interior|Finance|Justice) )?(?:Minister|Secretary)|"
    r"Governor|Mayor|Senator|General|Colonel|Admiral|Mr|Mrs|Ms|Dr)\.? (?=[A-Z])"
)
LIGHT = frozenset(
    map(
        stem,
        ("make", "give", "take", "receive", "hold", "occur", "happen", "exist", "place", "use", "issue", "offer"),
    )
)
"""Verbs that say no more than their noun: to give an assurance, to hold a meeting, a call that took place."""
MUTUAL = frozenset(map(stem, ("talk", "meet", "agree", "exchange", "ceasefire", "negotiate")))
"""What two do together: who is named first says nothing."""


def plain_words(text: str) -> str:
    """A sentence with its phrases in one word each, without the titles before names and without empty words."""
    text = _TITLES.sub("", text)
    for pattern, plain in _PHRASES:
        text = pattern.sub(plain, text)
    return text


@cache
def alike() -> dict[str, str]:
    """For the stem of each listed word the stem of the first of its line. A word on two lines keeps the first."""
    found: dict[str, str] = {}
    for line in _ALIKE.strip().splitlines():
        first, *_ = line.split()
        for word in line.split():
            found.setdefault(stem(word), stem(first))
    return found
