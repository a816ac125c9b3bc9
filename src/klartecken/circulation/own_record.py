"""What this room keeps about one person, for that person (GDPR article 15).

Assignments are told by id only: what somebody wrote is theirs, but a case they may no longer read stays closed.
"""

from typing import Any

from klartecken.circulation.models import EarlierViewpoint, Informed, OptOut, Reply, Viewpoint
from klartecken.people.models import Person


def own_record(person: Person) -> dict[str, Any]:
    """Return a person's own viewpoints with their history, answers, opt-outs, and when they were informed."""
    viewpoints = Viewpoint.objects.filter(person=person)
    earlier = EarlierViewpoint.objects.filter(viewpoint__person=person)
    replies = Reply.objects.filter(person=person)
    informed = Informed.objects.filter(person=person).order_by("at")
    return {
        "viewpoints": list(viewpoints.values("round__assignment_id", "stance", "words", "at", "changed_at")),
        "earlier_viewpoints": list(earlier.values("viewpoint__round__assignment_id", "stance", "words", "at")),
        "answers": list(replies.values("viewpoint__round__assignment_id", "words", "at")),
        "declined_to_work_on": list(OptOut.objects.filter(person=person).values_list("assignment_id", flat=True)),
        "informed": list(informed.values("round__assignment_id", "how", "at")),
    }
