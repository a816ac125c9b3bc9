"""What is known of a party as the pages show it: the panel that an assignment's page includes, and the chart."""

from typing import Any

from klartecken.parties import identifiers
from klartecken.parties.models import Party, PartyName
from klartecken.web.assignments.ownership import ownership
from klartecken.web.parties.words import SCHEMES


def panel(party: Party) -> dict[str, Any]:
    """Return everything that `parties/_panel.html` shows of a party with its particulars fetched."""
    names = list(party.other_names.all())
    return {
        "party": party,
        "numbers": [
            (SCHEMES[number.scheme], identifiers.shown(number.scheme, number.value))
            for number in party.identifiers.all()
        ],
        "earlier_names": [each.name for each in names if each.kind == PartyName.Kind.EARLIER],
        "other_names": [each.name for each in names if each.kind == PartyName.Kind.OTHER],
        "sectors": [f"{sector.version} {sector.code}" for sector in party.sectors.all()],
        **owners(party),
    }


def owners(party: Party) -> dict[str, Any]:
    """Return the chain of owners as a chart and as rows, and the parties in it as choices."""
    drawn = ownership(party)
    nodes = drawn["chart"]["nodes"] if drawn["chart"] else []
    others = [(node["id"], node["name"]) for node in nodes if node["id"] != str(party.pk)]
    return {**drawn, "chain": [(str(party.pk), party.name), *others]}
