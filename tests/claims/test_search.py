import pytest
from django.test import Client

from claims.models import Claim, SourceAlias
from claims.search import ClaimFilter, search
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    SourceFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims() -> dict[str, Claim]:
    texts = {
        "vote": "Ukraine voted for the amended resolution in the General Assembly",
        "aid": "The aid amounted to 350 billion dollars",
        "call": "Zelensky refused to take the call",
    }
    return {name: ClaimFactory.create(text=text) for name, text in texts.items()}


def found(words: str) -> tuple[list[Claim], bool]:
    claims, is_approximate = search(Claim.objects.public(), words)
    return list(claims), is_approximate


@pytest.mark.parametrize(
    ("words", "name"),
    [("resolutions", "vote"), ("aid -resolution", "aid"), ('"take the call"', "call"), ("billion OR nothing", "aid")],
)
def test_words_are_found_in_the_syntax_of_a_web_search(claims: dict[str, Claim], words: str, name: str) -> None:
    assert found(words) == ([claims[name]], False)


@pytest.mark.parametrize(
    ("words", "name"), [("Ukrane", "vote"), ("resolutoin", "vote"), ("bilion dolars", "aid"), ("Zelenskyy", "call")]
)
def test_a_misspelling_is_forgiven_and_said(claims: dict[str, Claim], words: str, name: str) -> None:
    assert found(words) == ([claims[name]], True)


@pytest.mark.parametrize("words", ["xylophone quartet", "the", "&!|", "zz"])
def test_nothing_is_found_where_nothing_is(claims: dict[str, Claim], words: str) -> None:
    assert found(words)[0] == []


def test_the_better_match_comes_first() -> None:
    once = ClaimFactory.create(text="Bread was mentioned among twenty other things on a long and winding list of goods")
    often = ClaimFactory.create(text="Bread, bread and bread")
    assert found("bread")[0] == [often, once]


def filtered(**parameters: str) -> set[Claim]:
    form = ClaimFilter(parameters, queryset=Claim.objects.public())
    assert form.is_valid(), form.errors
    return set(form.qs)


def test_by_source_under_any_of_its_names() -> None:
    source = SourceFactory.create(name="Volodymyr Zelenskyy")
    SourceAlias.objects.create(source=source, name="Zelensky")
    said = AppearanceFactory.create(source=source).claim
    AppearanceFactory.create(source=SourceFactory.create())
    assert filtered(source="Zelenskiy") == {said}
    assert filtered(source="volodymyr zelenskyy") == {said}
    assert filtered(source="Nobody") == set()


def test_by_publisher() -> None:
    paper = PublisherFactory.create(slug="daily")
    printed = AppearanceFactory.create(
        version=VersionFactory.create(article=ArticleFactory.create(publisher=paper))
    ).claim
    AppearanceFactory.create()
    assert filtered(publisher="daily") == {printed}


def test_a_publisher_of_nothing_public_is_no_choice() -> None:
    paper = PublisherFactory.create(slug="silent")
    AppearanceFactory.create(
        version=VersionFactory.create(article=ArticleFactory.create(publisher=paper)),
        claim=ClaimFactory.create(status="suggested"),
    )
    assert not ClaimFilter({"publisher": "silent"}, queryset=Claim.objects.public()).is_valid()


def test_by_rating_and_by_having_none() -> None:
    checked = publish(VerdictFactory.create(rating__slug="false")).claim
    verdict = checked.verdicts.get()
    drafted = VerdictFactory.create(publisher=verdict.publisher, rating=verdict.rating).claim
    assert filtered(rating="false") == {checked}
    assert filtered(rating="unchecked") == {drafted}


@pytest.mark.parametrize(("status", "counts"), [("open", True), ("suggested", False)])
def test_by_public_contradiction(status: str, counts: bool) -> None:
    disputed = MembershipFactory.create(position=PositionFactory.create(contradiction__status=status)).appearance.claim
    other = ClaimFactory.create()
    assert filtered(has_contradiction="true") == ({disputed} if counts else set())
    assert filtered() == {disputed, other}


def test_by_event(claims: dict[str, Claim]) -> None:
    event = claims["aid"].event
    assert event is not None
    assert filtered(event=str(event.pk)) == {claims["aid"]}


def test_the_page_says_that_it_forgave_a_misspelling(client: Client, claims: dict[str, Claim]) -> None:
    page = client.get("/claims/", {"q": "Ukrane"}).content.decode()
    assert "1 claim. No claim contains exactly these words; these are close" in page
    assert claims["vote"].text in page
