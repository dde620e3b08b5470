"""Ratings of every desk on one line from 1, false, to 5, true: the scale of Google's fact-check guide.

What a desk calls a rating is kept as it stands; this says only where it lies, so that two desks can be compared. The
rules are careful: what they do not know, and what is no place on the line (unproven, satire, outdated), has no number.

1. Words go before numbers, because some desks count the other way round: "False" with 5 of 5 is false.
2. The words are looked for whole, then in the first clause ("False. The minister …"), after the last dash ("The cat
   that barked – Fiction") and after "we rate this claim". True, but … is mostly true; false, but … is mostly false.
3. Several ratings in one ("Truth & Fiction") are the middle where they are at different ends; with one among them that
   is no place on the line, they are none.
4. A number counts where it lies between the worst and the best, with the best above the worst.
"""

import re
import unicodedata
from functools import lru_cache
from math import isfinite

FALSE, MOSTLY_FALSE, HALF, MOSTLY_TRUE, TRUE = 1, 2, 3, 4, 5

_WORDS = {
    TRUE: """
        true|correct|accurate|truth|fact|verified|confirmed|right|that's correct|that's right|that is correct|
        this is correct|this is true|correct overall|overall this is correct|in the green|geppetto checkmark|
        no baloney|vrai|exact|c'est vrai|verdadero|cierto|verdad|correcto|verdadeiro|verdade|correto|wahr|
        richtig|stimmt|vero|corretto|waar|juist|klopt|sant|sann|riktig|korrekt|totta|prawda|pravda|pravdivy|
        igaz|adevarat|dogru|benar|правда|вірно|верно|αληθες|सच|सही|সত্য|صحيح|حقيقي|درست|事実|正確|正确|사실
    """,
    MOSTLY_TRUE: """
        mostly true|mostly correct|mostly accurate|mostly truth|largely true|largely accurate|largely correct|
        broadly accurate|broadly correct|roughly correct|probably true|probably truth|generally accurate|
        mainly true|partly accurate|a little baloney|1 pinocchio|one pinocchio|plutot vrai|
        en grande partie vrai|presque vrai|mayormente cierto|mayormente verdadero|casi cierto|verdadeiro mas|
        grosstenteils richtig|grosstenteils wahr|uberwiegend richtig|in gran parte vero|quasi vero|
        grotendeels waar|delvis sant|mestadels sant|sebagian benar
    """,
    HALF: """
        half true|half truth|half right|mixture|mixed|partly true|partially true|partially correct|
        partly correct|partly fact|true false|truth and fiction|in between|some baloney|2 pinocchios|
        two pinocchios|half flip|a moitie vrai|mi vrai mi faux|en partie vrai|partiellement vrai|
        medias verdades|verdad a medias|media verdad|meia verdade|parcialmente verdadeiro|exagerado|exaggerated|
        exaggerates|impreciso|inexact|imprecis|halbwahr|teilweise richtig|teils richtig|parzialmente vero|
        mezza verita|gedeeltelijk waar|halvsant|polprawda|полуправда|напівправда|karma|understated|subestimado
    """,
    MOSTLY_FALSE: """
        mostly false|mostly incorrect|mostly fiction|largely false|largely incorrect|partly false|
        partially false|mainly false|probably false|misleading|misleads|distorts|distorts the facts|distorted|
        spins|spins the facts|twists the facts|cherry picks|not the whole story|a stretch|a lot of baloney|
        3 pinocchios|three pinocchios|not quite right|this is misleading|the claim is misleading|plutot faux|
        trompeur|en grande partie faux|partiellement faux|enganoso|mayormente falso|parcialmente falso|
        enganador|distorcido|irrefuhrend|teilweise falsch|grosstenteils falsch|uberwiegend falsch|fuorviante|
        parzialmente falso|misleidend|gedeeltelijk onwaar|villedende|vilseledande|manipulacja|yaniltici|
        menyesatkan|манипуляция|маніпуляція|भ्रामक|বিভ্রান্তিকর|مضلل
    """,
    FALSE: """
        false|incorrect|inaccurate|wrong|untrue|not true|fiction|fake|fake news|hoax|bogus|bogus warning|
        pants on fire|pants on fire!|ridiculously wrong|in the red|full of baloney|4 pinocchios|four pinocchios|
        fabricated|debunked|no|this is wrong|this is false|this is incorrect|this isn't correct|
        this is not correct|that's wrong|scam|full flop|farcical|faux|c'est faux|infox|mensonge|falso|falsa|
        bulo|mentira|falsch|unwahr|falso!|bufala|onwaar|onjuist|niet waar|falskt|usant|feil|valetta|falsz|
        nepravda|hazugsag|fals|yanlis|salah|hoaks|ложь|неправда|фейк|брехня|ψευδες|गलत|झूठ|फर्जी|মিথ্যা|زائف|
        كاذب|خطأ|نادرست|虚偽|誤り|错误|거짓
    """,
    None: """
        unproven|unproved|unverified|unverifiable|unsubstantiated|unsupported|unobservable|undetermined|
        inconclusive|no evidence|noevidence|this lacks evidence|disputed|in dispute|pending|
        investigation pending|pending investigation|under investigation|research in progress|satire|
        satirical reports|parody|joke|opinion|commentary|legend|lost legend|outdated|miscaptioned|misattributed|
        correct attribution|incorrect attribution|inaccurate attribution|virus|phishing|authorship confirmed|
        confirmed authorship|needs context|lacks context|missing context|out of context|sem contexto|
        sans contexte|contexte manquant|fuera de contexto|falta contexto|non prouve|infonde|satira|satire!|
        insustentavel|impossivel provar|discutivel|unbelegt|fehlender kontext|unbewiesen|onbewezen|
        senza contesto|resolved|withholding judgement
    """,
}  # fmt: skip
_PLACES: dict[str, int | None] = {
    " ".join(word.split()): place for place, words in _WORDS.items() for word in words.split("|")
}
_LEAD = re.compile(r"^(?:our )?(?:verdict|conclusion|determination|rating|fazit|factscan score|claim|result)\s*:\s*")
_RATED = re.compile(
    r"\brat(?:e|ed|es)\b[^.:]{0,80}?\b(?P<words>(?:mostly|half)[ -]?(?:true|false)|true|false|misleading|unproven)\b"
)
_BUT = re.compile(r"^\W*(?:but|however|though|mas|mais|pero|aber|ma)\b")
_SPLIT = re.compile(r"\s*(?:&|,|;|!|\+|\band\b|\be\b|\by\b|\bet\b|\bund\b)\s*")


def place(
    name: str, *, value: float | None = None, worst: float | None = None, best: float | None = None
) -> int | None:
    """Where the rating called `name` lies, 1 to 5; None for one that is no place on the line, or that nobody knows.
    `value` is its number on a scale from `worst` to `best`, which are 1 and 5 where the desk does not say."""
    known, found = _of_words(name)
    if known:
        return found
    lowest, highest = 1 if worst is None else worst, 5 if best is None else best
    if value is None or not lowest < highest or not lowest <= value <= highest or not isfinite(highest - lowest):
        return None
    return round(FALSE + (TRUE - FALSE) * (value - lowest) / (highest - lowest))


@lru_cache(maxsize=20_000)
def _of_words(name: str) -> tuple[bool, int | None]:
    """Whether the words are known, and the place that they name."""
    text = _LEAD.sub("", _fold(name))
    if text in _PLACES:
        return True, _PLACES[text]
    if match := _RATED.search(text):
        return True, _PLACES[_fold(match["words"])]
    if len(text) <= 80:
        parts = [part for part in _SPLIT.split(text) if part]
        if len(parts) > 1 and all(part in _PLACES for part in parts):
            return True, _together([_PLACES[part] for part in parts])
        last = re.split(r"\s*[–—]\s*", text)[-1]
        if last != text:
            return _of_words(last)
    return _of_first_clause(text)


def _of_first_clause(text: str) -> tuple[bool, int | None]:
    clause = re.match(r"[^.;:,!?]+", text)
    if clause is None:
        return False, None
    head, _, rest = clause[0].strip().partition(" but ")
    found = _PLACES.get(head, 0)
    if found == 0:
        return False, None
    if rest or _BUT.match(text[clause.end() :]):
        return True, {TRUE: MOSTLY_TRUE, FALSE: MOSTLY_FALSE}.get(found or 0, found)
    return True, found


def _together(places: list[int | None]) -> int | None:
    numbers = [each for each in places if each is not None]
    if len(numbers) < len(places):
        return None
    return numbers[0] if len(set(numbers)) == 1 else HALF if min(numbers) < HALF < max(numbers) else min(numbers)


def _fold(text: str) -> str:
    """Case, accents of Latin letters, underscores, hyphens and what stands around the words go."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("’", "'").replace("pinnochio", "pinocchio")
    if text.isascii() or any("a" <= letter <= "z" for letter in text):
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    else:
        text = unicodedata.normalize("NFKC", text)
    text = " ".join(re.sub(r"(?<=\w)[-_/](?=\w)|[_*\"“”]", " ", text).split())
    return text.strip(" .!?…'-")
