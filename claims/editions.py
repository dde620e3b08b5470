"""A page in the languages of the site, and which of its editions is the one to quote.

Most pages differ in their labels alone: each edition stands for itself. A claim's page is in the language of its
verdict: what others should quote is the edition in that language, or the first one where the site does not speak it.
"""

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation

from claims.addresses import absolute
from claims.models import Claim, Correction, Verdict


def tag(code: str) -> str:
    """The language alone, without the country: "en" of "en-gb"."""
    return code.partition("-")[0].lower()


def codes() -> list[str]:
    """The languages of the site, the first one first."""
    return [code for code, _ in settings.LANGUAGES]


def edition_of(language: str) -> str:
    """The language of the site in which something written in `language` is at home."""
    return next((code for code in codes() if tag(code) == tag(language)), settings.LANGUAGE_CODE)


def homes(verdicts: Sequence[Verdict]) -> list[str]:
    """The editions of a claim's page that stand for themselves, by the verdicts that they show: all, without one."""
    found = {edition_of(verdict.language) for verdict in _preferred(verdicts)}
    return [code for code in codes() if code in found] or codes()


def shown_verdict(verdicts: Sequence[Verdict]) -> Verdict | None:
    """Of the public verdicts on a claim, newest first, the one that a page in the active language shows: one of our own
    where there is one, however new those of other desks are."""
    language = tag(translation.get_language() or "")
    preferred = _preferred(verdicts)
    spoken = (verdict for verdict in preferred if tag(verdict.language) == language)
    return next(spoken, preferred[0] if preferred else None)


def _preferred(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Our own, or those of other desks where there is none."""
    return [verdict for verdict in verdicts if verdict.origin == Verdict.Origin.WRITTEN] or verdicts


def is_withdrawn(claim: Claim, verdict: Verdict | None) -> bool:
    """Whether there was a verdict on the claim, and is none any more."""
    return verdict is None and Correction.objects.public().filter(verdict__claim=claim).exists()


def address_of(claim: Claim, verdict: Verdict | None) -> str:
    """The address of the page that has this verdict at home; without a verdict, of the page in the active language."""
    code = edition_of(verdict.language) if verdict else translation.get_language()
    with translation.override(code or settings.LANGUAGE_CODE):
        return absolute(claim.get_absolute_url())
