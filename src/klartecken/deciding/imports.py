"""Bringing in the assignments that a firm has already: ongoing and ended, cleared before Klartecken.

It stands in this room because only `deciding` grants clearance. Ongoing lobbying is published in the same step.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from klartecken.assignments.actions.taking_over import take_over
from klartecken.assignments.models import Assignment, Clearance, Lobbying
from klartecken.circulation.models import Round
from klartecken.core.refusals import Invalid
from klartecken.ledger.actions import record, step
from klartecken.parties import actions as parties
from klartecken.parties import checks, countries, identifiers, importing, tables
from klartecken.parties.folding import folded
from klartecken.parties.importing import Column, Preview, Progress, Stored
from klartecken.parties.models import Identifier, Party
from klartecken.people import permissions
from klartecken.people.models import Person

LONGEST_SUMMARY, LONGEST_TITLE, LONGEST_TEXT = 300, 200, 5000

COLUMNS: Final = (
    Column(
        "client",
        _("Uppdragsgivare"),
        "uppdragsgivare kund kundnamn client clientname customer companyname "
        "associatedcompany organization organizationname dealorganization accountname account namn foretag",
        required=True,
    ),
    Column("se_orgnr", _("Organisationsnummer"), "orgnr organisationsnummer organizationnumber orgnumber"),
    Column("country", _("Land"), "land country countryregion billingcountry"),
    Column(
        "summary",
        _("Vad uppdraget gäller"),
        "sammanfattning beskrivning uppdrag summary description dealname dealtitle title opportunityname name",
        required=True,
    ),
    Column(
        "responsible",
        _("Kundansvarig"),
        "kundansvarig ansvarig responsible owner dealowner "
        "opportunityowner companyowner epost owneremail ansvarigepost",
        required=True,
    ),
    Column("lobbying", _("Lobbying"), "lobbying lobby lobbyuppdrag islobbying", required=True),
    Column(
        "started_on",
        _("Start"),
        "start startdatum startade started startedon startdate wontime closedate dealclosedate",
        required=True,
    ),
    Column("ended_on", _("Slut"), "slut slutdatum avslutad ended endedon enddate"),
    Column("public_title", _("Publik rubrik"), "publikrubrik rubrik publictitle"),
    Column("public_text", _("Publik text"), "publiktext publictext webbtext"),
)
_YES: Final = frozenset({"ja", "yes", "y", "j", "true", "1", "x", "sant"})
_NO: Final = frozenset({"nej", "no", "n", "false", "0", "falskt"})


class UnknownColleague(Invalid):
    """The responsible consultant is named by nobody's address or name."""

    code = "unknown_colleague"
    message = _("Ingen kollega har den adressen eller det namnet. Bjud in personen först, eller rätta stavningen.")


class NotYesOrNo(Invalid):
    """Whether it is lobbying must be plain for work that is going on."""

    code = "not_yes_or_no"
    message = _("Skriv ja eller nej.")


class StartsInTheFuture(Invalid):
    """What has not begun is proposed, not brought in."""

    code = "starts_in_the_future"
    message = _("Startdagen ligger framåt. Det som inte har börjat föreslås på vanligt sätt.")


class StartedSinceKlartecken(Invalid):
    """What began after the firm's first circulation has no way round the quote gate."""

    code = "started_since_klartecken"
    message = _("Startdagen ligger efter ert första förslag i Klartecken. Föreslå uppdraget på vanligt sätt.")


class EndsBeforeItStarts(Invalid):
    """The period is backwards."""

    code = "ends_before_it_starts"
    message = _("Uppdraget slutar innan det börjar. Rätta något av datumen.")


class EndsInTheFuture(Invalid):
    """What ends later is still going on."""

    code = "ends_in_the_future"
    message = _("Slutdagen ligger framåt. Lämna den tom: uppdraget pågår än.")


class WordsTooLong(Invalid):
    """A text is longer than its field."""

    code = "words_too_long"
    message = _("Texten är för lång (högst 300 tecken, den publika texten 5 000).")


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment as a row says it, checked."""

    client: str
    number: str
    country: str
    summary: str
    responsible: Person
    lobbying: str
    started_on: date
    ended_on: date | None
    public_title: str
    public_text: str


def read(
    path: Path | bytes, mapping: Mapping[str, str] | None = None, *, now: datetime | None = None
) -> Preview[AssignmentRow]:
    """Read a table of assignments without storing anything; without a mapping, the columns are guessed."""
    table = tables.read(path)
    columns = importing.chosen(COLUMNS, table, mapping)
    if any(column.required and column.name not in columns for column in COLUMNS):
        return Preview(table.headings, columns, len(table.lines), table.lines[: importing.SAMPLE], (), ())
    return importing.previewed(table, columns, _Reader(today=timezone.localdate(now)))


def store(preview: Preview[AssignmentRow], by: Person, now: datetime, *, progress: Progress = iter) -> Stored:
    """Bring in the good rows of a preview, all or none; rows brought in before are passed over."""
    permissions.administrator_only(by, now=now)
    importing.check_mapped(COLUMNS, preview.mapping)
    if not preview.rows:
        raise importing.NothingToImport(field="file")
    new = 0
    with step():
        clients, known = _Clients(by=by, now=now), _taken_over()
        for _line, row in progress(preview.rows):
            if (folded(row.client), row.summary, row.started_on) in known:
                continue
            _take_over(row, clients, by=by, now=now)
            new += 1
    return Stored(new=new, known=len(preview.rows) - new)


class _Reader:
    """Reads rows one by one with the colleagues at hand."""

    def __init__(self, *, today: date) -> None:
        """Fetch the colleagues once."""
        self.today = today
        self.first_round = Round.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
        self.seen: set[tuple[str, str, date]] = set()
        working = list(Person.objects.filter(is_active=True))
        self.colleagues = {person.email.lower(): person for person in working}
        names = [folded(person.name) for person in working]
        self.colleagues |= {folded(each.name): each for each in working if names.count(folded(each.name)) == 1}

    def __call__(self, cells: Mapping[str, str]) -> tuple[AssignmentRow | None, list[Invalid]]:
        """Return an assignment's row, or everything that is wrong with it."""
        values, refusals = importing.gathered(self._readings(cells))
        refusals += _backwards(values, today=self.today) or self._since_klartecken(values)
        if refusals:
            return None, refusals
        key = (folded(values["client"]), values["summary"], values["started_on"])
        if key in self.seen:
            return None, [importing.TwiceInTheFile(field="client")]
        self.seen.add(key)
        return AssignmentRow(**values), []

    def _since_klartecken(self, values: Mapping[str, object]) -> list[Invalid]:
        start = values.get("started_on")
        if self.first_round is None or not isinstance(start, date) or start <= timezone.localdate(self.first_round):
            return []
        return [StartedSinceKlartecken(field="started_on")]

    def _readings(self, cells: Mapping[str, str]) -> dict[str, Callable[[], object]]:
        number = cells.get("se_orgnr", "")
        return {
            "client": lambda: checks.name(importing.needed(cells["client"])),
            "number": lambda: identifiers.check(Identifier.Scheme.SE_ORGNR, number) if number else "",
            "country": lambda: countries.read(cells.get("country", "")),
            "summary": lambda: _words(importing.needed(cells["summary"]), LONGEST_SUMMARY),
            "responsible": lambda: self._colleague(importing.needed(cells["responsible"])),
            "lobbying": lambda: _yes_or_no(cells["lobbying"]),
            "started_on": lambda: importing.day(importing.needed(cells["started_on"])),
            "ended_on": lambda: importing.day(cells.get("ended_on", "")),
            "public_title": lambda: _words(cells.get("public_title", ""), LONGEST_TITLE),
            "public_text": lambda: _words(cells.get("public_text", ""), LONGEST_TEXT),
        }

    def _colleague(self, written: str) -> Person:
        found = self.colleagues.get(written.lower()) or self.colleagues.get(folded(written))
        if found is None:
            raise UnknownColleague
        return found


class _Clients:
    """The parties of one import: each client once, whatever the number of its assignments."""

    def __init__(self, *, by: Person, now: datetime) -> None:
        """Begin with the parties that the same person has brought in before."""
        self.by, self.now = by, now
        self.found: dict[str, Party] = {}
        for party in Party.objects.filter(created_by=by).prefetch_related("identifiers"):
            numbers = [each.value for each in party.identifiers.all() if each.scheme == Identifier.Scheme.SE_ORGNR]
            self.found |= dict.fromkeys([*numbers, folded(party.name)], party)

    def of(self, row: AssignmentRow) -> Party:
        """Return the party of a row, registering it where it is new."""
        key = row.number or folded(row.client)
        if key not in self.found:
            numbers = [(Identifier.Scheme.SE_ORGNR.value, row.number)] if row.number else []
            country = row.country or ("SE" if row.number else "")
            self.found[key] = parties.register(
                name=row.client, country=country, identifiers=numbers, by=self.by, now=self.now
            )
        return self.found[key]


def _take_over(row: AssignmentRow, clients: _Clients, *, by: Person, now: datetime) -> None:
    assignment = take_over(
        client=clients.of(row),
        responsible=row.responsible,
        started_on=row.started_on,
        ended_on=row.ended_on,
        summary=row.summary,
        lobbying=row.lobbying,
        public_title=row.public_title,
        public_text=row.public_text,
        by=by,
        now=now,
    )
    if row.ended_on is None:
        record("deciding.taken_over", subject=assignment.pk, actor=by.pk, now=now)


def _taken_over() -> set[tuple[str, str, date | None]]:
    before = Assignment.objects.filter(clearance__kind=Clearance.Kind.BEFORE_KLARTECKEN)
    return set(before.values_list("client__search_name", "summary", "starts_on"))


def _backwards(values: Mapping[str, object], *, today: date) -> list[Invalid]:
    start, end = values.get("started_on"), values.get("ended_on")
    refusals: list[Invalid] = []
    if isinstance(start, date) and start > today:
        refusals.append(StartsInTheFuture(field="started_on"))
    if isinstance(end, date) and end > today:
        refusals.append(EndsInTheFuture(field="ended_on"))
    if isinstance(start, date) and isinstance(end, date) and end < start:
        refusals.append(EndsBeforeItStarts(field="ended_on"))
    return refusals


def _yes_or_no(cell: str) -> str:
    plain = folded(cell)
    if plain in _YES:
        return Lobbying.YES.value
    if plain in _NO:
        return Lobbying.NO.value
    raise NotYesOrNo


def _words(cell: str, longest: int) -> str:
    if len(cell) > longest:
        raise WordsTooLong
    return cell
