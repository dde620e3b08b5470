"""What a figure is told of, where that is less than the whole happening: the dead of one place, the hour of one step.

Two figures may be set beside each other only where their scopes are the same: 120 dead in one province and 300 in the
whole country are both right, and so are a departure at 9.10 and a last radar contact at 9.50.
"""

import re

from claims.extraction.names import canonical_name, canonical_state, state_of, state_of_adjective
from claims.extraction.types import ExtractedClaim, ExtractedMeasurement

TOLLS = frozenset({"killed", "injured", "wounded", "missing", "casualties", "identified_dead"})
"""Counts that grow, or are corrected, while a happening is being understood."""

_KIND = r"region|province|city|town|state|district|village|department|county|area|island|suburb|port|capital"
_TITLE = r"[A-Z][\w’'-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+)*"
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_NO_PLACE = (
    rf"in|at|near|from|after|when|as|since|while|meeting|conference|summit|interview|speech|statement|report|{_MONTH}"
)
_NAMED = rf"(?:the\s+)?(?:(?!(?:{_NO_PLACE})\b)[\w-]+\s){{0,4}}?(?:(?:{_KIND})\s+of\s+)?(?!(?:{_MONTH})\b)({_TITLE})"
_PLACE = rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Aa]round|[Aa]cross)\s+{_NAMED}"
_AFTER = re.compile(
    rf"(?:(?!\b(?:after|when|as|since|while|meeting|conference|summit|interview|speech)\b)[^.;:,\d]){{0,60}}?{_PLACE}"
)
_ALL_THERE = re.compile(rf"[^.;:\d]{{0,25}},\s(?:all|most|mostly|both)\b[^.;:\d]{{0,60}}\b(?:in|at|near)\s+{_NAMED}")
_SOME_PLACE = re.compile(
    rf"[^.;:,\d]{{0,30}}?\b(?:in|at|near)\s+((?:one|a|an|another|a single)\s+(?:[\w-]+\s){{0,2}}?(?:{_KIND}|hospital|"
    rf"building|school|camp|block|neighbourhood|neighborhood))\b"
)
_SIDE = re.compile(r"\b[Oo]n\s+the\s+([A-Z]\w+)\s+side\b")
_FRONTED = re.compile(rf"^\W*(?:{_PLACE[2:]}|[Oo]n\s+the\s+([A-Z]\w+)\s+side)\b[^,]{{0,60}},")
_CLEFT = re.compile(rf"\b[Ii]t\s+(?:is|was)\s+{_PLACE[2:]}\s+that\b[^.;]{{0,40}}$")
_WHICH = re.compile(rf"{_PLACE},?\s+(?:in|during|after) which\b[^.;,]{{0,40}}$|({_TITLE}),?\s+where\b[^.;,]{{0,40}}$")
_OTHER_YEAR = re.compile(
    r"\b((?:18|19|20)\d\d)\s+(?:record|march|rally|protest|total|figure|toll|level|vote|quake|attack|election)\s+of\s*$"
    r"|\b(?:record|march|rally|protest)\s+of\s+((?:18|19|20)\d\d)\b[^.;]{0,25}$"
)
_AFTERSHOCK = re.compile(r"\baftershocks?\b", re.IGNORECASE)
_SITE = re.compile(
    r"\b(?:at|in|under|inside) (?:the|a|that|this) (?:[\w’'-]+ ){0,2}?(tower|building|site|hotel|school|station|plant|"
    r"mine|block|hospital|market|mosque|church|camp|prison|stadium|factory|restaurant|theatre|theater|nightclub)\b"
)
_VICTIMS = {
    word: name
    for name, words in {
        "fighters": "militant fighter rebel insurgent gunman terrorist extremist taliban commander",
        "civilians": "civilian",
        "children": "child boy girl schoolchild student pupil",
        "women": "woman",
        "police": "policeman police officer",
        "workers": "worker",
        "rescuers": "rescuer firefighter medic",
    }.items()
    for word in words.split()
}
"""Who the victims of a toll are, where it counts only them."""
_STREET = re.compile(
    r"[^.;:,\d]{0,40}?\bon (?:the )?((?:Boulevard|Avenue|Place|Plaza|Square|Bridge) (?:[A-Z][\w’'-]+ ?)+)"
)
_BEFORE_COLON = re.compile(rf"{_PLACE}:\s[^.;]{{0,90}}$")
_THERE = re.compile(
    r"\b(?:toll|count|number|figure|dead|deaths|killed|died)\b(?:\s[\w-]+){0,3}?\s+there\b", re.IGNORECASE
)
_BROUGHT_IN = re.compile(
    r"\b(?:hospitals?|morgues?|clinics?|doctors?|surgeons?)\b[^.;]{0,60}"
    r"\b(?:received|took in|taken in|admitted|treated)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""What one hospital has seen is no more than a part."""
_LISTED = re.compile(
    rf"\b(?:[Dd]eaths|[Dd]ead|[Kk]illed|[Ii]njured|[Ww]ounded|[Tt]oll)\s{_PLACE[2:]}\W*$|{_PLACE}:\s*$"
)
"""The head of a list: "Deaths in Peru: 12"."""
_IN_CAPITAL = re.compile(r"[^.;:,\d]{0,40}?\bin the capital\b")
_ELSEWHERE = re.compile(r"\W*(?:\w+ ){0,2}elsewhere\b")
_OF_ITS = re.compile(
    r"\b(?:of (?:its|their|our)(?: own)? (?:soldiers|troops|men|servicemen|forces|fighters|people|personnel|"
    r"guards|officers)|(?:in|from) (?:its|their|our) (?:own )?ranks)\b"
)
_LOST = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?(?:['’]s (?:army|forces|military))?(?: had| has)? lost $")
_OWN_COUNTRY = re.compile(r"\b(?:in|across)\s+(?:his|her|their|its|the)\s+(?:own\s+)?country\b")
_WHOLE = re.compile(
    r"\b(?:nationwide|across the country|in all|in total|altogether|overall|in the country)\b", re.IGNORECASE
)
_STEPS = tuple(
    (step, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for step, words in (
        ("last seen", r"last (?:seen|detected|spotted|radar|positive|tracked)|radar|spotted|sighted|tracked"),
        (
            "contact lost",
            r"lost (?:all )?(?:radio |radar )?(?:contact|communication|touch|signal)|contact (?:was|with \w+ was) lost|"
            r"loss of (?:contact|communications?|signal)|disappear(?:ed|ance)|vanish(?:ed|ing)|went (?:missing|silent)|"
            r"dropped off|(?:was|were) lost|last contact",
        ),
        ("last message", r"transmission|signal|message|ACARS|signed off|last words"),
        (
            "departure",
            r"t(?:ook|ake|akes|aking) ?-?off|cast off|sail(?:ed|ing)|weighed anchor|depart(?:ed|ure|s)|left|"
            r"leav(?:es|ing)|set (?:off|sail|out)|lifted off",
        ),
        ("arrival", r"arriv(?:ed|al|es|e)|land(?:ed|ing)|due (?:in|at|to land)|reached|docked"),
        (
            "impact",
            r"crash(?:ed)?|hit|struck|explo(?:ded|sion)|blast|collid(?:ed)?|collision|went off|capsiz(?:ed|ing)|sank|"
            r"derail(?:ed|ment)|collaps(?:ed|e)|occurred|happened|quake|impact|came down|went down|down it came|fell",
        ),
        (
            "start",
            r"(?:came|comes|entered|went) into (?:force|effect)|took effect|beg(?:an|in|ins|un)|start(?:ed|s)?|opened|"
            r"launched|broke out|kicked off",
        ),
        ("end", r"ended|finished|closed|stopped|over by"),
        ("alarm", r"alarm|distress|mayday|call(?:ed)? (?:for help|came)|alert(?:ed)?"),
    )
)  # fmt: skip
_SHOT_DOWN = re.compile(
    r"\b(?:intercept\w*|(?:shot|brought|knocked|taken) down|downed|destroyed|repelled|neutrali[sz]ed)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:]|,\s|\b(?:and|but|while|before|after|when)\b")


def scope_of(figure: ExtractedMeasurement, claim: ExtractedClaim, *, before: ExtractedClaim | None, frame: str) -> str:
    """The part of the happening that a figure is told of; "" for the whole, or where nothing is said.

    A toll has a place, an hour a step ("departure", "contact lost"), "the 1998 record of 90,000" its year; missiles
    that were shot down are not those that were fired. `before` is
    the claim before this one, at which "the toll there" points; `frame` the words of the sentence before the claim,
    which name whose country "his country" is. Other measures keep the subject that they have.
    """
    if figure.subject:
        return figure.subject
    year = _OTHER_YEAR.search(claim.quote[: figure.start - claim.start])
    if year:
        return year[1] or year[2]
    if figure.measure == "magnitude" and _AFTERSHOCK.search(_near(claim.quote, figure, claim, 40)):
        return "aftershock"
    if figure.measure in TOLLS:
        return _place(figure, claim, before, frame) or _side_before(figure, claim)
    if figure.measure == "crowd_size":
        return _where(claim.quote[: figure.start - claim.start], claim.quote[figure.end - claim.start :])
    if figure.measure == "event_time":
        return _step(claim.quote, figure.start - claim.start, figure.end - claim.start)
    if figure.measure in {"count", "missiles", "drones"}:
        return _fate(claim.quote, figure.start - claim.start, figure.end - claim.start)
    return ""


def _fate(words: str, start: int, end: int) -> str:
    """ "intercepted" for what did not get through: missiles fired and missiles shot down are two counts."""
    around = _last_clause(words[max(0, start - 60) : start]) + " " + _CLAUSE.split(words[end : end + 60])[0]
    return "intercepted" if _SHOT_DOWN.search(around) else ""


def _place(figure: ExtractedMeasurement, claim: ExtractedClaim, before: ExtractedClaim | None, frame: str) -> str:
    words = claim.quote
    head, tail = words[: figure.start - claim.start], words[figure.end - claim.start :]
    if _ELSEWHERE.match(tail):
        return "elsewhere"
    side = _side(figure.quote) or _own_losses(figure, head, tail, frame, claim)
    if side:
        return side
    there = bool(_THERE.search(words)) and before is not None
    victims = next((_VICTIMS[word] for word in _counted(figure) if word in _VICTIMS), "")
    if victims and not there:
        return victims
    if there and before is not None:
        site, named = _SITE.search(before.quote), re.search(_PLACE, before.quote)
        return site[1] if site else _plain(named[1]) if named else before.cues.place
    site = _SITE.search(tail[:50]) or _SITE.search(head[-50:])
    if site:
        return site[1]
    if _BROUGHT_IN.search(head):
        return "hospital"
    if _WHOLE.match(tail.split(",")[0].strip()) or _WHOLE.search(_last_clause(head) + tail[:40].split(",")[0]):
        return ""
    if _OWN_COUNTRY.search(words):
        return _state_in(frame) or _state_in(claim.speaker.name if claim.speaker else "")
    all_there = _ALL_THERE.match(tail)
    some = _SOME_PLACE.match(tail)
    if some and not all_there:
        return some[1]
    named = all_there or _AFTER.match(tail)
    if named:
        return _plain(named[1])
    led = _WHICH.search(head) or _CLEFT.search(head) or _FRONTED.match(words)
    if led:
        return _plain(next(group for group in led.groups() if group))
    across = _SIDE.search(words)
    if across:
        return _plain(across[1])
    listed = _LISTED.search(head) or _LISTED.search(frame)
    return _plain(next(group for group in listed.groups() if group)) if listed else ""


def _counted(figure: ExtractedMeasurement) -> list[str]:
    """The words for whom a toll counts, in the singular: its unit, and beside the number those of fighters."""
    beside = [word.casefold().removesuffix("s") for word in figure.quote.split()]
    return [figure.unit.casefold().removesuffix("s"), *(word for word in beside if _VICTIMS.get(word) == "fighters")]


def _side(words: str) -> str:
    """The state whose people a toll counts: "20 Peruvian soldiers" """
    names = re.findall(r"[A-Z]\w+(?: [A-Z]\w+)?", words)
    return next((state for name in names if (state := state_of_adjective(name))), "")


def _where(head: str, tail: str) -> str:
    """Where a crowd was counted, as the words around the figure say: one city of a country's marches."""
    if _IN_CAPITAL.match(tail) or _IN_CAPITAL.search(_last_clause(head)):
        return "capital"
    named = _AFTER.match(tail) or _STREET.match(tail)
    if named:
        return _plain(named[1])
    led = _WHICH.search(head) or _FRONTED.match(head) or _BEFORE_COLON.search(head)
    return _plain(next(group for group in led.groups() if group)) if led else ""


def _side_before(figure: ExtractedMeasurement, claim: ExtractedClaim) -> str:
    """In "23 Peruvian soldiers by one account, and 58 by another" the 58 are Peruvian too."""
    told = (found for found in claim.measurements if found.measure == figure.measure and found.end <= figure.start)
    return next((side for found in told if (side := _side(found.quote))), "")


def _own_losses(figure: ExtractedMeasurement, head: str, tail: str, frame: str, claim: ExtractedClaim) -> str:
    """The state that tells of its own dead: "Peru said that 49 of its soldiers were killed", "Peru lost 49 men"."""
    if _OF_ITS.search(f"{figure.quote}{tail[:40]}"):
        speaker = claim.speaker.name if claim.speaker else ""
        return _last_state(head) or _state_in(speaker) or _last_state(frame)
    lost = _LOST.search(head)
    return _last_state(lost[0]) if lost else ""


def _last_state(words: str) -> str:
    names = re.findall(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)?", words)
    return next((state for name in reversed(names) if (state := state_of(name))), "")


def _near(words: str, figure: ExtractedMeasurement, claim: ExtractedClaim, room: int) -> str:
    return words[max(0, figure.start - claim.start - room) : figure.end - claim.start + room]


def _last_clause(head: str) -> str:
    return _CLAUSE.split(head)[-1]


def _plain(place: str) -> str:
    """The place as a name: "Peru's Tacna" → "Tacna", "Chilean" → "Chile", "Arica Region" → "Arica"."""
    bare = re.sub(r"^[A-Z]\w+['’]s?\s+(?=[A-Z])", "", place)
    bare = re.sub(rf"\s+(?:{_KIND})$", "", bare, flags=re.IGNORECASE)
    return state_of_adjective(bare) or canonical_name(bare)


def _state_in(words: str) -> str:
    names = re.findall(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)*", words)
    return next((state for name in names if (state := canonical_state(name) or state_of(name))), "")


def _step(words: str, start: int, end: int) -> str:
    """The step of the happening that an hour belongs to: the nearest one named before it in its clause, else after."""
    head = _last_clause(words[max(0, start - 90) : start]) or words[max(0, start - 90) : start]
    named = [(match.end(), step) for step, pattern in _STEPS for match in pattern.finditer(head)]
    if named:
        return max(named)[1]
    wide = words[max(0, start - 90) : start]
    around = [(start - match.end(), step) for step, pattern in _STEPS for match in pattern.finditer(wide)]
    tail = _CLAUSE.split(words[end : end + 60])[0]
    around += [(match.start(), step) for step, pattern in _STEPS for match in pattern.finditer(tail)]
    return min(around)[1] if around else ""
