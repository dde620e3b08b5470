"""Calls to the API."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.claims.api.world import World, build


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """A world has many people, none of whom logs in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def world(db: None) -> World:
    return build()


Get = Callable[..., Any]


@pytest.fixture
def get(client: Client) -> Get:
    """`get("claim", q="vote", expect=200)` lists, `get("claim", 7)` reads one; the JSON of the answer."""

    def get(route: str, pk: int | None = None, expect: int = 200, **parameters: Any) -> Any:
        address = reverse(f"api:{route}-list") if pk is None else reverse(f"api:{route}-detail", args=[pk])
        answer = client.get(address, parameters)
        assert answer.status_code == expect, answer.content
        return answer.json()

    return get
