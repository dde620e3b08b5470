"""The words of a verdict as readers will see them, with the passages marked that comments are about.

A passage is counted in the text that a reader sees: for the body that is what its Markdown comes to, without marks of
its own. The browser counts the same way, by the text nodes of the element that carries `data-field`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from lxml import etree, html

from claims.models import Comment, Verdict
from claims.passages import find
from claims.templatetags.crosscheck import markdown

FIELDS = ("headline", "summary", "body")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with its number on the page. `is_lost` where the words that it was about no longer stand there."""

    number: int
    comment: Comment
    is_lost: bool

    @property
    def is_in_text(self) -> bool:
        """Whether the words that it is about are marked on the page."""
        return bool(self.comment.quote) and not self.is_lost


@dataclass(frozen=True, slots=True)
class Span:
    """Where remark `number` stands in a text, in characters."""

    start: int
    end: int
    number: int


def rendered(verdict: Verdict, field: str) -> str:
    """The HTML of one field as the public page has it."""
    text = getattr(verdict, field)
    return str(markdown(text)) if field == "body" else str(escape(text))


def readable(verdict: Verdict) -> dict[str, str]:
    """The text of each field as a reader sees it, which passages are counted in."""
    return {field: text_of(rendered(verdict, field)) for field in FIELDS}


def marked_up(verdict: Verdict, comments: Sequence[Comment]) -> tuple[dict[str, SafeString], list[Remark]]:
    """The HTML of each field with the passages of open comments marked, and the comments numbered as they stand there:
    in the order of the words, those on the whole last."""
    texts = readable(verdict)
    places = {
        comment.pk: find(texts[comment.field], comment.quote, comment.start)
        for comment in comments
        if comment.field in texts and comment.start is not None
    }

    def order(comment: Comment) -> tuple[int, int, int]:
        place = places.get(comment.pk)
        return (FIELDS.index(comment.field), place, comment.pk) if place is not None else (len(FIELDS), 0, comment.pk)

    remarks = [
        Remark(number, comment, is_lost=bool(comment.quote) and places.get(comment.pk) is None)
        for number, comment in enumerate(sorted(comments, key=order), 1)
    ]
    spans: dict[str, list[Span]] = {field: [] for field in FIELDS}
    for remark in remarks:
        place = places.get(remark.comment.pk)
        if place is not None and remark.comment.resolved_at is None:
            spans[remark.comment.field].append(Span(place, place + len(remark.comment.quote), remark.number))
    return {field: mark(rendered(verdict, field), spans[field]) for field in FIELDS}, remarks


def text_of(markup: str) -> str:
    """The text of cleaned HTML, as the browser's text nodes have it."""
    return str(_tree(markup).text_content())


def mark(markup: str, spans: Sequence[Span]) -> SafeString:
    """Cleaned HTML with `<mark>` around each span; where spans overlap, one mark carries several numbers."""
    tree = _tree(markup)
    position, named = 0, set[int]()
    for node in _text_nodes(tree):
        text = str(node)
        start, position = position, position + len(text)
        pieces = list(_cut(text, start, spans))
        if any(numbers for _, numbers in pieces):
            _replace(node, pieces, named)
    inside = escape(tree.text or "") + "".join(
        etree.tostring(child, encoding="unicode", method="html") for child in tree
    )
    return mark_safe(inside)  # noqa: S308 - the caller's cleaned HTML, and elements of ours


def _tree(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup, create_parent="div")


def _text_nodes(tree: html.HtmlElement) -> list[etree._ElementUnicodeResult]:
    return list(tree.xpath(".//text()"))


def _cut(text: str, offset: int, spans: Sequence[Span]) -> list[tuple[str, tuple[int, ...]]]:
    """`text`, which begins at `offset`, in pieces, each with the numbers of the spans that it lies in."""
    edges = {0, len(text)}
    for span in spans:
        edges |= {edge - offset for edge in (span.start, span.end) if 0 < edge - offset < len(text)}
    bounds = sorted(edges)
    return [
        (
            text[begin:end],
            tuple(span.number for span in spans if span.start < offset + end and offset + begin < span.end),
        )
        for begin, end in pairwise(bounds)
    ]


def _replace(node: etree._ElementUnicodeResult, pieces: list[tuple[str, tuple[int, ...]]], named: set[int]) -> None:
    """Put `pieces` in the place of a text node, those with numbers as marks; the first of each can be linked to."""
    owner = node.getparent()
    if owner is None:
        return
    before: Any = None
    parent: Any = owner
    index = 0
    if node.is_tail:
        before, parent = owner, owner.getparent()
        index = parent.index(owner) + 1
        owner.tail = ""
    else:
        owner.text = ""
    for text, numbers in pieces:
        if not numbers:
            if before is None:
                parent.text = text
            else:
                before.tail = text
            continue
        element = html.Element("mark")
        element.text = text
        element.set("class", "cc-passage")
        element.set("data-remarks", " ".join(map(str, numbers)))
        if fresh := [number for number in numbers if number not in named]:
            element.set("id", f"passage-{fresh[0]}")
            named.update(fresh)
        parent.insert(index, element)
        index, before = index + 1, element
