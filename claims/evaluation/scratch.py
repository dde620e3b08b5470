"""A database for one evaluation, made beside the user's own and dropped at the end, so that no trace is left."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from claims.evaluation.reading import UnreadableError


@contextmanager
def scratch_database() -> Iterator[None]:
    """Connect to an empty, migrated database of its own on the same server for the time of the block.

    Raises UnreadableError where the role may not create databases. Within a test, which has its own database already,
    it is made all the same: the two do not meet.
    """
    own = connection.settings_dict["NAME"]
    name = f"crosscheck_evaluation_{os.getpid()}"
    test = connection.settings_dict["TEST"]
    before = test.get("NAME")
    test["NAME"] = name
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    except (DatabaseError, SystemExit) as error:
        connection.settings_dict["NAME"] = own
        raise UnreadableError(
            "The database role may not create the scratch database that an evaluation runs in. Unset DATABASE_URL to "
            "use the embedded PostgreSQL."
        ) from error
    finally:
        test["NAME"] = before
    try:
        yield
    finally:
        connection.close()
        connection.creation.destroy_test_db(own, verbosity=0)
