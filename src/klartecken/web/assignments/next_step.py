"""What is next for the viewer: one sentence and at most one clear act, from one table; and what else can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from klartecken.assignments.models import Mask
from klartecken.core.journey import OPEN_TO_ALL, PROPOSED, ROUND_IN, State
from klartecken.core.refusals import Missing
from klartecken.web.assignments.acts import ACTS, Act
from klartecken.web.assignments.situation import Situation

Holds = Callable[[Situation], bool]
TO_THE_CEO = "decide"
"""The name of the one step that is a page of its own."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The sentence, the act it leads to (if it is the viewer's), and what is missing before it can be done."""

    sentence: Promise | str
    act: Act | None = None
    missing: tuple[Missing, ...] = ()
    leads_to_decision: bool = False


def _mine(state: State, *, window: str | None = None) -> Holds:
    return lambda s: s.is_responsible and s.state is state and window in {None, s.window}


def _untold(s: Situation) -> bool:
    return s.lobbying != "no" and not s.openness_told


def _owes_a_word(s: Situation) -> bool:
    return s.on_team and not s.word_given and not s.is_responsible and s.state in PROPOSED


_STEPS: tuple[tuple[Holds, str, Promise | str], ...] = (
    (
        lambda s: s.state is State.DRAFT and s.mask == Mask.REQUESTED and s.decides,
        TO_THE_CEO,
        _("Masken väntar på dig. Läs utkastet och säg ja eller nej."),
    ),
    (
        lambda s: s.state is State.DRAFT and s.mask == Mask.REQUESTED,
        "",
        _("Vd tar ställning till masken. Sedan kan förslaget skickas."),
    ),
    (
        _mine(State.DRAFT),
        "circulate",
        _("Utkastet syns bara för dig, teamet och dem du bjuder in."),
    ),
    (lambda s: s.state is State.DRAFT, "", _("Ett utkast. Den som är kundansvarig skickar det till alla kollegor.")),
    (lambda s: s.state is State.ESCALATED and s.decides, TO_THE_CEO, _("Ärendet väntar på ditt beslut.")),
    (_owes_a_word, "stand-behind", _("Du är med i teamet. Står du bakom uppdraget?")),
    (
        _mine(State.CIRCULATING, window="open"),
        "",
        _("Kollegorna läser. Du behöver inte göra något förrän tiden har gått ut."),
    ),
    (
        lambda s: _mine(State.CIRCULATING, window="due")(s) and not s.everyone_informed,
        "inform-again",
        _("Tiden har gått ut, men beskedet har inte nått alla."),
    ),
    (_mine(State.CIRCULATING, window="due"), "close-round", _("Tiden för synpunkter har gått ut.")),
    (
        lambda s: _mine(State.CIRCULATING, window="closed")(s) and s.goes_to_the_ceo,
        "escalate",
        _("Det finns en invändning, eller något som vd ska väga."),
    ),
    (_mine(State.CIRCULATING, window="closed"), "confirm", _("Rundan är avslutad. Nu kan du ge klartecken.")),
    (
        lambda s: _mine(State.CLEARED)(s) and s.mask == Mask.APPROVED,
        "lift-mask",
        _("Klartecken finns. Före offerten ska alla få veta namnet."),
    ),
    (
        lambda s: _mine(State.CLEARED)(s) and _untold(s),
        "tell-openness",
        _("Klartecken finns. Berätta om öppenhetskravet innan du lämnar offerten."),
    ),
    (_mine(State.CLEARED), "quote", _("Klartecken finns. När offerten är lämnad noterar du det här.")),
    (
        lambda s: _mine(State.QUOTED)(s) and s.lobbying == "yes" and not s.openness_accepted,
        "accept-openness",
        _("Offerten är lämnad. Kunden ska godkänna öppenhetskravet innan uppdraget startar."),
    ),
    (_mine(State.QUOTED), "start", _("Offerten är lämnad. Starta uppdraget när den är accepterad.")),
    (lambda s: s.state is State.SUSPENDED and s.decides, "resume", _("Arbetet vilar tills du har tagit ställning.")),
    (lambda s: s.state is State.SUSPENDED, "", _("Arbetet vilar tills vd har tagit ställning.")),
    # The place to speak is on the page; nobody is told to.
    (lambda s: s.state is State.CIRCULATING and s.window == "open", "", ""),
    (lambda s: s.state is State.CIRCULATING, "", _("Tiden för synpunkter har gått ut. Den kundansvariga går vidare.")),
    (lambda s: s.state is State.ESCALATED, "", _("Vd läser argumenten och beslutar med skriftliga skäl.")),
    (lambda s: s.state is State.CLEARED, "", _("Klartecken finns. Den kundansvariga lämnar offert.")),
    (lambda s: s.state is State.QUOTED, "", _("Offerten är lämnad. Den kundansvariga startar när den är accepterad.")),
    (lambda s: s.state is State.ONGOING, "", _("Arbetet pågår.")),
    (lambda s: s.state is State.ENDED, "", _("Uppdraget är avslutat.")),
    (lambda s: s.state is State.DECLINED, "", _("Vi tackade nej. Ärendet är konfidentiellt.")),
    (lambda s: s.state is State.WITHDRAWN, "", _("Uppdragsgivaren avstod. Ärendet är konfidentiellt.")),
)
"""The first row that holds is what the page says."""

_BEFORE_START = PROPOSED | {State.DRAFT}
_WITH_GATE = frozenset({"confirm", "quote", "start"})

_OTHERS: tuple[tuple[str, Holds], ...] = (
    (
        "stand-behind",
        # Whoever sends the proposal says so by sending it.
        lambda s: (
            s.on_team
            and not s.word_given
            and not (s.is_responsible and s.state is State.DRAFT)
            and s.state in _BEFORE_START | {State.ONGOING, State.SUSPENDED}
        ),
    ),
    (
        "request-mask",
        lambda s: s.is_responsible and s.state is State.DRAFT and s.lobbying == "no" and s.mask == Mask.NONE,
    ),
    ("approve-mask", lambda s: s.decides and s.state is State.DRAFT and s.mask == Mask.REQUESTED),
    ("refuse-mask", lambda s: s.decides and s.state is State.DRAFT and s.mask == Mask.REQUESTED),
    ("lift-mask", lambda s: (s.is_responsible or s.decides) and s.state in PROPOSED and s.mask == Mask.APPROVED),
    (
        "tell-openness",
        lambda s: (s.is_responsible or s.on_team) and s.state in _BEFORE_START and _untold(s),
    ),
    (
        "accept-openness",
        lambda s: (
            (s.is_responsible or s.on_team)
            and s.state in PROPOSED
            and s.lobbying == "yes"
            and s.openness_told
            and not s.openness_accepted
        ),
    ),
    (
        "let-in",
        lambda s: s.may_edit and (s.state is State.DRAFT or (s.state in PROPOSED and s.mask == Mask.APPROVED)),
    ),
    ("shorten", lambda s: s.decides and s.window == "open" and s.state in ROUND_IN),
    ("escalate", lambda s: s.is_responsible and s.state is State.CIRCULATING and s.window == "closed"),
    ("suspend", lambda s: (s.is_responsible or s.decides) and s.state is State.ONGOING),
    ("end", lambda s: (s.is_responsible or s.decides) and s.state in OPEN_TO_ALL - {State.ENDED}),
    ("withdraw", lambda s: (s.is_responsible or s.decides) and s.state in _BEFORE_START),
    ("decline", lambda s: s.is_responsible and s.state in _BEFORE_START),
    ("veto", lambda s: s.decides and s.state in PROPOSED),
)


def next_step(situation: Situation) -> NextStep:
    """Return what is next for the viewer."""
    for holds, name, sentence in _STEPS:
        if holds(situation):
            missing = situation.missing if name in _WITH_GATE else ()
            return NextStep(
                sentence=sentence,
                act=ACTS.get(name),
                missing=missing,
                leads_to_decision=name == TO_THE_CEO,
            )
    return NextStep(sentence="")


def other_acts(situation: Situation) -> list[Act]:
    """Return what else the viewer can do, lighter acts first."""
    first = next_step(situation).act
    offered = [ACTS[name] for name, holds in _OTHERS if holds(situation)]
    return [act for act in offered if act is not first]
