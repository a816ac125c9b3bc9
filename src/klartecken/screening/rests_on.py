"""What a run rests on, as one word: when it changes, the run is no longer current."""

from datetime import date

from django.conf import settings
from django.db.models import Max

from klartecken.assignments.models import Answer, Assignment, AssignmentParty, Position
from klartecken.parties import queries as parties
from klartecken.parties.models import Party
from klartecken.policies import queries as policies
from klartecken.registers.snapshot import current_snapshots
from klartecken.screening.keys import fingerprint

COLUMNS = ("lobbying", "party_work", "intermediary", "services", "market", "geography")


def fingerprint_of(assignment: Assignment, *, on: date) -> str:
    """Return one word for the particulars, the parties, the policy in force and the registers in use."""
    roles = AssignmentParty.objects.filter(assignment=assignment).order_by("party_id", "role")
    positions = Position.objects.filter(assignment=assignment).order_by("issue_id")
    involved = {assignment.client_id, *(row.party_id for row in roles)}
    links = parties.ownership_links(involved)
    everybody = {str(each) for each in involved} | {link.owner for link in links}
    return fingerprint(
        {
            "columns": [str(getattr(assignment, name)) for name in COLUMNS],
            "client": str(assignment.client_id),
            "parties": [[str(row.party_id), row.role] for row in roles],
            "positions": [[str(row.issue_id), row.stance] for row in positions],
            "answers": Answer.objects.filter(assignment=assignment).aggregate(last=Max("answered_at"))["last"],
            "revisions": Party.objects.filter(pk__in=everybody).aggregate(last=Max("revision"))["last"],
            "links": sorted([link.owner, link.owned, str(link.share), str(link.controls)] for link in links),
            "policy": str(policies.in_force(on).pk),
            "snapshots": sorted([ref.register, ref.id] for ref in current_snapshots(home=settings.HOME)),
        }
    )
