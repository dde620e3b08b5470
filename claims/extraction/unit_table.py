"""The units of measurement that prose uses, metric and imperial, under one name each.

Names are English singulars in British spelling ("kilometre per hour", "tonne"). Symbols are case-sensitive, as the SI
has them: MW is not mW, Mb (bits) is not MB (bytes).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """`size` is its size in the smallest unit of its `dimension` here, nought where units do not convert exactly."""

    name: str
    dimension: str
    size: Decimal = Decimal(0)


# dimension | name | size | symbols | further names; sizes from the SI and the International Yard and Pound (1959)
_TABLE = """
length | inch | 0.0254 | in | inches
length | foot | 0.3048 | ft | feet
length | yard | 0.9144 | yd yds |
length | mile | 1609.344 | mi |
length | nautical mile | 1852 | nmi |
length | micron | 0 | |
length | light-year | 0 | ly | light year
mass | pound | 0.45359237 | lb lbs | pound mass
mass | ounce | 0.028349523125 | oz | ounces
mass | ton | 0 | | short ton/long ton
mass | tonne | 1000 | t mt | metric ton/metric tonne
mass | carat | 0 | ct |
mass | dram | 0 | | drachm
mass | microgram | 0.000000001 | mcg |
time | minute | 60 | min mins | min/mins
time | hour | 3600 | h hr hrs | hr/hrs
time | day | 86400 | | days
time | week | 604800 | wk wks |
calendar | month | 1 | mth mths |
calendar | year | 12 | yr yrs |
calendar | decade | 0 | |
calendar | century | 0 | | centuries
area | acre | 0 | ac |
area | hectare | 0 | ha |
volume | gallon | 0 | gal | us gallon
volume | pint | 0 | | us pint
volume | quart | 0 | qt |
volume | fluid ounce | 0 | | fluid ounces/fl oz
volume | cup | 0 | |
volume | tablespoon | 0 | tbsp tbs |
volume | teaspoon | 0 | tsp |
volume | barrel | 0 | bbl |
volume | bushel | 0 | |
volume | cubic centimetre | 0 | cc ccm |
volume | acre-foot | 0 | | acre foot/acre feet
angle | degree | 0 | ° º deg | deg/degrees
angle | radian | 0 | rad |
angle | turn | 0 | |
temperature | celsius | 0 | ℃ C | centigrade/celcius
temperature | fahrenheit | 0 | ℉ F | farenheit
temperature | kelvin | 0 | |
speed | mile per hour | 0 | mph | miles an hour
speed | kilometre per hour | 0 | kph kmph kmh | km an hour
speed | metre per second | 0 | mps |
speed | knot | 0 | kn kt kts |
efficiency | mile per gallon | 0 | mpg |
force | newton-metre | 0 | Nm |
flow | barrel per day | 0 | bpd | barrels daily
frequency | revolution per minute | 0 | rpm |
share | percent | 0 | % pct pc ％ | percentage/per cent/pct
share | percentage point | 0 | | percent point/percentage-point
share | basis point | 0 | bps bp |
share | per mille | 0 | ‰ |
share | part per million | 0 | ppm | parts per million
share | part per billion | 0 | ppb | parts per billion
power | horsepower | 0 | hp bhp |
energy | calorie | 0 | cal |
energy | kilocalorie | 0 | kcal |
pressure | millimetre of mercury | 0 | mmHg |
pressure | psi | 0 | | pound per square inch/pounds per square inch
sound | decibel | 0 | dB |
age | year of age | 0 | yo | year old/years old/years of age/years-old
age | month of age | 0 | | month old/months old/months of age
age | week of age | 0 | | week old/weeks old/weeks of age
age | day of age | 0 | | day old/days old/days of age
money | cent | 0 | ¢ |
money | penny | 0 | p | pence/pennies
money | kopek | 0 | | kopeck
money | paisa | 0 | | paise
money | jiao | 0 | | mao
money | satoshi | 0 | |
"""

# dimension | name | size of the bare unit | symbol | American spelling | prefixes
_PREFIXED = """
length | metre | 1 | m | meter | kilo deci centi milli micro nano pico
mass | gram | 0.001 | g | gramme | kilo milli micro nano
mass | tonne | 0 | t | | mega kilo
time | second | 1 | s | | milli micro nano
volume | litre | 0 | l | liter | hecto deci centi milli micro
power | watt | 0 | W | | kilo mega giga tera milli
energy | watt-hour | 0 | Wh | watt hour | kilo mega giga tera
energy | joule | 0 | J | | kilo mega giga
energy | electronvolt | 0 | eV | electron volt | kilo mega giga tera
frequency | hertz | 0 | Hz | | kilo mega giga tera
voltage | volt | 0 | V | | kilo mega milli
current | ampere | 0 | A | amp | milli
current | milliampere-hour | 0 | mAh | |
pressure | pascal | 0 | Pa | | hecto kilo mega
pressure | bar | 0 | bar | | milli
radiation | sievert | 0 | Sv | | milli micro
radiation | becquerel | 0 | Bq | | kilo mega giga tera
data | bit | 0 | b | | kilo mega giga tera
data | byte | 0 | B | | kilo mega giga tera peta exa
data | pixel | 0 | px | | mega
force | newton | 0 | N | | kilo mega
"""
_PREFIXES = {
    "exa": ("E", 18), "peta": ("P", 15), "tera": ("T", 12), "giga": ("G", 9), "mega": ("M", 6), "kilo": ("k", 3),
    "hecto": ("h", 2), "deci": ("d", -1), "centi": ("c", -2), "milli": ("m", -3), "micro": ("µ", -6),
    "nano": ("n", -9), "pico": ("p", -12),
}  # fmt: skip
_ONLY_PREFIXED = frozenset({"b", "B", "s"})
"""Symbols too short to stand alone: "2b" is two billion, or a flat."""
_WRITTEN = {
    "kms": "kilometre", "kgs": "kilogram", "Km": "kilometre", "KM": "kilometre", "KG": "kilogram", "Kg": "kilogram",
    "mw": "megawatt", "mb": "megabit", "gb": "gigabit", "GW": "gigawatt", "KB": "kilobyte", "kmh": "kilometre per hour",
    "sec": "second", "secs": "second", "L": "litre", "mL": "millilitre", "Mbps": "megabit per second",
    "mbps": "megabit per second", "Gbps": "gigabit per second", "kbps": "kilobit per second", "kts": "knot",
    "Mt": "megatonne", "μg": "microgram", "μm": "micrometre", "um": "micrometre", "sqm": "square metre",
    "sqft": "square foot", "cbm": "cubic metre",
}  # fmt: skip
"""Symbols as they are written more often than they should be, and squares and flows written as one word."""

UNITS: dict[str, Unit] = {}
"""All units by name."""
SYMBOLS: dict[str, str] = {}
"""Symbols, case-sensitive, with the name of the unit they stand for."""
NAMES: dict[str, str] = {}
"""Words in small letters, in singular and plural, joined by single spaces, with the name of the unit they mean."""


def _add(unit: Unit, symbols: Iterable[str], names: Iterable[str]) -> None:
    UNITS.setdefault(unit.name, unit)
    for symbol in symbols:
        SYMBOLS.setdefault(symbol, unit.name)
    for name in (unit.name, *names):
        plain = name.replace("-", " ")
        for form in (plain, f"{plain}s"):
            NAMES.setdefault(form, unit.name)


def _fields(table: str) -> list[list[str]]:
    return [[field.strip() for field in line.split("|")] for line in table.strip().splitlines()]


def _add_plain() -> None:
    for dimension, name, size, symbols, names in _fields(_TABLE):
        _add(Unit(name, dimension, Decimal(size)), symbols.split(), filter(None, names.split("/")))


def _add_prefixed() -> None:
    for dimension, name, size, symbol, spelling, prefixes in _fields(_PREFIXED):
        spellings = [spelling] if spelling else []
        _add(Unit(name, dimension, Decimal(size)), {symbol} - _ONLY_PREFIXED, spellings)
        for prefix in prefixes.split():
            letter, power = _PREFIXES[prefix]
            unit = Unit(prefix + name, dimension, Decimal(size).scaleb(power))
            _add(unit, [letter + symbol], [prefix + word for word in spellings])


def _add_squares_and_cubes() -> None:
    for unit in [unit for unit in UNITS.values() if unit.dimension == "length"]:
        symbols = [symbol for symbol, name in SYMBOLS.items() if name == unit.name]
        words = [*(word for word, name in NAMES.items() if name == unit.name), *symbols]
        for kind, short, dimension, powers in (("square", "sq", "area", "2²"), ("cubic", "cu", "volume", "3³")):
            raised = [symbol + power for symbol in symbols for power in powers]
            names = [f"{form} {word}" for form in (kind, short, f"{short}.") for word in words]
            _add(Unit(f"{kind} {unit.name}", dimension), raised, names)


def _add_written() -> None:
    for symbol, name in _WRITTEN.items():
        SYMBOLS.setdefault(symbol, name)
        UNITS.setdefault(name, Unit(name, "data"))


_add_plain()
_add_prefixed()
_add_squares_and_cubes()
_add_written()
