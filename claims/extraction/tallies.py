"""Read vote tallies whole: how many for, against, abstaining and not voting, as one object.

A number gets its role from the words after it ("44 abstentions", "eight voted against it"), before it ("abstentions:
5") or from its place in a chain ("97–8–60", "310 votes to 205"). Weak words ("for", "no") count only in a sentence
that speaks of a vote. Named groups ("seven European countries abstained") are part of a tally and stand as a group of
their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.extraction.figures import OUT_OF, WINDOW, figure_of
from claims.extraction.lexicon import words
from claims.extraction.numerals import Numeral, numerals
from claims.vocabulary import Comparator

FOR, AGAINST, ABSTAIN, NOT_VOTING = "votes_for", "votes_against", "abstentions", "not_voting"

_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ers?|ing)|ballots?|abst(?:ain|ent)\w*|resolutions?|motions?|amendments?|tally|tallies|"
    r"divisions?|in favou?r|vetoe?[sd]?|adopt(?:ed|s)?|approv(?:ed?|es)|reject(?:ed|s)?|defeated|bill|ayes|noes|lost|"
    r"(?:went|go|goes|sailed) through|pass(?:ed|es)|threw (?:it|\w+ \w+) out|thrown out|turned down|lawmakers|MPs)\b",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:goals?|match(?:es)?|games?|seasons?|league|cup|scor(?:e|ed|ing)|striker|half-?time|playoffs?|innings?|"
    r"semi-?finals?|quarter-?finals?|champions(?:hip)?|coach|teams?|players?)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:reject\w*|lost|lose|loses|defeat\w*|voted? (?:\w+ ){0,4}down|threw|thrown|throw|"
    r"turn(?:ed|s)? (?:it )?down|fail(?:ed|s)?|kill(?:ed|s)|sank|block(?:ed|s))\b",
    re.IGNORECASE,
)
_NEEDS_MORE = re.compile(
    r"\b(?:two[- ]thirds|three[- ]fifths|super-?majority|veto\w*|required majority|threshold)\b", re.IGNORECASE
)

_GENERIC = (
    r"votes?|ballots?|members?|member[- ]states?|countries|country|nations?|states?|governments?|delegations?|"
    r"delegates|lawmakers|legislators|mps|meps|deputies|senators|representatives|councillors|"
    r"council members|ambassadors|judges|justices|others?|people|in total|voters|shareholders"
)
_OPEN, _CLOSE = r"[\"'“‘]?", r"[\"'”’]?(?=[\s,.;:)]|$)"
_ROLES = {
    ABSTAIN: r"abst(?:entions?|ain(?:ed|ing|ers?)?)\b|refrain(?:ed|ing)|sat (?:it )?out|sitting (?:it )?out",
    NOT_VOTING: r"(?:did|do|does)(?: not|n['’]t) (?:vote|take part|participate)|not voting|non-?voting|absent\b|"
    r"absences?\b",
    AGAINST: rf"{_OPEN}(?:against|no|noes|nays?){_CLOSE}(?! (?:one|longer))|oppos(?:ed|ing|ition)\b|reject(?:ed|ing)\b|"
    r"not in favou?r",
    FOR: rf"in (?:its |his |her |their )?favou?r\b|in support\b|{_OPEN}(?:for|yes|yeses|ayes?|yeas?){_CLOSE}|"
    r"back(?:ed|ing)\b|support(?:ed|ing)\b|approv(?:ed|ing)\b|endors(?:ed|ing)\b",
}
_ROLE = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _ROLES.items())
_LINK = (
    r"(?:(?:who|that|which|have|has|had|were|was|are|of them|of those|voted?|voting|votes|cast|went|going|to|"
    r"were cast|ha[sd] been|yes|no|affirmative|negative|only|just|more|further|also|then|ballots|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|counted|came|ended up|chose|decided|choosing|opting|opted)\s+)*"
)
_AFTER = re.compile(
    rf"\s+(?:of (?:the|its|those|them)\s+)?(?:(?:other|different|further|more)\s+)?(?P<group>(?:[\w.'’-]+\s+){{0,3}}?)"
    rf"(?:(?:{_GENERIC})\b)?(?:\s*,\s*(?:including|among them|led by)\b[^;.]*?,|\s*\([^)]*\))?\s*{_LINK}(?:{_ROLE})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?P<abstentions>abstentions?|abstaining|abstained|refrain\w+ from voting)|(?P<votes_against>against|no|"
    r"opposed|opposition|nays|noes)|"
    r"(?P<votes_for>for|in favou?r|yes|yeas|ayes)|(?P<not_voting>absent|not voting|non-voting))"
    r"\s*(?::|=|-|–|\b(?:was of|were of|were|was|numbered|stood at|totall?ed|came to)\b)\s*(?:only |just |the )?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:(?P<votes_for>(?:back|support|endors|favou?r)ed)|(?P<votes_against>opposed)) by\s+"
    r"(?:only |just |some |about )?$",
    re.IGNORECASE,
)
_WON = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|g[eo]t(?:s|ting)?|receiv\w+|secur\w+|garner\w*|gain\w*|collect\w*|obtain\w*|drew|"
    r"attract\w*|(?:pass(?:ed)?|adopted|approved|carried) (?:with|by))\s+"
    r"(?:its |only |just |a total of |some |about )*$",
    re.IGNORECASE,
)
_CHAIN = re.compile(r"\s?[-–—]\s?|-to-| (?:votes? |ballots? )?to ", re.IGNORECASE)
_WITH_OTHERS = re.compile(r"\b(?:alongside|together with|along with|joined by|joining)\s+$", re.IGNORECASE)
_ANY_ROLE = re.compile(_ROLE, re.IGNORECASE)
_ZERO = re.compile(
    r"\b(?:(?P<pronoun>none|nil|zero|nobody|no one)|(?P<no>no)(?=\s+(?:abstentions?|votes? against|votes? in favou?r|"
    r"opposing|dissent\w*|objections?|"
    r"(?:countries|country|members?|states?|nations?) (?:voted|voting|opposed|abstained))))\b",
    re.IGNORECASE,
)
_SOLO = re.compile(
    r"\bwith (?P<who>[^,;.]{2,80}?(?:, [^,;.]{2,40})*?) (?P<how>abstaining|voting against|opposed|opposing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class VotePart:
    """One number of a tally: `measure` is votes_for, votes_against, abstentions or not_voting."""

    measure: str
    start: int
    end: int
    value: Decimal
    comparator: Comparator = Comparator.EXACT
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one vote; `subject` names the part of the voters they are of ("European countries"), if not
    all."""

    parts: tuple[VotePart, ...]
    subject: str = ""


def find_tallies(text: str, masked: Sequence[tuple[int, int]] = (), *, in_vote: bool = False) -> list[Tally]:
    """The tallies of one sentence, in order; `in_vote` says that the words before it were about a vote.

    Fires on "took 97 votes in favor; 60 states abstained and eight were against it", "97-18 with 65
    abstentions", "97–8–60", "by 10 votes to none with five abstentions", "rejected by 310 votes to 205" (310 against),
    "Britain abstained, together with 22 others" (23). Leaves alone "won 3-1" of a match, "20 houses for the poor",
    "voted for the 3rd time".
    """
    if not in_vote and not speaks_of_vote(text) and len({match.lastgroup for match in _ANY_ROLE.finditer(text)}) < 2:
        return []
    found = [
        numeral
        for numeral in _whole_numbers(text)
        if not any(numeral.start < stop and begin < numeral.end for begin, stop in masked)
    ]
    parts: list[tuple[VotePart, str]] = []
    position = 0
    while position < len(found):
        chain = _chain(text, found, position)
        if chain:
            parts += [(part, "") for part in _chain_parts(text, chain)]
            position += len(chain)
            continue
        read = _read_one(text, found, position)
        if read:
            parts.append(read[:2])
        position += read[2] if read else 1
    return _with_named_voters(text, _grouped(parts))


def speaks_of_vote(text: str) -> bool:
    """Whether the words are about a vote, a motion or its fate."""
    return bool(_VOTE.search(text))


def _whole_numbers(text: str) -> list[Numeral]:
    plain = [
        numeral
        for numeral in numerals(text)
        if numeral.value == numeral.value.to_integral_value()
        and not numeral.currency
        and not _not_a_count(text, numeral)
    ]
    zeros = [
        Numeral(match.start(), match.end(), Decimal(0), Decimal(0), in_words=True) for match in _ZERO.finditer(text)
    ]
    return sorted((*plain, *zeros), key=lambda numeral: numeral.start)


def _not_a_count(text: str, numeral: Numeral) -> bool:
    one_of = numeral.value == 1 and text.startswith((" of", " by"), numeral.end)
    return one_of or text.startswith(
        ("-year", "-month", "-day", "-member", "-nation", "-page", "%", " per"), numeral.end
    )


def _chain(text: str, found: list[Numeral], position: int) -> list[Numeral]:
    """The longest run of up to four numbers joined by dashes or "to" that can be a tally, from `position`."""
    run = [found[position]]
    for following in found[position + 1 : position + 4]:
        if not _CHAIN.fullmatch(text[run[-1].end : following.start]):
            break
        run.append(following)
    if len(run) < 2 or _SPORT.search(text) or any(1900 <= number.value <= 2100 for number in run):
        return []
    before = text[max(0, run[0].start - WINDOW) : run[0].start]
    after = text[run[-1].end : run[-1].end + 24]
    if re.match(
        r"[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|percent|per cent|%|km|miles|people|million|billion)\b",
        after,
        re.IGNORECASE,
    ):
        return []
    if "to" in text[run[0].end : run[1].start].casefold().split() and re.search(r"\bfrom\b[^,;]*$", before):
        return []
    return run if len(run) > 2 or _VOTE.search(text) else []


def _chain_parts(text: str, chain: list[Numeral]) -> Iterator[VotePart]:
    """For–against–abstaining–not voting, in that order; what was rejected by 310 to 205 had 310 against."""
    roles = [FOR, AGAINST, ABSTAIN, NOT_VOTING]
    before = text[: chain[0].start]
    lost = len(chain) == 2 and _LOST.search(before) and not _NEEDS_MORE.search(text)
    if lost and chain[0].value > chain[1].value:
        roles[:2] = [AGAINST, FOR]
    for role, number in zip(roles, chain, strict=False):
        yield VotePart(role, number.start, number.end, number.value)


def _read_one(text: str, found: list[Numeral], position: int) -> tuple[VotePart, str, int] | None:
    """The role of one number, the named group it is of, and how many numerals it used; None where it has no role."""
    numeral = found[position]
    figure = figure_of(text, numeral)
    following = found[position + 1] if position + 1 < len(found) else None
    end, used, total = numeral.end, 1, None
    if following and OUT_OF.fullmatch(text[numeral.end : following.start]):
        end, used, total = following.end, 2, following.value
        following = found[position + 2] if position + 2 < len(found) else None
    limit = min(len(text), end + 3 * WINDOW, following.start if following else len(text))
    before = text[max(0, numeral.start - WINDOW) : numeral.start]

    def part(role: str, stop: int, more: int = 0) -> VotePart:
        return VotePart(role, figure.start, stop, numeral.value + more, figure.comparator, total)

    if _WITH_OTHERS.search(before) and re.match(r"\s+others?\b", text[end:limit]):
        match = _ANY_ROLE.search(text, end, limit) or _last_role(text[: numeral.start])
        return (part(match.lastgroup, numeral.end, 1), "", used) if match and match.lastgroup else None
    after = _AFTER.match(text, end, limit)
    if after and after.lastgroup:
        group = " ".join(after["group"].split())
        if _is_filler(group):
            return part(after.lastgroup, after.end()), "", used
        if _restricts(group):
            noun = re.match(rf"\s+(?:{_GENERIC})\b", text[after.end("group") - 1 : limit], re.IGNORECASE)
            return part(after.lastgroup, after.end()), f"{group} {noun[0].strip() if noun else ''}".strip(), used
        return None
    agent = _BY.search(before)
    if agent and agent.lastgroup and re.match(rf"\s+(?:\w+\s)?(?:{_GENERIC})\b", text[end:limit], re.IGNORECASE):
        return part(agent.lastgroup, numeral.end), "", used
    match = _BEFORE.search(before)
    if match and match.lastgroup:
        return part(match.lastgroup, numeral.end), "", used
    if _WON.search(before) and re.match(r"\s+votes?\b", text[end:limit]):
        return part(FOR, end + len(" votes")), "", used
    return None


def _last_role(text: str) -> re.Match[str] | None:
    return max(_ANY_ROLE.finditer(text), key=lambda match: match.start(), default=None)


_FILLERS = words(
    """
    un u.n. united nations council assembly of the its their those them all eu-wide yes no affirmative negative
    """
)


def _is_filler(group: str) -> bool:
    return all(word.casefold() in _FILLERS for word in group.split())


def _restricts(group: str) -> bool:
    """A capitalised word before the noun names a part of the voters: "European countries", "Labour MPs",
    "Republicans"."""
    return any(word[:1].isupper() for word in group.split()) and not re.search(
        r"\b(?:in|on|at|to|by|said|will|was|were)\b", group
    )


def _grouped(parts: list[tuple[VotePart, str]]) -> list[Tally]:
    """Parts in text order make one tally until a role repeats; a named group is a tally of its own."""
    tallies: list[Tally] = []
    current: list[VotePart] = []
    for part, subject in parts:
        if subject:
            tallies.append(Tally((part,), subject))
            continue
        if any(part.measure == other.measure for other in current):
            tallies.append(Tally(tuple(current)))
            current = []
        current.append(part)
    if current:
        tallies.append(Tally(tuple(current)))
    return sorted(tallies, key=lambda tally: tally.parts[0].start)


def _with_named_voters(text: str, tallies: list[Tally]) -> list[Tally]:
    """ "13-1, with the United Kingdom abstaining": the named voters are the whole number of that role."""
    match = _SOLO.search(text)
    if not match or not tallies:
        return tallies
    role = ABSTAIN if match["how"].casefold() == "abstaining" else AGAINST
    names = [name for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", match["who"]) if name.strip()]
    proper = all(re.match(r"(?:the\s+)?[A-Z]", name.strip()) for name in names) and not re.search(r"\d", match["who"])
    whole = next((tally for tally in tallies if not tally.subject and tally.parts[-1].end <= match.start() + 2), None)
    if not proper or not whole or any(part.measure == role for part in whole.parts):
        return tallies
    named = VotePart(role, match.start("who"), match.end(), Decimal(len(names)))
    return [Tally((*tally.parts, named), tally.subject) if tally is whole else tally for tally in tallies]
