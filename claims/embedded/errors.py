"""What goes wrong with the embedded database, in one sentence for the person at the keyboard."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.utils import OperationalError


class EmbeddedDatabaseError(OperationalError):
    """The embedded database cannot be used; the message says why and what helps."""


def failure(directory: Path, problem: str, output: str) -> EmbeddedDatabaseError:
    """The error for a `problem` with PostgreSQL's programs in `directory`, from what they printed."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return EmbeddedDatabaseError(_disk_full(directory))
    tail = "\n".join(output.strip().splitlines()[-10:])
    return EmbeddedDatabaseError(f"The database in {directory} {problem}. PostgreSQL said:\n{tail or '(nothing)'}")


@contextmanager
def explained(directory: Path) -> Iterator[None]:
    """Turn an OSError raised while handling `directory` into an EmbeddedDatabaseError."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise EmbeddedDatabaseError(_disk_full(directory)) from error
        raise EmbeddedDatabaseError(f"The database in {directory} cannot be used: {error}.") from error


def _disk_full(directory: Path) -> str:
    return f"The disk that holds the database in {directory} is full: free some space and try again."
