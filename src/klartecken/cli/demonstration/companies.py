"""The invented clients of the demonstration's stories: none of them exists."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from klartecken.parties import actions as parties
from klartecken.parties.models import Party
from klartecken.people.models import Person


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns how much of an invented company."""

    name: str
    country: str
    share: str  # a fraction of one, as text


@dataclass(frozen=True, slots=True)
class Company:
    """An organisation that was made up."""

    name: str
    sector: str
    country: str = "SE"
    owners: tuple[Owner, ...] = field(default=())


NORDVIND = Company(
    "Nordvind Bioenergi AB",
    "35.110",
    owners=(Owner("Åkerbruket Energi AB", "SE", "0.52"), Owner("Hai Feng Holdings Ltd", "CN", "0.30")),
)
LJUSGARDEN = Company("Ljusgården Omsorg AB", "87.301")
TALLMON = Company("Tallmon Läkemedel AB", "21.200")
KUSTLINJEN = Company("Kustlinjens Vandrarhem AB", "55.201")
SPELHORNAN = Company("Spelhörnan Online AB", "92.000")
FOLKBILDARNA = Company("Studieförbundet Lyktan", "85.592")
ATERBRUKET = Company("Återbruket Bygg i Norden AB", "38.320")
FJALLSJO = Company("Fjällsjö Kraft AB", "35.110", owners=(Owner("Fjällsjö Invest AB", "SE", "1"),))
ROKSIGNAL = Company("Röksignal Nikotin AB", "12.000")
DOLDA_VAGAR = Company("Sjövägens Förvaltning AB", "68.320")
CYKELFRAMJARNA = Company("Riksförbundet Cykla Mera", "94.991")
STADSODLARNA = Company("Stadsodlarna i Mälardalen", "01.130")
SKOLMATEN = Company("Skolmatens Vänner", "94.990")
VATTENRIKET = Company("Vattenriket Teknik AB", "36.002")
TREHUS = Company("Trehus Industrier AB", "16.232")
LANDSBYGDSBANKEN = Company("Landsbygdsbanken ek. för.", "64.190")

ENDED = (
    Company("Grannsamverkan Norr", "94.990"),
    Company("Lärkans Förskolor AB", "85.100"),
    Company("Havsnära Musselodling AB", "03.210"),
    Company("Digitala Arkivet i Väst AB", "63.110"),
    Company("Rörligt Liv Hjälpmedel AB", "32.501"),
    Company("Bokbussarnas Förening", "91.012"),
    Company("Ängsmarkens Mejeri ek. för.", "10.511"),
    Company("Säkra Spår Underhåll AB", "33.170"),
    Company("Ungas Röst i Norrbotten", "94.990"),
    Company("Klimatsmarta Kök AB", "31.020"),
    Company("Hantverksgillet i Dalarna", "94.112"),
    Company("Solsidans Vårdcentraler AB", "86.211"),
)


def register(company: Company, *, by: Person, now: datetime) -> Party:
    """Make an invented company, and its invented owners, known to the firm."""
    party = parties.register(
        name=company.name, country=company.country, sectors=(("SNI2007", company.sector),), by=by, now=now
    )
    for owner in company.owners:
        holder = parties.register(name=owner.name, country=owner.country, by=by, now=now)
        parties.state_owner(
            party,
            holder,
            share=Decimal(owner.share),
            controls=None,
            source="Påhittad aktiebok",
            stated_on=date(now.year, 1, 1),
            asserter=by.name,
            by=by,
            now=now,
        )
    return party
