"""The addresses of this site, as others are told them."""

from django.conf import settings


def absolute(path: str) -> str:
    """The address that we tell others: canonical links and JSON-LD."""
    return f"{settings.SITE_URL}{path}"
