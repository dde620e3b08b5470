"""Keys are made for oneself or for programs that can do no more, and shown once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.actions.keys import key_of, make_key, revoke_key, used
from claims.models import ApiKey, User
from claims.models.api_key import Scope
from tests.factories import ApiKeyFactory, UserFactory, secret_of

pytestmark = pytest.mark.django_db


def program(*groups: str) -> User:
    account: User = UserFactory.create(is_service=True, is_staff=False, groups=list(groups))
    return account


def make(by: User, owner: User | None = None, *, days: float = 30, name: str = "Feeds") -> tuple[ApiKey, str]:
    expires_at = timezone.now() + timedelta(days=days)
    return make_key(owner=owner or by, by=by, name=name, scopes=[Scope.DESK, Scope.READ], expires_at=expires_at)


def test_what_is_shown_opens_and_is_not_kept() -> None:
    key, secret = make(UserFactory.create(groups=["Editor"]))
    assert secret.startswith(f"cck_{key.prefix}_")
    assert key_of(secret) == key
    assert key.scopes == ["read", "desk"]
    assert secret not in str(ApiKey.objects.values().get())
    assert key_of(secret[:-1] + ("A" if secret[-1] != "A" else "B")) is None
    assert key_of(f"cck_{'0' * 12}_{secret[17:]}") is None


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_a_key_lasts_a_year_at_most(days: float) -> None:
    with pytest.raises(ValidationError, match="within the next year"):
        make(UserFactory.create(groups=["Editor"]), days=days)


def test_a_key_has_a_name() -> None:
    with pytest.raises(ValidationError, match="cannot be blank"):
        make(UserFactory.create(groups=["Editor"]), name=" ")


def test_an_editor_makes_keys_for_themself_alone() -> None:
    editor = UserFactory.create(groups=["Editor"])
    make(editor)
    for owner in (UserFactory.create(groups=["Reporter"]), program("Service")):
        with pytest.raises(PermissionDenied, match="made for oneself"):
            make(editor, owner)


def test_a_chief_makes_keys_for_programs_that_can_do_no_more() -> None:
    chief = UserFactory.create(groups=["Chief"])
    assert make(chief, program("Reporter"))[0].created_by == chief
    stronger = program("Chief")
    stronger.user_permissions.set(stronger.user_permissions.model.objects.filter(codename="delete_user"))
    for owner in (stronger, UserFactory.create(groups=["Reporter"])):
        with pytest.raises(PermissionDenied, match="made for oneself"):
            make(chief, owner)


def test_revoking_is_for_the_owner_and_for_chiefs_and_happens_once() -> None:
    owner, colleague, chief = (UserFactory.create(groups=[role]) for role in ("Editor", "Editor", "Chief"))
    key = ApiKeyFactory.create(user=owner)
    with pytest.raises(PermissionDenied, match="somebody else's"):
        revoke_key(key=key, by=colleague)
    revoke_key(key=key, by=chief)
    with pytest.raises(ValidationError, match="revoked already"):
        revoke_key(key=key, by=owner)
    assert not ApiKey.objects.good().exists()


def test_use_is_noted_once_a_minute() -> None:
    key = ApiKeyFactory.create()
    used(key)
    key.refresh_from_db()
    first = key.last_used_at
    used(key)
    key.refresh_from_db()
    assert key.last_used_at == first
    ApiKey.objects.filter(pk=key.pk).update(last_used_at=timezone.now() - timedelta(minutes=2))
    key.refresh_from_db()
    used(key)
    key.refresh_from_db()
    assert key.last_used_at
    assert first
    assert key.last_used_at > first


def test_a_program_decides_nothing_whatever_its_roles() -> None:
    account = program("Chief")
    assert account.has_perm("claims.add_verdict")
    for decision in ("review_claim", "resolve_contradiction", "publish_verdict", "change_user"):
        assert not account.has_perm(f"claims.{decision}")
        assert UserFactory.create(groups=["Chief"]).has_perm(f"claims.{decision}")


def test_good_keys() -> None:
    good = ApiKeyFactory.create()
    old = timezone.now() - timedelta(days=9)
    ApiKeyFactory.create(created_at=old, expires_at=old + timedelta(days=1))
    ApiKeyFactory.create(user=UserFactory.create(is_active=False))
    assert list(ApiKey.objects.good()) == [good]
    assert key_of(secret_of(good)) == good
