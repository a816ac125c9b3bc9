"""A small firm, small registers, and short ways to the things that are tested."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from klartecken.assignments.models import Assignment
from klartecken.registers.importing import import_register
from klartecken.registers.sources import Choices
from klartecken.screening import actions, queries
from klartecken.screening.views import HitView
from tests.firm import MONDAY, Firm, found_firm


@pytest.fixture
def firm(db: None) -> Firm:
    return found_firm()


def screened(assignment: Assignment, firm: Firm) -> list[HitView]:
    """Screen an assignment and return everything that the conflict resolver sees."""
    actions.screen(assignment.pk, by=firm.responsible, now=MONDAY)
    return queries.hits(assignment, firm.resolver, now=MONDAY)


def hit_of(assignment: Assignment, firm: Firm, kind: str) -> HitView:
    """Return the one hit of a kind."""
    (found,) = [each for each in queries.hits(assignment, firm.resolver, now=MONDAY) if each.kind == kind]
    return found


@pytest.fixture
def register(home: Path, settings: Settings, tmp_path: Path) -> "Register":
    return Register(home, tmp_path)


class Register:
    """Writes small registers and imports them."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder

    def holds(self, name: str, *rows: str) -> None:
        """Import a register with these rows of `id;name;country;list`."""
        path = self.folder / f"{name}-{len(rows)}-{abs(hash(rows))}.csv"
        path.write_text("id;name;country;list\n" + "\n".join(rows) + "\n", encoding="utf-8")
        import_register("csv", [path], home=self.home, choices=Choices(register=name))
