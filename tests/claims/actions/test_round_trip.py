"""What is exported, taken into an empty database and exported again is the same."""

import io
import re

import pytest
from django.db import connection

from claims import reviews
from claims.actions import importing
from claims.models import Verdict
from tests.claims.actions.test_importing import chief, counts
from tests.claims.views.world import checked_claim

pytestmark = pytest.mark.django_db

# The feed says when it changed, and when each item came into it and changed there: that is the feed's own.
DATES_OF_FEED = re.compile(
    r'"dateCreated":"[^"]*","dateModified":"[^"]*",(?="item":)|"dateModified":"[^"]*",(?="dataFeedElement":)'
)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_is_exported_imported_and_exported_is_the_same(form: str) -> None:
    """But for the dates of the feed itself: when an item came into it, and when it changed there."""
    for _ in range(3):
        checked_claim()
    before = "".join(reviews.pieces(form))
    empty_database()
    by = chief()
    run = importing.begin(by=by, name="file", kind=form, sha256_of="first", publish=True)
    importing.proceed(run=run, file=io.BytesIO(before.encode()), by=by)
    assert counts(run) == (3, 0, 0, 0)
    assert {verdict.origin for verdict in Verdict.objects.all()} == {"imported"}
    assert without_dates_of_feed("".join(reviews.pieces(form))) == without_dates_of_feed(before)


def empty_database() -> None:
    """Everything that was written in this test goes, the groups stay."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(
            "TRUNCATE articles_publisher, claims_claim, claims_source, claims_event, claims_evidence CASCADE"
        )


def without_dates_of_feed(text: str) -> str:
    return DATES_OF_FEED.sub("", text)
