"""Text of corpora that is kept cut into tokens, put back as people write it.

Penn Treebank style: "``" and "''" for quotation marks, "-LRB-" for a bracket, a space before every sign. Extraction
reads news as it is published, so it is measured on that. A text that was never cut stays as it is.
"""

import re

_CUT = re.compile(
    r"``|''|-L[RSC]B-|\w ['’](?:s|re|ve|ll|d|m)\b|\w n['’]t\b|\w ?[)%”\"]? [,.;:](?: |$)|[$£€] \d|\d \. \d"
    r"|\w - (?:year|day|and) - \w"
)
_TOKENS = {
    "` `": "“", "``": "“", "' '": "”", "''": "”",
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip
_TOKEN = re.compile("|".join(map(re.escape, _TOKENS)))
_ABBREVIATION = re.compile(r"\b([A-Za-z]) \. ([A-Za-z]) ?\.")
_IN_NUMBERS = re.compile(r"(?<=\d) ?(,) (?=\d{3}(?!\d))|(?<=\d) ?([.:]) (?=\d)")
_HYPHEN = re.compile(r"(?<=[a-z\d]) - (?=\d|(?!(?:the|an?|he|she|it|they|who|which|as|but|with|s)\b)[a-z])")
_GENITIVE = re.compile(r"(?<=\w) - s\b")
_BEFORE = re.compile(r" (?=[,;:!?%)\]}”](?:\W|$)|\.(?:\W|$)|['’](?:s|re|ve|ll|d|m)\b|['’](?:\W|$)|n['’]t\b)")
_AFTER = re.compile(r"(?<=[(\[{$£€“]) ")


def untokenised(text: str) -> str:
    """The text with its signs joined again to the words that they belong to, and single spaces."""
    plain = " ".join(text.split())
    if not _CUT.search(plain):
        return plain
    plain = _TOKEN.sub(lambda found: _TOKENS[found[0]], plain)
    plain = _ABBREVIATION.sub(r"\1.\2.", plain)
    plain = _IN_NUMBERS.sub(lambda found: found[1] or found[2], plain)
    plain = _GENITIVE.sub("'s", _HYPHEN.sub("-", plain))
    return _AFTER.sub("", _BEFORE.sub("", plain))
