"""What a page or the API shows of a hit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from klartecken.registers.identifiers import normal_all
from klartecken.screening.models import Consultation, Hit, Resolution
from klartecken.screening.settled import is_open, needs_a_person, needs_second

KIND_WORDS: Mapping[str, str] = {
    Hit.Kind.REGISTER: gettext_noop("I register"),
    Hit.Kind.SANCTIONS: gettext_noop("Sanktionslista"),
    Hit.Kind.SAME: gettext_noop("Samma part"),
    Hit.Kind.AFFILIATED: gettext_noop("Närstående"),
    Hit.Kind.COMPETING: gettext_noop("Konkurrerande"),
    Hit.Kind.OPPOSING: gettext_noop("Motstridigt"),
    Hit.Kind.ADVERSE: gettext_noop("Motpart"),
}
OUTCOME_WORDS: Mapping[str, str] = {
    Resolution.Outcome.NOT_THE_SAME: gettext_noop("Inte samma"),
    Resolution.Outcome.SAME_NO_CONFLICT: gettext_noop("Samma, ingen konflikt"),
    Resolution.Outcome.CONFLICT: gettext_noop("Konflikt"),
    Resolution.Outcome.NEEDS_CONSULTATION: gettext_noop("Behöver samråd"),
}
ROLE_WORDS: Mapping[str, str] = {
    "client": gettext_noop("uppdragsgivare"),
    "intermediary": gettext_noop("förmedlare"),
    "principal": gettext_noop("huvudman"),
    "adverse": gettext_noop("motpart"),
    "owner": gettext_noop("ägare"),
}
REGISTER_WORDS: Mapping[str, str] = {
    "own": gettext_noop("egna uppdrag"),
    "gleif": "GLEIF",
    "eu": gettext_noop("EU:s sanktionslista"),
    "un": gettext_noop("FN:s sanktionslista"),
    "ofac": gettext_noop("USA:s sanktionslista"),
    "uk": gettext_noop("Storbritanniens sanktionslista"),
}
SHARED_WORDS: Mapping[str, str] = {
    "party": gettext_noop("part"),
    "identifier": gettext_noop("nummer"),
    "name": gettext_noop("namn"),
    "owner": gettext_noop("ägare"),
    "common_owner": gettext_noop("gemensam ägare"),
    "sector": gettext_noop("bransch"),
    "geography": gettext_noop("marknad"),
    "service": gettext_noop("tjänst"),
    "position": gettext_noop("ståndpunkt"),
    "adverse": gettext_noop("motpart"),
    "adverse_group": gettext_noop("motpartens koncern"),
    "group": gettext_noop("koncern"),
}
STATE_WORDS: Mapping[str, str] = {
    "draft": gettext_noop("ett utkast"),
    "circulating": gettext_noop("ett förslag ute hos kollegorna"),
    "escalated": gettext_noop("ett förslag hos vd"),
    "cleared": gettext_noop("ett förslag med klartecken"),
    "quoted": gettext_noop("en lämnad offert"),
    "ongoing": gettext_noop("ett pågående uppdrag"),
    "suspended": gettext_noop("ett vilande uppdrag"),
    "ended": gettext_noop("ett avslutat uppdrag"),
    "declined": gettext_noop("en förfrågan som vi avböjde"),
    "withdrawn": gettext_noop("en förfrågan som drogs tillbaka"),
}
TAKEN_OVER = frozenset({"lei", "se_orgnr"})
LIKELY, POSSIBLE = 0.8, 0.5


def _known(value: str) -> str:
    """What the conflict check writes as a question mark is not known."""
    return _("okänt") if value == "?" else value


def numbers_in(evidence: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The numbers of a register's entry that the firm keeps: LEI and organisation number."""
    numbers = normal_all((str(scheme), str(value)) for scheme, value in evidence.get("identifiers", ()))
    return sorted(number for number in numbers if number[0] in TAKEN_OVER)


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit with what people have made of it."""

    hit: Hit
    resolution: Resolution | None
    earlier: Resolution | None = None
    consultations: tuple[Consultation, ...] = ()

    @property
    def pk(self) -> UUID:
        """The hit's id."""
        return self.hit.pk

    @property
    def id(self) -> UUID:
        """The hit's id."""
        return self.hit.pk

    @property
    def kind(self) -> str:
        """What kind of hit it is."""
        return self.hit.kind

    @property
    def kind_words(self) -> str:
        """The kind in the reader's language."""
        return _(KIND_WORDS[self.hit.kind])

    @property
    def name(self) -> str:
        """Whom we found."""
        return self.hit.name

    @property
    def party_name(self) -> str:
        """Whom we asked about."""
        return self.hit.party_name

    @property
    def role_words(self) -> str:
        """In which role the party was asked about."""
        return _(ROLE_WORDS.get(self.hit.role, self.hit.role)) if self.hit.role else ""

    @property
    def register(self) -> str:
        """Where it was found."""
        return self.hit.register

    @property
    def register_words(self) -> str:
        """Where it was found, in words."""
        name = self.hit.tier if self.hit.kind == Hit.Kind.SANCTIONS else self.hit.register
        return _(REGISTER_WORDS[name]) if name in REGISTER_WORDS else name

    @property
    def tier(self) -> str:
        """Which sanctions list."""
        return self.hit.tier

    @property
    def entity(self) -> str:
        """What the register calls whom we found."""
        return self.hit.entity

    @property
    def country(self) -> str:
        """Country of establishment, as the register says."""
        return self.hit.country

    @property
    def score(self) -> float:
        """How likely, or how strong, from 0 to 1."""
        return self.hit.score

    @property
    def features(self) -> list[dict[str, Any]]:
        """What counted for and against."""
        features: list[dict[str, Any]] = self.hit.features
        return features

    @property
    def sentence(self) -> str:
        """Why it is a hit, in the reader's language."""
        english = (get_language() or "sv").startswith("en")
        return self.hit.sentence_en if english else self.hit.sentence_sv

    @property
    def strength(self) -> str:
        """How likely in a word."""
        if self.hit.score >= LIKELY:
            return _("trolig")
        return _("möjlig") if self.hit.score >= POSSIBLE else _("svag")

    @property
    def outcome(self) -> str | None:
        """What a person has made of it, if it stands."""
        return None if self.resolution is None else str(self.resolution.outcome)

    @property
    def outcome_words(self) -> str:
        """The judgement in the reader's language."""
        return _(OUTCOME_WORDS[self.resolution.outcome]) if self.resolution else ""

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it."""
        return is_open(self.hit, self.resolution)

    @property
    def is_question(self) -> bool:
        """Whether it is more than evidence of who somebody is."""
        return needs_a_person(self.hit)

    @property
    def waits_for_second(self) -> bool:
        """Whether one person has looked at it and another is to."""
        return self.resolution is not None and self.is_open and needs_second(self.hit)

    @property
    def needs_two(self) -> bool:
        """Whether two people look at it."""
        return needs_second(self.hit)

    @property
    def is_unclaimed(self) -> bool:
        """Whether the register gives numbers that the party does not have, so that a person can take them over."""
        if self.hit.party is None:
            return False
        known = {(each.scheme, each.value) for each in self.hit.party.identifiers.all()}
        return bool(set(numbers_in(self.hit.evidence)) - known)

    @property
    def identifiers(self) -> str:
        """The numbers that the register gives."""
        return ", ".join(str(value) for _scheme, value in self.hit.evidence.get("identifiers", ()))

    @property
    def other_names(self) -> str:
        """Other names that the register gives."""
        return ", ".join(self.hit.evidence.get("names", ())[:6])

    @property
    def programmes(self) -> str:
        """What the register adds: why somebody is listed, where they are, what they are."""
        extra = self.hit.evidence.get("extra", {})
        return ", ".join(str(value) for key, value in extra.items() if key != "list" and isinstance(value, str))

    @property
    def shared(self) -> list[tuple[str, str, str]]:
        """What the two cases have in common or apart: what it is, and how it stands on each side."""
        return [
            (_(SHARED_WORDS.get(what.partition(":")[0], what)), _known(first), _known(second))
            for what, first, second in self.hit.evidence.get("shared", ())
        ]

    @property
    def talk_to(self) -> str:
        """Whom to talk to about the other side."""
        if self.hit.other is not None:
            return self.hit.other.responsible.name
        return self.hit.prospect.owner.name if self.hit.prospect is not None else ""

    @property
    def other_words(self) -> str:
        """What the other side is: an assignment and how it stands, or somebody's garden."""
        if self.hit.prospect is not None:
            return _("någons drömkund eller förfrågan")
        return _(STATE_WORDS[self.hit.other.state]) if self.hit.other is not None else ""

    @property
    def counting(self) -> list[tuple[str, float]]:
        """What spoke for and against that the names are the same party's, the heaviest first."""
        words = [(str(each.get("meaning") or each["feature"]), float(each["contribution"])) for each in self.features]
        return sorted(words, key=lambda each: -abs(each[1]))[:8]

    @property
    def is_hidden(self) -> bool:
        """Whether only the conflict resolver sees it."""
        return self.hit.for_resolver_only

    @property
    def tag(self) -> str:
        """The hit in a word or two."""
        if self.resolution and not self.is_open:
            return self.outcome_words
        return _("Att bedöma") if self.is_question else _("Underlag")

    @property
    def tag_kind(self) -> str:
        """The colour of the word, as components/tag.html names it."""
        if not self.is_question:
            return "plain"
        if self.is_open:
            return "ask"
        return "no" if self.outcome in {"conflict", "needs_consultation"} else ""
