"""Cards for other people's pages, and oEmbed by which their programs find them."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings

from claims.actions.merging import merge_claims
from claims.models import Claim
from tests.claims.views.world import checked_claim, correct, crowded_contradiction
from tests.factories import ClaimFactory, ContradictionFactory, EventFactory, UserFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def claim() -> Claim:
    return checked_claim()


def parsed(markup: bytes | str) -> Any:
    return html.fromstring(markup)


def ask(client: Client, url: str, **more: str | int) -> Any:
    return client.get(f"/oembed?{urlencode({'url': url, **more})}")


def test_a_card_is_alone_in_its_frame(client: Client, claim: Claim) -> None:
    answer = client.get(f"/embed/claims/{claim.pk}/")
    assert answer.status_code == 200
    assert "X-Frame-Options" not in answer
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "*",
    }
    assert not answer.cookies
    page = parsed(answer.content)
    assert not page.xpath("//script|//img|//iframe|//*[@style]|//*[starts-with(name(), 'on')]")
    links = page.xpath("//a")
    assert {link.get("target") for link in links} == {"_blank"}
    assert {link.get("href") for link in links} == {f"{SITE}{claim.get_absolute_url()}"}
    assert [link.get("href") for link in page.xpath("//link[@rel='stylesheet']")] == ["/static/claims/embed.css"]
    assert len(answer.content) < 5_000


def test_nothing_else_may_be_framed(client: Client, claim: Claim) -> None:
    contradiction = ContradictionFactory.create()
    for path in (
        "/",
        claim.get_absolute_url(),
        contradiction.get_absolute_url(),
        "/feeds/verdicts.atom",
        "/sitemap.xml",
    ):
        answer = client.get(path)
        assert answer["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], path


def test_a_card_says_what_the_page_says(client: Client, claim: Claim) -> None:
    path = f"/embed/claims/{claim.pk}/"
    page = client.get(path).content.decode()
    verdict = claim.verdicts.get()
    for words in (verdict.headline, verdict.rating.name, claim.text, verdict.publisher.name):
        assert words in page
    correct(verdict, reason="A figure was wrong.")
    after = client.get(path).content.decode()
    assert "The corrected finding" in after
    assert "Correction:" in after
    unchecked = client.get(f"/embed/claims/{ClaimFactory.create().pk}/").content.decode()
    assert "Not yet checked" in unchecked


def test_a_contradiction_has_a_card(client: Client) -> None:
    found = crowded_contradiction(event=EventFactory.create(), positions=3, reports=2)
    page = client.get(f"/embed/contradictions/{found.pk}/").content.decode()
    assert found.question in page
    assert page.count('class="is-evidence"') == 3


@pytest.mark.parametrize("kind", ["claims", "contradictions"])
def test_how_many_queries_a_card_takes(client: Client, kind: str, django_assert_num_queries: Any) -> None:
    found = crowded_contradiction(event=EventFactory.create(), positions=4, reports=4)
    claim = Claim.objects.first()
    assert claim
    for _ in range(4):
        correct(publish(VerdictFactory.create(claim=claim)), reason="A figure was wrong.")
    path = f"/embed/{kind}/{claim.pk if kind == 'claims' else found.pk}/"
    with django_assert_num_queries({"claims": 5, "contradictions": 6}[kind]):
        first = client.get(path)
    with django_assert_num_queries(1):
        again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert "frame-ancestors *" in again["Content-Security-Policy"]


def test_what_is_not_there_says_so_in_its_frame(client: Client) -> None:
    for path in ("/embed/claims/999999/", "/embed/contradictions/999999/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert "no longer, on our pages" in answer.content.decode()


def test_what_was_merged_leads_to_what_it_became(client: Client, claim: Claim) -> None:
    absorbed = ClaimFactory.create()
    merge_claims(keep=claim, absorb=absorbed, by=UserFactory.create(groups=["Editor"]))
    for path in (f"/embed/claims/{absorbed.pk}/", f"/cards/claims/{absorbed.pk}-x.png"):
        answer = client.get(path)
        assert answer.status_code == 301, path
        assert f"/claims/{claim.pk}" in answer["Location"]
    told = ask(client, f"{SITE}{absorbed.get_absolute_url()}").json()
    assert f"/embed/claims/{claim.pk}/" in told["html"]


def test_oembed(client: Client, claim: Claim) -> None:
    url = f"{SITE}{claim.get_absolute_url()}"
    answer = ask(client, url, format="json", dnt=1)
    assert answer["Content-Type"] == "application/json"
    told = answer.json()
    frame = parsed(told["html"])
    assert (frame.tag, frame.get("src")) == ("iframe", f"{SITE}/embed/claims/{claim.pk}/")
    assert frame.get("sandbox") == "allow-popups allow-popups-to-escape-sandbox"
    assert (told["version"], told["type"], told["width"]) == ("1.0", "rich", 600)
    assert int(frame.get("height")) == told["height"]
    assert client.get(told["thumbnail_url"].removeprefix(SITE))["Content-Type"] == "image/png"


def test_oembed_is_found_from_the_page_that_offers_the_same_to_copy(client: Client, claim: Claim) -> None:
    contradiction = crowded_contradiction(event=EventFactory.create(), positions=2, reports=1)
    for path in (claim.get_absolute_url(), contradiction.get_absolute_url()):
        page = parsed(client.get(path).content)
        [link] = page.xpath("//link[@type='application/json+oembed']")
        told = client.get(link.get("href").removeprefix(SITE)).json()
        assert page.xpath("//textarea[@id='snippet']")[0].text == told["html"]


def test_oembed_keeps_within_the_room_it_is_given(client: Client, claim: Claim) -> None:
    told = ask(client, f"{SITE}{claim.get_absolute_url()}", maxwidth=320, maxheight=200).json()
    assert (told["width"], told["height"]) == (320, 200)
    assert 'width="320" height="200"' in told["html"]
    assert "thumbnail_url" not in told
    tall = ask(client, f"{SITE}{claim.get_absolute_url()}", maxwidth=320).json()
    assert tall["height"] > ask(client, f"{SITE}{claim.get_absolute_url()}").json()["height"]


@pytest.mark.parametrize("size", ["0", "-1", "wide", "1e3", "٣٠٠", "99999999"])
def test_a_size_that_is_none_is_refused(client: Client, claim: Claim, size: str) -> None:
    assert ask(client, f"{SITE}{claim.get_absolute_url()}", maxwidth=size).status_code == 400


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "https://elsewhere.example.org/claims/1-a/",
        f"{SITE}/",
        f"{SITE}/claims/",
        f"{SITE}/claims/999999-nothing/",
        f"{SITE}/contradictions/999999-nothing/",
        f"{SITE}/api/v1/claims/1/",
        "http://[::1/claims/1-a/",
        "javascript:alert(1)",
        f"{SITE}/claims/99999999999999999999999-a/",
    ],
)
def test_other_addresses_have_no_card(client: Client, url: str) -> None:
    assert ask(client, url).status_code == 404


def test_oembed_answers_in_json_alone(client: Client, claim: Claim) -> None:
    assert ask(client, f"{SITE}{claim.get_absolute_url()}", format="xml").status_code == 501


def test_hostile_words_cannot_leave_the_frame(client: Client) -> None:
    claim = checked_claim(text='"><script>alert(1)</script>')
    publish(VerdictFactory.create(claim=claim, headline='"><img src=x onerror=alert(1)>'))
    told = ask(client, f"{SITE}{claim.get_absolute_url()}").json()
    assert [node.tag for node in html.fragment_fromstring(told["html"], create_parent=True).iter()] == ["div", "iframe"]
    assert not parsed(client.get(f"/embed/claims/{claim.pk}/").content).xpath("//script|//img")


def test_a_card_is_in_the_language_of_the_page(client: Client, claim: Claim, settings: Settings) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
    publish(VerdictFactory.create(claim=claim, language="fr", headline="Le relevé dit 93"))
    told = ask(client, f"{SITE}/fr/claims/{claim.pk}-{claim.slug}/").json()
    assert f"{SITE}/fr/embed/claims/{claim.pk}/" in told["html"]
    assert "Le relevé dit 93" in told["title"]
    page = client.get(f"/fr/embed/claims/{claim.pk}/").content.decode()
    assert '<html lang="fr"' in page
    assert "Le relevé dit 93" in page
