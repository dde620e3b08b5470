"""The checklist on plain facts: each point where it holds and where it does not."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from claims.checklist import (
    FRESH,
    LONGEST_CLAIM,
    Check,
    Document,
    Facts,
    Finding,
    LinkAnswer,
    Report,
    Severity,
    findings,
)
from claims.texts.figures import prose

DAY = date(2026, 11, 22)
ALIVE = LinkAnswer(200, "", DAY)
RECORD = Document(
    title="Voting record",
    url="https://record.example.org/1",
    archive_url="https://archive.example.org/1",
    quote="Yes: 93 | No: 8 | Abstentions: 73",
    retrieved_on=DAY,
    link=ALIVE,
)
WHOLE = Facts(
    headline="93 states voted in favour",
    summary="The roll call lists 93 states in favour and 8 against.",
    body="",
    claim_text="89 states voted in favour",
    on=DAY,
    documents=[RECORD],
)


def found(**changes: Any) -> list[Finding]:
    return findings(replace(WHOLE, **changes))


def of(check: Check, **changes: Any) -> list[tuple[str, bool]]:
    """The sentences of one point, and whether each stops publication."""
    return [(one.sentence, one.stops) for one in found(**changes) if one.check is check]


def test_a_whole_verdict_has_no_findings() -> None:
    assert findings(WHOLE) == []


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        (Check.WORDS, {"headline": " "}),
        (Check.WORDS, {"summary": ""}),
        (Check.CLAIM, {"claim_stands": False}),
        (Check.IN_FORCE, {"rival_in_force": True}),
        (Check.EVIDENCE, {"documents": [], "headline": "It did not", "summary": "No."}),
        (Check.ARCHIVE, {"documents": [replace(RECORD, archive_url="")]}),
        (Check.CLAIM_LENGTH, {"claim_text": "x" * (LONGEST_CLAIM + 1)}),
        (Check.DATES, {"documents": [replace(RECORD, retrieved_on=DAY + timedelta(1))]}),
        (Check.DATES, {"reports": [Report("A story", DAY + timedelta(1))]}),
    ],
)
def test_what_blocks(check: Check, changes: dict[str, Any]) -> None:
    assert [(one.check, one.severity, one.stops) for one in found(**changes)] == [(check, Severity.BLOCKS, True)]
    assert all(one.sentence and one.mend for one in found(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"documents": [replace(RECORD, archive_url="", archive_exception="The register is permanent.")]},
        {"claim_text": "x" * LONGEST_CLAIM},
        {"claim_text": "x" * 200, "claim_short_text": "x"},
        {"reports": [Report("A story", DAY), Report("No day")]},
        {"rating_is_negative": True, "reply_asked": True},
        {"rating_is_negative": False, "reply_asked": False},
        {"rating_is_negative": True, "reply_asked": None},
    ],
)
def test_the_other_side_of_each(changes: dict[str, Any]) -> None:
    assert found(**changes) == []


def test_what_warns() -> None:
    [asked] = of(Check.REPLY, rating_is_negative=True, reply_asked=False)
    [said] = of(Check.COMMENTS, open_comments=2)
    assert (asked[1], said) == (False, ("2 comments are not resolved.", False))


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        ("The record lists 93 states.", None),
        ("Of 193 members, 93 were in favour.", "193"),
        ("It was 93–8–73.", None),
        ("It was 93–8–70.", "70"),
        ("It was adopted on 24 February 2025 by resolution ES-11/8.", None),
        ("About 90 states were in favour.", None),
        ("More than 90 states were in favour.", None),
        ("More than 95 states were in favour.", "More than 95"),
        ("At most 75 abstained.", None),
        ("Eleven states left.", "Eleven"),
        ("- see [the record](https://record.example.org/4076673)\n1. First\n2. Then", None),
        ("`4711` is a code", None),
    ],
)
def test_figures_of_the_body(words: str, stops: str | None) -> None:
    blocking = [one.subject for one in found(body=words) if one.check is Check.FIGURES and one.stops]
    assert blocking == ([stops] if stops else [])


def test_small_numbers_in_words_are_only_worth_a_look() -> None:
    [(sentence, stops)] = of(Check.FIGURES, body="The two texts differ.")
    assert ("“two”" in sentence, stops) == (True, False)


def test_a_figure_is_borne_out_by_the_record_of_the_document_or_by_a_report() -> None:
    body = "89 were reported, of 193 members; that is 48.2%."
    assert len([one for one in found(body=body) if one.stops]) == 3
    documents = [replace(RECORD, figures=frozenset({Decimal(193), Decimal("48.2")}))]
    assert found(body=body, documents=documents, reports=[Report("A story", figures=frozenset({Decimal(89)}))]) == []


def test_shares_and_per_cent_are_the_same_thing_said_in_two_ways() -> None:
    said = [replace(RECORD, quote="66.7 per cent of 93 and 8; half of them")]
    assert found(documents=said, body="Two-thirds, or 66.7%, and half; not 48%.")[0].subject == "48%"
    assert len(found(documents=said, body="Two-thirds, or 66.7%, and half; not 48%.")) == 1


def test_each_figure_is_named_once_with_the_words_about_it() -> None:
    sentences = of(Check.FIGURES, headline="89 states", summary="Only 89 states did, the paper says.", body="89.")
    assert sentences == [("“89” in the headline is not in the evidence: “89 states”.", True)]


def test_a_reason_takes_a_figure_out_of_the_way_and_stays_in_sight() -> None:
    [one] = found(body="It took 12 minutes.", waived={(Check.FIGURES, "12 minutes"): "We counted."})
    assert (one.waived, one.stops, one.is_waivable) == ("We counted.", False, False)
    [archive] = found(documents=[replace(RECORD, archive_url="")], waived={(Check.ARCHIVE, RECORD.url): "Never mind."})
    assert (archive.waived, archive.stops) == ("", True), "only what can be waived is"


@pytest.mark.parametrize(
    ("link", "archived", "expected"),
    [
        (ALIVE, True, None),
        (LinkAnswer(301, "", DAY), True, None),
        (None, True, False),
        (LinkAnswer(200, "", DAY - FRESH), True, None),
        (LinkAnswer(200, "", DAY - FRESH - timedelta(1)), True, False),
        (LinkAnswer(404, "", DAY), True, False),
        (LinkAnswer(404, "", DAY), False, True),
        (LinkAnswer(None, "There is no such site", DAY), False, False),
        (LinkAnswer(503, "", DAY), False, False),
        (LinkAnswer(410, "", DAY), False, True),
        (LinkAnswer(403, "", DAY), False, False),
    ],
)
def test_links(link: LinkAnswer | None, archived: bool, expected: bool | None) -> None:
    exception = "" if archived else "It is permanent."
    document = replace(
        RECORD, link=link, archive_url=RECORD.archive_url if archived else "", archive_exception=exception
    )
    assert [stops for _, stops in of(Check.LINKS, documents=[document])] == ([] if expected is None else [expected])


def test_blanking_out_what_is_no_prose_keeps_every_place() -> None:
    markdown = "See [it](https://x.example.org/93 'title 5')\n 12. `8`"
    assert len(prose(markdown)) == len(markdown)
    assert "See [it]" in prose(markdown)
    assert "93" not in prose(markdown)
