"""What other desks have published, taken over: once, whole, and never as our own."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.models import Publisher
from claims.actions import corrections, importing
from claims.actions.copying import copy_in
from claims.models import Claim, ImportedReview, ImportRow, ImportRun, User, Verdict
from tests.claims.claimreview.test_reading import REVIEW
from tests.claims.views.world import checked_claim, read
from tests.factories import ClaimFactory, PublisherFactory, UserFactory

pytestmark = pytest.mark.django_db


def chief() -> User:
    user: User = UserFactory.create(groups=["Chief"])
    return user


def take_in(*rows: Any, by: User | None = None, kind: str = "jsonl", **options: Any) -> ImportRun:
    by = by or chief()
    data = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()
    run = importing.begin(by=by, name="file", kind=kind, sha256_of=str(hash(data)), **options)
    return importing.proceed(run=run, file=io.BytesIO(data), by=by)


def counts(run: ImportRun) -> tuple[int, int, int, int]:
    return run.added, run.updated, run.unchanged, run.refused


def review(**changes: Any) -> dict[str, Any]:
    return REVIEW | changes


def rated(name: str, **changes: Any) -> dict[str, Any]:
    return REVIEW | {"reviewRating": {"@type": "Rating", "alternateName": name}} | changes


def test_every_row_is_accounted_for() -> None:
    run = take_in(review(), "{broken", review(claimReviewed=""), review(claimReviewed="Another claim"))
    assert counts(run) == (2, 0, 0, 2)
    assert run.rows == run.report.count() == 4
    assert run.finished_at
    refused = run.report.filter(outcome="refused")
    assert [bool(row.reason) for row in refused] == [True, True]


def test_a_second_run_finds_everything_unchanged() -> None:
    rows = [
        review(),
        rated("True", claimReviewed="B"),
        rated("True", url="https://desk.example.org/2", datePublished="2026-01-01"),
    ]
    assert counts(take_in(*rows)) == (2, 1, 0, 0)
    before = Verdict.objects.count()
    assert counts(take_in(*rows)) == (0, 0, 3, 0)
    assert Verdict.objects.count() == before


def test_what_was_joined_is_known_again_after_a_change() -> None:
    rows = [
        review(),
        review(url="https://desk.example.org/again", datePublished="2025-06-01"),
        rated("True", datePublished="2025-05-01"),
    ]
    assert counts(take_in(*rows)) == (1, 1, 1, 0)
    assert counts(take_in(*rows)) == (0, 0, 3, 0)


def test_a_review_is_filed_as_its_desk_gave_it() -> None:
    take_in(review(headline="It was 93 to 18", reviewBody="The record says so."))
    verdict = Verdict.objects.get()
    assert (verdict.origin, verdict.status, verdict.published_by) == ("imported", "published", None)
    assert (verdict.publisher.name, verdict.publisher.kind) == ("The Desk", Publisher.Kind.DESK)
    assert (verdict.rating.name, verdict.rating.normalised, verdict.rating.value) == ("False", 1, None)
    assert (verdict.headline, verdict.summary) == ("It was 93 to 18", "The record says so.")
    assert verdict.claim.status == Claim.Status.SUGGESTED
    assert not Verdict.objects.public().exists()


def test_readers_see_it_where_the_import_is_told_so() -> None:
    take_in(review())
    assert not Verdict.objects.public().exists()
    take_in(review(), publish=True)
    assert Verdict.objects.public().count() == 1
    with pytest.raises(PermissionDenied):
        take_in(review(), by=UserFactory.create(groups=["Reporter"]))


def test_publishing_is_for_who_decides_what_readers_see() -> None:
    importer = UserFactory.create()
    importer.user_permissions.add(*permissions("import_reviews"))
    assert counts(take_in(review(), by=User.objects.get(pk=importer.pk))) == (1, 0, 0, 0)
    with pytest.raises(PermissionDenied, match="review_claim"):
        take_in(review(), by=User.objects.get(pk=importer.pk), publish=True)


def permissions(codename: str) -> Iterator[Any]:
    from django.contrib.auth.models import Permission

    yield from Permission.objects.filter(codename=codename)


def test_a_changed_review_supersedes_the_old_one() -> None:
    take_in(review())
    assert counts(take_in(rated("True"))) == (0, 1, 0, 0)
    old, new = Verdict.objects.order_by("pk")
    assert (old.status, new.status, new.supersedes) == ("superseded", "published", old)
    assert counts(take_in(rated("Mixture", datePublished="2020-01-01"))) == (0, 0, 0, 1)


def test_nothing_is_published_by_an_import_that_does_not_publish() -> None:
    claim = ClaimFactory.create(text=REVIEW["claimReviewed"], language="und", status="accepted")
    run = take_in(review())
    assert counts(run) == (0, 0, 0, 1)
    assert run.report.get().reason == importing.PUBLIC
    assert counts(take_in(review(), publish=True)) == (1, 0, 0, 0)
    assert counts(take_in(rated("True"))) == (0, 0, 0, 1), "a change of what is public is none either"
    assert Verdict.objects.public().get(claim=claim).rating.name == "False"
    assert counts(take_in(review(), review(url="https://desk.example.org/again"))) == (0, 0, 2, 0)


def test_the_same_file_again_with_another_publisher_or_language() -> None:
    nameless = review(author=None, publisher=None, url="")
    assert counts(take_in(nameless, publisher="One Desk", language="en")) == (1, 0, 0, 0)
    run = take_in(nameless, publisher="Another Desk", language="en")
    assert counts(run) == (0, 0, 1, 0)
    assert run.report.get().reason == "It is kept already, of One Desk in “en”."
    assert counts(take_in(nameless, publisher="One Desk", language="fr")) == (0, 0, 1, 0)
    assert Verdict.objects.get().publisher.name == "One Desk"
    corrections.withdraw(verdict=Verdict.objects.get(), by=chief(), reason="The page is a forgery.")
    assert counts(take_in(nameless, publisher="A third desk")) == (0, 0, 0, 1)


@pytest.mark.parametrize(("name", "other"), [("AFP", "AFP 事實查核"), ("BOOM", "BOOM বাংলা"), ("事實查核", "ফ্যাক্ট")])
def test_desks_whose_names_differ_beyond_ascii_are_two(name: str, other: str) -> None:
    rows = [review(publisher={"name": each}) for each in (name, other)]
    take_in(rows[0])
    take_in(rows[1])
    assert {verdict.publisher.name for verdict in Verdict.objects.all()} == {name, other}
    both = [review(claimReviewed="Another", publisher={"name": each}) for each in (name, other)]
    assert counts(take_in(*both)) == (2, 0, 0, 0)
    assert Publisher.objects.count() == 2


def test_spellings_of_one_name_are_one_desk() -> None:
    names = ["Full Fact", "FULL FACT", "Full-Fact", "全文 Fact", "全文 FACT"]
    take_in(*(review(claimReviewed=name, publisher={"name": name}) for name in names))
    assert set(Publisher.objects.values_list("name", flat=True)) == {"Full Fact", "全文 Fact"}


def test_claims_of_the_same_words_are_one() -> None:
    kept = ClaimFactory.create(text="the vote was 93 to 8", language="en", status="suggested")
    take_in(
        review(inLanguage="en"),
        review(inLanguage="en", claimReviewed="“The vote was 93 to 8.”", publisher={"name": "Another desk"}),
        review(inLanguage="fr", publisher={"name": "A third desk"}),
    )
    claims = [verdict.claim for verdict in Verdict.objects.order_by("pk")]
    assert claims[:2] == [kept, kept]
    assert claims[2] != kept


def test_of_a_merged_claim_the_one_that_stands_is_taken() -> None:
    standing = ClaimFactory.create(status="suggested")
    ClaimFactory.create(text="The vote was 93 to 8", status="merged", merged_into=standing)
    take_in(review(inLanguage="en"))
    assert Verdict.objects.get().claim == standing


def test_our_own_desk_imports_nothing() -> None:
    PublisherFactory.create(name="The Desk", kind="own")
    run = take_in(review())
    assert counts(run) == (0, 0, 0, 1)
    assert "our own desk" in run.report.get().reason


def test_what_was_withdrawn_here_stays_withdrawn() -> None:
    take_in(review())
    corrections.withdraw(verdict=Verdict.objects.get(), by=chief(), reason="The page is a forgery.")
    assert counts(take_in(review())) == (0, 0, 0, 1)
    assert counts(take_in(rated("True"))) == (0, 0, 0, 1)


def test_another_desk_is_not_corrected_here() -> None:
    take_in(review())
    with pytest.raises(ValidationError, match="only that desk"):
        corrections.start_correction(
            verdict=Verdict.objects.get(), by=chief(), kind=Verdict.ChangeKind.CORRECTION, reason="We know better."
        )


class PowerCutError(Exception):
    """Stands for anything that ends a program."""


def test_nothing_of_a_chunk_is_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "CHUNK", 2)
    rows = [review(claimReviewed=f"Claim {number}") for number in range(5)]
    chunks = 0

    def breaks_off(found: Any) -> None:
        nonlocal chunks
        chunks += isinstance(found[0], ImportRow)
        if chunks == 2 and isinstance(found[0], ImportRow):
            raise PowerCutError
        copy_in(found)

    monkeypatch.setattr(importing, "copy_in", breaks_off)
    by = chief()
    with pytest.raises(PowerCutError):
        take_in(*rows, by=by)
    run = ImportRun.objects.get()
    assert (run.rows, run.added, Verdict.objects.count(), Claim.objects.count(), ImportRow.objects.count()) == (2,) * 5
    assert take_in(*rows, by=by).pk == run.pk
    run.refresh_from_db()
    assert (run.rows, run.added, Verdict.objects.count(), ImportedReview.objects.count()) == (5,) * 4
    assert [row.verdict.claim.text for row in run.report.all() if row.verdict] == [row["claimReviewed"] for row in rows]


def test_the_history_names_who_takes_it_in() -> None:
    by = chief()
    take_in(review(), by=by)
    models: tuple[Any, ...] = (Claim, Verdict)
    for model in models:
        (line,) = model.pgh_event_model.objects.all()
        assert (line.pgh_context["user"], line.pgh_context["action"]) == (by.pk, "import reviews")


def test_what_is_copied_keeps_the_rules_of_the_tables() -> None:
    with pytest.raises(IntegrityError, match="claim_has_text"), transaction.atomic():
        copy_in([ClaimFactory.build(text="")])
    claim = ClaimFactory.build(text="Tab\tnew line\nslash \\N and “quotes”")
    copy_in([claim])
    kept = Claim.objects.get(pk=claim.pk)
    assert (kept.text, kept.created_at) == (claim.text, claim.created_at)
    copy_in([])


def test_the_number_of_queries_does_not_grow_with_the_rows() -> None:
    by = chief()
    take_in(review(), by=by)  # the desk and its scale
    asked = []
    for count in (1, 200):
        with CaptureQueriesContext(connection) as captured:
            take_in(*(review(claimReviewed=f"Claim {number} of {count}") for number in range(count)), by=by)
        asked.append(len(captured))
    assert asked[0] == asked[1] < 50


# --- what the database itself holds -----------------------------------------------------------------------------
# --- out again --------------------------------------------------------------------------------------------------


def test_a_publishers_own_words_here_are_not_imported_over() -> None:
    verdict = checked_claim(text=REVIEW["claimReviewed"]).verdicts.get()
    run = take_in(review(inLanguage="en", author={"name": verdict.publisher.name}))
    assert counts(run) == (0, 0, 0, 1)


def test_an_imported_review_is_no_claim_review_of_our_page(client: Any) -> None:
    take_in(review(inLanguage="en"), publish=True)
    claim = Verdict.objects.get().claim
    page = read(client, claim.get_absolute_url())
    assert '"@type": "ClaimReview"' not in page
    assert Verdict.objects.get().author.get_username() not in page
    assert Verdict.objects.get().writer is None
