"""The pipeline with a progress bar, for every command that runs it."""

from collections.abc import Iterable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from articles.models import ArticleVersion
from claims.actions.pipeline import Outcome, process


def process_with_bar(versions: Iterable[ArticleVersion], *, total: int, console: Console) -> Outcome:
    """Take `total` versions through the pipeline, showing on `console` how far it is, and then what failed and why."""
    columns = (TextColumn("Finding claims"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=total == 0) as bar:
        task = bar.add_task("versions", total=total)
        outcome = process(versions=versions, progress=lambda _: bar.advance(task))
    for version, cause in outcome.failed.items():
        console.print(f"Version {version} failed: {cause}", markup=False)
    return outcome
