"""Entries for reference managers."""

from datetime import date

from claims.citations import bibtex


def test_an_entry_keeps_names_and_capitals_and_escapes_what_tex_would_read() -> None:
    assert bibtex(
        key="crosscheck-claim-7",
        author="Desk & Sons",
        title="93% of {all} said $5_000 # \\ ~ ^",
        url="https://desk.example.org/claims/7-a_b%20c/",
        published=date(2026, 11, 22),
    ).splitlines() == [
        "@online{crosscheck-claim-7,",
        r"  author = {{Desk \& Sons}},",
        r"  title = {{93\% of \{all\} said \$5\_000 \# \textbackslash{} \textasciitilde{} \textasciicircum{}}},",
        "  year = {2026},",
        "  date = {2026-11-22},",
        "  url = {https://desk.example.org/claims/7-a_b%20c/}",
        "}",
    ]


def test_what_is_not_dated_has_no_date() -> None:
    entry = bibtex(key="a b", author="Crosscheck", title="T", url="https://x.example/", published=None)
    assert entry.startswith("@online{a-b,")
    assert "year" not in entry
