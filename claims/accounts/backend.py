"""Whose password it is, told in the same time whether there is such a person or not."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from claims.accounts.limits import folded
from claims.models import User
from claims.rules import PROGRAMS_MAY


class StaffBackend(ModelBackend):
    """Finds a person by username or e-mail address. Only active staff log in; service accounts never do.

    One password hash is computed for every try. allauth's own backend computes two where an e-mail address is on
    record and one where it is not, which a patient visitor can tell apart.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """The person whose name or address and password these are."""
        name = username or kwargs.get("email")
        if not name or not password:
            return None
        person = User.objects.filter(username=name).first() or User.objects.filter(email=folded(name)).first()
        if person is None:
            User().set_password(password)
            return None
        return person if person.check_password(password) and self.user_can_authenticate(person) else None

    def user_can_authenticate(self, user: Any) -> bool:
        """Also asked for every request, so that who is switched off is out at once."""
        return super().user_can_authenticate(user) and user.is_staff and not user.is_service

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """A program decides nothing that readers see, whatever its roles: second eyes are a person's."""
        machine = isinstance(user_obj, User) and user_obj.is_service
        barred = machine and perm not in PROGRAMS_MAY and ".view_" not in perm
        return not barred and super().has_perm(user_obj, perm, obj)
