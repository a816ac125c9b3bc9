"""What cannot be true of an ownership."""

from fractions import Fraction
from typing import ClassVar

from klartecken.core.refusals import Invalid


class OwnershipRefused(Invalid):
    """The links contradict themselves; nothing was computed from them."""

    code: ClassVar[str] = "ownership_refused"


class ShareOutOfRange(OwnershipRefused):
    """A share is not a number from nothing to the whole."""

    code: ClassVar[str] = "share_out_of_range"

    def __init__(self, written: str) -> None:
        self.written = written
        super().__init__(
            f"Andelen ”{written[:40]}” går inte att använda. Skriv ett tal från 0 till 100 procent. Inget har sparats.",
            field="share",
        )


class SharesAboveWhole(OwnershipRefused):
    """The owners of one company together hold more than all of it."""

    code: ClassVar[str] = "shares_above_whole"

    def __init__(self, owned: str, total: Fraction) -> None:
        self.owned = owned
        self.total = total
        percent = f"{float(total * 100):.1f}".replace(".", ",")
        super().__init__(
            f"Ägarandelarna är tillsammans {percent} procent, alltså mer än hela bolaget. "
            "Rätta eller ta bort en andel, eller lämna den som okänd.",
            field="share",
        )


class PersonIsOwned(OwnershipRefused):
    """A human being has no owners."""

    code: ClassVar[str] = "person_is_owned"

    def __init__(self, person: str) -> None:
        self.person = person
        super().__init__("En person kan inte ha ägare. Ta bort länken eller ändra partens slag.", field="owner")


class OwnershipTooLarge(OwnershipRefused):
    """The web of owners is larger than anything a person could review."""

    code: ClassVar[str] = "ownership_too_large"
    message: ClassVar[str] = (
        "Ägarkedjan har fler än femtusen länkar och räknas inte. Ta bort länkar som inte leder till bolaget."
    )
