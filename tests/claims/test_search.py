import pytest

from claims.actions.words import learn_words
from claims.models import Claim, Word
from claims.search import BEST, best, read
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims() -> dict[str, Claim]:
    texts = {
        "vote": "Ukraine voted for the amended resolution in the General Assembly",
        "aid": "The aid amounted to 350 billion dollars",
        "call": "Zelensky refused to take the call",
        "summit": "À Genève, la résolution a été adoptée",
    }
    found = {name: ClaimFactory.create(text=text) for name, text in texts.items()}
    learn_words()
    return found


def found(words: str) -> tuple[list[int], bool]:
    public = Claim.objects.public()
    search = read(public, words)
    return [pk for _, pk in best(public, search)], bool(search.instead)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("dollar", "aid"),
        ("aid -resolution", "aid"),
        ('"take the call"', "call"),
        ("billion OR nothing", "aid"),
        ("  Assembly, amended! ", "vote"),
    ],
)
def test_words_are_found_in_the_syntax_of_a_web_search(claims: dict[str, Claim], words: str, name: str) -> None:
    assert found(words) == ([claims[name].pk], False)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("geneve", {"summit"}),
        ("Genève", {"summit"}),
        ("resolution", {"vote", "summit"}),
        ("résolution", {"summit", "vote"}),
    ],
)
def test_accents_make_no_difference(claims: dict[str, Claim], words: str, names: set[str]) -> None:
    keys, is_approximate = found(words)
    assert set(keys) == {claims[name].pk for name in names}
    assert not is_approximate


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ukrane", "vote"),
        ("asembly resolutoin", "vote"),
        ("biillon dlolars", "aid"),
        ("bilion dolars", "aid"),
        ("Zelenskyy", "call"),
        ("Genéva", "summit"),
    ],
)
def test_a_misspelling_is_forgiven_and_said(claims: dict[str, Claim], words: str, name: str) -> None:
    assert found(words) == ([claims[name].pk], True)


def test_a_word_that_only_begins_alike_is_not_taken_for_another(claims: dict[str, Claim]) -> None:
    assert read(Claim.objects.public(), "Ukulele generosity").instead == {}


def test_it_says_what_a_word_was_taken_for(claims: dict[str, Claim]) -> None:
    search = read(Claim.objects.public(), "the Ukrane resolution")
    assert search.instead == {"ukrane": ["ukraine"]}


@pytest.mark.parametrize("words", ["xylophone quartet", "the", "&!|", "zz", "Ukrane quartet", "'", "\\", "-", '"', "%"])
def test_nothing_is_found_where_nothing_is(claims: dict[str, Claim], words: str) -> None:
    assert found(words)[0] == []


def test_the_better_match_comes_first() -> None:
    once = ClaimFactory.create(text="Bread was mentioned among twenty other things on a long and winding list of goods")
    often = ClaimFactory.create(text="Bread, bread and bread")
    assert found("bread")[0] == [often.pk, once.pk]


def test_of_too_many_the_newest_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    old = ClaimFactory.create(text="Bread, bread and bread")
    new = [ClaimFactory.create(text=f"Bread number {number}").pk for number in range(3)]
    search = read(Claim.objects.public(), "bread")
    assert old.pk not in [pk for _, pk in best(Claim.objects.public(), search, most=2)]
    assert sorted(pk for _, pk in best(Claim.objects.public(), search, most=2)) == new
    assert len(best(Claim.objects.public(), search)) == 4 <= BEST


def test_the_words_of_public_claims_are_learnt_and_forgotten() -> None:
    claim = ClaimFactory.create(text="Crème brûlée of 2025")
    ClaimFactory.create(text="secret", status="suggested")
    assert learn_words() == 2
    assert dict(Word.objects.values_list("word", "key")) == {"crème": "creme", "brûlée": "brulee"}
    assert learn_words() == 0
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="Too vague")
    assert learn_words() == 2
    assert not Word.objects.exists()
