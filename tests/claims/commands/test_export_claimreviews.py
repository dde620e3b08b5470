"""The command that writes what is published into a file."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.claims.views.world import checked_claim

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "annotations"])
def test_a_file_is_written_whole(form: str, tmp_path: Path) -> None:
    claim = checked_claim()
    file = tmp_path / "out"
    call_command("export_claimreviews", file, format=form)
    assert claim.get_absolute_url() in file.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_a_file_it_goes_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    checked_claim()
    call_command("export_claimreviews")
    assert len(json.loads(capsys.readouterr().out)["dataFeedElement"]) == 1


def test_since_leaves_out_what_is_older(capsys: pytest.CaptureFixture[str]) -> None:
    checked_claim()
    call_command("export_claimreviews", "--since", "2999-01-01")
    assert json.loads(capsys.readouterr().out)["dataFeedElement"] == []
    with pytest.raises(CommandError, match="leave out --since"):
        call_command("export_claimreviews", "--since", "2999-01-01", "--format", "annotations")
