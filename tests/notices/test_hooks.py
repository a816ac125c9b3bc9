"""Web-hooks: signed, name-free, tried again, and kept out of private networks."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from uuid import UUID, uuid4

import pytest
from pytest_django.fixtures import Settings
from typing_extensions import override

from klartecken.notices import actions, failing
from klartecken.notices.errors import HookAddressIsWrong
from klartecken.notices.models import Delivery

pytestmark = pytest.mark.django_db


class Receiver(HTTPServer):
    """A program of the firm's own that answers as it is told and keeps what it got."""

    status = 204
    got: list[tuple[dict[str, str], bytes]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/in?x=1"


class _Answer(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver on loopback."""
    server = Receiver(("127.0.0.1", 0), _Answer)
    server.got = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def private(settings: Settings) -> None:
    """The firm keeps its own programs in its own network."""
    settings.PRIVATE_WEB_HOOKS = True


def test_a_hook_gets_a_signed_message_without_names(receiver: Receiver, private: None, now: datetime) -> None:
    hook = actions.add_hook(address=receiver.address, verbs=["deciding.started"], now=now)
    about = UUID("22222222-2222-4222-8222-222222222222")
    assert actions.announce("deciding.started", about, now=now) == 1
    assert (actions.deliver_hooks_due(now), actions.deliver_hooks_due(now)) == (1, 0)

    [(headers, body)] = receiver.got
    delivery = Delivery.objects.get()
    assert json.loads(body) == {
        "id": str(delivery.pk),
        "verb": "deciding.started",
        "subject": str(about),
        "at": now.isoformat(),
    }
    stamp = int(now.timestamp())
    expected = hmac.new(hook.secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert headers["Klartecken-Signature"] == f"t={stamp},v1={expected}"
    assert (delivery.delivered_at, delivery.due_at, delivery.failure) == (now, None, "")


def test_a_hook_hears_only_the_verbs_it_asked_for(now: datetime) -> None:
    actions.add_hook(address="https://example.com/a", verbs=["deciding.started"], now=now)
    actions.add_hook(address="https://example.com/b", verbs=[], now=now)
    assert actions.announce("circulation.opened", uuid4(), now=now) == 1
    assert actions.announce("deciding.started", uuid4(), now=now) == 2


def test_an_ended_hook_hears_nothing_more(receiver: Receiver, private: None, now: datetime) -> None:
    hook = actions.add_hook(address=receiver.address, verbs=[], now=now)
    actions.announce("deciding.started", uuid4(), now=now)
    actions.end_hook(hook, now=now)
    assert (actions.deliver_hooks_due(now), actions.announce("deciding.started", uuid4(), now=now)) == (0, 0)
    assert receiver.got == []


@pytest.mark.parametrize(("status", "due"), [(500, True), (302, True), (404, True), (410, False)])
def test_a_refusal_is_tried_again_unless_the_address_is_gone_and_no_redirect_is_followed(
    receiver: Receiver, private: None, now: datetime, status: int, due: bool
) -> None:
    receiver.status = status
    actions.add_hook(address=receiver.address, verbs=[], now=now)
    actions.announce("deciding.started", uuid4(), now=now)
    assert actions.deliver_hooks_due(now) == 0
    delivery = Delivery.objects.get()
    assert (delivery.failure, delivery.due_at is not None, len(receiver.got)) == (failing.REFUSED, due, 1)
    receiver.status = 200
    assert actions.deliver_hooks_due(now + timedelta(days=1)) == int(due)


def test_a_hook_that_never_answers_is_given_up(private: None, now: datetime, receiver: Receiver) -> None:
    receiver.status = 500
    actions.add_hook(address=receiver.address, verbs=[], now=now)
    actions.announce("deciding.started", uuid4(), now=now)
    for day in range(10):
        actions.deliver_hooks_due(now + timedelta(days=day))
    assert len(receiver.got) == len(failing.BACKOFF) + 1
    assert Delivery.objects.get().due_at is None


def test_a_private_address_is_refused_unless_the_firm_allows_it(receiver: Receiver, now: datetime) -> None:
    actions.add_hook(address=receiver.address, verbs=[], now=now)
    actions.announce("deciding.started", uuid4(), now=now)
    assert actions.deliver_hooks_due(now) == 0
    delivery = Delivery.objects.get()
    assert (delivery.failure, delivery.due_at, receiver.got) == (failing.REFUSED, None, [])


@pytest.mark.parametrize(
    "address",
    ["ftp://example.com/", "file:///etc/passwd", "https://", "example.com", "https://user:secret@example.com/"],
)
def test_only_web_addresses_are_hooks(address: str, now: datetime) -> None:
    with pytest.raises(HookAddressIsWrong):
        actions.add_hook(address=address, verbs=[], now=now)
