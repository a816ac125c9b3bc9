"""The circulation's mail: what the firm used to write by hand to everyone."""

from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from klartecken.assignments.models import Assignment, Mask
from klartecken.circulation.models import Round
from klartecken.people.models import Firm, Person


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body in the recipient's language."""

    subject: str
    body: str


def circulation_letter(assignment: Assignment, valid: Round, *, to: Person, firm: Firm, address: str) -> Letter:
    """Write the notice of a circulation; it carries the name only inside the firm's own domain and unmasked."""
    with translation.override(to.language):
        if not may_carry_the_name(assignment, to=to, firm=firm):
            return _name_free(valid, address=address)
        return _with_name(assignment, valid, address=address)


def may_carry_the_name(assignment: Assignment, *, to: Person, firm: Firm) -> bool:
    """Tell whether a mail to this address may name the client: the firm's setting, its domain, and no mask."""
    if assignment.mask in (Mask.REQUESTED, Mask.APPROVED) or not firm.names_in_own_mail:
        return False
    return bool(firm.mail_domain) and to.email.lower().endswith("@" + firm.mail_domain.lower())


def _with_name(assignment: Assignment, valid: Round, *, address: str) -> Letter:
    presented = assignment.public_text or assignment.summary
    lines = [
        _("%(responsible)s föreslår ett uppdrag för %(client)s.")
        % {"responsible": assignment.responsible.name, "client": assignment.client.name},
        "",
        assignment.summary,
        "",
        _("Så här skulle uppdraget presenteras:") if assignment.public_text else "",
        presented if assignment.public_text else "",
        "",
        assignment.question_to_colleagues,
        "",
        _closing(valid),
        address,
    ]
    subject = _("Möjligt uppdrag: %(client)s") % {"client": assignment.client.name}
    return Letter(subject=subject, body=_tidy(lines))


def _name_free(valid: Round, *, address: str) -> Letter:
    lines = [_("En kollega föreslår ett nytt uppdrag och vill höra vad du tycker."), "", _closing(valid), address]
    return Letter(subject=_("Ett möjligt uppdrag väntar på dina synpunkter"), body=_tidy(lines))


def _closing(valid: Round) -> str:
    if valid.closed_at is not None:
        return _("Masken är lyft, så nu kan alla kollegor läsa vem uppdragsgivaren är:")
    when = date_format(timezone.localtime(valid.closes_at), "l j F H.i")
    return _("Synpunkter är välkomna till %(when)s. Läs och säg vad du tycker, om du vill:") % {"when": when}


def _tidy(lines: list[str]) -> str:
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"
