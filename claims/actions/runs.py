"""Which station has been through which text: a success is not repeated until the method changes."""

from collections.abc import Sequence

from articles.models import ArticleVersion
from claims.models import PipelineRun


def unfinished(
    *, versions: Sequence[ArticleVersion], station: PipelineRun.Station, method: str
) -> list[ArticleVersion]:
    """Those of `versions` that the station has not been through by `method`, in the order given.

    Locks the versions first, so that of two processes at one text the second sees what the first has done. Needs a
    transaction.
    """
    keys = sorted(version.pk for version in versions)
    list(ArticleVersion.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk"))
    runs = PipelineRun.objects.filter(version__in=keys, station=station, method=method, error="")
    done = set(runs.values_list("version", flat=True))
    return [version for version in versions if version.pk not in done]


def finished(*, versions: Sequence[ArticleVersion], station: PipelineRun.Station, method: str) -> None:
    """Keep that the station has been through `versions`."""
    PipelineRun.objects.bulk_create(
        PipelineRun(version=version, station=station, method=method) for version in versions
    )
