"""Words that were searched for, marked in a text."""

import re

from django.contrib.postgres.search import SearchHeadline
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from claims.search import CONFIG, Search

START, STOP = "\x02", "\x03"
"""What PostgreSQL puts around the words; no text has these characters for itself."""
_MARKED = re.compile(f"{START}([^{START}{STOP}]*){STOP}")


def headline(search: Search) -> SearchHeadline:
    """A claim's whole text with what was searched for between START and STOP."""
    return SearchHeadline("text", search.query, config=CONFIG, start_sel=START, stop_sel=STOP, highlight_all=True)


def marked(headline: str, text: str) -> SafeString:
    """`text` escaped, with the words in <mark> that `headline`, which is PostgreSQL's of it, has between START and
    STOP. A headline that is not of this text to the letter marks nothing."""
    if headline.replace(START, "").replace(STOP, "") != text or START in text or STOP in text:
        return mark_safe(escape(text))  # noqa: S308 - just escaped
    return mark_safe(_MARKED.sub(r"<mark>\1</mark>", escape(headline)))  # noqa: S308 - as above
