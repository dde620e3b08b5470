"""Pages of outlets, sources and topics: what they count and say, with nothing, little and much, and what they hide."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from articles.models import Article
from claims.models import Appearance, Claim, Contradiction, SourceAlias
from claims.standing import ENOUGH
from claims.views import publishers
from tests.claims.models.test_part import settle
from tests.claims.views.people_world import People, check, contradict, everything, people, say
from tests.claims.views.world import read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    CorrectionFactory,
    PublisherFactory,
    SourceFactory,
    VerdictFactory,
    VersionFactory,
    publish,
    submit,
)

pytestmark = pytest.mark.django_db
LISTS = ["/publishers/", "/sources/", "/topics/"]


@pytest.fixture
def who() -> People:
    return people()


def test_with_nothing_public_there_is_no_page(client: Client, who: People) -> None:
    for url in who.pages():
        read(client, url, status=404)
    for url, words in zip(LISTS, ("Nothing found.", "Nobody of that name", "No claim has been put"), strict=True):
        page = read(client, url)
        assert words in page
        assert not any(name in page for name in ("The Courier", "Ada Norland", "Harvests"))


def test_what_waits_or_was_rejected_opens_no_page_and_is_on_none(client: Client, who: People) -> None:
    for status in ("suggested", "rejected"):
        claim = say(who, status="suggested")
        Claim.objects.filter(pk=claim.pk).update(status=status, status_reason="Too vague")
    contradict(who, status="suggested")
    Claim.objects.exclude(status="rejected").update(status="suggested")
    submit(VerdictFactory.create(publisher=who.desk, headline="A secret finding"))
    Article.objects.update(is_public=False)
    for url in who.pages():
        answer = client.get(url)
        assert answer.status_code in {404, 410}, "the outlet had texts that were public for a moment"
        assert who.source.name not in answer.text
        assert who.publisher.name not in answer.text
    shown = [say(who), *Claim.objects.exclude(status="accepted")]
    Article.objects.update(is_public=False)
    for url in who.pages()[:3]:
        page = read(client, url)
        assert shown[0].text in page
        assert not any(claim.text in page for claim in shown[1:])
        assert not any(each.question in page for each in Contradiction.objects.all())
        assert "A secret finding" not in page


@pytest.mark.parametrize("hidden", ["draft", "submitted", "withdrawn"])
def test_a_verdict_that_is_not_in_force_is_on_no_page(client: Client, who: People, hidden: str) -> None:
    claim = say(who)
    verdict = VerdictFactory.create(claim=claim, publisher=who.desk, headline="A secret finding")
    if hidden == "submitted":
        submit(verdict)
    if hidden == "withdrawn":
        publish(verdict)
        CorrectionFactory.create(verdict=verdict)
        type(verdict).objects.filter(pk=verdict.pk).update(status="withdrawn")
    for url in (*who.pages()[:3], "/"):
        page = read(client, url)
        assert "A secret finding" not in page
        assert 'class="counts"' not in page


def test_little_is_counted_and_no_share_is_told(client: Client, who: People) -> None:
    contradiction, position = contradict(who)
    settle(contradiction, "source_error", position, corrected=False)
    contradict(who)
    for url in (who.publisher.get_absolute_url(), who.source.get_absolute_url()):
        page = read(client, url)
        assert "1 settled question, by how it came out." in page
        assert "Found wrong, not corrected" in page
        assert f"We give no share below {ENOUGH} settled questions" in page
        assert "%)" not in page
        assert contradiction.question in page


def test_words_of_others_are_told_from_an_outlets_own(client: Client, who: People) -> None:
    contradiction, position = contradict(who)
    settle(contradiction, "source_error", position)
    page = read(client, who.publisher.get_absolute_url())
    assert "(1 of them in words quoted from somebody else)" in page
    assert "quoted from somebody else" not in read(client, who.source.get_absolute_url())


def test_a_share_stands_with_what_it_is_of(client: Client, who: People) -> None:
    for number in range(ENOUGH):
        contradiction, position = contradict(who)
        settle(contradiction, *(("source_error", position) if number < 3 else ("different_as_of",)))
    page = read(client, who.publisher.get_absolute_url())
    assert f"Found wrong in 3 of {ENOUGH} settled questions (30%)." in page
    assert "no measure of how reliable anybody is" in page


def test_an_apparent_contradiction_is_no_error(client: Client, who: People) -> None:
    contradiction, _ = contradict(who)
    settle(contradiction, "different_body_or_scope")
    page = read(client, who.publisher.get_absolute_url())
    assert "Apparent only" in page
    assert "Found wrong" not in page


def test_a_change_of_position_is_a_dated_list(client: Client, who: People) -> None:
    contradiction, position = contradict(who)
    other = contradiction.positions.exclude(pk=position.pk).get()
    seen = AppearanceFactory.create(
        version=VersionFactory.create(article=ArticleFactory.create()), source=who.source, said_on="2025-03-01"
    )
    other.memberships.create(appearance=seen, origin="later")
    Appearance.objects.filter(source=who.source, positions=position).update(said_on="2025-02-01")
    page = read(client, who.source.get_absolute_url())
    assert "2 different answers" in page
    dated = page.split('class="over-time"')[1]
    assert dated.index("1 Feb 2025") < dated.index("1 Mar 2025")


def test_a_desk_has_its_verdicts_by_rating_and_its_corrections(client: Client, who: People) -> None:
    for rating in ("False", "False", "Disputed"):
        check(who, say(who), rating=rating)
    page = read(client, who.desk.get_absolute_url())
    assert "3 checked claims, by rating." in page
    assert page.count('class="rating-name">False') == 3, "once in the table, and two findings"
    assert "None of its verdicts has had to be corrected so far." in page
    assert "What it reported" not in page
    source = read(client, who.source.get_absolute_url())
    assert "3 checked claims, by rating." in source
    assert "We give no share below" in source


def test_an_undated_text_is_not_the_newest(client: Client, who: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishers, "CLAIMS", 1)
    dated, undated = say(who), say(who)
    Article.objects.filter(versions__appearances__claim=dated).update(published_on="2026-01-02")
    Article.objects.filter(versions__appearances__claim=undated).update(published_on=None)
    page = read(client, who.publisher.get_absolute_url())
    assert dated.get_absolute_url() in page
    assert undated.get_absolute_url() not in page


def test_what_a_source_denies_is_not_counted_as_its_claim(client: Client, who: People) -> None:
    check(who, say(who))
    Appearance.objects.filter(source=who.source).update(stance="denies")
    page = read(client, who.source.get_absolute_url())
    assert "Denies it" in page
    assert "checked claim" not in page


def test_a_state_has_its_votes(client: Client, who: People) -> None:
    everything(who, 1)
    page = read(client, who.source.get_absolute_url())
    vote = who.source.votes.get()
    assert vote.event.title in page
    assert "<strong>Yes</strong>" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        *(("norl", True), ("NÓRLAND", True), ("the old name", True), ("x", False)),
        *(("no", True), ("ÁD", True), ("ol", True), ("or", False)),  # so few letters begin a word
    ],
)
def test_a_source_is_found_by_any_of_its_names(client: Client, who: People, words: str, found: bool) -> None:
    say(who)
    SourceAlias.objects.create(source=who.source, name="The Old Name")
    assert ("Ada Norland" in read(client, f"/sources/?q={words}")) == found


def test_a_merged_source_leads_to_what_it_became(client: Client, who: People) -> None:
    say(who)
    gone = SourceFactory.create(name="A. Norland", merged_into=who.source)
    answer = client.get(gone.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, who.source.get_absolute_url())
    assert client.get(f"/sources/{who.source.pk}-another/").status_code == 301
    assert "A. Norland<" not in read(client, "/sources/")


@pytest.mark.parametrize("url", LISTS)
def test_lists_take_only_what_they_know(client: Client, url: str) -> None:
    read(client, f"{url}?sort=worst", status=400)
    read(client, f"{url}?q={'x' * 300}", status=400)
    read(client, f"{url}?q=%00", status=400)
    read(client, f"{url}?q=%E2%80%8B%27%22%3Cscript%3E")


def test_lists_go_on_from_the_last_name(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("claims.views.roll.NAMES", 3)
    for letter in "EDCBA":
        ArticleFactory.create(publisher=PublisherFactory.create(name=f"{letter} & Sons"))
    page = read(client, "/publishers/")
    assert [letter for letter in "ABCDE" if f"{letter} &amp; Sons</a>" in page] == ["A", "B", "C"]
    assert "?after=C+%26+Sons" in page
    page = read(client, "/publishers/?after=C+%26+Sons")
    assert [letter for letter in "ABCDE" if f"{letter} &amp; Sons</a>" in page] == ["D", "E"]
    assert "More names" not in page


def test_hostile_names_stay_words(client: Client) -> None:
    bad = '<script>alert("x")</script>' + "W" * 50
    who = people(publisher=f"P{bad}", source=f"S{bad}", topic=f"T{bad}"[:80], desk=f"D{bad}")
    everything(who, 1)
    SourceAlias.objects.create(source=who.source, name=f"{bad}'")
    for url in (*who.pages(), *LISTS, "/"):
        assert "<script>alert" not in read(client, url), url


def test_each_page_takes_as_many_queries_with_much_as_with_little(client: Client, who: People) -> None:
    everything(who, 1)
    addresses = (*who.pages(), *LISTS, "/")
    little = {url: queries(client, url) for url in addresses}
    everything(who, 12)
    assert {url: queries(client, url) for url in addresses} == little
    assert list(little.values()) == [14, 12, 10, 12, 2, 2, 2, 15]


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as made:
        read(client, url)
    return len(made)


@override_settings(SITE_URL="https://check.example.org")
def test_pages_name_their_address(client: Client, who: People) -> None:
    everything(who, 1)
    for url in (*who.pages(), *LISTS):
        assert f'<link rel="canonical" href="https://check.example.org{url}">' in read(client, url)
        read(client, f"{url}?page=2", status=400)
