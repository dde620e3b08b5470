"""The lists of claims and contradictions as readers get them: addresses, chips, marks, the part that htmx is sent."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims import choices
from claims.actions.words import learn_words
from claims.models import Claim
from claims.views.marked import START, STOP, marked
from tests.claims.views.world import crowded_contradiction, read
from tests.factories import AppearanceFactory, ClaimFactory, ContradictionFactory, EventFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db
TITLE = re.compile(r'class="row-title"><a href="([^"]+)"')
HTMX = {"HX-Request": "true"}


def link(page: str, rel: str) -> str:
    """The address of a neighbouring page; empty where there is none."""
    found = re.search(rf'<a rel="{rel}" href="([^"]+)"', page)
    return found.group(1).replace("&amp;", "&") if found else ""


def offered(page: str) -> int:
    """How many outlets there are to choose from, beside any."""
    [select] = re.findall(r'<select name="publisher".*?</select>', page, re.DOTALL)
    return len(re.findall("<option", select)) - 1


@pytest.mark.parametrize("query", ["", "?language=en", "?q=resolution"])
def test_pages_lead_on_and_back_while_new_claims_come(client: Client, query: str) -> None:
    for number in range(50):
        AppearanceFactory.create(claim=ClaimFactory.create(text=f"The resolution number {number}"))
    address, seen, addresses = f"/claims/{query}", [], []
    while address:
        page = read(client, address)
        seen += TITLE.findall(page)
        addresses.append(address)
        address = link(page, "next")
        if not query.startswith("?q"):
            ClaimFactory.create(text="The resolution that has just come")
    assert len(seen) == len(set(seen)) == 50
    assert [len(TITLE.findall(read(client, each))) for each in addresses[1:]] == [20, 10]
    back = read(client, link(page, "prev"))
    assert TITLE.findall(back) == seen[20:40]


def test_each_page_names_its_own_address_and_only_unfiltered_ones_are_for_search_engines(client: Client) -> None:
    for _ in range(21):
        ClaimFactory.create()
    first = read(client, "/claims/?q=&rating=")
    second = read(client, link(first, "next"))
    assert '<link rel="canonical" href="http://127.0.0.1:8000/claims/">' in first
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{link(first, "next")}">' in second
    assert "noindex" not in first + second
    filtered = read(client, "/claims/?language=en")
    assert '<meta name="robots" content="noindex,follow">' in filtered


@pytest.mark.parametrize("name", ["claims", "contradictions"])
@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?page=2", "This page has no parameter “page”"),
        ("?rating2=x", "no parameter"),
        ("?cursor=x", "This is no place in this list"),
        ("?cursor=W2ZhbHNlLCAiMC41IiwgM10", "This is no place in this list"),
        ("?event=0", "Event:"),
        ("?publisher=nobody", "Where:"),
        ("?topic=nothing", "Topic:"),
        ("?q=" + "a" * 201, "at most 200 characters"),
        ("?q=%00", "Null characters"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(client: Client, name: str, query: str, says: str) -> None:
    assert says in read(client, f"/{name}/{query}", status=400)


@pytest.mark.parametrize(
    "query",
    [
        "rating=wrong",
        "rating=%00",
        "language=xx",
        "since=yesterday",
        "since=2025-02-02&until=2025-01-01",
        "has_contradiction=1",
    ],
)
def test_a_value_that_is_no_choice_of_claims_is_refused(client: Client, query: str) -> None:
    read(client, f"/claims/?{query}", status=400)


def test_ratings_of_other_desks_are_not_offered_but_found(client: Client) -> None:
    theirs = publish(VerdictFactory.create(rating__scale__is_imported=True, rating__slug="pants", rating__name="Pants"))
    ours = publish(VerdictFactory.create(rating__slug="so", rating__name="So"))
    page = read(client, "/claims/")
    assert '<option value="so">So</option>' in page
    assert "pants" not in page
    chosen = read(client, "/claims/?rating=pants")
    assert '<option value="pants" selected>Pants</option>' in chosen
    assert "<strong>Pants</strong>" in chosen
    assert theirs.claim.get_absolute_url() in chosen
    assert ours.claim.get_absolute_url() not in chosen


def test_outlets_are_offered_from_few_appearances(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = ClaimFactory.create()
    AppearanceFactory.create_batch(3, claim=claim)
    assert offered(read(client, "/claims/")) == 3
    monkeypatch.setattr(choices, "SEEN_IN", 2)
    Claim.objects.filter(pk=claim.pk).update(short_text="changed")
    assert offered(read(client, "/claims/")) == 2


def test_each_active_filter_can_be_taken_away(client: Client) -> None:
    ClaimFactory.create(language="fr", text="Une résolution")
    page = read(client, "/claims/?q=r%C3%A9solution&language=fr&since=2025-01-02&cursor=")
    chips = re.findall(r'<li><a href="([^"]*)"><span class="hidden">Remove</span> <span>([^<]*): <strong>([^<]*)', page)
    assert [(label, value) for _, label, value in chips] == [
        ("Words", "résolution"),
        ("Published from", "2 Jan 2025"),
        ("Language", "French"),
    ]
    without = [set(parse_qs(urlsplit(url.replace("&amp;", "&")).query)) for url, _, _ in chips]
    assert without == [{"language", "since"}, {"q", "language"}, {"q", "since"}]


def test_htmx_is_sent_the_results_alone_and_the_address_without_what_is_empty(client: Client) -> None:
    claim = ClaimFactory.create(text="A resolution")
    whole = client.get("/claims/?q=resolution&rating=")
    part = client.get("/claims/?q=resolution&rating=", headers=HTMX)
    assert part["HX-Push-Url"] == "/claims/?q=resolution"
    assert claim.get_absolute_url() in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "<title>“resolution” in claims" in part.content.decode()
    assert '<div data-hx-swap-oob="innerHTML:#found">1 claim' in part.content.decode()
    assert "<html" in whole.content.decode()
    for answer in (whole, part):
        assert "HX-Request" in answer["Vary"]
    assert whole["ETag"] != part["ETag"]
    kept = client.get("/claims/?q=resolution&rating=", headers={"If-None-Match": part["ETag"]})
    assert kept.status_code == 200, "the part is not taken for the page"


def test_an_unchanged_list_says_by_what_it_differs(client: Client) -> None:
    tag = client.get("/contradictions/")["ETag"]
    answer = client.get("/contradictions/", headers={"If-None-Match": tag})
    assert answer.status_code == 304
    assert "HX-Request" in answer["Vary"]


def test_a_list_brings_no_script_of_others_and_no_inline_style(client: Client) -> None:
    page = read(client, "/claims/")
    assert re.findall(r"<script[^>]*src=\"([^\"]*)\"", page) == ["/static/django_htmx/htmx-2.min.js"]
    assert "<style" not in page
    assert " style=" not in page
    assert '"includeIndicatorStyles": false' in page


def test_words_that_were_found_are_marked(client: Client) -> None:
    ClaimFactory.create(text="The resolutions of Geneva")
    assert "The <mark>resolutions</mark> of <mark>Geneva</mark></a>" in read(client, "/claims/?q=geneva+resolution")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('bread')</script> and bread",
        "bread &lt;script&gt; & <b>bread</b>",
        '"bread" onmouseover="x" </a></h2>',
        f"bread {START}bread{STOP} {STOP}",
        "http://example.org/bread?a=1&b=<2> bread-and-butter",
        "  two  spaces,\n a line of bread",
    ],
)
def test_hostile_words_are_shown_as_they_are(client: Client, text: str) -> None:
    claim = ClaimFactory.create(text=text)
    page = client.get("/claims/?q=bread").content.decode()
    shown = page.partition('dir="auto">')[2].partition("</a>")[0]
    plain = shown.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in plain
    assert unescape(plain) == claim.text


def test_a_headline_of_another_text_marks_nothing() -> None:
    assert marked(f"{START}bread{STOP} and", "bread and <b>") == "bread and &lt;b&gt;"
    assert marked(f"{START}bread{STOP} & {STOP}", "bread & ") == "<mark>bread</mark> &amp; \x03"
    assert marked(f"a {START}<b>{STOP}", "a <b>") == "a <mark>&lt;b&gt;</mark>"


def test_the_page_says_that_it_forgave_a_misspelling(client: Client) -> None:
    claim = ClaimFactory.create(text="Ukraine voted for it")
    learn_words()
    page = read(client, "/claims/?q=Ukrane")
    assert "No claim has exactly these words." in page
    assert "for “ukrane” we looked for ukraine" in page
    assert f'href="{claim.get_absolute_url()}"' in page
    assert "<mark>Ukraine</mark> voted" in page
    assert "exactly these words" not in read(client, "/claims/?q=Ukraine")


def test_what_a_search_was_taken_for_is_escaped(client: Client) -> None:
    ClaimFactory.create(text="Ukraine voted")
    learn_words()
    assert "<script" not in read(client, "/claims/?q=%3Cscript%3Eukrane").partition("<main")[2]


def test_a_search_keeps_to_the_filters(client: Client) -> None:
    french = ClaimFactory.create(text="Le vote", language="fr")
    english = ClaimFactory.create(text="The vote")
    page = read(client, "/claims/?q=vote&language=fr")
    assert TITLE.findall(page) == [french.get_absolute_url()]
    assert english.get_absolute_url() not in page


def test_nothing_that_is_not_public_is_found(client: Client) -> None:
    for status in (Claim.Status.SUGGESTED, Claim.Status.REJECTED):
        ClaimFactory.create(text="A secret vote", status=status, status_reason="x")
    learn_words()
    for query in ("?q=secret", "?q=secrte", "", "?language="):
        assert "secret vote" not in read(client, f"/claims/{query}")
    ContradictionFactory.create(status="suggested", question="What is secret?")
    ContradictionFactory.create(status="open", question="What is open?")
    assert "What is secret?" not in read(client, "/contradictions/?q=what")
    assert "What is open?" in read(client, "/contradictions/?q=what")


def test_filters_take_as_many_queries_for_many_rows_as_for_one(client: Client) -> None:
    event = EventFactory.create()
    addresses = (
        f"/claims/?event={event.pk}&language=en&has_contradiction=true",
        "/claims/?q=resolution&language=en",
        f"/contradictions/?q=How&gate=real&event={event.pk}",
    )
    taken: dict[str, set[int]] = {address: set() for address in addresses}
    for contradictions in (1, 4):
        for _ in range(contradictions):
            crowded_contradiction(event=event, positions=3, reports=3, status="open", gate="real", question="How many?")
        for address, numbers in taken.items():
            with CaptureQueriesContext(connection) as queries:
                read(client, address)
            numbers.add(len(queries))
    assert all(len(numbers) == 1 and max(numbers) <= 16 for numbers in taken.values()), taken
