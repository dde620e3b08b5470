"""What the words of the vocabulary mean, told to readers. Pages show these sentences beside the words themselves."""

from django import template

from claims.models import Contradiction
from claims.vocabulary import ContradictionKind, ContradictionStatus, Gate, Modality, Resolution, Stance

register = template.Library()

GATES = {
    Gate.REAL: "The reports speak of the same thing, so they cannot all be right.",
    Gate.APPARENT: "A known difference of scope explains it: the reports can all be right.",
    Gate.NEEDS_SCOPE: "The reports leave open whether they speak of the same thing. That has to be found out first.",
}

KINDS = {
    ContradictionKind.NUMERIC: "Different figures are given for one thing.",
    ContradictionKind.TEMPORAL: "Different dates or times are given for one happening.",
    ContradictionKind.POLARITY: "One says that it is so, another that it is not.",
    ContradictionKind.PARTICIPANT: "Different people, states or bodies are said to have taken part, or on which side.",
    ContradictionKind.ATTRIBUTION: "The same words or deed are put down to different people.",
    ContradictionKind.MODALITY: "One gives as done what another gives as planned or possible.",
    ContradictionKind.CAUSAL: "Different causes are given for one outcome.",
    ContradictionKind.CHARACTERISATION: "The same conduct is described in words that exclude each other.",
    ContradictionKind.VERDICT: "Two fact-checking desks rate one claim differently.",
    ContradictionKind.SELF: "An outlet contradicts itself or its earlier text.",
}

RESOLUTIONS = {
    Resolution.DIFFERENT_EVENT: "They speak of different happenings.",
    Resolution.DIFFERENT_BODY_OR_SCOPE: "They speak of different bodies, or of a whole and a part of it.",
    Resolution.DIFFERENT_VERSION: "They speak of different versions of a text, such as a draft and its amended form.",
    Resolution.DIFFERENT_DEFINITION_OR_METHOD: "They count different things, or count in different ways.",
    Resolution.DIFFERENT_AS_OF: "Each was right at its own time.",
    Resolution.ROUNDING_OR_PRECISION: "It is one figure, given more or less precisely.",
    Resolution.WORDING_OR_TRANSLATION: "It is one statement in other words or another language.",
    Resolution.POSITION_CHANGED: "The speaker said one thing first and another later.",
    Resolution.FIGURE_SUPERSEDED: "A newer count took the place of an older one.",
    Resolution.SOURCE_ERROR: "One side is wrong, and the evidence shows which.",
    Resolution.MISATTRIBUTION: "The words or the deed are somebody else's.",
    Resolution.FABRICATION: "One side made it up.",
    Resolution.GENUINELY_DISPUTED: "Serious sources stand against each other, and the evidence does not decide.",
    Resolution.INSUFFICIENT_EVIDENCE: "There is too little public evidence to decide.",
    Resolution.COMPLEMENTARY: "The statements complete each other.",
    Resolution.NOT_COMPARABLE: "The statements cannot be set against each other.",
    Resolution.DUPLICATE: "It is the same question as another one.",
}

STANCES = {
    Stance.ASSERTS: "says that it is so",
    Stance.DENIES: "denies it",
    Stance.QUESTIONS: "doubts it",
    Stance.REPORTS: "reports it without vouching for it",
}

MODALITIES = {
    Modality.ACTUAL: "",
    Modality.PROJECTED: "as something to come",
    Modality.HYPOTHETICAL: "as a possibility",
}


@register.filter
def gate_meaning(gate: str) -> str:
    """What a result of the comparability gate says."""
    return GATES[Gate(gate)]


@register.filter
def resolution_meaning(resolution: str) -> str:
    """Why the positions differ; empty where nothing is decided or suggested."""
    return RESOLUTIONS[Resolution(resolution)] if resolution else ""


@register.filter
def resolution_label(resolution: str) -> str:
    """The resolution's name for readers; empty where there is none."""
    return Resolution(resolution).label if resolution else ""


@register.filter
def stance_words(stance: str) -> str:
    """What the source does with the claim."""
    return STANCES[Stance(stance)]


@register.filter
def modality_words(modality: str) -> str:
    """Whether it is told as done, to come or possible; empty for what is told as done."""
    return MODALITIES[Modality(modality)]


@register.filter
def status_meaning(contradiction: Contradiction) -> str:
    """Where the work on a contradiction stands, in one sentence."""
    match ContradictionStatus(contradiction.status):
        case ContradictionStatus.RESOLVED:
            return f"Settled by an editor. {resolution_meaning(contradiction.resolution)}"
        case ContradictionStatus.UNDER_REVIEW:
            return "An editor is checking it now."
        case ContradictionStatus.OPEN if contradiction.reopened_reason:
            return f"It was settled before and is open again: {contradiction.reopened_reason}"
        case ContradictionStatus.OPEN:
            return "Nobody has settled it yet."
        case status:
            return f"{status.label}."
