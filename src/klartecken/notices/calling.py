"""Calling a web-hook: signed, short of patience, and never into the firm's own network unless that is allowed."""

import hashlib
import hmac
import socket
import ssl
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from typing_extensions import override

from klartecken.notices.failing import MALFORMED, REFUSED, UNREACHABLE, Undelivered

SCHEMES = {"https": 443, "http": 80}
PATIENCE = 5.0  # seconds, for connecting and for each answer
SIGNATURE = "Klartecken-Signature"


def signature(body: bytes, *, secret: str, at: int) -> str:
    """Sign a message: HMAC-SHA256 over `<unix seconds>.<body>`, so that an old message cannot be sent again."""
    mac = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256)
    return f"t={at},v1={mac.hexdigest()}"


def call(address: str, body: bytes, *, secret: str, now: datetime) -> None:
    """POST a message; anything but a 2xx answer is raised as `Undelivered`. Redirects are not followed."""
    parts = urlsplit(address)
    connection = _Pinned(parts, _resolve(parts))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Klartecken",
        SIGNATURE: signature(body, secret=secret, at=int(now.timestamp())),
    }
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", path, body=body, headers=headers)
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise Undelivered(UNREACHABLE, permanent=False) from error
    finally:
        connection.close()
    if not 200 <= status < 300:  # noqa: PLR2004 - what HTTP calls success
        raise Undelivered(REFUSED, permanent=status == 410)  # noqa: PLR2004 - gone for good


def _resolve(parts: SplitResult) -> tuple[str, int]:
    """Look the host up once and connect to just that, so that the name cannot point elsewhere a moment later."""
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise Undelivered(MALFORMED, permanent=True)
    port = parts.port or SCHEMES[parts.scheme]
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise Undelivered(UNREACHABLE, permanent=False) from error
    if not settings.PRIVATE_WEB_HOOKS and not all(is_public(address) for address in found):
        raise Undelivered(REFUSED, permanent=True)
    return found[0], port


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the open internet."""
    ip = ip_address(address.split("%", 1)[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


class _Pinned(HTTPConnection):
    """A connection to an address already looked up; the certificate is still checked against the name."""

    def __init__(self, parts: SplitResult, pinned: tuple[str, int]) -> None:
        super().__init__(parts.hostname or "", pinned[1], timeout=PATIENCE)
        self._pinned = pinned
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None

    @override
    def connect(self) -> None:
        plain = socket.create_connection(self._pinned, timeout=PATIENCE)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host) if self._tls else plain
