"""File locks (flock), which the kernel lets go of when their holder dies, by kill -9 too.

A lock belongs to the opened file and is shared by every process that inherited it, so it is held until the last of them
has closed it; only LOCK_UN takes it from all of them at once.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.embedded.home import make_file


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait for the lock at `path` and hold it alone."""
    descriptor = make_file(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # closing would not do if another thread has forked meanwhile
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Whether any process holds the lock at `path`, shared or not."""
    descriptor = make_file(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        return False
    finally:
        os.close(descriptor)
