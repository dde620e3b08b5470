"""Every figure that stands in a text."""

import time

import pytest

from claims.extraction.printed import printed_figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("93 votes in favour, eight against", [93, 8]),
        ("won 93-8 with 10–0–5", [93, 8, 10, 0, 5]),
        ("26 tanks out of 31", [26, 31]),
        ("between 62 and 70 per cent", [62]),
        ("£3bn", [3_000_000_000]),
        ("on 24 February 2025 at 14:30, in resolution ES-11/8 (2025), since 2021-22", []),
        ("killed 2014 people", [2014]),
        ("Il y avait 93 votes pour", [93]),
        ("", []),
    ],
)
def test_figures(text: str, expected: list[int]) -> None:
    found = printed_figures(text)
    assert [figure.value for figure in found] == expected
    assert all(0 <= figure.start < figure.end <= len(text) for figure in found)


def test_a_long_text_is_read_in_linear_time() -> None:
    def seconds(copies: int) -> float:
        text = "It was 93-8-73, of 193 members, on 24 February 2025. " * copies
        start = time.perf_counter()
        printed_figures(text)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(800) < 25 * max(seconds(100), 0.02)
