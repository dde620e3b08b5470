"""Who asks: `Authorization: Bearer cck_…`, what that key may do, and how often it may ask."""

from typing import TYPE_CHECKING, Any

from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from claims.accounts.address import client_address, counted_as
from claims.accounts.allowances import Spent, limit_headers, spend, spend_by_address
from claims.actions.keys import key_of, used
from claims.models import ApiKey, User

if TYPE_CHECKING:
    from rest_framework.views import APIView  # which reads the settings that name the classes below

REALM = 'Bearer realm="Crosscheck API"'
SAFE = ("GET", "HEAD", "OPTIONS")


class BadKeyError(exceptions.AuthenticationFailed):
    """A key that opens nothing. Which of the reasons it is, only its owner is told."""


class TooManyError(exceptions.Throttled):
    """The allowance is used up."""

    def __init__(self, wait: int) -> None:
        super().__init__(detail="Too many requests: Retry-After says for how many seconds to wait.")
        self.wait = wait  # Throttled would round and add it to the sentence


class KeyAuthentication(BaseAuthentication):
    """Reads the key. Without one a request is anonymous; with one that is not good it is refused and counted."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        self._refuse_in_address(request)
        header = get_authorization_header(request)
        if not header:
            return None
        scheme, _, text = header.decode("latin-1").partition(" ")
        key = key_of(text.strip()) if scheme.lower() == "bearer" else None
        refusal = _not_good(key)
        if key is None or refusal:
            count(request, spend_by_address(request))
            raise BadKeyError(refusal)
        used(key)
        return key.user, key

    def authenticate_header(self, request: Request) -> str:
        return REALM

    @staticmethod
    def _refuse_in_address(request: Request) -> None:
        """Addresses are kept in logs, histories and bookmarks: a key in one is a key no longer."""
        for name, values in request.query_params.lists():
            if any("cck_" in value for value in values):
                sentence = "A key in an address is known to others: revoke it, and send the new one as a Bearer token."
                raise exceptions.ValidationError({name: [sentence]})


def _not_good(key: ApiKey | None) -> str:
    """Why the key opens nothing; empty where it does."""
    if key is None:
        return "There is no such key. Send one as `Authorization: Bearer cck_…`."
    if key.revoked_at is not None:
        return "This key was revoked."
    if key.is_expired:
        return "This key has expired."
    return "" if key.user.is_active else "The account of this key is switched off."


class OwnKeysOnly(KeyAuthentication):
    """For clients of another service, which send its token along: what is no key of ours counts as none."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        self._refuse_in_address(request)
        return super().authenticate(request) if b"cck_" in get_authorization_header(request) else None


class HasScope(BasePermission):
    """The key has the scope that the view's `scope` names. A view that names none is for everybody."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        scope = getattr(view, "scope", None)
        if scope is None:
            return True
        key = key_in(request)
        if key is not None and scope not in key.scopes:
            raise NoScopeError(scope)
        return key is not None


def key_in(request: Request) -> ApiKey | None:
    """The key that came with the request, a good one; None for an anonymous reader."""
    return request.auth if isinstance(request.auth, ApiKey) else None


class NoScopeError(exceptions.PermissionDenied):
    """The key is good, and not for this (RFC 6750, 3.1)."""

    def __init__(self, scope: str) -> None:
        super().__init__(f"This needs a key with the scope “{scope}”.")
        self.auth_header = f'{REALM}, error="insufficient_scope", scope="{scope}"'


class Limits(BaseThrottle):
    """Counts every request by its key, or by its address where it has none; writes by a limit of their own too."""

    def allow_request(self, request: Request, view: "APIView") -> bool:
        key = key_in(request)
        if key is None:
            count(request, spend_by_address(request))
            return True
        count(request, spend("key", whose=str(key.pk)))
        if request.method not in SAFE:
            count(request, spend("writes", whose=str(key.pk)))
        return True


def count_check(request: Request, *, size: int) -> None:
    """Count a text of `size` bytes that is to be checked. Raises TooManyError."""
    key = key_in(request)
    whose = f"key {key.pk}" if key else counted_as(client_address(request))
    count(request, spend("check", whose=whose, weight=size))


def count(request: Request, spent: Spent) -> None:
    """Keep `spent` for the headers of the answer. Raises TooManyError where nothing is left."""
    told = request.META.setdefault("crosscheck.spent", [])
    told.append(spent)
    if spent.wait:
        raise TooManyError(spent.wait)


class RateLimitHeaders:
    """Middleware: every answer says what is left of the allowance, whatever kind of view or error it comes from."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        response = self.get_response(request)
        for name, value in limit_headers(request.META.get("crosscheck.spent", [])).items():
            response[name] = value
        return response
