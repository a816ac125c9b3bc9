"""The starting list of issues; a firm changes its own copy afterwards."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from importlib import resources

from klartecken.ledger import actions as ledger
from klartecken.parties.models import Issue
from klartecken.people.models import Person


def install_issues(*, by: Person | None, now: datetime) -> int:
    """Add the issues of the starting list that the firm lacks; return how many. Doing it again adds none."""
    with ledger.step():
        present = {issue.name_sv: issue for issue in Issue.objects.all()}
        added = 0
        for swedish, english, parent in _starting_list():
            if swedish not in present:
                present[swedish] = Issue.objects.create(name_sv=swedish, name_en=english, parent=present.get(parent))
                added += 1
        if added:
            actor = by.id if by else ledger.SYSTEM
            ledger.record("party.issues_installed", subject="issues", actor=actor, now=now, payload={"added": added})
    return added


def _starting_list() -> Iterator[tuple[str, str, str]]:
    text = resources.files("klartecken.parties").joinpath("issues.toml").read_text(encoding="utf-8")
    for area in tomllib.loads(text)["area"]:
        yield area["sv"], area["en"], ""
        for swedish, english in area["issues"]:
            yield swedish, english, area["sv"]
