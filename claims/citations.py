"""How a page of ours is cited: for people, and for their reference managers."""

import re
from collections.abc import Mapping
from datetime import date

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(*, key: str, author: str, title: str, url: str, published: date | None) -> str:
    """An entry for BibTeX and BibLaTeX. The outer braces keep names and capitals as they are; the address is left as it
    is, since `url` is read verbatim."""
    fields: Mapping[str, str] = {
        "author": f"{{{author.translate(_SPECIAL)}}}",
        "title": f"{{{title.translate(_SPECIAL)}}}",
        "year": str(published.year) if published else "",
        "date": published.isoformat() if published else "",
        "url": url,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{re.sub(r'[^A-Za-z0-9-]+', '-', key)},\n{body}\n}}"
