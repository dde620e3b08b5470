"""The panel of an item: taking and giving, watching, comments. By ordinary forms and by htmx."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.actions import comments, watching
from claims.models import Comment, Notification, Watch
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

pytestmark = pytest.mark.django_db
ROLES = ("Reporter", "Editor", "Chief", "Auditor", "")
DESK = ("Reporter", "Editor", "Chief")
HTMX = {"HX-Request": "true"}
MAKERS: dict[str, Any] = {
    "article": lambda: factories.VersionFactory.create().article,
    "claim": factories.ClaimFactory.create,
    "contradiction": factories.ContradictionFactory.create,
    "event": factories.EventFactory.create,
    "verdict": lambda: factories.submit(factories.VerdictFactory.create()),
}


def to(step: str, item: Model) -> str:
    return reverse(f"desk_{step}", args=[item._meta.model_name, item.pk])


def page(item: Model) -> str:
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("role", ROLES)
def test_who_sees_and_says_what(kind: str, role: str, sit: DeskClient) -> None:
    client, item = sit(role), MAKERS[kind]()
    answer = client.get(page(item))
    thread = client.get(to("thread", item))
    said = client.post(to("comment", item), {"text": "Look <b>here</b>."})
    watched = client.post(to("watch", item), {"start": ""})
    if not role:
        assert [one.status_code for one in (answer, thread, said, watched)] == [403] * 4
    else:
        assert answer.status_code == thread.status_code == 200
        assert ('id="cc-talk-form"' in answer.text) == (role in DESK)
        assert watched.status_code == 302
        assert Watch.objects.filter(user=person(client), is_on=True).exists(), "who may see it may watch it"
    assert Comment.objects.exists() == (role in DESK)
    if role in DESK:
        assert "Look &lt;b&gt;here&lt;/b&gt;." in client.get(page(item)).text


@pytest.mark.parametrize("kind", ["claim", "contradiction", "verdict"])
@pytest.mark.parametrize("role", ROLES)
def test_who_takes_what(kind: str, role: str, sit: DeskClient) -> None:
    client, item = sit(role), MAKERS[kind]()
    takes = DESK if kind == "claim" else ("Editor", "Chief")
    if role:
        assert ('id="cc-take"' in client.get(page(item)).text) == (role in takes)
        assert ('id="cc-give"' in client.get(page(item)).text) == (role in ("Editor", "Chief"))
    client.post(to("assign", item), {"take": "", "seen": ""})
    item.refresh_from_db()
    assert item.assignee == (person(client) if role in takes else None)


@pytest.mark.parametrize("step", ["comment", "resolve", "watch", "assign"])
def test_no_step_is_taken_by_a_link_or_by_a_stranger(step: str, sit: DeskClient, client: Client) -> None:
    claim = factories.ClaimFactory.create()
    assert sit("Chief").get(to(step, claim)).status_code == 405
    answer = client.post(to(step, claim), {"text": "x"})
    assert answer.status_code == (403 if step == "comment" else 302)
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(factories.UserFactory.create(groups=["Chief"]))
    assert careful.post(to(step, claim), {"text": "x", "take": ""}).status_code == 403
    claim.refresh_from_db()
    assert (claim.assignee, Comment.objects.count(), Watch.objects.count()) == (None, 0, 0)


@pytest.mark.parametrize("address", ["talk/user/1/", "talk/claim/999999/", "talk/nothing/1/comment/"])
def test_what_there_is_not(address: str, sit: DeskClient) -> None:
    client = sit("Chief")
    url = f"/admin/{address}"
    assert (client.post(url, {"text": "x"}) if "comment" in address else client.get(url)).status_code == 404


def test_an_article_is_nobodys_work(sit: DeskClient) -> None:
    assert sit("Chief").post(to("assign", MAKERS["article"]()), {"take": ""}).status_code == 404


def test_giving_and_giving_back(sit: DeskClient) -> None:
    editor = sit("Editor")
    ida = factories.UserFactory.create(first_name="Ida", last_name="First", groups=["Reporter"])
    auditor = factories.UserFactory.create(groups=["Auditor"])
    claim = factories.ClaimFactory.create()
    answer = editor.post(to("assign", claim), {"to": auditor.pk, "seen": ""}, follow=True)
    assert "Choose a colleague who can work on it." in answer.text
    answer = editor.post(to("assign", claim), {"to": ida.pk, "seen": ""}, follow=True)
    assert "It is Ida First&#x27;s now." in answer.text
    assert "Assigned to <strong>Ida First</strong>" in answer.text
    answer = editor.post(to("assign", claim), {"take": "", "seen": ""}, follow=True)
    assert "Meanwhile Ida First was given it: look again." in answer.text
    answer = editor.post(to("assign", claim), {"drop": "", "seen": ida.pk}, follow=True)
    assert "It is nobody&#x27;s now." in answer.text
    claim.refresh_from_db()
    assert claim.assignee is None


def test_a_comment_tells_whom_it_names_and_says_whom_it_did_not(sit: DeskClient) -> None:
    editor = sit("Editor")
    ida = factories.UserFactory.create(username="ida", first_name="Ida", groups=["Reporter"])
    claim = factories.ClaimFactory.create()
    answer = editor.post(to("comment", claim), {"text": "Ask @ida and @idda.\nSoon."}, follow=True)
    assert "Nobody here is called @idda: no one was told by that name." in answer.text
    assert f'<a class="cc-link" href="/admin/claims/claim/?assigned={ida.pk}"' in answer.text
    assert Notification.objects.get().recipient == ida
    assert "Said." in answer.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_cannot_be_said_stays_in_the_form(headers: dict[str, str], sit: DeskClient) -> None:
    claim, editor = factories.ClaimFactory.create(), sit("Editor")
    long = "word " * 2001
    answer = editor.post(to("comment", claim), {"text": long}, headers=headers)
    assert answer.status_code == (200 if headers else 422)
    assert long.strip() in answer.text
    assert "at most 10000 characters" in answer.text
    answer = editor.post(to("comment", claim), {"text": " \n "}, headers=headers)
    assert "Write a comment first." in answer.text
    assert not Comment.objects.exists()


def test_what_is_sent_after_the_session_has_ended_is_held(client: Client) -> None:
    claim = factories.ClaimFactory.create()
    answer = client.post(to("comment", claim), {"text": "Typed for ten minutes"})
    assert answer.status_code == 403
    assert "Typed for ten minutes" in answer.text


def test_resolving_and_opening_again(sit: DeskClient) -> None:
    claim, reporter = factories.ClaimFactory.create(), sit("Reporter")
    said = comments.comment(item=claim, by=factories.UserFactory.create(groups=["Editor"]), text="Which vote?")
    assert "1 comment, 1 to deal with" in reporter.get(page(claim)).text
    reporter.post(to("resolve", claim), {"comment": said.pk, "done": ""})
    said.refresh_from_db()
    assert said.resolved_by == person(reporter)
    answer = reporter.post(to("resolve", claim), {"comment": said.pk, "done": ""}, follow=True)
    assert "It is resolved already." in answer.text
    assert "to deal with" not in answer.text
    reporter.post(to("resolve", claim), {"comment": said.pk, "again": ""})
    said.refresh_from_db()
    assert said.resolved_at is None
    other = factories.ClaimFactory.create()
    assert reporter.post(to("resolve", other), {"comment": said.pk, "done": ""}).status_code == 404


def test_an_auditor_resolves_nothing(sit: DeskClient) -> None:
    claim, auditor = factories.ClaimFactory.create(), sit("Auditor")
    said = comments.comment(item=claim, by=factories.UserFactory.create(groups=["Editor"]), text="Which vote?")
    assert "cc-resolve-" not in auditor.get(page(claim)).text
    answer = auditor.post(to("resolve", claim), {"comment": said.pk, "done": ""}, follow=True)
    assert "may not do this" in answer.text
    said.refresh_from_db()
    assert said.resolved_at is None


def test_watching_is_switched_on_and_off(sit: DeskClient) -> None:
    claim, reporter = factories.ClaimFactory.create(), sit("Reporter")
    assert ">Watch<" in reporter.get(page(claim)).text
    answer = reporter.post(to("watch", claim), {"start": ""}, follow=True)
    assert "Stop watching" in answer.text
    assert watching.is_watching(person(reporter), claim)
    reporter.post(to("watch", claim), {"stop": ""})
    assert not watching.is_watching(person(reporter), claim)


def test_htmx_is_given_the_panel_alone(sit: DeskClient) -> None:
    claim, reporter = factories.ClaimFactory.create(), sit("Reporter")
    answer = reporter.post(to("assign", claim), {"take": "", "seen": ""}, headers=HTMX)
    assert answer.text.lstrip().startswith('<section id="cc-talk"')
    assert "<html" not in answer.text
    assert "It is yours." in answer.text
    assert "Assigned to <strong>you</strong>" in answer.text
    assert "HX-Request" in answer["Vary"]
    answer = reporter.post(to("comment", claim), {"text": "Begun."}, headers=HTMX)
    assert "Begun." in answer.text


def test_without_htmx_one_comes_back_to_where_one_was(sit: DeskClient) -> None:
    claim = factories.ClaimFactory.create()
    answer = sit("Reporter").post(
        to("watch", claim), {"start": ""}, headers={"Referer": f"http://testserver{page(claim)}?x=1#old"}
    )
    assert answer["Location"] == f"http://testserver{page(claim)}?x=1#cc-talk"


def test_the_panel_shows_the_latest_and_the_thread_all(sit: DeskClient) -> None:
    claim, reporter = factories.ClaimFactory.create(), sit("Reporter")
    author = person(reporter)
    Comment.objects.bulk_create(Comment(item=claim, author=author, text=f"Comment number {n}.") for n in range(60))
    short = reporter.get(page(claim)).text
    assert "Comment number 59." in short
    assert "Comment number 9." not in short
    assert "All comments" in short
    whole = reporter.get(to("thread", claim)).text
    assert whole.index("Comment number 0.") < whole.index("Comment number 59.")
    assert "All comments" not in whole


@pytest.mark.parametrize("kind", MAKERS)
def test_more_comments_take_no_more_queries(kind: str, sit: DeskClient) -> None:
    item, client = MAKERS[kind](), sit("Chief")
    names = [factories.UserFactory.create(username=f"name{n}", groups=["Reporter"]) for n in range(6)]

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(to("thread", item)).status_code == 200
        return len(queries)

    comments.comment(item=item, by=names[0], text="@name1, look")
    asked()
    few = asked()
    for one in names:
        said = comments.comment(item=item, by=one, text="@name2 and @name3 and @name4")
        comments.resolve(comment=said, by=names[5])
    assert asked() == few <= 22
