"""Google's own client for Node, from npm: only its rootUrl is ours. `npm ci --prefix tests/clients` installs it."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.claims.api.factchecktools import scene

CLIENTS = Path(settings.BASE_DIR, "tests", "clients")
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None or not Path(CLIENTS, "node_modules", "@googleapis", "factchecktools").exists(),
    reason="Node or @googleapis/factchecktools is missing: run npm ci --prefix tests/clients",
)


@pytest.fixture
def told(live_server: LiveServer) -> dict[str, Any]:
    """What the script, written as a user of the client would, has found."""
    cache.clear()
    scene.build()
    assert NODE
    script = [NODE, "factchecktools.mjs", f"{live_server.url}/", factories.secret_of(scene.importer())]
    run = subprocess.run(script, cwd=CLIENTS, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_client_reads_what_there_is(told: dict[str, Any]) -> None:
    assert sorted(told["texts"]) == sorted([scene.BRIDGE, scene.FERRY])
    assert told["pagesOfSearch"] == 2
    assert told["nothing"] == {}
    assert told["desks"] == ["Faktencheck"]
    assert told["page"]["claimReviewMarkups"][0]["claimReviewed"] == scene.BRIDGE
    assert told["page"] == told["listed"]
    assert told["errors"] == {
        "search": [400, "INVALID_ARGUMENT"],
        "get": [404, "NOT_FOUND"],
        "create": [403, "PERMISSION_DENIED"],
        "update": [403, "PERMISSION_DENIED"],
        "delete": [403, "PERMISSION_DENIED"],
    }


def test_client_writes_a_page(told: dict[str, Any]) -> None:
    written = told["written"]
    assert written["created"]["claimReviewMarkups"] == [
        {
            "url": "https://other.example.org/tower",
            "claimReviewed": "The tower at Arlen leans",
            "rating": {"textualRating": "False"},
        }
    ]
    assert written["again"] == written["created"]
    assert written["updated"]["name"] == written["created"]["name"]
    assert written["updated"]["claimReviewMarkups"][0]["rating"] == {"textualRating": "True"}
    assert written["stale"] == [409, "ABORTED"]
    assert written["deleted"] == {}
    assert written["gone"] == [404, "NOT_FOUND"]
