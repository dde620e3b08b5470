"""What the tests of the database's rules share: each forbidden write is tried through the ORM and as raw SQL."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Field, Model
from django.db.models.signals import post_migrate
from django.test import override_settings
from django.utils import translation
from psycopg import sql
from pytest_django import DjangoDbBlocker

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
"""Where the browser of the browser tests is; they are skipped without one."""
BROWSER = Path(__file__).parent / "browser"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright's event loop goes on in their process, and no other can be started in it."""
    items.sort(key=lambda item: BROWSER in item.path.parents)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if CHROMIUM is None:
        terminalreporter.write_line("No Chromium found: the browser tests were skipped. Install chromium to run them.")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A test with transactions of its own empties every table when it ends, the groups of the migration among them; so
    they are made again then, and at the start, for the database may be left over from a run that was stopped."""
    claims = apps.get_app_config("claims")
    post_migrate.connect(restore_groups, sender=claims)
    with django_db_blocker.unblock():
        restore_groups()
    yield
    post_migrate.disconnect(restore_groups, sender=claims)


def restore_groups(**kwargs: object) -> None:
    import_module("claims.migrations.0004_roles").create_groups(apps, connection.schema_editor())


@pytest.fixture(autouse=True)
def first_language() -> Iterator[None]:
    """What a test asked for in another language is not the language of the next one."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True, scope="session")
def quick_passwords() -> Iterator[None]:
    """Hashing a password is slow on purpose; here it is not the point."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


class Orm:
    """Writes without full_clean() and without the ORM's own PROTECT, so that only the database can refuse them."""

    def add(self, model: type[Model], **fields: Any) -> None:
        model._base_manager.bulk_create([model(**fields)])

    def change(self, row: Model, **fields: Any) -> None:
        assert type(row)._base_manager.filter(pk=row.pk).update(**fields) == 1

    def remove(self, row: Model) -> None:
        rows = type(row)._base_manager.filter(pk=row.pk)
        assert rows._raw_delete(using=rows.db) == 1


def column_of(field: "Field[Any, Any]") -> sql.Identifier:
    return sql.Identifier(str(field.column))


class RawSql:
    """The same writes as somebody at a database prompt would make them."""

    def add(self, model: type[Model], **fields: Any) -> None:
        row = model(**fields)
        columns = [f for f in model._meta.concrete_fields if not f.generated and f is not model._meta.auto_field]
        self._run(
            sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
                sql.Identifier(model._meta.db_table),
                sql.SQL(", ").join([column_of(field) for field in columns]),
                sql.SQL(", ").join([sql.Placeholder()] * len(columns)),
            ),
            [field.get_db_prep_save(field.pre_save(row, True), connection) for field in columns],
        )

    def change(self, row: Model, **fields: Any) -> None:
        columns: list[Any] = [row._meta.get_field(name) for name in fields]
        values = [getattr(value, "pk", value) for value in fields.values()]
        self._run(
            sql.SQL("UPDATE {} SET {} WHERE id = {}").format(
                sql.Identifier(row._meta.db_table),
                sql.SQL(", ").join([sql.SQL("{} = %s").format(column_of(field)) for field in columns]),
                sql.Literal(row.pk),
            ),
            [field.get_db_prep_save(value, connection) for field, value in zip(columns, values, strict=True)],
        )

    def remove(self, row: Model) -> None:
        table = sql.Identifier(row._meta.db_table)
        self._run(sql.SQL("DELETE FROM {} WHERE id = {}").format(table, sql.Literal(row.pk)), [])

    @staticmethod
    def _run(statement: sql.Composed, values: list[Any]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            assert cursor.rowcount == 1, "the statement was meant to reach one row"


Writer = Orm | RawSql
Refusal = Callable[[str], AbstractContextManager[None]]
Commit = Callable[[], None]


@pytest.fixture(params=[Orm, RawSql])
def write(request: pytest.FixtureRequest, db: None) -> Writer:
    """How a test writes; a test that asks for it runs both ways."""
    writer: Writer = request.param()
    return writer


@pytest.fixture
def commit() -> Commit:
    """Have the rules speak that wait for the commit: a test's own transaction is never committed."""
    return connection.check_constraints


@pytest.fixture
def refused(commit: Commit) -> Refusal:
    """`with refused("one_own_desk"):` the database stops what follows, at the latest at commit, and says so."""

    @contextmanager
    def refusal(message: str) -> Iterator[None]:
        with pytest.raises(DatabaseError, match=message), transaction.atomic():  # noqa: PT012 - the caller's own statement
            yield
            commit()

    return refusal
