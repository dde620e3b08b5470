"""Words that exclude each other, and the words that turn a statement round: closed lists, by reason.

Listed are words of which one denies the other of the same thing at the same time (accept and reject, alive and dead).
Left out are words for two sides of one deal (buy, sell), for what follows in time (begin, end; arrest, release), and
for kinds of a thing (red, blue; big, small), which tell one thing from another: both may be true.
"""

import re
from functools import cache

from claims.detection.wording import stem
from claims.extraction.lexicon import words

_OPPOSED = """
accept approve adopt endorse ratify pass support : reject refuse veto oppose rebuff spurn
confirm : deny refute disprove
win winner victory profit : lose loser loss
rise increase grow climb surge soar : fall decrease decline drop shrink plunge slump
raise hike boost : cut reduce slash
strengthen tighten : weaken loosen ease relax
improve : worsen deteriorate
expand : contract
extend lengthen : shorten
succeed success successful : fail failure unsuccessful
survive survivor alive : die dead death kill
injure hurt wound harm : unhurt unharmed unscathed uninjured
damage destroy : intact undamaged
open reopen : close shut
allow permit let authorise authorize legalise legalize : ban forbid prohibit bar outlaw
attend : boycott skip
include : exclude
true truth : false untrue hoax
guilty guilt convict : innocent innocence acquit exonerate
legal lawful : illegal unlawful
safe safety : dangerous unsafe
able : unable
peaceful : violent
voluntary : involuntary forced
deliberate intentional deliberately intentionally : accidental accident accidentally unintentional mistakenly
public publicly : secret secretly
presence present : absence absent
surplus : deficit
majority : minority
cause : prevent
before : after
above : below
inside indoors : outside outdoors
near : far
north : south
east : west
same : different
always : never
day daytime : night nighttime
high : low
fast quickly quick rapidly : slow slowly
empty : full crowded
rich wealthy : poor
strong : weak
love enjoy : hate dislike
remember : forget
asleep sleep : awake
push : pull
ascend : descend
friend ally : enemy foe
pro : anti
"""
"""One line for each pair of opposites, with the words that mean as much on either side."""
_PREFIX = re.compile(r"^(?:un|non|in|im|il|ir|dis)(?=\w{4})")
_NOT_OPPOSED = words(
    "invaluabl inflammabl improv disclos discharg discov display inform intend insur instal incom impos"
)


@cache
def senses() -> dict[str, tuple[str, int]]:
    """For the stem of each word of the lexicon the name of its pair, and which side it takes, 1 or -1. A word on two
    lines keeps the first."""
    found: dict[str, tuple[str, int]] = {}
    for line in _OPPOSED.strip().splitlines():
        for side, alike in zip((1, -1), line.split(":"), strict=True):
            for word in alike.split():
                found.setdefault(stem(word), (f"{line.split()[0]}/", side))
    return found


def bare(word: str) -> str | None:
    """The stem that a negative prefix turns round ("unhurt", "disagree", "illegal"), if the word has one."""
    match = _PREFIX.match(word)
    return word[match.end() :] if match and word not in _NOT_OPPOSED else None
