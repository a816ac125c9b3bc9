"""A consistent copy of the database, and putting it back: SQLite as a file, others as Django's own records."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klartecken.cli.saving.errors import BackupIsDamaged, BackupIsNewer

if TYPE_CHECKING:
    from django.db.models import Model

SQLITE_FILE, RECORDS_FILE = "database.sqlite3", "database.jsonl"
NOT_DUMPED = ("contenttypes", "auth", "sessions")  # made anew by migrating; sessions end with a restore
PAGES_AT_ONCE = 2000


def vendor() -> str:
    """Return the kind of database in use."""
    from django.db import connection

    return connection.vendor


def applied_migrations() -> list[list[str]]:
    """Return the migrations of the database, by app and name."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations())


def check_is_not_newer(migrations: list[list[str]]) -> None:
    """Refuse a backup with migrations that this program does not know."""
    from django.db.migrations.loader import MigrationLoader

    known = MigrationLoader(None).disk_migrations or {}
    if any((app, name) not in known for app, name in migrations):
        raise BackupIsNewer


def copy_to(folder: Path) -> Path:
    """Copy the database as it stands at one moment; others go on writing meanwhile."""
    return _copy_sqlite(folder / SQLITE_FILE) if vendor() == "sqlite" else _dump_records(folder / RECORDS_FILE)


def entries_in(copy: Path) -> int:
    """Return how many entries of the ledger a copy has."""
    if copy.suffix == ".jsonl":
        with copy.open(encoding="utf-8") as file:
            return sum(line.startswith('{"model": "ledger.entry"') for line in file)
    with closing(sqlite3.connect(copy)) as database:
        return int(database.execute("SELECT COALESCE(MAX(sequence), 0) FROM ledger_entry").fetchone()[0])


def check_sqlite(copy: Path) -> None:
    """Have SQLite itself look through a copy, or raise BackupIsDamaged."""
    try:
        with closing(sqlite3.connect(copy)) as database:
            found = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise BackupIsDamaged from error
    if found != "ok":
        raise BackupIsDamaged


def load_records(records: Path, *, before_commit: Callable[[], Any]) -> None:
    """Replace every row by the backup's, in one transaction that `before_commit` can still stop."""
    from django.core.management import call_command
    from django.db import transaction

    with transaction.atomic():
        call_command("flush", interactive=False, verbosity=0, allow_cascade=True)
        call_command("loaddata", str(records), verbosity=0)
        before_commit()


def sqlite_file() -> Path:
    """Return the file of the SQLite database."""
    from django.db import connection

    return Path(str(connection.settings_dict["NAME"]))


def _copy_sqlite(target: Path) -> Path:
    from django.db import connection

    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.commit()
    return target


def _dump_records(target: Path) -> Path:
    from django.core import serializers
    from django.db import connection, transaction

    from klartecken.cli.saving.exactly import Exactly

    with transaction.atomic(), target.open("w", encoding="utf-8") as file:
        with connection.cursor() as cursor:  # one view of everything, however long it takes
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        serializers.serialize("jsonl", _every_row(), stream=file, cls=Exactly)
    return target


def _every_row() -> "Iterator[Model]":
    from django.apps import apps
    from django.core import serializers

    kept = [(app, None) for app in apps.get_app_configs() if app.label not in NOT_DUMPED]
    for model in serializers.sort_dependencies(kept):
        if model._meta.managed and not model._meta.proxy:  # noqa: SLF001 - where Django itself documents it
            yield from model._default_manager.order_by("pk").iterator(chunk_size=2000)  # noqa: SLF001 - as above
