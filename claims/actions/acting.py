"""What every action of a person shares: the permission asked for first, and the name written into the history."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction

from claims.models import User


@contextmanager
def acting(*, by: User, permission: str, doing: str) -> Iterator[None]:
    """One atomic step of `by`, who needs `permission` ("claims.publish_verdict"); `doing` names it in the history.

    Raises PermissionDenied with a sentence that says what is missing.
    """
    if not by.has_perm(permission):
        raise PermissionDenied(f"{by} may not do this ({doing}): the permission {permission} is missing.")
    with transaction.atomic(), pghistory.context(user=by.pk, action=doing):
        yield
