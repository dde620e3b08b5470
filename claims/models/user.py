"""The people of the desk, and the programs that work for it."""

from functools import partial
from typing import ClassVar

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from articles.models import tracked


class UserManager(DjangoUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """All of it in small letters, so that one address is one row. Django's own leaves the part before the @."""
        return super().normalize_email(email).lower()


@partial(tracked, but=("password", "last_login"), also=("second factor reset", "sessions ended", "invited"))
class User(AbstractUser):
    """Django's user under our own name, with how a person wants to be told and to work.

    A service account stands for a program. It has permissions like anybody, so that what it does carries its name, but
    no password and no way to the desk.
    """

    class Notices(models.TextChoices):
        AT_ONCE = "at_once", "An e-mail at once"
        DAILY = "daily", "One e-mail a day"
        NEVER = "never", "Only in the desk"

    notices = models.CharField(max_length=7, choices=Notices, default=Notices.DAILY, verbose_name="notifications")
    shortcuts_on = models.BooleanField(default=True, verbose_name="keyboard shortcuts")
    shortcuts = models.JSONField(default=dict, blank=True, help_text="Keys chosen instead of ours, by command")
    is_service = models.BooleanField(
        default=False, verbose_name="service account", help_text="A program: it cannot log in"
    )

    objects: ClassVar[UserManager] = UserManager()

    @property
    def called(self) -> str:
        """The name by which colleagues know this person."""
        return self.get_full_name() or self.get_username()

    class Meta(AbstractUser.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(is_service=False)
                | Q(is_staff=False, is_superuser=False, password__startswith=UNUSABLE_PASSWORD_PREFIX),
                name="user_service_cannot_log_in",
                violation_error_message="A service account has no password and no access to the desk.",
            ),
            models.CheckConstraint(
                condition=Q(email=Lower(F("email"))),
                name="user_email_in_small_letters",
                violation_error_message="Write the e-mail address in small letters.",
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=~Q(email=""),
                name="user_email_once",
                violation_error_message="Somebody has this e-mail address already.",
            ),
        )

    def clean(self) -> None:
        """Bring the e-mail address into the one form that the database takes."""
        super().clean()
        self.email = UserManager.normalize_email(self.email)

    @property
    def name(self) -> str:
        """What colleagues call them: their full name, or else the name they log in with."""
        return self.get_full_name() or self.get_username()


def staff_with(permission: str) -> models.QuerySet[User]:
    """Everybody who works at the desk and has `permission` ("claims.review_claim"). One query."""
    return User.objects.with_perm(permission, backend="django.contrib.auth.backends.ModelBackend").filter(is_staff=True)


@tracked
class UserGroup(User.groups.through):  # type: ignore[name-defined, misc]  # Django makes it
    """Who has which role. Here so that its history is kept."""

    class Meta:
        proxy = True

    def __str__(self) -> str:
        return str(self.group)
