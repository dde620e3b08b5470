"""Reads records of votes: one JSON object a line, and the voting data that the UN Digital Library gives out as CSV.

Source of the CSV's columns: the General Assembly voting data at https://digitallibrary.un.org/record/4060887, a row for
each member's vote on each text. A tally that is not the sum of its votes, or a sum that is not the membership, is an
error: such a record is refused whole.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

CHOICES = {
    "yes": "yes", "y": "yes", "no": "no", "n": "no", "abstain": "abstain", "a": "abstain", "abstained": "abstain",
    "": "not_voting", "x": "not_voting", "not_voting": "not_voting", "nonvoting": "not_voting",
}  # fmt: skip
BODIES = {"A/": ("UN General Assembly", 193), "S/": ("UN Security Council", 15)}
"""What votes on a text with such a symbol, and how many members it has (the Assembly since 2011)."""
LONGEST_SYMBOL, LONGEST_URL = 100, 600
_UNKEPT = re.compile(r"[\0\ud800-\udfff]")  # NUL and halves of surrogate pairs


class RecordError(ValueError):
    """A record that cannot be right; the message says why."""


@dataclass(frozen=True, slots=True)
class RollCall:
    """How each member, by ISO 3166-1 alpha-3 code, voted on one text."""

    symbol: str
    date: date
    title: str
    url: str
    body: str
    membership: int
    votes: dict[str, str]

    def count(self, choice: str) -> int:
        """How many chose it: yes, no, abstain or not_voting."""
        return sum(vote == choice for vote in self.votes.values())


def read_lines(lines: Iterable[str]) -> Iterator[RollCall | str]:
    """The roll call on each line, or why there is none."""
    for line in lines:
        try:
            row = json.loads(line)
            tally = {choice: int(row[choice]) for choice in ("yes", "no", "abstain", "not_voting")}
            yield _checked(row["symbol"], row["date"], row["title"], row["url"], dict(row["votes"]), tally)
        except RecordError as error:
            yield str(error)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            yield f"This is no roll call: {type(error).__name__} {str(error)[:100]}"


def read_table(lines: Iterable[str]) -> Iterator[RollCall | str]:
    """The roll calls of a table in which the rows of one text stand together."""
    rows = csv.DictReader(lines)
    group: list[dict[str, str]] = []
    try:
        for row in rows:
            if group and row.get("resolution") != group[0].get("resolution"):
                yield _of_rows(group)
                group = []
            group.append(row)
    except csv.Error as error:
        yield f"The table cannot be read: {str(error)[:100]}"
    if group:
        yield _of_rows(group)


def _of_rows(rows: list[dict[str, str]]) -> RollCall | str:
    first = rows[0]
    try:
        names = {"yes": "total_yes", "no": "total_no", "abstain": "total_abstentions", "not_voting": "total_non_voting"}
        tally = {choice: int(first[name] or 0) for choice, name in names.items()}
        votes = {row["ms_code"]: row["ms_vote"] for row in rows}
        if len(votes) < len(rows):
            raise RecordError(f"{first['resolution']}: a member votes twice.")
        return _checked(first["resolution"], first["date"], first["title"], first["undl_link"], votes, tally)
    except RecordError as error:
        return str(error)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        return f"This is no roll call: {type(error).__name__} {str(error)[:100]}"


def _checked(symbol: str, day: str, title: str, url: str, votes: dict[str, str], tally: dict[str, int]) -> RollCall:
    """Raises RecordError where the figures do not fit each other."""
    known = next((body for start, body in BODIES.items() if symbol.startswith(start)), None)
    if known is None or not url.startswith("https://"):
        raise RecordError(f"{symbol[:60]!a}: neither the Assembly nor the Council, or without an address.")
    if len(symbol) > LONGEST_SYMBOL or len(url) > LONGEST_URL:
        raise RecordError(f"{symbol[:60]!a}: the symbol or the address is too long.")
    if _UNKEPT.search("".join((symbol, title, url, *votes))):
        raise RecordError(f"{symbol[:60]!a}: there are characters in it that no database keeps.")
    unknown = {vote for vote in votes.values() if vote.strip().lower() not in CHOICES}
    if unknown:
        raise RecordError(f"{symbol}: there is no vote called {min(unknown)[:30]}.")
    chosen = {state: CHOICES[vote.strip().lower()] for state, vote in votes.items()}
    call = RollCall(symbol, date.fromisoformat(day), title, url, *known, chosen)
    for choice, said in tally.items():
        if call.count(choice) != said:
            raise RecordError(f"{symbol}: the tally says {said} for {choice}, the votes say {call.count(choice)}.")
    if len(chosen) != call.membership:
        raise RecordError(f"{symbol}: {len(chosen)} votes, but {call.membership} members.")
    return call
