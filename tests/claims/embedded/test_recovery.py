"""What was killed is found or started again, with what had been committed."""

import shutil
import signal
from pathlib import Path

from tests.claims.embedded.conftest import is_running, kill_server, type_of_start, wait_until


def test_the_server_of_a_killed_process_is_found_again(start: type_of_start, data_dir: Path) -> None:
    killed = start(data_dir)
    server = killed.ask("server")
    killed.end(signal.SIGKILL)
    assert is_running(data_dir)
    user = start(data_dir)
    assert user.ask("server") == server
    user.end()
    assert not is_running(data_dir)


def test_a_killed_server_is_started_again_for_a_process_that_uses_it(start: type_of_start, data_dir: Path) -> None:
    user = start(data_dir, "durable")
    server = user.ask("server")
    user.ask("sql", "CREATE TABLE kept AS SELECT 93 AS votes")
    kill_server(data_dir, "durable")
    assert user.ask("server") != server  # on a new connection: the old one is lost
    assert user.ask("sql", "SELECT votes FROM kept") == [[93]]


def test_a_process_id_that_is_somebody_elses_by_now_is_neither_believed_nor_signalled(
    start: type_of_start, data_dir: Path
) -> None:
    stranger = start(data_dir)
    user = start(data_dir)
    user.ask("server")
    user.process.kill()
    kill_server(data_dir)
    pid_file = data_dir / "tests" / "cluster" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(stranger.process.pid), *lines[1:], ""]))
    newcomer = start(data_dir)
    assert newcomer.ask("sql", "SELECT 1") == [[1]]
    newcomer.end()
    assert stranger.process.poll() is None


def test_a_creation_that_was_cut_off_is_done_again(start: type_of_start, empty_dir: Path) -> None:
    data_dir = empty_dir / "data"
    killed = start(data_dir)
    killed.tell("server")
    wait_until((data_dir / "tests" / "cluster.new" / "PG_VERSION").exists)
    killed.process.kill()
    user = start(data_dir)
    assert user.ask("sql", "SELECT 1") == [[1]]
    assert not (data_dir / "tests" / "cluster.new").exists()


def test_a_folder_removed_under_a_running_server_begins_anew(start: type_of_start, copied_dir: Path) -> None:
    killed = start(copied_dir)
    server = killed.ask("server")
    killed.process.kill()
    shutil.rmtree(copied_dir)
    user = start(copied_dir)
    assert user.ask("server") != server
    assert user.ask("sql", "SELECT 1") == [[1]]
