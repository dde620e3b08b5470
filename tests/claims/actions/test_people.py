"""A chief keeps the people, and can make nobody who can do more than a chief."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from claims.actions import people
from claims.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
RIGHT = "a long password for tests"


@pytest.fixture
def chief() -> User:
    return UserFactory.create(groups=["Chief"])


def role(name: str) -> Group:
    return Group.objects.get(name=name)


def labels(person: User) -> list[str]:
    return list(person.events.order_by("pgh_id").values_list("pgh_label", flat=True))  # type: ignore[attr-defined]


def test_somebody_new_is_sent_a_link(
    chief: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ada = User(username="ada", email="Ada@desk.example.org")
    with django_capture_on_commit_callbacks(execute=True):
        people.add_person(person=ada, roles=[role("Editor")], by=chief)
    assert (ada.is_staff, ada.has_usable_password(), ada.email) == (True, False, "ada@desk.example.org")
    [message] = mail.outbox
    [path] = re.findall(r"(/accounts/\S+)", str(message.body))
    assert "Choose a password" in Client().get(path, follow=True).text
    assert labels(ada) == ["insert", "invited"]


def test_a_service_account_has_no_way_in(chief: User) -> None:
    robot = User(username="feed", is_service=True)
    people.add_person(person=robot, roles=[role("Service")], by=chief)
    assert (robot.is_staff, robot.has_usable_password(), robot.has_perm("articles.add_article")) == (False, False, True)
    with pytest.raises(ValidationError, match="reads no e-mail"):
        people.add_person(person=User(username="b", is_service=True, email="b@example.org"), roles=[], by=chief)


def test_a_chief_makes_no_superuser_and_gives_no_more_than_they_have(chief: User) -> None:
    strong = Group.objects.create(name="Strong")
    strong.permissions.add(Permission.objects.get(codename="delete_user"))
    assert strong not in people.roles_open_to(chief)
    with pytest.raises(PermissionDenied, match="can do more than you: Strong"):
        people.add_person(person=User(username="ada"), roles=[strong], by=chief)
    with pytest.raises(PermissionDenied, match="createsuperuser"):
        people.add_person(person=User(username="ada", is_superuser=True), roles=[], by=chief)
    person = UserFactory.create()
    person.is_superuser = True  # as a crafted form would have it
    people.change_person(person=person, roles=[role("Chief")], by=chief)
    person.refresh_from_db()
    assert not person.is_superuser
    with pytest.raises(PermissionDenied, match="can do more than you: Strong"):
        people.change_person(person=person, roles=[strong], by=chief)


@pytest.mark.parametrize("whose", ["own", "a superuser's"])
def test_what_is_not_a_chiefs_to_manage(chief: User, whose: str) -> None:
    person = chief if whose == "own" else UserFactory.create(is_superuser=True)
    for act in (people.switch_off, people.switch_on, people.reset_second_factor, people.end_sessions, people.invite):
        with pytest.raises(PermissionDenied, match="Nobody changes their own account here"):
            act(person=person, by=chief)
    with pytest.raises(PermissionDenied, match="Nobody changes their own account here"):
        people.change_person(person=person, roles=[], by=chief)


def test_a_name_or_an_address_belongs_to_one(chief: User) -> None:
    UserFactory.create(username="ada", email="ada@desk.example.org")
    for taken in (User(username="ada"), User(username="eve", email="ADA@desk.example.org")):
        with pytest.raises(ValidationError, match=r"already"):
            people.add_person(person=taken, roles=[], by=chief)


def test_switched_off_and_on(chief: User) -> None:
    ada = UserFactory.create(groups=["Reporter"])
    client = Client()
    client.post(reverse("account_login"), {"login": ada.username, "password": RIGHT})
    people.switch_off(person=ada, by=chief)
    assert not UserSession.objects.filter(user=ada).exists()
    assert client.get(reverse("admin:index")).status_code == 302
    people.switch_on(person=ada, by=chief)
    client.post(reverse("account_login"), {"login": ada.username, "password": RIGHT})
    assert client.get(reverse("admin:index")).status_code == 200


def test_a_lost_second_factor_is_reset_and_that_is_on_record(chief: User) -> None:
    ada = UserFactory.create(groups=["Editor"], email="ada@desk.example.org")
    TOTP.activate(ada, "A" * 32)
    people.reset_second_factor(person=ada, by=chief)
    assert not Authenticator.objects.filter(user=ada).exists()
    event = ada.events.get(pgh_label="second factor reset")  # type: ignore[attr-defined]
    assert event.pgh_context == {"user": chief.pk, "action": "reset second factor"}


def test_ended_sessions(chief: User) -> None:
    ada = UserFactory.create(groups=["Reporter"])
    client = Client()
    client.post(reverse("account_login"), {"login": ada.username, "password": RIGHT})
    people.end_sessions(person=ada, by=chief)
    assert client.get(reverse("admin:index")).status_code == 302
    assert labels(ada)[-1] == "sessions ended"


def test_from_the_desk(chief: User) -> None:
    client = Client()
    client.force_login(chief)
    form = {"username": "ada", "email": "ada@desk.example.org", "groups": [role("Reporter").pk], "is_superuser": "on"}
    assert client.post(reverse("admin:claims_user_add"), form).status_code == 302
    ada = User.objects.get(username="ada")
    assert (ada.is_superuser, ada.is_staff, [group.name for group in ada.groups.all()]) == (False, True, ["Reporter"])
    page = client.get(reverse("admin:claims_user_change", args=[ada.pk])).text
    assert "Send a link to set a password" in page
    client.post(reverse("admin:claims_user_change", args=[ada.pk]), {**form, "groups": [role("Editor").pk]})
    assert [group.name for group in ada.groups.all()] == ["Editor"]
    client.post(reverse("admin:claims_user_switch_off", args=[ada.pk]))
    assert not User.objects.get(pk=ada.pk).is_active
    history = client.get(reverse("admin:claims_user_history", args=[ada.pk])).text
    assert "switch person off" in history
    own = client.get(reverse("admin:claims_user_change", args=[chief.pk])).text
    assert "This is you" in own
    assert 'name="username"' not in own
