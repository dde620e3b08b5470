"""A process that uses an embedded database, as its standard input says: one JSON list a line, one answer a line.

Run as `python user.py REPOSITORY DATA_DIR durable|tests`. Its settings are its own: it never meets the test database.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, sys.argv[1])

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from claims.embedded.runner import database_settings


def server() -> int:
    """The process id of the server that a new connection of ours reaches."""
    connection.close()
    return int(sql("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")[0][0])


def sql(statement: str) -> list[list[Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [list(row) for row in cursor.fetchall()] if cursor.description else []


def child_ends() -> int:
    """Fork a child that uses the database and ends the normal way; its exit status."""
    connection.close()
    if not (pid := os.fork()):
        connection.ensure_connection()
        sys.exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def child_outlives(release: str) -> int:
    """Fork a child that uses the database until the file `release` exists; its process id."""
    connection.close()
    if pid := os.fork():
        return pid
    os.close(1)
    while not Path(release).exists():
        time.sleep(0.02)
    connection.ensure_connection()
    sys.exit(0)


def dbshell(statement: str) -> None:
    call_command("dbshell", "--", "--quiet", "--no-align", "--tuples-only", "-c", statement)


def main() -> None:
    settings.configure(DATABASES={"default": database_settings(Path(sys.argv[2]), durable=sys.argv[3] == "durable")})
    django.setup()
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        try:
            answer = {"result": globals()[name](*arguments)}
        except Exception as error:  # whatever it is, the test that asked wants to see it
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
