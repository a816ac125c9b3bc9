"""What an entry says about an assignment: read from the assignment when it is published or previewed."""

from dataclasses import dataclass

from klartecken.assignments.models import Assignment, AssignmentParty, Lobbying
from klartecken.publication.errors import TooLong

LONGEST_TITLE = 200
LONGEST_TEXT = 5000
WITHOUT_TEXT = "Vi hjälper {client} att påverka politiska beslut."
"""Published for lobbying that nobody wrote a public text for: who the client is stands there whatever happens."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The public words, and what they are about."""

    client_name: str
    principal_name: str
    title: str
    text: str
    is_lobbying: bool
    issues: tuple[str, ...]


def wording_of(assignment: Assignment) -> Wording:
    """Read the public words of an assignment; a lobbying assignment without text gets a plain sentence."""
    client = assignment.client.name
    is_lobbying = assignment.lobbying == Lobbying.YES
    text = assignment.public_text.strip()
    if not text and is_lobbying:
        text = WITHOUT_TEXT.format(client=client)
    return Wording(
        client_name=client,
        principal_name=", ".join(principals(assignment)),
        title=assignment.public_title.strip() or client[:LONGEST_TITLE],
        text=text,
        is_lobbying=is_lobbying,
        issues=tuple(assignment.positions.order_by("issue__name_sv").values_list("issue__name_sv", flat=True)),
    )


def principals(assignment: Assignment) -> list[str]:
    """Name those that the client acts for, where it is an intermediary; asks nothing where the parties are fetched."""
    rows = assignment.parties.all()
    return sorted(row.party.name for row in rows if row.role == AssignmentParty.PartyRole.PRINCIPAL)


def check_length(*, title: str, text: str) -> None:
    """Refuse what no page could show."""
    if len(title) > LONGEST_TITLE:
        raise TooLong(field="title")
    if len(text) > LONGEST_TEXT:
        raise TooLong(field="text")


def folded(*words: str) -> str:
    """Return words as the list's search compares them; SQLite itself folds English letters only."""
    return " ".join(" ".join(words).casefold().split())
