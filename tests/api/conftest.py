"""The API as its users meet it: over HTTP, with a token."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from klartecken.people import actions as people
from klartecken.people.models import Person
from tests.firm import MONDAY, Firm


@dataclass
class Caller:
    """One person's token."""

    token: str

    def get(self, path: str, **headers: str) -> Any:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, body: object = None, **headers: str) -> Any:
        return self.ask("POST", path, body, headers=headers)

    def patch(self, path: str, body: object = None, **headers: str) -> Any:
        return self.ask("PATCH", path, body, headers=headers)

    def ask(self, method: str, path: str, body: object = None, *, headers: dict[str, str]) -> Any:
        bearer = {"Authorization": f"Bearer {self.token}", **headers}
        if method == "GET":
            return Client().get(f"/api/v1{path}", headers=bearer)
        send: Any = getattr(Client(), method.lower())
        content = "" if body is None else body
        return send(f"/api/v1{path}", content, content_type="application/json", headers=bearer)


@dataclass
class Callers:
    """Everybody's tokens."""

    ceo: Caller
    responsible: Caller
    colleague: Caller


@pytest.fixture
def callers(firm: Firm) -> Callers:
    def caller(person: Person) -> Caller:
        return Caller(people.issue_token(person, label="test", now=MONDAY))

    return Callers(ceo=caller(firm.ceo), responsible=caller(firm.responsible), colleague=caller(firm.colleague))
