"""Stable names of hits, so that a judgement is reused while its facts stand, and only then."""

import hashlib
import json
from collections.abc import Mapping

KEY_VERSION = 1
"""Raised when the same facts come to be compared otherwise: every hit is then looked at anew."""


def pair_key(*parts: str) -> str:
    """What was found against what, whatever is known of either."""
    return _digest(["pair", *parts])


def hit_key(pair: str, facts: Mapping[str, object]) -> str:
    """What was found against what, on which facts: it changes when any of them does."""
    return _digest([KEY_VERSION, pair, facts])


def fingerprint(facts: object) -> str:
    """One word for everything that a run rests on."""
    return _digest(facts)


def _digest(value: object) -> str:
    body = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(body.encode()).hexdigest()
