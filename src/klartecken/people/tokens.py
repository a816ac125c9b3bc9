"""Secrets that are shown once and kept as a hash."""

import hashlib
import secrets


def new_token() -> str:
    """Draw a secret that nobody can guess (256 bits)."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Hash a secret the way the database keeps it."""
    return hashlib.sha256(token.encode()).hexdigest()
