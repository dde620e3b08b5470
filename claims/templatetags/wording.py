"""What the words of the vocabulary mean, told to readers. Pages show these sentences beside the words themselves."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Contradiction, Position
from claims.told import in_words
from claims.vocabulary import ContradictionKind, ContradictionStatus, Gate, Modality, Resolution, Stance

register = template.Library()
ENGLISH = "en"  # which the machine writes

GATES = {
    Gate.REAL: _("The reports speak of the same thing, so they cannot all be right."),
    Gate.APPARENT: _("A known difference of scope explains it: the reports can all be right."),
    Gate.NEEDS_SCOPE: _("The reports leave open whether they speak of the same thing. That has to be found out first."),
}

KINDS = {
    ContradictionKind.NUMERIC: _("Different figures are given for one thing."),
    ContradictionKind.TEMPORAL: _("Different dates or times are given for one happening."),
    ContradictionKind.POLARITY: _("One says that it is so, another that it is not."),
    ContradictionKind.PARTICIPANT: _(
        "Different people, states or bodies are said to have taken part, or on which side."
    ),
    ContradictionKind.ATTRIBUTION: _("The same words or deed are put down to different people."),
    ContradictionKind.MODALITY: _("One gives as done what another gives as planned or possible."),
    ContradictionKind.CAUSAL: _("Different causes are given for one outcome."),
    ContradictionKind.CHARACTERISATION: _("The same conduct is described in words that exclude each other."),
    ContradictionKind.VERDICT: _("Two fact-checking desks rate one claim differently."),
    ContradictionKind.SELF: _("An outlet contradicts itself or its earlier text."),
}

RESOLUTIONS = {
    Resolution.DIFFERENT_EVENT: _("They speak of different happenings."),
    Resolution.DIFFERENT_BODY_OR_SCOPE: _("They speak of different bodies, or of a whole and a part of it."),
    Resolution.DIFFERENT_VERSION: _(
        "They speak of different versions of a text, such as a draft and its amended form."
    ),
    Resolution.DIFFERENT_DEFINITION_OR_METHOD: _("They count different things, or count in different ways."),
    Resolution.DIFFERENT_AS_OF: _("Each was right at its own time."),
    Resolution.ROUNDING_OR_PRECISION: _("It is one figure, given more or less precisely."),
    Resolution.WORDING_OR_TRANSLATION: _("It is one statement in other words or another language."),
    Resolution.POSITION_CHANGED: _("The speaker said one thing first and another later."),
    Resolution.FIGURE_SUPERSEDED: _("A newer count took the place of an older one."),
    Resolution.SOURCE_ERROR: _("One side is wrong, and the evidence shows which."),
    Resolution.MISATTRIBUTION: _("The words or the deed are somebody else's."),
    Resolution.FABRICATION: _("One side made it up."),
    Resolution.GENUINELY_DISPUTED: _("Serious sources stand against each other, and the evidence does not decide."),
    Resolution.INSUFFICIENT_EVIDENCE: _("There is too little public evidence to decide."),
    Resolution.COMPLEMENTARY: _("The statements complete each other."),
    Resolution.NOT_COMPARABLE: _("The statements cannot be set against each other."),
    Resolution.DUPLICATE: _("It is the same question as another one."),
}

STANCES = {
    Stance.ASSERTS: _("says that it is so"),
    Stance.DENIES: _("denies it"),
    Stance.QUESTIONS: _("doubts it"),
    Stance.REPORTS: _("reports it without vouching for it"),
}

MODALITIES = {
    Modality.ACTUAL: "",
    Modality.PROJECTED: _("as something to come"),
    Modality.HYPOTHETICAL: _("as a possibility"),
}


@register.filter
def localised(label: str) -> str:
    """A label of the vocabulary in the language of the page; claims.vocabulary_words lists them for translators."""
    return gettext(label) if label else ""


@register.filter
def gate_meaning(gate: str) -> str:
    """What a result of the comparability gate says."""
    return str(GATES[Gate(gate)])


@register.filter
def resolution_meaning(resolution: str) -> str:
    """Why the positions differ; empty where nothing is decided or suggested."""
    return str(RESOLUTIONS[Resolution(resolution)]) if resolution else ""


@register.filter
def resolution_label(resolution: str) -> str:
    """The resolution's name for readers; empty where there is none."""
    return gettext(Resolution(resolution).label) if resolution else ""


@register.filter
def stance_words(stance: str) -> str:
    """What the source does with the claim."""
    return str(STANCES[Stance(stance)])


@register.filter
def modality_words(modality: str) -> str:
    """Whether it is told as done, to come or possible; empty for what is told as done."""
    return str(MODALITIES[Modality(modality)])


@register.filter
def answer(position: Position) -> str:
    """What an answer says: a figure in the page's language, or the machine's words, marked as English."""
    figure = in_words(position.figures)
    if figure or (get_language() or "").startswith(ENGLISH):
        return figure or position.answer
    return format_html('<span lang="{}">{}</span>', ENGLISH, position.answer)


@register.filter
def status_meaning(contradiction: Contradiction) -> str:
    """Where the work on a contradiction stands, in one sentence."""
    match ContradictionStatus(contradiction.status):
        case ContradictionStatus.RESOLVED:
            settled = gettext("Settled by an editor.")
            return f"{settled} {resolution_meaning(contradiction.resolution)}"
        case ContradictionStatus.UNDER_REVIEW:
            return gettext("An editor is checking it now.")
        case ContradictionStatus.OPEN if contradiction.reopened_reason:
            again = gettext("It was settled before and is open again: %(reason)s")
            return again % {"reason": contradiction.reopened_reason}
        case ContradictionStatus.OPEN:
            return gettext("Nobody has settled it yet.")
        case status:
            return f"{gettext(status.label)}."
