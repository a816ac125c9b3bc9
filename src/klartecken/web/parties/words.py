"""How choices about parties are written, and shares as people write them."""

import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from klartecken.parties.errors import ShareNotANumber
from klartecken.parties.models import Identifier, Kind

SCHEMES = {
    Identifier.Scheme.SE_ORGNR.value: _("Organisationsnummer"),
    Identifier.Scheme.LEI.value: _("LEI"),
    Identifier.Scheme.EU_TR.value: _("EU:s öppenhetsregister"),
    Identifier.Scheme.OTHER.value: _("Annat nummer"),
}
KINDS = [(Kind.ORGANISATION.value, _("Organisation")), (Kind.PERSON.value, _("Person"))]
CONTROL = [("", _("Vet inte")), ("yes", _("Ja")), ("no", _("Nej"))]
_WHOLE = Decimal(100)
_LONGEST = 20


def share(written: str) -> Decimal | None:
    """Read a share in per cent ("49,5", "49.5 %") as a fraction of one; nothing written is unknown."""
    plain = re.sub(r"[\s%]", "", written).replace(",", ".")
    if not plain:
        return None
    try:
        return Decimal(plain[:_LONGEST]) / _WHOLE
    except InvalidOperation:
        raise ShareNotANumber(field="share") from None


def truth(answer: str) -> bool | None:
    """Read yes, no or not known."""
    return {"yes": True, "no": False}.get(answer)


def answer(known: bool | None) -> str:  # noqa: FBT001 - three values, written as words
    """Write yes, no or not known."""
    return "" if known is None else ("yes" if known else "no")
