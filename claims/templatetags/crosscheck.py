"""Markup that templates need: safe Markdown, safe JSON-LD, links to exact words, icons of ratings."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from markdown_it import MarkdownIt

from articles.models import Publisher
from claims.models import Rating, User

register = template.Library()

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "hr", "br"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
ENDS = 5  # words at either end that stand for a longer quote
WHOLE_QUOTE = 120  # characters of a quote that are put into a link whole; longer ones by their first and last words


@register.filter
def markdown(text: str) -> SafeString:
    """Markdown to HTML. Raw HTML is off, and what comes out is cleaned all the same; `#` becomes a second-level heading
    because a page has one title only."""
    tokens = _markdown.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"} and token.tag == "h1":
            token.tag = "h2"
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow",
    )
    return mark_safe(cleaned)  # noqa: S308 - nh3 has just cleaned it


@register.simple_tag
def json_ld(data: Mapping[str, Any] | None) -> SafeString:
    """A JSON-LD data block, or nothing. Escaped so that no text in it can end the element or open a comment."""
    if not data:
        return SafeString("")
    body = json.dumps(data, ensure_ascii=False, indent=1).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{body}</script>')  # noqa: S308 - escaped just above


@register.filter
def web_url(url: str) -> str:
    """`url` if it leads to the web, else an empty string: a stored `javascript:` address is never linked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


@register.filter
def at_quote(url: str, quoted: str | None) -> str:
    """`url` with a text fragment, so that browsers which know it scroll to the quoted words.
    Format: https://wicg.github.io/scroll-to-text-fragment/"""
    if not (safe := web_url(url)):
        return ""
    if not (words := " ".join((quoted or "").split())):
        return safe
    parts = words.split(" ")
    if len(parts) > 2 * ENDS and (len(words) > WHOLE_QUOTE or "\n" in (quoted or "").strip()):
        # Also where the words run over paragraphs: one piece is only found within one block of the page.
        target = f"{_encoded(' '.join(parts[:ENDS]))},{_encoded(' '.join(parts[-ENDS:]))}"
    else:
        target = _encoded(words)
    if ":~:" in safe:
        return f"{safe}&text={target}"
    return f"{safe}{':~:' if '#' in safe else '#:~:'}text={target}"


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")  # a dash marks context in this format


@register.filter
def rating_icon(rating: Rating) -> str:
    """The name of the shape that goes with a rating on any scale, so that colour is never needed to tell it."""
    if rating.value is None:
        return "arrows" if rating.slug == "disputed" else "question"
    share = (rating.value - rating.scale.worst) / (rating.scale.best - rating.scale.worst)
    if share in {0, 1}:
        return "check" if share else "cross"
    if share == 1 / 2:
        return "half"
    return "mostly-check" if share > 1 / 2 else "mostly-cross"


@register.filter
def rating_anchor(rating: Rating) -> str:
    """The fragment of the rating's definition on the methodology page."""
    return f"rating-{rating.scale_id}-{rating.slug}"


@register.filter
def person(user: User | None, publisher: Publisher | str) -> str:
    """The name readers see for somebody at the desk. A user name is a login and is never shown."""
    name = user.get_full_name() if user else ""
    return name or gettext("an editor of %(publisher)s") % {"publisher": publisher}
