"""Keys that a person can change or switch off."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse

from claims.models import User
from claims.shortcuts import COMMANDS, key_for
from tests.claims.admin.conftest import DeskClient, person
from tests.factories import UserFactory

KEYS = {command.name: command.key for command in COMMANDS}


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def page_of(user: User | AnonymousUser, text: str) -> str:
    request = RequestFactory().get("/admin/")
    request.user = user
    return Template("{% load shortcuts %}" + text).render(Context({"request": request}))


def test_no_two_commands_share_a_name_or_a_key() -> None:
    assert len({command.name for command in COMMANDS}) == len({command.key for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.django_db
def test_a_button_carries_the_key_that_its_reader_chose() -> None:
    user = UserFactory.create(shortcuts={"accept": "<"})
    button = page_of(user, '{% key "accept" "Accept it" %}')
    assert button == 'data-key="&lt;" data-does="Accept it" aria-keyshortcuts="&lt;"'
    assert 'data-key="r" data-does="Reject, for a reason"' in page_of(user, '{% key "reject" %}')
    assert "&lt;</kbd>" in page_of(user, '{% key_cap "accept" %}')


@pytest.mark.django_db
def test_nothing_carries_a_key_where_they_are_off() -> None:
    tags = '{% key "accept" %}{% key_cap "accept" %}{% number_key 1 "First" %}'
    assert page_of(UserFactory.create(shortcuts_on=False), tags) == ""
    assert page_of(AnonymousUser(), tags) == ""


@pytest.mark.django_db
def test_the_first_nine_of_a_list_have_a_digit() -> None:
    user = UserFactory.create()
    assert page_of(user, '{% number_key 9 "Too vague" %}') == 'data-key="9" data-does="Too vague"'
    assert page_of(user, '{% number_key 10 "Too vague" %}') == ""


@pytest.mark.django_db
def test_a_command_that_there_is_not_is_a_mistake_of_the_page() -> None:
    with pytest.raises(KeyError):
        key_for(UserFactory.create(), "dance")


def test_only_what_differs_is_kept(editor: Client) -> None:
    answer = editor.post(reverse("desk_shortcuts"), {**KEYS, "shortcuts_on": "on", "accept": "y"}, follow=True)
    assert "Saved." in answer.text
    assert (person(editor).shortcuts_on, person(editor).shortcuts) == (True, {"accept": "y"})


def test_switching_off_keeps_the_chosen_keys(editor: Client) -> None:
    editor.post(reverse("desk_shortcuts"), {**KEYS, "accept": "y"})
    assert (person(editor).shortcuts_on, person(editor).shortcuts) == (False, {"accept": "y"})
    assert "data-key=" not in editor.get(reverse("desk_shortcuts")).text


def test_back_to_our_keys(editor: Client) -> None:
    editor.post(reverse("desk_shortcuts"), {**KEYS, "accept": "y"})
    editor.post(reverse("desk_shortcuts"), {"reset": "1"})
    assert (person(editor).shortcuts_on, person(editor).shortcuts) == (True, {})


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"accept": "r"}, "“r” is the key of “Accept” already"),
        ({"accept": "1"}, "Digits choose from a numbered list"),
        ({"accept": "ab"}, "Type one key only."),
        ({"accept": " "}, "Type one key."),
    ],
)
def test_keys_that_would_not_work_are_refused(chosen: dict[str, str], said: str, editor: Client) -> None:
    page = editor.post(reverse("desk_shortcuts"), {**KEYS, "shortcuts_on": "on", **chosen})
    assert said in page.text
    assert person(editor).shortcuts == {}


def test_the_page_is_for_the_desk(client: Client) -> None:
    assert client.get(reverse("desk_shortcuts"))["Location"].startswith(reverse("admin:login"))


def test_htmx_may_neither_evaluate_nor_style(editor: Client) -> None:
    page = editor.get(reverse("admin:index")).text
    assert '"allowEval": false' in page
    assert '"includeIndicatorStyles": false' in page
