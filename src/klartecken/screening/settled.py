"""What people have made of the hits of the current run, and what still waits."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from klartecken.assignments.models import Assignment, AssignmentParty
from klartecken.screening.models import Consultation, Hit, Resolution
from klartecken.screening.models import Hit as _Hit

BINDING = frozenset({"eu", "un"})
"""Lists that the law makes binding here; a hit on them takes two people."""
CONFLICTS = frozenset(
    {_Hit.Kind.SAME, _Hit.Kind.AFFILIATED, _Hit.Kind.COMPETING, _Hit.Kind.OPPOSING, _Hit.Kind.ADVERSE}
)
STANDS = frozenset({Resolution.Outcome.CONFLICT, Resolution.Outcome.NEEDS_CONSULTATION})
OWN_SIDE = frozenset({"client", "intermediary", "principal"})
"""Roles of those we would work for."""


def needs_second(hit: Hit) -> bool:
    """Tell whether two people look at it."""
    return hit.kind == Hit.Kind.SANCTIONS and hit.tier in BINDING


def needs_a_person(hit: Hit) -> bool:
    """Tell whether it is a question at all; a register of identities only says who somebody may be."""
    return hit.kind != Hit.Kind.REGISTER


def is_open(hit: Hit, resolution: Resolution | None) -> bool:
    """Tell whether somebody still has to look at it."""
    if not needs_a_person(hit):
        return False
    return resolution is None or (needs_second(hit) and resolution.seconded_by_id is None)


@dataclass(frozen=True, slots=True)
class Settled:
    """The hits of a run with their standing resolutions, and the consultations on a day."""

    hits: tuple[tuple[Hit, Resolution | None], ...]
    consultations: tuple[Consultation, ...]
    on: date

    @property
    def open_hits(self) -> int:
        """How many hits nobody has settled, hidden ones included."""
        return sum(is_open(hit, resolution) for hit, resolution in self.hits)

    @property
    def open_for_all(self) -> int:
        """How many hits that every colleague sees nobody has settled; what is hidden shows in no fact."""
        return sum(is_open(hit, resolution) for hit, resolution in self.hits if not hit.for_resolver_only)

    @property
    def conflict_kinds(self) -> list[str]:
        """The kinds of conflict that a person has confirmed."""
        return sorted({str(hit.kind) for hit in self.conflicts()})

    @property
    def consultations_missing(self) -> int:
        """How many affected clients have not answered."""
        return sum(self._last_answer(hit) is None for hit in self.affected())

    @property
    def consultations_expired(self) -> int:
        """How many answers have run out."""
        answers = (self._last_answer(hit) for hit in self.affected())
        return sum(bool(each and each.valid_until and each.valid_until < self.on) for each in answers)

    def conflicts(self) -> list[Hit]:
        """The hits that a person has found to be a conflict."""
        return [hit for hit, given in self.hits if hit.kind in CONFLICTS and given and given.outcome in STANDS]

    def affected(self) -> list[Hit]:
        """One conflict for each assignment whose client is to be consulted."""
        return list({hit.other_id: hit for hit in self.conflicts() if hit.other_id}.values())

    def tiers_of_parties(self, tiers: Collection[str]) -> list[str]:
        """The lists on which somebody we would work for stands, as confirmed."""
        return sorted({hit.tier for hit in self._listed(tiers) if hit.role in OWN_SIDE})

    def other_lists(self) -> list[str]:
        """Other countries' lists with a confirmed hit on our side or among its owners."""
        listed = self._listed({hit.tier for hit, _given in self.hits} - BINDING)
        return sorted({hit.tier for hit in listed if hit.role != AssignmentParty.PartyRole.ADVERSE})

    def listed_nodes(self) -> set[str]:
        """Owners confirmed to stand on a binding list, as they are called in the chain of owners."""
        return {hit.evidence.get("node", "") for hit in self._listed(BINDING) if hit.role == "owner"} - {""}

    def _listed(self, tiers: Collection[str]) -> list[Hit]:
        return [
            hit
            for hit, given in self.hits
            if hit.kind == Hit.Kind.SANCTIONS
            and hit.tier in tiers
            and given is not None
            and not is_open(hit, given)
            and given.outcome != Resolution.Outcome.NOT_THE_SAME
        ]

    def _last_answer(self, hit: Hit) -> Consultation | None:
        return next((each for each in self.consultations if each.affected_id == hit.other_id), None)


def settled_hits(assignment: Assignment, *, on: date) -> Settled:
    """Return the current run's hits with what people have made of them."""
    given = standing_resolutions(assignment)
    rows = Hit.objects.filter(assignment=assignment, run__is_current=True)
    hits = tuple((hit, given.get(hit.key)) for hit in rows)
    keys = {hit.key for hit, _given in hits}
    answered = Consultation.objects.filter(assignment=assignment, hit_key__in=keys).exclude(
        answer=Consultation.Answer.WAITING
    )
    return Settled(hits, tuple(answered.order_by("-answered_at")), on)


def standing_resolutions(assignment: Assignment) -> Mapping[str, Resolution]:
    """Return what people have said of hits, by the hits' keys; a key that no hit has any more settles nothing."""
    rows = Resolution.objects.filter(assignment=assignment, superseded_at__isnull=True)
    return {row.key: row for row in rows.select_related("by", "seconded_by")}
