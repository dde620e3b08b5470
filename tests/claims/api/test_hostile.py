"""Whatever the schema allows, and much that it does not, is asked of every operation: schemathesis makes the requests.

One world serves them all, within one transaction that is taken back. Every third request is sent, about 2,000 of them;
CROSSCHECK_HOSTILE_EXAMPLES=200 sends all, and as many random ones of each operation beside those that it thinks out:
more than 20,000.
"""

import itertools
import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.conf import settings as configuration
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import override_settings
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from tests import factories
from tests.claims.api.test_keys import bearer
from tests.claims.api.world import build

SCHEMA = schemathesis.openapi.from_dict(
    SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # no types
)
SCHEMA.app = get_wsgi_application()
REFUSED = SCHEMA.config.checks.negative_data_rejection
REFUSED.expected_statuses = [*REFUSED.expected_statuses, "413"]  # too large is refused before it is read
EXAMPLES = int(os.environ.get("CROSSCHECK_HOSTILE_EXAMPLES", "2"))
EVERY = 3 if EXAMPLES == 2 else 1
LIMITS = dict.fromkeys(configuration.API_LIMITS, "1000000/1m")
made = itertools.count()
sent: list[str] = []
"""The operations that were asked, once for each request, by the tests that have run in this process."""
ENOUGH = 2_000 if EXAMPLES == 2 else 20_000
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("hostile")]


def untold(case: Any) -> list[Any]:
    """Checks of what a schema cannot say: which records there are and what the desk's rules refuse; and a web page may
    be any text."""
    return [positive_data_acceptance, *([negative_data_rejection] if case.media_type == "text/html" else [])]


@pytest.fixture(scope="module")
def headers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, str]]:
    """Those of a chief with every scope."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # it would close the one that the transaction is on
    with django_db_blocker.unblock(), override_settings(API_LIMITS=LIMITS), transaction.atomic():
        build()
        user = factories.UserFactory.create(groups=["Chief"])
        yield bearer(factories.ApiKeyFactory.create(user=user, scopes=["read", "submit", "desk"]))
        transaction.set_rollback(True)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=EXAMPLES == 2,
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_holds_to_the_schema(case: Any, headers: dict[str, str]) -> None:
    if next(made) % EVERY == 0:
        sent.append(case.operation.label)
        case.call_and_validate(headers=headers, excluded_checks=untold(case))


def test_one_after_the_other(headers: dict[str, str]) -> None:
    """What one operation answers is asked of others."""

    steps: list[str] = []

    class Machine(SCHEMA.as_state_machine()):  # type: ignore[misc]  # no types
        def setup(self) -> None:
            self.before = transaction.savepoint()  # each run finds the same world

        def teardown(self) -> None:
            transaction.savepoint_rollback(self.before)

        def get_call_kwargs(self, case: Any) -> dict[str, Any]:
            return {"headers": headers}

        def validate_response(self, response: Any, case: Any, **kwargs: Any) -> None:
            steps.append(case.operation.label)
            sent.append(case.operation.label)
            case.validate_response(response, excluded_checks=untold(case), headers=headers)

    Machine.run(
        settings=settings(
            max_examples=EXAMPLES * 10, stateful_step_count=8, derandomize=EXAMPLES == 2, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        )
    )  # fmt: skip
    assert len(set(steps)) > 5


def test_there_were_enough(request: pytest.FixtureRequest) -> None:
    """After all the others: how many requests were made of how many operations."""
    mine = [item.name for item in request.session.items if item.path == request.path]
    if set(mine) - {request.node.name} != ran:
        pytest.skip("only some of the tests were run, or they were run in several processes")
    assert len(sent) >= ENOUGH
    operations = {
        f"{method.upper()} {path}" for path, methods in SCHEMA.raw_schema["paths"].items() for method in methods
    }
    assert set(sent) >= operations


ran: set[str] = set()


@pytest.fixture(autouse=True)
def _noted(request: pytest.FixtureRequest) -> None:
    if request.function is not test_there_were_enough:
        ran.add(request.node.name)
