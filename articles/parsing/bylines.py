"""Lines that say who wrote, photographed or edited, and where: bylines, names, roles, credits and addresses."""

import re

_OTHER_CREDIT = (
    r"(?:additional reporting|reporting|editing|edited|writing|translated|translation|photographs?|photos?|photography"
    r"|illustrations?|video|graphics?|fact-checked|art)"
)
_BYLINE = re.compile(
    r"(?:(?P<doing>written|words|story|text|report|reported|posted|curated|compiled|published|produced|analysis|opinion"
    r"|article|commentary|review|column|contributed|submitted|authored) by|(?P<label>authors?|byline|writer)\s?:|by:?)"
    r"\s+(?P<who>.+)",
    re.IGNORECASE,
)
_MAX_BYLINE = 160
_MAX_AUTHOR_WORDS = 8
_PLACE = re.compile(r"\s+(?:in|at|for)\s+\S.*$")
_SEPARATORS = re.compile(r"\s*(?:,|;|/|&|\||•|·|\band\b)\s*")
_CREDIT = re.compile(
    rf"\(?{_OTHER_CREDIT} by\b.{{1,250}}"
    r"|(?:photo|photograph|image|picture|illustration|photo credit|image credit|credit|caption|video)s?\s?"
    r"(?::|/|courtesy(?: of)?)\s?\S.{0,150}",
    re.IGNORECASE,
)
# The end of a caption: "A bridge in spring Ana Ruiz / Some Agency", "(File photo)", "Ana Ruiz/Some Images".
_CAPTION_END = re.compile(
    r"\s/\s[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}$"
    r"|\((?:[^()]{0,40}\s)?(?i:photo|image|file|handout|pool)s?\b[^()]{0,60}\)$"
    r"|\b[A-Z]\w+ Images\)?$"
)
_ROLE = re.compile(
    r"(?:[\w'’&-]+ ){0,4}(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|analyst|staff)"
    r"(?:,? (?:in|at|for) .{1,40})?",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:, [A-Z][\w. ]{1,30})?\s?(?:\([^()]{2,30}\))?\s{0,2}[-–—_]{1,2}")
_CONTACT = re.compile(r"@\w{2,30}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_SITE = re.compile(
    r"(?:https?://)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?:[/?#]\S*)?", re.IGNORECASE | re.ASCII
)
_ABOUT = re.compile(r",?\s+(?:is|was|are|covers|writes|reports|has (?:written|reported|covered)|teaches|works)\b")

_PARTICLE_WORDS = "de del della di da dos du van von der den ter ten la le al el bin ibn abu ben af zu y e jr sr ii iii"
_OTHER_WORDS = (
    "a an and are as at be by for from has have how in is it its not of on or says say that the their this to was were "
    "what when where who why will with news times post daily world politics political opinion analysis business sport "
    "sports update updates live video photo photos photograph story stories report reports review today press image "
    "images media magazine journal house white street state states united kingdom nations union council court city "
    "north south east west new editor editorial staff desk team special breaking exclusive monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november "
    "december president minister government war peace no yes"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_NOT_IN_NAMES = frozenset(_OTHER_WORDS.split())


def is_name(text: str) -> bool:
    """Whether a text has the shape of one person's name: two to four capitalised words, particles aside."""
    words = text.split()
    names = [word for word in words if word.rstrip(".").lower() not in _PARTICLES]
    return 2 <= len(names) <= 4 and len(words) <= 6 and len(text) <= 60 and all(map(_is_name_word, names))


def _is_name_word(word: str) -> bool:
    if not word[0].isupper() or word.rstrip(".").lower() in _NOT_IN_NAMES:
        return False
    ends_like_a_sentence = word[-1] == "." and len(word) > 2 and word.count(".") == 1
    return not ends_like_a_sentence and all(character.isalpha() or character in "-'’." for character in word)


def read_byline(text: str) -> str:
    """Who wrote it, from a line such as "By Ana Ruiz, Kyiv correspondent" or "Written by Ana Ruiz"; else "".

    A bare "By" must be followed by a name, so that "By Monday, the bridge" is no byline; other labels take any short
    text. Several names are joined by ", "; roles and places are left out.
    """
    match = None if len(text) > _MAX_BYLINE or _CREDIT.fullmatch(text) else _BYLINE.fullmatch(text)
    if not match:
        return ""
    who = re.split(r"\s[|•·–—]\s", match["who"])[0].strip(" \t\xa0|")
    parts = [_PLACE.sub("", part) for part in _SEPARATORS.split(who)]
    if is_name(parts[0]):
        return ", ".join(part for part in parts if is_name(part) and not is_role(part))
    labelled = match["doing"] or match["label"]
    return who if labelled and len(who.split()) <= _MAX_AUTHOR_WORDS and who[-1:] not in ".!?" else ""


def is_credit(text: str) -> bool:
    """Whether a line credits a picture or an editor, or is a caption that ends with such a credit."""
    return bool(_CREDIT.fullmatch(text) or _CAPTION_END.search(text))


def is_dateline(text: str) -> bool:
    """Whether a line is the place and agency that a report begins with, alone: "LISBON, Portugal (Agency) --"."""
    return bool(_DATELINE.fullmatch(text))


def is_role(text: str) -> bool:
    """Whether a line is an author's role or address: "Staff writer", "ana@example.org"."""
    return len(text) <= 80 and bool(_ROLE.fullmatch(text) or _CONTACT.fullmatch(text))


def read_site(text: str) -> str:
    """The host, without "www.", of a line that is nothing but an address ("example.org", "https://example.org/a")."""
    match = _SITE.fullmatch(text)
    return match["host"].lower().removeprefix("www.") if match else ""


def is_about_author(text: str, author: str) -> bool:
    """Whether a paragraph presents the author: it begins with the author's name and says what they are."""
    if not author or text[: len(author)].casefold() != author.casefold():
        return False
    return bool(_ABOUT.match(text, len(author)))
