"""All settings, from the environment. Nothing here reads a file or opens a connection.

CROSSCHECK_ENV is `production` (the default, which refuses to start without its secrets), `development` (what manage.py
takes) or `test`. README.md, "In production", lists every variable.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy
from environs import Env, validate

from claims import theme

env = Env()

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = env.str("CROSSCHECK_ENV", "production")
if ENVIRONMENT not in {"production", "development", "test"}:
    raise ImproperlyConfigured(f"CROSSCHECK_ENV is {ENVIRONMENT!r}; it must be production, development or test.")
PRODUCTION = ENVIRONMENT == "production"


def required(name: str, *, otherwise: str) -> str:
    """The variable `name`, which production must set; `otherwise` serves in development and tests."""
    value = env.str(name, "")
    if not value and PRODUCTION:
        raise ImproperlyConfigured(
            f"Set the environment variable {name}: Crosscheck does not start in production without it."
        )
    return value or otherwise


# --- secrets, hosts, transport ----------------------------------------------------------------------------------
DEBUG = env.bool("CROSSCHECK_DEBUG", default=False)
if DEBUG and PRODUCTION:
    raise ImproperlyConfigured("CROSSCHECK_DEBUG must be off in production: it shows settings and source to visitors.")
SECRET_KEY = required("SECRET_KEY", otherwise="only-for-development-and-tests-" + "0" * 32)
HOSTS = required("ALLOWED_HOSTS", otherwise="localhost,127.0.0.1,[::1],testserver")
ALLOWED_HOSTS = [host.strip() for host in HOSTS.split(",") if host.strip()]
SITE_URL = required("SITE_URL", otherwise="http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATA_LICENCE = env.str("DATA_LICENCE", "")  # the address of the licence under which the desk gives its reviews out

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# Set only where a proxy of yours always sets or strips this header: otherwise a visitor could forge it.
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "claims.views.errors.forged"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# unfold's Alpine build evaluates expressions and sets inline styles; only the admin is given this policy.
ADMIN_CONTENT_SECURITY_POLICY: dict[str, list[str]] = {
    "script-src": [SELF, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
}

# --- application ------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "rest_framework",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "articles",
    "claims",
    "seeds",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "claims.views.headers.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "claims.admin.policy.AdminPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "claims.views.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "claims.accounts.second_factor.SecondFactorMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "claims.api.keys.RateLimitHeaders",
]
ROOT_URLCONF = "claims.urls"
WSGI_APPLICATION = "claims.wsgi.application"
ASGI_APPLICATION = "claims.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- database ---------------------------------------------------------------------------------------------------
# Without DATABASE_URL the PostgreSQL of the pinned wheel is run from DATA_DIR; see claims/embedded.
DATA_DIR = Path(env.str("CROSSCHECK_DATA_DIR", "") or BASE_DIR / ".crosscheck")
DATABASE_URL = env.str("DATABASE_URL", "")
DATABASES: dict[str, Any]
if DATABASE_URL:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=60, conn_health_checks=True)}
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL must name a PostgreSQL database: postgres://user:password@host:5432/name"
        )
else:
    from claims.embedded.runner import database_settings

    DATABASES = {"default": database_settings(DATA_DIR, durable=ENVIRONMENT != "test")}

# --- jobs: `manage.py procrastinate worker`, as many as one likes -------------------------------------------------
PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 4, "delete_jobs": "successful"}

# --- people -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "claims.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = ["claims.accounts.backend.StaffBackend"]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = reverse_lazy("admin:index")
LOGOUT_REDIRECT_URL = LOGIN_URL
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds: of a link to set a password, for who forgot theirs and who is new
# Whether who decides what readers see needs a second factor to log in: always in production, elsewhere as one likes.
REQUIRE_SECOND_FACTOR = PRODUCTION or env.bool("CROSSCHECK_REQUIRE_MFA", default=False)
# Tries of passwords, of codes and of resets, each counted for itself: so many at once, and again over that time.
LOGIN_LIMITS = {
    "address": env.str("LOGIN_LIMIT_ADDRESS", "60/30m"),
    "everybody": env.str("LOGIN_LIMIT_EVERYBODY", "1000/30m"),
    "account": env.str("LOGIN_LIMIT_ACCOUNT", "10/30m"),
}
# How many proxies of ours stand before the application, each of which adds to X-Forwarded-For.
NUM_PROXIES = env.int("NUM_PROXIES", 0)

ACCOUNT_ADAPTER = "claims.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]  # nobody signs up; allauth checks them against the above
ACCOUNT_EMAIL_VERIFICATION = "none"  # a chief enters the address, and the link to set a password proves it
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Crosscheck] "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # claims.accounts.limits counts instead: in the database, atomically
ACCOUNT_FORMS = {
    "change_password": "claims.accounts.forms.NewPasswordForm",
    "reset_password": "claims.accounts.forms.ForgottenPasswordForm",
}
MFA_FORMS = {
    "authenticate": "claims.accounts.forms.CodeForm",
    "reauthenticate": "claims.accounts.forms.CodeAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Crosscheck"
MFA_TOTP_TOLERANCE = 1  # codes of the half minute before and after: clocks differ
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # http://localhost

# --- e-mail -----------------------------------------------------------------------------------------------------
EMAIL = env.dj_email_url("EMAIL_URL", "smtp://localhost:25" if PRODUCTION else "console:")
if "EMAIL_BACKEND" not in EMAIL:
    raise ImproperlyConfigured("EMAIL_URL must be like submission://user:password@mail.example.org:587, or console:")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = EMAIL["EMAIL_BACKEND"], EMAIL["EMAIL_HOST"], EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_USER"], EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL["EMAIL_USE_TLS"], EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("EMAIL_FROM", "crosscheck@localhost")

# --- what readers are told of this site -------------------------------------------------------------------------
CONTENT_LICENCE = env.str("CONTENT_LICENCE", "")  # the address of the licence of what the desk writes, if it has one
# Readers' reports of errors: how many are taken, and for how long after its settling one says whom it is from.
REPORT_LIMITS = {
    "address": env.str("REPORT_LIMIT_ADDRESS", "5/1h"),
    "everybody": env.str("REPORT_LIMIT_EVERYBODY", "300/1h"),
}
REPORT_CONTACT_DAYS = env.int("REPORT_CONTACT_DAYS", 180, validate=validate.Range(1))

# --- language and time ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [BASE_DIR / "claims" / "locale"]
# The public site speaks every language that has a catalogue there, each by its own name.
TRANSLATIONS = sorted(path.parent.parent.name for path in LOCALE_PATHS[0].glob("*/LC_MESSAGES/django.mo"))
LANGUAGES = [
    (code, LANG_INFO[code.partition("-")[0]]["name_local"].capitalize()) for code in (LANGUAGE_CODE, *TRANSLATIONS)
]
TIME_ZONE = "UTC"
USE_TZ = True
DESK_TIME_ZONE = env.str("DESK_TIME_ZONE", "UTC")  # in which editors say when something is to be published
DIGEST_HOUR = env.int(
    "DIGEST_HOUR", 7, validate=validate.Range(0, 23)
)  # of that time zone: when the daily e-mails go out
USE_I18N = True

# --- static files -----------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
# Only production collects its files; elsewhere they are served from where they lie.
STATIC_ROOT = Path(env.str("STATIC_ROOT", "") or BASE_DIR / "static") if PRODUCTION else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION

# --- the editors' desk ------------------------------------------------------------------------------------------
UNFOLD: dict[str, Any] = theme.UNFOLD

# --- uploads: one article is far below this; anything larger is refused before it is read ------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# --- history ----------------------------------------------------------------------------------------------------
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")  # a reader's GET needs no session
PGHISTORY_APPEND_ONLY = True  # a trigger refuses to change or delete a line of the history

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Answers of the API, in each process, found by a tag that every committed change makes another, so never stale. A
    # test is one transaction, within which the tag stays.
    "answers": {
        "BACKEND": f"django.core.cache.backends.{'dummy.Dummy' if ENVIRONMENT == 'test' else 'locmem.LocMem'}Cache",
        "LOCATION": "answers",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

# --- API --------------------------------------------------------------------------------------------------------
# Requests of an address without a key, of a key, those of a key that write, and the bytes of text that either may have
# checked; each for itself, as LOGIN_LIMITS above.
_limits = {"address": "600/1m", "key": "3000/1m", "writes": "300/1m", "check": "300000/1m"}
API_LIMITS = {name: env.str(f"API_LIMIT_{name.upper()}", usual) for name, usual in _limits.items()}
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["claims.api.keys.KeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["claims.api.keys.HasScope"],  # a view without a scope is for everybody
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims.api.parsers.ShallowJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_FILTER_BACKENDS": ["articles.api.filters.WhereAsked"],
    "DEFAULT_PAGINATION_CLASS": "claims.api.pagination.Pages",
    "DEFAULT_THROTTLE_CLASSES": ["claims.api.keys.Limits"],
    "EXCEPTION_HANDLER": "claims.api.errors.problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Crosscheck API",
    "DESCRIPTION": "What is claimed, by whom, where sources disagree, and what the evidence says.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "claims.api.describing.closed_bodies",
        "claims.api.finishing.plain_requests",
        "claims.api.finishing.sparse_answers",
    ],
}

# --- logging: to standard error, one line each; failures of the pipeline are also kept in the database -----------
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

SILENCED_SYSTEM_CHECKS: list[str] = []
