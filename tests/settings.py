"""Klartecken's own settings, with a home that does not exist and quick passwords."""

import os
import tempfile
from pathlib import Path

# Nothing of the developer's own home or surroundings reaches a test.
for name in [name for name in os.environ if name.startswith("KLARTECKEN_")]:
    del os.environ[name]
os.environ["KLARTECKEN_HOME"] = str(Path(tempfile.gettempdir()) / "klartecken-no-home")
os.environ["KLARTECKEN_SECRET_KEY"] = "the key of the tests"

from klartecken.config.settings import *  # noqa: E402, F403
from klartecken.config.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, since tests with several writers must meet the same locks as a firm does.
    _FILE = Path(tempfile.gettempdir()) / f"klartecken-tests-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": str(_FILE)}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
