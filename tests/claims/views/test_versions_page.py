"""What changed in a public article after it was first captured."""

import pytest
from django.test import Client

from articles.models import Article, ArticleVersion, Passage
from tests.claims.views.world import read
from tests.factories import TEXT, AppearanceFactory, ArticleFactory, VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edited() -> Article:
    """An article that now says 89 where it said 93."""
    article: Article = ArticleFactory.create(language="ar")
    VersionFactory.create(article=article, is_current=False)
    VersionFactory.create(article=article, number=2, text=TEXT.replace("93", "89") + "\n\n<script>alert(1)</script>")
    return article


def test_an_article_tells_that_it_was_changed(client: Client, edited: Article) -> None:
    page = read(client, edited.get_absolute_url())
    assert "1 earlier version" in page
    assert f"{edited.get_absolute_url()}versions/?earlier=1&amp;later=2" in page
    once = VersionFactory.create().article
    assert "earlier version" not in read(client, once.get_absolute_url())
    read(client, f"{once.get_absolute_url()}versions/", status=404)


def test_both_versions_stand_side_by_side(client: Client, edited: Article) -> None:
    page = read(client, f"{edited.get_absolute_url()}versions/")
    assert "<del>93</del>" in page
    assert "<ins>89</ins>" in page
    assert "&lt;script&gt;" in page
    assert '<tbody lang="ar">' in page
    asked = read(client, f"{edited.get_absolute_url()}versions/?earlier=1&later=2")
    assert asked.split("<tbody")[1].split("</tbody>")[0] == page.split("<tbody")[1].split("</tbody>")[0]


def test_boilerplate_is_not_compared(client: Client, edited: Article) -> None:
    for version in ArticleVersion.objects.all():
        Passage.objects.create(version=version, kind="boilerplate", start=0, end=version.text.index("8 against"))
    page = read(client, f"{edited.get_absolute_url()}versions/")
    assert "<del>" not in page
    assert "1 change." in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("earlier=2&later=1", 400),
        ("earlier=1&later=1", 400),
        ("earlier=x", 400),
        ("earlier=1&later=9", 404),
        ("a=1", 400),
    ],
)
def test_only_versions_that_are_there_are_compared(client: Client, edited: Article, query: str, status: int) -> None:
    read(client, f"{edited.get_absolute_url()}versions/?{query}", status=status)


def test_the_versions_of_a_text_that_is_not_public_are_not_there(client: Client, edited: Article) -> None:
    address = f"{edited.get_absolute_url()}versions/"
    assert client.get(f"/articles/{edited.pk}-other/versions/")["Location"] == address
    Article.objects.update(is_public=False)
    read(client, address, status=410)


def test_a_copy_leads_to_what_it_repeats_where_that_is_public(client: Client) -> None:
    first = VersionFactory.create().article
    copy = VersionFactory.create(article=ArticleFactory.create(copy_of=first)).article
    page = read(client, copy.get_absolute_url())
    assert f"This text repeats one by {first.publisher}." in page
    assert f'href="{first.get_absolute_url()}"' in page
    Article.objects.filter(pk=first.pk).update(is_public=False)
    assert f'href="{first.get_absolute_url()}"' not in read(client, copy.get_absolute_url())


def test_the_words_of_a_text_say_their_language(client: Client, edited: Article) -> None:
    AppearanceFactory.create(version=edited.versions.get(is_current=True), claim__text="A claim")
    page = read(client, edited.get_absolute_url())
    assert '<div class="published" lang="ar" dir="auto">' in page
    assert f'<a href="{edited.publisher.get_absolute_url()}">' in page
