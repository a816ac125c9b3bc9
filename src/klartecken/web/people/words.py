"""What roles and events are called, and what each role may do, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from klartecken.people.models import Role

ROLES: dict[Role, Promise] = {
    Role.CEO: _("Vd"),
    Role.DEPUTY: _("Vd:s ersättare"),
    Role.BOARD_CHAIR: _("Styrelsens ordförande"),
    Role.POLICY_OWNER: _("Policyansvarig"),
    Role.CONFLICT_RESOLVER: _("Konfliktansvarig"),
    Role.SURVEY_OWNER: _("Enkätansvarig"),
    Role.ADMINISTRATOR: _("Administratör"),
}
WHAT_A_ROLE_MAY: dict[Role, Promise] = {
    Role.CEO: _("avgör när kollegor är oense, kan lägga in veto och korta tiden för synpunkter"),
    Role.DEPUTY: _("avgör i vd:s ställe under en angiven tid"),
    Role.BOARD_CHAIR: _("kan avgöra vd:s egna uppdrag, om firman har valt det"),
    Role.POLICY_OWNER: _("skriver och sätter i kraft nya versioner av policyn"),
    Role.CONFLICT_RESOLVER: _("ser och bedömer alla träffar, också de dolda"),
    Role.SURVEY_OWNER: _("håller i de årliga enkäterna, utan att se enskilda svar"),
    Role.ADMINISTRATOR: _("sköter konton, register och säkerhetskopior; rollen ger ingen rätt att läsa ärenden"),
}
TOLD: dict[str, Promise] = {
    "circulation.opened": _("ett uppdrag har skickats till kollegorna"),
    "circulation.closed": _("tiden för synpunkter har gått ut"),
    "assignment.amended": _("ett uppdrag har ändrats"),
    "deciding.decided": _("vd har beslutat"),
    "deciding.started": _("ett uppdrag har börjat"),
    "deciding.ended": _("ett uppdrag har avslutats"),
    "publication.published": _("ett uppdrag har publicerats"),
}
"""What web-hooks can be told of, by the ledger's verb."""
