"""Versions side by side, and the claims that the current one no longer makes."""

import re

import pytest
from django.test import Client

from articles.models import ArticleVersion
from claims.models import Appearance
from tests.claims.admin.conftest import DeskClient
from tests.claims.admin.test_reader import page
from tests.factories import AppearanceFactory, ClaimFactory, VersionFactory

BEFORE = "The dam broke on Monday. It killed 140 people in the valley below.\nThe mayor said that the alarm had failed."
AFTER = "The dam broke on Monday. It killed 12 people in the valley below.\nThe mayor said nothing more."


def versions(*texts: str) -> list[ArticleVersion]:
    made: list[ArticleVersion] = []
    for number, text in enumerate(texts, 1):
        article = {"article": made[0].article} if made else {}
        current = number == len(texts)
        made.append(VersionFactory.create(text=text, number=number, is_current=current, **article))
    return made


def shown(client: Client, version: ArticleVersion, **query: int) -> str:
    answer = client.get(page("versions", version, **query))
    assert answer.status_code == 200
    return answer.content.decode()


def test_changed_words_are_marked_on_both_sides_and_named(sit: DeskClient) -> None:
    first, _ = versions(BEFORE, AFTER)
    text = shown(sit("Auditor"), first)
    assert "1 change from version 1 to version 2" in text
    assert re.search(r"<del[^>]*><span[^>]*>taken out: </span>140</del>", text)
    assert re.search(r"<ins[^>]*><span[^>]*>put in: </span>12</ins>", text)


def test_any_two_versions_can_be_compared(sit: DeskClient) -> None:
    first, *_ = versions(BEFORE, AFTER, BEFORE)
    client = sit("Reporter")
    assert "from version 2 to version 3" in shown(client, first)
    assert "The two texts are the same" in shown(client, first, earlier=1, later=3)
    assert "Select a valid choice" in shown(client, first, earlier=1, later=9)


def test_one_version_has_nothing_to_compare(sit: DeskClient) -> None:
    assert "There is one version" in shown(sit("Reporter"), VersionFactory.create())


def test_long_unchanged_text_is_folded(sit: DeskClient) -> None:
    long = "Nothing new was said here. " * 100
    first, _ = versions(f"{BEFORE} {long}{BEFORE}", f"{AFTER} {long}{AFTER}")
    assert "words that did not change" in shown(sit("Reporter"), first)


def test_changed_white_space_shows(sit: DeskClient) -> None:
    first, _ = versions("One two.", "One\n\ntwo.")
    assert "[white space]" in shown(sit("Reporter"), first)


@pytest.mark.parametrize(
    ("quote", "said", "offered"),
    [
        ("the alarm had failed", "No longer in the text", False),
        ("It killed 140 people in the valley below", "Reads differently now", True),
        ("The dam broke on Monday", "Still in the text", True),
    ],
)
def test_claims_of_earlier_versions(sit: DeskClient, quote: str, said: str, offered: bool) -> None:
    first, second = versions(BEFORE, AFTER)
    row = AppearanceFactory.create(version=first, quote=quote)
    text = shown(sit("Editor"), second)
    assert said in text
    assert (f"claim={row.claim_id}" in text) == offered
    assert "claim=" not in shown(sit("Auditor"), second), "who may not mark words is not offered to"


def test_what_is_marked_in_the_current_text_or_rejected_is_left_out(sit: DeskClient) -> None:
    first, second = versions(BEFORE, BEFORE + " More.")
    kept = AppearanceFactory.create(version=first, quote="The dam broke")
    AppearanceFactory.create(version=second, quote="The dam broke", claim=kept.claim)
    rejected = ClaimFactory.create(status="rejected", status_reason="An opinion")
    AppearanceFactory.create(version=first, quote="The mayor said", claim=rejected)
    assert "Every claim of earlier versions stands" in shown(sit("Editor"), second)


def test_the_new_place_is_marked_with_the_claim_already_chosen(sit: DeskClient) -> None:
    first, second = versions(BEFORE, AFTER)
    row = AppearanceFactory.create(version=first, quote="The dam broke on Monday")
    client = sit("Editor")
    (link,) = re.findall(r'href="([^"]*claim=[^"]*)"', shown(client, second))
    answer = client.get(link.replace("&amp;", "&").partition("#")[0])
    assert re.search(rf'<input type="radio" name="claim" value="{row.claim_id}"[^>]* checked', answer.content.decode())
    assert not Appearance.objects.filter(version=second).exists(), "nothing moves by itself"
