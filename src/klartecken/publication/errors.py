"""What the publication's room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed


class NotYourEntry(NotAllowed):
    """The responsible consultant and the CEO look after what is public about an assignment."""

    code = "not_your_entry"
    message = _("Det som står på den öppna listan ändras av den som är kundansvarig eller av vd. Inget har ändrats.")


class NothingToPublishYet(Conflicting):
    """Only what has begun is published."""

    code = "not_started"
    message = _("Uppdraget har inte börjat. Det publiceras när det startar.")


class ClientHasNotAgreed(Conflicting):
    """Work that is no lobbying is published only where the client agrees."""

    code = "client_has_not_agreed"
    message = _("Andra uppdrag än lobbying publiceras bara när uppdragsgivaren har sagt ja. Inget har publicerats.")


class PublicTextIsMissing(Invalid):
    """There is nothing to show."""

    code = "public_text_missing"
    message = _("Skriv en text för den öppna listan först. Inget har publicerats.")


class CorrectionNeedsWords(Invalid):
    """A correction says what was wrong."""

    code = "correction_needs_words"
    message = _("Skriv vad som var fel och vad som gäller. Inget har ändrats.")


class TooLong(Invalid):
    """A public title or text is too long."""

    code = "public_text_too_long"
    message = _("Titeln får ha 200 tecken och texten 5 000. Korta och spara igen; inget har ändrats.")


class EntryHasEnded(Conflicting):
    """An ended entry is corrected, not changed."""

    code = "entry_has_ended"
    message = _("Uppdraget är avslutat på den öppna listan. Det som blev fel kan rättas med en rättelse.")


class FolderIsNotOurs(Conflicting):
    """A folder with something else in it is not overwritten."""

    code = "folder_not_ours"
    message = _("Mappen innehåller annat än en tidigare publicering. Inget har skrivits. Välj en tom eller ny mapp.")
