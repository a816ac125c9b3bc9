"""What the garden says no to; no sentence repeats what was written."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid


class EnquiryTooLong(Invalid):
    """A pasted mail is larger than anything somebody has written."""

    code = "enquiry_too_long"
    message = _(
        "Texten är för lång, troligen följde bilagor eller bilder med. Klistra in bara själva mejlet, "
        "högst en halv miljon tecken. Inget har sparats."
    )


class EnquiryEmpty(Invalid):
    """There is nothing to read."""

    code = "enquiry_empty"
    message = _("Klistra in mejlet först. Inget har sparats.")


class NoteEmpty(Invalid):
    """A note has words."""

    code = "note_empty"
    message = _("Skriv en rad först.")


class NoteTooLong(Invalid):
    """A note is one line."""

    code = "note_too_long"
    message = _("En anteckning är en rad, högst 300 tecken. Korta den; inget har sparats.")


class WordsTooLong(Invalid):
    """A text is longer than its field."""

    code = "words_too_long"
    message = _("Texten är för lång. Korta den och spara igen; inget har sparats.")


class ContactInThePast(Invalid):
    """The next contact is today or later."""

    code = "contact_in_the_past"
    message = _("Dagen har redan varit. Välj i dag eller senare, eller lämna fältet tomt.")


class UnknownChoice(Invalid):
    """Neither dream client nor enquiry, or no such origin."""

    code = "unknown_choice"
    message = _("Välj ett av alternativen. Inget har sparats.")


class ContactMissing(Invalid):
    """Who knows whom needs a somebody at the other end."""

    code = "contact_missing"
    message = _("Skriv vem kollegan känner: namn och gärna roll, högst 160 tecken.")


class Resting(Conflicting):
    """A closed prospect is taken up again before it is changed."""

    code = "prospect_closed"
    message = _("Den är lagd åt sidan. Ta upp den igen först.")
