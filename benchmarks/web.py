"""How quick the pages are in a large firm: 500 people, 20,000 assignments, 200,000 viewpoints.

Builds the firm in a temporary home (rows are synthetic), asks for each page through the whole Django stack in one
process, and prints median and 95th percentile against the budget of 100 ms.

    python benchmarks/web.py [--people 500] [--assignments 20000] [--viewpoints 200000] [--rounds 60]
"""

import argparse
import logging
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

BUDGET_MS = 100
PAST = ("ended",) * 14 + ("ongoing",) * 3 + ("declined", "withdrawn")
PRESENT = ("circulating",) * 30 + ("escalated",) * 10 + ("cleared",) * 20 + ("quoted",) * 20
"""What a firm of five hundred has under way at once; everything else is behind it or begun."""
STANCES = ("support", "support", "take_part", "concern", "object")
BATCH = 2000
SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"


def main() -> int:
    """Build, measure, print; exit with 1 if a page misses the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--assignments", type=int, default=20_000)
    parser.add_argument("--viewpoints", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _prepare(Path(folder))
        began = time.perf_counter()
        addresses = _build(people=asked.people, assignments=asked.assignments, viewpoints=asked.viewpoints)
        print(f"built in {time.perf_counter() - began:.0f} s", file=sys.stderr)
        rows = [_measure(name, get, rounds=asked.rounds) for name, get in _pages(addresses).items()]
    return _report(rows)


def _prepare(home: Path) -> None:
    os.environ["KLARTECKEN_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "klartecken.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    logging.disable(logging.INFO)
    call_command("migrate", verbosity=0)


def _build(*, people: int, assignments: int, viewpoints: int) -> dict[str, str]:
    from klartecken.people import actions as persons
    from klartecken.people.models import Firm, Person, Role
    from klartecken.policies import actions as policies

    chance = random.Random(1)
    now = datetime.now(UTC)
    persons.found_firm(name="Mätbolaget", now=now - timedelta(days=3000), mail_domain="maet.example")
    Firm.objects.update(is_demonstration=False)
    policies.install_default_policy(now=now - timedelta(days=3000))
    everyone = list(_people(people, now))
    persons.give_role(everyone[0], Role.CEO, by=None, now=now - timedelta(days=3000))
    keys = _assignments(assignments, everyone, chance, now)
    _viewpoints(viewpoints, keys, everyone, chance, now)
    viewer = Person.objects.get(pk=everyone[1].pk)
    return {"viewer": str(viewer.pk), "ceo": str(everyone[0].pk), **_samples()}


def _people(count: int, now: datetime) -> Iterator[object]:
    from klartecken.people.models import Person, Undertaking

    joined = now - timedelta(days=3000)
    rows = [Person(email=f"p{n}@maet.example", name=f"Person {n:03}", joined_at=joined) for n in range(count)]
    Person.objects.bulk_create(rows)
    Undertaking.objects.bulk_create(Undertaking(person=row, how="paper", signed_at=joined) for row in rows)
    yield from rows


def _assignments(count: int, everyone: list, chance: random.Random, now: datetime) -> list:
    from klartecken.assignments.models import Assignment, Clearance, Step, TeamMember
    from klartecken.core.journey import AFTER_CLEARANCE
    from klartecken.parties.models import Party

    made = []
    for start in range(0, count, BATCH):
        size = min(BATCH, count - start)
        at = [now - timedelta(days=chance.randrange(1, 2500)) for _ in range(size)]
        clients = Party.objects.bulk_create(
            Party(name=f"Bolag {start + n} AB", search_name=f"bolag {start + n} ab", country="SE", created_at=at[n])
            for n in range(size)
        )
        states = [PRESENT[start + n] if start + n < len(PRESENT) else chance.choice(PAST) for n in range(size)]
        cleared = Clearance.objects.bulk_create(
            Clearance(kind="agreed", granted_by=chance.choice(everyone), granted_at=at[n]) for n in range(size)
        )
        rows = Assignment.objects.bulk_create(
            Assignment(
                client=clients[n],
                state=states[n],
                clearance=cleared[n] if states[n] in AFTER_CLEARANCE else None,
                summary=f"Uppdrag {start + n} om elnät",
                public_title=f"Bolag {start + n}",
                public_text="Vi hjälper bolaget att berätta.",
                responsible=chance.choice(everyone),
                lobbying=chance.choice(["yes", "no"]),
                created_at=at[n],
                changed_at=at[n],
                circulated_at=at[n],
                started_at=at[n],
                closed_at=at[n] if states[n] in {"ended", "declined", "withdrawn"} else None,
            )
            for n in range(size)
        )
        TeamMember.objects.bulk_create(
            TeamMember(assignment=row, person=row.responsible, stands_behind_at=row.created_at) for row in rows
        )
        Step.objects.bulk_create(
            Step(assignment=row, to_state=row.state, at=row.created_at, by=row.responsible) for row in rows
        )
        _publish(row for row in rows if row.lobbying == "yes" and row.state in {"ongoing", "ended"})
        made += rows
    return made


def _publish(begun: Iterator) -> None:
    from klartecken.publication.models import PublicEntry

    PublicEntry.objects.bulk_create(
        PublicEntry(
            assignment=row,
            client_name=row.client.name,
            title=row.public_title,
            text=row.public_text,
            is_lobbying=True,
            started_on=row.created_at.date(),
            ended_on=row.created_at.date() if row.state == "ended" else None,
            published_at=row.created_at,
            changed_at=row.created_at,
        )
        for row in begun
    )


def _viewpoints(count: int, assignments: list, everyone: list, chance: random.Random, now: datetime) -> None:
    from klartecken.circulation.models import Round, Viewpoint

    rounds = []
    for start in range(0, len(assignments), BATCH):
        rounds += Round.objects.bulk_create(
            Round(
                assignment=row,
                number=1,
                opened_at=row.created_at,
                closes_at=now + timedelta(days=1) if row.state == "circulating" else row.created_at,
                closed_at=None if row.state == "circulating" else row.created_at,
            )
            for row in assignments[start : start + BATCH]
        )
    each = max(1, count // len(rounds))
    batch = []
    for valid in rounds:
        for person in chance.sample(everyone[2:], min(each, len(everyone) - 2)):
            words = "En fråga jag brinner för."
            batch.append(Viewpoint(round=valid, person=person, stance=chance.choice(STANCES), words=words, at=now))
        if len(batch) >= BATCH:
            Viewpoint.objects.bulk_create(batch)
            batch = []
    Viewpoint.objects.bulk_create(batch)


def _samples() -> dict[str, str]:
    from klartecken.assignments.models import Assignment
    from klartecken.publication.models import PublicEntry

    ongoing = Assignment.objects.filter(state="ongoing").values_list("pk", flat=True)[0]
    circulating = Assignment.objects.filter(state="circulating").values_list("pk", flat=True)[0]
    return {
        "ongoing": str(ongoing),
        "circulating": str(circulating),
        "entry": PublicEntry.objects.values_list("address", flat=True)[0],
    }


def _pages(known: dict[str, str]) -> dict[str, Callable[[], object]]:
    from django.test import Client
    from django.urls import reverse

    from klartecken.people.models import Person

    def as_person(key: str) -> Client:
        client = Client(raise_request_exception=True, SERVER_NAME="localhost")
        client.force_login(Person.objects.get(pk=key), backend=SIGN_IN)
        return client

    colleague, ceo, public = as_person(known["viewer"]), as_person(known["ceo"]), Client(SERVER_NAME="localhost")
    addresses = {
        "Today, colleague": (colleague, "/"),
        "Today, CEO": (ceo, "/"),
        "assignment, circulating": (colleague, reverse("assignments:show", args=[known["circulating"]])),
        "assignment, ongoing": (colleague, reverse("assignments:show", args=[known["ongoing"]])),
        "list of assignments": (colleague, "/assignments/"),
        "search": (colleague, "/search?q=bolag+77"),
        "public list": (public, "/public/"),
        "public entry": (public, f"/public/assignments/{known['entry']}"),
    }
    return {name: _getter(client, address) for name, (client, address) in addresses.items()}


def _getter(client: object, address: str) -> Callable[[], object]:
    def get() -> object:
        answer = client.get(address, follow=True)  # type: ignore[attr-defined]
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}")
        return answer.content

    return get


def _measure(name: str, get: Callable[[], object], *, rounds: int) -> tuple[str, float, float]:
    get()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        get()
        times.append((time.perf_counter() - began) * 1000)
    return name, statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _report(rows: list[tuple[str, float, float]]) -> int:
    print(f"| page | p50 ms | p95 ms | share of the budget ({BUDGET_MS} ms) |")
    print("|---|---|---|---|")
    for name, middle, high in rows:
        print(f"| {name} | {middle:.0f} | {high:.0f} | {high / BUDGET_MS:.0%} |")
    return int(any(high > BUDGET_MS for _name, _middle, high in rows))


if __name__ == "__main__":
    raise SystemExit(main())
