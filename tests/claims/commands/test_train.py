"""manage.py train: a thin shell over claims.training."""

import importlib
import inspect
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from claims.management.commands.train import TASKS


@pytest.mark.parametrize("task", TASKS)
def test_every_task_has_its_module_and_its_weights(task: str) -> None:
    module = importlib.import_module(f"claims.training.{task.replace('-', '_')}")
    assert list(inspect.signature(module.train).parameters)[:2] == ["path", "out"]
    assert (settings.BASE_DIR / TASKS[task][1]).is_file()


def test_weights_are_written_where_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def learn(path: Path, out: Path) -> None:
        out.write_bytes(path.read_bytes())

    monkeypatch.setattr("claims.training.check_worthy.train", learn)
    data, out, said = tmp_path / "data", tmp_path / "out", StringIO()
    data.write_text("rows")
    call_command("train", "check-worthy", str(data), out=out, stdout=said, verbosity=0)
    assert out.read_text() == "rows"
    assert str(out) in said.getvalue()


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("train", "check-worthy", str(tmp_path / "none"), out=tmp_path / "out", verbosity=0)
