"""Read vote tallies whole: how many for, against, abstaining and not voting, as one object.

A number gets its role from the words after it ("44 abstentions", "eight voted against it"), before it ("abstentions:
5") or from its place in a chain ("97–8–60", "310 votes to 205"). Weak words ("for", "no") count only in a sentence
that speaks of a vote. Named groups ("seven European countries abstained") are part of a tally and stand as a group of
their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.comparators import WINDOW
from claims.extraction.figure_types import figure_of
from claims.extraction.figures import OUT_OF
from claims.extraction.lexicon import words
from claims.extraction.numerals import Numeral, numerals
from claims.extraction.roll_calls import with_solo_voters, with_unanimity
from claims.extraction.tally_types import Tally, VotePart
from claims.extraction.vote_chains import all_alike, chain_from, chain_roles
from claims.extraction.vote_words import (
    ABSTAIN,
    AGAINST,
    ANY_ROLE,
    FOR,
    GENERIC,
    LINK,
    NOT_VOTING,
    ROLE,
    has_two_roles,
    speaks_of_vote,
    told_plainly,
)  # fmt: skip
from claims.extraction.voter_counts import (
    company,
    dissent_after,
    is_filler,
    joined,
    left_out,
    restricts,
    spoken_counts,
    whose_part,
)  # fmt: skip

_BESIDE = r"(?:\s*,\s*(?:including|among them|led by)\b[^;.]*?,|\s*\([^)]*\)|\s*[-–—](?=\s)|\s*,(?=\s+who\b))?"
_AFTER = re.compile(
    rf"\s+(?:of (?:the|its|those|them)\s+)?(?:(?:other|different|further|more)\s+)?(?P<group>(?:[\w.'’-]+\s+){{0,3}}?)"
    rf"(?:(?:{GENERIC})\b)?{_BESIDE}\s*{LINK}(?:{ROLE})",
    re.IGNORECASE,
)
_OF_PART = re.compile(
    rf"(?:\s+(?P<noun>(?:[\w’'-]+\s+)?(?:{GENERIC})))?\s+(?:of|from|in|within|on|at)\s+(?!those\b|them\b)"
    rf"(?P<of>(?:[\w.'’&-]+\s+){{1,7}}?)(?:(?:who|that|have|had|has|also|then|all)\s+){{0,2}}"
    rf"(?P<verb>vot(?:ed|ing)\s+|were\s+)?(?:{ROLE})",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:all|all of the|all the|all its|all of its)\s+$", re.IGNORECASE)
_EVERY_VOTED = re.compile(
    rf"\s+(?:[\w-]+\s+)?(?:{GENERIC})\b[^.;:]{{0,90}}?\bvoted\b(?!\s+(?:against|no)\b)[^.;:,]{{0,30}}?"
    r"\b(?:to (?!abstain|reject|oppose)\w+|unanimously|for|in favou?r|yes)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?P<abstentions>abstentions?|abstaining|abstained|refrain\w+ from voting)|(?P<votes_against>against|no|"
    r"opposed|opposition|nays|noes)|"
    r"(?P<votes_for>for|in favou?r|yes|yeas|ayes)|(?P<not_voting>absent|not voting|non-voting))"
    r"\s*(?::|=|-|–|\b(?:was of|were of|were|was|numbered|stood at|totall?ed|came to)\b)\s*(?:only |just |the )?$",
    re.IGNORECASE,
)
_NO_ROLE_BEFORE = re.compile(
    r"\s?[:=]\s?\d|\s(?:(?:an?|\d+|one|two|three|four|five|six|several|many)\s(?:\w+\s)?(?:hour|day|week|month|year|"
    r"decade|moment)s?|the (?:first|second|third|last|past|next|rest|time)|now|years|hours)\b",
    re.IGNORECASE,
)
"""After "310 No" a figure of its own ("No: 205"); after "12 members for" a time, which is not voted for."""
_ROLL = re.compile(r"\b(?:(?P<votes_for>ayes|yeas)|(?P<votes_against>noes|nays))\s+(?:were |got )?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?P<votes_for>(?:back|support|endors|favou?r)ed by|(?:won|had|has|got|gained) the (?:backing|support) of)|"
    r"(?P<votes_against>opposed by))\s+(?:only |just |some |about )?$",
    re.IGNORECASE,
)
_WON = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|g[eo]t(?:s|ting)?|receiv\w+|secur\w+|garner\w*|gain\w*|collect\w*|obtain\w*|drew|"
    r"attract\w*|(?:pass(?:ed)?|adopted|approved|carried) (?:with|by))\s+"
    r"(?:its |only |just |a total of |some |about )*$",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:pass(?:ed)?|adopted|approved|carried|ratified|endorsed|elected|backed|won)\b[^.;:]{0,80}?\bwith\s+"
    r"(?:only |just )?$",
    re.IGNORECASE,
)
# votes that are needed, not cast, and the whole of which only a share voted
_NOT_THEIRS = re.compile(
    r"\b(?:percent|per cent|half|thirds?|quarters?|most|majority) of\s+(?:its |the |their |all )*$|"
    r"%\sof\s(?:its |the )*$|"
    r"\b(?:needs?|needed|requires?|required|needing|lacks?|lacked)\s+(?:at least |another |some |all )*$",
    re.IGNORECASE,
)
_CROWD = re.compile(r"\b(?:people|workers|employees|residents|citizens|leaders|ministers)\b(?!.*\bvot)", re.IGNORECASE)
_WEAK = words("for no yes against")
_VOTES = re.compile(r"\s+votes?\b")
_OF = re.compile(r"\s+of\s+")
_WITH = re.compile(r"\b(?:with|by)\s+(?:only |just )?$")
_BARE = re.compile(r"[\w,.-]+ (?:for|against|no|yes)", re.IGNORECASE)
_THEN = re.compile(r"\s+votes?,?\s+(?:and\s+|with\s+|but\s+|to\s+)?")
_NEXT_MOTION = re.compile(
    r"(?:;|\b(?:while|whereas|but|after|before|and then)\b)[^;]*?\b(?:an?|the|another|its|his|her|their|second)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:amendment|motion|resolution|bill|proposal|draft|text|law|treaty|referendum)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one step reads: parts, the named group they are of, and how many numerals they took."""

    parts: tuple[VotePart, ...] = ()
    subject: str = ""
    used: int = 1


def find_tallies(text: str, masked: Sequence[tuple[int, int]] = (), *, in_vote: bool = False) -> list[Tally]:
    """The tallies of one sentence, in order; `in_vote` says that the words before it were about a vote.

    Fires on "took 97 votes in favor; 60 states abstained and eight were against it", "97-18 with 65
    abstentions", "97–8–60", "by 10 votes to none with five abstentions", "rejected by 310 votes to 205" (310 against),
    "Britain abstained, together with 22 others" (23), "tied at 44 all", "all 15 members voted to lift it",
    "12 members of the Green group voted for it" (a part). Leaves alone "won 3-1" of a match, "20 houses for the poor",
    "voted for the 3rd time", "all but three voted for it".
    """
    if not in_vote and not speaks_of_vote(text) and not has_two_roles(text):
        return []
    found = [
        numeral
        for numeral in _whole_numbers(text)
        if not any(numeral.start < stop and begin < numeral.end for begin, stop in masked)
    ]
    parts: list[tuple[VotePart, str]] = []
    position = 0
    while position < len(found):
        reading = _chained(text, found, position) or _read_one(text, found, position)
        parts += [(part, reading.subject) for part in reading.parts]
        position += reading.used
    if (
        len(parts) == 1
        and not in_vote
        and not told_plainly(text)
        and _BARE.fullmatch(text, parts[0][0].start, parts[0][0].end)
    ):
        parts = []  # "lost 300 men and 12 against the rebels"
    return with_unanimity(text, with_solo_voters(text, _grouped(text, parts)))


def _whole_numbers(text: str) -> list[Numeral]:
    plain = [
        numeral
        for numeral in numerals(text)
        if numeral.value == numeral.value.to_integral_value()
        and not numeral.currency
        and not _not_a_count(text, numeral)
    ]
    spoken = list(spoken_counts(text))
    plain = [one for one in plain if not any(one.start < other.end and other.start < one.end for other in spoken)]
    return sorted((*plain, *spoken), key=lambda numeral: numeral.start)


def _not_a_count(text: str, numeral: Numeral) -> bool:
    one_of = numeral.value == 1 and text.startswith((" of", " by"), numeral.end)
    return one_of or text.startswith(
        ("-year", "-month", "-day", "-member", "-seat", "-nation", "-page", "%", " per"), numeral.end
    )


def _chained(text: str, found: list[Numeral], position: int) -> _Reading | None:
    """For–against–abstaining–not voting, in that order; "44 all" is a chain of two."""
    chain = chain_from(text, found, position)
    if chain:
        roles = chain_roles(text, chain)
        parts = (VotePart(role, one.start, one.end, one.value) for role, one in zip(roles, chain, strict=False))
        return _Reading(tuple(parts), used=len(chain))
    one = found[position]
    end = all_alike(text, one)
    if end:
        return _Reading(tuple(VotePart(role, one.start, end, one.value) for role in (FOR, AGAINST)))
    return None


def _read_one(text: str, found: list[Numeral], position: int) -> _Reading:
    """The role of one number, the named group it is of, and how many numerals it used; no parts where it has no
    role."""
    numeral = found[position]
    figure = figure_of(text, numeral)
    following = found[position + 1] if position + 1 < len(found) else None
    end, used, total = numeral.end, 1, None
    if following and (_OF.fullmatch(text, end, following.start) or OUT_OF.fullmatch(text[end : following.start])):
        end, used, total = following.end, 2, following.value
        following = found[position + 2] if position + 2 < len(found) else None
    limit = min(len(text), end + 3 * WINDOW, following.start if following else len(text))
    before = text[max(0, numeral.start - WINDOW) : numeral.start]
    more, begin = company(text, numeral)
    start = min(begin, figure.start)

    def read(role: str | None, stop: int, subject: str = "", add: int = 0) -> _Reading:
        if not role or (role == NOT_VOTING and _CROWD.search(text, numeral.end, stop)):
            return _Reading(used=used)
        part = VotePart(role, start, stop, value + add, figure.comparator, total)
        return _Reading((part,), subject, used)

    value = numeral.value + more
    if _NOT_THEIRS.search(before):
        return _Reading(used=used)
    if left_out(before):
        if total is None:
            return _Reading(used=used)
        value = total - numeral.value
    beside = joined(text, end, limit)
    if beside:
        return read(beside[0].lastgroup, beside[0].end(), add=beside[1])
    after = _AFTER.match(text, end, limit)
    if after and _NO_ROLE_BEFORE.match(text, after.end()):
        after = None
    if after and after.lastgroup:
        group = " ".join(after["group"].split())
        if is_filler(group):
            return read(after.lastgroup, after.end())
        if restricts(group):
            noun = re.match(rf"\s+(?:{GENERIC})\b", text[after.end("group") - 1 : limit], re.IGNORECASE)
            return read(after.lastgroup, after.end(), f"{group} {noun[0].strip() if noun else ''}".strip())
    if _EVERY.search(before):
        every = _EVERY_VOTED.match(text, end)
        if every:
            return read(FOR, every.end())
    part = _OF_PART.match(text, end, limit)
    if part and part.lastgroup and (part["verb"] or part[part.lastgroup].casefold() not in _WEAK):
        return read(part.lastgroup, part.end(), whose_part(part["noun"] or "", part["of"]))
    if more and begin == numeral.start:
        last = ANY_ROLE.search(text, end, limit) or _last_role(text[: numeral.start])
        return read(last.lastgroup if last else None, numeral.end)
    if after and after.lastgroup:
        return _Reading(used=used)
    if dissent_after(text, numeral.end):
        return read(AGAINST, numeral.end)
    agent = _BY.search(before)
    if agent and re.match(rf"\s+(?:\w+\s)?(?:{GENERIC})\b", text[end:limit], re.IGNORECASE):
        return read(agent.lastgroup, numeral.end)
    match = _BEFORE.search(before) or _ROLL.search(before)
    if match:
        return read(match.lastgroup, numeral.end)
    if _WON.search(before) and (_VOTES.match(text, end, limit) or _VOTES.match(text, numeral.end)):
        return read(FOR, max(end, numeral.end + len(" votes")))
    carried = _CARRIED.search(text, max(0, numeral.start - 3 * WINDOW), numeral.start)
    if _VOTES.match(text, end, limit) and ((total and _WITH.search(before)) or carried):
        return read(FOR, end + len(" votes"))
    if following and _THEN.fullmatch(text, end, following.start) and not _chained(text, found, position + 1):
        other = _read_one(text, found, position + 1)
        if other.parts and not other.subject and other.parts[0].measure in {AGAINST, ABSTAIN}:
            return read(FOR, end + len(" votes"))
    return _Reading(used=used)


def _last_role(text: str) -> re.Match[str] | None:
    return max(ANY_ROLE.finditer(text), key=lambda match: match.start(), default=None)


def _grouped(text: str, parts: list[tuple[VotePart, str]]) -> list[Tally]:
    """Parts in text order make one tally until a role repeats or another motion is named; a named group is a tally of
    its own."""
    tallies: list[Tally] = []
    current: list[VotePart] = []
    for part, subject in parts:
        if subject:
            tallies.append(Tally((part,), subject))
            continue
        again = any(part.measure == other.measure for other in current)
        if current and (again or _NEXT_MOTION.search(text, current[-1].end, part.start)):
            tallies.append(Tally(tuple(current)))
            current = []
        current.append(part)
    if current:
        tallies.append(Tally(tuple(current)))
    return sorted(tallies, key=lambda tally: tally.parts[0].start)
