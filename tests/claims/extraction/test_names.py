"""One name in many spellings; states by their names, adjectives and seats."""

import pytest

from claims.extraction.names import (
    canonical_name,
    canonical_state,
    fold_name,
    same_name,
    state_of,
    state_of_adjective,
    strip_titles,
    surname,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Zelenskij", "Zelens'kyi", "ZELENSKY"],
        ["Volodymyr Zelensky", "Vladimir Zelenskii", "President Volodymyr Zelenskyy"],
        ["Sergei Lavrov", "Sergey Lavrov", "Foreign Minister Sergey Lavrov"],
        ["Dmitry Peskov", "Dmitri Peskov", "Dmitriy Peskov"],
        ["Faisal bin Farhan", "Prince Faisal Bin Farhan"],
        ["Mohammed bin Salman", "Crown Prince Mohamed bin Salman", "Muhammad bin Salman"],
        ["Erdoğan", "Erdogan"],
        ["Yevgeny Prigozhin", "Evgeny Prigozhin"],
    ],
)
def test_spellings_of_one_name_fold_together(spellings: list[str]) -> None:
    assert len({fold_name(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peskov", "Lavrov"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Donald Trump", "Melania Trump"),
        ("George Bush", "Jeb Bush"),
        ("Zelensky", "Zaluzhny"),
        ("Task Force 1155", "Task Force 155"),
    ],
)
def test_different_people_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("titled", "bare"),
    [
        ("Ukrainian President Volodymyr Zelensky", "Volodymyr Zelensky"),
        ("spokesperson Dmitry Peskov", "Dmitry Peskov"),
        ("Gen. Ada Okoye", "Ada Okoye"),
        ("Deputy Interior Minister Ada Okoye", "Ada Okoye"),
    ],
)
def test_titles_go(titled: str, bare: str) -> None:
    assert strip_titles(titled) == bare


@pytest.mark.parametrize("name", ["Ministry of Defence", "the president", "Kremlin", "Chief of Staff"])
def test_what_is_no_title_before_a_name_stays(name: str) -> None:
    assert strip_titles(name) == name


def test_a_bare_surname_may_be_the_full_name() -> None:
    assert same_name("Zelenskyy", "Volodymyr Zelensky")
    assert not same_name("Lavrov", "Dmitry Peskov")
    assert not same_name("", "Dmitry Peskov")
    assert surname("Volodymyr Zelenskyy") == surname("Zelensky")


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("U.S.", "United States"),
        ("the US", "United States"),
        ("USA", "United States"),
        ("UK", "United Kingdom"),
        ("Russian Federation", "Russia"),
        ("Czech Republic", "Czechia"),
        ("Viet Nam", "Vietnam"),
        ("Türkiye", "Turkey"),
        ("Ivory Coast", "Ivory Coast"),
        ("us", None),
        ("Moscow", None),
        ("Banana", None),
        ("", None),
    ],
)
def test_names_of_states(name: str, state: str | None) -> None:
    assert canonical_state(name) == state


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Kremlin", "Russia"),
        ("Washington", "United States"),
        ("Russian", "Russia"),
        ("Britons", "United Kingdom"),
        ("New Delhi", "India"),
        ("Paris Hilton", None),
    ],
)
def test_what_stands_for_a_state(word: str, state: str | None) -> None:
    assert state_of(word) == state


def test_adjectives_are_not_names() -> None:
    assert state_of_adjective("French") == "France"
    assert canonical_state("French") is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("the U.S.’s", "United States"),
        ("the Kremlin", "Kremlin"),
        ("Russian", "Russia"),
        ("U.N.", "United Nations"),
        ("President Ada Okoye's", "Ada Okoye"),
    ],
)
def test_the_name_that_is_shown(written: str, shown: str) -> None:
    assert canonical_name(written) == shown
