"""The digests: articles with everything that the pipeline needs, already told apart from boilerplate."""

from datetime import date

from articles.actions import Incoming, add_articles
from articles.models import IngestAttempt, Publisher
from articles.parsing.types import ParsedArticle, Passage, PassageKind
from seeds.loader.data import rows


def identifier(article: str) -> str:
    """What names the digest with the id `article` among all articles."""
    return f"seeds:{article}"


def passages_of(body: str) -> tuple[Passage, ...]:
    """A digest is one passage of text; a note of ours at its end is not what the outlet says, and is not read for
    claims."""
    end = body.find("[Crosscheck's note:")
    if end < 0:
        return (Passage(PassageKind.BODY, 0, len(body)),)
    return (Passage(PassageKind.BODY, 0, end), Passage(PassageKind.META, end, len(body)))


def load_articles() -> list[IngestAttempt]:
    """Take in every digest. A digest names the address of the report it digests, but is not that report: it keeps an
    identifier of its own and carries the note that says so."""
    publishers = {publisher.slug: publisher for publisher in Publisher.objects.all()}
    texts = [
        Incoming(
            parsed=ParsedArticle(
                text=row["body"],
                title=row["title"],
                byline=row["byline"],
                language=row["language"],
                published_on=date.fromisoformat(row["published_at"]),
                passages=passages_of(row["body"]),
            ),
            publisher=publishers[row["publisher"]],
            identifier=identifier(row["id"]),
            note=row["digest_note"],
            is_public=True,
            is_based_on=row["url"],
        )
        for row in rows("articles.jsonl")
    ]
    return add_articles(texts=texts)
