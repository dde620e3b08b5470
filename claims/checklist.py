"""What must hold before a verdict is published: the desk's checklist, as pure rules on plain facts.

Each finding says what is wrong, whether that blocks publication or only warns, and how to mend it. A finding about one
figure or one link can be waived with a reason, which whoever publishes reads too. What a rule cannot know (the clock,
what the links answered, what the sources measured) comes in with the facts, so that the same words checked again at the
time set for their publication are held to the same rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from claims.extraction.printed import printed_figures
from claims.texts.figures import around, is_borne_out, prose
from claims.vocabulary import Word

LONGEST_CLAIM = 75
"""Characters that ClaimReview's readers show of a claim."""
FRESH = timedelta(days=14)
"""For how long an answer of a link counts."""
GONE = frozenset({404, 410})
"""Answers that say that there is no such page. Others may come of the moment, of our own network, or of a site that is
there for people and turns programs away."""

_SMALL = Decimal(10)


class Check(Word):
    """The points of the checklist."""

    WORDS = "words"
    CLAIM = "claim"
    IN_FORCE = "in_force"
    EVIDENCE = "evidence"
    ARCHIVE = "archive"
    FIGURES = "figures"
    CLAIM_LENGTH = "claim_length"
    DATES = "dates"
    LINKS = "links"
    REPLY = "reply"
    COMMENTS = "comments"

    @property
    def label(self) -> str:
        return {
            Check.WORDS: "Headline and summary are written",
            Check.CLAIM: "The claim stands",
            Check.IN_FORCE: "No other verdict is in force",
            Check.EVIDENCE: "Evidence is cited",
            Check.ARCHIVE: "Evidence is archived",
            Check.FIGURES: "Every figure is in the evidence",
            Check.CLAIM_LENGTH: f"The claim fits into {LONGEST_CLAIM} characters",
            Check.DATES: "No source is younger than the verdict",
            Check.LINKS: "Links are alive",
            Check.REPLY: "Who is concerned was asked",
            Check.COMMENTS: "Comments are resolved",
        }[self]


class Severity(Word):
    """Whether a finding stops publication."""

    BLOCKS = "blocks"
    WARNS = "warns"


WAIVABLE = frozenset({Check.FIGURES, Check.LINKS})
"""Findings to which a person can know a good exception."""


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """What came of asking for an address: an HTTP status, or the reason for none."""

    status: int | None
    error: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Document:
    """A cited piece of evidence. `figures` are those recorded of it elsewhere than in its quote."""

    title: str
    url: str
    archive_url: str = ""
    archive_exception: str = ""
    quote: str = ""
    locator: str = ""
    retrieved_on: date | None = None
    figures: frozenset[Decimal] = frozenset()
    link: LinkAnswer | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One place where the claim was made: when, and the figures measured there."""

    title: str
    day: date | None = None
    figures: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """A verdict as it would be published on the day `on`. `waived` maps (check, subject) to the reason given;
    `reply_asked` is None where the desk does not keep a record of it."""

    headline: str
    summary: str
    body: str
    claim_text: str
    on: date
    claim_short_text: str = ""
    claim_stands: bool = True
    rival_in_force: bool = False
    rating_is_negative: bool = False
    documents: Sequence[Document] = ()
    reports: Sequence[Report] = ()
    reply_asked: bool | None = None
    open_comments: int = 0
    waived: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be. `subject` are the words that it is about, where it is about some."""

    check: Check
    severity: Severity
    sentence: str
    mend: str
    subject: str = ""
    waived: str = ""

    @property
    def stops(self) -> bool:
        """Whether the verdict cannot be published for it."""
        return self.severity is Severity.BLOCKS and not self.waived

    @property
    def is_waivable(self) -> bool:
        """Whether a reason can take it out of the way."""
        return self.check in WAIVABLE and self.severity is Severity.BLOCKS and not self.waived


def findings(facts: Facts) -> list[Finding]:
    """All that the checklist finds, in its own order; empty where nothing is left to do."""
    found = [
        *_words(facts), *_claim(facts), *_evidence(facts), *_figures(facts), *_length(facts), *_dates(facts),
        *_links(facts), *_people(facts),
    ]  # fmt: skip
    return [
        Finding(one.check, one.severity, one.sentence, one.mend, one.subject, facts.waived[one.check, one.subject])
        if one.is_waivable and (one.check, one.subject) in facts.waived
        else one
        for one in found
    ]


def blocks(check: Check, sentence: str, mend: str, subject: str = "") -> Finding:
    """A finding that stops publication."""
    return Finding(check, Severity.BLOCKS, sentence, mend, subject[:300])


def warns(check: Check, sentence: str, mend: str, subject: str = "") -> Finding:
    """A finding that somebody should look at."""
    return Finding(check, Severity.WARNS, sentence, mend, subject[:300])


def _words(facts: Facts) -> Iterator[Finding]:
    if not facts.headline.strip():
        yield blocks(Check.WORDS, "Write a headline that states the finding.", "Fill in the headline.")
    if not facts.summary.strip():
        yield blocks(Check.WORDS, "Give the reason in a sentence or two.", "Fill in the summary.")


def _claim(facts: Facts) -> Iterator[Finding]:
    if not facts.claim_stands:
        yield blocks(
            Check.CLAIM, "The claim was rejected or merged: accept it first.", "Take the claim up again, or drop this."
        )
    if facts.rival_in_force:
        yield blocks(
            Check.IN_FORCE,
            "This claim already has a published verdict: correct that one instead.",
            "Open the published verdict and correct it.",
        )


def _evidence(facts: Facts) -> Iterator[Finding]:
    if not facts.documents:
        yield blocks(Check.EVIDENCE, "Cite at least one piece of evidence.", "Add evidence to the verdict.")
    for document in facts.documents:
        if not document.archive_url and not document.archive_exception:
            yield blocks(
                Check.ARCHIVE,
                f"“{document.title}” has no archive link.",
                "Add an archive link to the evidence, or say there why it needs none.",
                document.url,
            )


def _figures(facts: Facts) -> Iterator[Finding]:
    known = {figure for document in facts.documents for figure in document.figures}
    known |= {figure for report in facts.reports for figure in report.figures}
    for document in facts.documents:
        for figure in printed_figures(f"{document.quote}\n\n{document.locator}"):
            known |= {figure.value} | ({figure.value_max} if figure.value_max is not None else set())
    seen: set[str] = set()
    for place, text in (("headline", facts.headline), ("summary", facts.summary), ("body", prose(facts.body))):
        for figure in printed_figures(text):
            words = " ".join(text[figure.start : figure.end].split())
            if words.casefold() in {*seen, "one"} or is_borne_out(figure, known):
                continue
            seen.add(words.casefold())
            # "two" of "two of them" counts words as often as things: worth a look, not worth stopping for.
            severe = warns if figure.in_words and abs(figure.value) <= _SMALL and not figure.unit else blocks
            yield severe(
                Check.FIGURES,
                f"“{words}” in the {place} is not in the evidence: “{around(text, figure)}”.",
                "Correct the figure, quote the words that give it in the evidence, or say why it needs none.",
                words,
            )


def _length(facts: Facts) -> Iterator[Finding]:
    if len(facts.claim_text) > LONGEST_CLAIM and not facts.claim_short_text:
        yield blocks(
            Check.CLAIM_LENGTH,
            f"The claim has {len(facts.claim_text)} characters, and no short form.",
            f"Give the claim a short form of at most {LONGEST_CLAIM} characters.",
        )


def _dates(facts: Facts) -> Iterator[Finding]:
    for document in facts.documents:
        if document.retrieved_on and document.retrieved_on > facts.on:
            yield blocks(
                Check.DATES,
                f"“{document.title}” was retrieved on {document.retrieved_on:%-d %B %Y}, after the verdict's own day.",
                "Correct the day in the evidence, or publish later.",
                document.url,
            )
    for report in facts.reports:
        if report.day and report.day > facts.on:
            yield blocks(
                Check.DATES,
                f"The claim was made on {report.day:%-d %B %Y} in “{report.title}”, after the verdict's own day.",
                "Correct the day of the article, or publish later.",
                report.title,
            )


def _links(facts: Facts) -> Iterator[Finding]:
    for document in facts.documents:
        link, look = document.link, "Open it and look."
        if link is None or facts.on - link.checked_on > FRESH:
            when = "yet" if link is None else f"since {link.checked_on:%-d %B %Y}"
            yield warns(Check.LINKS, f"The link of “{document.title}” has not been checked {when}.", look, document.url)
        elif link.status in GONE:
            severe, rest = (
                (warns, "readers have the archived copy") if document.archive_url else (blocks, "nothing archives it")
            )
            yield severe(
                Check.LINKS,
                f"The link of “{document.title}” is dead ({link.status}); {rest}.",
                "Correct the address, add an archive link, or say why it can stay.",
                document.url,
            )
        elif link.status is None or link.status >= 400:
            why = link.error or f"error {link.status}"
            yield warns(Check.LINKS, f"The link of “{document.title}” gave us no page ({why}).", look, document.url)


def _people(facts: Facts) -> Iterator[Finding]:
    if facts.rating_is_negative and facts.reply_asked is False:
        yield warns(
            Check.REPLY,
            "The rating is against whoever made the claim, and nobody has been asked for a reply.",
            "Ask, and note when and how in the right-of-reply log.",
        )
    if facts.open_comments:
        many = "1 comment is" if facts.open_comments == 1 else f"{facts.open_comments} comments are"
        yield warns(Check.COMMENTS, f"{many} not resolved.", "Answer or mend each, then mark it resolved.")
