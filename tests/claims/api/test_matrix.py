"""Every address of the API for everybody: found by walking the site's own addresses, so that one which somebody adds
fails here until it says who may use it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLResolver, reverse

from claims import models
from claims.actions.merging import merge_claims
from claims.api import urls
from tests import factories
from tests.claims.api.test_keys import bearer, expired, revoked
from tests.claims.api.world import WORD, World

pytestmark = pytest.mark.django_db
EVIDENCE = {
    "kind": "primary", "title": "Record", "source_url": "https://record.example.org/77", "archive_exception": "Printed",
    "retrieved_at": "2026-11-20T10:00:00Z",
}  # fmt: skip
PUBLIC = {f"{basename}-{page}" for _, _, basename in urls.router.registry for page in ("list", "detail")} | {
    "api-root", "check", "gone", *urls.WITHIN,
}  # fmt: skip
READ_AT_THE_DESK = {"desk-claim", "desk-contradiction", "desk-evidence", "desk-merge", "desk-verdict"}


def with_key(*roles: str, scopes: tuple[str, ...]) -> Callable[[], dict[str, str]]:
    def headers() -> dict[str, str]:
        user = factories.UserFactory.create(groups=list(roles))
        return bearer(factories.ApiKeyFactory.create(user=user, scopes=list(scopes)))

    return headers


WHO: dict[str, Callable[[], dict[str, str]]] = {
    "anonymous": dict,
    "read": with_key("Chief", scopes=("read",)),
    "submit": with_key("Chief", scopes=("submit",)),
    "desk": with_key("Chief", scopes=("desk",)),
    "expired": lambda: bearer(expired()),
    "revoked": lambda: bearer(revoked()),
    "desk without a role": with_key(scopes=("desk", "submit")),
    "desk of an auditor": with_key("Auditor", scopes=("desk", "submit")),
}
LOCKED_OUT = {"expired", "revoked"}


def operations(world: World) -> dict[str, tuple[str, dict[str, Any]]]:
    """By the name of the address: the scope that each write needs, and a body that makes sense."""
    pk = {name: record.pk for name, record in world.public.items()}
    rating = world.public["verdict"].rating_id
    words = {"rating": rating, "headline": "So it is", "summary": "So it is."}
    reason, at = {"reason": "So it is"}, {"at": "2030-01-01T00:00:00Z"}
    draft = {"contradiction": pk["contradiction"], "claim": pk["claim"], "rating": rating}
    settle = {"resolution": "genuinely_disputed", "note": "So it is."}
    desk: dict[str, dict[str, Any]] = {
        "desk-claim-detail": {"text": "Other words"},
        "desk-claim-accept": {}, "desk-claim-put-back": {},
        "desk-claim-reject": {"reason": factories.RejectionReasonFactory.create().pk},
        "desk-contradiction-open": {}, "desk-contradiction-take": {},
        "desk-contradiction-attach": {"evidence": pk["evidence"]},
        "desk-contradiction-settle": settle, "desk-contradiction-reopen": reason,
        "desk-evidence-list": EVIDENCE,
        "desk-merge-list": {"kind": "claim", "keep": pk["claim"], "absorb": world.hidden["claim"].pk},
        "desk-merge-undo": {},
        "desk-verdict-list": {"claim": pk["claim"], **words}, "desk-verdict-detail": words,
        "desk-verdict-draft": draft,
        "desk-verdict-submit": {}, "desk-verdict-send-back": {}, "desk-verdict-publish": {},
        "desk-verdict-schedule": at, "desk-verdict-confirm": {}, "desk-verdict-look-again": reason,
        "desk-verdict-correct": {"kind": "update", **reason}, "desk-verdict-reopen": reason,
        "desk-verdict-withdraw": reason,
    }  # fmt: skip
    submit: dict[str, dict[str, Any]] = {
        "submission-articles": {"text": "It was so.", "publisher": "A paper"},
        "submission-claims": {"article": pk["article"], "quote": factories.TEXT[:40], "text": "It was so"},
        "submitted-evidence": EVIDENCE,
    }
    return {name: ("desk", body) for name, body in desk.items()} | {
        name: ("submit", body) for name, body in submit.items()
    }


def names() -> Iterator[str]:
    """Of every address under /api/v1/."""
    waiting: list[Any] = [one for one in urls.urlpatterns if str(one.pattern).removeprefix("^").startswith("v1/")]
    while waiting:
        pattern = waiting.pop()
        if isinstance(pattern, URLResolver):
            waiting += pattern.url_patterns
        elif pattern.name:
            yield str(pattern.name)


def written() -> dict[str, int]:
    """Rows of what is kept; counts of requests and uses of keys are no change."""
    kept = {"articles", "claims", "procrastinate"}
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in kept and model is not models.Allowance
    }


LISTED = {"submitted-evidence", "submission-articles", "submission-claims", "desk-verdict-draft"}
"""Addresses without a record."""


def address(name: str, world: World) -> str:
    kind = name.removeprefix("desk-").split("-")[0]
    if name.endswith("-list") or name in LISTED:
        return reverse(f"api:{name}")
    if kind == "merge":
        keep, absorb = factories.ClaimFactory.create_batch(2)
        merge = merge_claims(keep=keep, absorb=absorb, by=factories.UserFactory.create(groups=["Editor"]))
        return reverse(f"api:{name}", args=[merge.pk])
    return reverse(f"api:{name}", args=[world.hidden[kind].pk])


def edition(path: str) -> str:
    """What If-Match is to name: verdicts must have been read."""
    record = re.match(r"/api/v1/desk/verdicts/\d+/", path)
    return str(Client().get(record[0], headers=WHO["desk"]())["ETag"]) if record else "*"


def test_every_address_says_who_may_use_it(world: World) -> None:
    known = PUBLIC | set(operations(world)) | {f"{kind}-detail" for kind in READ_AT_THE_DESK} | {"submission-detail"}
    assert set(names()) - known == set()


@pytest.mark.parametrize("who", WHO)
def test_what_is_public_is_read_by_everybody_but_with_a_bad_key(who: str, world: World) -> None:
    headers = WHO[who]()
    for _, _, basename in urls.router.registry:
        for path in (
            reverse(f"api:{basename}-list"),
            reverse(f"api:{basename}-detail", args=[world.public[basename].pk]),
        ):
            answer = Client().get(path, headers=headers)
            assert answer.status_code == (401 if who in LOCKED_OUT else 200), path
            assert WORD.lower() not in answer.content.decode().lower(), "a key shows no more than there is to read"
        hidden = Client().get(reverse(f"api:{basename}-detail", args=[world.hidden[basename].pk]), headers=headers)
        assert hidden.status_code == (401 if who in LOCKED_OUT else 404)


@pytest.mark.parametrize("who", WHO)
def test_what_the_desk_sees(who: str, world: World) -> None:
    headers = WHO[who]()
    expected = {"desk": 200, "desk of an auditor": 200}.get(who, 401 if headers == {} or who in LOCKED_OUT else 403)
    for kind in READ_AT_THE_DESK:
        answer = Client().get(address(f"{kind}-detail", world), headers=headers)
        assert answer.status_code == expected, (kind, answer.content)
        if expected != 200:
            assert WORD.lower() not in answer.content.decode().lower()


@pytest.mark.parametrize("who", WHO)
def test_who_may_not_write_changes_nothing(who: str, world: World) -> None:
    headers = WHO[who]()
    told = operations(world)
    paths = {name: address(name, world) for name in told}
    editions = {name: edition(path) for name, path in paths.items()}
    before, wrong = written(), []
    for name, (scope, body) in told.items():
        if who == scope:
            continue
        send = Client().put if name.endswith("-detail") else Client().post
        told_of = {**headers, "If-Match": editions[name]}
        answer = send(paths[name], body, content_type="application/json", headers=told_of)
        expected = 401 if who == "anonymous" or who in LOCKED_OUT else 403
        if answer.status_code != expected:
            wrong.append((name, answer.status_code, answer.content))
    assert not wrong, wrong
    assert written() == before


@pytest.mark.parametrize("who", ["submit", "desk"])
def test_who_may_write_is_not_refused(who: str, world: World) -> None:
    headers = WHO[who]()
    for name, (scope, body) in operations(world).items():
        if scope != who:
            continue
        send = Client().put if name.endswith("-detail") else Client().post
        path = address(name, world)
        answer = send(path, body, content_type="application/json", headers={**headers, "If-Match": edition(path)})
        assert answer.status_code in {200, 201, 202, 409, 422}, (name, answer.status_code, answer.content)
