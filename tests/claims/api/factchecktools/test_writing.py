"""pages.create, .update and .delete: what another desk puts on its page, by the action that imports files."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Publisher
from claims.actions.importing import OURS
from claims.models import ApiKey, Claim, Correction, ImportedReview, ImportRun, User, Verdict
from tests import factories
from tests.claims.actions.test_importing import review as imported
from tests.claims.actions.test_importing import take_in
from tests.claims.api.factchecktools import scene
from tests.claims.api.factchecktools.conftest import Ask, Review
from tests.claims.api.test_keys import bearer
from tests.claims.api.test_matrix import written

pytestmark = pytest.mark.django_db
PAGE_URL = "https://www.fakten.example.org/check/7"
Send = Callable[..., Any]


@pytest.fixture
def key() -> ApiKey:
    return scene.importer()


@pytest.fixture
def send(client: Client, key: ApiKey) -> Send:
    """`send("post", "pages", body)` is the JSON of the answer; `expect` its status, `as_` another key."""

    def send(method: str, path: str, body: Any = None, expect: int = 200, as_: ApiKey = key) -> Any:
        answer = getattr(client, method)(
            f"/v1alpha1/{path}", body, content_type="application/json", headers=bearer(as_)
        )
        assert answer.status_code == expect, answer.content
        return answer.json()

    return send


def program(*roles: str) -> ApiKey:
    """The key of a service account: it may import, and decides nothing of what readers see."""
    user: User = factories.UserFactory.create(groups=list(roles), is_service=True, is_staff=False)
    user.set_unusable_password()
    user.save()
    key: ApiKey = factories.ApiKeyFactory.create(user=user, scopes=["desk"])
    return key


def markup(claim: str = "The bridge is closed", rating: Any = "False", **more: Any) -> dict[str, Any]:
    whole = {"textualRating": rating} if isinstance(rating, str) else rating
    return {"claimReviewed": claim, "rating": whole, **more}


def page(*markups: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "pageUrl": PAGE_URL,
        "publishDate": "2026-01-02",
        "claimReviewAuthor": {"name": "Faktencheck", "imageUrl": "https://www.fakten.example.org/logo.png"},
        "claimReviewMarkups": list(markups) or [markup()],
        **more,
    }


FULL = markup(
    url=f"{PAGE_URL}#bridge",
    claimDate="2025-12-30",
    claimLocation="A rally",
    claimFirstAppearance="https://paper.example.org/1",
    claimAppearances=["https://paper.example.org/2", "https://paper.example.org/3"],
    claimAuthor={
        "name": "Mayor of Arlen", "jobTitle": "Mayor", "imageUrl": "https://paper.example.org/mayor.png",
        "sameAs": "https://www.wikidata.org/wiki/Q42",
    },
    rating={
        "ratingValue": 1, "worstRating": 1, "bestRating": 5, "textualRating": "False",
        "ratingExplanation": "Cars crossed it.", "imageUrl": "https://www.fakten.example.org/false.png",
    },
)  # fmt: skip


def test_everything_the_form_has_comes_back(send: Send, ask: Ask) -> None:
    sent = page(FULL, markup("The ferry runs", "True", url=PAGE_URL))
    created = send("post", "pages", sent)
    name, version = created.pop("name"), created.pop("versionId")
    assert name.startswith("pages/")
    assert version
    assert created == sent
    public = ask(name)
    assert public == {**sent, "name": name, "versionId": version}
    assert ask("pages", url=f"{PAGE_URL}#ferry") == ask("pages", organization="fakten.example.org")
    verdict = Verdict.objects.get(rating__name="False")
    assert (verdict.publisher.name, verdict.origin, verdict.rating.normalised) == ("Faktencheck", "imported", 1)
    assert send("put", name, public) == public, "what was read and is sent back changes nothing"
    assert Verdict.objects.count() == 2
    assert not ImportedReview.objects.filter(document__contains="dateModified").exists()


def test_create_again_adds_nothing(send: Send) -> None:
    created = send("post", "pages", page())
    assert send("post", "pages", page()) == created
    assert Verdict.objects.count() == Claim.objects.count() == 1
    assert [(run.added, run.unchanged) for run in ImportRun.objects.order_by("pk")] == [(1, 0), (0, 1)]


def test_update_replaces_all(send: Send, ask: Ask) -> None:
    created = send("post", "pages", page(markup(), markup("The ferry runs")))
    wanted = {**created, "claimReviewMarkups": [markup(rating="True", url=PAGE_URL), markup("It rains", url=PAGE_URL)]}
    updated = send("put", created["name"], wanted)
    assert updated["claimReviewMarkups"] == wanted["claimReviewMarkups"]
    assert updated["versionId"] != created["versionId"]
    assert ask(created["name"]) == updated
    gone = Correction.objects.get()
    assert (gone.kind, gone.verdict.claim.text, gone.verdict.status) == ("withdrawal", "The ferry runs", "withdrawn")
    back = send("put", created["name"], {**updated, "claimReviewMarkups": [markup(url=PAGE_URL)]})
    assert back["claimReviewMarkups"] == [markup(url=PAGE_URL)], "a rating may be changed back"


def test_update_keeps_what_the_form_has_no_place_for(send: Send, ask: Ask) -> None:
    take_in(imported(url=PAGE_URL, inLanguage="de", headline="Die Brücke"), publish=True)
    (listed,) = ask("pages", url=PAGE_URL)["claimReviewMarkupPages"]
    assert send("put", listed["name"], listed) == listed
    listed["claimReviewMarkups"][0]["rating"]["textualRating"] = "Mixture"
    send("put", listed["name"], listed)
    verdict = Verdict.objects.get(status="published")
    assert (verdict.language, verdict.headline, verdict.rating.name) == ("de", "Die Brücke", "Mixture")


def test_stale_version_is_refused(send: Send) -> None:
    created = send("post", "pages", page())
    updated = send("put", created["name"], {**created, "claimReviewMarkups": [markup(rating="True")]})
    error = send("put", created["name"], created, expect=409)["error"]
    assert (error["code"], error["status"]) == (409, "ABORTED")
    assert send("get", created["name"]) == updated


def test_delete_withdraws_and_keeps_the_history(send: Send, ask: Ask) -> None:
    created = send("post", "pages", page(markup(), markup("The ferry runs")))
    assert send("delete", created["name"]) == {}
    assert ask(created["name"], expect=404)["error"]["status"] == "NOT_FOUND"
    assert ask("pages", url=PAGE_URL) == {}
    assert set(Verdict.objects.values_list("status", flat=True)) == {"withdrawn"}
    assert Correction.objects.filter(kind="withdrawal").count() == 2
    send("delete", created["name"], expect=404)
    error = send("post", "pages", page(), expect=400)["error"]
    assert error["message"] == "claimReviewMarkups.0: It was withdrawn here."


def test_our_own_pages_are_refused(send: Send, review: Review, own: Publisher, other: Publisher) -> None:
    before = review("The bridge is closed", publisher=own)
    here = review("The ferry runs", publisher=other)
    counted = written()
    ours = page(claimReviewAuthor={"name": own.name})
    at_our_address = page(pageUrl=f"{settings.SITE_URL}/claims/1-x/")
    for method, path, body in (
        ("post", "pages", ours),
        ("post", "pages", at_our_address),
        ("put", f"pages/{before.claim_id}-{own.pk}", page()),
        ("put", f"pages/{here.claim_id}-{other.pk}", page()),
        ("delete", f"pages/{before.claim_id}-{own.pk}", None),
    ):
        error = send(method, path, body, expect=403)["error"]
        assert (error["status"], error["message"]) == ("PERMISSION_DENIED", OURS)
    assert written() == counted


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "red"}, "colour: There is no member of this name."),
        ({"pageUrl": "ftp://fakten.example.org/7"}, "pageUrl"),
        ({"pageUrl": f"{PAGE_URL}#a"}, "no anchor"),
        ({"pageUrl": None}, "pageUrl"),
        ({"publishDate": "soon"}, "claimReviewMarkups.0: It has no date of publication"),
        ({"publishDate": None}, "It has no date of publication."),
        ({"claimReviewMarkups": []}, "claimReviewMarkups"),
        ({"claimReviewMarkups": [{}]}, "claimReviewMarkups.0.claimReviewed"),
        ({"claimReviewMarkups": [markup(rating="")]}, "claimReviewMarkups.0.rating.textualRating"),
        ({"claimReviewMarkups": [markup(), markup(url="https://elsewhere.example.org/")]}, "claimReviewMarkups.1.url"),
        ({"claimReviewMarkups": [markup(), markup("?!")]}, "claimReviewMarkups.1: There are no words in the claim."),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_half_written(send: Send, changes: Any, message: str) -> None:
    before = written()
    error = send("post", "pages", page(**changes), expect=400)["error"]
    assert error["status"] == "INVALID_ARGUMENT"
    assert message in error["message"]
    assert written() == before


def test_page_keeps_its_address_and_name(send: Send) -> None:
    created = send("post", "pages", page())
    for changes in ({"pageUrl": "https://www.fakten.example.org/8"}, {"name": "pages/1-1"}):
        assert send("put", created["name"], {**created, **changes}, expect=400)["error"]["status"] == "INVALID_ARGUMENT"
    send("put", "pages/1-1", page(), expect=404)


def test_a_program_suggests_and_an_editor_publishes(send: Send, ask: Ask) -> None:
    """What readers see changes by a person's hand: a service account has no say in that, whatever its roles."""
    key = program("Chief")
    created = send("post", "pages", page(), as_=key)
    assert ask(created["name"], expect=404)
    assert ask("pages", url=PAGE_URL) == {}
    assert send("get", created["name"], as_=key) == created
    changed = send("put", created["name"], {**created, "claimReviewMarkups": [markup(rating="True")]}, as_=key)
    Claim.objects.update(status="accepted")
    assert ask(created["name"]) == changed
    send("put", created["name"], {**changed, "claimReviewMarkups": [markup()]}, expect=400, as_=key)
    refused = send("delete", created["name"], expect=403, as_=key)["error"]
    assert refused["message"].startswith("Readers see it")
    waiting = send("post", "pages", page(markup("The ferry runs"), pageUrl=f"{PAGE_URL}8"), as_=key)
    assert send("delete", waiting["name"], as_=key) == {}


def test_who_may_not_import_is_refused(send: Send) -> None:
    created = send("post", "pages", page())
    nobody = factories.ApiKeyFactory.create(user=factories.UserFactory.create(groups=["Auditor"]), scopes=["desk"])
    reader = factories.ApiKeyFactory.create(user=factories.UserFactory.create(groups=["Chief"]), scopes=["read"])
    before = written()
    for key in (nobody, reader):
        for method, path in (("post", "pages"), ("put", created["name"]), ("delete", created["name"])):
            assert send(method, path, page(), expect=403, as_=key)["error"]["status"] == "PERMISSION_DENIED"
    assert written() == before


def test_partial_answers(send: Send) -> None:
    created = send("post", "pages?fields=name,claimReviewMarkups/rating", page())
    assert set(created) == {"name", "claimReviewMarkups"}
    assert created["claimReviewMarkups"] == [{"rating": {"textualRating": "False"}}]
