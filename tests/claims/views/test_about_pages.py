"""The pages about the desk itself, and what is around every page."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from articles.models import Publisher
from claims.models import Claim, Correction, Verdict
from tests.claims.views.world import checked_claim, correct, read
from tests.factories import CorrectionFactory, PublisherFactory, RatingFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Publisher:
    own: Publisher = PublisherFactory.create(
        kind=Publisher.Kind.OWN, name="The <Desk>", url="https://desk.example.org/", about="Nine people.\n\nIn Accra."
    )
    return own


def test_about_shows_what_the_record_of_the_desk_holds(client: Client, desk: Publisher) -> None:
    page = read(client, "/about/")
    assert "<strong>The &lt;Desk&gt;</strong>" in page
    assert "<p>Nine people.</p> <p>In Accra.</p>" in page
    assert '<a href="https://desk.example.org/" rel="external">' in page
    assert 'rel="license' not in page


def test_about_invents_nothing(client: Client, settings: Settings) -> None:
    assert "The desk has not yet entered who it is." in read(client, "/about/")
    Publisher.objects.create(kind=Publisher.Kind.OWN, name="Desk", slug="desk", url="javascript:alert(1)")
    settings.CONTENT_LICENCE = "https://licence.example.org/by"
    page = read(client, "/about/")
    assert "javascript:" not in page
    assert '<a rel="license external" href="https://licence.example.org/by">' in page


def test_the_accessibility_statement_says_how_it_was_tested_and_where_to_write(client: Client) -> None:
    page = read(client, "/accessibility/")
    assert "WCAG) 2.2 at level AA" in page
    assert "What does not work well yet" in page
    assert 'href="/report/?url=/accessibility/"' in page


def test_methodology_defines_every_rating_where_verdicts_link_to(client: Client) -> None:
    rating = RatingFactory.create(definition="We say so when the record is plain.")
    page = read(client, "/methodology/")
    assert rating.definition in page
    assert f'id="rating-{rating.scale_id}-{rating.slug}"' in page
    assert 'id="resolution-different_body_or_scope"' in page
    assert '<h2 id="corrections">' in page, "where ClaimReview's correctionsPolicy leads"


def test_every_link_within_methodology_leads_somewhere(client: Client) -> None:
    page = read(client, "/methodology/")
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(links) > 6
    assert [link for link in links if f'id="{link}"' not in page] == []


def test_the_figures_on_the_methodology_page_are_those_of_the_readme(client: Client) -> None:
    readme = Path(settings.BASE_DIR, "README.md").read_text()
    precision, recall = re.findall(r"contradictions: precision · recall \| (0\.\d\d) · \*\*(0\.\d\d)\*\*", readme)[0]
    found, speaker = re.findall(r"facts found · .* \| (0\.\d\d) · .* · (0\.\d\d) \|", readme)[0]
    pairs = re.findall(r"`stories` \((\d+) pairs\)", readme)[0]
    page = read(client, "/methodology/")
    assert f"{pairs} pairs of reports" in page
    assert f"100 contradictions that it suggests there, {precision[2:]} are contradictions" in page
    assert f"100 contradictions that are there, it finds {recall[2:]}" in page
    assert f"finds {found[2:]} of 100 marked facts, and names the right speaker for {speaker[2:]} of 100" in page


def test_corrections_are_listed_for_good(client: Client) -> None:
    claim = checked_claim()
    new = correct(claim.verdicts.get(), reason="We had miscounted.")
    assert f"{claim.get_absolute_url()}#history" in read(client, "/corrections/")
    CorrectionFactory.create(verdict=new)
    Verdict.objects.filter(pk=new.pk).update(status="withdrawn")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="a duplicate")
    page = read(client, "/corrections/")
    assert "We had miscounted." in page
    assert f"/claims/{claim.pk}-" not in page


def test_corrections_of_one_kind(client: Client) -> None:
    correct(publish(VerdictFactory.create()), reason="We had miscounted.")
    CorrectionFactory.create(verdict=publish(VerdictFactory.create()), reason="It cannot stand.")
    both = read(client, "/corrections/")
    assert "We had miscounted." in both
    assert "It cannot stand." in both
    page = read(client, "/corrections/?kind=withdrawal")
    assert "It cannot stand." in page
    assert "We had miscounted." not in page
    assert "Nothing of this kind so far." in read(client, "/corrections/?kind=update")
    read(client, "/corrections/?kind=slip", status=400)
    read(client, "/corrections/?page=2", status=400)


def test_corrections_are_leafed_through_by_their_place(client: Client, django_assert_num_queries: Any) -> None:
    made = [CorrectionFactory.create(verdict=publish(VerdictFactory.create()), reason=f"No. {n}.") for n in range(45)]
    assert Correction.objects.count() == 45
    url, seen = "/corrections/?kind=withdrawal", []
    for number in range(3):
        with django_assert_num_queries(2):
            page = read(client, url)
        seen += [int(n) for n in re.findall(r"<p>No\. (\d+)\.</p>", page)]
        older = re.search(r'rel="next" href="([^"]+)"', page)
        assert (older is None) == (number == 2)
        url = "/corrections/" + older[1].replace("&amp;", "&") if older else url
    assert seen == list(range(44, -1, -1)), made
    newer = re.search(r'rel="prev" href="([^"]+)"', page)
    assert newer
    back = read(client, "/corrections/" + newer[1].replace("&amp;", "&"))
    assert [int(n) for n in re.findall(r"<p>No\. (\d+)\.</p>", back)] == list(range(24, 4, -1))
    nested = base64.urlsafe_b64encode(b"[" * 2_000).decode()
    for nowhere in ("nowhere", nested):
        read(client, f"/corrections/?at={nowhere}", status=400)


PAGES = ["/", "/claims/", "/about/", "/report/", "/nowhere/"]


@pytest.mark.parametrize("url", PAGES)
def test_around_every_page(client: Client, url: str) -> None:
    page = " ".join(client.get(url).content.decode().split())
    assert '<a class="skip" href="#main">' in page
    assert page.count("<h1") == 1
    assert 'role="search"' in page
    for path in ("/claims/", "/contradictions/", "/methodology/", "/corrections/", "/about/", "/accessibility/"):
        assert f'<a href="{path}"' in page
    assert '<a href="/report/' in page
    assert "style=" not in page
    assert not re.search(r"<script(?! type=\"application/ld\+json\"| src=\"/static/)", page), (
        "no script of the page's own"
    )


def test_the_way_to_report_knows_the_page(client: Client) -> None:
    assert 'href="/report/?url=%2Fclaims%2F%3Fq%3Dvotes%2526more"' in read(client, "/claims/?q=votes%26more")


@pytest.mark.parametrize("url", ["/", "/claims/", "/about/", "/corrections/", "/methodology/", "/accessibility/"])
def test_reading_sets_no_cookie(client: Client, url: str) -> None:
    assert not client.get(url).cookies
