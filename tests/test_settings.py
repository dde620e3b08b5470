"""Settings say what is missing, refuse what is dangerous, and touch nothing when they are read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

PRODUCTION = {
    "CROSSCHECK_ENV": "production",
    "SECRET_KEY": "k3J!x0".join("abcdefghij"),
    "ALLOWED_HOSTS": "check.example.org, www.check.example.org",
    "SITE_URL": "https://check.example.org/",
    "DATABASE_URL": "postgres://crosscheck@127.0.0.1:1/crosscheck",
}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python in the project's folder, with nothing of this process's environment but the search path."""
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def read_settings(expression: str = "None", **environment: str) -> subprocess.CompletedProcess[str]:
    return run("-c", f"from claims import settings; print({expression})", **environment)


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"])
@pytest.mark.parametrize("value", [None, ""])
def test_production_does_not_start_without_its_secrets(name: str, value: str | None) -> None:
    environment = {key: text for key, text in PRODUCTION.items() if key != name}
    if value is not None:
        environment[name] = value
    refusal = read_settings(**environment)
    assert refusal.returncode == 1
    assert f"Set the environment variable {name}: Crosscheck does not start in production" in refusal.stderr


def test_production_is_what_runs_when_nothing_is_said() -> None:
    refusal = read_settings()
    assert refusal.returncode == 1
    assert "Set the environment variable SECRET_KEY" in refusal.stderr


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"CROSSCHECK_DEBUG": "true"}, "CROSSCHECK_DEBUG must be off in production"),
        ({"CROSSCHECK_DEBUG": "perhaps"}, "CROSSCHECK_DEBUG"),
        ({"CROSSCHECK_ENV": "staging"}, "CROSSCHECK_ENV is 'staging'; it must be production, development or test"),
        ({"CROSSCHECK_ENV": ""}, "CROSSCHECK_ENV is ''; it must be"),
        ({"DATABASE_URL": "sqlite:///db.sqlite3"}, "DATABASE_URL must name a PostgreSQL database"),
        ({"DATABASE_URL": "mysql://root@127.0.0.1/db"}, "DATABASE_URL must name a PostgreSQL database"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"NUM_PROXIES": "many"}, "NUM_PROXIES"),
        ({"EMAIL_URL": "carrier-pigeon://desk"}, "EMAIL_URL must be like submission://"),
    ],
)
def test_what_settings_refuse(environment: dict[str, str], message: str) -> None:
    refusal = read_settings(**PRODUCTION | environment)
    assert refusal.returncode == 1
    assert message in refusal.stderr.strip().splitlines()[-1]


def test_production_passes_djangos_own_examination() -> None:
    examined = run("manage.py", "check", "--deploy", "--fail-level", "DEBUG", **PRODUCTION)
    assert (examined.returncode, examined.stderr) == (0, "")
    assert "no issues (0 silenced)" in examined.stdout


def test_what_production_makes_of_its_variables() -> None:
    shown = read_settings("[settings.ALLOWED_HOSTS, settings.SITE_URL, settings.DEBUG]", **PRODUCTION)
    assert shown.stdout.strip() == (
        "[['check.example.org', 'www.check.example.org'], 'https://check.example.org', False]"
    )


def test_cookies_and_transport_are_safe_in_production_only() -> None:
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_PRELOAD")
    expression = ", ".join(f"settings.{name}" for name in names)
    assert read_settings(expression, **PRODUCTION).stdout.split() == ["True"] * 4
    assert read_settings(expression, CROSSCHECK_ENV="test").stdout.split() == ["False"] * 4


def test_a_second_factor_cannot_be_left_off_in_production() -> None:
    expression = "settings.REQUIRE_SECOND_FACTOR"
    assert read_settings(expression, **PRODUCTION | {"CROSSCHECK_REQUIRE_MFA": "false"}).stdout.strip() == "True"
    assert read_settings(expression, CROSSCHECK_ENV="development").stdout.strip() == "False"
    required = read_settings(expression, CROSSCHECK_ENV="development", CROSSCHECK_REQUIRE_MFA="true")
    assert required.stdout.strip() == "True"


def test_where_mail_goes() -> None:
    names = ("BACKEND.split('.')[-2]", "HOST", "PORT", "USE_TLS")
    expression = ", ".join(f"settings.EMAIL_{name}" for name in names)
    sent = read_settings(expression, **PRODUCTION | {"EMAIL_URL": "submission://desk:secret@mail.example.org:587"})
    assert sent.stdout.strip() == "smtp mail.example.org 587 True"
    assert read_settings(expression, CROSSCHECK_ENV="development").stdout.startswith("console")


@pytest.mark.parametrize("environment", ["production", "development", "test"])
def test_reading_the_settings_writes_nothing(environment: str, tmp_path: Path) -> None:
    """Not even where they would run a database of their own."""
    data = tmp_path / "data"
    variables = PRODUCTION | {"CROSSCHECK_ENV": environment, "CROSSCHECK_DATA_DIR": str(data), "DATABASE_URL": ""}
    shown = read_settings("settings.DATABASES['default']['ENGINE']", **variables)
    assert shown.returncode == 0, shown.stderr
    assert not data.exists()
    assert list(tmp_path.iterdir()) == []
