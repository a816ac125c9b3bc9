"""What roles are called, and what each may do, in the reader's language."""

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
