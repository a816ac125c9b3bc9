"""How entries are hashed: each commits to its payload and to the entry before it."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

GENESIS = "0" * 64


def canonical(payload: Mapping[str, object]) -> str:
    """Write a payload the one way that its hash is taken of (sorted JSON; dates as text)."""
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def new_salt() -> str:
    """Draw a salt, so that an erased payload cannot be guessed back from its hash."""
    return secrets.token_hex(32)


def payload_hash(salt: str, body: str) -> str:
    """Hash a salted payload."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


class Link(Protocol):
    """What an entry commits to."""

    sequence: int
    at: datetime
    actor: str
    verb: str
    subject: str
    payload_hash: str
    previous_hash: str


def hash_of(entry: Link) -> str:
    """Hash an entry together with the hash of the one before it."""
    at = entry.at.astimezone(UTC).isoformat()
    parts = (str(entry.sequence), at, entry.actor, entry.verb, entry.subject, entry.payload_hash, entry.previous_hash)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
