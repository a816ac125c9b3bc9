"""Puts a backup in place: all of it is unpacked and compared first, then swapped in, and swapped back if that fails."""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from klartecken.cli import house
from klartecken.cli.saving import archive, databases
from klartecken.cli.saving.archive import Manifest
from klartecken.cli.saving.errors import HomeIsNotEmpty, OtherDatabase, StillServing

PARTS = ("uploads", "registers", "ledger", "demonstration")
STILL_ALIVE = timedelta(seconds=25)


def restore(source: Path, home: Path, *, replace: bool, now: datetime) -> Manifest:
    """Restore a backup; on any error the home is as it was."""
    manifest = archive.read_manifest(source)
    if manifest.database != databases.vendor():
        raise OtherDatabase
    databases.check_is_not_newer(manifest.migrations)
    _refuse_a_home_in_use(home, replace=replace, now=now)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=home) as scratch:
        fresh, earlier = Path(scratch) / "fresh", Path(scratch) / "earlier"
        fresh.mkdir()
        earlier.mkdir()
        manifest = archive.extract(source, fresh)
        if manifest.database == "sqlite":
            _restore_sqlite(fresh, earlier, home)
        else:
            house.migrate()  # an empty database gets its tables; they are not part of what is swapped
            records = fresh / databases.RECORDS_FILE
            databases.load_records(records, before_commit=lambda: _swap(_parts(fresh, home), earlier))
    for interrupted in home.glob(".restore-*"):
        shutil.rmtree(interrupted, ignore_errors=True)
    return manifest


def _restore_sqlite(fresh: Path, earlier: Path, home: Path) -> None:
    from django.db import connections

    copy, file = fresh / databases.SQLITE_FILE, databases.sqlite_file()
    databases.check_sqlite(copy)
    connections.close_all()
    file.parent.mkdir(parents=True, exist_ok=True)
    leftovers = [file.with_name(f"{file.name}{suffix}") for suffix in ("-wal", "-shm")]
    _swap([*((None, path) for path in leftovers), *_parts(fresh, home), (copy, file)], earlier)


def _parts(fresh: Path, home: Path) -> list[tuple[Path | None, Path]]:
    """Pair what the backup has with its place; what it lacks is taken away there."""
    return [(fresh / name if (fresh / name).exists() else None, home / name) for name in PARTS]


def _swap(pairs: list[tuple[Path | None, Path]], earlier: Path) -> None:
    """Put each new thing in its place, or put everything back."""
    done: list[tuple[Path | None, Path, Path | None]] = []
    try:
        for number, (new, place) in enumerate(pairs):
            aside = earlier / f"{number}-{place.name}" if place.exists() else None
            if aside:
                shutil.move(place, aside)
            done.append((new, place, aside))
            if new:
                shutil.move(new, place)
    except OSError:
        _swap_back(done)
        raise


def _swap_back(done: list[tuple[Path | None, Path, Path | None]]) -> None:
    for _new, place, aside in reversed(done):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
        if aside:
            shutil.move(aside, place)


def _refuse_a_home_in_use(home: Path, *, replace: bool, now: datetime) -> None:
    has_files = any((home / name).exists() for name in PARTS)
    if not house.has_tables():
        if has_files and not replace:
            raise HomeIsNotEmpty
        return
    if not replace:
        raise HomeIsNotEmpty
    if _is_served(now):
        raise StillServing


def _is_served(now: datetime) -> bool:
    from django.db import DatabaseError

    from klartecken.agenda.models import Heartbeat

    try:
        return Heartbeat.objects.filter(at__gte=now - STILL_ALIVE).exists()
    except DatabaseError:  # tables of another version, or a damaged file: what a restore is for
        return False
