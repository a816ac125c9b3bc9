"""The first thing that happens in an installation: the firm gets its one row."""

from klartecken.core.refusals import Conflicting
from klartecken.people.models import Firm


class FirmIsThereAlready(Conflicting):
    """An installation serves one firm."""

    code = "firm_exists"
    message = "Här finns redan en firma. Inget har ändrats."


def found_firm(*, name: str, mail_domain: str, is_demonstration: bool = False) -> Firm:
    """Create the firm; an installation serves one."""
    if Firm.objects.exists():
        raise FirmIsThereAlready
    return Firm.objects.create(name=name.strip(), mail_domain=mail_domain.lower(), is_demonstration=is_demonstration)
