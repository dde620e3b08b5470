"""What `make demo` does once the dependencies are there, short of serving."""

import re
import socket
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, override_settings

from seeds.loader.decisions import PEOPLE, load_people


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.enable_socket
def test_a_taken_port_gets_one_sentence(taken_port: int) -> None:
    with pytest.raises(CommandError, match=f"Port {taken_port} cannot be used"):
        call_command("demo", port=taken_port)


@override_settings(PRODUCTION=True)
@pytest.mark.parametrize("command", ["demo", "seed"])
def test_it_makes_no_users_and_verdicts_in_production(command: str) -> None:
    with pytest.raises(CommandError, match="production"):
        call_command(command)


@pytest.mark.django_db
def test_a_database_from_before_the_first_release_gets_one_sentence() -> None:
    MigrationRecorder(connection).migration_qs.filter(app="articles", name="0002_tables").delete()
    with pytest.raises(CommandError, match="before the first release"):
        call_command("demo", no_serve=True)


@pytest.mark.django_db
def test_it_shows_what_was_found_and_how_to_log_in(capsys: pytest.CaptureFixture[str], client: Client) -> None:
    found = StringIO()
    call_command("demo", no_serve=True, port=8123, stdout=found, stderr=found)
    shown = capsys.readouterr().out + found.getvalue()
    for address in ("http://127.0.0.1:8123/", "http://127.0.0.1:8123/admin/", "http://127.0.0.1:8123/api/v1/"):
        assert address in shown
    assert "body_or_scope" in shown
    for username in PEOPLE:
        row = re.search(rf"{username} +│ (\S+)", shown)
        assert row is not None, username
        assert client.login(username=username, password=row[1])


@pytest.mark.django_db
def test_a_visitor_who_was_locked_out_stays_so() -> None:
    """Loading the people again gives nobody back what was taken from them."""
    reporter = load_people()["reporter"]
    reporter.is_active = False
    reporter.save(update_fields=["is_active"])
    assert not load_people()["reporter"].is_active
