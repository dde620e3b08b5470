"""CSV files that spreadsheets open without harm."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from django.http import HttpResponse

from claims.claimreview import table


def csv_file(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> HttpResponse:
    """A file of that `name`: the columns as its first line, then `rows`, each by column; what a row leaves out is an
    empty cell. UTF-8 with a byte order mark, without which spreadsheets misread it; RFC 4180 otherwise."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(map(safe, columns))
    writer.writerows([safe(row.get(column)) for column in columns] for row in rows)
    answer = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of a table, one after another, for one that is too long to be held whole."""
    table = csv.writer(_Line())
    yield table.writerow(columns)
    for row in rows:
        yield table.writerow(map(safe, row))


class _Line:
    """What csv writes to: gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def safe(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula. Numbers are none, also below zero."""
    if cell is None:
        return ""
    return cell if isinstance(cell, int | float) else table.safe(str(cell))
