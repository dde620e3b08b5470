"""What the database itself holds a key to."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from claims.models import ApiKey
from tests.conftest import Refusal, Writer
from tests.factories import ApiKeyFactory, UserFactory


@pytest.fixture
def key(db: None) -> ApiKey:
    made: ApiKey = ApiKeyFactory.create()
    return made


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("api_key_has_scopes", {"scopes": []}),
        ("api_key_has_scopes", {"scopes": ["read", "write"]}),
        ("api_key_secret_is_hashed", {"secret_sha256": "cck_in_clear"}),
        ("api_key_expires", {"expires_at": timezone.now() - timedelta(days=1)}),
        ("api_key_expires", {"expires_at": timezone.now() + timedelta(days=400)}),
        ("api_key_revoked_by_someone", {"revoked_at": timezone.now()}),
    ],
)
def test_a_bad_key_is_not_kept(write: Writer, refused: Refusal, name: str, fields: dict[str, Any]) -> None:
    good = ApiKeyFactory.build(user=UserFactory.create(), prefix="f" * 12)
    row = {field.name: getattr(good, field.name) for field in ApiKey._meta.fields if field.name != "id"}
    row["created_by"] = row["user"]
    with refused(name):
        write.add(ApiKey, **row | fields)
    write.add(ApiKey, **row)


@pytest.mark.parametrize("fields", [{"scopes": ["desk"]}, {"secret_sha256": "0" * 64}, {"name": "Another"}])
def test_a_key_is_never_changed(write: Writer, refused: Refusal, key: ApiKey, fields: dict[str, Any]) -> None:
    with refused("Cannot update rows|read-only|made_once|Cannot update"):
        write.change(key, **fields)
    write.change(key, last_used_at=timezone.now())


def test_a_revoked_key_stays_revoked_and_none_is_deleted(write: Writer, refused: Refusal, key: ApiKey) -> None:
    write.change(key, revoked_at=timezone.now(), revoked_by=key.user)
    with refused("Cannot update rows"):
        write.change(key, revoked_at=None, revoked_by=None)
    with refused("Cannot delete rows"):
        write.remove(key)


def test_the_history_knows_the_key_and_no_secret(key: ApiKey) -> None:
    line: Any = ApiKey.pgh_event_model.objects.get()  # type: ignore[attr-defined]  # pghistory.track adds it
    assert line.prefix == key.prefix
    assert not hasattr(line, "secret_sha256")
    ApiKey.objects.filter(pk=key.pk).update(last_used_at=timezone.now())
    assert ApiKey.pgh_event_model.objects.count() == 1, "use is no change"  # type: ignore[attr-defined]  # as above
