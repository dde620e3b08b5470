"""What goes wrong with the embedded database, in one sentence for the person at the keyboard."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.utils import OperationalError

DISK_FULL = (os.strerror(errno.ENOSPC), os.strerror(errno.EDQUOT))


class EmbeddedDatabaseError(OperationalError):
    """The embedded database cannot be used; the message says why and what helps."""


def failure(directory: Path, problem: str, output: str) -> EmbeddedDatabaseError:
    """The error for a `problem` with PostgreSQL's programs in `directory`, from what they printed."""
    tail = "\n".join(output.strip().splitlines()[-10:]) or "(nothing)"
    return _disk_full(directory, output) or EmbeddedDatabaseError(
        f"The database in {directory} {problem}. PostgreSQL said:\n{tail}"
    )


@contextmanager
def explained(directory: Path) -> Iterator[None]:
    """Turn an OSError raised while handling `directory` into an EmbeddedDatabaseError."""
    try:
        yield
    except OSError as error:
        reason = error.args[0][0][2] if isinstance(error, shutil.Error) else error  # the first of many files not copied
        raise _disk_full(directory, str(reason)) or EmbeddedDatabaseError(
            f"The database in {directory} cannot be used: {reason}."
        ) from error


def _disk_full(directory: Path, text: str) -> EmbeddedDatabaseError | None:
    if any(reason in text for reason in DISK_FULL):
        return EmbeddedDatabaseError(
            f"The disk that holds the database in {directory} is full: free some space and try again."
        )
    return None
