"""Where the files of an embedded database are.

That is the data directory itself, unless we are root and the server's user cannot get there (a clone in a home of mode
0700). Then it is a new folder below /var/lib/crosscheck, and the data directory holds a link to it, so that the choice
is made once: it does not change when permissions do, and whoever removes the data directory begins with an empty one.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from claims.embedded.account import account_for
from claims.embedded.errors import EmbeddedDatabaseError

ELSEWHERE = Path("/var/lib/crosscheck")
LINK = "relocated"
LOCK = "crosscheck.lock"  # the first file that we make in a home, so it also tells that a folder is ours


def fingerprint(path: Path) -> str:
    """Sixteen hexadecimal digits that stand for `path`."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]


def find_home(data_dir: Path) -> Path:
    """The folder that holds the files of `data_dir`, created if missing.

    Raises EmbeddedDatabaseError if `data_dir` is somebody else's, or its files cannot be got at.
    """
    _refuse_foreign(data_dir)
    link = data_dir / LINK
    if not link.is_symlink():
        make_directory(data_dir)
        account = account_for(data_dir)
        if os.geteuid() != 0 or account.reaches(data_dir):
            return data_dir
        if (data_dir / LOCK).exists():
            raise EmbeddedDatabaseError(
                f"The database in {data_dir} was made when user {account.name!r}, whom it runs as, could get there; "
                "now that user cannot: give the folders above it their permission x for others back."
            )
        _relocate(data_dir, link)
    home = link.readlink()
    if not home.name.startswith(fingerprint(data_dir)):
        raise EmbeddedDatabaseError(
            f"{data_dir} was copied or moved from elsewhere and its database is still in {home}: remove {link} to "
            f"begin with an empty database, or set CROSSCHECK_DATA_DIR={home} to keep using that one."
        )
    if not home.is_dir():
        raise EmbeddedDatabaseError(
            f"The database of {data_dir} was in {home}, which is gone: bring it back, or remove {link} to begin anew."
        )
    return home


def make_directory(path: Path) -> None:
    """Create `path` and what is missing above it; when made by root, other users may pass but not look."""
    if path.is_dir():
        return
    make_directory(path.parent)
    path.mkdir(exist_ok=True)
    path.chmod(0o711 if os.geteuid() == 0 else 0o700)
    own_like_parent(path)


def make_file(path: Path, *, flags: int = 0, mode: int = 0o600) -> int:
    """Open the file at `path` for reading and writing, created if missing. Returns a descriptor: close it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | flags, mode)
    own_like_parent(path)
    return descriptor


def own_like_parent(path: Path) -> None:
    """Give `path` the owner of its folder, so that what root makes in somebody's clone stays that person's."""
    if os.geteuid() == 0:
        parent = path.parent.stat()
        os.chown(path, parent.st_uid, parent.st_gid, follow_symlinks=False)


def _refuse_foreign(data_dir: Path) -> None:
    if not data_dir.exists():
        return
    if not data_dir.is_dir():
        raise EmbeddedDatabaseError(f"{data_dir} is a file; CROSSCHECK_DATA_DIR must name a folder.")
    names = {entry.name for entry in data_dir.iterdir()}
    if names and not names & {LOCK, LINK}:
        raise EmbeddedDatabaseError(
            f"{data_dir} holds files that are not Crosscheck's, so they were left alone: "
            "set CROSSCHECK_DATA_DIR to an empty or a new folder."
        )


def _relocate(data_dir: Path, link: Path) -> None:
    make_directory(ELSEWHERE)
    home = Path(tempfile.mkdtemp(prefix=f"{fingerprint(data_dir)}-", dir=ELSEWHERE))
    home.chmod(0o711)
    account = account_for(home)
    if not account.reaches(home):
        home.rmdir()
        raise EmbeddedDatabaseError(
            f"User {account.name!r}, whom PostgreSQL would run as, can reach neither {data_dir} nor {home}."
        )
    try:
        link.symlink_to(home)
    except FileExistsError:  # another process was faster: its choice counts
        home.rmdir()
