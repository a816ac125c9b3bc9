"""The words of the notices that belong to no higher room; Swedish is the source, English is translated.

Each kind that is held for the digest has one line here, counted and without names.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body, in the recipient's language."""

    subject: str
    body: str


def name_free_letter(kind: str, *, language: str, link: str) -> Letter:
    """Write what is sent of one held kind to somebody who wants each by itself: the digest's line and a link."""
    with translation.override(language):
        return Letter(subject=_("Klartecken: något väntar på dig"), body=f"{_line(kind, 1)}.\n\n{link}\n")


def invitation_letter(*, firm: str, name: str, link: str, language: str) -> Letter:
    """Write the invitation to a new colleague."""
    with translation.override(language):
        body = _(
            "Hej %(name)s!\n\n"
            "Du är inbjuden till Klartecken, där %(firm)s prövar nya uppdrag tillsammans. "
            "Välj ett lösenord här. Länken gäller i fjorton dagar och kan användas en gång:\n\n"
            "%(link)s\n\n"
            "Väntade du dig inte det här brevet kan du bortse från det.\n"
        )
        facts = {"name": name, "firm": firm or _("firman"), "link": link}
        return Letter(subject=_("Välkommen till Klartecken"), body=body % facts)


def moved_letter(*, name: str, language: str) -> Letter:
    """Tell somebody's former address that their account has another, so that no account is taken over in silence."""
    with translation.override(language):
        body = _(
            "Hej %(name)s!\n\n"
            "Administratören har bytt den e-postadress som du loggar in i Klartecken med. "
            "Den här adressen gäller inte längre.\n\n"
            "Känner du inte till bytet? Hör av dig till administratören, eller till vd.\n"
        )
        return Letter(subject=_("Din adress i Klartecken är bytt"), body=body % {"name": name})


def digest_letter(counts: Mapping[str, int], *, language: str) -> Letter:
    """Write the day's digest: what there is of each kind, nothing by name, and one link."""
    with translation.override(language):
        lines = [f"– {_line(kind, counts[kind])}" for kind in sorted(counts, key=_rank)]
        parts = (
            _("Det här har hänt sedan sist:"),
            "\n".join(lines),
            f"{settings.BASE_URL}/",
            _("Hur ofta du vill få brev väljer du på Min sida i Klartecken."),
        )
        return Letter(subject=_("Dagens sammanfattning från Klartecken"), body="\n\n".join(parts) + "\n")


def _line(kind: str, count: int) -> str:
    known = {
        "decision": ngettext("Ett beslut väntar på dig", "%(count)d beslut väntar på dig", count),
        "stand_behind": ngettext(
            "Du är tillfrågad om att arbeta i ett uppdrag",
            "Du är tillfrågad om att arbeta i %(count)d uppdrag",
            count,
        ),
        "question": ngettext(
            "En fråga i ett av dina förslag behöver svar", "%(count)d frågor i dina förslag behöver svar", count
        ),
        "viewpoint": ngettext(
            "En ny synpunkt på ett uppdrag som du ansvarar för",
            "%(count)d nya synpunkter på uppdrag som du ansvarar för",
            count,
        ),
        "reply": ngettext("Ett svar på din synpunkt", "%(count)d svar på dina synpunkter", count),
        "decided": ngettext(
            "Ett uppdrag som du har följt är avgjort", "%(count)d uppdrag som du har följt är avgjorda", count
        ),
        "condition": ngettext("Ett villkor behöver bli klart", "%(count)d villkor behöver bli klara", count),
        "handed_over": ngettext(
            "Du har tagit över ett uppdrag från en kollega",
            "Du har tagit över %(count)d uppdrag från en kollega",
            count,
        ),
        "hit": ngettext("En träff behöver bedömas", "%(count)d träffar behöver bedömas", count),
    }
    other = ngettext("En sak behöver dig", "%(count)d saker behöver dig", count)
    return known.get(kind, other) % {"count": count}


RANK = ("decision", "stand_behind", "question", "condition", "hit", "handed_over", "viewpoint", "reply", "decided")
"""What needs a person comes first, what is good to know after it."""


def _rank(kind: str) -> tuple[int, str]:
    return (RANK.index(kind) if kind in RANK else len(RANK), kind)
