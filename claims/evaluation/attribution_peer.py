"""The floor for attribution: regular expressions over a closed list of reporting verbs.

No library gives source, cue and content of indirect speech, so this is what most systems do in its place: a name, a
pronoun or a short noun phrase beside a verb of saying; its content is the quotation or the rest of the sentence.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_VERB = (
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|asked|noted|reported|announced|argued|claimed|stated|"
    r"explained|tweeted|insisted|suggested|acknowledged|warned|declared|testified|admitted|believes?|thinks?|"
    r"concluded|confirmed|predicted|promised|vowed|replied|continued)"
)
_NAME = r"(?:(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|of|the)){0,5})"
_NOUN = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ss]ome|[Mm]any)(?: [\w’'-]+){1,3})"
_SOURCE = rf"(?:{_NAME}|{_NOUN}|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|officials|police|who)"
_QUOTATION = r"(?:“[^“”\n]{2,1000}”|\"[^\"\n]{2,1000}\")"

_QUOTED_BEFORE = re.compile(rf"(?P<content>{_QUOTATION}),? (?P<source>{_SOURCE}) (?:also )?(?P<cue>{_VERB})\b")
_INVERTED = re.compile(rf"(?P<content>{_QUOTATION}),? (?P<cue>{_VERB}) (?P<source>{_NAME}|{_NOUN})")
_INDIRECT = re.compile(
    rf"\b(?P<source>{_SOURCE}) (?:also |has |have |had )?(?P<cue>{_VERB})(?: that|:|,)? (?P<content>[^.\n]{{5,400}})"
)
_ACCORDING = re.compile(rf"(?P<cue>[Aa]ccording to) (?P<source>{_SOURCE}), (?P<content>[^.\n]{{5,400}})")
_ACCORDING_LAST = re.compile(rf"(?P<content>[^.\n]{{5,400}}),? (?P<cue>according to) (?P<source>{_SOURCE})")


def pattern_attributions(text: str) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]]:
    """Source, cue and content of every attribution that a pattern finds, the surest pattern first, each cue once."""
    seen: set[int] = set()
    for pattern in (_QUOTED_BEFORE, _INVERTED, _INDIRECT, _ACCORDING, _ACCORDING_LAST):
        for match in pattern.finditer(text):
            if match.start("cue") not in seen:
                seen.add(match.start("cue"))
                yield (match.span("source"),), (match.span("cue"),), (match.span("content"),)
