"""Django's PostgreSQL backend on the embedded server, which is started when the first connection is opened."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgresqlClient

from claims.embedded.programs import installed_programs
from claims.embedded.runner import ensure_running


class DatabaseClient(PostgresqlClient):
    """`manage.py dbshell`, with the wheel's psql."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The command line of psql, and what to add to its environment."""
        arguments, environment = super().settings_to_cmd_args_env(settings_dict, parameters)
        return [str(installed_programs() / "psql"), *arguments[1:]], environment

    def runshell(self, parameters: Iterable[str]) -> None:
        """Open the shell, on a server that runs."""
        self.connection.ensure_connection()
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server; see `claims.embedded.runner.database_settings` for its settings."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """How to connect, to a server that runs: whoever asks, Django or the worker of the jobs with connections of its
        own, is about to. Raises EmbeddedDatabaseError if the server cannot be made to run."""
        ensure_running(Path(self.settings_dict["DATA_DIR"]), durable=self.settings_dict["DURABLE"])
        return super().get_connection_params()
