"""What the assignments' room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed


class NotYourAssignment(NotAllowed):
    """Only the responsible consultant (sometimes the team or the CEO) does this."""

    code = "not_your_assignment"
    message = _("Det här gör den som är kundansvarig. Inget har ändrats.")


class NoSuchMove(Conflicting):
    """The journey has no way from here to there."""

    code = "no_such_move"
    message = _("Uppdraget är inte i ett läge där det går. Läs in sidan på nytt för att se var det står.")


class Blocked(Conflicting):
    """Something must be put right before the assignment may move on."""

    code = "blocked"
    message = _("Något måste rättas till innan uppdraget kan gå vidare.")


class NotADraft(Conflicting):
    """Autosave works in drafts only; later changes are amendments."""

    code = "not_a_draft"
    message = _("Uppdraget är inte längre ett utkast. Gör ändringen som en ändring med skäl. Inget har sparats.")


class StillADraft(Conflicting):
    """A draft is saved, not amended."""

    code = "still_a_draft"
    message = _("Uppdraget är ett utkast: spara det i stället.")


class CannotBeChanged(Invalid):
    """There is no such field, or no amendment may touch it."""

    code = "cannot_be_changed"
    message = _("Fältet finns inte eller kan inte ändras. Inget har sparats.")


class AlreadyClosed(Conflicting):
    """It has ended, was declined or was withdrawn."""

    code = "already_closed"
    message = _("Uppdraget är redan avslutat. Inget har ändrats.")


class NotOnTheTeam(NotAllowed):
    """Only those who would work on it stand behind it in this sense."""

    code = "not_on_the_team"
    message = _("Du är inte med i teamet. Vill du vara med kan du säga det som synpunkt.")


class NotLobbying(Conflicting):
    """The openness requirement belongs to lobbying."""

    code = "not_lobbying"
    message = _("Uppdraget är inte lobbying, så öppenhetskravet behöver inte godkännas.")


class TellFirst(Conflicting):
    """The openness requirement is told before it is accepted."""

    code = "tell_openness_first"
    message = _("Berätta om öppenhetskravet för kunden först.")
