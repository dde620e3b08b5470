"""Real processes that share a real embedded database, in folders of its own that the server's user can reach."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.embedded.runner import socket_directory
from claims.embedded.server import Server

REPOSITORY = Path(__file__).resolve().parents[3]
PROGRAM = Path(__file__).with_name("user.py")


class User:
    """A process that uses the embedded database; `ask` calls a function of user.py in it."""

    def __init__(self, data_dir: Path, kind: str, environment: dict[str, str]) -> None:
        self.data_dir = data_dir
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", PROGRAM, REPOSITORY, data_dir, kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | environment,
        )

    def tell(self, *command: Any) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()

    def hear(self) -> Any:
        assert self.process.stdout
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def ask(self, *command: Any) -> Any:
        self.tell(*command)
        return self.hear()

    def error(self, *command: Any) -> str:
        """The error that `command` ends in, as "Name: message"."""
        self.tell(*command)
        assert self.process.stdout
        answer = json.loads(self.process.stdout.readline())
        assert "error" in answer, f"{command} went well: {answer}"
        return str(answer["error"])

    def end(self, number: int | None = None) -> int:
        """End the process, with signal `number` or else the normal way; its exit status."""
        if number is not None:
            self.process.send_signal(number)
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        status = self.process.wait(60)
        self.process.stdout.close()
        return status


type_of_start = Callable[..., User]


@pytest.fixture
def start(empty_dir: Path) -> Iterator[type_of_start]:
    """A function that starts a User; those still alive are ended after the test, before its folder is removed."""
    users: list[User] = []

    def start_user(data_dir: Path, kind: str = "tests", **environment: str) -> User:
        users.append(User(data_dir, kind, environment))
        return users[-1]

    yield start_user
    for user in users:
        if user.process.returncode is None:
            user.end()
    for data_dir in {user.data_dir for user in users}:
        stop_servers(data_dir)


@pytest.fixture
def empty_dir() -> Iterator[Path]:
    """A new folder that any user may pass; pytest's own may be entered only by the user who runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="crosscheck-test-", dir="/tmp")).resolve()
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def data_dir() -> Iterator[Path]:
    """The data directory of a stopped database, the same for all tests: those that spoil it take a copy."""
    folder = Path(tempfile.mkdtemp(prefix="crosscheck-test-", dir="/tmp")).resolve()
    folder.chmod(0o711)
    user = User(folder / "data", "tests", {})
    assert user.ask("server")
    assert user.end() == 0
    yield folder / "data"
    shutil.rmtree(folder)


@pytest.fixture
def copied_dir(empty_dir: Path, data_dir: Path) -> Path:
    """A data directory with a copy of the stopped database of `data_dir`."""
    subprocess.run(["cp", "-a", data_dir, empty_dir / "data"], check=True)
    return empty_dir / "data"


def server_of(data_dir: Path, kind: str) -> Server:
    return Server(data_dir / kind, socket_directory(data_dir, durable=kind == "durable"))


def kill_server(data_dir: Path, kind: str = "tests") -> None:
    """End the server as kill -9 does, and wait until it is dead."""
    server = server_of(data_dir, kind)
    pid_file = data_dir / kind / "cluster" / "postmaster.pid"
    os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)
    wait_until(lambda: not server.is_ready())


def stop_servers(data_dir: Path) -> None:
    """Stop what killed processes left running, and remove their sockets."""
    for kind in ("durable", "tests"):
        server = server_of(data_dir, kind)
        if server.directory.exists():
            server.stop()
        shutil.rmtree(server.socket_directory, ignore_errors=True)


def is_running(data_dir: Path, kind: str = "tests") -> bool:
    return (data_dir / kind / "cluster" / "postmaster.pid").exists()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "waited for 30 seconds"
        time.sleep(0.02)
