"""manage.py add_articles, on real files."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ArticleVersion, IngestAttempt
from claims.models import Appearance, Claim, PipelineRun

pytestmark = pytest.mark.django_db

REPORT = """Assembly adopts text on the fishing zone

Published on March 4, 2025

The UN General Assembly adopted the resolution on Monday with 93 votes in favour, 8 against and 73 abstentions.
The minister said that 26 out of 31 boats had been lost.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One good file of each type, and one bad file of each kind that people send."""
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "page.html").write_text(
        "<html><head><title>Flood</title></head><body><article><h1>Flood</h1>"
        + "<p>The flood killed at least 12 people in the valley on Tuesday, officials said.</p>" * 3
        + "</article></body></html>"
    )
    good = {"title": "Strike", "body": "The strike killed 14 people.", "url": "https://paper.example.org/1"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(good) + "\n{not json\n" + json.dumps({"title": "no text"}) + "\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    return tmp_path


def add(*paths: Path) -> str:
    out = StringIO()
    call_command("add_articles", *map(str, paths), stdout=out)
    return out.getvalue()


def test_bad_files_are_reported_one_by_one_and_the_rest_goes_on(folder: Path) -> None:
    with pytest.raises(CommandError, match="could not be taken in"):
        add(folder)
    assert Article.objects.count() == 3
    failures = IngestAttempt.objects.filter(outcome=IngestAttempt.Outcome.FAILED)
    reasons = {failure.identifier.rsplit("/", 1)[-1]: failure.reason for failure in failures}
    assert len(reasons) == 5
    assert "empty" in reasons["empty.txt"]
    assert "PNG" in reasons["picture.txt"]
    assert "50 MB" in reasons["huge.txt"]


def test_running_it_again_adds_nothing(folder: Path) -> None:
    for file in ("empty.txt", "picture.txt", "huge.txt"):
        (folder / file).unlink()
    (folder / "rows.jsonl").unlink()
    assert "2 added, 0 unchanged" in add(folder)
    before = (Claim.objects.count(), Appearance.objects.count(), PipelineRun.objects.count())
    assert before[0] > 0
    assert "0 added, 2 unchanged, 0 new version, 0 failed" in add(folder)
    assert (Claim.objects.count(), Appearance.objects.count(), PipelineRun.objects.count()) == before


def test_a_changed_text_is_a_new_version(folder: Path) -> None:
    report = folder / "report.txt"
    add(report)
    report.write_text(REPORT.replace("26 out of 31", "27 out of 31"))
    assert "1 new version" in add(report)
    article = Article.objects.get()
    assert [version.is_current for version in article.versions.order_by("number")] == [False, True]
    assert article.title == "Assembly adopts text on the fishing zone"
    assert str(article.published_on) == "2025-03-04"


def test_texts_of_unknown_origin_do_not_share_a_publisher(folder: Path) -> None:
    (folder / "other.txt").write_text("The river rose by 3 metres on Sunday, the mayor said. Two bridges were closed.")
    add(folder / "report.txt", folder / "other.txt")
    assert ArticleVersion.objects.values("article__publisher").distinct().count() == 2


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no file or folder"):
        add(tmp_path / "missing.txt")
