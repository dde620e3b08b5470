"""The embedded database as its users see it: one server for all processes, started by the first, stopped by the last.

Every process that uses it holds a shared lock on users.lock. Starting and stopping happen under the exclusive lock of
the home. A process that ends lets go of its share, then stops the server if nobody else has one; as a newcomer takes
its share under the same exclusive lock, none can slip in between. The kernel lets go for a process that was killed: its
server stays, and the next process finds it. A forked child inherits its parent's share, which counts until both end.
"""

import atexit
import fcntl
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from claims.embedded.account import account_for
from claims.embedded.errors import explained
from claims.embedded.home import LOCK, find_home, fingerprint, make_directory, make_file
from claims.embedded.locks import exclusive, is_held
from claims.embedded.programs import programs_for
from claims.embedded.server import DATABASE, PORT, ROLE, Server

# Held while a server is started or stopped. A fork waits for it, so that no child inherits a lock half-way.
_mutex = threading.RLock()
os.register_at_fork(before=_mutex.acquire, after_in_parent=_mutex.release, after_in_child=_mutex.release)


def database_settings(data_dir: Path, *, durable: bool = True) -> dict[str, Any]:
    """An entry of Django's DATABASES for the embedded database in `data_dir`. Nothing is created or started yet.

    `durable=False` is for tests: a database of its own beside the durable one, fast and lost if the machine crashes.
    """
    data_dir = data_dir.expanduser().resolve()
    return {
        "ENGINE": "claims.embedded",
        "NAME": DATABASE,
        "USER": ROLE,
        "HOST": str(socket_directory(data_dir, durable=durable)),
        "PORT": str(PORT),
        "DATA_DIR": str(data_dir),
        "DURABLE": durable,
        # Compiling a query costs more than our short queries save by it.
        "OPTIONS": {"options": "-c jit=off"},
    }


def socket_directory(data_dir: Path, *, durable: bool) -> Path:
    """The folder of the server's socket, for whose path macOS allows 103 bytes: too few for `data_dir` or TMPDIR."""
    return Path("/tmp", f"crosscheck-{fingerprint(data_dir / _kind(durable=durable))}")  # noqa: S108 - ownership is checked


def ensure_running(data_dir: Path, *, durable: bool) -> None:
    """Make sure that the server of `data_dir` takes connections, and count this process among its users until it ends.

    Cheap when it does run, so call it before every connection: a server that was killed is started again.
    Raises EmbeddedDatabaseError with a sentence for the person if that is not possible.
    """
    with _mutex:
        share = _shares.get((data_dir, durable))
        if share is None:
            share = _shares[data_dir, durable] = _Share(data_dir, durable=durable)
            _end_normally_on_signals()
        share.ensure_running()


class _Share:
    """This process's share in one server."""

    def __init__(self, data_dir: Path, *, durable: bool) -> None:
        self._data_dir = data_dir
        self._durable = durable
        self._descriptor: int | None = None
        self._server: Server | None = None

    def ensure_running(self) -> None:
        if self._server and self._server.is_ready():
            return
        with explained(self._data_dir):
            home = find_home(self._data_dir)
            with exclusive(home / LOCK):
                self._server = self._join(home)
                if not self._server.settle():
                    account = account_for(home)
                    self._server.start(account, programs_for(account, home), durable=self._durable)

    def _join(self, home: Path) -> Server:
        """Take a share, afresh even if we have one: the folder may have been removed and made again since."""
        directory = home / _kind(durable=self._durable)
        make_directory(directory)
        descriptor = make_file(directory / "users.lock")
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = descriptor
        return Server(directory, socket_directory(self._data_dir, durable=self._durable))

    def leave(self) -> None:
        """Give the share back and stop the server if it was the last."""
        if self._descriptor is None or self._server is None:
            return
        os.close(self._descriptor)
        self._descriptor = None
        directory = self._server.directory
        # Once its files are gone, a server stops by itself.
        with explained(directory), suppress(FileNotFoundError), exclusive(directory.parent / LOCK):
            if not is_held(directory / "users.lock"):
                self._server.stop()


_shares: dict[tuple[Path, bool], _Share] = {}


@atexit.register
def leave_all() -> None:
    """Give back all shares of this process, and stop the servers that nobody else uses. Runs when the process ends."""
    with _mutex:
        while _shares:
            _shares.popitem()[1].leave()


def _kind(*, durable: bool) -> str:
    return "durable" if durable else "tests"


def _end_normally_on_signals() -> None:
    """Let SIGTERM and SIGHUP end the process the normal way, where they would cut it off and leave the server."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, _exit)


def _exit(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
