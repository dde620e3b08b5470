"""What every public page has around it: the same page in the other languages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import translate_url
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language

from claims.editions import tag
from claims.views.sharing import Shared, share_site

register = template.Library()


@dataclass(frozen=True, slots=True)
class Edition:
    """A page in one language: `path` on this site, `url` for others. `code` is without the country."""

    setting: str
    code: str
    name: str
    path: str
    url: str
    is_current: bool
    is_first: bool


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> list[Edition]:
    """The editions to tell of beside this one: none on a page that quotes another as its canonical one, and of a
    claim's page only those that have a verdict of their own (`homes` in the context)."""
    editions = languages(context)
    homes = context.get("homes")
    told = [edition for edition in editions if homes is None or edition.setting in homes]
    stands_for_itself = any(edition.is_current and edition.url == context.get("canonical") for edition in told)
    return told if stands_for_itself and len(told) > 1 else []


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[Edition]:
    """This page in every language; none for a page that has no request, such as that of a failure."""
    request: Any = context.get("request")
    if request is None:
        return []
    editions = []
    for code, name in settings.LANGUAGES:
        # At “//elsewhere.example/” the path alone would be an address on another site.
        path = translate_url(escape_leading_slashes(request.get_full_path()), code)
        editions.append(
            Edition(
                setting=code,
                code=tag(code),
                name=name,
                path=path,
                url=f"{settings.SITE_URL}{path}",
                is_current=code == get_language(),
                is_first=code == settings.LANGUAGE_CODE,
            )
        )
    return editions


@register.simple_tag(takes_context=True)
def shared(context: Context) -> Shared:
    """What the page tells those who link to it: its own picture, or the site's."""
    return context.get("share") or share_site()
