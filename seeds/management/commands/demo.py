"""manage.py demo: everything that `make demo` does once the dependencies are there."""

import os
import secrets
import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db.migrations.exceptions import InconsistentMigrationHistory
from rich.console import Console
from rich.table import Table

from seeds.loader.decisions import PEOPLE, load_people


def prepare_database() -> None:
    try:
        call_command("migrate", verbosity=0)
    except InconsistentMigrationHistory as error:
        raise CommandError(
            "This database was made before the first release, whose tables are set up anew: empty it, or remove "
            f"{settings.DATA_DIR} where there is no DATABASE_URL, and start again."
        ) from error


class Command(BaseCommand):
    help = "Set up the database, load the demonstration corpus, print what was found and how to log in, then serve."
    requires_system_checks = ()  # the checks want a database that is not there yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="Do everything but serve")

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        if settings.PRODUCTION:
            raise CommandError("The demonstration gives out passwords: it does not run with CROSSCHECK_ENV=production.")
        if not options["no_serve"]:
            refuse_taken_port(port)
        console = Console()
        with console.status("Preparing the database…"):
            prepare_database()
        call_command("seed", stdout=self.stdout, stderr=self.stderr)
        call_command("contradictions", "--all", stdout=self.stdout)
        self.show_addresses(console, port)
        if not options["no_serve"]:
            serve(port)

    def show_addresses(self, console: Console, port: int) -> None:
        site = f"http://127.0.0.1:{port}"
        table = Table("Name", "Password", "Role", title=f"Log in at {site}/admin/")
        people = load_people()
        for username, (_, _, group) in PEOPLE.items():
            password = secrets.token_urlsafe(9)
            people[username].set_password(password)
            people[username].save(update_fields=["password"])
            table.add_row(username, password, group)
        console.print(table)
        if not settings.REQUIRE_SECOND_FACTOR:
            console.print("A password is enough here. As in production: CROSSCHECK_REQUIRE_MFA=true make demo")
        console.print(
            f"Public site  {site}/\nAdmin        {site}/admin/\nAPI          {site}/api/v1/ (docs: {site}/api/docs/)"
        )


def refuse_taken_port(port: int) -> None:
    """Raise CommandError with one sentence where `port` cannot be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be used ({error}): choose another with make demo PORT=8001."
            ) from error


def serve(port: int) -> None:
    """Serve on 127.0.0.1 until Ctrl-C, with a worker for the jobs beside it. Both are processes of their own and end
    first, so that this one, which holds the database, stops it last."""
    web = [sys.executable, "-m", "gunicorn", "claims.wsgi", "--bind", f"127.0.0.1:{port}"]
    web += ["--workers", "2", "--threads", "4", "--log-level", "warning"]
    worker = [sys.executable, "-m", "django", "procrastinate", "worker"]
    environment = os.environ | {"SECRET_KEY": secrets.token_urlsafe(50), "SITE_URL": f"http://127.0.0.1:{port}"}
    print("Serving; stop with Ctrl-C.", flush=True)  # noqa: T201 - the last line before the server takes over
    # In sessions of their own they do not get the terminal's Ctrl-C as well, which would hit their workers twice.
    server, jobs = (
        subprocess.Popen(line, env=environment, start_new_session=True)  # noqa: S603 - our own command lines
        for line in (web, worker)
    )
    try:
        code = server.wait()
    except KeyboardInterrupt:
        code = 0
    finally:
        for process in (jobs, server):
            process.terminate()
        for process in (jobs, server):
            process.wait()
    if code:
        raise CommandError(f"The web server ended with status {code}.")
