"""allauth's forms for secrets, each try counted in the database before it is looked at."""

from datetime import timedelta
from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordForm
from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm

from claims.accounts import limits


class CountedCode:
    """A code of an app or a recovery code.

    A code passes once, in whichever process it arrives: allauth remembers used ones in a cache, and ours is not shared.
    """

    user: Any
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """The code, if it is right. Raises TooManyTriesError, ValidationError."""
        taken = limits.take("code", request=context.request, account=str(self.user.pk))
        valid_for = timedelta(seconds=app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 2))
        typed = "".join(filter(str.isalnum, self.cleaned_data["code"]))
        limits.once(f"code {self.user.pk} {typed}", within=valid_for)
        code: str = super().clean_code()  # type: ignore[misc]  # of the form that it is mixed into
        taken.give_back()
        return code


class CodeForm(CountedCode, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step of logging in."""


class CodeAgainForm(CountedCode, ReauthenticateForm):  # type: ignore[misc]  # as above
    """A code asked for again, before security settings are changed."""


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # as above
    """A new password for who knows the old one."""

    def clean_oldpassword(self) -> str:
        """The old password, if it is right. Raises TooManyTriesError, ValidationError."""
        taken = limits.take("password", request=context.request, account=self.user.get_username())
        password: str = super().clean_oldpassword()
        taken.give_back()
        return password


class ForgottenPasswordForm(ResetPasswordForm):  # type: ignore[misc]  # as above
    """An e-mail address to send a link to; whether it is on record is told to that address alone."""

    users: list[Any]

    def clean_email(self) -> str:
        """The address. Raises TooManyTriesError."""
        limits.take("reset", request=context.request, account=self.cleaned_data["email"])
        email: str = super().clean_email()
        # Who is not staff could set a password with the link, and still not log in with it.
        self.users = [user for user in self.users if user.is_staff and not user.is_service]
        return email
