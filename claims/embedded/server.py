"""One embedded PostgreSQL server: its files, its start and its stop.

Whether it runs is told by a lock that the server itself holds: it inherits an opened, locked file, and so do its
children. A lock, unlike the process id in postmaster.pid, cannot be stale or belong to a stranger, and it is let go of
only when the last process of a killed server is gone.

Nobody needs a password: the server listens on a Unix socket in a folder of mode 0700, and asks the kernel who calls.
"""

import fcntl
import os
import pwd
import shutil
import socket
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claims.embedded.account import Account, account_for
from claims.embedded.errors import EmbeddedDatabaseError, failure
from claims.embedded.home import make_file
from claims.embedded.locks import is_held
from claims.embedded.programs import wheel_version

ROLE = DATABASE = "crosscheck"
PORT = 5432
PAUSE = 0.02  # seconds between two looks at a server that is starting or stopping
PATIENCE = 120.0  # seconds for a start, with recovery after a crash, or for a stop, with its last checkpoint
# What a crash may lose. Nor is there housekeeping: it would look at the tables of a test between two transactions, find
# them empty, and have the next test's queries planned for that.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}

# The built-in provider sorts and folds alike on every platform. pg_trgm still asks the system which characters are
# letters: with LC_CTYPE=C it would see none in Cyrillic. macOS has no C.UTF-8.
LOCALE = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    f"--lc-ctype={'en_US.UTF-8' if sys.platform == 'darwin' else 'C.UTF-8'}",
)


@dataclass(frozen=True)
class Server:
    """The server whose files are in `directory` and whose socket is in `socket_directory`.

    All but `is_ready` are called under the lock of the home, so there is one caller at a time.
    """

    directory: Path
    socket_directory: Path

    @property
    def _cluster(self) -> Path:
        return self.directory / "cluster"

    @property
    def _log(self) -> Path:
        return self.directory / "postgresql.log"

    @property
    def _lock(self) -> Path:
        return self.directory / "server.lock"

    @property
    def _socket(self) -> Path:
        return self.socket_directory / f".s.PGSQL.{PORT}"

    def is_ready(self) -> bool:
        """Whether the server takes connections now."""
        # The eighth line of postmaster.pid is the state (PostgreSQL's src/include/utils/pidfile.h).
        return self._pid_file()[7:8] == ["ready"] and self._answers()

    def settle(self) -> bool:
        """Wait while the server is starting or stopping: true if it then is ready, false if no process of it is left.

        Raises EmbeddedDatabaseError if it stays in between.
        """
        if not _wait_until(lambda: not is_held(self._lock) or self.is_ready()):
            pid = (self._pid_file() or ["unknown"])[0]
            raise failure(self.directory, f"is running (process {pid}) but cannot be reached", self._log_text())
        return is_held(self._lock)

    def start(self, account: Account, programs: Path, *, durable: bool) -> None:
        """Start the server as `account`, on new files if there are none. No process of it may be running.

        Raises EmbeddedDatabaseError if it cannot; OSError if the folder cannot be written.
        """
        lock = make_file(self._lock)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self._cluster.exists():
                self._check_cluster(account)
            self._prepare_socket_directory(account)
            self._end_predecessor(account)
            if not self._cluster.exists():
                self._create_cluster(account, programs, lock, durable=durable)
            (self._cluster / "postmaster.pid").unlink(missing_ok=True)  # whose process may be another by now
            self._launch(account, programs, lock, durable=durable)
        finally:
            os.close(lock)  # the processes that inherited it hold it now
        if not self.settle():
            raise failure(self.directory, "did not start", self._log_text())

    def stop(self) -> None:
        """Stop the server, if it runs, with everything written to disk; open connections are closed."""
        if not self.settle():
            return
        account_for(self.directory).signal(self._pid_file()[0], "INT")  # PostgreSQL's "fast shutdown"
        if not _wait_until(lambda: not is_held(self._lock)):
            raise failure(self.directory, "did not stop", self._log_text())
        if not any(self.socket_directory.iterdir()):
            self.socket_directory.rmdir()

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(str(self._socket))
            except OSError:
                return False
        return True

    def _pid_file(self) -> list[str]:
        try:
            return [line.strip() for line in (self._cluster / "postmaster.pid").read_text().splitlines()]
        except FileNotFoundError:
            return []

    def _log_text(self) -> str:
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def _check_cluster(self, account: Account) -> None:
        owner = self._cluster.stat().st_uid
        if owner != account.uid:
            raise EmbeddedDatabaseError(
                f"The database in {self.directory} belongs to user id {owner}, but would now run as {account.name!r}: "
                "use it as the user who made it, or set CROSSCHECK_DATA_DIR to another folder."
            )
        made_by, ours = (self._cluster / "PG_VERSION").read_text().strip(), wheel_version().split(".")[0]
        if made_by != ours:
            raise EmbeddedDatabaseError(
                f"The database in {self.directory} was made by PostgreSQL {made_by} and cannot be read by PostgreSQL "
                f"{ours}: move it over with the old version's pg_dump, or set CROSSCHECK_DATA_DIR to another folder."
            )

    def _create_cluster(self, account: Account, programs: Path, lock: int, *, durable: bool) -> None:
        """Make the files under another name and rename them when complete: no interruption leaves them half-made."""
        new = self._cluster.with_name("cluster.new")
        if new.exists():
            shutil.rmtree(new)
        new.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(new, account.uid, account.gid)
        sync = () if durable else ("--no-sync",)
        initdb = (programs / "initdb", "-D", new, "-U", ROLE, "--auth=peer", *LOCALE, *sync)
        single = (programs / "postgres", "--single", "-D", new, "-c", "exit_on_error=on", "postgres")
        for command, statement in ((initdb, ""), (single, f"CREATE DATABASE {DATABASE}\n")):
            result = account.run(*command, input=statement, pass_fds=(lock,))
            if result.returncode != 0:
                raise failure(self.directory, "could not be created", result.stdout)
        new.rename(self._cluster)
        descriptor = os.open(self.directory, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)

    def _prepare_socket_directory(self, account: Account) -> None:
        """Anyone may write to /tmp, so a folder that is there already must be ours alone."""
        path = self.socket_directory
        path.mkdir(mode=0o700, exist_ok=True)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), account.uid} or found.st_mode & 0o077:
            raise EmbeddedDatabaseError(
                f"{path}, where the database's socket goes, belongs to somebody else: remove it and try again."
            )
        if os.geteuid() == 0:
            os.chown(path, account.uid, account.gid, follow_symlinks=False)

    def _end_predecessor(self, account: Account) -> None:
        """End a server whose files were removed or moved while it ran, and remove what a killed one left of its socket.

        It must be gone before new files are made: a server writes pg_control by its full path, so into the new ones.
        """
        socket_lock = Path(f"{self._socket}.lock")
        if self._answers():
            # PostgreSQL's "immediate shutdown", which writes nothing more.
            account.signal(socket_lock.read_text().split()[0], "QUIT")
            if not _wait_until(lambda: not socket_lock.exists()):
                raise EmbeddedDatabaseError(f"The server of a removed database still uses {self._socket}: end it.")
        socket_lock.unlink(missing_ok=True)

    def _write_access_rules(self, account: Account) -> tuple[Path, Path]:
        """Write who may connect: root and, unless root only lent itself that user, the user whom the server runs as."""
        callers = {pwd.getpwuid(0).pw_name}
        if account.uid == self.directory.stat().st_uid:
            callers.add(account.name)
        hba, ident = self.directory / "pg_hba.conf", self.directory / "pg_ident.conf"
        hba_lines = ["local all all peer map=callers"]
        ident_lines = [f'callers "{caller}" {ROLE}' for caller in sorted(callers)]
        for path, lines in ((hba, hba_lines), (ident, ident_lines)):
            path.unlink(missing_ok=True)
            with os.fdopen(make_file(path), "w") as file:
                file.writelines(f"{line}\n" for line in lines)
            path.chmod(0o644)
        return hba, ident

    def _launch(self, account: Account, programs: Path, lock: int, *, durable: bool) -> None:
        hba, ident = self._write_access_rules(account)
        settings = {
            "listen_addresses": "",
            "port": PORT,
            "unix_socket_directories": self.socket_directory,
            "unix_socket_permissions": "0700",
            "hba_file": hba,
            "ident_file": ident,
        } | ({} if durable else NOT_DURABLE)
        options = [f"--{name}={value}" for name, value in settings.items()]
        if self._log.exists():
            self._log.replace(self._log.with_name("postgresql.log.1"))
        log = make_file(self._log, flags=os.O_APPEND)
        try:
            # The shell starts the server in the background and ends: so the server is nobody's child, and a process
            # that started it can end first. The command comes as arguments, hence no character of it means anything.
            background = ("/bin/sh", "-c", '"$@" &', "sh")
            server = (programs / "postgres", "-D", self._cluster)
            account.run(
                *background, *server, *options, stdout=log, stderr=log, pass_fds=(lock,), start_new_session=True
            )
        finally:
            os.close(log)


def _wait_until(condition: Callable[[], bool]) -> bool:
    """Wait for `condition`; false if it did not come true in time."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True
