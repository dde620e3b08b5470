"""Bringing in a text, and seeing what was found in it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Publisher
from claims.actions import pipeline
from claims.admin.history import changes_of
from claims.models import Appearance, PipelineRun
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

ADD = "/admin/articles/article/add/"
TEXT = """Assembly adopts text on the harbour

24 February 2025

The United Nations General Assembly adopted the text on Monday with 93 votes in favour, 8 against and 73 abstentions.

The ambassador of Ruritania said that the vote was a success for small states.
"""


@pytest.fixture
def reporter(sit: DeskClient) -> Client:
    return sit("Reporter")


@pytest.fixture
def publisher(db: None) -> Publisher:
    made: Publisher = factories.PublisherFactory.create()
    return made


def test_a_pasted_text_is_read_and_its_claims_are_shown(reporter: Client, publisher: Publisher) -> None:
    form = {"publisher": publisher.pk, "text": TEXT, "url": "https://paper.example.org/harbour", "note": "Pasted"}
    answer = reporter.post(ADD, form, follow=True)
    article = Article.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.publisher, article.note, article.is_public) == (publisher, "Pasted", False)
    assert not PipelineRun.objects.exclude(error="").exists()
    quote = Appearance.objects.filter(quote__contains="93 votes").earliest("pk").quote
    assert f"<mark>{quote}</mark>" in answer.text
    assert "Added." in answer.text


def test_what_is_filled_in_goes_before_what_is_found(reporter: Client, publisher: Publisher) -> None:
    form = {
        "publisher": publisher.pk,
        "text": TEXT,
        "title": "My title",
        "published_on": "2025-03-01",
        "is_public": "on",
    }
    reporter.post(ADD, form)
    article = Article.objects.get()
    assert (article.title, str(article.published_on)) == ("My title", "2025-03-01")
    assert not article.is_public, "a reporter does not put a whole text before readers"


def test_an_editor_may_show_readers_the_whole_text(sit: DeskClient, publisher: Publisher) -> None:
    sit("Editor").post(ADD, {"publisher": publisher.pk, "text": TEXT, "is_public": "on"})
    assert Article.objects.get().is_public


@pytest.mark.parametrize(("role", "versions"), [("Reporter", 1), ("Editor", 2)])
def test_other_words_for_an_article_that_is_there_are_an_editors(
    sit: DeskClient, publisher: Publisher, role: str, versions: int
) -> None:
    version = factories.VersionFactory.create(article__is_public=True)
    answer = sit(role).post(ADD, {"publisher": publisher.pk, "text": TEXT, "url": version.article.url}, follow=True)
    assert version.article.versions.count() == versions
    assert ("an editor&#x27;s to change" in answer.text) is (versions == 1)


def test_the_same_text_again_adds_nothing(reporter: Client, publisher: Publisher) -> None:
    form = {"publisher": publisher.pk, "text": TEXT}
    reporter.post(ADD, form)
    found = Appearance.objects.count()
    assert "on record already" in reporter.post(ADD, form, follow=True).text
    assert (Article.objects.count(), Appearance.objects.count()) == (1, found)


def test_a_changed_text_is_a_new_version(sit: DeskClient, publisher: Publisher) -> None:
    editor = sit("Editor")
    form = {"publisher": publisher.pk, "url": "https://paper.example.org/harbour"}
    editor.post(ADD, {**form, "text": TEXT})
    assert "new version" in editor.post(ADD, {**form, "text": TEXT.replace("93", "89")}, follow=True).text
    assert Article.objects.get().versions.count() == 2


@pytest.mark.parametrize(
    ("name", "content"), [("vote.txt", TEXT), ("vote.html", f"<html><body><article><p>{TEXT}</p></article>")]
)
def test_a_file_is_read(name: str, content: str, reporter: Client, publisher: Publisher) -> None:
    reporter.post(ADD, {"publisher": publisher.pk, "file": SimpleUploadedFile(name, content.encode())})
    assert "93 votes in favour" in Article.objects.get().versions.get().text


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Paste the text or choose a file."),
        ({"text": "   "}, "Paste the text or choose a file."),
        ({"text": TEXT, "file": SimpleUploadedFile("a.txt", b"More")}, "not both"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")}, "Only .txt and .html files"),
        ({"file": SimpleUploadedFile("a.txt", b"%PDF-1.7 x")}, "PDF"),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 10_000_001)}, "the limit for one article is 10 MB"),
        ({"text": "<html><body><p>Hello</p></body></html>"}, "web page (HTML)"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"text": TEXT, "url": "ftp://paper.example.org/x"}, "not a web address"),
        ({"text": TEXT, "published_on": "yesterday"}, "Enter a valid date"),
        ({"text": TEXT, "publisher": "no number"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_kept(
    form: dict[str, object], sentence: str, reporter: Client, publisher: Publisher
) -> None:
    answer = reporter.post(ADD, {"publisher": publisher.pk, **form})
    assert answer.status_code == 200
    assert sentence in answer.text
    assert not Article.objects.exists()


def test_a_failure_is_shown_kept_and_tried_again(
    reporter: Client, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> PipelineRun:
        raise RuntimeError("the model is missing")

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "extract", broken)
        page = reporter.post(ADD, {"publisher": publisher.pk, "text": TEXT}, follow=True).text
    assert "The text is kept, but reading it failed: RuntimeError: the model is missing" in page
    article = Article.objects.get()
    read = reverse("admin:articles_article_read", args=[article.pk])
    assert read in page
    assert reporter.get("/admin/").context["queues"][-1]["count"] == "1"
    page = reporter.post(read, follow=True).text
    assert read not in page
    assert Appearance.objects.filter(version__article=article).exists()
    assert reporter.get(read).status_code == 405


def test_strangers_cannot_add(sit: DeskClient, publisher: Publisher) -> None:
    article = factories.VersionFactory.create().article
    assert sit("").post(ADD, {"publisher": publisher.pk, "text": TEXT}).status_code == 403
    assert sit("").post(reverse("admin:articles_article_read", args=[article.pk])).status_code == 403
    assert Article.objects.count() == 1


def test_the_history_tells_the_machine_from_who_started_it(reporter: Client, publisher: Publisher) -> None:
    reporter.post(ADD, {"publisher": publisher.pk, "text": TEXT})
    name = person(reporter).get_full_name() or person(reporter).get_username()
    (added,), _ = changes_of(Article.objects.get())
    assert added.who == name
    lines, _ = changes_of(Appearance.objects.earliest("pk").claim)
    assert {line.who for line in lines} == {f"the machine, started by {name}"}
    assert lines[-1].doing == "added"
