"""Keys for programs: made, shown once, revoked.

djangorestframework-api-key was looked at and left: its keys belong to no account, have no scopes and no history, and
its hash is a slow one for passwords, computed again for each request. What is left of it to write is this page.
"""

import hashlib
import re
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils import timezone

from claims import rules
from claims.actions.acting import acting
from claims.models import ApiKey, User
from claims.models.api_key import LONGEST, Scope

KEY = re.compile(r"cck_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")
"""What a key looks like, so that people and scanners of repositories know one: our name, a prefix, 256 random bits."""
USED_EVERY = timedelta(minutes=1)
_NOBODYS = hashlib.sha256(b"").hexdigest()


def make_key(
    *, owner: User, by: User, name: str, scopes: Collection[Scope], expires_at: datetime
) -> tuple[ApiKey, str]:
    """A new key of `owner`, and the key itself, which nothing can show again.

    Raises PermissionDenied for an account that `by` may make no key for, ValidationError without a name or scope, and
    for a time that has passed or is more than a year ahead.
    """
    with acting(by=by, permission="claims.add_apikey", doing="make API key"):
        if not rules.may_make_key(by, owner):
            raise PermissionDenied("Keys are made for oneself, or for a service account that can do no more.")
        now = timezone.now()
        if not now < expires_at <= now + LONGEST:
            raise ValidationError({"expires_at": "Choose a time within the next year."})
        prefix = secrets.token_hex(6)
        secret = f"cck_{prefix}_{secrets.token_urlsafe(32)}"
        key = ApiKey(
            user=owner,
            name=name.strip(),
            prefix=prefix,
            secret_sha256=_hash(secret),
            scopes=sorted(scopes, key=Scope.values.index),
            created_by=by,
            created_at=now,
            expires_at=expires_at,
        )
        key.full_clean()
        key.save(force_insert=True)
        return key, secret


def revoke_key(*, key: ApiKey, by: User) -> None:
    """Have the key open nothing any more, from this moment on. Raises PermissionDenied for somebody else's key,
    ValidationError where it is revoked already."""
    with acting(by=by, permission="claims.add_apikey", doing="revoke API key"):
        key = ApiKey.objects.select_for_update(of=("self",), no_key=True).get(pk=key.pk)
        if not rules.may_revoke_key(by, key):
            raise PermissionDenied("This key is somebody else's: its owner or a chief revokes it.")
        if key.revoked_at is not None:
            raise ValidationError("This key is revoked already.")
        key.revoked_at, key.revoked_by = timezone.now(), by
        key.save(update_fields=["revoked_at", "revoked_by"])


def key_of(text: str) -> ApiKey | None:
    """The key that `text` is, with its account, whether it is still good or not. Takes the same time for a wrong secret
    as for an unknown prefix."""
    found = KEY.fullmatch(text)
    key = ApiKey.objects.select_related("user").filter(prefix=found[1]).first() if found else None
    is_it = secrets.compare_digest(_hash(text), key.secret_sha256 if key else _NOBODYS)
    return key if is_it else None


def used(key: ApiKey) -> None:
    """Note that the key was used, once a minute at most."""
    now = timezone.now()
    if key.last_used_at is None or key.last_used_at < now - USED_EVERY:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - USED_EVERY)
        ApiKey.objects.filter(stale, pk=key.pk).update(last_used_at=now)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
