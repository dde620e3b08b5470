"""Every action of a person asks for its permission before anything else: found by looking at all of them."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from claims import actions
from claims.models import Claim, Merge
from tests.factories import UserFactory

UNASKED = {
    "acting": "asks for the permission itself",
    "supersede": "a part of publishing, which has asked",
    "submitting.submit_article": "asks, and programs with the role Service may: test_submissions has who may not",
    "presence": "who else has the page open: it changes nothing, and the page asks who may see the record",
    "working_copies": "what a person has typed and not saved, kept for them alone",
    "leases": "who has what before them: they let others wait for ten minutes, and show nothing",
    "notifying": "a part of an action that has asked: it tells those concerned",
    "notices": "everybody reads their own notifications",
    "watching": "whoever may see an item may be told of it",
    "importing.proceed": "asks for every chunk before it is written; `begin`, which makes the run, asks first",
    "review.reopen": "the step itself, which detection takes too: `reopen_contradiction` asks",
    "triage": "calls the actions of `review`, which ask, and notes how to take them back",
}
SOMETHING: dict[str, Any] = dict.fromkeys(("keep", "absorb", "one", "other", "item"), Claim()) | {
    "merge": Merge(kind="claim")
}
"""For the actions whose permission depends on the kind of record."""

NOBODYS: dict[str, dict[str, Any]] = {
    "no role": {},
    "Auditor": {"groups": ["Auditor"]},
    "Service": {"groups": ["Service"], "is_service": True, "is_staff": False, "password": "!"},
    "switched-off superuser": {"is_superuser": True, "is_active": False},
}


def found() -> Iterator[Callable[..., object]]:
    """Every public function in claims.actions that is told who acts."""
    for module in iter_modules(actions.__path__):
        loaded = import_module(f"{actions.__name__}.{module.name}")
        for name, function in vars(loaded).items():
            if not inspect.isfunction(function) or function.__module__ != loaded.__name__ or name.startswith("_"):
                continue
            if "by" in inspect.signature(function).parameters and not UNASKED.keys() & {
                module.name,
                f"{module.name}.{name}",
                name,
            }:
                yield function


@pytest.mark.django_db
@pytest.mark.parametrize("role", NOBODYS)
@pytest.mark.parametrize("action", list(found()), ids=lambda action: action.__name__)
def test_it_is_asked_first(action: Callable[..., object], role: str) -> None:
    """With nothing to act on: whatever the action does before it asks would stumble."""
    told = {name: SOMETHING.get(name) for name in inspect.signature(action).parameters}
    with pytest.raises(PermissionDenied, match=r"may not do this .*: the permission .* is missing"):
        action(**told | {"by": UserFactory.create(**NOBODYS[role])})


def test_there_are_actions() -> None:
    assert len(list(found())) > 25
