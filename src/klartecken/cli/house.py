"""Opens the house for a command: Django is loaded only by those that need it."""

import os
from pathlib import Path

from klartecken.core.refusals import Conflicting, Refused


class NoDatabaseYet(Conflicting):
    """The home folder has no database."""

    code = "no_database"
    message = "There is no firm here yet. Run `klartecken init` or `klartecken demo` first."


class DatabaseOfAnotherVersion(Conflicting):
    """The tables are not the ones that this version of the program knows."""

    code = "database_version"
    message = "The database is of an earlier version. Run `klartecken migrate` (after a `klartecken backup`)."


class RestoreWasInterrupted(Conflicting):
    """The home is neither as it was nor as the backup is."""

    code = "restore_interrupted"
    message = (
        "A restore was interrupted half-way here. Run it again: `klartecken restore FILE --replace`. "
        "What it had set aside is in the home folder, in .restore-…/earlier."
    )


def open_django() -> None:
    """Load the settings and the rooms; the database is not touched."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klartecken.config.settings")
    import django

    django.setup()


def open_firm() -> None:
    """Load the rooms and see to it that there is a firm with all of its tables."""
    open_django()
    if any(home().glob(".restore-*/earlier/*")):
        raise RestoreWasInterrupted
    if not has_tables():
        raise NoDatabaseYet
    if unapplied():
        raise DatabaseOfAnotherVersion
    from klartecken.people.models import Firm

    if not Firm.objects.exists():
        raise NoDatabaseYet


def home() -> Path:
    """Name the home folder, once the settings are loaded."""
    from django.conf import settings

    return Path(settings.HOME)


def has_tables() -> bool:
    """Tell whether the database has been migrated at least once."""
    from django.db import connection

    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        if not name.startswith("file:") and not Path(name).exists():
            return False
    return "django_migrations" in connection.introspection.table_names()


def unapplied() -> bool:
    """Tell whether the program has migrations that the database lacks."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Bring the tables to this version; does nothing where they are."""
    from django.core.management import call_command

    home().mkdir(parents=True, exist_ok=True, mode=0o700)
    (home() / "static").mkdir(exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)


def invitation_link(token: str) -> str:
    """Return the address at which an invited person opens the account."""
    from django.conf import settings
    from django.urls import reverse

    return settings.BASE_URL + reverse("invitation", args=[token])


def in_english(refusal: Refused) -> str:
    """Return a refusal's sentences in English, with what is missing."""
    sentences = [refusal.text, *(each.message for each in refusal.missing)]
    return "\n  ".join(in_english_words(sentence) for sentence in sentences)


def in_english_words(sentence: str) -> str:
    """Return a sentence of the interface in English, where the catalogues have it."""
    from django.core.exceptions import ImproperlyConfigured
    from django.utils import translation

    try:
        with translation.override("en"):
            return translation.gettext(sentence)
    except ImproperlyConfigured:  # settings that cannot be read must not hide the sentence itself
        return sentence
