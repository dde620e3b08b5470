"""Common ground of the rules: whose report may be set against whose, and how reports are named."""

import re
from collections.abc import Iterable

from claims.detection.types import Report
from claims.vocabulary import Modality, Stance

_NEGATED = re.compile(
    r"\b(?:no(?!\.| ?\d)|not|never|none|nobody|neither|nor|without|cannot)\b|n[’']t\b|\boff the table\b", re.IGNORECASE
)


def stated(report: Report) -> bool:
    """Whether the report puts its figures forward as fact: not denied, not asked, not a forecast or a supposition."""
    return report.modality == Modality.ACTUAL and report.stance in (Stance.ASSERTS, Stance.REPORTS)


def committed(report: Report) -> bool:
    """Whether the report tells what somebody is to do: of a deal that is its content, and no forecast."""
    return report.modality == Modality.PROJECTED and report.stance in (Stance.ASSERTS, Stance.REPORTS)


def independent(one: Report, other: Report) -> bool:
    """Whether two reports may disagree: not within one text and one voice, nor a text and its copy.

    The words around a quotation and the quotation itself are one statement. Two versions of one article may (the
    outlet changed its story), and so may two people quoted in one article.
    """
    if one.key == other.key:
        return False
    if one.version == other.version:
        overlap = one.start < other.start + len(other.quote) and other.start < one.start + len(one.quote)
        return not overlap and bool(one.source and other.source and one.source != other.source)
    return one.article == other.article or one.origin != other.origin


def own_versions(reports: Iterable[Report]) -> bool:
    """Whether all reports come from one article, so that the outlet disagrees with itself."""
    found = list(reports)
    return len({report.article for report in found}) == 1 and len({report.version for report in found}) > 1


def negated(text: str) -> bool:
    """Whether the proposition is itself a negative one ("no such meeting occurred"). An even count of negations is
    none."""
    return len(_NEGATED.findall(text)) % 2 == 1


def who(reports: Iterable[Report]) -> str:
    """The names behind reports, for an explanation: "Reuters", "the mayor in the Herald", "Reuters and two others"."""
    names: list[str] = []
    for report in sorted(reports, key=lambda report: report.key):
        name = f"{report.source} in {report.publisher}" if report.source else report.publisher
        if name not in names:
            names.append(name)
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"
