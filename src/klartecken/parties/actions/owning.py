"""Who owns a party: stated with share, source, date and asserter; ended, never deleted."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict

from django.utils import timezone
from typing_extensions import Unpack

from klartecken.core.ownership import effective_shares
from klartecken.ledger import actions as ledger
from klartecken.parties import queries
from klartecken.parties.actions.registering import touch
from klartecken.parties.errors import (
    ClosedCircleOfOwners,
    DateInTheFuture,
    EndsBeforeItBegan,
    OwnsItself,
    PersonIsOwned,
    ShareOutOfRange,
    SharesOverTheWhole,
    SourceMissing,
    TextTooLong,
)
from klartecken.parties.folding import cleaned
from klartecken.parties.models import Kind, Ownership, Party
from klartecken.people.models import Person

WHOLE = Decimal(1)
FINEST = Decimal("0.000001")
_LONGEST_SOURCE, _LONGEST_ASSERTER = 200, 120


class Statement(TypedDict, total=False):
    """What is said about an ownership. A share that is None is unknown, which is its own value and not zero."""

    share: Decimal | None
    controls: bool | None
    source: str
    stated_on: date | None
    asserter: str


def state_owner(owned: Party, owner: Party, *, by: Person, now: datetime, **statement: Unpack[Statement]) -> Ownership:
    """Say that `owner` owns a share (a fraction of one) of `owned`; a former statement about the two is ended.

    The date is today and the asserter is the person who says so, where nothing else is given.
    """
    with ledger.step():
        held = Party.objects.select_for_update().get(pk=owned.pk)
        link = _link(held, owner, statement, by=by, now=now)
        _end_former(link)
        _check_the_whole(link)
        link.save()
        _check_the_circle(held)
        touch(held)
        held.save(update_fields=["revision"])
        ledger.record("party.owner_stated", subject=held.id, actor=by.id, now=now, payload=_told(link))
    return link


def end_owner(link: Ownership, *, by: Person, now: datetime, ended_on: date | None = None) -> Ownership:
    """Say that an ownership has ended; it stays in the history."""
    with ledger.step():
        held = Ownership.objects.select_for_update(of=("self",)).select_related("owned").get(pk=link.pk)
        last_day = _past_day(ended_on, now, field="ended_on")
        if last_day < held.stated_on:
            raise EndsBeforeItBegan(field="ended_on")
        held.ended_on = last_day
        held.save(update_fields=["ended_on"])
        touch(held.owned)
        held.owned.save(update_fields=["revision"])
        ledger.record("party.owner_ended", subject=held.owned_id, actor=by.id, now=now, payload=_told(held))
    return held


def _link(owned: Party, owner: Party, statement: Statement, *, by: Person, now: datetime) -> Ownership:
    if owned.pk == owner.pk:
        raise OwnsItself(field="owner")
    if owned.kind == Kind.PERSON:
        raise PersonIsOwned(field="owned")
    return Ownership(
        owned=owned,
        owner=owner,
        share=_fraction(statement.get("share")),
        controls=statement.get("controls"),
        source=_words(statement.get("source", ""), _LONGEST_SOURCE, "source"),
        stated_on=_past_day(statement.get("stated_on"), now, field="stated_on"),
        asserter=_words(statement.get("asserter") or by.name, _LONGEST_ASSERTER, "asserter"),
    )


def _fraction(share: Decimal | None) -> Decimal | None:
    if share is None:
        return None
    if not (share.is_finite() and 0 < share <= WHOLE):
        raise ShareOutOfRange(field="share")
    return max(share.quantize(FINEST), FINEST)


def _words(written: str, longest: int, field: str) -> str:
    kept = cleaned(written[: longest * 4])
    if not kept:
        raise SourceMissing(field=field)
    if len(kept) > longest:
        raise TextTooLong(field=field)
    return kept


def _past_day(day: date | None, now: datetime, *, field: str) -> date:
    today = timezone.localdate(now)
    if day is not None and day > today:
        raise DateInTheFuture(field=field)
    return day or today


def _end_former(link: Ownership) -> None:
    former = Ownership.objects.filter(owned=link.owned, owner=link.owner, ended_on__isnull=True)
    former.filter(stated_on__lte=link.stated_on).update(ended_on=link.stated_on)
    if former.exists():  # what is known already is newer than what is said now
        link.ended_on = link.stated_on


def _check_the_whole(link: Ownership) -> None:
    if link.share is None or link.ended_on is not None:
        return
    others = queries.owner_links(link.owned).exclude(share=None).values_list("share", flat=True)
    if sum((share for share in others if share), link.share) > WHOLE:
        raise SharesOverTheWhole(field="share")


def _check_the_circle(owned: Party) -> None:
    links = queries.ownership_links([owned.pk])
    if effective_shares(str(owned.pk), links).closed_circles:
        raise ClosedCircleOfOwners(field="owner")


def _told(link: Ownership) -> dict[str, object]:
    return {
        "owner": str(link.owner_id),
        "share": str(link.share) if link.share is not None else "unknown",
        "controls": link.controls,
        "source": link.source,
        "stated_on": link.stated_on.isoformat(),
        "asserter": link.asserter,
        "ended_on": link.ended_on.isoformat() if link.ended_on else None,
    }
