"""Who speaks: the Source of every name that extraction found, by any known spelling."""

from collections.abc import Iterable, Mapping

from claims.extraction.names import fold_name
from claims.extraction.types import Speaker
from claims.models import Source, SourceAlias


def sources_of(speakers: Mapping[str, Speaker]) -> dict[str, Source]:
    """The Source of each name, found by any known spelling; a name never seen becomes a new Source with one alias."""
    keys = {name: key for name in speakers if (key := fold_name(name))}
    known = _by_key(keys.values())
    missing = {key: name for name, key in reversed(keys.items()) if key not in known}
    if missing:
        Source.objects.bulk_create(
            [Source(name=name[:200], kind=speakers[name].kind) for name in missing.values()], ignore_conflicts=True
        )
        rows = {
            source.name: source for source in Source.objects.filter(name__in=[name[:200] for name in missing.values()])
        }
        SourceAlias.objects.bulk_create(
            [SourceAlias(source=rows[name[:200]], name=name[:200], key=key[:200]) for key, name in missing.items()],
            ignore_conflicts=True,
        )
        known = _by_key(keys.values())
    return {name: known[key[:200]] for name, key in keys.items() if key[:200] in known}


def _by_key(keys: Iterable[str]) -> dict[str, Source]:
    aliases = SourceAlias.objects.filter(key__in=[key[:200] for key in keys]).select_related("source")
    return {alias.key: alias.source for alias in aliases}
