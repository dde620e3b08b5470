"""Who works at the desk: made, given roles, switched off, helped back in when a phone is lost. Never deleted.

A person gets no password from anybody: an e-mail brings them a link with which they choose it. Every step is in the
history of the person it was taken on.
"""

from collections.abc import Collection

import pghistory
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from claims import rules
from claims.actions.acting import acting
from claims.models import User

DETAILS = ("username", "first_name", "last_name", "email")
"""What a chief writes down about a person."""


def roles_open_to(user: User) -> list[Group]:
    """The roles that `user` may give and take: those that carry nothing which they may not do themself."""
    own = user.get_all_permissions()
    groups = Group.objects.order_by("name").prefetch_related("permissions__content_type")
    return [group for group in groups if user.is_superuser or _permissions(group) <= own]


def add_person(*, person: User, roles: Collection[Group], by: User) -> None:
    """Put somebody new on the desk, or a service account. Who has an e-mail address is sent a link.

    Raises ValidationError where a name or address is taken, PermissionDenied for a role that is not one's to give.
    """
    with acting(by=by, permission="claims.add_user", doing="add person"):
        if person.is_superuser:
            raise PermissionDenied("Superusers are made with manage.py createsuperuser alone.")
        _check_roles(roles, by)
        person.is_staff = not person.is_service
        person.set_unusable_password()
        _check(person)
        person.save()
        person.groups.set(roles)
        if person.email and not person.is_service:
            _invite(person)


def change_person(*, person: User, roles: Collection[Group], by: User) -> None:
    """Correct what is written down about `person` (DETAILS), and say which roles they have from now on."""
    with acting(by=by, permission="claims.change_user", doing="change person"):
        _managed(person, by)
        _check_roles(set(roles) ^ set(person.groups.all()), by)
        _check(person)
        person.save(update_fields=DETAILS)
        person.groups.set(roles)


def switch_off(*, person: User, by: User) -> None:
    """Let `person` in no more, from this moment on. What they have done keeps their name."""
    with acting(by=by, permission="claims.change_user", doing="switch person off"):
        _managed(person, by)
        person.is_active = False
        person.save(update_fields=["is_active"])
        _end_sessions(person)


def switch_on(*, person: User, by: User) -> None:
    """Let `person` in again, with the roles they have."""
    with acting(by=by, permission="claims.change_user", doing="switch person on"):
        _managed(person, by)
        _check_roles(person.groups.all(), by)
        person.is_active = True
        person.save(update_fields=["is_active"])


def invite(*, person: User, by: User) -> None:
    """Send `person` a link with which they choose a password."""
    with acting(by=by, permission="claims.change_user", doing="invite person"):
        _managed(person, by)
        if person.is_service or not person.is_active or not person.email:
            raise ValidationError("A link goes to people who are switched on and have an e-mail address.")
        _invite(person)


def reset_second_factor(*, person: User, by: User) -> None:
    """Forget the app, the keys and the recovery codes of `person`, who has lost them, and tell them so."""
    with acting(by=by, permission="claims.change_user", doing="reset second factor"):
        _managed(person, by)
        Authenticator.objects.filter(user=person).delete()
        _end_sessions(person)
        pghistory.create_event(person, label="second factor reset")
        _tell(
            person, "Your second factor was reset", f"{by} has reset it. If you did not ask for that, say so at once."
        )


def end_sessions(*, person: User, by: User) -> None:
    """Log `person` out everywhere."""
    with acting(by=by, permission="claims.change_user", doing="end sessions"):
        _managed(person, by)
        _end_sessions(person)
        pghistory.create_event(person, label="sessions ended")


def _managed(person: User, by: User) -> None:
    """Hold the row. Raises PermissionDenied where `person` is not for `by` to manage."""
    if not rules.may_manage(by, User.objects.select_for_update().get(pk=person.pk)):
        raise PermissionDenied("Nobody changes their own account here, and a superuser's is for superusers.")


def _check_roles(roles: Collection[Group], by: User) -> None:
    if beyond := sorted(str(role) for role in set(roles) - set(roles_open_to(by))):
        raise PermissionDenied(f"These roles can do more than you: {', '.join(beyond)}.")


def _check(person: User) -> None:
    person.clean()
    if person.is_service and person.email:
        raise ValidationError({"email": "A service account reads no e-mail."})
    person.full_clean(exclude=["password"])


def _permissions(group: Group) -> set[str]:
    return {f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()}


def _end_sessions(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()


def _invite(person: User) -> None:
    pghistory.create_event(person, label="invited")
    token = default_token_generator.make_token(person)
    page = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": token})
    text = f"You have an account, {person.get_username()}. Choose your password here, within a day:"
    _tell(person, "Your account at the desk", f"{text}\n\n{settings.SITE_URL}{page}")


def _tell(person: User, subject: str, text: str) -> None:
    """Write to `person`, once all of this has happened. A mail that fails undoes nothing."""
    if person.email:
        transaction.on_commit(
            lambda: send_mail(f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject}", text, None, [person.email]),
            robust=True,
        )
