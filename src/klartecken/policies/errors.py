"""What the policies' room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed, NotFound


class NotThePolicyOwner(NotAllowed):
    """Versions of the policy are the policy owner's work."""

    code = "not_the_policy_owner"
    message = _("Det här gör den policyansvariga. Inget har ändrats.")


class NoPolicyInForce(Conflicting):
    """No version has been activated yet."""

    code = "no_policy_in_force"
    message = _("Ingen version av policyn gäller än. Be den policyansvariga fastställa en.")


class AlreadyInForce(Conflicting):
    """An activated version is never changed: a new draft takes its place."""

    code = "policy_already_in_force"
    message = _("Versionen är redan fastställd och ändras inte. Skriv ett nytt utkast i stället. Inget har sparats.")


class DraftHasErrors(Invalid):
    """A rulebook that does not compile cannot take effect."""

    code = "policy_draft_has_errors"
    message = _("Regelboken har fel som behöver rättas först. Utkastet finns kvar.")


class DateIsTaken(Invalid):
    """Versions take effect one after the other, never backwards."""

    code = "policy_date_is_taken"
    message = _("En annan version gäller från samma dag eller senare. Välj ett senare datum. Inget har ändrats.")


class DateHasPassed(Invalid):
    """A policy cannot take effect before it was decided."""

    code = "policy_date_has_passed"
    message = _("Datumet har redan varit. En ny version kan tidigast gälla från i dag. Inget har ändrats.")


class TextIsMissing(Invalid):
    """A version says what it is called and why it came about."""

    code = "policy_text_is_missing"
    message = _("Skriv vad versionen heter och varför den kommer. Det du har skrivit i övrigt finns kvar.")


class NoSuchFinding(NotFound):
    """The case has no such finding now."""

    code = "no_such_finding"
    message = _("Den punkten finns inte längre i kontrollen. Läs in sidan på nytt.")


class NotYoursToSettle(NotAllowed):
    """What weighs on the firm is settled by the CEO, conflicts also by the conflict resolver."""

    code = "not_yours_to_settle"
    message = _("Den här punkten avgörs av vd. Ditt svar har inte sparats.")


class NothingToSetAside(Conflicting):
    """Only a presumption or something to weigh can be set aside; a condition is met, and the law stands."""

    code = "nothing_to_set_aside"
    message = _("Den här punkten kan inte åsidosättas: villkoret ska uppfyllas. Inget har ändrats.")


class SayWhy(Invalid):
    """An answer to a finding has reasons."""

    code = "say_why"
    message = _("Skriv skälen: de står kvar tillsammans med svaret. Inget har sparats.")
