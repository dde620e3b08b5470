"""Reporting an error: what is taken, what is refused, and that nothing typed is ever lost."""

import re
import time
from typing import Any

import pytest
from django.core import mail
from django.core.signing import Signer
from django.test import Client
from pytest_django import Settings

from claims.models import Claim, ErrorReport, Tries
from tests.claims.views.world import checked_claim, read
from tests.factories import ClaimFactory, ErrorReportFactory, VerdictFactory

pytestmark = pytest.mark.django_db

FILLED_IN = {
    "page": "/claims/",
    "text": "The record lists 89 votes & <b>not</b> 93.",
    "evidence_url": "https://record.example.org/1",
    "name": "Ada “the” Reader",
    "email": "ada@reader.example.org",
    "website": "",
}


def stamp(*, age: int = 60) -> str:
    """As a form has it that was handed out so many seconds ago."""
    return Signer(salt="claims.views.report").sign(str(int(time.time()) - age))


def send(client: Client, **changed: str) -> Any:
    return client.post("/report/", {**FILLED_IN, "stamp": stamp(), **changed})


def keeps(page: str) -> bool:
    """Whether a page that came back has all that was typed."""
    return all(
        words in page
        for words in ("The record lists 89 votes &amp; &lt;b&gt;not&lt;/b&gt; 93.", 'value="Ada “the” Reader"',
                      'value="ada@reader.example.org"', 'value="https://record.example.org/1"')
    )  # fmt: skip


def test_a_report_is_taken_and_followed(client: Client) -> None:
    claim = checked_claim()
    answer = send(client, page=f"http://testserver{claim.get_absolute_url()}?from=feed")
    made = ErrorReport.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/report/{made.reference}/")
    assert re.fullmatch(r"CC-[2-9A-HJ-NP-Z]{8}", made.reference)
    assert made.record == claim
    assert made.page == f"{claim.get_absolute_url()}?from=feed"
    assert (made.text, made.evidence_url) == (FILLED_IN["text"], FILLED_IN["evidence_url"])
    assert (made.name, made.email, made.language) == (FILLED_IN["name"], FILLED_IN["email"], "en-gb")
    page = read(client, answer["Location"])
    assert made.reference in page
    assert "We have it. Nobody has read it yet." in page
    assert claim.get_absolute_url() in page
    assert "89 votes" not in page
    assert "Ada" not in page
    assert mail.outbox == [], "the job writes, not the request"


def test_the_form_itself_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the page hands out, and nothing made up."""
    careful = Client(enforce_csrf_checks=True)
    page = careful.get("/report/?url=/claims/%3Fq%3Dvotes").content.decode()
    fields = dict(re.findall(r'<input[^>]* name="(\w+)"[^>]*? value="([^"]*)"', page))
    assert fields["page"].endswith("/claims/?q=votes")
    assert re.search(r'<input type="text" name="website"[^>]* tabindex="-1"', page)
    now = time.time()
    monkeypatch.setattr("claims.views.report.time.time", lambda: now + 30)
    assert careful.post("/report/", {**fields, "text": "It is wrong."}).status_code == 302
    assert ErrorReport.objects.get().page == "/claims/?q=votes"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": "  "}, "Say what is wrong."),
        ({"page": ""}, "This field is required."),
        ({"page": "https://elsewhere.example.org/claims/"}, "Give the address of a page on this site."),
        ({"page": "javascript:alert(1)"}, "Give the address of a page on this site."),
        ({"page": "//elsewhere.example.org/"}, "Give the address of a page on this site."),
        ({"page": "/\\elsewhere.example.org/"}, "Give the address of a page on this site."),
        ({"evidence_url": "javascript:alert(1)"}, "Give the address of a page on the web, or leave this empty."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"website": "https://pills.example.org"}, "This looks like a message from a machine."),
        ({"stamp": "1763800000:forged"}, "This page was not complete."),
        ({"stamp": ""}, "This page was not complete."),
    ],
)
def test_what_is_refused_comes_back_with_a_reason(client: Client, changed: dict[str, str], said: str) -> None:
    answer = send(client, **changed)
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert said in page
    assert not ErrorReport.objects.exists()
    untouched = {name for name in ("text", "name", "email", "evidence_url") if name not in changed}
    assert len(untouched) < 4 or keeps(page)


@pytest.mark.parametrize(
    ("age", "said"), [(0, "That was very fast."), (13 * 3600, "This page lay open for long.")], ids=["fast", "stale"]
)
def test_nobody_writes_that_fast_or_that_long(client: Client, age: int, said: str) -> None:
    answer = send(client, stamp=stamp(age=age))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert keeps(answer.content.decode())


def test_who_was_too_fast_need_only_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    given = stamp(age=1)
    page = send(client, stamp=given).content.decode()
    assert f'name="stamp" value="{given}"' in page
    now = time.time()
    monkeypatch.setattr("claims.views.report.time.time", lambda: now + 5)
    assert send(client, stamp=given).status_code == 302


def test_a_stale_form_comes_back_with_a_new_stamp(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = send(client, stamp=stamp(age=13 * 3600)).content.decode()
    fresh = re.findall(r'name="stamp" value="([^"]+)"', page)[0]
    now = time.time()
    monkeypatch.setattr("claims.views.report.time.time", lambda: now + 30)
    assert send(client, stamp=fresh).status_code == 302


def test_an_address_sends_only_a_few_in_an_hour(client: Client, settings: Settings) -> None:
    settings.REPORT_LIMITS = {"address": "2/1h", "everybody": "100/1h"}
    assert [send(client).status_code for _ in range(3)] == [302, 302, 429]
    answer = send(client)
    assert keeps(answer.content.decode())
    assert "several reports within an hour" in answer.content.decode()
    assert ErrorReport.objects.count() == 2
    assert Client(REMOTE_ADDR="198.51.100.7").post("/report/", {**FILLED_IN, "stamp": stamp()}).status_code == 302


def test_everybody_together_sends_only_so_many(client: Client, settings: Settings) -> None:
    settings.REPORT_LIMITS = {"address": "9/1h", "everybody": "1/1h"}
    assert send(client).status_code == 302
    assert Client(REMOTE_ADDR="198.51.100.7").post("/report/", {**FILLED_IN, "stamp": stamp()}).status_code == 429


def test_a_mistake_costs_nothing(client: Client) -> None:
    assert send(client, text="").status_code == 422
    assert not Tries.objects.exists()


def test_a_lost_cookie_loses_no_words() -> None:
    careful = Client(enforce_csrf_checks=True)
    answer = careful.post("/report/", {**FILLED_IN, "stamp": stamp()})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Your browser sent no cookie" in page
    assert keeps(page)
    assert "csrfmiddlewaretoken" in page
    assert not ErrorReport.objects.exists()


def test_a_page_without_a_record_of_its_own(client: Client) -> None:
    send(client, page="/methodology/")
    assert ErrorReport.objects.get().record is None
    hidden = ClaimFactory.create(status="suggested")
    send(client, page=hidden.get_absolute_url())
    assert ErrorReport.objects.latest("pk").record is None, "what is not public is not told of"


def test_a_page_in_another_language_is_about_the_same_record(client: Client, settings: Settings) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
    claim = ClaimFactory.create()
    send(client, page=f"/fr{claim.get_absolute_url()}")
    assert ErrorReport.objects.get().record == claim


def test_the_form_says_what_it_is_about(client: Client) -> None:
    claim = ClaimFactory.create(text="The <dam> held")
    page = read(client, f"/report/?url={claim.get_absolute_url()}")
    assert "<strong>The &lt;dam&gt; held</strong>" in page
    told, _, _languages = read(client, "/report/?url=https://elsewhere.example.org/").partition("<footer")
    assert "elsewhere" not in told
    hidden = VerdictFactory.create().publisher
    told, _, _languages = read(client, f"/report/?url={hidden.get_absolute_url()}").partition("<footer")
    assert hidden.name not in told
    read(client, "/report/?page=1", status=400)


def test_no_cache_keeps_the_form_or_a_state(client: Client) -> None:
    report = ErrorReportFactory.create()
    for url in ("/report/", f"/report/{report.reference}/"):
        answer = client.get(url)
        assert "no-store" in answer["Cache-Control"]
        assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "csrftoken" in client.get("/report/").cookies
    assert client.put("/report/").status_code == 405
    assert client.post(f"/report/{report.reference}/").status_code == 405


@pytest.mark.parametrize(
    ("state", "answer", "said"),
    [
        ("new", "", "Nobody has read it yet."),
        ("in_hand", "", "An editor is looking at it."),
        ("answered", "Thank you. It <i>is</i> mended.", "An editor has looked at it and answers:"),
        ("dismissed", "The record says 93.", "changes nothing, because:"),
    ],
)
def test_what_a_reader_sees_of_each_state(client: Client, state: str, answer: str, said: str) -> None:
    settled = "2026-11-21T12:00Z" if answer else None
    report = ErrorReportFactory.create(state=state, answer=answer, settled_at=settled)
    page = read(client, f"/report/{report.reference.lower()}/")
    assert said in page
    assert answer.replace("<i>is</i>", "&lt;i&gt;is&lt;/i&gt;") in page
    assert "Ada Reader" not in page
    assert report.text not in page


def test_a_reference_that_nobody_has(client: Client) -> None:
    for unknown in ("CC-22222222", "%00"):
        read(client, f"/report/{unknown}/", status=404)


def test_a_claim_that_is_gone_is_named_no_more(client: Client) -> None:
    claim = ClaimFactory.create(text="The dam held")
    report = ErrorReportFactory.create(page=claim.get_absolute_url(), record=claim)
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="x")
    assert "The dam held" not in read(client, f"/report/{report.reference}/")
