"""Read captured texts with extraction: what both stations, extract and match, work on."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import prefetch_related_objects

from articles.models import ArticleVersion
from articles.parsing.types import PassageKind
from claims.extraction import Extraction, Request, Stretch, extract_all
from claims.extraction.language import load_tuned

READ = (PassageKind.BODY, PassageKind.POST, PassageKind.QUOTED)
"""The kinds of passages in which claims are looked for."""


def read(version: ArticleVersion) -> Extraction:
    """What extraction finds in `version`."""
    return read_all([version])[version.pk]


def read_all(versions: Sequence[ArticleVersion]) -> dict[int, Extraction]:
    """What extraction finds in each of the versions, by their keys. All are parsed together."""
    prefetch_related_objects(versions, "article", "passages")
    requests = [
        Request(
            version.text,
            spans=stretches_of(version),
            published_on=version.article.published_on,
            language=version.article.language,
        )
        for version in versions
    ]
    return {
        version.pk: found
        for version, found in zip(versions, extract_all(requests, nlp=load_tuned()), strict=True)
    }  # fmt: skip


def stretches_of(version: ArticleVersion) -> list[Stretch]:
    """What is read on its own: passages of one author and day that follow one another are one stretch, so that what a
    paragraph leans on is still known from the paragraph before."""
    published_on = version.article.published_on
    passages = list(version.passages.all())
    if not passages:
        return [Stretch(0, len(version.text), published_on)]
    stretches: list[Stretch] = []
    kind = ""
    for passage in sorted(passages, key=lambda passage: passage.start):
        if passage.kind not in READ:
            continue
        found = Stretch(passage.start, passage.end, passage.published_on or published_on, passage.author)
        last = stretches[-1] if stretches else None
        goes_on = (
            last and passage.kind == kind and (last.author, last.published_on) == (found.author, found.published_on)
        )
        if last and goes_on and not version.text[last.end : found.start].strip():
            stretches[-1] = replace(last, end=found.end)
        else:
            stretches.append(found)
        kind = passage.kind
    return stretches
