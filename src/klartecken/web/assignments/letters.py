"""Letters to the enquirer, as text to copy into a mail: why we chose you, and a courteous no."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from klartecken.assignments.models import Assignment
from klartecken.core.journey import AFTER_CLEARANCE, CLOSED, State
from klartecken.people import queries as people


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject and a body, ready to be changed and sent by the person who signs it."""

    heading: Promise
    subject: str
    body: str


def letter(kind: str, assignment: Assignment, *, language: str) -> Letter:
    """Write a letter; raises KeyError for a kind that does not exist."""
    heading, write = LETTERS[kind]
    with translation.override(language):
        subject, body = write(assignment, people.firm().name)
    return Letter(heading=heading, subject=subject, body=body)


def offered(assignment: Assignment) -> list[tuple[str, Promise]]:
    """Name the letters that fit where the assignment stands."""
    state = State(assignment.state)
    kinds = ["acceptance"] if state in AFTER_CLEARANCE else []
    kinds += ["decline"] if state in CLOSED else []
    return [(kind, LETTERS[kind][0]) for kind in kinds]


def _acceptance(assignment: Assignment, firm: str) -> tuple[str, str]:
    why = _team_words(assignment) or _(
        "[Skriv med egna ord varför: frågan, människorna, eller det vi tror att arbetet kan leda till.]"
    )
    openness = _openness_paragraph() if assignment.lobbying == "yes" else ""
    paragraphs = [
        _("Hej,"),
        _(
            "Tack för förtroendet. Hos oss läser alla kollegor om varje möjligt uppdrag innan vi svarar, och vi "
            "arbetar bara med sådant som vi själva sympatiserar med. Nu vet vi: vi vill gärna arbeta med er."
        ),
        _("Varför vi valde er:") + "\n" + why,
        openness,
        _("Vi återkommer med offert och förslag till start. Hör gärna av dig om det är något du undrar över."),
        _("Vänliga hälsningar") + "\n" + assignment.responsible.name + "\n" + firm,
    ]
    return _("Vi vill gärna arbeta med er"), _joined(paragraphs)


def _decline(assignment: Assignment, firm: str) -> tuple[str, str]:
    paragraphs = [
        _("Hej,"),
        _("Tack för att ni frågade oss, och för att ni var så öppna med vad ni vill åstadkomma."),
        _(
            "Vi har tänkt igenom saken och kommer fram till att vi inte är rätt byrå för det här uppdraget. Det säger "
            "ingenting om er; vi tackar bara ja till arbete som passar ihop med våra övriga åtaganden och som vi "
            "själva vill lägga vår kraft på."
        ),
        _("Att ni har hört av er stannar hos oss. Vi berättar aldrig vem vi har tackat nej till, eller varför."),
        _("Vi önskar er lycka till."),
        _("Vänliga hälsningar") + "\n" + assignment.responsible.name + "\n" + firm,
    ]
    return _("Tack för er förfrågan"), _joined(paragraphs)


def _openness_paragraph() -> str:
    return _(
        "En sak att känna till: vi säger alltid vem vi arbetar för, och ett uppdrag för att påverka politiska beslut "
        "står på vår webbplats så länge det pågår. Vi använder aldrig dolda avsändare eller falska konton."
    )


def _team_words(assignment: Assignment) -> str:
    said = [member for member in assignment.team.select_related("person").order_by("person__name") if member.words]
    return "\n".join(f"– {member.words} ({member.person.name})" for member in said)


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


LETTERS: dict[str, tuple[Promise, Callable[[Assignment, str], tuple[str, str]]]] = {
    "acceptance": (_later("Brev: vi vill gärna arbeta med er"), _acceptance),
    "decline": (_later("Brev: ett vänligt nej"), _decline),
}
"""The letters by kind: what each is called and who writes it."""
