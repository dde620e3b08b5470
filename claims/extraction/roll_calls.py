"""Lists of voters that are whole counts: where they complete the membership of the body that voted.

"China, India and Peru abstained" may name three of forty. Where ten of fifteen members voted for and two against, the
three named are all that abstained.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.extraction.names import canonical_state
from claims.extraction.tally_types import Tally, VotePart
from claims.extraction.vote_words import ABSTAIN, AGAINST
from claims.extraction.voter_counts import NAMES, names_in

_SOLO = re.compile(
    r"(?:\bwith |, (?!with ))(?P<who>[^,;.]{2,80}?(?:, [^,;.]{2,40})*?) "
    r"(?P<how>abstaining|voting against|opposed|opposing)\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\b(?:(?:voted|adopted|approved|passed|backed|endorsed|agreed|elected|carried|ratified|condemned) "
    r"(?:[\w’'-]+ ){0,5}?unanimously|"
    r"unanimously (?:voted|adopt|approv|pass|back|endors|elect|ratif|condemn)\w*|unanimous vote|vote was unanimous|"
    r"without a vote against|by unanimity)",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"(?P<who>{NAMES})\s(?:both\s|all\s)?(?:(?P<{ABSTAIN}>abstain(?:ed|ing))|"
    rf"(?P<{AGAINST}>(?:voted|voting) (?:against|no)|opposed|opposing))\b"
)
_SECURITY_COUNCIL = re.compile(r"\bSecurity Council\b|\b(?:15|[Ff]ifteen)-(?:member|nation) [Cc]ouncil\b")
_FIFTEEN = Decimal(15)
LARGEST = 50
"""Members of a body whose voters the news names one by one."""


def with_named(texts: Sequence[str], tallies: Sequence[list[Tally]]) -> list[list[Tally]]:
    """The tallies of a paragraph's sentences, with the counts that their lists of names amount to.

    Fires where the counts told once in the paragraph and the lists together make up the membership that the text gives
    ("ten of the fifteen") or that the Security Council has. Leaves everything else as it is.
    """
    parts = [part for found in tallies for tally in found if not tally.subject for part in tally.parts]
    told = {part.measure: part.value for part in parts}
    members = next((part.total for part in parts if part.total), None)
    if members is None and any(_SECURITY_COUNCIL.search(text) for text in texts):
        members = _FIFTEEN
    if not parts or len(told) < len(parts) or members is None or members > LARGEST:
        return list(tallies)
    lists = [[part for part in _lists(text) if part.measure not in told] for text in texts]
    named = [part for found in lists for part in found]
    once = len({part.measure for part in named}) == len(named)
    if not once or sum(told.values()) + sum(part.value for part in named) != members:
        return list(tallies)
    return [_joined(found, extra) for found, extra in zip(tallies, lists, strict=True)]


def _lists(text: str) -> list[VotePart]:
    found = []
    for match in _LIST.finditer(text):
        names = names_in(match["who"])
        if match.lastgroup and all(canonical_state(name) for name in names):
            found.append(VotePart(match.lastgroup, match.start(), match.end(), Decimal(len(names))))
    return found


def _joined(tallies: list[Tally], extra: list[VotePart]) -> list[Tally]:
    if not extra:
        return tallies
    whole = next((tally for tally in tallies if not tally.subject), None)
    if whole is None:
        return [*tallies, Tally(tuple(extra))]
    parts = tuple(sorted((*whole.parts, *extra), key=lambda part: part.start))
    return [replace(tally, parts=parts) if tally is whole else tally for tally in tallies]


def with_solo_voters(text: str, tallies: list[Tally]) -> list[Tally]:
    """ "13-1, with the United Kingdom abstaining": the named voters are the whole number of that role."""
    match = _SOLO.search(text)
    if not match or not tallies:
        return tallies
    role = ABSTAIN if match["how"].casefold() == "abstaining" else AGAINST
    names = names_in(match["who"])
    proper = all(re.match(r"(?:the\s+)?[A-Z]", name.strip()) for name in names) and not re.search(r"\d", match["who"])
    whole = next((tally for tally in tallies if not tally.subject and tally.parts[-1].end <= match.start() + 2), None)
    if not proper or not whole or any(part.measure == role for part in whole.parts):
        return tallies
    named = VotePart(role, match.start("who"), match.end(), Decimal(len(names)))
    return [Tally((*tally.parts, named), tally.subject) if tally is whole else tally for tally in tallies]


def with_unanimity(text: str, tallies: list[Tally]) -> list[Tally]:
    """What was adopted unanimously had nobody against it."""
    match = _UNANIMOUS.search(text)
    if not match or any(part.measure == AGAINST for tally in tallies for part in tally.parts):
        return tallies
    nobody = VotePart(AGAINST, match.start(), match.end(), Decimal(0))
    whole = next((tally for tally in tallies if not tally.subject), None)
    if whole is None:
        return sorted([*tallies, Tally((nobody,))], key=lambda tally: tally.parts[0].start)
    parts = tuple(sorted((*whole.parts, nobody), key=lambda part: part.start))
    return [replace(tally, parts=parts) if tally is whole else tally for tally in tallies]
