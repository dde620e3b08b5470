"""Every address of the admin for every role, reading and writing: found by walking the site's own addresses, so that a
page which somebody adds fails here until it says who may use it.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import Settings

from articles.models import Publisher
from claims import models
from tests import factories
from tests.claims.admin.test_roles import PAGES, one_of_each

ROLES = ("anonymous", "service", "no role", "Auditor", "Reporter", "Editor", "Chief", "superuser")
STAFF = {"no role", "Auditor", "Reporter", "Editor", "Chief", "superuser"}
EVERYBODY = STAFF - {"no role"}
DESK = EVERYBODY - {"Auditor"}
EDITORS = DESK - {"Reporter"}
CHIEFS = EDITORS - {"Editor"}
AUDITORS = CHIEFS | {"Auditor"}
NOBODY: set[str] = set()

# name of the address: who reads it, who writes to it
VIEWS: dict[str, tuple[set[str], set[str]]] = {
    "index": (STAFF, NOBODY),
    "search": (STAFF, NOBODY),
    "desk_shortcuts": (STAFF, STAFF),
    "desk_settings": (STAFF, STAFF),
    "desk_notifications": (STAFF, NOBODY),  # everybody's own
    "desk_notification": (STAFF, NOBODY),
    "desk_notifications_read": (NOBODY, STAFF),
    "desk_thread": (EVERYBODY, NOBODY),
    "desk_assign": (NOBODY, DESK),
    "desk_comment": (NOBODY, DESK),
    "desk_resolve": (NOBODY, DESK),
    "desk_watch": (NOBODY, EVERYBODY),
    "desk_log": (AUDITORS, NOBODY),
    "desk_log_export": (AUDITORS, NOBODY),
    "desk_inbox": (EVERYBODY, NOBODY),
    "desk_inbox_steps": (EVERYBODY, NOBODY),
    "desk_inbox_decide": (NOBODY, EDITORS),
    "desk_inbox_undo": (NOBODY, EDITORS),
    "desk_inbox_edit": (NOBODY, EDITORS),
    "desk_inbox_hold": (NOBODY, EDITORS),
    "claims_claim_accept": (NOBODY, EDITORS),
    "claims_claim_reject": (EDITORS, EDITORS),
    **{f"claims_{kind}_merge": (EDITORS, EDITORS) for kind in ("claim", "event", "source")},
    **{f"claims_{kind}_split": (EDITORS, EDITORS) for kind in ("claim", "event", "source")},
    **{f"claims_{kind}_unmerge": (NOBODY, EDITORS) for kind in ("claim", "event", "source")},
    **{f"claims_{kind}_apart": (NOBODY, EDITORS) for kind in ("claim", "event", "source")},
    "articles_article_read": (NOBODY, DESK),
    "articles_article_reader": (EVERYBODY, NOBODY),
    "articles_article_find": (NOBODY, DESK),
    "articles_article_versions": (EVERYBODY, NOBODY),
    "claims_contradiction_open": (NOBODY, EDITORS),
    "claims_contradiction_take": (NOBODY, EDITORS),
    "claims_contradiction_attach": (NOBODY, DESK),
    "claims_contradiction_settle": (NOBODY, EDITORS),
    "claims_contradiction_reopen": (NOBODY, EDITORS),
    "claims_errorreport_take": (NOBODY, EDITORS),
    "claims_errorreport_answer": (NOBODY, EDITORS),
    "claims_errorreport_dismiss": (NOBODY, EDITORS),
    "claims_errorreport_clear_contact": (NOBODY, EDITORS),
    "claims_ratingscale_copy": (NOBODY, CHIEFS),
    "claims_ratingscale_retire": (NOBODY, CHIEFS),
    "claims_ratingscale_restore": (NOBODY, CHIEFS),
    "claims_verdict_words": (EVERYBODY, CHIEFS),  # of another author
    "claims_verdict_words_new": (STAFF, DESK),
    "claims_verdict_preview": (STAFF, STAFF),
    "presence": (NOBODY, EVERYBODY),
    "logged_in": (STAFF, NOBODY),
    "claims_contradiction_draft": (NOBODY, DESK),
    "claims_contradiction_find": (EVERYBODY, NOBODY),
    "claims_importrun_report": (EVERYBODY, NOBODY),
    "claims_importrun_go_on": (NOBODY, EDITORS),
    "claims_apikey_revoke": (NOBODY, CHIEFS),  # of somebody else
    "claims_webhook_send_again": (NOBODY, CHIEFS),
    "claims_user_invite": (NOBODY, CHIEFS),
    "claims_user_end_sessions": (NOBODY, CHIEFS),
    "claims_user_reset_second_factor": (NOBODY, CHIEFS),
    "claims_user_switch_off": (NOBODY, CHIEFS),
    "claims_user_switch_on": (NOBODY, CHIEFS),
    "claims_verdict_submit": (NOBODY, DESK),
    "claims_verdict_send_back": (NOBODY, DESK),
    "claims_verdict_publish": (NOBODY, EDITORS),
    "claims_verdict_schedule": (NOBODY, EDITORS),
    "claims_verdict_confirm": (NOBODY, EDITORS),
    "claims_verdict_look_again": (NOBODY, EDITORS),
    "claims_verdict_correct": (NOBODY, DESK),
    "claims_verdict_withdraw": (NOBODY, EDITORS),
    "claims_verdict_reopen": (NOBODY, DESK),
    "claims_verdict_read": (EVERYBODY, NOBODY),
    "claims_verdict_checklist": (EVERYBODY, NOBODY),
    "claims_verdict_comment": (NOBODY, DESK),
    "claims_verdict_resolve": (NOBODY, DESK),
    "claims_verdict_waive": (NOBODY, DESK),
    "claims_verdict_take_back_waiver": (NOBODY, DESK),
    "claims_verdict_check_links": (NOBODY, DESK),
}

FORM = {
    "reason": "Because it is so", "note": "Because it is so", "text": "Because it is so", "title": "A record",
    "correct-kind": "update", "correct-reason": "New figures", "withdraw-reason": "It was wrong",
    "reopen-reason": "A new report", "decision-resolution": "genuinely_disputed", "decision-note": "Both stand by it.",
    "url": "https://record.example.org/99", "start": "0", "end": "11", "take": "", "done": "", "decision": "accept",
    "publish_at": "2030-01-01T00:00",
    "answer-words": "Thank you, it is mended.", "dismiss-words": "It is right as it stands.",
    "_selected_action": "1", "action": "accept_selected", "post": "yes",
}  # fmt: skip
"""Something for every field that a step asks for, so that it is not the form that stops who may not take it."""

SHUT = {"password": "!"}
PAGE = re.compile(r"(?P<app>[a-z]+)_(?P<model>[a-z]+)_(?P<page>changelist|add|change|history|delete)")
ELSEWHERE = {
    "login",
    "logout",
    "autocomplete",
    "view_on_site",
    "password_change",
    "password_change_done",
    "jsi18n",
    None,
}
"""Django's own: the door is in tests/claims/accounts, the rest shows nothing of ours but autocomplete, tried below."""


def addresses(patterns: list[Any] | None = None, prefix: str = "/") -> Iterator[tuple[str, str | None]]:
    """Address and name of everything under the admin."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and route.startswith("/admin/"):
            yield route, pattern.name


def client_of(role: str) -> Client:
    client = Client()
    if role == "service":
        client.force_login(factories.UserFactory.create(is_service=True, is_staff=False, **SHUT))
    elif role == "superuser":
        client.force_login(factories.UserFactory.create(is_superuser=True))
    elif role != "anonymous":
        client.force_login(factories.UserFactory.create(groups=[] if role == "no role" else [role]))
    return client


def is_refused(answer: Any) -> bool:
    """Whether who asked was told that this is not theirs, or sent to log in."""
    request = answer.wsgi_request
    told = " ".join(str(message) for message in request._messages) if hasattr(request, "_messages") else ""
    sent_away = answer.status_code == 302 and answer["Location"].startswith(reverse("admin:login"))
    return sent_away or answer.status_code in (403, 405) or "may not do this" in told


def written() -> dict[str, int]:
    """How many rows and lines of history there are, and jobs. Every change adds to one of them.

    But weeks: sums of other tables, put down when somebody looks at them.
    """
    kept = {"articles", "claims", "procrastinate", "auth"}
    counted = {model for model in apps.get_models() if model._meta.app_label in kept} - {models.Week}
    return {model._meta.label: model._base_manager.count() for model in counted}


@pytest.fixture
def found(contradiction: models.Contradiction, desk: Publisher) -> list[tuple[str, str, tuple[set[str], set[str]]]]:
    """Every address with something that is there to show, its name, and who may use it."""
    rows = {model: row.pk for model, row in one_of_each(contradiction).items()}
    keys = {f"{model._meta.app_label}_{model._meta.model_name}": pk for model, pk in rows.items()}
    of = {f"{model._meta.app_label}_{model._meta.model_name}": PAGES[model] for model in PAGES}
    listed = []
    for route, name in addresses():
        if name in ELSEWHERE:
            continue
        assert name is not None
        model = "_".join(name.split("_")[:2])
        shown = re.sub(r"<path:object_id>", str(keys.get(model, 0)), route)
        shown = re.sub(r"<int:pk>", str(keys["claims_claim"]), shown)
        shown = re.sub(r"<slug:kind>", "claim", shown)
        shown = re.sub(r"<int:content_type>", str(ContentType.objects.get_for_model(models.Claim).pk), shown)
        if name == "claims_verdict_words_new":
            shown += f"?claim={keys['claims_claim']}"
        page = PAGE.fullmatch(name)
        if page and model not in keys and page["page"] != "changelist":
            continue  # jobs, of which there is none to open; the list of them is a superuser's
        if page:
            view, add, change = (widened(roles) for roles in of.get(model, ((), (), ())))  # or a superuser's alone
            readers = {"add": add, "delete": NOBODY}.get(page["page"], view | ({"Auditor"} if view >= DESK else set()))
            writers = {"add": add, "change": change}.get(page["page"], NOBODY)
            listed.append((shown, name, (readers, writers)))
        elif name != "app_list":
            assert name in VIEWS, f"say in VIEWS who may use {name}"
            listed.append((shown, name, VIEWS[name]))
    assert set(VIEWS) <= {name for _, name, _ in listed}, "VIEWS names what is there no more"
    return listed


def widened(roles: tuple[str, ...]) -> set[str]:
    """A superuser may what any role may, and see what none does."""
    return {*roles, "superuser"} if roles else {"superuser"}


Found = list[tuple[str, str, tuple[set[str], set[str]]]]


@pytest.mark.parametrize("role", ROLES)
def test_reading(role: str, found: Found) -> None:
    client, wrong = client_of(role), []
    for address, name, (readers, _) in found:
        answer = client.get(address)
        if name.endswith(("_add", "_change", "_history", "_changelist")) and role == "superuser":
            continue  # what nobody may do, such as adding by hand what the machine finds, not even a superuser does
        if (not is_refused(answer)) != (role in readers) or answer.status_code >= 500:
            wrong.append((name, answer.status_code, role in readers))
    assert not wrong, wrong


@pytest.mark.parametrize("role", ROLES)
def test_who_may_not_write_changes_nothing(role: str, found: Found) -> None:
    client, before = client_of(role), written()
    for address, name, (_, writers) in found:
        if role not in writers and not (role == "superuser" and PAGE.fullmatch(name)):
            assert client.post(address, FORM).status_code < 500, name
    assert written() == before


@pytest.mark.parametrize("role", ["Reporter", "Editor", "Chief", "superuser"])
def test_who_may_write_is_not_refused(role: str, found: Found) -> None:
    for address, name, (_, writers) in found:
        if role in writers and not PAGE.fullmatch(name):
            client = client_of(role)
            assert not is_refused(client.post(address, {"person": client.session["_auth_user_id"]})), name


def test_suggestions_while_typing_are_for_who_may_see_the_records(found: Found) -> None:
    address = reverse("admin:autocomplete") + "?app_label=claims&model_name=verdict&field_name=claim&term=x"
    assert {role for role in ROLES if client_of(role).get(address).status_code == 200} == EVERYBODY


@pytest.mark.parametrize("role", ["Editor", "Chief", "superuser"])
def test_without_the_second_factor_a_role_is_worth_nothing(role: str, found: Found, settings: Settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    client, before = client_of(role), written()
    for address, name, _ in found:
        for answer in (client.get(address), client.post(address, FORM)):
            assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index")), name
    assert written() == before
