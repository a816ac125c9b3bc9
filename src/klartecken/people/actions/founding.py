"""The firm itself: its name, its settings, and the undertaking it starts with."""

import re
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_noop as _

from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people import permissions, queries
from klartecken.people.errors import FirmSettingIsWrong
from klartecken.people.models import Firm, Person, UndertakingText
from klartecken.people.starting_text import STARTING_VERSION, starting_text

SETTINGS = ("name", "mail_domain", "business_days", "names_in_own_mail", "ceo_own_cases_decided_by_others")
FIRM_SUBJECT = "firm"
DOMAIN = re.compile(r"[a-z0-9åäöéü]([a-z0-9åäöéü-]*[a-z0-9åäöéü])?(\.[a-z0-9åäöéü-]+)+")
LONGEST_WINDOW = 20


def found_firm(
    *, name: str, now: datetime, mail_domain: str = "", founded_on: date | None = None, is_demonstration: bool = False
) -> Firm:
    """Set up the firm and its starting undertaking; a firm that is already there is kept as it is."""
    with step():
        install_undertaking_text(in_force_from=founded_on or localdate(now))
        standing = Firm.objects.first()
        if standing:
            return standing
        firm = Firm(name=_name(name), mail_domain=_domain(mail_domain), founded_on=founded_on)
        firm.is_demonstration = is_demonstration
        firm.save(force_insert=True)
        record("people.firm_founded", subject=FIRM_SUBJECT, actor=SYSTEM, now=now)
    return firm


def change_firm(changes: dict[str, object], *, by: Person | None, now: datetime) -> Firm:
    """Change settings of the firm (the names in `SETTINGS`); the ledger keeps the values before and after."""
    permissions.ceo_or_administrator_only(by, now=now)
    with step():
        firm = queries.firm()
        before = {name: getattr(firm, name) for name in SETTINGS}
        for name, value in _checked(changes).items():
            setattr(firm, name, value)
        firm.save()
        after = {name: getattr(firm, name) for name in SETTINGS}
        changed = {name: [before[name], after[name]] for name in SETTINGS if before[name] != after[name]}
        if changed:
            actor = by.pk if by else SYSTEM
            record("people.firm_changed", subject=FIRM_SUBJECT, actor=actor, now=now, payload=changed)
    return firm


def install_undertaking_text(*, in_force_from: date) -> UndertakingText:
    """Install the starting text of the undertaking, unless the firm has one."""
    standing = UndertakingText.objects.first()
    if standing:
        return standing
    text = starting_text(in_force_from)
    return UndertakingText.objects.get_or_create(
        version=STARTING_VERSION,
        defaults={"in_force_from": in_force_from, "text_sv": text.text_sv, "text_en": text.text_en},
    )[0]


def _checked(changes: dict[str, object]) -> dict[str, object]:
    checked = {name: value for name, value in changes.items() if name in SETTINGS}
    if "name" in checked:
        checked["name"] = _name(str(checked["name"]))
    if "mail_domain" in checked:
        checked["mail_domain"] = _domain(str(checked["mail_domain"]))
    if "business_days" in checked and checked["business_days"] not in range(1, LONGEST_WINDOW + 1):
        raise FirmSettingIsWrong(
            _("Tiden för synpunkter är mellan 1 och 20 arbetsdagar. Inget har sparats."), field="business_days"
        )
    return checked


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise FirmSettingIsWrong(_("Skriv firmans namn. Inget har sparats."), field="name")
    return name


def _domain(domain: str) -> str:
    domain = domain.strip().removeprefix("@").lower()
    if domain and not DOMAIN.fullmatch(domain):
        raise FirmSettingIsWrong(
            _("Skriv det som står efter @ i era adresser, till exempel firma.se. Inget har sparats."),
            field="mail_domain",
        )
    return domain
