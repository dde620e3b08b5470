"""Cutting what a page shows elsewhere out of the Markdown of a verdict."""

import re

from markdown_it import MarkdownIt

_markdown = MarkdownIt("commonmark")
_UNKNOWN = re.compile(
    r"(?:what (?:we|is|remains|stays)\b.*\b(?:not know|don['’]t know|not known|unknown|unclear|open)\b"
    r"|ce qu(?:e\b|['’]).*\b(?:savons pas|sait pas|ignor\w+|inconnu|ouvert)\b.*)",
    re.IGNORECASE,
)


def without_unknowns(body: str) -> tuple[str, str]:
    """`body` without its section on what is not known, and that section without its heading; empty where it has none.
    It ends at the next heading that is no lower."""
    tokens = _markdown.parse(body)
    heads = [
        (token.map[0], token.map[1], int(token.tag[1:]), tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.map and token.level == 0
    ]
    lines = re.split(r"\r\n?|\n", body)  # as the tokens count them: other breaks of Unicode end no line of Markdown
    for place, (start, after, level, title) in enumerate(heads):
        if _UNKNOWN.fullmatch(title.strip().rstrip("?.:")):
            end = next((first for first, _, other, _ in heads[place + 1 :] if other <= level), len(lines))
            return "\n".join(lines[:start] + lines[end:]).strip(), "\n".join(lines[after:end]).strip()
    return body, ""
