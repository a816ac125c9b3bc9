from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection

from klartecken.agenda import retention
from klartecken.agenda.errors import NoSuchClock, NotBetweenOneAndTenYears
from klartecken.agenda.retention import Erased, months_before
from klartecken.assignments.models import Assignment, Clearance
from klartecken.circulation.models import EarlierViewpoint, Reply, Round, Viewpoint
from klartecken.ledger import actions as ledger
from klartecken.ledger import queries as ledger_queries
from klartecken.ledger.models import Payload
from klartecken.notices.models import Notice
from klartecken.parties.models import Identifier, Ownership, Party
from klartecken.people.errors import NotTheAdministrator
from klartecken.people.models import Person, Role
from klartecken.prospects.models import Note, Prospect
from tests.begun import SPRING, begun, colleague, party

MUCH_LATER = datetime(2027, 4, 2, 8, 0, tzinfo=UTC)
"""A year and a day after the spring in which the cases ended."""
CANARY = "Hemliga Förfrågan AB"


@pytest.fixture
def jonas(db: None) -> Person:
    return colleague("Jonas Ek")


@pytest.fixture
def administrator(db: None) -> Person:
    return colleague("Axel Nord", Role.ADMINISTRATOR)


def closed(jonas: Person, state: str = "declined", **fields: object) -> Assignment:
    """A case that came to nothing, with something of everything that hangs on a case."""
    case = begun(jonas, client=CANARY, state=state, public_text=CANARY, **fields)  # type: ignore[arg-type]
    Identifier.objects.create(party=case.client, scheme="other", value=CANARY)
    owner = party(f"{CANARY} Holding")
    link = {"source": CANARY, "stated_on": SPRING.date(), "asserter": CANARY}
    Ownership.objects.create(owned=case.client, owner=owner, share=Decimal(1), **link)
    viewpoint_on(case, jonas, words=CANARY)
    about = {"recipient": jonas.pk, "address": jonas.email, "kind": "circulation", "about": case.pk}
    Notice.objects.create(subject=CANARY, body=CANARY, created_at=SPRING, due_at=SPRING, **about)
    with ledger.step():
        ledger.record("test.noted", subject=case.pk, actor=jonas.pk, now=SPRING, payload={"words": CANARY})
        ledger.record("test.noted", subject=case.client_id, actor=jonas.pk, now=SPRING, payload={"words": CANARY})
    return case


def viewpoint_on(case: Assignment, person: Person, *, words: str) -> Viewpoint:
    opened = Round.objects.create(assignment=case, number=1, opened_at=SPRING, closes_at=SPRING, closed_at=SPRING)
    viewpoint = Viewpoint.objects.create(round=opened, person=person, stance="concern", words=words, at=SPRING)
    EarlierViewpoint.objects.create(viewpoint=viewpoint, stance="support", words=words, at=SPRING)
    Reply.objects.create(viewpoint=viewpoint, person=person, words=words, at=SPRING)
    with ledger.step():
        payload = {"words": words}
        ledger.record("circulation.viewpoint", subject=case.pk, actor=person.pk, now=SPRING, payload=payload)
    return viewpoint


def tables_with(words: str) -> set[str]:
    """The tables in which the words stand anywhere."""
    found = set()
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608, SLF001 - our own tables
            if any(words in str(value) for row in cursor.fetchall() for value in row):
                found.add(model._meta.db_table)  # noqa: SLF001 - as above
    return found


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_a_case_that_came_to_nothing_is_erased_after_its_time(jonas: Person, state: str) -> None:
    closed(jonas, state)
    before = tables_with(CANARY)

    assert retention.run(MUCH_LATER) == Erased(cases=1, viewpoints=0, contacts=0)

    assert {"assignments_assignment", "parties_party", "circulation_viewpoint", "ledger_payload"} <= before
    assert tables_with(CANARY) == set()
    found = ledger_queries.verify()
    assert (found.holds, found.erased > 0) == (True, True)


def test_a_case_is_kept_until_its_time(jonas: Person) -> None:
    case = closed(jonas)

    assert retention.run(MUCH_LATER - timedelta(days=2)).cases == 0
    assert Assignment.objects.filter(pk=case.pk).exists()


@pytest.mark.parametrize("state", ["draft", "circulating", "cleared", "ongoing", "ended"])
def test_other_cases_have_no_such_clock(jonas: Person, state: str) -> None:
    case = begun(jonas, state=state)

    assert retention.run(MUCH_LATER).cases == 0
    assert Assignment.objects.filter(pk=case.pk).exists()


def test_a_party_that_something_else_needs_is_kept(jonas: Person) -> None:
    case = closed(jonas)
    ongoing = begun(jonas, client=case.client, state="ongoing")

    retention.run(MUCH_LATER)

    assert list(Assignment.objects.all()) == [ongoing]
    assert set(Party.objects.values_list("name", flat=True)) == {CANARY, f"{CANARY} Holding"}


def test_the_enquiry_goes_with_its_case_and_a_dream_stays(jonas: Person) -> None:
    dreamt, asked = party("Drömmen AB"), party(CANARY)
    about = {"owner": jonas, "origin": "inbound", "created_at": SPRING, "tended_at": MUCH_LATER}
    dream = Prospect.objects.create(party=dreamt, kind="dream", **about)
    enquiry = Prospect.objects.create(party=asked, kind="enquiry", enquiry_text=CANARY, **about)
    for prospect in (dream, enquiry):
        begun(jonas, client=prospect.party, state="declined", prospect=prospect)

    retention.run(MUCH_LATER)

    assert list(Prospect.objects.all()) == [dream]
    assert list(Party.objects.all()) == [dreamt]
    assert tables_with(CANARY) == set()


def test_a_clearance_that_was_taken_back_goes_too(jonas: Person) -> None:
    Clearance.objects.create(kind="decided", granted_by=jonas, granted_at=SPRING, reasons=CANARY)
    kept = begun(jonas).clearance

    retention.run(MUCH_LATER)

    assert list(Clearance.objects.all()) == [kept]


def test_viewpoints_are_erased_two_years_after_the_decision_and_the_case_stays(jonas: Person) -> None:
    case = begun(jonas)
    viewpoint_on(case, jonas, words="En personlig mening")
    just_before, after = datetime(2028, 3, 31, 8, tzinfo=UTC), datetime(2028, 4, 2, 8, tzinfo=UTC)

    assert retention.run(just_before).viewpoints == 0
    assert "circulation_reply" in tables_with("En personlig mening")
    assert retention.run(after).viewpoints == 1

    assert not Viewpoint.objects.exists()
    assert Assignment.objects.filter(pk=case.pk).exists()
    assert Round.objects.filter(assignment=case).exists()


def test_only_what_was_said_is_erased_from_the_ledger_with_the_viewpoints(jonas: Person) -> None:
    case = begun(jonas)
    viewpoint_on(case, jonas, words="En personlig mening")
    with ledger.step():
        ledger.record("test.noted", subject=case.pk, actor=jonas.pk, now=SPRING)

    retention.run(datetime(2028, 4, 2, 8, tzinfo=UTC))

    kept = Payload.objects.filter(entry__subject=str(case.pk)).values_list("entry__verb", flat=True)
    assert set(kept) == {"test.noted", "retention.viewpoints_erased"}
    assert tables_with("En personlig mening") == set()


def test_untended_contacts_are_erased_after_two_years(jonas: Person) -> None:
    prospect = Prospect.objects.create(
        owner=jonas, party=party(CANARY), kind="dream", origin="own_outreach", created_at=SPRING, tended_at=SPRING
    )
    Note.objects.create(prospect=prospect, at=SPRING, words=CANARY)

    assert retention.run(datetime(2028, 3, 31, 8, tzinfo=UTC)).contacts == 0
    assert retention.run(datetime(2028, 4, 2, 8, tzinfo=UTC)).contacts == 1
    assert tables_with(CANARY) == set()


def test_the_firm_can_set_its_own_clocks(jonas: Person, administrator: Person) -> None:
    closed(jonas)
    retention.set_clock("closed", 24, by=administrator, now=SPRING)

    assert retention.clocks() == {"closed": 24, "viewpoints": 24, "contacts": 24}
    assert retention.run(MUCH_LATER).cases == 0


def test_a_clock_is_set_by_the_administrator_alone_and_within_bounds(jonas: Person, administrator: Person) -> None:
    with pytest.raises(NotTheAdministrator):
        retention.set_clock("closed", 24, by=jonas, now=SPRING)
    with pytest.raises(NoSuchClock):
        retention.set_clock("everything", 24, by=administrator, now=SPRING)
    with pytest.raises(NotBetweenOneAndTenYears):
        retention.set_clock("closed", 0, by=administrator, now=SPRING)

    assert retention.clocks()["closed"] == 12


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (datetime(2026, 3, 31, tzinfo=UTC), 1, datetime(2026, 2, 28, tzinfo=UTC)),
        (datetime(2026, 1, 15, tzinfo=UTC), 1, datetime(2025, 12, 15, tzinfo=UTC)),
        (datetime(2026, 12, 1, tzinfo=UTC), 12, datetime(2025, 12, 1, tzinfo=UTC)),
        (datetime(2024, 2, 29, tzinfo=UTC), 12, datetime(2023, 2, 28, tzinfo=UTC)),
        (datetime(2026, 5, 5, tzinfo=UTC), 120, datetime(2016, 5, 5, tzinfo=UTC)),
    ],
)
def test_months_are_counted_by_the_calendar(day: datetime, months: int, earlier: datetime) -> None:
    assert months_before(day, months) == earlier
