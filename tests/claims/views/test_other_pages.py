from datetime import date

import pytest
from django.test import Client
from django.utils.html import strip_tags

from articles.models import Passage
from claims.models import Claim, Event, EventIdentifier, RollCallVote
from tests.claims.views.world import checked_claim, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    SourceFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def vote() -> Event:
    """A vote of four, on the record."""
    event = EventFactory.create(membership=4, place="New York", sponsors=["Norland", "Sudland"])
    EventIdentifier.objects.create(event=event, value="A/RES/1")
    ClaimFactory.create(event=event)
    record = EvidenceFactory.create()
    for state, choice in (("Westland", "no"), ("Norland", "yes"), ("Ostland", "abstain"), ("Sudland", "yes")):
        RollCallVote.objects.create(
            event=event, state=SourceFactory.create(name=state, kind="state"), choice=choice, evidence=record
        )
    return event


def test_home_shows_news_and_nothing_hidden(client: Client) -> None:
    claim = checked_claim()
    membership = MembershipFactory.create()
    hidden = ContradictionFactory.create(status="suggested")
    page = read(client, "/")
    assert claim.verdicts.get().headline in page
    assert membership.position.contradiction.question in page
    assert hidden.question not in page


def test_home_of_an_empty_database_is_honest(client: Client) -> None:
    page = read(client, "/")
    assert "No contradiction is open to readers yet." in page
    assert "No verdict is published yet." in page


def test_an_event_shows_what_is_known_of_it(client: Client, vote: Event) -> None:
    page = read(client, vote.get_absolute_url())
    for words in (vote.title, "24 Feb 2025", "New York", "4 members", "Norland, Sudland", "A/RES/1"):
        assert words in page
    assert "2 for, 1 against, 1 abstaining, 0 not voting" in page
    assert vote.claims.get().text in page


def test_the_list_of_all_claims_is_offered_where_the_event_does_not_show_them(client: Client, vote: Event) -> None:
    ClaimFactory.create_batch(19, event=vote)
    assert "All claims about this event" not in read(client, vote.get_absolute_url())
    ClaimFactory.create(event=vote)
    assert "All claims about this event" in read(client, vote.get_absolute_url())


def test_an_event_that_nothing_public_is_about_is_not_there(client: Client) -> None:
    read(client, EventFactory.create().get_absolute_url(), status=404)


@pytest.mark.parametrize(
    ("precision", "words"), [("year", ">2025<"), ("month", ">February 2025<"), ("day", ">24 Feb 2025<")]
)
def test_a_date_is_told_as_finely_as_it_is_known(client: Client, precision: str, words: str) -> None:
    event = EventFactory.create(date_precision=precision)
    ClaimFactory.create(event=event)
    assert words in read(client, event.get_absolute_url())


def rows(page: str) -> list[str]:
    return [strip_tags(part.split("</th>")[0]) for part in page.split('<th scope="row">')[1:]]


def test_the_roll_call_is_sorted_and_searched_without_scripts(client: Client, vote: Event) -> None:
    url = vote.get_absolute_url()
    assert rows(read(client, url)) == ["Norland", "Ostland", "Sudland", "Westland"]
    assert rows(read(client, f"{url}?sort=vote")) == ["Norland", "Sudland", "Westland", "Ostland"]
    assert rows(read(client, f"{url}?state=ost")) == ["Ostland"]
    read(client, f"{url}?sort=size", status=400)


def test_the_roll_call_is_drawn_first_beside_the_reports(client: Client, vote: Event) -> None:
    contradiction = ContradictionFactory.create(event=vote)
    MembershipFactory.create(
        position=PositionFactory.create(contradiction=contradiction, figures={"votes_for": 3, "votes_against": 1})
    )
    page = read(client, contradiction.get_absolute_url())
    assert page.index("Roll call, UN General Assembly") < page.index("3 for, 1 against")


TEXT = "Accept all cookies\n\nThe vote\n\nThe text won <b>93</b> votes.\n\nIt is over, they say.\n\nAn old essay."


@pytest.fixture
def thread() -> Claim:
    version = VersionFactory.create(
        text=TEXT, title="The vote", article=ArticleFactory.create(note="A digest of ours.")
    )
    for kind, words, more in (
        ("boilerplate", "Accept all cookies", {}),
        ("title", "The vote", {}),
        ("post", "It is over, they say.", {"author": "river", "published_on": date(2025, 6, 20)}),
        ("quoted", "An old essay.", {"author": "A. Scholar", "site": "The Review"}),
    ):
        start = TEXT.index(words)
        Passage.objects.create(version=version, kind=kind, start=start, end=start + len(words), **more)
    claim: Claim = AppearanceFactory.create(version=version, quote="The text won <b>93</b> votes.").claim
    AppearanceFactory.create(version=version, quote="won <b>93</b>")
    AppearanceFactory.create(version=version, quote="It is over", claim=ClaimFactory.create(status="suggested"))
    return claim


def test_an_article_shows_its_text_with_its_claims_marked(client: Client, thread: Claim) -> None:
    page = read(client, thread.appearances.get().version.article.get_absolute_url())
    assert f'<a href="{thread.get_absolute_url()}"' in page
    assert "won &lt;b&gt;93&lt;/b&gt;</a></mark>" in page
    assert "Accept all cookies" not in page
    assert "Post · river · 20 Jun 2025" in page
    assert "Quoted from elsewhere · A. Scholar · The Review" in page
    assert "A digest of ours." in page
    assert "2 marked passages" in page
    assert "<mark>It is over" not in page


def test_an_article_that_is_not_public_is_not_there(client: Client) -> None:
    version = VersionFactory.create(article=ArticleFactory.create(is_public=False))
    read(client, version.article.get_absolute_url(), status=404)


def test_an_article_has_one_address(client: Client) -> None:
    article = VersionFactory.create().article
    assert client.get(f"/articles/{article.pk}-x/")["Location"] == article.get_absolute_url()


def test_health(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
