"""What the room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed, NotFound


class UndertakingNotSigned(NotAllowed):
    """Nobody reads anything before their undertaking is on record."""

    code = "undertaking_not_signed"
    message = _("Du behöver skriva under sekretessförbindelsen innan du kan läsa något.")


class NotTheAdministrator(NotAllowed):
    """Accounts and roles are the administrator's work."""

    code = "not_the_administrator"
    message = _("Det här gör administratören. Inget har ändrats.")


class NotTheCeoOrAdministrator(NotAllowed):
    """The firm's settings and the deputy are for the CEO or the administrator."""

    code = "not_the_ceo_or_administrator"
    message = _("Det här gör vd eller administratören. Inget har ändrats.")


class InvitationNotValid(NotFound):
    """The letter is used, too old, or was never sent; the three are told alike."""

    code = "invitation_not_valid"
    message = _(
        "Inbjudan gäller inte längre. Be administratören om en ny, eller logga in om du redan har ett lösenord."
    )


class AddressIsWrong(Invalid):
    """An invitation needs an address that mail can reach."""

    code = "address_is_wrong"
    message = _("E-postadressen stämmer inte. Den ska se ut som namn@firma.se.")


class NameIsMissing(Invalid):
    """A colleague has a name."""

    code = "name_is_missing"
    message = _("Skriv för- och efternamn, högst 120 tecken.")


class AddressIsTaken(Invalid):
    """Two people do not share an address."""

    code = "address_is_taken"
    message = _("En annan person har redan den adressen. Inget har ändrats.")


class AlreadyAColleague(Conflicting):
    """The address belongs to somebody who has an account."""

    code = "already_a_colleague"
    message = _("Adressen har redan ett konto. Ingen ny inbjudan har skickats.")


class PasswordIsWeak(Invalid):
    """The password is too easy to guess; the sentence says how."""

    code = "password_is_weak"
    message = _("Lösenordet är för lätt att gissa. Välj ett med minst tolv tecken.")


class HoldsTheRoleAlready(Conflicting):
    """The person holds the role during some of those days."""

    code = "holds_the_role_already"
    message = _("Personen har redan rollen under de dagarna.")


class ThereIsACeo(Conflicting):
    """There is one CEO at a time."""

    code = "there_is_a_ceo"
    message = _(
        "Firman har redan en vd under de dagarna. Avsluta den rollen först; sedan kan du ge den till någon annan."
    )


class DeputyNeedsAPeriod(Invalid):
    """A deputy stands in from one day until another."""

    code = "deputy_needs_a_period"
    message = _("Ange första och sista dag för ersättaren.")


class CeoCannotDeputise(Conflicting):
    """Standing in for oneself is no standing in."""

    code = "ceo_cannot_deputise"
    message = _("Vd kan inte vara sin egen ersättare. Välj en kollega.")


class PeriodIsBackwards(Invalid):
    """The last day comes before the first."""

    code = "period_is_backwards"
    message = _("Sista dagen ligger före den första. Rätta datumen.")


class LastAdministrator(Conflicting):
    """A firm without an administrator could not be helped by anyone in it."""

    code = "last_administrator"
    message = _("Det här är den sista administratören. Ge rollen till någon mer först.")


class CeoMustHandOver(Conflicting):
    """A firm has somebody who decides."""

    code = "ceo_must_hand_over"
    message = _("Vd-rollen behöver avslutas innan personen kan lämna. Utse en ny vd direkt därefter.")


class HasLeft(Conflicting):
    """The person no longer works here."""

    code = "has_left"
    message = _("Personen har slutat. Bjud in på nytt om hen kommer tillbaka.")


class NobodyToHandOverTo(Invalid):
    """Work is handed over to a colleague who can read it."""

    code = "nobody_to_hand_over_to"
    message = _("Välj en kollega som arbetar kvar och har skrivit under sekretessförbindelsen.")


class AreaIsTooLong(Invalid):
    """An area of engagement is a few words."""

    code = "area_is_too_long"
    message = _("Skriv området med några få ord, högst 80 tecken.")


class DateIsPast(Invalid):
    """Being away ends in the future."""

    code = "date_is_past"
    message = _("Datumet har redan varit. Ange en dag framåt, eller lämna fältet tomt.")


class UnknownLanguage(Invalid):
    """There are two."""

    code = "unknown_language"
    message = _("Välj svenska eller engelska.")


class FirmSettingIsWrong(Invalid):
    """A setting of the firm cannot be used as it stands."""

    code = "firm_setting_is_wrong"
    message = _("Inställningen stämmer inte. Inget har sparats.")


class TextIsMissing(Invalid):
    """An undertaking is written in both languages."""

    code = "text_is_missing"
    message = _("Skriv texten på både svenska och engelska. Inget har sparats.")


class UndertakingRestrictsTooMuch(Invalid):
    """Whistleblowing is never restricted, and the text says so."""

    code = "undertaking_restricts_too_much"
    message = _(
        "Texten måste säga att den aldrig hindrar någon från att slå larm enligt lagen (2021:890). Inget har sparats."
    )


class VersionOutOfOrder(Invalid):
    """A new version comes into force after the one before, and not in the past."""

    code = "version_out_of_order"
    message = _("Välj en dag från och med i dag, efter den dag då den förra versionen började gälla.")
