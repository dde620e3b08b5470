"""Tokenised corpora are put back as people write."""

import pytest

from claims.evaluation.tokenised import untokenised


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("He did n't see the ship 's crew .", "He didn't see the ship's crew."),
        ("The mayor ( 52 ) paid $ 3 . 5 million , he said .", "The mayor (52) paid $3.5 million, he said."),
        ("`` We won , '' she said -LRB- on Monday -RRB- .", "“We won,” she said (on Monday)."),
        ("a 34 - year - old from Leeds", "a 34-year-old from Leeds"),
        ("at 1 : 30 a . m . on Friday", "at 1:30 a.m. on Friday"),
        ("“It's 7.5%, not 8,000 - well, nearly,” he said.", "“It's 7.5%, not 8,000 - well, nearly,” he said."),
    ],
)
def test_signs_join_the_words_they_belong_to(cut: str, whole: str) -> None:
    assert untokenised(cut) == whole


def test_a_long_run_of_signs_takes_linear_time() -> None:
    assert untokenised("- " * 50_000 + "5 ." + " " * 50_000)
