"""Numbers of a vote whose role is their place: "97–8–60", "310 votes to 205", "44 all"."""

import re

from claims.extraction.comparators import WINDOW
from claims.extraction.numerals import Numeral
from claims.extraction.vote_words import ABSTAIN, AGAINST, ANY_ROLE, FOR, GENERIC, NOT_VOTING, SPORT, speaks_of_vote

_JOINER = re.compile(rf"\s?[-–—]\s?|-to-| (?:(?:{GENERIC}) )?to |(?P<against>(?: votes?)?,? against )", re.IGNORECASE)
_OF_TIME = re.compile(
    r"[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|percent|per cent|%|km|miles|people|million|billion)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\b[^,;]*$")
_ALIKE = re.compile(r"(?:\s(?:votes|members|ballots))?[\s-](?:all|apiece|each)\b(?!\s(?:of|the|three|four|in)\b)")
_EVEN = re.compile(r"\b(?:tied?|ties|tying|deadlock(?:ed)?|split|level|stalemate|draw|drew|drawn)\b", re.IGNORECASE)
_LOST = re.compile(
    r"(?<!to )\b(?:reject(?:s|ed|ing|ion)?|lost|lose|loses|defeat(?:ed|s)?|voted? (?:\w+ ){0,4}down|threw|"
    r"thrown out(?! of)|turn(?:ed|s)? (?:it )?down|fail(?:ed|s)?|kill(?:ed|s)|sank|block(?:ed|s)|fell|"
    r"(?:said|says|voted) no|voted against)\b|"
    r"\bvot\w+ (?:[\w-]+ ){0,3}to (?:reject|throw out|turn down|block|defeat)\b",
    re.IGNORECASE,
)
_WON = re.compile(
    r"(?<!to )\b(?:pass(?:ed|es)|adopt(?:ed|s)|approv(?:ed|es)|carried|backed|endorsed|won|went through|agreed|"
    r"survived|succeeded|impeached)\b",
    re.IGNORECASE,
)
_TURNED_ON = re.compile(
    r"\s*,?\s*(?:votes? )?(?:against (?!\d)|to (?:reject|defeat|block|kill|vote down|throw (?:it )?out|turn down)\b)",
    re.IGNORECASE,
)
_CONDEMNED = re.compile(
    r"\b(?:reject\w*|against)\s+(?:[\w’'-]+\s+){0,4}?(?:annexation|occupation|invasion|recognition|embargo|blockade|"
    r"aggression|decision|war)\b",
    re.IGNORECASE,
)
"""Acts of others: who rejects one has voted for a text that does so."""
_NEEDS_MORE = re.compile(
    r"\b(?:two[- ]thirds|three[- ]fifths|super-?majority|veto\w*|required majority|threshold)\b", re.IGNORECASE
)


def chain_from(text: str, found: list[Numeral], position: int) -> list[Numeral]:
    """The longest run of up to four numbers joined by dashes, "to" or "against" that can be a tally, from
    `position`."""
    run = [found[position]]
    for following in found[position + 1 : position + 4]:
        joiner = _JOINER.fullmatch(text, run[-1].end, following.start)
        if not joiner or (joiner["against"] and ANY_ROLE.match(text, following.end + 1)):
            break
        run.append(following)
    if len(run) < 2 or SPORT.search(text) or any(1900 <= number.value <= 2100 for number in run):
        return []
    before = text[max(0, run[0].start - WINDOW) : run[0].start]
    if _OF_TIME.match(text, run[-1].end):
        return []
    if "to" in text[run[0].end : run[1].start].casefold().split() and _FROM.search(before):
        return []
    return run if len(run) > 2 or speaks_of_vote(text) else []


def chain_roles(text: str, chain: list[Numeral]) -> list[str]:
    """For, against, abstaining, not voting, in that order; what was rejected by 310 to 205 had 310 against."""
    roles = [FOR, AGAINST, ABSTAIN, NOT_VOTING]
    if len(chain) == 2 and chain[0].value > chain[1].value and _is_lost(text, chain):
        roles[:2] = [AGAINST, FOR]
    return roles


def all_alike(text: str, numeral: Numeral) -> int:
    """Where "44 all" or "44 votes each" ends in a sentence about a tie; 0 for anything else."""
    match = _ALIKE.match(text, numeral.end)
    return match.end() if match and _EVEN.search(text) and not SPORT.search(text) else 0


def _is_lost(text: str, chain: list[Numeral]) -> bool:
    """Whether the first number is of those against: the last word of fate before the chain tells, or what follows
    it."""
    if _NEEDS_MORE.search(text) or _CONDEMNED.search(text):
        return False
    if _TURNED_ON.match(text, chain[-1].end):
        return True
    before = text[: chain[0].start]
    lost = max((match.start() for match in _LOST.finditer(before)), default=-1)
    return lost > max((match.start() for match in _WON.finditer(before)), default=-1)
