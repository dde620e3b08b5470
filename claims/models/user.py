"""The people of the desk."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Django's user under our own name: the one model that cannot be swapped in later."""
