"""What stands where on the page of a claim, and what of much is shown."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from claims.models import Appearance, Claim, Verdict
from tests.claims.views.world import checked_claim, correct, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    CorrectionFactory,
    MembershipFactory,
    PositionFactory,
    ReplyRequestFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db
BODY = "# What is right\n\nA vote.\n\n# What we do not know\n\nWho miscounted.\n\n# Why it matters\n\nIt is law."


def test_the_finding_comes_first_and_the_rest_in_its_order(client: Client) -> None:
    claim = checked_claim()
    verdict = claim.verdicts.get()
    correct(verdict, reason="We had miscounted.")
    new = Verdict.objects.public().get(claim=claim)
    MembershipFactory.create(appearance=claim.appearances.get())
    ClaimFactory.create(event=claim.event)
    page = read(client, claim.get_absolute_url())
    order = [
        "We had miscounted.",
        f'<h1 lang="en">{new.headline}</h1>',
        '<p class="claim-text" lang="en">',
        '<p class="verdict-rating">',
        '<h2 id="evidence">',
        '<h2 id="disagreement">',
        '<h2 id="appearances">',
        '<h2 id="who">',
        '<h2 id="history">',
        '<h2 id="cite">',
        '<h2 id="related">',
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "<del>The old finding</del>" in page.split("<h1")[0], "the strip says what became what"
    assert "<ins>The corrected finding</ins>" in page.split("<h1")[0]


def test_what_we_do_not_know_stands_after_the_evidence(client: Client) -> None:
    verdict = publish(VerdictFactory.create(claim=AppearanceFactory.create().claim, body=BODY))
    page = read(client, verdict.claim.get_absolute_url())
    words = ["What is right", "Why it matters", '<h2 id="evidence">', '<h2 id="unknown">', "Who miscounted."]
    places = [page.index(each) for each in words]
    assert places == sorted(places)
    assert page.count("What we do not know") == 1


def test_a_withdrawn_verdict_is_said_to_be_withdrawn(client: Client) -> None:
    verdict = publish(VerdictFactory.create(claim=AppearanceFactory.create().claim))
    CorrectionFactory.create(verdict=verdict, reason="The record was read wrongly.", before="False: 93 of 193")
    Verdict.objects.filter(pk=verdict.pk).update(status="withdrawn")
    page = read(client, verdict.claim.get_absolute_url())
    assert "Withdrawal, <time" in page.split("<h1")[0]
    assert '<span class="rating-name">Verdict withdrawn</span>' in page
    assert "We have withdrawn our verdict on this claim." in page
    assert "Not yet checked" not in page
    assert verdict.headline not in page.split('<h2 id="history">')[0]
    assert "<del>False: 93 of 193</del>" in page


def test_a_claim_of_many_articles_shows_twenty_at_a_time(client: Client, django_assert_num_queries: Any) -> None:
    claim: Claim = ClaimFactory.create()

    def made(day: int) -> None:
        article = ArticleFactory.create(published_on=date(2025, 3, day), title=f"Report of day {day}")
        AppearanceFactory.create(claim=claim, version=VersionFactory.create(article=article))

    made(1)
    with django_assert_num_queries(9):
        read(client, claim.get_absolute_url())
    for day in range(2, 26):
        made(day)
    with django_assert_num_queries(9):
        first = read(client, claim.get_absolute_url())
    assert first.count('class="appearance"') == 20
    assert "1 to 20 of 25" in first
    assert 'href="?page=2#appearances"' in first
    second = read(client, f"{claim.get_absolute_url()}?page=2")
    assert second.count('class="appearance"') == 5
    assert '<ol class="appearances" start="21">' in second
    assert second.index("1 Mar 2025") < second.index('<h2 id="appearances">'), "the claim box keeps the first"
    read(client, f"{claim.get_absolute_url()}?page=3", status=404)
    read(client, f"{claim.get_absolute_url()}?pag=2", status=400)
    assert client.get(f"{claim.get_absolute_url()}?utm_source=x&fbclid=y").status_code == 200


def test_many_contradictions_and_reports_are_bounded(client: Client, django_assert_num_queries: Any) -> None:
    membership = MembershipFactory.create()
    appearance: Appearance = membership.appearance
    event = appearance.claim.event
    assert event is not None
    url = appearance.claim.get_absolute_url()
    with django_assert_num_queries(13):
        read(client, url)
    for _ in range(20):
        MembershipFactory.create(position=membership.position)
    for _ in range(7):
        MembershipFactory.create(appearance=appearance, position=PositionFactory.create())
    with django_assert_num_queries(13):
        page = read(client, url)
    assert page.count('<article class="disagreement">') == 5
    assert f"{event.get_absolute_url()}#disagreement" in page


def test_the_right_of_reply_is_in_the_language_of_the_page(client: Client) -> None:
    verdict = VerdictFactory.create(author=UserFactory.create())
    ReplyRequestFactory.create(verdict=verdict, party="Ministry of Votes")
    publish(verdict)
    page = read(client, verdict.claim.get_absolute_url())
    assert "<strong>Ministry of Votes</strong>, asked by e-mail on 20 Nov 2026; no answer yet." in page


def test_a_claim_is_cited_by_people_and_programs(client: Client) -> None:
    claim = checked_claim()
    verdict = claim.verdicts.get()
    page = read(client, claim.get_absolute_url())
    assert f"@online{{crosscheck-claim-{claim.pk}," in page
    assert f"{verdict.publisher} ({verdict.published_at:%Y})" in page
    assert 'href="mailto:?subject=' in page
