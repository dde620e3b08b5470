"""The article reader: the text as stored, words found in it, and appearances made of them."""

import html
import re
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import ArticleVersion
from claims.models import Appearance, Claim
from tests.claims.admin.conftest import DeskClient
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    MeasurementFactory,
    MembershipFactory,
    SourceFactory,
    VersionFactory,
)

ODD = (
    "\n\r\nFirst \U0001f469\u200d\U0001f680 line\r\nשלום &amp; <b>bold</b> "
    "e\u0301 \u202ert\u202c\u00a0end.\tTwo\r\n\r\nlines. "
)
WORDS = "93 votes in favour"


def page(name: str, version: ArticleVersion, /, **query: Any) -> str:
    return reverse(f"admin:articles_article_{name}", args=[version.article_id], query=query or None)


def text_on(answer: Any) -> str:
    """What a browser takes for the text of the article: references resolved, tags left out."""
    (inner,) = re.findall(r'<div id="cc-text"[^>]*>(.*?)</div>', answer.content.decode(), re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", inner))


def filled(answer: Any) -> dict[str, Any]:
    """What the two forms would send if nobody changed anything."""
    context = answer.context
    form, figures = context["form"], context["figures"]
    sent = {name: form[name].value() for name in form.fields}
    for one in (figures.management_form, *figures):
        sent |= {one.add_prefix(name): one[name].value() for name in one.fields}
    return {name: value for name, value in sent.items() if value not in (None, False)}


@pytest.mark.parametrize("number", [0, 1, 3])
def test_the_text_is_on_the_page_as_it_is_stored(sit: DeskClient, number: int) -> None:
    version = VersionFactory.create(text=ODD)
    for place in range(number):
        AppearanceFactory.create(version=version, quote=ODD[place * 3 : place * 9 + 11])
    assert text_on(sit("Reporter").get(page("reader", version))) == ODD


def test_every_version_can_be_read(sit: DeskClient) -> None:
    old = VersionFactory.create(is_current=False)
    new = VersionFactory.create(article=old.article, number=2, text="Another text.")
    client = sit("Auditor")
    assert text_on(client.get(page("reader", old))) == new.text
    first = client.get(page("reader", old, version=1))
    assert text_on(first) == old.text
    assert "earlier version" in first.content.decode()
    for wrong in ("3", "x", "-1"):
        assert client.get(page("reader", old, version=wrong)).status_code == 404


def test_selected_words_are_found_where_a_browser_counts_them(sit: DeskClient) -> None:
    version = VersionFactory.create(text=f"\U0001f389\U0001f389 {WORDS}, and again: {WORDS}.")
    start = version.text.rindex(WORDS)
    units = len(version.text[:start].encode("utf-16-le")) // 2
    answer = sit("Reporter").post(page("find", version), {"words": WORDS, "units": units})
    query = parse_qs(urlsplit(answer["Location"]).query)
    assert (int(query["start"][0]), int(query["end"][0])) == (start, start + len(WORDS))


def test_pasted_words_are_found_and_the_page_says_how(sit: DeskClient) -> None:
    version, client = VersionFactory.create(), sit("Reporter")
    answer = client.post(page("find", version), {"words": WORDS}, follow=True)
    assert "these words stand there once" in answer.content.decode()
    close = {"words": "adopted a resolution with 93 votes in favour, 8 against"}
    answer = client.post(page("find", version), close, follow=True)
    assert "a little differently" in answer.content.decode()


def test_words_that_are_not_there_are_kept_in_the_form(sit: DeskClient) -> None:
    version = VersionFactory.create()
    answer = sit("Reporter").post(page("find", version), {"words": "Something that nobody wrote anywhere"})
    assert "do not stand in the text" in answer.content.decode()
    assert "Something that nobody wrote anywhere" in answer.content.decode()


def chosen(version: ArticleVersion, words: str = WORDS) -> dict[str, int]:
    start = version.text.index(words)
    return {"version": version.number, "start": start, "end": start + len(words)}


def test_the_form_comes_filled_in_and_makes_an_appearance(sit: DeskClient) -> None:
    text = "The mayor, Anna Berg, said that at least 140 people were killed on 3 March 2026."
    version, client = VersionFactory.create(text=text), sit("Reporter")
    url = page("reader", version, **chosen(version, "at least 140 people were killed"))
    sent = filled(client.get(url))
    assert (sent["speaker"], sent["stance"], sent["form-0-measure"], sent["form-0-value"]) == (
        "Anna Berg", "asserts", "killed", "140",
    )  # fmt: skip
    answer = client.post(url, sent)
    row = Appearance.objects.get()
    assert answer["Location"].endswith(f"#appearance-{row.pk}")
    assert (row.quote, row.claim.status, str(row.source)) == (
        "at least 140 people were killed", "suggested", "Anna Berg",
    )  # fmt: skip
    (figure,) = row.measurements.all()
    assert (figure.measure, figure.value, figure.comparator, figure.unit) == (
        "killed",
        Decimal(140),
        "at_least",
        "people",
    )
    assert text_on(client.get(page("reader", version))) == text


def test_figures_can_be_changed_left_out_and_added(sit: DeskClient) -> None:
    version, client = VersionFactory.create(), sit("Editor")
    url = page("reader", version, **chosen(version, version.text))
    sent = filled(client.get(url)) | {"text": "It was adopted", "accept": "1"}
    rows = {sent[f"form-{place}-measure"]: place for place in range(int(sent["form-INITIAL_FORMS"]))}
    assert set(rows) == {"votes_for", "votes_against", "abstentions", "outcome", "event_date"}
    sent |= {f"form-{rows[left]}-leave_out": "on" for left in ("votes_against", "event_date", "outcome")}
    sent |= {f"form-{rows['abstentions']}-value": "74"}
    row = {"words": "Monday", "measure": "weekday", "value": "Monday", "comparator": "exact"}
    new = int(sent["form-TOTAL_FORMS"]) - 1
    client.post(url, sent | {f"form-{new}-{name}": value for name, value in row.items()})
    made = Appearance.objects.get()
    figures = {one.measure: (one.value, one.value_text) for one in made.measurements.all()}
    assert figures == {"votes_for": (93, ""), "abstentions": (74, ""), "weekday": (None, "Monday")}
    assert made.claim.status == "accepted"


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"words": "94", "measure": "votes_for", "value": "94"}, "Copy them from"),
        ({"words": "93"}, "what it measures"),
        ({"words": "93", "measure": "votes_for"}, "which value"),
        ({"words": "93", "measure": "votes_for", "value": "93", "value_max": "95"}, "A range"),
        ({"words": "93", "measure": "votes_for", "value": "93", "comparator": "range"}, "A range"),
    ],
)
def test_a_figure_that_is_wrong_is_named(sit: DeskClient, row: dict[str, str], error: str) -> None:
    version, client = VersionFactory.create(), sit("Reporter")
    url = page("reader", version, **chosen(version))
    sent = filled(client.get(url)) | {"text": "It was adopted", "form-TOTAL_FORMS": "1"}
    sent |= {"form-0-words": "", "form-0-measure": "", "form-0-value": "", "form-0-comparator": "exact"}
    answer = client.post(url, sent | {f"form-0-{name}": value for name, value in row.items()})
    assert error in answer.content.decode()
    assert not Appearance.objects.exists()


def test_known_claims_are_offered_and_looked_for(sit: DeskClient) -> None:
    alike = ClaimFactory.create(text="The resolution won 93 votes in favour", status="suggested")
    other = ClaimFactory.create(text="The harbour opens in March", status="suggested")
    version, client = VersionFactory.create(), sit("Reporter")
    url = page("reader", version, **chosen(version))
    sent = filled(client.get(url))
    assert alike.text in client.get(url).content.decode()
    looked = client.post(url, sent | {"text": "My words", "look": "1", "search": "harbour", "form-0-value": "92"})
    shown = looked.content.decode()
    assert (other.text in shown, "My words" in shown, 'value="92"' in shown) == (True, True, True)
    client.post(url, filled(looked) | {"claim": other.pk})
    assert Appearance.objects.get().claim == other


def test_a_reporter_is_offered_no_claim_that_readers_see(sit: DeskClient) -> None:
    claim = ClaimFactory.create(text="The resolution won 93 votes in favour")
    version = VersionFactory.create()
    url = page("reader", version, **chosen(version))
    assert claim.text not in sit("Reporter").get(url).content.decode()
    assert claim.text in sit("Editor").get(url).content.decode()
    client = sit("Reporter")
    answer = client.post(url, filled(client.get(url)) | {"claim": claim.pk})
    assert answer.status_code == 200
    assert not Appearance.objects.exists()


@pytest.mark.parametrize("role", ["Auditor", ""])
def test_others_read_or_do_not_and_mark_nothing(sit: DeskClient, role: str) -> None:
    version, client = VersionFactory.create(), sit(role)
    reading = client.get(page("reader", version))
    assert reading.status_code == (200 if role else 403)
    assert b"cc-find" not in reading.content
    url = page("reader", version, **chosen(version))
    assert client.get(url).status_code == 403
    assert client.post(url, {"text": "x"}).status_code == 403
    assert client.post(page("find", version), {"words": WORDS}).status_code == 403
    assert not Claim.objects.exists()


def test_only_the_forms_write(sit: DeskClient) -> None:
    version, client = VersionFactory.create(), sit("Editor")
    assert client.get(page("find", version)).status_code == 405
    assert client.post(page("reader", version)).status_code == 405
    for start, end in ((5, 5), (7, 5), (0, 10_000), ("x", 5)):
        assert client.get(page("reader", version, start=start, end=end)).status_code == 404


def asked(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_more_claims_take_no_more_queries(sit: DeskClient) -> None:
    version, client = VersionFactory.create(), sit("Chief")
    urls = [page("reader", version), page("reader", version, **chosen(version)), page("versions", version)]

    def crowd(number: int) -> None:
        for _ in range(number):
            row = AppearanceFactory.create(version=version, source=SourceFactory.create())
            MeasurementFactory.create(appearance=row)
            MembershipFactory.create(appearance=row)
            ClaimFactory.create(text=f"The resolution won 93 votes in favour {row.pk}")
        last = version.article.versions.latest("number")
        ArticleVersion.objects.filter(pk=last.pk).update(is_current=False)
        later = VersionFactory.create(article=version.article, number=last.number + 1, text=f"Later {last.number}.")
        AppearanceFactory.create(version=later, quote="Later")

    crowd(1)
    for url in urls:
        asked(client, url)
    few = [asked(client, url) for url in urls]
    crowd(4)
    assert [asked(client, url) for url in urls] == few
    assert max(few) <= 25
