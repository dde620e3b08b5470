"""The operating system user that the server runs as. PostgreSQL refuses root, so root hands over to another user."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.embedded.errors import EmbeddedDatabaseError

UNPRIVILEGED = "nobody"

# All that the programs are given: no variable of ours, hence no secret, reaches the server. LC_ALL must be set on
# macOS, where looking the locale up starts threads, which PostgreSQL does not allow.
ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """A user of the operating system."""

    name: str
    uid: int
    gid: int

    def run(self, *command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run `command` as this user in a bare environment; its stdout has stderr too, unless `options` say otherwise.

        Raises OSError if the program cannot be executed; a failing one is told by its return code.
        """
        if os.geteuid() == 0:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        defaults: dict[str, Any] = {"input": "", "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "cwd": "/"}
        result: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - our own commands, no shell
            command, check=False, text=True, errors="replace", env=ENVIRONMENT, **defaults | options
        )
        return result

    def signal(self, process: str, name: str) -> None:
        """Send signal `name` ("INT") to the process of that number, as this user.

        The number was read from a file that this user can write, so it must not make root end somebody else's process.
        """
        if process.isdecimal() and int(process) > 1:
            self.run("/bin/sh", "-c", 'kill -s "$1" "$2"', "sh", name, process)

    def reaches(self, directory: Path) -> bool:
        """Whether this user may enter `directory`, which takes the right to enter everything above it too."""
        return self.run("test", "-x", directory).returncode == 0


def account_for(directory: Path) -> Account:
    """Who runs a server with files in `directory`: the caller or, for root, the owner of `directory` or else nobody.

    Taking the owner lets root and the owner of a clone use the same database by turns.
    Raises EmbeddedDatabaseError if there is no such user.
    """
    if uid := os.geteuid():
        try:
            return _account(pwd.getpwuid(uid))
        except KeyError:
            raise EmbeddedDatabaseError(
                f"PostgreSQL runs only as a user with a name, and user id {uid} has none here: add it to /etc/passwd."
            ) from None
    try:
        owner = pwd.getpwuid(directory.stat().st_uid)
        return _account(owner if owner.pw_uid else pwd.getpwnam(UNPRIVILEGED))
    except KeyError:
        pass
    try:
        return _account(pwd.getpwnam(UNPRIVILEGED))
    except KeyError:
        raise EmbeddedDatabaseError(
            f"PostgreSQL does not run as root, and this machine has no user {UNPRIVILEGED!r} to run it as: "
            "run this command as an ordinary user, or add that user."
        ) from None


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)
