"""Signing the undertaking here, and registering those that were signed on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import get_current_timezone, localdate
from django.utils.translation import gettext_noop as _

from klartecken.ledger.actions import record, step
from klartecken.people import permissions, queries
from klartecken.people.actions.founding import install_undertaking_text
from klartecken.people.errors import HasLeft
from klartecken.people.models import Person, Undertaking
from klartecken.people.pasted import TWICE

Row = tuple[str, date]

UNKNOWN_ADDRESS = _("Ingen kollega har den adressen. Bjud in personen först.")
SIGNED_ALREADY = _("Personen har redan en förbindelse registrerad.")
NOT_YET = _("Datumet ligger framåt i tiden. Ange dagen då förbindelsen skrevs under.")
LEFT = _("Personen har slutat.")


@dataclass(frozen=True, slots=True)
class PaperResult:
    """Whose paper undertakings were registered, and which rows were refused and why."""

    registered: tuple[Person, ...]
    refused: tuple[tuple[Row, str], ...]


def sign_undertaking(person: Person, *, now: datetime) -> Undertaking:
    """Put the person's signature on the text in force; signing twice changes nothing."""
    if not person.is_active:
        raise HasLeft
    with step():
        signed = Undertaking.objects.filter(person=person).first()
        if signed:
            return signed
        install_undertaking_text(in_force_from=localdate(now))
        text = queries.current_undertaking_text(localdate(now))
        signed = Undertaking.objects.create(person=person, text=text, how=Undertaking.How.HERE, signed_at=now)
        payload = {"how": str(Undertaking.How.HERE), "text": text.version}
        record("people.signed", subject=person.pk, actor=person.pk, now=now, payload=payload)
    return signed


def register_paper_undertakings(rows: Iterable[Row], *, by: Person, now: datetime) -> PaperResult:
    """Register undertakings signed on paper: (address, day) each; what cannot be used is told row by row."""
    permissions.administrator_only(by, now=now)
    with step():
        accepted, refused = review_paper_undertakings(rows, now=now)
        for person, signed_on in accepted:
            _register(person, signed_on, by=by, now=now)
    return PaperResult(registered=tuple(person for person, _ in accepted), refused=tuple(refused))


def review_paper_undertakings(
    rows: Iterable[Row], *, now: datetime
) -> tuple[list[tuple[Person, date]], list[tuple[Row, str]]]:
    """Tell which rows could be registered and why the others could not; change nothing."""
    listed = list(rows)
    people = {p.email: p for p in Person.objects.filter(email__in={email.strip().lower() for email, _ in listed})}
    signed = set(Undertaking.objects.filter(person__in=people.values()).values_list("person_id", flat=True))
    accepted: dict[Person, date] = {}
    refused: list[tuple[Row, str]] = []
    for row in listed:
        person = people.get(row[0].strip().lower())
        why = UNKNOWN_ADDRESS if person is None else _why_not(person, row[1], signed=person.pk in signed, now=now)
        if person is None or why:
            refused.append((row, why))
        elif person in accepted:
            refused.append((row, TWICE))
        else:
            accepted[person] = row[1]
    return list(accepted.items()), refused


def _why_not(person: Person, signed_on: date, *, signed: bool, now: datetime) -> str:
    if not person.is_active:
        return LEFT
    if signed:
        return SIGNED_ALREADY
    return NOT_YET if signed_on > localdate(now) else ""


def _register(person: Person, signed_on: date, *, by: Person, now: datetime) -> None:
    midnight = datetime.combine(signed_on, time(), tzinfo=get_current_timezone())
    Undertaking.objects.create(person=person, how=Undertaking.How.PAPER, signed_at=midnight, registered_by=by)
    payload = {"how": str(Undertaking.How.PAPER), "signed_on": signed_on}
    record("people.signed", subject=person.pk, actor=by.pk, now=now, payload=payload)
