"""Reads a pasted or forwarded mail: who asks, about what, when. It guesses, says little, and never fails.

A colleague forwards an enquiry to themselves and pastes it with whatever came along: headers in Swedish or English,
forwarded blocks, quotation marks, or the raw message. The asker is the sender of the innermost block that did not
come from the firm itself.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.errors import MessageError
from email.message import EmailMessage
from typing import Final

from klartecken.prospects import mail_dates, organisations

LONGEST: Final = 500_000

_KEYS: Final = {
    "from": "from", "från": "from", "avsändare": "from", "sender": "from",
    "subject": "subject", "ämne": "subject",
    "date": "date", "datum": "date", "sent": "date", "skickat": "date", "skickad": "date", "skickades": "date",
    "to": "to", "till": "to", "cc": "to", "kopia": "to", "reply-to": "to", "svara till": "to",
}  # fmt: skip
_HEADER: Final = re.compile(
    r"[ \t*_]{0,8}([A-Za-zÅÄÖåäö-]{2,12}(?: till)?)[*_ \t]{0,4}:[*_ \t]{0,8}(.{0,2000})$", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"^(?:[ \t]?>)+[ \t]?")
_WROTE: Final = re.compile(r"^\s*(?:On|Den|Am|Le)\b(?P<when>.{0,120}?)\b(?:skrev|wrote)\b:?(?P<after>.{0,200}):?\s*$")
_ADDRESS: Final = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_MARKER: Final = re.compile(
    r"^[\s>]*[-_]{2,}.{0,60}[-_]*\s*$|^\s*(?:begin forwarded message|vidarebefordrat (?:brev|meddelande)):?\s*$",
    re.IGNORECASE,
)
_REPLY: Final = re.compile(r"^(?:\s*(?:re|sv|vb|fw|fwd|vs)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Enquiry:
    """What a mail says; an empty string where it does not say."""

    organisation: str = ""
    sender_name: str = ""
    sender_address: str = ""
    subject: str = ""
    sent_on: date | None = None
    body: str = ""


@dataclass(slots=True)
class _Block:
    """One message of a thread: its headers, and the lines under them."""

    headers: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        found = _ADDRESS.search(self.headers.get("from", ""))
        return found.group().lower() if found else ""


def read(text: str, *, own_domain: str = "") -> Enquiry:
    """Return what can be made out of a pasted mail, whatever it looks like."""
    blocks = list(_blocks(_unpacked(text[:LONGEST])))
    block = _asking(blocks, own_domain)
    body = "\n".join(block.lines).strip()
    name = _sender_name(block.headers.get("from", ""))
    return Enquiry(
        organisation=organisations.guess(body, sender=name, address=block.address, own_domain=own_domain),
        sender_name=name,
        sender_address=block.address,
        subject=_REPLY.sub("", block.headers.get("subject", "")).strip(),
        sent_on=mail_dates.read(block.headers.get("date", "")),
        body=body,
    )


def _asking(blocks: list[_Block], own_domain: str) -> _Block:
    """The innermost message that comes from outside, else the innermost, else whatever there is."""
    signed = [block for block in blocks if block.headers.get("from")]
    outside = [block for block in signed if not (own_domain and block.address.endswith(f"@{own_domain.lower()}"))]
    return (outside or signed or blocks or [_Block()])[-1]


def _blocks(text: str) -> Iterator[_Block]:
    lines = [_QUOTED.sub("", line).rstrip() for line in text.splitlines()]
    block, position = _Block(), 0
    while position < len(lines):
        headers, after = _headers_at(lines, position)
        if headers:
            if block.headers or any(block.lines):
                yield block
            block, position = _Block(headers=headers), after
            continue
        if not _MARKER.match(lines[position]):
            block.lines.append(lines[position])
        position += 1
    yield block


def _headers_at(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The headers that begin at a line and the position after them, or nothing."""
    if wrote := _WROTE.match(lines[start]):
        sender = wrote["after"].strip(" :") or wrote["when"]
        return {"from": sender, "date": wrote["when"]}, start + 1
    headers: dict[str, str] = {}
    position, last = start, ""
    while position < len(lines):
        key, value = _header(lines[position])
        if key and key not in headers:
            headers[key], last = value, key
        elif not key and last and lines[position][:1] in {" ", "\t"} and lines[position].strip():
            headers[last] += f" {lines[position].strip()}"  # a long header goes on, indented
        elif not key or key != "to":
            break
        position += 1
    opens = "from" in headers and (len(headers) > 1 or _ADDRESS.search(headers["from"]))
    at_the_top = start == 0 and "subject" in headers
    return (headers, position) if opens or at_the_top else ({}, start)


def _header(line: str) -> tuple[str, str]:
    found = _HEADER.match(line)
    if not found:
        return "", ""
    return _KEYS.get(found[1].strip().lower(), ""), found[2].strip(" \t*_")


def _sender_name(sender: str) -> str:
    bare = re.sub(r"<[^>]{0,200}>|\[mailto:[^\]]{0,200}\]|\([^)]{0,200}@[^)]{0,200}\)", " ", sender)
    bare = _ADDRESS.sub(" ", bare)
    return " ".join(bare.strip(" \t\"',;:<>[]()").split())[:120]


def _unpacked(text: str) -> str:
    """The readable text of a raw message; anything else is returned as it is."""
    if not re.search(r"^MIME-Version:", text[:20_000], re.IGNORECASE | re.MULTILINE):
        return text
    try:
        message = email.message_from_string(text.lstrip(), _class=EmailMessage, policy=email.policy.default)
        part = message.get_body(("plain",))
        body = str(part.get_content()) if part else ""
        headers = [f"{key}: {message[key]}" for key in ("From", "Subject", "Date") if message[key]]
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError):
        return text
    return "\n".join([*headers, "", body]) if headers and body else text
