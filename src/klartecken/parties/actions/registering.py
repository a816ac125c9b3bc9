"""A party becomes known to the firm, and what is known of it changes."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final, TypedDict

from django.db.models import Max
from typing_extensions import Unpack

from klartecken.ledger import actions as ledger
from klartecken.parties import checks
from klartecken.parties.checks import Pairs, Particulars
from klartecken.parties.folding import folded
from klartecken.parties.models import Identifier, Kind, Party, PartyName, Sector
from klartecken.people.models import Person


class Known(TypedDict, total=False):
    """What may be known of a party from the start, besides its name."""

    country: str
    state_controlled: bool | None
    sole_trader: bool
    identifiers: Pairs
    other_names: Pairs
    sectors: Pairs


class Changes(Known, total=False):
    """What can be changed about a party; a list replaces the whole former list."""

    name: str


def register(
    *, name: str, by: Person | None, now: datetime, kind: str = Kind.ORGANISATION, **known: Unpack[Known]
) -> Party:
    """Make a party known to the firm and return it; raises Invalid (with the field) before anything is written.

    The same organisation may be registered again: telling that it is known already would tell what is hidden.
    """
    particulars = _checked(Particulars(kind=checks.kind(kind), name=checks.name(name)), known)
    with ledger.step():
        party = Party(kind=particulars.kind, created_at=now, created_by=by)
        _put_columns(party, particulars)
        _put_lists(party, particulars)
        _record("party.registered", party, by=by, now=now, payload=asdict(particulars))
    return party


def amend(party: Party, *, by: Person | None, now: datetime, **changes: Unpack[Changes]) -> Party:
    """Change what is known of a party; a former name stays as an earlier name."""
    with ledger.step():
        held = Party.objects.select_for_update().get(pk=party.pk)
        before = particulars_of(held)
        after = _checked(before, changes)
        if after.name != before.name and "other_names" not in changes:
            after = replace(after, other_names=_with_earlier(before))
        if after != before:
            _put_columns(held, after)
            for rows in (held.identifiers, held.other_names, held.sectors):
                rows.all().delete()
            _put_lists(held, after)
            _record("party.amended", held, by=by, now=now, payload=_difference(before, after))
    return held


def particulars_of(party: Party) -> Particulars:
    """Read what is kept about a party."""
    return Particulars(
        kind=party.kind,
        name=party.name,
        country=party.country,
        state_controlled=party.state_controlled,
        sole_trader=party.sole_trader,
        identifiers=tuple(sorted(party.identifiers.values_list("scheme", "value"))),
        other_names=tuple(sorted(party.other_names.values_list("name", "kind"))),
        sectors=tuple(sorted(party.sectors.values_list("version", "code"))),
    )


def touch(party: Party) -> None:
    """Give a party the next revision, so that every process's live index notices the change; save it afterwards."""
    highest = Party.objects.aggregate(highest=Max("revision"))["highest"] or 0
    party.revision = highest + 1


_CHECKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": checks.name,
    "country": checks.country,
    "state_controlled": lambda controlled: controlled,
    "sole_trader": bool,
    "identifiers": checks.identifiers,
    "other_names": checks.other_names,
    "sectors": checks.sectors,
}


def _checked(particulars: Particulars, changes: Mapping[str, Any]) -> Particulars:
    clean = {field: _CHECKS[field](value) for field, value in changes.items()}
    lists = {field: tuple(sorted(value)) for field, value in clean.items() if isinstance(value, tuple)}
    return checks.fitting(replace(particulars, **clean | lists))


def _put_columns(party: Party, particulars: Particulars) -> None:
    party.name, party.search_name = particulars.name, folded(particulars.name)
    party.country, party.state_controlled = particulars.country, particulars.state_controlled
    party.sole_trader = particulars.sole_trader
    touch(party)
    party.save()


def _put_lists(party: Party, particulars: Particulars) -> None:
    Identifier.objects.bulk_create(
        Identifier(party=party, scheme=scheme, value=value) for scheme, value in particulars.identifiers
    )
    PartyName.objects.bulk_create(
        PartyName(party=party, name=words, kind=kind) for words, kind in particulars.other_names
    )
    Sector.objects.bulk_create(Sector(party=party, version=version, code=code) for version, code in particulars.sectors)


def _with_earlier(before: Particulars) -> tuple[tuple[str, str], ...]:
    earlier = (before.name, str(PartyName.Kind.EARLIER))
    return tuple(sorted({*before.other_names, earlier}))


def _difference(before: Particulars, after: Particulars) -> dict[str, object]:
    former, present = asdict(before), asdict(after)
    return {field: [former[field], value] for field, value in present.items() if value != former[field]}


def _record(verb: str, party: Party, *, by: Person | None, now: datetime, payload: Mapping[str, object]) -> None:
    ledger.record(verb, subject=party.id, actor=by.id if by else ledger.SYSTEM, now=now, payload=payload)
