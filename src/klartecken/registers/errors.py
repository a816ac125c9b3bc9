"""What can go wrong with a register: statements with stable codes. The one in use is never touched by any of them."""

from klartecken.core.refusals import Refused


class RegisterRefused(Refused):
    """Something about a register could not be done."""

    code = "register"
    message = "Registret kunde inte läsas. Det som redan används är orört."


class WrongFormat(RegisterRefused):
    """The file isn't what it was said to be, or it is cut."""

    code = "register_wrong_format"
    message = "Filen har fel format eller är avhuggen. Registret som redan används är orört. Hämta filen på nytt."


class UnknownSource(RegisterRefused):
    """No such kind of source."""

    code = "register_unknown_source"
    message = "Källan är okänd."


class NoRoom(RegisterRefused):
    """The disk is full."""

    code = "register_no_room"
    message = "Disken är full. Registret som redan används är orört. Frigör plats och läs in på nytt."


class NoSuchSnapshot(RegisterRefused):
    """The snapshot doesn't exist."""

    code = "register_no_such_snapshot"
    message = "Registerversionen finns inte."


class SnapshotDamaged(RegisterRefused):
    """The snapshot's files aren't those that were written."""

    code = "register_damaged"
    message = "Registerversionen är skadad. Läs in källfilen på nytt, eller bygg om indexet."


class SnapshotInUse(RegisterRefused):
    """The snapshot is the current one, or a screening pins it."""

    code = "register_in_use"
    message = "Registerversionen används och kan inte tas bort."


class LegalBasisMissing(RegisterRefused):
    """Persons beyond EU and UN lists need a stated legal basis."""

    code = "register_legal_basis"
    message = "Personer från den här listan läses bara in om administratören anger den rättsliga grunden."


class EmptyRegister(WrongFormat):
    """The file held no entity."""

    code = "register_empty"
    message = "Filen innehöll ingen post som gick att läsa. Registret som redan används är orört."
