"""What trying a draft on earlier cases showed, as people read it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from klartecken.assignments.models import Assignment
from klartecken.core.journey import Effect
from klartecken.core.policy.what_if import FindingChange, Turn
from klartecken.policies.trying import Trial
from klartecken.policies.views import FAILING
from klartecken.web.policies.document import words

TURNS = {
    Turn.APPEARS: (_("Tillkommer"), "ask"),
    Turn.VANISHES: (_("Försvinner"), ""),
    Turn.CHANGES: (_("Ändras"), "info"),
}
MOST_SHOWN = 200


def shown_trial(trial: Trial, cases: Mapping[UUID, Assignment]) -> dict[str, Any]:
    """Fill the page of a trial: counts by rule, and the cases that would differ."""
    titles = {each.rule: words(each.title) for each in trial.by_rule}
    most = max((each.appears + each.vanishes + each.changes for each in trial.by_rule), default=0)
    return {
        "trial": trial,
        "rules": [(words(each.title), each, each.appears + each.vanishes + each.changes) for each in trial.by_rule],
        "most": most,
        "cases": [
            (cases[case], [_shown(change, titles) for change in changes])
            for case, changes in trial.differing[:MOST_SHOWN]
            if case in cases
        ],
        "left_out": max(0, len(trial.differing) - MOST_SHOWN),
    }


def _shown(change: FindingChange, titles: Mapping[str, str]) -> tuple[str, str, str, str]:
    turn, kind = TURNS[change.turn]
    effect = change.effect_after or change.effect_before
    return titles[change.rule], str(turn), kind, gettext(FAILING[Effect(effect)][0]) if effect else ""
