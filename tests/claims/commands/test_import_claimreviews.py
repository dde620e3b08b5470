"""The command that takes over what other desks have published."""

import csv
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.core.management import CommandError, call_command

from claims import links
from claims.management.commands import import_claimreviews
from claims.models import Verdict
from tests.claims.claimreview.test_reading import REVIEW
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "reviews.jsonl"
    path.write_text(f"{json.dumps(REVIEW)}\n{{broken\n")
    return path


@pytest.fixture
def by() -> str:
    name: str = UserFactory.create(groups=["Editor"]).get_username()
    return name


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_report_says_what_became_of_each_row(
    file: Path, by: str, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = file.with_name(f"report.{suffix}")
    call_command("import_claimreviews", str(file), by=by, report=report)
    assert "2 rows: 1 added, 0 updated, 0 unchanged, 1 refused" in capsys.readouterr().out
    text = report.read_text()
    rows = list(csv.DictReader(text.splitlines())) if suffix == "csv" else [*map(json.loads, text.splitlines())]
    assert [(str(row["row"]), row["outcome"]) for row in rows] == [("1", "added"), ("2", "refused")]
    assert "not JSON" in rows[1]["reason"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"by": "nobody"}, "nobody called"),
        ({"source": "missing.jsonl"}, "No such file"),
        ({"source": "article.pdf"}, "read that end in"),
        ({"report": Path("report.xml")}, "a .csv or a .jsonl"),
        ({"source": "http://127.0.0.1/feed.json"}, "not on the public web"),
    ],
)
def test_what_cannot_be_done_is_said(file: Path, by: str, change: dict[str, Any], reason: str) -> None:
    asked = {"source": str(file), "by": by} | change
    with pytest.raises(CommandError, match=reason):
        call_command("import_claimreviews", asked.pop("source"), **asked)


def test_who_may_not_import_is_told_so(file: Path) -> None:
    reporter = UserFactory.create(groups=["Reporter"])
    with pytest.raises(CommandError, match="import_reviews"):
        call_command("import_claimreviews", str(file), by=reporter.get_username())


def site(answer: httpx.Response) -> Any:
    """Fetching as it is, with one answer in the place of the network."""

    def fetch(url: str, **options: Any) -> str:
        transport = httpx.MockTransport(lambda _: answer)
        return links.fetch(url, **options, resolve=lambda *_: ["93.184.215.14"], transport=transport)

    return fetch


def test_an_address_is_fetched(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = httpx.Response(200, json=REVIEW, headers={"Content-Type": "application/ld+json"})
    monkeypatch.setattr(import_claimreviews, "fetch", site(answer))
    call_command("import_claimreviews", "https://desk.example.org/feed?all=1", by=by)
    assert Verdict.objects.get().imported.url == REVIEW["url"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (httpx.Response(404), "The answer is 404"),
        (httpx.Response(200, content=b"x" * 200), "larger than 100 bytes"),
        (httpx.Response(302, headers={"Location": "https://desk.example.org/again"}), "redirects"),
    ],
)
def test_what_is_not_fetched_is_said(
    by: str, answer: httpx.Response, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_claimreviews, "fetch", site(answer))
    monkeypatch.setattr(import_claimreviews, "LARGEST", 100)
    with pytest.raises(CommandError, match=reason):
        call_command("import_claimreviews", "https://desk.example.org/feed.json", by=by)
