"""Captured text on a page: character for character what was stored."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def as_stored(text: str) -> SafeString:
    """`text` escaped, with carriage returns as references: a browser reads a bare one as a line feed."""
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 - escaped on this line
