"""Reviews of other desks, uploaded at the desk."""

import csv
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from claims import tasks
from claims.actions import importing, uploads
from claims.models import ImportRun, Verdict
from tests.claims.admin.conftest import DeskClient, person
from tests.claims.claimreview.test_reading import REVIEW
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/claims/importrun/add/"


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def send(client: Client, *rows: Any, name: str = "reviews.jsonl", **asked: Any) -> Any:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return client.post(ADD, {"file": SimpleUploadedFile(name, text.encode())} | asked)


def page(client: Client, run: ImportRun, query: str = "") -> str:
    answer = client.get(reverse("admin:claims_importrun_change", args=[run.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_upload_is_taken_in_by_a_job(editor: Client) -> None:
    answer = send(editor, REVIEW, "{broken", REVIEW | {"claimReviewed": "=1+1"})
    run = ImportRun.objects.get()
    assert answer["Location"] == reverse("admin:claims_importrun_change", args=[run.pk])
    assert (run.by, run.publish, run.rows, Verdict.objects.count()) == (person(editor), False, 0, 0)
    assert "Waiting for its turn" in page(editor, run)
    (job,) = ProcrastinateJob.objects.all()
    tasks.import_reviews(**job.args)
    run.refresh_from_db()
    assert (run.added, run.refused, bytes(run.content), run.error) == (2, 1, b"", "")
    assert run.finished_at
    shown = page(editor, run)
    assert "3 rows: 2 added, 0 updated, 0 unchanged, 1 refused" in shown
    assert "data-running" not in shown
    assert "not JSON" in page(editor, run, "?outcome=refused")
    assert "not JSON" not in page(editor, run, "?outcome=added")


def test_the_report_is_a_table_that_is_safe_to_open(editor: Client) -> None:
    send(editor, REVIEW | {"datePublished": "=1+1"})
    run = ImportRun.objects.get()
    uploads.take_in(run_id=run.pk)
    run.report.model.objects.bulk_create([run.report.model(run=run, number=2, outcome="refused", reason="=1+1")])
    answer = editor.get(reverse("admin:claims_importrun_report", args=[run.pk]))
    lines = list(csv.DictReader(b"".join(answer).decode().splitlines()))
    assert [(line["row"], line["outcome"]) for line in lines] == [("1", "refused"), ("2", "refused")]
    assert lines[1]["reason"] == "'=1+1"
    assert "attachment" in answer["Content-Disposition"]


def test_what_is_asked_is_what_is_done(editor: Client) -> None:
    flat = {"claimReviewed": "The bridge is shut", "rating": "False", "datePublished": "5/4/2017"}
    asked = {"publisher": "The Desk", "language": "pt-BR", "days": "day", "publish": "on"}
    send(editor, flat, **asked)
    uploads.take_in(run_id=ImportRun.objects.get().pk)
    verdict = Verdict.objects.public().get()
    assert (verdict.publisher.name, verdict.language) == ("The Desk", "pt-BR")
    assert verdict.published_at
    assert (verdict.published_at.month, verdict.published_at.day) == (4, 5)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("reviews.pdf", "x", "Files are read that end in"),
        ("reviews.json", "", "empty"),
        ("reviews.json", "x" * 11, "larger than"),
    ],
)
def test_what_is_no_such_file_is_refused(
    editor: Client, monkeypatch: pytest.MonkeyPatch, name: str, content: str, reason: str
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 10)
    answer = send(editor, content, name=name)
    assert answer.status_code == 200
    assert reason in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_publishing_is_for_who_decides_what_readers_see(editor: Client, sit: DeskClient) -> None:
    assert 'name="publish"' in editor.get(ADD).content.decode()
    importer = sit("")
    importer_person = person(importer)
    importer_person.user_permissions.add(*permissions("import_reviews"), *permissions("view_importrun"))
    assert 'name="publish"' not in importer.get(ADD).content.decode()
    send(importer, REVIEW, publish="on")
    assert ImportRun.objects.get().publish is False
    assert sit("Reporter").get(ADD).status_code == 403


def permissions(codename: str) -> Any:
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename=codename)


def test_what_was_broken_off_goes_on(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    send(editor, REVIEW)
    run = ImportRun.objects.get()

    def fails(**_: Any) -> None:
        raise RuntimeError("secret")

    with monkeypatch.context() as patched:
        patched.setattr(importing, "proceed", fails)
        with pytest.raises(RuntimeError):
            uploads.take_in(run_id=run.pk)
    shown = page(editor, run)
    assert "Broken off" in shown
    assert "secret" not in shown
    go_on = reverse("admin:claims_importrun_go_on", args=[run.pk])
    assert go_on in shown
    ProcrastinateJob.objects.all().delete()
    assert editor.post(go_on).status_code == 302
    assert ProcrastinateJob.objects.count() == 1
    uploads.take_in(run_id=run.pk)
    run.refresh_from_db()
    assert (run.added, run.error) == (1, "")
    assert "nothing left" in editor.post(go_on, follow=True).content.decode()
    uploads.take_in(run_id=run.pk)
    assert run.report.count() == 1


def test_who_may_import_no_more_imports_nothing(editor: Client) -> None:
    send(editor, REVIEW)
    run = ImportRun.objects.get()
    run.by.groups.clear()
    uploads.take_in(run_id=run.pk)
    run.refresh_from_db()
    assert "import_reviews" in run.error
    assert not Verdict.objects.exists()


def test_the_same_file_twice_waits_once(editor: Client) -> None:
    for _ in range(2):
        send(editor, REVIEW)
    assert (ImportRun.objects.count(), ProcrastinateJob.objects.count()) == (1, 1)


def test_a_long_report_has_pages_of_the_same_cost(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.admin.imports.ROWS", 2)
    by = UserFactory.create(groups=["Editor"])
    queries = []
    for count in (1, 5):
        rows = [REVIEW | {"claimReviewed": f"Claim {count} {number}"} for number in range(count)]
        content = "\n".join(map(json.dumps, rows)).encode()
        run = uploads.upload(by=by, name=f"{count}.jsonl", content=content)
        uploads.take_in(run_id=run.pk)
        with CaptureQueriesContext(connection) as captured:
            shown = page(editor, run)
        queries.append(len(captured))
    assert queries[0] == queries[1]
    assert "Claim 5 1" in shown
    assert "Claim 5 2" not in shown
    assert "?outcome=&amp;after=2" in shown
    assert "Claim 5 2" in page(editor, run, "?outcome=&after=2")
