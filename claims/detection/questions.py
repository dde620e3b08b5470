"""How a question reads to people: a headline of at most 110 characters."""

import re
from collections.abc import Collection

from claims.detection.types import Happening
from claims.matching.titles import day_in_words, is_happening, listed, short, with_article
from claims.vocabulary import EventKind

LONGEST = 110
_COUNTED = {
    "killed": "people were killed",
    "injured": "people were injured",
    "wounded": "people were wounded",
    "missing": "people are missing",
    "casualties": "people were killed or wounded",
    "identified_dead": "of the dead are identified",
    "crowd_size": "people took part",
    "aboard": "people were on board",
    "rescued": "people were rescued",
    "detained": "people were detained",
    "released": "people were released",
    "missiles": "missiles were fired",
    "drones": "drones were sent",
    "bodies": "bodies were handed over",
    "jobs": "jobs are spoken of",
    "troops": "troops are reported",
    "aircraft": "aircraft are reported",
}
_ON = re.compile(r"\bvote on (?P<text>.+?)(?: \([^()]*\))*$")
_STEPS = {"contact lost": "loss of contact", "last seen": "last sighting"}
_SMALL = re.compile(
    r"^(?:The|An?|It|He|She|They|We|This|That|These|Those|There|In|On|At|No|Not|Nobody|All|Both|Some|Many|Most|More|Its|"
    r"His|Her|Their|Only|Under|After|Before)\b"
)


def asked(happening: Happening, measure: str, unit: str, subject: str) -> str:
    """The question to which figures are answers: "How many people were killed in the earthquake in Peru?"."""
    told = subject and subject.casefold() not in happening.title.casefold()
    where = f" ({subject})" if told else ""
    if measure in _COUNTED:
        return _about(f"How many {_COUNTED[measure]}{where}", "in", happening)
    if measure == "magnitude":
        return _about("What was the magnitude", "of", happening)
    if measure == "amount":
        return _about(f"How much money ({unit}){where}", "in", happening)
    if measure == "count" and unit:
        return _about(f"How many ({unit}){where}", "in", happening)
    return _about(f"What is the {measure.replace('_', ' ')}{where}", "of", happening)


def tally_asked(happening: Happening) -> str:
    """ "What was the count of the vote on A/RES/77/250?"."""
    return _whole("What was the count of the vote", f"on {text_voted_on(happening)}")


def position_asked(happening: Happening, state: str) -> str:
    """ "How did the United States vote on A/RES/77/250?"."""
    return _whole(f"How did {with_article(state)} vote", f"on {text_voted_on(happening)}")


def outcome_asked(happening: Happening) -> str:
    """ "Was A/RES/77/250 adopted?"."""
    return _whole("Was", f"{text_voted_on(happening)} adopted")


def date_asked(happening: Happening) -> str:
    """ "When was the vote on A/RES/77/250?", "When was the earthquake in Peru?"."""
    if happening.kind == EventKind.VOTE:
        return _whole("When was the vote", f"on {text_voted_on(happening)}")
    return _about("When was it", "", happening).replace("When was it the", "When was the")


def time_asked(happening: Happening, step: str) -> str:
    """ "At what hour was the departure in the crash in Peru?"."""
    return _about(f"At what hour was the {_STEPS.get(step, step)}", "in", happening)


def which_vote_asked(sponsors: Collection[str], happenings: Collection[Happening]) -> str:
    """ "Which vote is meant by the United States' resolution?"."""
    thing = "amendment" if all("amendment" in happening.title for happening in happenings) else "resolution"
    if len(sponsors) == 1:
        owner = with_article(next(iter(sponsors)))
        return _whole("Which vote is meant", f"by {owner}{chr(39) if owner.endswith('s') else chr(39) + 's'} {thing}")
    if sponsors:
        return _whole("Which vote is meant", f"by the {thing} of {listed(sorted(sponsors))}")
    days = {happening.date for happening in happenings if happening.date}
    return f"Which of the votes of {day_in_words(min(days))} is meant?" if days else "Which of these votes is meant?"


def truth_asked(proposition: str) -> str:
    """ "Is it true that Peru is open to talks?"."""
    plain = proposition.strip().rstrip(".")
    plain = plain[:1].lower() + plain[1:] if _SMALL.match(plain) else plain
    return _whole("Is it true that", plain)


def text_voted_on(happening: Happening) -> str:
    """What a vote was on, in few words: its symbol, what its title says, or whose text it was."""
    symbols = sorted(happening.identifiers, key=lambda symbol: ("/RES/" not in symbol, len(symbol), symbol))
    if symbols:
        return symbols[0]
    named = _ON.search(happening.title)
    where = f" in the {happening.body}" if happening.body else ""
    if named:
        return named["text"] if "amendment" in named["text"] else f"{named['text']}{where}"
    when = f" of {day_in_words(happening.date)}" if happening.date else ""
    return f"the text before the {happening.body}{when}" if happening.body else f"the text{when}"


def _about(question: str, link: str, happening: Happening) -> str:
    if is_happening(happening.title):
        title = re.sub(r" \([^()]*\)$", "", happening.title)
        return _whole(question, f"{link} the {title[:1].lower()}{title[1:]}".strip())
    return _whole(f"{question}:", happening.title)


def _whole(start: str, rest: str) -> str:
    return f"{start} {short(rest.rstrip('.?'), LONGEST - len(start) - 2)}?"
