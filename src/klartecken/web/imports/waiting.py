"""The file that waits between the preview and the storing: in the uploads' folder, known by the session alone."""

import uuid
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.utils import timezone

FOLDER = "imports"
_KEY = "import"
_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which file waits, what it holds, and how its columns were chosen (None: as guessed)."""

    kind: str
    path: str
    filename: str
    mapping: dict[str, str] | None = None

    def content(self) -> bytes:
        """Read the file; one that has been cleaned away is empty."""
        if not default_storage.exists(self.path):
            return b""
        with default_storage.open(self.path) as file:
            return bytes(file.read())


def put(request: HttpRequest, *, kind: str, filename: str, content: bytes) -> None:
    """Let a file wait; what waited before is thrown away."""
    drop(request)
    _clean_up()
    path = default_storage.save(f"{FOLDER}/{uuid.uuid4().hex}.csv", ContentFile(content))
    remember(request, Waiting(kind=kind, path=path, filename=filename[:200]))


def remember(request: HttpRequest, waiting: Waiting) -> None:
    """Keep what waits in the visitor's session."""
    request.session[_KEY] = asdict(waiting)


def waiting(request: HttpRequest) -> Waiting | None:
    """Return what waits, if anything does."""
    kept = request.session.get(_KEY)
    return Waiting(**kept) if kept else None


def drop(request: HttpRequest) -> None:
    """Throw away what waits."""
    kept = waiting(request)
    if kept is not None:
        default_storage.delete(kept.path)
        del request.session[_KEY]


def _clean_up() -> None:
    """Throw away files that nobody came back for."""
    if not default_storage.exists(FOLDER):
        return
    _folders, files = default_storage.listdir(FOLDER)
    for name in files:
        path = f"{FOLDER}/{name}"
        if default_storage.get_created_time(path) < timezone.now() - _KEPT:
            default_storage.delete(path)
