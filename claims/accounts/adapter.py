"""What we ask of allauth: no self-signup, our limits, and no word about who has an account."""

import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.contrib.auth import authenticate
from django.http import HttpRequest

from claims.accounts import limits
from claims.accounts.address import client_address
from claims.models import User


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """allauth's account adapter for a newsroom."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "That name and password do not belong together.",
        "email_password_mismatch": "That name and password do not belong together.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a chief makes accounts."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """What the list of sessions shows."""
        return client_address(request)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Whose password it is, counted before it is tried.

        Somebody who may not log in is answered like a stranger: allauth's own would tell who has the password that
        the account is switched off. Raises TooManyTriesError.
        """
        account = credentials.get("username") or credentials.get("email") or ""
        taken = limits.take("password", request=request, account=account)
        user = authenticate(request, **credentials)
        if isinstance(user, User):
            taken.give_back()
            return user
        return None

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether the password or code is asked for again before security settings are changed: not within the first
        minutes after logging in."""
        proofs = get_authentication_records(context.request, context.request.user)
        return not any(time.time() - proof["at"] < app_settings.REAUTHENTICATION_TIMEOUT for proof in proofs)
