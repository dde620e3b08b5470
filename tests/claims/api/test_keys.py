"""A key is sent in a header; what is no good key is refused, and said so in the API's one shape."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from claims.models import ApiKey
from tests.claims.api.test_errors import problem
from tests.factories import ApiKeyFactory, UserFactory, secret_of

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


def bearer(key: Any) -> dict[str, str]:
    return {"Authorization": f"Bearer {key if isinstance(key, str) else secret_of(key)}"}


def revoked() -> ApiKey:
    key: ApiKey = ApiKeyFactory.create()
    ApiKey.objects.filter(pk=key.pk).update(revoked_at=timezone.now(), revoked_by=key.user)
    return key


def expired() -> ApiKey:
    then = timezone.now() - timedelta(days=30)
    key: ApiKey = ApiKeyFactory.create(created_at=then, expires_at=then + timedelta(days=1))
    return key


def test_a_good_key_reads_and_is_noted(client: Client) -> None:
    key = ApiKeyFactory.create()
    answer = client.get(CLAIMS, headers=bearer(key))
    assert answer.status_code == 200
    assert answer["RateLimit-Policy"] == '"key";q=3000;w=60'
    assert answer["RateLimit"].startswith('"key";r=2999;t=')
    key.refresh_from_db()
    assert key.last_used_at


def test_anybody_reads_without_one(client: Client) -> None:
    answer = client.get(CLAIMS)
    assert answer.status_code == 200
    assert answer["RateLimit-Policy"] == '"address";q=600;w=60'


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (lambda: bearer(revoked()), "revoked"),
        (lambda: bearer(expired()), "expired"),
        (lambda: bearer(ApiKeyFactory.create(user=UserFactory.create(is_active=False))), "switched off"),
        (lambda: bearer("cck_000000000000_" + "s" * 43), "no such key"),
        (lambda: bearer("nonsense"), "no such key"),
        (lambda: bearer("\u00e9"), "no such key"),
        (lambda: {"Authorization": "Basic dTpw"}, "no such key"),
        (lambda: {"Authorization": "Bearer"}, "no such key"),
    ],
)
def test_a_bad_key_opens_nothing_and_is_counted(client: Client, sent: Any, sentence: str) -> None:
    answer = client.get(CLAIMS, headers=sent())
    assert sentence in problem(answer, 401)["detail"]
    assert answer["WWW-Authenticate"] == 'Bearer realm="Crosscheck API"'
    assert answer["RateLimit"].startswith('"address";r=599;')


def test_bad_keys_are_not_tried_without_end(client: Client, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "address": "2/1m"}
    statuses = [client.get(CLAIMS, headers=bearer("wrong")).status_code for _ in range(3)]
    assert statuses == [401, 401, 429]


def test_a_key_in_an_address_is_refused(client: Client) -> None:
    secret = secret_of(ApiKeyFactory.create())
    body = problem(client.get(CLAIMS, {"api_key": secret}), 400)
    assert "revoke it" in body["detail"]
    assert secret not in str(body)


def test_a_key_costs_one_query_more(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    key = ApiKeyFactory.create()
    client.get(CLAIMS, headers=bearer(key))
    with django_assert_num_queries(4):  # the key, its allowance, the newest change, the page
        client.get(CLAIMS, headers=bearer(key))


def test_a_limit_is_said_and_kept(client: Client, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "key": "1/1m"}
    key, other = ApiKeyFactory.create_batch(2)
    assert client.get(CLAIMS, headers=bearer(key)).status_code == 200
    answer = client.get(CLAIMS, headers=bearer(key))
    problem(answer, 429)
    assert 0 < int(answer["Retry-After"]) <= 60
    assert answer["RateLimit"].startswith('"key";r=0;')
    assert client.get(CLAIMS, headers=bearer(other)).status_code == 200
    assert client.get(CLAIMS).status_code == 200
