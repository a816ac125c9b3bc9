"""What the API takes and gives."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, field_validator


class Strict(Schema):
    """A request body in which an unknown field is a mistake, not silence."""

    model_config = ConfigDict(extra="forbid")


class IdentifierShape(Schema):
    """A scheme (se_orgnr, lei, eu_tr, other) and a value."""

    scheme: str
    value: str


class ClientIn(Strict):
    """The client of a proposal."""

    name: str = Field(min_length=1, max_length=300)
    country: str = Field(default="", max_length=2)
    kind: Literal["organisation", "person"] = "organisation"
    identifiers: list[IdentifierShape] = Field(default_factory=list, max_length=20)
    sectors: list[str] = Field(default_factory=list, max_length=20)

    @field_validator("identifiers", mode="before")
    @classmethod
    def from_mapping(cls, value: Any) -> Any:  # noqa: ANN401 - whatever was sent
        """Take {"lei": "…"} for [{"scheme": "lei", "value": "…"}]."""
        if isinstance(value, dict):
            return [{"scheme": scheme, "value": each} for scheme, each in value.items()]
        return value


class PositionShape(Schema):
    """What the client wants in an issue: its Swedish or English name, and -2 to +2."""

    issue: str
    stance: int = Field(ge=-2, le=2)
    words: str = Field(default="", max_length=300)


class PartyIn(ClientIn):
    """Another party and its role."""

    role: Literal["intermediary", "principal", "adverse"]


class Further(Strict):
    """Everything of a proposal beyond the four required things."""

    origin: str | None = None
    purpose: str | None = None
    services: list[str] | None = None
    party_work: str | None = None
    intermediary: bool | None = None
    market: str | None = None
    geography: list[str] | None = None
    fee_estimate: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    question_to_colleagues: str | None = None
    may_ask_affected: bool | None = None
    public_title: str | None = None
    public_text: str | None = None
    team: list[str] | None = Field(default=None, description="e-mail addresses of colleagues")
    positions: list[PositionShape] | None = None
    parties: list[PartyIn] | None = None


class ProposalIn(Further):
    """The four required things, and whatever else is known."""

    client: ClientIn
    summary: str = Field(min_length=1, max_length=300)
    lobbying: Literal["yes", "no", "unsure"]
    responsible: str | None = Field(default=None, description="e-mail address; the caller when left out")


class ChangeIn(Further):
    """A change: a saved draft, or an amendment with its reason."""

    client: ClientIn | None = None
    summary: str | None = Field(default=None, max_length=300)
    lobbying: Literal["yes", "no", "unsure"] | None = None
    responsible: str | None = None
    reason: str = ""


class PersonOut(Schema):
    """A colleague."""

    email: str
    name: str


class MemberOut(PersonOut):
    """A colleague on the team, and whether they have given their word."""

    stands_behind: bool


class ClientOut(Schema):
    """The client, or nothing of it behind a mask."""

    id: UUID | None
    name: str | None
    identifiers: list[IdentifierShape]
    country: str


class ClearanceOut(Schema):
    """Permission to quote."""

    kind: str
    granted_at: datetime
    granted_by: str | None
    reasons: str


class QuestionOut(Schema):
    """A fact that would settle a finding."""

    fact: str
    question: str


class FindingOut(Schema):
    """What a rule of the policy says."""

    rule: str
    clause: str
    effect: str
    outcome: str
    due: str
    title: str
    sentence: str
    questions: list[QuestionOut]
    stands: bool


class HitOut(Schema):
    """A candidate and what a person made of it."""

    id: UUID
    kind: str
    name: str
    party_name: str
    source: str
    tier: str
    entity: str
    country: str
    score: float
    sentence: str
    features: list[Any]
    resolution: str | None


class ConditionOut(Schema):
    """Something a decision asked for."""

    id: UUID
    words: str
    due: str
    met_at: datetime | None


class RoundOut(Schema):
    """The valid circulation."""

    number: int
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None


class ViewpointOut(Schema):
    """What a colleague said."""

    by: str
    stance: str
    words: str
    at: datetime


class AssignmentOut(Schema):
    """An assignment as the caller may see it."""

    id: UUID
    version: int
    state: str
    masked: bool
    client: ClientOut
    summary: str
    responsible: PersonOut
    lobbying: str
    public_title: str
    public_text: str
    purpose: str
    services: list[str]
    party_work: str
    intermediary: bool | None
    market: str
    geography: list[str]
    fee_estimate: int | None
    starts_on: date | None
    ends_on: date | None
    question_to_colleagues: str
    may_ask_affected: bool | None
    team: list[MemberOut]
    findings: list[FindingOut]
    hits: list[HitOut]
    open_questions: list[QuestionOut]
    clearance: ClearanceOut | None
    conditions: list[ConditionOut]
    round: RoundOut | None
    viewpoints: list[ViewpointOut]
    openness_told_at: datetime | None
    openness_accepted_at: datetime | None
    missing_for_quote: list[dict[str, str]]
    public_address: str | None
    created_at: datetime
    changed_at: datetime


class AssignmentRow(Schema):
    """An assignment in a list."""

    id: UUID
    version: int
    state: str
    masked: bool
    client: ClientOut
    summary: str
    responsible: PersonOut
    lobbying: str
    changed_at: datetime


class AssignmentPage(Schema):
    """A page of the list, and how many there are that the caller may see."""

    items: list[AssignmentRow]
    count: int


class WordsIn(Strict):
    """Optional words."""

    words: str = ""


class ReasonIn(Strict):
    """A reason, or reasons."""

    reason: str = ""
    reasons: str = ""

    @property
    def text(self) -> str:
        """Return whichever was given."""
        return self.reasons or self.reason


class ViewpointIn(Strict):
    """A stance (support, take_part, concern, object) and optional words."""

    stance: str
    words: str = ""


class AnswerIn(Strict):
    """A fact's value, or why it cannot be had."""

    fact: str = Field(max_length=60)
    value: Any = None
    not_obtainable: str = ""
    source: str = ""


class ResolveIn(Strict):
    """What a person made of a hit."""

    hit: UUID
    outcome: Literal["not_the_same", "same_no_conflict", "conflict", "needs_consultation"]
    reason: str = ""


class ConditionIn(Strict):
    """A condition and when it is due."""

    words: str = Field(max_length=300)
    due: Literal["before_quote", "before_start"] = "before_quote"


class MeetIn(Strict):
    """Which condition is met, and what shows it."""

    condition: UUID
    evidence: str = Field(max_length=300)


class DecideIn(Strict):
    """The CEO's decision."""

    outcome: Literal["accept", "decline"]
    reasons: str = ""
    conditions: list[ConditionIn | str] = Field(default_factory=list, max_length=20)


class AcceptanceIn(Strict):
    """Who at the client accepted the openness requirement."""

    accepted_by: str = ""


class WithdrawIn(Strict):
    """Why the enquirer drew back."""

    because: Literal["openness", "policy", "other"] = "other"
    words: str = ""


class CloseIn(Strict):
    """A reason, where the CEO closes a window early."""

    reason: str = ""


class ShortenIn(Strict):
    """The new end of the window, and why."""

    closes_at: datetime
    reason: str = ""
