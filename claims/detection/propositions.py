"""What a sentence affirms and what it denies, read from its words alone.

A sentence is cut into clauses; a clause with an odd number of negations is denied, any other affirmed. Negative words
and phrases ("never", "failed to", "no longer", "it is not true that") count alike; those that only look negative ("not
only", "no doubt") are taken out. Each clause is the set of stems of its content words; a word of the lexicon of
opposites stands as its pair and the side that it takes, so that "accepted" and "rejected" meet.

A denied clause keeps its own words only. What is denied is contradicted by whoever affirms all of that and more: "they
did not meet" by "they met in Lima", but "they did not meet in Lima" not by "they met".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.detection.opposites import bare, senses
from claims.detection.synonyms import alike, plain_words
from claims.detection.wording import stem
from claims.extraction.lexicon import words

_HARMLESS = (
    r"not (?:only|just|merely|simply|least|to mention|until|unlike|exactly|necessarily)|"
    r"no (?:doubt|matter|sooner|fewer|less|more)(?: than)?|nothing (?:but|new|like)|"
    r"(?:whether|if|why|or) (?:or )?not|no\. ?\d+|"
    r"managed to|succeeded in|(?:not|n't) (?:know|realise|realize|regret|notice|care|see)(?=,? (?:that|why)\b)"
)
"""Negative only in form; success, which adds nothing; and verbs whose clause holds also where they are denied."""
_CLAIM = r"(?:[\w']+ ){0,3}(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?|statements?)"
_ABOUT = rf"(?: {_CLAIM})"
_FALSE = (
    rf"(?:(?:it|this|that) (?:is|was) )?(?:not true|untrue|false|a lie|wrong|not the case) that|"
    rf"(?:den(?:y|ies|ied)|reject(?:s|ed)?|refute[sd]?|dismiss(?:es|ed)?|dispute[sd]?){_ABOUT}? that|"
    r"den(?:y|ies|ied)(?: ever)?(?: having)?(?= [\w']+(?:ing|ed|en)\b)|"
    rf"contrary to{_ABOUT} that"
)
"""The words after it are said to be false; those before it only tell who says so."""
_NEGATIVE = (
    r"not|never|no longer|no one|no-one|nobody|none(?: of)?|neither|nor|nothing|zero|without|hardly|scarcely|"
    r"at no (?:time|point)|no|"
    r"(?:fail(?:ed|s|ing)?|failure|neglect(?:ed|s)?|forgot|unable|declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing|al)|"
    r"unwilling) to|(?:refrain(?:ed|s)?|stopp?(?:ed|s)? short|desist(?:ed|s)?) (?:from|of)|"
    r"(?:lack|absence) of|rul(?:ed|es|ing) out|off the table"
)
_SAID_FALSE = re.compile(
    rf"^\W*{_CLAIM} that (?P<what>.+?),? (?:is|are|was|were) "
    r"(?:\w+ly )?(?:false|untrue|not true|wrong|a lie|lies|baseless|unfounded|fabricated)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_DENIED_AFTER = re.compile(
    r"^\W*(?:[Tt]hat )?(?P<what>.+?),? (?:he|she|they|it|[A-Z]\w+) (?:\w+ly )?den(?:y|ies|ied)(?: (?:too|it))?\W*$"
    rf"|\bcall(?:s|ed)(?: the)? {_CLAIM} (?:of|that) (?P<called>.+?) an? (?:\w+ )?"
    r"(?:fabrication|lie|hoax|invention|fantasy|fairy tale|fake)\W*$",
    re.DOTALL,
)
"""In what "That he paid, she denies" and "called reports of a payment a lie" say to be false."""
_MARKS = re.compile(
    rf"\b(?:(?P<harmless>{_HARMLESS})|(?P<false>{_FALSE})|(?P<negative>{_NEGATIVE}))\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?P<word>[^\W_]+(?:[-'.][^\W_]+)*)|(?P<end>[,;:()—–¦])|¬(?P<not>[svr])")
_NAME = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_ENDS = words("but while although though whereas because since unless who whom whose which where when that")
_HEDGES = words(
    """
    if would could may might should must can will shall likely unlikely possible possibly perhaps probably plan expect
    want hope threaten threat urge demand vow promise pledge seek try attempt intend propose ask offer agree consider
    warn fear believe think suspect allege alleged reportedly accuse suggest
    """
)
_MODAL = words("would if could may might should must can will shall likely unlikely possible perhaps probably alleged")
"""Hedges that are no acts of their own: to plan, to promise and to agree are, and may be what is denied."""
_NOUNS = words("plan offer threat demand attempt promise pledge vow hope suspect threaten")
_DETERMINERS = words("a an the this that these those his her its their our my no any some every another")
_BEFORE_NOUN = 3
_FUNCTION = words(
    """
    a an the this that these those such there here it its he him his she her hers they them their theirs we us our ours
    you your i me my mine one ones who whom whose which what and or nor so yet also too very just even still only then
    than as of in between among on at by to from into onto upon with within for about around during through toward
    towards per via
    is am are was were be been being has have had having do does did done doing will would shall get got gets getting
    out up down off over under any some each both either other another s t d ll re ve m own while along ever
    """
)
_OWN_SUBJECT = ("no", "lack", "absence", "zero")
_LONGEST_NAME = 3
"""Capitals that follow a capital in one clause; more are a headline."""
_NUMBERS = dict(
    zip(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        map(str, range(1, 13)),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The concepts of one clause. `sides` has for each concept 0, or for a word that has an opposite 1 or -1. `fuller`
    has the capitalised words that stand before another, as a first name before a family name; `initial` is a capital at
    the start of the sentence. `head` is the concept right after a negation, `scope` all that follow it, and `initial`.
    `subject` says whether the clause has one of its own. `hedges` keep it from being stated as fact; `refusal` says
    that somebody would not, where others may have agreed to; `total` that there was none of its `head` ("no
    assurance")."""

    sides: tuple[tuple[str, int], ...]
    names: tuple[str, ...]
    fuller: tuple[tuple[str, str], ...]
    numbers: frozenset[str]
    hedges: frozenset[str]
    denied: bool
    head: str = ""
    scope: frozenset[str] = frozenset()
    subject: bool = True
    refusal: bool = False
    initial: str = ""
    total: bool = False

    @property
    def concepts(self) -> frozenset[str]:
        return frozenset(concept for concept, _ in self.sides)

    @property
    def acts(self) -> frozenset[str]:
        """The hedges that are acts too: to promise."""
        return frozenset(_sense(hedge)[0] for hedge in self.hedges if hedge not in _MODAL)


@dataclass(frozen=True, slots=True)
class Proposition:
    """A sentence as its clauses. `denials` is what it denies: of a clause without a subject of its own, the whole
    sentence. `passive` where something is done "by" somebody; `concepts` and `sided` are all its concepts, and those
    that have an opposite; `lead` is the name that comes first, mostly that of who does it."""

    clauses: tuple[Clause, ...]
    denials: tuple[Clause, ...]
    passive: bool
    concepts: frozenset[str]
    sided: frozenset[str]
    lead: frozenset[str]

    def affirmation(self, concept: str = "") -> Clause:
        """All that the sentence affirms, with the hedges of the clause that holds `concept`."""
        affirmed = [clause for clause in self.clauses if not clause.denied]
        return _joined(affirmed, next((each for each in affirmed if concept in each.concepts | each.acts), None))


def _joined(clauses: tuple[Clause, ...] | list[Clause], main: Clause | None) -> Clause:
    return Clause(
        sides=tuple(side for clause in clauses for side in clause.sides),
        names=tuple(name for clause in clauses for name in clause.names),
        fuller=tuple(pair for clause in clauses for pair in clause.fuller),
        numbers=frozenset(number for clause in clauses for number in clause.numbers),
        hedges=main.hedges if main else frozenset().union(*(clause.hedges for clause in clauses)),
        denied=main is not None and main.denied,
        head=main.head if main else "",
        scope=main.scope if main else frozenset(),
        refusal=main is not None and main.refusal,
        total=main is not None and main.total,
        initial=next((clause.initial for clause in clauses if clause.initial), ""),
    )


@lru_cache(maxsize=16384)
def proposition(text: str) -> Proposition:
    """What a sentence affirms and denies. Linear in its length."""
    plain = plain_words(text.replace("’", "'").replace("cannot", "can not"))
    plain = re.sub(r"n't\b", " not", plain)
    false = _SAID_FALSE.match(plain) or _DENIED_AFTER.search(plain)
    what = next(group for group in false.groups() if group) if false else ""
    clauses = tuple(_clauses(_MARKS.sub(_marked, f"It is not true that {what}" if what else plain)))
    denied = [clause for clause in clauses if clause.denied and clause.head]
    sides = [side for clause in clauses for side in clause.sides]
    return Proposition(
        clauses=clauses,
        denials=tuple(
            clause if clause.subject else _joined(clauses, clause)
            for clause in denied
            if len(denied) == 1 or clause.subject
        ),
        passive=" by " in plain,
        concepts=frozenset(concept for concept, _ in sides),
        sided=frozenset(concept for concept, side in sides if side or bare(concept)),
        lead=_lead(plain),
    )


def _marked(match: re.Match[str]) -> str:
    """A mark in place of words that deny: ¬ before what is denied, ¦ where another clause starts."""
    if match["harmless"]:
        return " "
    if match["false"]:
        return " ¦ ¬s "
    word = match["negative"].casefold()
    if word == "off the table":
        return " ¬v table "
    if word == "without":
        return " ¦ ¬v "
    if word.startswith(("refus", "declin", "unwilling")):
        return " ¬r "
    return " ¬s " if word.startswith(_OWN_SUBJECT) and word not in {"not", "no longer"} else " ¬v "


def _clauses(marked: str) -> Iterator[Clause]:
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(marked):
        word = token["word"]
        if token["end"] or (word and word.casefold() in _ENDS):
            if tokens:
                yield _clause(tokens)
            tokens = []
        else:
            tokens.append(token)
    if tokens:
        yield _clause(tokens)


def _clause(tokens: list[re.Match[str]]) -> Clause:
    sides: list[tuple[str, int]] = []
    names: list[str] = []
    fuller: list[tuple[str, str]] = []
    numbers, hedges, scope = set(), set(), set()
    capital = initial = ""
    recent: list[str] = []
    denials, head, subject, refusal, total = 0, "", True, False, False
    for token in tokens:
        if token["not"]:
            denials += 1
            total = total or (token["not"] == "s" and not head)
            subject = subject and (token["not"] == "s" or bool(sides))
            refusal = refusal or token["not"] == "r"
            capital = ""
            continue
        word = token["word"]
        folded = word.casefold()
        capital_before, capital = capital, ""
        hedge = _hedging().get(stem(folded)) if word[0].islower() else None
        if hedge in _NOUNS and not folded.endswith(("ed", "ing")) and _DETERMINERS.intersection(recent[-_BEFORE_NOUN:]):
            hedge = None
        recent.append(folded)
        denied_act = bool(denials and hedge and not head and hedge not in _MODAL)
        if hedge and not denied_act:
            hedges.add(hedge)
        if (hedge and not denied_act) or folded in _FUNCTION:
            continue
        concept, side = _sense(folded)
        sides.append((concept, side))
        if concept[0].isdigit():
            numbers.add(concept)
        elif word[0].isupper() and token.start() > 0:
            names.append(concept)
        if word[0].isupper():
            capital = concept
            fuller += [(capital_before, concept)] if capital_before else []
        if denials:
            head = head or concept
        if word[0].isupper() and token.start() == 0:
            initial = concept
        if denials or initial == concept:
            scope.add(concept)
    return Clause(
        sides=tuple(sides),
        names=tuple(names),
        fuller=tuple(fuller) if len(fuller) <= _LONGEST_NAME else (),
        numbers=frozenset(numbers),
        hedges=frozenset(hedges),
        denied=denials % 2 == 1,
        head=head,
        scope=frozenset(scope),
        subject=subject,
        refusal=refusal,
        initial=initial,
        total=total,
    )


@lru_cache(maxsize=16384)
def _sense(word: str) -> tuple[str, int]:
    """The concept of a word and its side: the pair of opposites that it belongs to, else its stem; a number is its
    digits."""
    if word in _NUMBERS or word[0].isdigit():
        return _NUMBERS.get(word, word), 0
    root = stem(word)
    return senses().get(root) or (alike().get(root, root), 0)


@cache
def _hedging() -> dict[str, str]:
    return {stem(word): word for word in _HEDGES}


def _lead(text: str) -> frozenset[str]:
    for name in _NAME.finditer(text):
        found = frozenset(stem(word) for word in name[0].split() if word.casefold() not in _FUNCTION)
        if found:
            return found
    return frozenset()
