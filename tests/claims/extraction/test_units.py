"""Units of measurement and currencies, each under one name."""

from decimal import Decimal

import pytest

from claims.extraction import currencies
from claims.extraction.figures import figures
from claims.extraction.unit_table import NAMES, SYMBOLS, UNITS
from claims.extraction.units import is_unit, kilometres, read_unit, unit_named


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5km", "kilometre"),
        ("5 kilometers", "kilometre"),
        ("5 (km)", "kilometre"),
        ("a 5-kilometre run", "kilometre"),
        ("660 square meters", "square metre"),
        ("660 sq. ft.", "square foot"),
        ("5 m/s", "metre per second"),
        ("24703m2", "square metre"),
        ("5 cubic feet", "cubic foot"),
        ("100t", "tonne"),
        ("16,000 metric tons", "tonne"),
        ("200lbs", "pound"),
        ("120 μg", "microgram"),
        ("10 km/h", "kilometre per hour"),
        ("10 kilometres an hour", "kilometre per hour"),
        ("120 mph", "mile per hour"),
        ("37.8 microgrammes per gramme", "microgram per gram"),
        ("650 MW", "megawatt"),
        ("100 MB", "megabyte"),
        ("100 Mbps", "megabit per second"),
        ("40 deg celsius", "celsius"),
        ("6 degrees c", "celsius"),
        ("100° Celsius", "celsius"),
        ("20°C", "celsius"),
        ("98.6 degrees Fahrenheit", "fahrenheit"),
        ("turn 45 degrees", "degree"),
        ("5 per cent", "percent"),
        ("5%", "percent"),
        ("two percentage points", "percentage point"),
        ("25 basis points", "basis point"),
        ("90-minute", "minute"),
        ("29 years old", "year of age"),
        ("the 43-year-old", "year of age"),
        ("6 weeks of age", "week of age"),
        ("50 barrels a day", "barrel per day"),
        ("4,000 bpd", "barrel per day"),
        ("26 tanks", ""),
        ("the 2 second-half goals", ""),
        ("5 in 2020", ""),
        ("5 a day", ""),
        ("5 t-shirts", ""),
    ],
)
def test_units_have_one_name(text: str, unit: str) -> None:
    assert [figure.unit for figure in figures(text, []) if figure.value != 2020] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$5", "USD"),
        ("US$5", "USD"),
        ("a $5 coin", "USD"),
        ("the country's $5", "USD"),
        ("A$5", "AUD"),
        ("c $ 5", "CAD"),
        ("hk $ 5", "HKD"),
        ("mxn$5", "MXN"),
        ("€5", "EUR"),
        ("5 €", "EUR"),
        ("100元", "CNY"),
        ("100 ரூ", "LKR"),
        ("GBP 350", "GBP"),
        ("Rs. 500 crore", "INR"),
        ("DM 500 million", "DEM"),
        ("115.5USD", "USD"),
        ("120 MEUR", "EUR"),
        ("420 million Finnish markka", "FIM"),
        ("10,000 Swiss francs", "CHF"),
        ("10,000 francs", "CHF"),
        ("50 New Zealand dollars", "NZD"),
        ("34 cents", "cent"),
        ("197 pence", "penny"),
        ("$70-a-share", "USD per share"),
        ("$78 a barrel", "USD per barrel"),
        ("C$1.34 per share", "CAD per share"),
        ("$9bn a year earlier", "USD"),
        ("5,000 won", "KRW"),
        ("the 5 won again", ""),
        ("1.85 marks", "DEM"),
        ("top marks, 5 marks", ""),
        ("passed the 100,000 mark", ""),
        ("ALL 5 answers", ""),
        ("5 gold medals", ""),
    ],
)
def test_currencies_have_their_code(text: str, unit: str) -> None:
    assert [figure.unit for figure in figures(text, [])] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He paid 500 pounds", "GBP"),
        ("a profit of 361 million pounds", "GBP"),
        ("a 500-pound bomb", "pound"),
        ("She lost 25 pounds in a year", "pound"),
        ("40 pounds of cocaine", "pound"),
    ],
)
def test_pounds_are_money_or_weight_by_the_words_around(text: str, unit: str) -> None:
    assert [figure.unit for figure in figures(text, [])][:1] == [unit]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("metric tons", "tonne"),
        ("$", "USD"),
        ("Canadian dollar per share", "CAD per share"),
        ("degree Celsius", "celsius"),
        ("percentage", "percent"),
        ("Fighter jet", "fighter jet"),
        ("", ""),
    ],
)
def test_a_unit_by_its_name(phrase: str, name: str) -> None:
    assert unit_named(phrase) == name


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("mile", 52, 84),
        ("mile", 900, 1400),
        ("kilometre", 52, 52),
        ("metre", 400, "0.4"),
        ("foot", 0, 0),
        ("hour", 2, None),
        ("", 2, None),
    ],
)
def test_lengths_in_kilometres(name: str, value: int, expected: str | int | None) -> None:
    assert kilometres(name, Decimal(value)) == (None if expected is None else Decimal(expected))


def test_every_currency_that_is_named_has_a_known_code() -> None:
    assert {*currencies.NAMES.values(), *currencies.SIGNS.values()} <= currencies.CODES


def test_the_table_is_consistent() -> None:
    assert set(SYMBOLS.values()) | set(NAMES.values()) <= UNITS.keys()
    assert all(is_unit(name) for name in UNITS)
    assert all(name == unit.name for name, unit in UNITS.items())


@pytest.mark.parametrize("name", sorted(UNITS))
def test_every_unit_is_read_by_its_own_name(name: str) -> None:
    found = read_unit(f"1 {name}", 1, Decimal(1))
    assert found is not None
    assert (found.unit, found.end) == (name, len(name) + 2)


@pytest.mark.parametrize("symbol", sorted(SYMBOLS))
def test_every_symbol_is_read_at_the_number(symbol: str) -> None:
    found = read_unit(f"5{symbol}", 1, Decimal(5))
    assert found is not None
    assert (found.unit, found.end) == (SYMBOLS[symbol], len(symbol) + 1)
