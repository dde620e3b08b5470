"""The section on what is not known is shown apart from the rest of a verdict's text."""

import pytest

from claims.texts.sections import without_unknowns

BODY = (
    "## What is right\nThe vote was held.\n\n## {}\nWho counted.\n\n### And\nwhen.\n\n## Why it matters\nIt is law.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "What we do not know",
        "What we don’t know",
        "What is not known?",
        "What remains unclear",
        "Ce que nous ne savons pas",
        "Ce que l’on ignore encore",
    ],
)
def test_the_section_is_cut_out_with_what_stands_below_it(title: str) -> None:
    rest, unknown = without_unknowns(BODY.format(title))
    assert rest == "## What is right\nThe vote was held.\n\n## Why it matters\nIt is law."
    assert unknown == "Who counted.\n\n### And\nwhen."


@pytest.mark.parametrize("title", ["What we know", "What was said", "Why we do not know better of it than before"])
def test_other_sections_stay(title: str) -> None:
    assert without_unknowns(BODY.format(title)) == (BODY.format(title), "")


def test_the_last_section_and_one_underlined() -> None:
    assert without_unknowns("So.\n\nWhat we do not know\n---\nMuch.") == ("So.", "Much.")


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\f", "\x1e", "\r\n", "\r"])
def test_only_what_ends_a_line_of_markdown_counts(mark: str) -> None:
    rest, unknown = without_unknowns(f"So{mark}it is.\n\n# What we do not know\nMuch.\n\n# Then\nEnd.")
    assert (rest.split()[-3:], unknown) == (["#", "Then", "End."], "Much.")
    assert "# What" not in rest


def test_words_in_code_or_in_a_quotation_are_no_heading() -> None:
    for body in ("```\n# What we do not know\n```\nx", "> # What we do not know\n> x", ""):
        assert without_unknowns(body) == (body, "")
