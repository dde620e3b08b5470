"""How a question about a figure reads to people."""

_COUNTED = {
    "killed": "were killed",
    "injured": "were injured",
    "wounded": "were wounded",
    "missing": "are missing",
    "casualties": "were killed or wounded",
    "crowd_size": "took part",
    "aboard": "were on board",
}


def asked(title: str, measure: str, unit: str, subject: str) -> str:
    """The question to which the figures are answers, at most 300 characters: "How many were killed (Chile): …?"."""
    if measure in _COUNTED:
        where = f" ({subject})" if subject else ""
        return f"How many {_COUNTED[measure]}{where}: {title}?"[:300]
    named = f"{measure.replace('_', ' ')}{f' ({unit})' if unit and unit != measure else ''}"
    return f"What is the figure for {named}: {title}?"[:300]
