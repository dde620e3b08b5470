"""How much a sentence deserves checking: a learned linear model, and what reason adds to it.

The weights are learnt from debate sentences that people judged (`worth_clues` says what is looked at, `worthiness.md`
how well that goes). Debates have no cookie notices and no photo credits: what speaks against such a line is set by
hand, in `FEATURES`, and added to the learned log odds. The result is the probability that a sentence is worth checking
in a text where the share `SHARE` of them is; one at 0.5 or above is called check-worthy.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from claims.extraction.reading import entities, words_of
from claims.extraction.worth_clues import clues
from claims.extraction.worth_model import Buckets, Model, buckets, load_model

if TYPE_CHECKING:
    from spacy.tokens import Span


class Judge(Protocol):
    """Gives the check-worthiness of a sentence, 0–1, from it and from what else was found in it."""

    def __call__(self, sentence: Span, *, figures: int, dates: int, attributed: bool) -> float: ...


SHARE = 0.45
"""The share of sentences worth checking for which probabilities hold: about midway, in log odds, between debates (a
quarter of the sentences) and news reports (seven in ten)."""
WORTHY = 0.5
"""From this probability on, a sentence is called check-worthy."""

FEATURES = {
    "figure": 0.0,  # a measured figure, tally or outcome
    "date": 0.0,  # a date or clock time
    "name": 0.0,  # a person, state or organisation
    "past": 0.0,  # a finite verb in the past or perfect
    "attributed": 0.0,  # somebody is said to say it
    "denial": 0.0,  # "denied", "did not", "no such"
    "short": 0.0,  # fewer than five words
    "verbless": -1.5,  # no finite verb
    "question": 0.0,
    "order": 0.0,  # "Sign up", "Read more"
    "boilerplate": -3.0,  # cookies, credits, "Last edited"
    "reader": -0.6,  # speaks to or of reader and writer: you, I, my friends (outside quotations)
    "opinion": -0.3,  # value words: "hard to", "ought", "moral victory", "catastrophe"
    "future": 0.0,  # what is to come cannot be checked yet
    "generic": 0.0,  # timeless present without figure: "binds no one"
}
"""Signs of a sentence, with the log odds that reason adds to what was learnt of them: 0 where that is left to the
data. Boilerplate and lines without a verb hardly occur in debates; what a debate says in the first or second person, a
report says in the third, and there it is worth checking more often."""

_BOILERPLATE = re.compile(
    r"\b(?:cookies?|subscri(?:be|ptions?)|sign (?:in|up) (?:for|to|with)|newsletters?|click (?:here|on|to)|"
    r"read (?:more|also)|leave a comment|scroll down|last edited|posted by|share this|follow us|app store|"
    r"all rights reserved|terms of use|privacy policy|e-?mail (?:this|us|address)|enter your|"
    r"image (?:via|credit)|published on|updated at|log ?in|print this|skip (?:next|to)|"
    r"editing by|reporting by|our (?:website|app|readers|live coverage|bulletin)|newsdesk|send us|to view this)\b|"
    r"\b(?:photo(?:graph)?|picture|related|joined):"
)
"""In small letters, as is `_OPINION`: a search that ignores case takes four times as long."""
_OPINION = re.compile(
    r"\b(?:ought|must|should|hopefully|surely|obviously|clearly|honestly|frankly|arguably|perhaps|sadly|of course|"
    r"after all|"
    r"shame\w*|disgrac\w*|outrag\w*|hypocri\w*|catastroph\w*|breathtaking|beautiful|terrible|horrible|wonderful|"
    r"brilliant|"
    r"great (?:step|day|leader)|historic|moral(?:ly)?|ridiculous|absurd|crucial|dangerous|stupid|idiot\w*|useless|"
    r"pathetic|"
    r"hard(?:er)? to|easy to|easily|impossible|beyond description|grim|sensation(?:al)?|typical|deserv\w+|malicious|"
    r"clumsy|"
    r"i (?:think|believe|fear|feel|guess)|fear(?:s|ed)? (?:that|we)|lie|humiliat\w+|raised eyebrows|propaganda|"
    r"bullsh\w*|"
    r"nonsense|best|worst|need(?:s|ed)? to (?:understand|know|stop|act)|call(?:s|ed)? on|warn(?:s|ed) of)\b"
)
_INVERTED = re.compile(
    r"(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Will|Would|Should|Could|Who|Why|How|What|When|Where) (?:there|it|he|"
    r"she|they|the|a|this|that|you|is|are|did|do|does|was) "
)
_READER = re.compile(
    r"\b(?:[Ww]e|[Yy]ou|[Yy]ours?|[Oo]ur|us|[Mm]y|me|I|guys|friends|folks|[Cc]heers|[Tt]hanks|[Tt]hank you|[Aa]nyone)\b"
)
_ORDER_TAGS = frozenset({"VB", "VBP"})
_DENIAL = re.compile(r"\b(?:den(?:y|ied|ies)|refut\w+|not|never|no such|declin\w+|retract\w+)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def worthiness(sentence: Span, *, figures: int, dates: int, attributed: bool) -> float:
    """Check-worthiness of a sentence, 0–1.

    High: "The Assembly adopted it with 138 votes on Wednesday", "the ministry denied the report". Low: "Read more",
    "Is it true?", "This is what isolation looks like".
    """
    signs = sorted(features(sentence, figures, dates, attributed))
    return probability(load_model(), buckets(clues(sentence, signs)), signs)


def probability(model: Model, hits: Buckets, signs: Iterable[str]) -> float:
    """How likely a sentence with these clues and signs is worth checking, by the weights of `model`."""
    log_odds = model.log_odds(hits) + sum(FEATURES[sign] for sign in signs)
    return 1 / (1 + math.exp(-log_odds))


def features(sentence: Span, figures: int, dates: int, attributed: bool) -> frozenset[str]:
    """Names of the features of `FEATURES` that a sentence has."""
    text = words_of(sentence)
    plain, unquoted = text.lower(), _QUOTED.sub(" ", text)
    finite = [
        token for token in sentence if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.pos_ in {"VERB", "AUX"}
    ]
    root = sentence.root
    words = sum(1 for token in sentence if token.is_alpha)
    order = root.tag_ in _ORDER_TAGS and root.pos_ == "VERB" and not any(
        child.dep_ in {"nsubj", "nsubjpass", "aux", "expl", "csubj"} for child in root.children
    ) and sentence[0].i == root.left_edge.i and root.i - sentence.start <= 2  # fmt: skip
    past = any(
        token.tag_ == "VBD" or (token.tag_ == "VBN" and any(child.lemma_ == "have" for child in token.children))
        for token in sentence
    )
    future = any(token.lower_ in {"will", "'ll", "shall"} and token.tag_ == "MD" for token in finite)
    tests = {
        "figure": figures > 0,
        "date": dates > 0,
        "name": any(entity.label_ in {"PERSON", "GPE", "ORG", "NORP"} for entity in entities(sentence)),
        "past": past,
        "attributed": attributed,
        "denial": bool(_DENIAL.search(text)),
        "short": words < 5 and not figures,
        "verbless": not finite and not figures,
        "question": text.rstrip('"”’ )').endswith("?") or bool(_INVERTED.match(text)),
        "order": order and not text.startswith(('"', "“")),
        "boilerplate": bool(_BOILERPLATE.search(plain)),
        "reader": bool(_READER.search(unquoted)),
        "opinion": bool(_OPINION.search(plain)),
        "future": future and not past,
        "generic": not past and not figures and not dates and not attributed,
    }
    return frozenset(name for name, holds in tests.items() if holds)
