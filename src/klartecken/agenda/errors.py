"""What the agenda's room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Invalid


class NoSuchClock(Invalid):
    """There are as many clocks as kinds of records."""

    code = "no_such_clock"
    message = _("En sådan gallringstid finns inte. Inget har ändrats.")


class NotBetweenOneAndTenYears(Invalid):
    """A clock counts months."""

    code = "months_out_of_range"
    message = _("Gallringstiden är mellan 1 och 120 månader. Inget har ändrats.")
