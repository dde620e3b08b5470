"""Whatever stands in a file, an import accounts for every row of it, and what it cannot keep leaves nothing behind."""

import io
import json
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.actions import importing
from claims.actions.roll_calls import keep_roll_call
from claims.claimreview.reading import KINDS
from claims.extraction.roll_call_files import RollCall
from claims.models import ImportedReview, ImportRow, User, Verdict
from tests.claims.actions.test_importing import chief
from tests.claims.api.test_matrix import written
from tests.claims.claimreview.test_reading import REVIEW

pytestmark = pytest.mark.django_db
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.sampled_from(["", "False", "2025-01-01", "https://a.example.org/1", "\x00", "\ud800", "9" * 400, "A desk"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "name", "alternateName", "url", "text"]), inside, max_size=3)
    ),
    max_leaves=6,
)
REVIEWS = st.dictionaries(st.sampled_from(sorted(REVIEW)) | st.text(max_size=5), VALUES, max_size=4).map(
    lambda changes: REVIEW | changes
)


@pytest.fixture
def by() -> User:
    return chief()


@OFTEN
@given(rows=st.lists(REVIEWS | VALUES, max_size=5))
def test_any_rows(by: User, rows: list[Any]) -> None:
    take_in("\n".join(map(json.dumps, rows)).encode(), "jsonl", by)


@OFTEN
@given(data=st.binary(max_size=300), kind=st.sampled_from(KINDS))
def test_any_bytes(by: User, data: bytes, kind: str) -> None:
    take_in(data, kind, by)


def take_in(data: bytes, kind: str, by: User) -> None:
    """Import it, then look whether every row and every verdict is accounted for."""
    with transaction.atomic():
        kept = Verdict.objects.count()
        run = importing.begin(by=by, name="file", kind=kind, sha256_of="0" * 64, publish=True)
        importing.proceed(run=run, file=io.BytesIO(data), by=by)
        assert run.rows == ImportRow.objects.filter(run=run).count()
        assert Verdict.objects.count() - kept == run.added + run.updated
        assert ImportedReview.objects.count() == Verdict.objects.count()
        transaction.set_rollback(True)


@OFTEN
@given(
    votes=st.dictionaries(
        st.sampled_from(["USA", "FRA", "UKR", "XXX", ""]),
        st.sampled_from(["yes", "no", "abstain", "not_voting"]),
        max_size=4,
    ),
    twice=st.booleans(),
)
def test_any_roll_call(by: User, votes: dict[str, Any], twice: bool) -> None:
    call = RollCall(
        symbol="A/RES/79/9999", date=date(2026, 1, 2), title="A text", url="https://record.example.org/9999",
        body="General Assembly", membership=193, votes=votes,
    )  # fmt: skip
    before = written()
    with transaction.atomic():
        try:
            kept = keep_roll_call(call=call, by=by)
        except ValidationError:
            assert written() == before, "what is refused leaves nothing behind"
        else:
            assert kept
            after = written()
            if twice and votes:
                assert not keep_roll_call(call=call, by=by)
                assert written() == after
        transaction.set_rollback(True)
