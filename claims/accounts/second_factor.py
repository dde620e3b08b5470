"""Who needs a second factor and has none yet is nobody, except on the pages that set one up.

The rule is kept at the request's user, not at lists of pages: whatever asks who is there (the admin, an API that trusts
the session, a page that somebody adds tomorrow) sees an anonymous visitor until the second factor is there.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.usersessions.models import UserSession
from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject

from claims import rules
from claims.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
SET_UP = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "account_reauthenticate",
    "account_change_password",
    "account_logout",
}
"""Names of the pages that somebody without the second factor they need can use."""


def has_one(user: User) -> bool:
    """Whether `user` has an app or a key; recovery codes alone do not count."""
    return bool(get_adapter().is_mfa_enabled(user, FACTORS))


def is_missing(user: Any) -> bool:
    """Whether `user` is somebody who needs a second factor and has none."""
    required: bool = settings.REQUIRE_SECOND_FACTOR
    return required and isinstance(user, User) and rules.needs_second_factor(user) and not has_one(user)


class SecondFactorMiddleware:
    """After Django's AuthenticationMiddleware, and before all that asks who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, as nobody's where the second factor is missing."""
        person = request.user
        withheld = SimpleLazyObject(lambda: is_missing(person) and _name_of(request) not in SET_UP)
        request.user = SimpleLazyObject(lambda: AnonymousUser() if withheld else person)  # type: ignore[assignment]

        async def auser() -> Any:
            await sync_to_async(bool)(request.user.is_authenticated)
            return request.user

        request.auser = auser
        request.second_factor_missing = withheld  # type: ignore[attr-defined]  # for process_view, which runs later
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Show the way to who would come to the desk, or to the log-in that they have passed already."""
        if not request.path.startswith(_desk()) or not request.second_factor_missing:  # type: ignore[attr-defined]  # set above
            return None
        messages.warning(request, "Set up a second factor first: your role decides what readers see.")
        return HttpResponseRedirect(reverse("mfa_index"))


@receiver(authenticator_added)
def end_sessions_without_it(request: HttpRequest, user: User, **_: Any) -> None:
    """A second factor is worth nothing to sessions that began without it, so they end when it is set up."""
    for session in UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key):
        session.end()


@cache
def _desk() -> tuple[str, str]:
    return reverse("admin:index"), reverse("account_login")


def _name_of(request: HttpRequest) -> str | None:
    try:
        return resolve(request.path_info).url_name
    except Resolver404:
        return None
