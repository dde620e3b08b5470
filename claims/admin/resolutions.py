"""The choices of a decision, in the words in which an editor weighs them."""

from claims.vocabulary import Gate, Resolution

GROUPS: tuple[tuple[str, dict[Resolution, str]], ...] = (
    (
        "Only apparent: both can be right",
        {
            Resolution.DIFFERENT_EVENT: "They speak of different events",
            Resolution.DIFFERENT_BODY_OR_SCOPE: "Different body or scope (another chamber, area, population)",
            Resolution.DIFFERENT_VERSION: "Different versions of a text (draft, amended, adopted)",
            Resolution.DIFFERENT_DEFINITION_OR_METHOD: "Different definitions or ways of counting",
            Resolution.DIFFERENT_AS_OF: "Figures as of different times",
            Resolution.ROUNDING_OR_PRECISION: "Rounding or precision",
            Resolution.WORDING_OR_TRANSLATION: "Wording or translation",
        },
    ),
    (
        "Something changed in between",
        {
            Resolution.POSITION_CHANGED: "The speaker changed position",
            Resolution.FIGURE_SUPERSEDED: "A later figure replaced an earlier one",
        },
    ),
    (
        "Settled: one of them is wrong",
        {
            Resolution.SOURCE_ERROR: "A source is in error (name the position)",
            Resolution.MISATTRIBUTION: "The words were put in the wrong mouth",
            Resolution.FABRICATION: "It was made up",
        },
    ),
    (
        "Real, and not to be settled now",
        {
            Resolution.GENUINELY_DISPUTED: "Genuinely disputed",
            Resolution.INSUFFICIENT_EVIDENCE: "Not enough evidence to say",
        },
    ),
    (
        "Dismiss: nothing to explain to readers",
        {
            Resolution.COMPLEMENTARY: "The reports complement each other",
            Resolution.NOT_COMPARABLE: "They cannot be compared",
            Resolution.DUPLICATE: "Already covered by another contradiction",
        },
    ),
)

GATES = {
    Gate.REAL: "The reports answer the same question about the same thing: they cannot all be right.",
    Gate.APPARENT: "A difference of scope is known that can explain it: the reports may all be right.",
    Gate.NEEDS_SCOPE: "The texts do not say enough to tell whether they speak of the same thing.",
}


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """For a select with groups."""
    return [(title, [(word.value, label) for word, label in words.items()]) for title, words in GROUPS]


def in_words(resolution: str) -> str:
    """The label of `resolution`, or "" for none."""
    return next((label for _, words in GROUPS for word, label in words.items() if word == resolution), "")
