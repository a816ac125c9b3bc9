"""Django's settings. What a firm may choose comes from environment variables, described in docs/settings.md."""

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from klartecken.config import environment
from klartecken.config.logs import logging_settings
from klartecken.config.protection import content_security_policy

PACKAGE = Path(__file__).resolve().parent.parent
HOME = environment.home()
DEBUG = environment.flag("KLARTECKEN_DEBUG")
# Written by `klartecken demo`: one-click sign-in exists only where this file does, and only on loopback.
DEMONSTRATION = (HOME / "demonstration").exists()

# -- Addresses ---------------------------------------------------------------------------------------------------------
BASE_URL = environment.text("KLARTECKEN_URL", "http://localhost:8000").rstrip("/")
_HOST = urlsplit(BASE_URL).hostname or "localhost"
_ON_LOOPBACK = _HOST in environment.LOOPBACK
_HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = sorted({_HOST, "localhost", "127.0.0.1", "[::1]", *environment.words("KLARTECKEN_HOSTS")})
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "klartecken.config.urls"
WSGI_APPLICATION = "klartecken.config.wsgi.application"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("KLARTECKEN_BEHIND_PROXY") else None

# -- Rooms and parts ---------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "klartecken.config",
    "klartecken.web",
    "klartecken.api",
    "klartecken.agenda",
    "klartecken.publication",
    "klartecken.deciding",
    "klartecken.circulation",
    "klartecken.screening",
    "klartecken.assignments",
    "klartecken.prospects",
    "klartecken.parties",
    "klartecken.policies",
    "klartecken.people",
    "klartecken.notices",
    "klartecken.ledger",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",  # allauth's list of keys
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "klartecken.config.access_log.AccessLog",
    "klartecken.config.null_characters.WithoutNullCharacters",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "klartecken.web.middleware.ChosenLanguage",
    "klartecken.web.middleware.PrivatePages",
    "klartecken.web.people.gate.UndertakingGate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "klartecken.web.context.look",
                "klartecken.web.people.context.person",
            ],
        },
    },
]
FORM_RENDERER = "klartecken.web.forms.Renderer"

# -- Storage -----------------------------------------------------------------------------------------------------------
SECRET_KEY = environment.secret_key(HOME)
DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = HOME / "uploads"
REGISTERS_ROOT = HOME / "registers"
# Ten megabytes in a field are refused by that field, in words, and not by a bare error page.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16_000_000
# Messages may name a prospect, so they stay in the database and out of cookies.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# -- Static files ------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
# Served from the package itself; the build has compressed them, so nothing is collected.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
mimetypes.add_type("font/woff2", ".woff2")

# -- Language and time -------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("svenska")), ("en", _("engelska"))]
LANGUAGE_COOKIE_NAME = "klartecken_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
# One catalogue per part of the house, so that two people can translate at the same time.
LOCALE_PATHS = sorted((PACKAGE / "locale").glob("[a-z]*"))
TIME_ZONE = environment.text("KLARTECKEN_TIME_ZONE", "Europe/Stockholm")
USE_TZ = True

# -- Accounts (allauth) ------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "klartecken.web.accounts.adapter.InvitedOnly"
ACCOUNT_FORMS = {
    "login": "klartecken.web.accounts.forms.Login",
    "reset_password": "klartecken.web.accounts.forms.Reset",
    "reset_password_from_key": "klartecken.web.accounts.forms.ResetByLink",
    "change_password": "klartecken.web.accounts.forms.Change",
    "set_password": "klartecken.web.accounts.forms.Choose",
    "reauthenticate": "klartecken.web.accounts.forms.Reauthenticate",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _HTTPS else "http"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "klartecken.web.accounts.forms.AddKey",
    "edit_webauthn": "klartecken.web.accounts.forms.RenameKey",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Klartecken"
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Browsers allow passkeys without https on localhost, for trying out; nowhere else.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _ON_LOOPBACK
SOCIALACCOUNT_ADAPTER = "klartecken.web.accounts.adapter.KnownColleaguesOnly"
SOCIALACCOUNT_PROVIDERS = environment.single_sign_on()
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# -- Mail --------------------------------------------------------------------------------------------------------------
globals().update(environment.mail(HOME))
DEFAULT_FROM_EMAIL = environment.text("KLARTECKEN_MAIL_FROM", f"Klartecken <klartecken@{_HOST}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Web-hooks into private networks are refused, unless the firm says that it keeps its own programs there.
PRIVATE_WEB_HOOKS = environment.flag("KLARTECKEN_PRIVATE_WEB_HOOKS")

# -- Protection --------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = content_security_policy()
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_NAME = "klartecken_session"
CSRF_COOKIE_NAME = "klartecken_csrf"
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = _HTTPS and not _ON_LOOPBACK
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS and not _ON_LOOPBACK else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = logging_settings(debug=DEBUG)
