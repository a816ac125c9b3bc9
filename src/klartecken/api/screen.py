"""Looking a name up in the registers in use, without an assignment."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from klartecken.api.assignments.shapes import IdentifierShape
from klartecken.api.authentication import caller
from klartecken.registers.hit import Hit
from klartecken.registers.screen import Party, screen_party

router = Router(tags=["screening"])


class ScreenIn(Schema):
    """A party to look for."""

    name: str = Field(min_length=1, max_length=1000)
    other_names: list[str] = Field(default_factory=list, max_length=20)
    kind: str = "organisation"
    country: str = Field(default="", max_length=2)
    identifiers: list[IdentifierShape] = Field(default_factory=list, max_length=20)
    limit: int = Field(default=10, ge=1, le=50)


class FoundOut(Schema):
    """One candidate, how sure, and why."""

    id: str
    name: str
    score: float
    source: str
    snapshot: str
    country: str | None
    sentence: str
    sentence_en: str
    features: list[dict[str, Any]]


class ScreenOut(Schema):
    """Candidates, and what was and was not searched. The firm's own are never part of it: no oracle."""

    hits: list[FoundOut]
    searched: list[str]
    not_searched: list[str]


@router.post("", response=ScreenOut)
def screen(request: HttpRequest, body: ScreenIn) -> dict[str, Any]:
    """Search the registers in use for a party."""
    caller(request)
    identifiers = tuple((each.scheme, each.value) for each in body.identifiers)
    party = Party(
        name=body.name,
        names=tuple(body.other_names),
        kind=body.kind,
        country=body.country or None,
        identifiers=identifiers,
    )
    found = screen_party(party, home=settings.HOME, limit=body.limit)
    return {
        "hits": [_shown(hit) for hit in found.hits],
        "searched": [str(each) for each in found.searched],
        "not_searched": [str(each) for each in found.not_searched],
    }


def _shown(hit: Hit) -> dict[str, Any]:
    features = [
        {"feature": each.name, "value": each.value, "contribution": each.contribution, "meaning": each.meaning}
        for each in hit.features
    ]
    return {
        "id": str(hit.id),
        "name": hit.name,
        "score": hit.score,
        "source": hit.register,
        "snapshot": hit.snapshot,
        "country": hit.entity.country,
        "sentence": hit.sentence_sv,
        "sentence_en": hit.sentence_en,
        "features": features,
    }
