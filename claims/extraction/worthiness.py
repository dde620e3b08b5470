"""How much a sentence deserves checking: a small linear model over features that can be read off the words.

Weights are by reason, not fitted: facts with figures, days, names and outcomes in the past tense are worth checking;
questions, orders to the reader, feelings and boilerplate are not. `FEATURES` documents every one of them.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span


BIAS = -0.55
FEATURES = {
    "figure": 1.3,  # a measured figure, tally or outcome
    "date": 0.5,  # a date or clock time
    "name": 0.6,  # a person, state or organisation
    "past": 0.7,  # a finite verb in the past or perfect
    "attributed": 0.4,  # somebody is said to say it
    "denial": 0.5,  # "denied", "did not", "no such"
    "short": -1.0,  # fewer than five words
    "verbless": -1.6,  # no finite verb
    "question": -2.5,
    "order": -2.5,  # "Sign up", "Read more"
    "boilerplate": -3.0,  # cookies, credits, "Last edited"
    "reader": -1.0,  # speaks to or of reader and writer: you, I, my friends (outside quotations)
    "opinion": -1.3,  # value words: "hard to", "ought", "moral victory", "catastrophe"
    "future": -0.5,  # what is to come cannot be checked yet
    "generic": -0.4,  # timeless present without figure: "binds no one"
}

_BOILERPLATE = re.compile(
    r"\b(?:cookies?|subscri\w+|sign (?:in|up)|newsletter|click|read (?:more|also)|leave a comment|scroll down|"
    r"last edited|posted by|"
    r"share this|follow us|app store|all rights reserved|copyright|terms of use|privacy policy|advertis\w+|donat\w+|"
    r"e-?mail|enter your|"
    r"photo(?:graph)?:|picture:|image (?:via|credit)|published on|updated at|related:|read:|more:|log ?in|"
    r"print this page|joined:|"
    r"editing by|reporting by|third party|our (?:website|app|readers|live coverage|bulletin)|newsdesk|send us|"
    r"to view this content)",
    re.IGNORECASE,
)
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
    r"nonsense|best|worst|need(?:s|ed)? to (?:understand|know|stop|act)|call(?:s|ed)? on|warn(?:s|ed) of)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Will|Would|Should|Could|Who|Why|How|What|When|Where) (?:there|it|he|"
    r"she|they|the|a|this|that|you|is|are|did|do|does|was) "
)
_READER = re.compile(r"\b(?:you|your|yours|we|our|us|my|me|guys|friends|folks|cheers|thanks|thank you|anyone)\b|\bI\b")
_ORDER_TAGS = frozenset({"VB", "VBP"})


def worthiness(sentence: Span, *, figures: int, dates: int, attributed: bool) -> float:
    """Check-worthiness of a sentence, 0–1, from the features of `FEATURES`.

    High: "The Assembly adopted it with 138 votes on Wednesday", "the ministry denied the report". Low: "Read more",
    "Is it true?", "This is what isolation looks like".
    """
    return 1 / (1 + math.exp(-sum(FEATURES[name] for name in features(sentence, figures, dates, attributed)) - BIAS))


def features(sentence: Span, figures: int, dates: int, attributed: bool) -> frozenset[str]:
    """Names of the features of `FEATURES` that a sentence has."""
    text = sentence.text
    unquoted = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text)
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
        "name": any(entity.label_ in {"PERSON", "GPE", "ORG", "NORP"} for entity in sentence.ents),
        "past": past,
        "attributed": attributed,
        "denial": bool(re.search(r"\b(?:den(?:y|ied|ies)|refut\w+|not|never|no such|declin\w+|retract\w+)\b", text)),
        "short": words < 5 and not figures,
        "verbless": not finite and not figures,
        "question": text.rstrip('"”’ )').endswith("?") or bool(_INVERTED.match(text)),
        "order": order and not text.startswith(('"', "“")),
        "boilerplate": bool(_BOILERPLATE.search(text)),
        "reader": bool(_READER.search(unquoted)),
        "opinion": bool(_OPINION.search(text)),
        "future": future and not past,
        "generic": not past and not figures and not dates and not attributed,
    }
    return frozenset(name for name, holds in tests.items() if holds)
