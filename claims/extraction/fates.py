"""The words of a sentence that say what became of people: killed, hurt, missing, rescued, detained, released."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.reading import text_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DEAD = r"(?:killed|dead|died|deaths|lost (?:their|his|her) li(?:fe|ves))"
_HURT = r"(?:wounded|injured|hurt|missing|captured|injuries)"
_PHRASES = re.compile(
    rf"\b(?:(?P<casualties>{_DEAD}(?:\s*,\s*|\s*(?:and|or|and/or)\s+)(?:been |were |have been )?(?:seriously |badly )?"
    rf"{_HURT}|(?:wounded|injured) (?:and|or) (?:killed|dead))"
    r"|(?P<killed>(?:lost|lose|losing|gave|given) (?:their|his|her) li(?:fe|ves)|claim(?:ed|s|ing)? (?:the lives "
    r"of|lives)|embraced martyrdom|beaten to death|put to death)"
    r"|(?P<injured>(?:given|needed|received|required|sought|treated for) (?:first aid|medical (?:help|attention|"
    r"treatment|care|aid)|injuries|wounds|burns)|(?:taken|rushed|brought|sent) to (?:the )?hospitals?"
    r"|in (?:the )?hospitals?|in (?:a )?(?:critical|serious|stable) condition|in intensive care)"
    r"|(?P<missing>(?:not (?:yet )?|never |yet to )(?:been |be )?(?:accounted for|found|traced)|being (?:looked|"
    r"searched) for|no (?:word|trace) of)"
    r"|(?P<rescued>(?:brought|taken|led|pulled|carried|ferried) (?:back )?(?:to (?:safety|shore)|ashore|out alive)|"
    r"fished out|picked up alive)"
    r"|(?P<detained>(?:taken|took|placed|remanded) (?:in|into) (?:police )?custody|in custody|rounded up|"
    r"(?:made|making) (?:an )?arrests?)"
    r"|(?P<released>(?:go|goes|went|gone|set|walked) free|(?:come|came|coming|returned|brought|sent) (?:back )?home|"
    r"(?:return|returned|back|home|freed) from (?:\w+ )?captivity|handed over))\b",
    re.IGNORECASE,
)
_SAVING = lexicon.words("pull bring drag dig find get carry recover haul lift free")
_LETTING = lexicon.words("let allow")
_EXCHANGE = lexicon.words("exchange swap")
_WOUNDS = lexicon.words("injury wound burn cut bruise fracture inhalation")
_IN_COMPANY = _SAVING | _EXCHANGE | {"alive", "go", "survivor", "release", "treat", "bury"}
_REACH = 9
_BY_LEMMA = (
    (lexicon.INJURE, "injured"),
    (lexicon.RESCUE, "rescued"),
    (lexicon.CASUALTY, "casualties"),
    (lexicon.MARGIN, "margin"),
)
_BY_VERB = ((lexicon.DETAIN, "detained"), (lexicon.RELEASE, "released"), (lexicon.VANISH, "missing"))


@dataclass(frozen=True, slots=True)
class Fates:
    """The words of one sentence that say what became of people, found once: (first character, token index, measure)."""

    words: tuple[tuple[int, int, str], ...]


def fates(sentence: Span) -> Fates:
    """All such words of a sentence; "killed or wounded" and "killed, wounded, missing" are one word, casualties."""
    text = text_of(sentence.doc)
    phrases = [
        (match.start(), match.end(), match.lastgroup or "")
        for match in _PHRASES.finditer(text, sentence.start_char, sentence.end_char)
    ]
    found = []
    place = 0
    for token in sentence:
        while place < len(phrases) and phrases[place][1] <= token.idx:
            place += 1
        told = place < len(phrases) and phrases[place][0] <= token.idx
        measure = phrases[place][2] if told else fate(token)
        if measure:
            found.append((token.idx, token.i, measure))
    return Fates(tuple(found))


def fate(token: Token) -> str:
    """The measure that one word stands for: "died" → killed, "wounded" → injured, "arrests" → detained, "majority" →
    margin; empty for others."""
    lemma = token.lemma_.casefold()
    if lemma in lexicon.DEAD or (lemma in lexicon.KILL and token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}):
        return "killed"
    if lemma == "victim" and any(other.lemma_ == "identify" for other in token.doc[token.i : token.i + 4]):
        return "identified_dead"
    if (
        lemma in lexicon.MISSING
        or token.lower_ in lexicon.MISSING
        or (token.lower_ == "missing" and token.pos_ in {"ADJ", "VERB"})
    ):
        return "missing"
    measure = next((measure for known, measure in _BY_LEMMA if lemma in known or token.lower_ in known), "")
    if measure:
        return measure
    if lemma == "arrest" or lemma == "detainee":
        return "detained"
    if token.pos_ == "VERB":
        measure = next((measure for known, measure in _BY_VERB if lemma in known), "")
    return measure or _by_company(token, lemma)


def _by_company(token: Token, lemma: str) -> str:
    """Words that say it only with others: "found alive", "let 30 men go", "exchanged 40 prisoners", "buried 12"."""
    if lemma not in _IN_COMPANY:  # nearly all words: they need no look at their neighbours
        return ""
    before = token.doc[max(token.sent.start, token.i - _REACH) : token.i]
    if lemma == "alive" and any(other.lemma_.casefold() in _SAVING for other in before):
        return "rescued"
    if lemma == "go" and token.tag_ == "VB" and any(other.lemma_.casefold() in _LETTING for other in before):
        return "released"
    previous, following = token.doc[max(token.i - 1, 0)], token.doc[token.i + 1 : token.i + 4]
    if lemma == "survivor" and (previous.like_num or previous.lower_ == "of"):
        return "rescued"
    if (
        lemma == "release"
        and following.text.startswith("of ")
        and any(other.lemma_ in lexicon.PERSONS for other in following)
    ):
        return "released"
    if token.pos_ != "VERB":
        return ""
    after = token.doc[token.i : min(token.sent.end, token.i + _REACH)]
    words = {other.lemma_.casefold() for other in after}
    if lemma in _SAVING and "alive" in words:
        return "rescued"
    if lemma == "treat" and words & _WOUNDS:
        return "injured"
    if lemma in _EXCHANGE and (words | {other.lemma_.casefold() for other in before}) & lexicon.CAPTIVES:
        return "released"
    if (
        lemma == "bury"
        and token.dep_ != "acl"
        and not any(other.dep_ in {"nsubjpass", "auxpass"} for other in token.children)
    ):
        return "killed"
    return ""
