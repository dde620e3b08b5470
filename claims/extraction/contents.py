"""Where the content of an attribution can stand, and the clues by which the learned attribution picks one place.

The parse gives the constituents around the cue; the marks give quotations, also the ones that go on after "X said";
the sentence gives what is left of it beside "X said". Nearly every content is one of about fourteen such places.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from claims.extraction.sheet import Sheet

Places = tuple[tuple[int, int], ...]
"""Token spans in order: one, or several where "X said" interrupts what is said."""

_LONGEST = 400
"""Tokens in the longest content."""
_SEEN = 60
"""Tokens of a place that are looked at: its beginning tells what it is."""
_MOST_NODES = 40
_MOST_QUOTES = 8
"""Constituents, and quotations on either side, that are tried for one cue, however the text piles them up."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EDGES = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "!", "?"})
_BREAKS = frozenset({"–", "—", ";"})
_WITHIN = frozenset(
    {
        "prep",
        "agent",
        "dobj",
        "attr",
        "acomp",
        "xcomp",
        "prt",
        "advcl",
        "dative",
        "pobj",
        "acl",
        "ccomp",
        "oprd",
        "conj",
    }
)
"""Roles below the cue whose parts can be the content: "called for [X]", "made the claim [that …]"."""


def contents(sheet: Sheet, cue: int, source: tuple[int, int]) -> dict[Places, list[str]]:
    """The places where the content of a cue can stand, each with the names of the ways that lead to it.

    "left" and "right" are what the sentence has beside the frame of source and cue; "kid" and "head" are constituents;
    "quotes" are quotations, "later" those of the sentences after.
    """
    found: defaultdict[Places, list[str]] = defaultdict(list)
    for name, spans in (
        *_constituents(sheet, cue, source),
        *_stretches(sheet, cue, source),
        *_quoted(sheet, cue, source),
    ):
        places = tuple(sorted(span for span in (trimmed(sheet, *span) for span in spans) if span[0] < span[1]))
        if places and sum(end - start for start, end in places) <= _LONGEST:
            found[places].append(name)
    return found


def trimmed(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The token span without white space and punctuation at its ends; quotation marks stay."""
    while start < end and _is_edge(sheet.lower[start]):
        start += 1
    while end > start and _is_edge(sheet.lower[end - 1]):
        end -= 1
    return start, end


def _is_edge(word: str) -> bool:
    return word in _EDGES or word.isspace()


_Named = tuple[str, list[tuple[int, int]]]


def _constituents(sheet: Sheet, cue: int, source: tuple[int, int]) -> Iterator[_Named]:
    """Subtrees around the cue; one that holds the frame gives what stands to its left and right."""
    first, last = min(source[0], cue), max(source[1], cue + 1)
    end = sheet.sentences[sheet.sentence[cue]][1]
    for node, name in islice(_nodes(sheet, cue), _MOST_NODES):
        low, high = sheet.left[node], sheet.right[node] + 1
        if sheet.pos[node] in {"PUNCT", "SPACE"}:
            continue
        if low < last and high > first and (low <= cue < high or (low < source[1] and source[0] < high)):
            parts = [part for part in ((low, first), (last, high)) if part[0] < part[1]]
            for part in parts:
                yield name + ("-left" if part[1] <= first else "-right"), [part]
            if len(parts) > 1:
                yield f"{name}-both", parts
            if low <= cue < node:
                yield f"{name}-after cue", [(cue + 1, high)]
            if cue < low < source[1] <= node:
                yield f"{name}-after source", [(source[1], high)]
            if node < cue < high:
                yield f"{name}-before", [(low, min(cue, source[0]) if source[0] > low else cue)]
            continue
        yield name, [(low, high)]
        if cue < low and high < end:
            yield f"{name}-to end", [(low, end)]
        opened, closed = sheet.quote[low], sheet.quote[high - 1]
        if closed >= 0 and sheet.quotes[closed][1] != high:
            yield f"{name}-to mark", [(low, sheet.quotes[closed][1])]
        if opened >= 0 and sheet.quotes[opened][0] != low:
            yield f"{name}-from mark", [(sheet.quotes[opened][0], high)]
            yield f"{name}-quotation", [(sheet.quotes[opened][0], max(high, sheet.quotes[opened][1]))]


def _nodes(sheet: Sheet, cue: int) -> Iterator[tuple[int, str]]:
    """The tokens at most two steps away in the parse, named by the steps."""
    dep, head = sheet.dep, sheet.head
    for kid in sheet.kids[cue]:
        yield kid, f"kid:{dep[kid]}"
        if dep[kid] in _WITHIN:
            for below in sheet.kids[kid]:
                yield below, f"kid:{dep[kid]}:{dep[below]}"
    above, role = head[cue], dep[cue]
    if above == cue:
        return
    yield above, f"head:{role}"
    for other in sheet.kids[above]:
        if other != cue:
            yield other, f"beside:{role}:{dep[other]}"
    top = head[above]
    if top != above:
        yield top, f"top:{role}:{dep[above]}"
        for other in sheet.kids[top]:
            if other != above:
                yield other, f"beside top:{role}:{dep[above]}:{dep[other]}"


def _stretches(sheet: Sheet, cue: int, source: tuple[int, int]) -> Iterator[_Named]:
    """What the sentence, or the paragraph, has beside the frame, whatever the parse says."""
    first, last = min(source[0], cue), max(source[1], cue + 1)
    number = sheet.sentence[cue]
    start, end = sheet.sentences[number]
    yield "right of cue", [(cue + 1, end)]
    yield "right", [(last, end)]
    yield "left", [(start, first)]
    yield "both", [(start, first), (last, end)]
    yield "left of cue", [(start, cue)]
    yield "between", [(min(source[1], cue + 1), max(source[0], cue))]
    comma = next((at for at in range(last, min(end, last + 40)) if _breaks(sheet, at, ",")), None)
    if comma is not None:
        yield "to comma", [(last, comma)]
        yield "cue to comma", [(cue + 1, comma)]
    dash = next((at for at in range(first - 1, max(start, first - 80), -1) if _breaks(sheet, at)), None)
    if dash is not None:
        yield "from dash", [(dash, first)]
    yield "rest of paragraph", [(last, sheet.size)]
    if number:
        before = sheet.sentences[number - 1][0]
        yield "sentence before", [(before, start)]
        yield "from sentence before", [(before, first)]


def _breaks(sheet: Sheet, token: int, also: str = "") -> bool:
    return sheet.quote[token] < 0 and (sheet.lower[token] in _BREAKS or sheet.lower[token] == also)


def _quoted(sheet: Sheet, cue: int, source: tuple[int, int]) -> Iterator[_Named]:
    """Quotations before, after and beyond the frame, alone and joined."""
    first, last = min(source[0], cue), max(source[1], cue + 1)
    start, end = sheet.sentences[sheet.sentence[cue]]
    outside = [quote for quote in _near(sheet, cue) if not quote[0] <= cue < quote[1]]
    here = [quote for quote in outside if quote[0] < end and quote[1] > start]
    before = [quote for quote in here if quote[1] <= first + 1]
    after = [quote for quote in here if quote[0] >= last - 1]
    later = [quote for quote in outside if quote[0] >= end][:4]
    if before:
        yield "quotes before", before
        yield "last quote before", before[-1:]
        yield "from quote to quote before", [(before[0][0], before[-1][1])]
        yield "to quote before", [(start, before[-1][1])]
        yield "from its sentence", [(sheet.sentences[sheet.sentence[before[0][0]]][0], before[0][1])]
    if after:
        yield "quotes after", after
        yield "first quote after", after[:1]
        yield "from quote to quote after", [(after[0][0], after[-1][1])]
        yield "to last quote after", [(last, after[-1][1])]
        yield "to first quote after", [(last, after[0][1])]
        yield "cue to first quote after", [(cue + 1, after[0][1])]
        yield "from quote to end", [(after[0][0], max(end, after[0][1]))]
        yield "to end of quotes", [(last, max(end, after[-1][1]))]
    if before and after:
        yield "quotes around", before + after
        yield "left and quotes after", [(start, first), (after[0][0], after[-1][1])]
    if later:
        yield "left and later", [(start, first), later[0]]
        yield "later", later[:1]
        yield "all later", later
        if before:
            yield "quotes before and later", [*before, later[0]]
            yield "quotes before and all later", before + later
        if after:
            yield "quotes after and all later", after + later


def _near(sheet: Sheet, cue: int) -> list[tuple[int, int]]:
    """The quotations closest to a cue."""
    at = bisect(sheet.quotes, (cue, cue))
    return sheet.quotes[max(0, at - _MOST_QUOTES) : at + _MOST_QUOTES]


def content_clues(sheet: Sheet, cue: int, source: tuple[int, int], places: Places, names: Sequence[str]) -> list[str]:
    """What speaks for or against a place as the content of a cue."""
    lower, pos, dep = sheet.lower, sheet.pos, sheet.dep
    word, role, kind = sheet.lemma[cue], dep[cue], pos[cue]
    start, end = sheet.sentences[sheet.sentence[cue]]
    first, last = min(source[0], cue), max(source[1], cue + 1)
    low, high = places[0][0], places[-1][1]
    side = "".join("<" if to <= first else ">" if at >= last else "|" for at, to in places)[:3]
    size = sum(to - at for at, to in places)
    grade = size if size < 6 else 6 + sum(size > bound for bound in (9, 15, 25, 40, 80))
    seen = [token for at, to in places for token in range(at, min(to, at + _SEEN))]
    quoted = sum(sheet.quote[token] >= 0 for token in seen)
    cover = 4 if quoted == len(seen) else quoted * 4 // len(seen)
    open_ends = f"{high >= end - 1}+{low <= start}"
    finite = min(sum(sheet.tag[token] in _FINITE for token in seen), 2)
    left_out, cut = _quotes_missed(sheet, cue, places)
    before, after = lower[low - 1] if low else "", lower[high] if high < sheet.size else ""
    clues = [
        f"side={side}+{source[0] < cue}", f"lemma+side={word}+{side}", f"first={lower[low]}",
        f"lemma+first={word}+{lower[low]}", f"first pos={pos[low]}", f"lemma+first pos={word}+{pos[low]}",
        f"size={grade}", f"lemma+size={word}+{grade}", f"side+size={side}+{grade}",
        f"gap={side}+{min(6, abs(low - cue), abs(cue - high + 1))}", f"before={before}", f"after={after}",
        f"before pos={pos[low - 1] if low else ''}", f"ends={open_ends}", f"side+ends={side}+{open_ends}",
        f"quoted={cover}", f"side+quoted={side}+{cover}", f"lemma+quoted={word}+{cover}", f"left out={left_out}",
        f"cut={cut}", f"left out+quoted={left_out}+{cover}",
        f"later={side}+{bool(sheet.quotes) and sheet.quotes[-1][0] >= end}", f"finite={finite}",
        f"lemma+finite={word}+{finite}",
        f"dep+side={role}+{side}", f"parts={len(places)}+{high > end}", f"earlier={low < start}",
        f"ways={min(len(names), 4)}",
    ]  # fmt: skip
    for name in names:
        clues += [f"way={name}", f"lemma+way={word}+{name}", f"pos+way={kind}+{role}+{name}"]
    if kind == "VERB":
        parts = "_".join([dep[kid] for kid in sheet.kids[cue] if dep[kid] in {"ccomp", "xcomp", "dobj", "prep"}][:3])
        clues += [f"parts+way={parts}+{name}" for name in names[:2]]
    if low > cue:
        clues.append(f"verbs={min(3, sum(other == 'VERB' for other in pos[cue + 1 : min(low, cue + _SEEN)]))}")
        clues.append(f"between={'_'.join(lower[cue + 1 : low]) if low - cue <= 3 else '...'}")
        if len(places) == 1:
            commas = sum(lower[token] == "," and sheet.quote[token] < 0 for token in seen)
            clues.append(f"commas={min(3, commas)}")
    return clues


def _quotes_missed(sheet: Sheet, cue: int, places: Places) -> tuple[int, int]:
    """How many quotations of the sentence a place leaves out, and how many it cuts, each up to 2."""
    start, end = sheet.sentences[sheet.sentence[cue]]
    left_out = cut = 0
    for opened, closed in _near(sheet, cue):
        if opened >= end or closed <= start or opened <= cue < closed:
            continue
        shared = sum(max(0, min(closed, to) - max(opened, at)) for at, to in places)
        left_out += shared == 0
        cut += 0 < shared < closed - opened - 2
    return min(left_out, 2), min(cut, 2)
