"""What the surroundings may say, and what stops the start."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from klartecken.config import environment


@pytest.mark.parametrize(("written", "meant"), [("1", True), ("yes", True), ("0", False), ("", False), ("Off", False)])
def test_a_flag_is_yes_or_no(monkeypatch: pytest.MonkeyPatch, written: str, *, meant: bool) -> None:
    monkeypatch.setenv("KLARTECKEN_DEBUG", written)
    assert environment.flag("KLARTECKEN_DEBUG") is meant


def test_a_flag_with_a_typing_error_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARTECKEN_BEHIND_PROXY", "ture")
    with pytest.raises(ImproperlyConfigured, match="KLARTECKEN_BEHIND_PROXY is 'ture'"):
        environment.flag("KLARTECKEN_BEHIND_PROXY")


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("KLARTECKEN_SECRET_KEY")
    home = tmp_path / "new"
    first = environment.secret_key(home)
    assert environment.secret_key(home) == first
    assert len(first) > 50
    assert (home / "secret-key").stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700


def test_the_home_folder_follows_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KLARTECKEN_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert environment.home() == tmp_path / "klartecken"


def test_sqlite_takes_its_lock_first_and_waits_for_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert environment.database(tmp_path) == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(tmp_path / "klartecken.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
        "CONN_MAX_AGE": 0,
    }


def test_a_database_url_chooses_postgresql(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://anna:hemligt@db.example:5433/firm")
    chosen = environment.database(tmp_path)
    expected = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db.example",
        "PORT": 5433,
        "USER": "anna",
        "PASSWORD": "hemligt",
        "NAME": "firm",
    }
    assert {key: chosen[key] for key in expected} == expected


def test_mail_is_written_to_files_until_a_server_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KLARTECKEN_MAIL", raising=False)
    assert environment.mail(tmp_path) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(tmp_path / "outbox"),
    }


def test_a_mail_server_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KLARTECKEN_MAIL", "smtp+tls://post%40firm.example:hem%2Flig@mail.example?timeout=5")
    assert environment.mail(tmp_path) == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "post@firm.example",
        "EMAIL_HOST_PASSWORD": "hem/lig",
        "EMAIL_USE_TLS": True,
        "EMAIL_USE_SSL": False,
        "EMAIL_TIMEOUT": 5,
    }


def test_a_mail_address_that_is_no_server_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KLARTECKEN_MAIL", "mail.example:587")
    with pytest.raises(ImproperlyConfigured, match="should look like smtp"):
        environment.mail(tmp_path)


def test_the_firms_own_sign_in_server_may_receive_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARTECKEN_OIDC_ISSUER", "https://login.firm.example/realms/main")
    assert environment.single_sign_on_origin() == ["https://login.firm.example"]
    apps = environment.single_sign_on()["openid_connect"]["APPS"]
    assert apps[0]["settings"] == {"server_url": "https://login.firm.example/realms/main"}


def test_without_such_a_server_nothing_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLARTECKEN_OIDC_ISSUER", raising=False)
    assert (environment.single_sign_on_origin(), environment.single_sign_on()) == ([], {})
