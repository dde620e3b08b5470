"""What stands on a page around the text: consent notices, share buttons, related posts, file names.

Every rule reads whole short lines. A sentence about cookies or shares is not touched, because a lost claim is worse
than a kept button.
"""

import re
from collections.abc import Sequence

from articles.parsing.dates import parse_date_line
from articles.parsing.lines import BULLETS, Line

_BUTTONS = (
    "back|top|back to top|next|previous|prev|home|menu|search|close|skip to content|share|share this|share &|listen|"
    "download|print|save|save article|email|e-mail|gift|tweet|copy link|link copied|bookmark|comments?|comment here|"
    "leave a comment|add a comment|add comment|reply|quote|like|likes|report|follow|following|subscribe|subscribe now|"
    "subscribe here|sign up|sign in|log in|login|register|join|advertisement|ad|sponsored|promoted|read more|"
    "continue reading|keep reading|see more|show more|load more|view all|see all|more|listen now|watch live|watch now|"
    "facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|instagram|youtube|tiktok|bluesky|mastodon|threads|"
    "messenger|flipboard|x|rss|pdf|click to expand|click to view|view image in fullscreen|toggle caption|play|pause|"
    "mute|article image|featured image|image|photo|picture|thumbnail|gallery|video|transcript|explore more|new|"
    "new comments cannot be posted|thread starter|new posts|staff member|well-known member|active member|new member"
)
_BUTTON_ROW = re.compile(rf"(?:(?:{_BUTTONS})(?:[.…!:]{{0,3}}(?:\s*[|·•,/&+\-–]\s*|\s+|$)))+", re.IGNORECASE)
_MAX_BUTTON_ROW = 120

_FILE = r"(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?|mp[34]|mov|pdf)"
_WHOLE_LINES = re.compile(
    "|".join(
        (
            # consent and account notices
            r"to (?:view|see|watch|read|play|load|display) this (?:content|video|post|embed|tweet|media|site)\b"
            r".{0,120}\b(?:consent|cookies?|javascript).*",
            r"(?:for|to get) more (?:detailed )?information,? (?:please )?(?:see|read|visit|view|check) our "
            r"(?:cookies?|privacy)\b.*",
            r"(?:we|we and our (?:\w+ ){0,3}partners|this (?:web)?site|our (?:web)?site) (?:uses?|stores?)\b"
            r".{0,80}\bcookies?\b.*",
            r"by (?:continuing|clicking|using|browsing|visiting)\b.{0,160}\b(?:cookies?|terms|privacy|agree)\b.*",
            r"(?:accept|allow|reject|decline|manage|cookie|privacy|your|change)"
            r"(?: all| only| your| necessary| essential)*"
            r" (?:cookies?|consent|preferences|settings|policy|notice|choices|all)",
            r"please (?:enable|turn on|allow) (?:javascript|cookies)\b.*",
            r"you must (?:log in|be logged in|register|sign in)\b.{0,80}",
            # sharing and following
            r"(?:share|post|send|pin|save|tweet|email|print|discuss|follow us|like us|find us|join us)"
            r" (?:this|on|via|to|by|with|it)\b(?: (?:this|article|story|post|page|on|via|to|by|with|it|a|friend|your"
            r"|twitter|facebook|x|email|whatsapp|linkedin|telegram"
            r"|reddit|instagram|youtube|and|our|channel|link|pocket|google|news))*[.!:]?",
            r"(?:subscribe|sign up|register|get|receive)\b.{0,80}\b(?:newsletters?|inbox|mailing list|alerts)\b.{0,60}",
            r"[\d.,]+\s?[km]? (?:shares?|comments?|likes?|views?|reactions?|replies|reply|retweets?|reposts?)",
            # labels and counters
            r"(?:reading time:? )?(?:about )?\d{1,3}[\s-](?:mins?|minutes?)(?:[\s-](?:read|listen|watch|video))?",
            r"reading time:? .{1,20}",
            r"\+\s?\d{1,4} more(?: \w+)?",
            r"(?:tags|tagged|filed under|filed in|posted in|categories|category|topics|keywords|see newsfeed|more on"
            r"|more from|in this story):\s.{1,200}",
            r"(?:©|\(c\)|copyright(?: ©| \(c\))?)\s?(?:\d{4}|by\b).{0,200}",
            r"(?:read more|read also|see also|also read|related|related article|watch):\s.{1,150}[^.]",
            r"all rights reserved\b.{0,120}",
            r"(?:terms (?:of|and) (?:use|service|conditions)|privacy policy|contact us|about us|advertise with us)",
            r"(?:story|article) continues (?:below|after)(?: the)?(?: this)?(?: advertisement| ad)?",
            # pictures and attachments
            rf"[\w\-. %()+,@=]{{1,150}}\.{_FILE}",
            r"\[?\s?(?:attachments?|image|img|photo|video|picture|gallery|embed|media|spoiler)\b[^\]\n]{0,100}\]",
            rf"(?:view )?attachments?:?(?: \d+| [\w\-. ]+\.{_FILE})?(?: \(.{{1,60}}\))?",
            r"(?:picture|photo|image|avatar|profile photo|headshot|logo) of \S+(?: \S+){0,3}",
            # forum furniture
            r"(?:last edited|edited)(?: by .{1,40})?(?: on)?: .{1,60}",
            r"(?:joined|registered|member since):\s.{1,40}",
            r"(?:messages|posts|threads|likes|likes received|thanks|karma|(?:trophy )?points|reaction score)"
            r":\s[\d.,]+k?",
            r"reactions?:\s.{1,150}",
            r"(?:you are|you're) (?:not logged in|viewing)\b.{0,60}",
            r"\[/?quote[^\]\n]{0,80}\]",
        )
    ),
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:(?:related|similar|recommended|popular|latest|trending|recent|further|other|more|most read|most popular"
    r"|suggested)(?: (?:posts?|articles?|stor(?:y|ies)|news|threads?|topics?|reading|content|videos?|links?|coverage"
    r"|from \S+(?: \S+){0,3}|on this (?:topic|story)|for you|like this)){1,3}|related|most read|most popular"
    r"|trending(?: now)?|(?:you|readers) (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed)"
    r"|read (?:next|also|more)|see also|also read|up next"
    r"|recommended(?: for you)?|don.t miss|more like this|what to read next|editor.s picks)[:.…]?",
    re.IGNORECASE,
)
_TOPIC_COUNT = re.compile(
    r"\d{1,4} (?:articles?|stories|sources|outlets|reports) (?:on|about|covering|for)"
    r" (?:this|the) (?:topic|story|event)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?。][\"'”’»)\]]{0,2}$")
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])[\"'”’»)]?$")
_MAX_HEADLINE = 200
_MAX_OUTLET = 40
_MAX_OUTLETS = 12
_MAX_TEASER_LINES = 60


def is_boilerplate(text: str) -> bool:
    """Whether a line, stripped of white space and at most `lines.SHORT` characters long, belongs to the page."""
    if not any(character.isalnum() for character in text):
        return True  # rules and ornaments: "***", "———"
    if len(text) <= _MAX_BUTTON_ROW and _BUTTON_ROW.fullmatch(text):
        return True
    return bool(_WHOLE_LINES.fullmatch(text) or _RELATED.fullmatch(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, and not cut off with an ellipsis as a teaser is."""
    return bool(_SENTENCE_END.search(text[-4:])) and not _CUT_OFF.search(text[-8:])


def _is_prose(text: str) -> bool:
    """Sentences, not a headline; a headline may end with "?" or "!" but is short."""
    if _CUT_OFF.search(text[-8:]):
        return False
    return len(text) > _MAX_HEADLINE or (ends_sentence(text) and text.rstrip("\"'”’»)]")[-1:] not in {"?", "!"})


def find_boilerplate(lines: Sequence[Line]) -> set[int]:
    """The indexes of the lines that are not for reading: by their own words, or as part of a list of other stories."""
    found = {index for index, line in enumerate(lines) if line.short and is_boilerplate(line.text)}
    for index in sorted(found):
        if _RELATED.fullmatch(lines[index].short):
            found.update(_teasers(lines, index + 1))
    for index, line in enumerate(lines):
        if line.short and _TOPIC_COUNT.fullmatch(line.text):
            found.update(_topic_list(lines, index))
            break
    return found


def _teasers(lines: Sequence[Line], start: int) -> range:
    """The headlines, dates and cut-off summaries after "Related Posts"; the first whole sentence, unless a date line
    leads it in, is the text again."""
    after_date = False
    index = start
    while index < min(len(lines), start + _MAX_TEASER_LINES):
        text = lines[index].short
        if not text or (_is_prose(text) and not after_date):
            break
        date_line = parse_date_line(text)
        after_date = date_line is not None and not date_line[1]
        index += 1
    return range(start, index)


def _topic_list(lines: Sequence[Line], count: int) -> range:
    """The outlets and headlines around "4 articles on this topic", where nothing but such lines follows."""
    if any(not line.short or _is_prose(line.text) for line in lines[count:]):
        return range(count, count + 1)
    start = count
    while start and count - start < _MAX_OUTLETS and _may_be_outlet(lines[start - 1].text):
        start -= 1
    return range(start, len(lines))


def _may_be_outlet(text: str) -> bool:
    return len(text) <= _MAX_OUTLET and not ends_sentence(text) and text[0] not in BULLETS
