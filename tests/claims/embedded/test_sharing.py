"""One server for all processes: the first starts it, the last stops it, however they end."""

import signal
from pathlib import Path

import pytest

from claims.embedded.runner import socket_directory
from tests.claims.embedded.conftest import is_running, type_of_start, wait_until


def test_the_last_user_stops_the_server(start: type_of_start, data_dir: Path) -> None:
    first, second = start(data_dir), start(data_dir)
    assert first.ask("server") == second.ask("server")
    assert first.end() == 0
    assert second.ask("sql", "SELECT 1") == [[1]]
    assert second.end() == 0
    assert not is_running(data_dir)
    assert not socket_directory(data_dir, durable=False).exists()


def test_processes_that_create_the_database_at_the_same_time_share_one_server(
    start: type_of_start, empty_dir: Path
) -> None:
    users = [start(empty_dir / "a" / "b") for _ in range(3)]
    for user in users:
        user.tell("server")
    assert len({user.hear() for user in users}) == 1


def test_a_newcomer_never_meets_a_server_that_the_last_user_is_stopping(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir)
    assert user.ask("sql", "SELECT 1") == [[1]]
    for _ in range(3):
        newcomer = start(data_dir)
        newcomer.tell("sql", "SELECT 1")
        user.end()
        assert newcomer.hear() == [[1]]
        user = newcomer


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, -2)])
def test_a_signal_that_asks_to_end_stops_the_server(
    start: type_of_start, data_dir: Path, number: signal.Signals, status: int
) -> None:
    user = start(data_dir)
    user.ask("server")
    assert user.end(number) == status
    assert not is_running(data_dir)


def test_a_forked_child_that_ends_leaves_the_server_to_its_parent(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir)
    server = user.ask("server")
    assert user.ask("child_ends") == 0
    assert user.ask("server") == server
    user.end()
    assert not is_running(data_dir)


def test_a_forked_child_keeps_the_server_that_its_parent_leaves(
    start: type_of_start, data_dir: Path, empty_dir: Path
) -> None:
    release = empty_dir / "release"
    user = start(data_dir)
    user.ask("server")
    user.ask("child_outlives", str(release))
    user.end()
    assert is_running(data_dir)
    release.touch()
    wait_until(lambda: not socket_directory(data_dir, durable=False).exists())  # the last step of stopping
    assert not is_running(data_dir)


def test_durable_and_test_databases_of_one_folder_are_two_servers(start: type_of_start, data_dir: Path) -> None:
    durable, tests = start(data_dir, "durable"), start(data_dir, "tests")
    assert durable.ask("server") != tests.ask("server")
    settings = "SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('data_checksums')"
    assert durable.ask("sql", settings) == [["on", "on", "on"]]
    assert tests.ask("sql", settings) == [["off", "off", "on"]]
