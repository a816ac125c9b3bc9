"""What the program says no to: one tree of errors, each with a stable code and a sentence for a person.

A refusal never names a prospect, and it says what happened, what was kept and what to do.
The sentences are Swedish, the source language of the interface; the pages translate them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that must be in place first: a stable code and a sentence."""

    code: str
    message: str


class Refused(Exception):  # noqa: N818 - the names are statements: `WindowStillOpen`
    """Something that was asked for and cannot be done; nothing was changed."""

    code: ClassVar[str] = "refused"
    message: ClassVar[str] = "Det gick inte. Inget har ändrats."

    def __init__(self, message: str | None = None, *, missing: Sequence[Missing] = ()) -> None:
        """Take a more exact sentence than the class has, and what is missing."""
        self.text = str(message or self.message)
        self.missing = tuple(missing)
        super().__init__(self.text)


class NotFound(Refused):
    """It does not exist, or not for the one who asks: the two are told alike."""

    code = "not_found"
    message = "Sidan eller uppgiften finns inte, eller är inte synlig för dig."


class NotAllowed(Refused):
    """The person may see the thing but not do this with it."""

    code = "not_allowed"
    message = "Det här får någon annan göra. Inget har ändrats."


class Conflicting(Refused):
    """The state of things does not permit it now."""

    code = "conflict"
    message = "Det går inte i det här läget. Inget har ändrats."


class Invalid(Refused):
    """What was sent cannot be used as it stands."""

    code = "invalid"
    message = "Något i uppgifterna stämmer inte. Inget har sparats."

    def __init__(self, message: str | None = None, *, field: str = "", missing: Sequence[Missing] = ()) -> None:
        """Say which field the sentence is about."""
        super().__init__(message, missing=missing)
        self.field = field


class Stale(Refused):
    """Somebody else saved first."""

    code = "stale"
    message = (
        "Någon annan hann spara en ändring medan du skrev. Din text finns kvar på sidan. "
        "Läs in sidan på nytt, jämför och spara igen."
    )
