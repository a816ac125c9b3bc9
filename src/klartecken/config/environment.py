"""What the surroundings say: the home folder, addresses and secrets, read from environment variables."""

import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"", "0", "false", "no", "off"})
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SMTP_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def text(name: str, default: str = "") -> str:
    """The value of an environment variable, without surrounding space."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    """A yes or no; anything else stops the start, so that a typing error is not read as no."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    message = f"{name} is {value!r}: write 1 or 0."
    raise ImproperlyConfigured(message)


def words(name: str) -> list[str]:
    """A list written with commas."""
    return [word for word in (part.strip() for part in text(name).split(",")) if word]


def home() -> Path:
    """The folder of the database, the registers, the uploads and the outgoing files."""
    if chosen := text("KLARTECKEN_HOME"):
        return Path(chosen).expanduser().resolve()
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "klartecken"
    if sys.platform == "win32":
        return Path(text("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "klartecken"
    return Path(text("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "klartecken"


def secret_key(folder: Path) -> str:
    """The key that signs sessions and links: from the environment, else a file only its owner may read."""
    if chosen := text("KLARTECKEN_SECRET_KEY"):
        return chosen
    path = folder / "secret-key"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return _new_secret(path)


def _new_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key + "\n")
    return key


def database(folder: Path) -> dict[str, Any]:
    """The database of `DATABASE_URL`; without one, an SQLite file in the home folder."""
    url = text("DATABASE_URL")
    if not url:
        return _sqlite({"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "klartecken.sqlite3")})
    chosen: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    return _sqlite(chosen) if chosen["ENGINE"].endswith("sqlite3") else chosen


def _sqlite(chosen: dict[str, Any]) -> dict[str, Any]:
    options = {
        # A writer takes its lock when it begins, so two of them queue instead of failing half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
    return chosen | {"OPTIONS": options, "CONN_MAX_AGE": 0}


def mail(folder: Path) -> dict[str, Any]:
    """Django's mail settings from `KLARTECKEN_MAIL`; without it, mails are files in the home folder's outbox."""
    url = text("KLARTECKEN_MAIL")
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder / "outbox"),
        }
    parts = urlsplit(url)
    if parts.scheme not in SMTP_PORTS or not parts.hostname:
        message = "KLARTECKEN_MAIL should look like smtp+tls://user:password@mail.example:587 (or smtp://, smtps://)."
        raise ImproperlyConfigured(message)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or SMTP_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": int(parse_qs(parts.query).get("timeout", ["20"])[0]),
    }


def single_sign_on() -> dict[str, Any]:
    """Settings of allauth's provider for the firm's OpenID Connect server, or nothing."""
    issuer = text("KLARTECKEN_OIDC_ISSUER")
    if not issuer:
        return {}
    app = {
        "provider_id": "firm",
        "name": text("KLARTECKEN_OIDC_NAME", "OpenID Connect"),
        "client_id": text("KLARTECKEN_OIDC_CLIENT_ID"),
        "secret": text("KLARTECKEN_OIDC_CLIENT_SECRET"),
        "settings": {"server_url": issuer},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def single_sign_on_origin() -> list[str]:
    """Scheme and host of the firm's OpenID Connect server, if there is one."""
    issuer = urlsplit(text("KLARTECKEN_OIDC_ISSUER"))
    return [f"{issuer.scheme}://{issuer.netloc}"] if issuer.netloc else []
