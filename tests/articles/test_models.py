"""The database's own rules on articles, each tried from both sides, through the ORM and as raw SQL."""

import pytest

from articles.models import Article, ArticleVersion, IngestAttempt, Passage, Publisher
from tests.conftest import Commit, Refusal, Writer
from tests.factories import ArticleFactory, PublisherFactory, VersionFactory

pytestmark = pytest.mark.django_db


def version_fields(article: Article, **fields: object) -> dict[str, object]:
    return {"article": article, "number": 1, "title": "A title", "text": "A text.", "content_sha256": "0" * 64} | fields


def test_the_newsroom_has_one_own_desk(write: Writer, refused: Refusal) -> None:
    own = PublisherFactory.create(kind=Publisher.Kind.OWN)
    with refused("publisher_one_own_desk"):
        write.add(Publisher, name="Second desk", slug="second-desk", kind="own")
    write.add(Publisher, name="Another desk", slug="another-desk", kind="desk")
    other = PublisherFactory.create()
    with refused("publisher_one_own_desk"):
        write.change(other, kind="own")
    assert Publisher.objects.own() == own


def test_no_own_desk_is_an_error_that_says_so() -> None:
    with pytest.raises(Publisher.DoesNotExist):
        Publisher.objects.own()


def test_an_article_is_no_copy_of_itself(write: Writer, refused: Refusal) -> None:
    article, original = ArticleFactory.create(), ArticleFactory.create()
    with refused("article_not_copy_of_itself"):
        write.change(article, copy_of=article)
    write.change(article, copy_of=original)


def test_an_identifier_is_one_article(write: Writer, refused: Refusal) -> None:
    article = ArticleFactory.create()
    with refused("identifier"):
        write.add(Article, publisher=article.publisher, identifier=article.identifier, title="Again")


def test_readers_see_whole_texts_of_public_articles_only() -> None:
    public = ArticleFactory.create(is_public=True)
    ArticleFactory.create(is_public=False)
    assert list(Article.objects.public()) == [public]


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other words."},
        {"title": "Another title"},
        {"number": 7},
        {"content_sha256": "f" * 64},
        {"captured_at": "2020-01-01 00:00:00+00"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_version_keeps_what_was_captured(change: dict[str, object], write: Writer, refused: Refusal) -> None:
    version = VersionFactory.create()
    with refused("Cannot update rows from articles_articleversion table"):
        write.change(version, **change)


def test_a_version_stays_with_its_article(write: Writer, refused: Refusal) -> None:
    version, elsewhere = VersionFactory.create(), ArticleFactory.create()
    with refused("Cannot update rows from articles_articleversion table"):
        write.change(version, article=elsewhere)


def test_a_version_may_only_cease_to_be_current(write: Writer, commit: Commit) -> None:
    version = VersionFactory.create()
    write.change(version, is_current=False)
    commit()
    assert not ArticleVersion.objects.get(pk=version.pk).is_current


def test_a_version_is_never_deleted(write: Writer, refused: Refusal) -> None:
    version = VersionFactory.create()
    with refused("Cannot delete rows from articles_articleversion table"):
        write.remove(version)


def test_an_article_has_one_current_version(write: Writer, refused: Refusal) -> None:
    first = VersionFactory.create()
    with refused("article_version_one_current"):
        write.add(ArticleVersion, **version_fields(first.article, number=2))
    write.add(ArticleVersion, **version_fields(first.article, number=3, is_current=False))
    third = first.article.versions.get(number=3)
    with refused("article_version_one_current"):
        write.change(third, is_current=True)


def test_versions_are_numbered_and_have_text(write: Writer, refused: Refusal) -> None:
    first = VersionFactory.create()
    with refused("article_version_number"):
        write.add(ArticleVersion, **version_fields(first.article, number=1, is_current=False))
    with refused("article_version_has_text"):
        write.add(ArticleVersion, **version_fields(first.article, number=2, is_current=False, text=""))


def test_passages_end_after_they_start(write: Writer, refused: Refusal) -> None:
    version = VersionFactory.create()
    for end in (3, 2):
        with refused("passage_end_after_start"):
            write.add(Passage, version=version, kind="body", start=3, end=end)
    write.add(Passage, version=version, kind="body", start=3, end=4)
    with refused("passage_start"):
        write.add(Passage, version=version, kind="post", start=3, end=9)


def test_passages_are_append_only(write: Writer, refused: Refusal) -> None:
    passage = Passage.objects.create(version=VersionFactory.create(), kind="body", start=0, end=5)
    with refused("rows from articles_passage table"):
        write.change(passage, kind="boilerplate")
    with refused("rows from articles_passage table"):
        write.remove(passage)


@pytest.mark.parametrize(
    ("outcome", "reason", "has_version", "lawful"),
    [
        ("failed", "It is a PDF.", False, True),
        ("failed", "", False, False),
        ("failed", "It is a PDF.", True, False),
        ("added", "", True, True),
        ("added", "", False, False),
        ("unchanged", "", False, False),
        ("new_version", "", True, True),
    ],
)
def test_an_attempt_has_a_version_or_a_reason(
    outcome: str, reason: str, has_version: bool, lawful: bool, write: Writer, refused: Refusal
) -> None:
    fields = {
        "identifier": "file:///a.txt",
        "outcome": outcome,
        "reason": reason,
        "version": VersionFactory.create() if has_version else None,
    }
    if lawful:
        write.add(IngestAttempt, **fields)
        return
    with refused("ingest_attempt_failed_or_version"):
        write.add(IngestAttempt, **fields)


def test_attempts_are_append_only(write: Writer, refused: Refusal) -> None:
    attempt = IngestAttempt.objects.create(identifier="a", outcome="failed", reason="It is a PDF.")
    with refused("rows from articles_ingestattempt table"):
        write.change(attempt, reason="It was fine.")
    with refused("rows from articles_ingestattempt table"):
        write.remove(attempt)
