"""Currencies as ISO 4217 codes: the signs, codes and words that stand before or after a number.

The names of the standard ("Swiss franc") come from pycountry; here are the everyday ones, the signs, and the currencies
that the euro replaced, which older reports still count in.
"""

import re
from decimal import Decimal

import pycountry

SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "元": "CNY", "₹": "INR", "₽": "RUB", "₴": "UAH",
    "₩": "KRW", "₺": "TRY", "₪": "ILS", "₡": "CRC", "₦": "NGN", "₫": "VND", "₱": "PHP", "₲": "PYG", "₸": "KZT",
    "₮": "MNT", "₵": "GHS", "₼": "AZN", "₾": "GEL", "₭": "LAK", "฿": "THB", "៛": "KHR", "₿": "BTC", "ரூ": "LKR",
    "zł": "PLN", "Kč": "CZK", "円": "JPY", "원": "KRW", "₨": "INR", "﷼": "IRR",
}  # fmt: skip
_DOLLARS = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "cdn": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
    "r": "BRL", "mx": "MXN", "mex": "MXN", "nt": "TWD", "j": "JMD", "z": "ZWG", "usd": "USD", "aud": "AUD",
    "cad": "CAD", "nzd": "NZD", "hkd": "HKD", "sgd": "SGD", "mxn": "MXN", "twd": "TWD",
}  # fmt: skip
_LISTED = {
    currency.name.casefold(): currency.alpha_3
    for currency in pycountry.currencies
    if not currency.alpha_3.startswith("X") or currency.alpha_3 in {"XAF", "XCD", "XCG", "XOF", "XPF"}
}
"""Names of the standard; its other codes in X are for gold, silver and tests."""
CODES = frozenset(_LISTED.values()) | {
    "BTC", "ETH", "DEM", "FRF", "ITL", "ESP", "FIM", "NLG", "GRD", "ATS", "IEP", "PTE", "BEF", "BGN", "RMB",
}  # fmt: skip
_ENGLISH = frozenset({"ALL", "TOP", "CUP", "MOP", "SOS", "BAM", "PEN", "COP", "MAD"})
"""Codes that a line in capitals spells as words."""

_EVERYDAY = {
    "USD": "dollar/us dollar/united states dollar/american dollar/u.s. dollar/greenback/buck",
    "GBP": "pound sterling/sterling/british pound/uk pound/quid",
    "EUR": "euro", "JPY": "yen/japanese yen", "CNY": "yuan/renminbi/chinese yuan/kuai", "INR": "rupee/rs",
    "LKR": "sri lankan rupee", "PKR": "pakistani rupee", "RUB": "rouble/ruble/russian rouble",
    "UAH": "ukrainian hryvnia",
    "CHF": "franc", "FRF": "french franc", "BEF": "belgian franc", "KRW": "won/south korean won/korean won",
    "TRY": "lira", "ITL": "lire/italian lira/italian lire", "ILS": "shekel/israeli shekel/new shekel",
    "MXN": "peso", "BRL": "real/reais/brazilian reais", "ZAR": "rand/south african rand",
    "SEK": "krona/kronor/swedish kronor/swedish crown",
    "DKK": "danish kroner/danish crown", "NOK": "krone/kroner/norwegian kroner/norwegian crown",
    "CZK": "koruna/czech crown", "PLN": "zloty/zlotys/polish zloty", "HUF": "forint/hungarian forint",
    "IDR": "indonesian rupiah",
    "MYR": "ringgit", "SGD": "singaporean dollar", "TWD": "taiwan dollar/taiwanese dollar", "PHP": "philippine peso",
    "IRR": "rial", "SAR": "riyal/saudi riyal", "AED": "dirham/emirati dirham", "KES": "shilling",
    "NGN": "nigerian naira",
    "GHS": "cedi", "THB": "thai baht", "VND": "vietnamese dong", "BGN": "lev/leva", "RON": "leu/lei/romanian lei",
    "KWD": "dinar", "GEL": "georgian lari", "KZT": "kazakh tenge", "AZN": "manat", "BDT": "bangladeshi taka",
    "ETB": "birr", "PEN": "sol/peruvian sol", "BTC": "bitcoin/btc", "ETH": "ether",
    "CRC": "colon/colón/costa rican colón",
    "DEM": "marks/deutsche mark/deutschmark/german mark", "FIM": "markka/finnish markka/finnmark", "ESP": "peseta",
    "NLG": "guilder/dutch guilder/netherlands guilder", "GRD": "drachma/greek drachma", "PTE": "escudo",
    "ATS": "austrian schilling", "IEP": "irish punt/irish pound", "XOF": "cfa franc",
}  # fmt: skip
SUBUNITS = {"cent": "0.01", "penny": "0.01", "kopek": "0.01", "paisa": "0.01", "jiao": "0.1"}
"""Small coins as parts of their currency: "13 dollars and 45 cents" is one amount."""


def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    everyday = {name: code for code, names in _EVERYDAY.items() for name in names.split("/")}
    for name, code in (_LISTED | everyday).items():
        names.setdefault(name, code)
        if not name.endswith("s"):
            names.setdefault(f"{name}s", code)
    return names


NAMES = _names()
"""Words in small letters, in singular and plural, with the currency they mean."""

_LETTERS = "|".join(sorted(_DOLLARS, key=len, reverse=True))
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![^\W\d_])(?<!['’])(?P<of>(?i:(?:u\.s\.|{_LETTERS})(?:(?<!\ba)(?<!\bs)\s)?))?\$\s?)$"
    rf"|(?P<sign>{'|'.join(re.escape(sign) for sign in SIGNS if sign != '$')})\s?$"
)
_CODE_BEFORE = re.compile(r"(?<!\w)(?<!\d\s)(?P<scale>[KMB])?(?P<code>[A-Z]{3})\s?$")
_SHORT = {"Rs": "INR", "DM": "DEM", "SFr": "CHF", "FFr": "FRF", "Tk": "BDT", "Rp": "IDR", "RM": "MYR", "Ksh": "KES"}
_SHORT_BEFORE = re.compile(rf"(?<!\w)(?P<short>{'|'.join(_SHORT)})\.?\s?$")
_SHORT_ENDS = frozenset({*(short[-1] for short in _SHORT), "."})
_LAST = frozenset(sign[-1] for sign in SIGNS)
_LETTER_SCALES = {"K": Decimal(10**3), "M": Decimal(10**6), "B": Decimal(10**9)}
REACH = 10
"""Characters before a number within which its sign or code stands."""


def before(text: str, start: int) -> tuple[int, str, Decimal] | None:
    """Start, currency and factor of the sign or code just before a number: "HK$ ", "USD ", "MAUD " (in millions)."""
    last = text[start - 1 : start] if text[start - 1 : start] != " " else text[max(0, start - 2) : start - 1]
    if last in _LAST:
        match = _SIGN_BEFORE.search(text, max(0, start - REACH), start)
        if match:
            of = (match["of"] or "us").strip().casefold().replace(".", "")
            return match.start(), SIGNS[match["sign"]] if match["sign"] else _DOLLARS[of], Decimal(1)
    if last.isupper():
        match = _CODE_BEFORE.search(text, max(0, start - REACH), start)
        if match and match["code"] in CODES - _ENGLISH:
            return match.start(), _iso(match["code"]), _LETTER_SCALES.get(match["scale"] or "", Decimal(1))
    if last in _SHORT_ENDS:
        match = _SHORT_BEFORE.search(text, max(0, start - REACH), start)
        if match:
            return match.start(), _SHORT[match["short"]], Decimal(1)
    return None


def coded(word: str) -> tuple[str, Decimal] | None:
    """Currency and factor of a code after a number: "EUR", "MEUR" (in millions); None for other words."""
    if word in SIGNS:
        return SIGNS[word], Decimal(1)
    if word in CODES - _ENGLISH:
        return _iso(word), Decimal(1)
    if len(word) == 4 and word[0] in _LETTER_SCALES and word[1:] in CODES - _ENGLISH:
        return _iso(word[1:]), _LETTER_SCALES[word[0]]
    return None


def _iso(code: str) -> str:
    return "CNY" if code == "RMB" else code
