"""Set phrases that tell what became of a motion: "gave its blessing to", "came to nothing", "lost the vote"."""

import re
from collections.abc import Iterator

ADOPTED, REJECTED, VETOED = "adopted", "rejected", "vetoed"

_APPROVAL = r"(?:approval|blessing|backing|endorsement|consent|assent|green light|go-ahead|seal of approval|nod)"
_CENSURE = r"(?:(?:no|non)[- ]confidence|impeachment|censure|recall|ouster|removal)"
_VOTING = r"(?:vote|votes|ballot|referendum|division|motion|resolution|bid|attempt|test)"
_OWN = r"(?! of (?!conf|no))"  # "the vote of her father"
_WORDS = r"(?:[\w’'-]+\s){0,3}?"
_ASSEMBLIES = (
    r"(?:parliament|congress|house|senate|chamber|assembly|council|committee|legislature|hurdle|commons|lords)"
)
_PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (rf"\b(?:gave|gives|given|giving|granted)\s(?:it\s)?{_WORDS}{_APPROVAL}\b", ADOPTED),
        (rf"\b(?:w[io]ns?|g[eo]ts?|secured|gained|received)\s{_WORDS}{_APPROVAL}\s(?:of|from|in|by)\b", ADOPTED),
        (r"\b(?:signed off on|(?:waved|nodded) (?:\w+ ){0,4}?through|rubber-stamped|sa(?:id|ys) yes to)\b", ADOPTED),
        (r"\b(?:squeaked|scraped|squeezed|got|made it|came|was pushed|was nodded) through\b", ADOPTED),
        (rf"\bclear(?:ed|s) (?:the|its|a) (?:\w+\s){{0,2}}{_ASSEMBLIES}\b", ADOPTED),
        (rf"\b(?:won|wins|carried) (?:the|a|that|his|her|its) (?:\w+\s){{0,2}}?(?<!no-){_VOTING}\b", ADOPTED),
        (r"\b(?:won|found|gained|reached|commanded) (?:the|a) (?:\w+\s){0,2}majority\b", ADOPTED),
        (rf"\b(?:ousted|toppled|removed|brought down|unseated|voted out)\b[^.;,]{{0,40}}\b{_CENSURE}\b", ADOPTED),
        (rf"\bsurviv(?:ed|es)\s(?:an?|the|another|his|her|its|two|three|\w+ing)?\s?{_WORDS}{_CENSURE}\b", REJECTED),
        (rf"\b(?:lost|loses) (?:the|a|an|its|his|her|that|this|another|their) {_WORDS}{_VOTING}\b{_OWN}", REJECTED),
        (r"\b(?:came|comes) to (?:nothing|naught|nought|grief)\b|\bfell through\b", REJECTED),
        (r"\b(?:was|were|been|is|are) (?:declared|ruled) (?:null and )?(?:void|invalid)\b", REJECTED),
        (r"\bfail(?:ed|s) to (?:pass|carry|clear|win|gain|get|reach|secure|obtain|muster|find|attract)\b", REJECTED),
        (r"\b(?:died|stalled|fell) (?:in|at) (?:the )?(?:senate|house|committee|(?:first|last) hurdle)\b", REJECTED),
        (r"\bsa(?:id|ys) no to\b|\bfound no majority\b", REJECTED),
        (r"\b(?:f[ae]ll(?:s|ing)? short of|not enough for|did(?: not|n['’]t) (?:receive|get|win|reach|muster|obtain)|"
         r"short of) (?:\w+ ){0,4}?(?:two-thirds|majority|support|votes|backing|quorum)\b", REJECTED),
        (r"\b(?:used|cast|wielded|exercised) (?:its|a|the|their) veto\b", VETOED),
    )
)  # fmt: skip
_CHEAP = re.compile(
    r"\b(?:g[ai]v|grant|w[io]n|got|gets|secur|gain|obtain|receiv|found|sign|wav|nodd|rubber|sa(?:id|ys)|squeak|scrap|"
    r"squeez|made|came|comes|push|clear|carr|reach|command|oust|toppl|remov|brought|unseat|fell|vot|surviv|los|"
    r"declar|rul|fail|die|stall|perish|short|enough|did|used|cast|wield|exercis)"
)
"""In small letters, as is `_STRONG`: a search that ignores case takes four times as long."""
_OPEN = re.compile(
    r"\b(?:would|could|may|might|must|should|can|will|shall|to|not|never|if|unless|whether|hopes?|n['’]t)\s+"
    r"(?:[\w’']+\s)?$",
    re.IGNORECASE,
)
_REACH = 40
_STRONG = re.compile(
    rf"\b(?:two-thirds|quorum|majority|{_CENSURE}|parliament|congress|lawmakers|mps|meps|deputies|senators?|"
    r"assembly|bill|referendum|impeach)"
)


def told_fates(text: str, start: int, end: int, *, voting: bool) -> Iterator[tuple[int, int, str]]:
    """Where a set phrase in `text[start:end]` tells what became of a motion, and which; `voting` says that the words
    are about a vote.

    Fires on "gave its final approval to the law", "the attempt came to nothing", "was declared void", "survived a
    no-confidence vote" (rejected), "the government lost the vote". Leaves alone "would win the approval of", "his
    search came to nothing" where nothing speaks of a vote.
    """
    plain = text[start:end].lower()
    if not voting and not _STRONG.search(plain):
        return
    if not _CHEAP.search(plain):
        return
    for pattern, value in _PHRASES:
        match = pattern.search(text, start, end)
        if match and not _OPEN.search(text[max(start, match.start() - _REACH) : match.start()]):
            yield match.start(), match.end(), value
