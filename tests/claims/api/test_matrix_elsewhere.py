"""Every address beside /api/v1/ for everybody: Google's interface, the data and the assistants, found by walking the
site's own addresses and the list of tools, so that one which somebody adds fails here until it says who may use it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from claims.api.factchecktools.urls import urlpatterns as fact_check_tools
from claims.assistants.calls import Caller, RefusedError, call
from claims.assistants.tools import OPERATIONS
from claims.claimreview.pages import document_of
from claims.models.api_key import Scope
from claims.reviews import FORMS
from tests.claims.actions.test_importing import take_in
from tests.claims.api.test_matrix import LOCKED_OUT, WHO, written
from tests.claims.api.world import WORD, World

pytestmark = pytest.mark.django_db
MARKUP = {"claimReviewed": "It was so", "rating": {"textualRating": "True"}}
PAGE: dict[str, Any] = {
    "pageUrl": "https://desk.example.org/7", "publishDate": "2026-01-02", "claimReviewAuthor": {"name": "A desk"},
    "claimReviewMarkups": [MARKUP],
}  # fmt: skip
Told = dict[str, Any]


def page_id() -> str:
    """Of a page of another desk."""
    take_in(document_of(PAGE, MARKUP, now=""), publish=True)
    listed = Client().get("/v1alpha1/pages", {"url": PAGE["pageUrl"]}).json()
    return str(listed["claimReviewMarkupPages"][0]["name"]).removeprefix("pages/")


READS: dict[str, tuple[Told, int]] = {
    "claims-search": ({"query": "won"}, 200),
    "claims-image-search": ({"imageUri": "x"}, 404),
    "pages": ({"organization": "example.org"}, 200),
    "page": ({}, 200),
    "nothing": ({}, 404),
}
"""By name, each address of Google's interface: its parameters, and what it answers to whom it lets in."""
WRITES = [("post", "pages"), ("put", "page"), ("delete", "page")]
DATA = ("reviews_feed", "review_data", "annotations_data", "claim_annotations")


def google(name: str, world: World) -> str:
    """An address of that name."""
    if name == "nothing":
        return "/v1alpha1/elsewhere"
    return reverse(f"factchecktools:{name}", args=[shown(world)] if name == "page" else [])


def data(world: World) -> dict[str, str]:
    """The addresses of the data, with the name of each."""
    pages = {reverse("reviews_feed", args=[form]): "reviews_feed" for form in FORMS}
    return pages | {
        reverse("review_data", args=[world.public["verdict"].pk]): "review_data",
        reverse("annotations_data"): "annotations_data",
        reverse("claim_annotations", args=[world.public["claim"].pk]): "claim_annotations",
    }


def shown(world: World) -> str:
    verdict = world.public["verdict"]
    return f"{verdict.claim_id}-{verdict.publisher_id}"


def test_every_address_says_who_may_use_it() -> None:
    assert {str(pattern.name) for pattern in fact_check_tools} == set(READS)
    patterns = [each for each in get_resolver().url_patterns if isinstance(each, URLPattern)]
    assert {each.name for each in patterns if str(each.pattern).startswith("data/")} == set(DATA)


@pytest.mark.parametrize("who", WHO)
def test_google_s_interface_is_read_by_everybody_but_with_a_bad_key(who: str, world: World) -> None:
    headers = WHO[who]()
    for name, (parameters, expected) in READS.items():
        answer = Client().get(google(name, world), parameters, headers=headers)
        assert answer.status_code == (401 if who in LOCKED_OUT else expected), (name, answer.content)
        assert WORD.lower() not in answer.content.decode().lower()
    draft = world.hidden["verdict"]
    hidden = reverse("factchecktools:page", args=[f"{draft.claim_id}-{draft.publisher_id}"])
    assert Client().get(hidden, headers=headers).status_code == (401 if who in LOCKED_OUT else 404)


@pytest.mark.parametrize("who", WHO)
def test_what_waits_for_an_editor_is_for_who_may_import(who: str, world: World) -> None:
    headers = WHO[who]()
    waiting = world.hidden["verdict of a suggested claim"]
    path = reverse("factchecktools:page", args=[f"{waiting.claim_id}-{waiting.publisher_id}"])
    expected = 401 if who in LOCKED_OUT else 200 if who == "desk" else 404
    assert Client().get(path, headers=headers).status_code == expected


@pytest.mark.parametrize("who", WHO)
def test_pages_are_written_by_who_may_import(who: str, world: World) -> None:
    headers, page = WHO[who](), page_id()
    before = written()
    for method, name in WRITES:
        path = reverse(f"factchecktools:{name}", args=[page] if name == "page" else [])
        answer = getattr(Client(), method)(path, PAGE, content_type="application/json", headers=headers)
        expected = 200 if who == "desk" else 401 if who == "anonymous" or who in LOCKED_OUT else 403
        assert answer.status_code == expected, (method, answer.content)
    assert (written() == before) == (who != "desk")


@pytest.mark.parametrize("who", WHO)
def test_data_is_read_by_everybody(who: str, world: World) -> None:
    """No key is asked for there, so none is looked at."""
    headers = WHO[who]()
    addresses = data(world)
    assert set(addresses.values()) == set(DATA)
    for path in addresses:
        answer = Client().get(path, headers=headers)
        assert answer.status_code == 200, path
        body = b"".join(answer) if answer.streaming else answer.content
        assert WORD.lower() not in body.decode().lower(), path
        assert Client().post(path, headers=headers).status_code == 405
    for name, record in (("review_data", world.hidden["verdict"]), ("claim_annotations", world.hidden["claim"])):
        assert Client().get(reverse(name, args=[record.pk]), headers=headers).status_code == 404


@pytest.mark.parametrize("who", WHO)
def test_assistants_are_told_what_the_api_tells(who: str, world: World) -> None:
    by = Caller(authorization=WHO[who]().get("Authorization", ""))
    for operation in OPERATIONS:
        kind = operation.name.removeprefix("get_")
        own: Told = {"id": world.public[kind].pk} if "id" in operation.parameters else {}
        own = {"text": "It was so."} if operation.method == "post" else own
        if who in LOCKED_OUT:
            with pytest.raises(RefusedError, match=r"expired|revoked"):
                call(operation, own, by=by)
            continue
        assert WORD.lower() not in str(call(operation, own, by=by)).lower(), operation.name
        if "id" in operation.parameters:
            with pytest.raises(RefusedError, match="not public"):
                call(operation, {"id": world.hidden[kind].pk}, by=by)


def test_whoever_is_locked_out_is_known_here() -> None:
    """The matrix above is of keys as they can be; a new scope has to be put into it."""
    assert set(Scope.values) <= set(WHO)
