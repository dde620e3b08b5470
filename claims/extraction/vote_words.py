"""The words of voting: what speaks of a vote, who votes, and which words give a number its role in a tally."""

import re
from functools import lru_cache

FOR, AGAINST, ABSTAIN, NOT_VOTING = "votes_for", "votes_against", "abstentions", "not_voting"

GENERIC = (
    r"votes?|ballots?|members?|member[- ]states?|countries|country|nations?|states?|governments?|delegations?|"
    r"delegates?|lawmakers?|legislators?|parliamentarians?|mps?|meps?|msps?|tds?|deput(?:y|ies)|senators?|"
    r"congress(?:wo)?m[ae]n|representatives?|councill?ors?|aldermen|peers?|council members?|assembly members?|"
    r"ambassadors?|judges?|justices?|commissioners?|trustees?|electors?|cardinals?|bishops?|cantons|provinces|"
    r"leaders|ministers|governors|envoys|workers|employees|residents|citizens|others?|"
    r"people|in total|voters?|shareholders?"
)
"""Who votes, or the votes themselves."""
_MOTION = (
    r"resolutions?|texts?|motions?|amendments?|bills?|drafts?|deals?|proposals?|demands?|declarations?|laws?|"
    r"treat(?:y|ies)|referendums?|call"
)
_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ers?|ing)|ballots?|abst(?:ain|ent)\w*|resolutions?|motions?|amendments?|tally|tallies|"
    r"divisions?|in favou?r|vetoe?[sd]?|adopt(?:ed|s)?|approv(?:ed?|es)|reject(?:ed|s)?|defeated|bill|ayes|noes|lost|"
    r"(?:went|go|goes|sailed) through|pass(?:ed|es)|threw (?:it|\w+ \w+) out|thrown out|turned down|lawmakers|mps|"
    r"referendums?|plebiscites?|impeach\w*|quorum|"
    r"rul(?:ed|ing) (?:by )?\d+[-–]\d+|\d+[-–]\d+ (?:ruling|decision)|"
    rf"(?:{GENERIC}) (?:backed|supported|endorsed|opposed) (?:an?|the|its|this) (?:[\w-]+ ){{0,3}}(?:{_MOTION}))\b"
)
"""In small letters: a search that ignores case takes four times as long."""
SPORT = re.compile(
    r"\b(?:goals?|match(?:es)?|games?|seasons?|league|cup|scor(?:e|ed|ing)|striker|half-?time|playoffs?|innings?|"
    r"semi-?finals?|quarter-?finals?|champions(?:hip)?|coach|teams?|players?)\b",
    re.IGNORECASE,
)

_OPEN, _CLOSE = r"[\"'“‘]?", r"[\"'”’]?(?=[\s,.;:)]|$)"
_VOTED_TO = r"(?:(?<=voted to )|(?<=voting to )|(?<=vote to ))"
_AGAINST_ACTS = r"(?:reject|oppose|acquit|block|defeat|vote (?:it )?down|throw|turn)"
_ROLES = {
    ABSTAIN: r"abst(?:entions?|ain(?:ed|ing|ers?)?)\b|refrain(?:ed|ing)|sat (?:it )?out|sitting (?:it )?out|"
    r"withheld (?:their|its) votes?",
    NOT_VOTING: r"(?:did|do|does)(?: not|n['’]t) (?:vote|take part|participate|turn up|show up|attend|cast)|"
    r"not voting|non-?voting|absent\b|absences?\b|stay(?:ed|ing) away|boycott(?:ed|ing)\b|walk(?:ed|ing) out|"
    r"left the (?:chamber|room|hall|sitting|session)|(?:failed|refused|declined) to (?:vote|take part)|took no part|"
    r"(?:skipped|missed) the (?:vote|session|sitting)",
    AGAINST: rf"{_OPEN}(?:against|no|noes|nays?){_CLOSE}(?! (?:one|longer))|oppos(?:ed|ing|ition)\b|reject(?:ed|ing)\b|"
    rf"dissent(?:ed|ing|s)?\b|not in favou?r|(?<=to )oppose\b|{_VOTED_TO}{_AGAINST_ACTS}\b|to acquit\b",
    FOR: rf"in (?:its |his |her |their )?favou?r\b|in support\b|{_OPEN}(?:for|yes|yeses|ayes?|yeas?){_CLOSE}|"
    r"back(?:ed|ing)\b|(?<=to )(?:back|support|endorse)\b|support(?:ed|ing)\b|approv(?:ed|ing)\b|endors(?:ed|ing)\b|"
    rf"{_VOTED_TO}(?!(?:{_AGAINST_ACTS}|abstain|boycott|not|stay|the|an?|his|her|its|their)\b)[a-z]+",
}
ROLE = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _ROLES.items())
ANY_ROLE = re.compile(ROLE, re.IGNORECASE)
_PLAIN_ROLE = re.compile(ROLE)
LINK = (
    r"(?:(?:who|that|which|have|has|had|were|was|are|of them|of those|voted?|voting|votes|cast|went|going|to|"
    r"were cast|ha[sd] been|yes|no|affirmative|negative|only|just|more|further|also|then|ballots|both|all|said|"
    r"present|in|having|dared|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|counted|came|ended up|"
    r"chose|decided|choosing|opting|opted)\s+)*"
)
"""Words between a number with its noun and the word of its role."""


@lru_cache(maxsize=256)  # several rules ask of the same sentence
def speaks_of_vote(text: str) -> bool:
    """Whether the words are about a vote, a motion or its fate."""
    return bool(_VOTE.search(text.lower()))


def has_two_roles(text: str) -> bool:
    """Whether words for two roles or more stand there: "97 for, 60 against"."""
    return len({match.lastgroup for match in _PLAIN_ROLE.finditer(text.lower())}) > 1


_PLAIN = re.compile(
    r"\b(?:vot(?:e[sd]?|ers?|ing)|ballots?|abst\w+|resolutions?|motions?|amendments?|tally|in favou?r|bill|ayes|noes|"
    r"lawmakers|MPs|referendum)\b",
    re.IGNORECASE,
)


def told_plainly(text: str) -> bool:
    """Whether a word stands there that is of votes alone; "lost", "passed" and "rejected" are of much else too."""
    return bool(_PLAIN.search(text))
