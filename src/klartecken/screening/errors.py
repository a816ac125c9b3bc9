"""What the screening's room says no to. Nothing here names a party."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed, NotFound


class NotTheResolver(NotAllowed):
    """Hits are settled by the conflict resolver."""

    code = "not_the_resolver"
    message = _("Träffar bedöms av den konfliktansvariga. Inget har ändrats.")


class NoSuchHit(NotFound):
    """The hit belongs to an earlier run, or is not for this person."""

    code = "no_such_hit"
    message = _("Träffen finns inte längre i den senaste kontrollen. Läs in sidan på nytt.")


class ReasonMissing(Invalid):
    """A judgement of a hit has its reason."""

    code = "reason_missing"
    message = _("Skriv skälet: den som läser bedömningen senare behöver det. Inget har sparats.")


class UnknownOutcome(Invalid):
    """There are four judgements of a hit."""

    code = "unknown_outcome"
    message = _("Välj en av bedömningarna. Inget har sparats.")


class SecondMustBeSomebodyElse(NotAllowed):
    """Two people look at a hit on a sanctions list."""

    code = "second_must_be_somebody_else"
    message = _("En träff på en sanktionslista bedöms av två personer. Be en kollega med rätt roll att bekräfta.")


class MayNotSecond(NotAllowed):
    """The second person is a conflict resolver or decides in the firm."""

    code = "may_not_second"
    message = _("Bekräftelsen görs av en konfliktansvarig eller av vd. Inget har ändrats.")


class NothingToSecond(Conflicting):
    """The judgement is already confirmed, or has been replaced."""

    code = "nothing_to_second"
    message = _("Bedömningen är redan bekräftad, eller har ersatts av en ny. Läs in sidan på nytt.")


class ConsentMissing(Conflicting):
    """To ask one client about another discloses the other: the enquirer is asked first."""

    code = "consent_missing"
    message = _("Fråga den som vill anlita oss först: utan deras ja får ingen annan tillfrågas. Inget har skickats.")


class NobodyToConsult(Conflicting):
    """Only an assignment of ours has a client to ask."""

    code = "nobody_to_consult"
    message = _("Den här träffen rör ingen av våra uppdragsgivare, så det finns ingen att samråda med.")


class AlreadyAsked(Conflicting):
    """One question to a client at a time."""

    code = "already_asked"
    message = _("Samrådet är redan påbörjat. Anteckna svaret där.")


class AnswerIncomplete(Invalid):
    """An answer with terms has terms, and every answer lasts until a day."""

    code = "answer_incomplete"
    message = _("Skriv villkoren, och till vilken dag svaret gäller. Inget har sparats.")


class AlreadyClosed(Conflicting):
    """What has ended, was declined or was withdrawn is not screened."""

    code = "screening_of_closed"
    message = _("Uppdraget är avslutat och kontrolleras inte mer.")


class NotYoursToIdentify(NotAllowed):
    """Who the client is, is said by those who propose the assignment."""

    code = "not_yours_to_identify"
    message = _("Det här gör den som är kundansvarig eller den konfliktansvariga. Inget har ändrats.")
