"""One story at every stage of the journey, and the years before."""

from datetime import datetime, timedelta

from klartecken.assignments import actions as assignments
from klartecken.circulation import actions as circulation
from klartecken.cli.demonstration import companies
from klartecken.cli.demonstration.stages import Said, Story, Teller, fresh, morning
from klartecken.deciding import actions as deciding

NORDVIND = Story(
    company=companies.NORDVIND,
    responsible="jonas",
    summary="Påverkansarbete om elnät på landsbygden",
    public_text=(
        "Vi hjälper Nordvind att visa hur små elproducenter på landsbygden kan stärka elnätet, "
        "och att föreslå enklare regler för anslutning."
    ),
    lobbying="yes",
    team=("ebba",),
    fields={
        "market": "Elproduktion",
        "question_to_colleagues": "Känner någon till de återstående ägarna?",
        "may_ask_affected": True,
        "services": ["Påverkansarbete"],
    },
    said=(
        Said("amina", "take_part", "En fråga jag brinner för. Jag kan gärna vara med."),
        Said("per", "concern", "Hur påverkar vårt arbete för nätbolaget? Har de tillfrågats?"),
        Said("maja", "object", "Jag vill veta vilka de okända ägarna är innan vi säger ja."),
    ),
)
LJUSGARDEN = Story(
    company=companies.LJUSGARDEN,
    responsible="sara",
    summary="Berätta om vardagen på tre nya äldreboenden",
    public_text="Vi hjälper Ljusgården att berätta hur boende, anhöriga och personal formar vardagen tillsammans.",
    said=(Said("olle", "support"),),
)
TALLMON = Story(
    company=companies.TALLMON,
    responsible="maja",
    summary="Tallmon förbereder en börsnotering",
    public_text="Vi hjälper Tallmon att berätta om sin forskning.",
)
KUSTLINJEN = Story(
    company=companies.KUSTLINJEN,
    responsible="ebba",
    summary="Lanseringen av vandrarhem som drivs av sol och vind",
    public_text="Vi hjälper Kustlinjen att berätta om vandrarhemmen och vad de betyder för skärgårdens liv.",
    said=(Said("tuomas", "support", "Äntligen."), Said("leila", "take_part", "Jag växte upp på en ö. Gärna!")),
)
SPELHORNAN = Story(
    company=companies.SPELHORNAN,
    responsible="per",
    summary="Ansvarsfullt spelande: ett program för information",
    public_text="Vi hjälper Spelhörnan att informera om ansvarsfullt spelande.",
    said=(
        Said("olle", "concern", "Kan programmet stå på egna ben, utan att sälja spel?"),
        Said("sara", "object", "Vi säger i policyn att spel är osannolikt. Jag ser inte vad som är annorlunda här."),
        Said("tuomas", "support", "Om vi kan minska skadorna gör vi nytta."),
    ),
)
LYKTAN = Story(
    company=companies.FOLKBILDARNA,
    responsible="amina",
    summary="Folkbildningens framtid: underlag och möten",
    public_text="Vi hjälper Lyktan att samla kunskap om vad folkbildningen betyder, och att möta dem som beslutar.",
    lobbying="yes",
    team=("jonas",),
)
ATERBRUKET = Story(
    company=companies.ATERBRUKET,
    responsible="tuomas",
    summary="Enklare regler för återbrukat byggmaterial",
    public_text="Vi hjälper Återbruket att föreslå regler som gör det enklare att bygga med återbrukat material.",
    lobbying="yes",
)
ONGOING = (
    Story(
        company=companies.CYKELFRAMJARNA,
        responsible="olle",
        summary="Säkra skolvägar i hela landet",
        public_text="Vi hjälper Cykla Mera att driva frågan om säkra cykelvägar till varje skola.",
        lobbying="yes",
    ),
    Story(
        company=companies.SKOLMATEN,
        responsible="sara",
        summary="Bättre skolmat: opinionsbildning inför budgeten",
        public_text="Vi hjälper Skolmatens Vänner att visa vad bra skolmat betyder för lärandet.",
        lobbying="yes",
        team=("olle",),
    ),
    Story(
        company=companies.VATTENRIKET,
        responsible="per",
        summary="Underhåll av vattenledningar: kunskap till kommunerna",
        public_text="Vi hjälper Vattenriket att sprida kunskap om hur ledningar kan underhållas innan de brister.",
        lobbying="yes",
    ),
    Story(
        company=companies.TREHUS,
        responsible="ebba",
        summary="Intern kommunikation under omställningen",
        public_text="Vi hjälper Trehus att föra samtalet med medarbetarna om omställningen till byggande i trä.",
    ),
    Story(
        company=companies.LANDSBYGDSBANKEN,
        responsible="jonas",
        summary="Årsredovisningen som medlemmarna läser",
        public_text="Vi hjälper Landsbygdsbanken att skriva en årsredovisning som medlemmarna vill läsa.",
    ),
)
FJALLSJO = Story(
    company=companies.FJALLSJO,
    responsible="amina",
    summary="Samråd om vattenkraftens miljöprövning",
    public_text="Vi hjälper Fjällsjö Kraft att föra samtalet om miljöprövning med dem som bor vid älven.",
)
ROKSIGNAL = Story(
    company=companies.ROKSIGNAL,
    responsible="per",
    summary="Lansering av en ny nikotinprodukt",
    public_text="",
    said=(Said("sara", "object", "Tobak och nikotin vill jag inte att vi lägger vår kraft på."),),
)
SJOVAGEN = Story(
    company=companies.DOLDA_VAGAR,
    responsible="maja",
    summary="Påverka detaljplanen utan att namnet syns",
    public_text="",
    lobbying="yes",
)


def tell(teller: Teller, *, now: datetime) -> None:
    """Tell every story, so that the firm of today stands at every stage of the journey."""
    _of_the_past(teller, now=now)
    _finished_otherwise(teller, now=now)
    _under_way(teller, now=now)
    _of_today(teller, now=now)


def _of_today(teller: Teller, *, now: datetime) -> None:
    teller.draft(
        Story(
            company=companies.STADSODLARNA,
            responsible="jonas",
            summary="Odling på taken: en kampanj för fler stadsodlingar",
            public_text="Vi hjälper Stadsodlarna att visa hur tak och gårdar kan bli odlingar.",
            lobbying="unsure",
        ),
        at=now - timedelta(hours=5),
    )
    teller.circulating(NORDVIND, at=now - timedelta(hours=4), speaking=now)
    teller.circulating(LJUSGARDEN, at=now - timedelta(hours=2), speaking=now)
    masked = teller.draft(TALLMON, at=now - timedelta(hours=9))
    circulation.request_mask(
        masked,
        by=teller.people["maja"],
        now=now - timedelta(hours=8),
        masked_summary="Ett läkemedelsbolag förbereder en större förändring av ägandet",
        reason="Uppgiften kan påverka en kommande börskurs.",
    )
    circulation.approve_mask(masked, by=teller.ceo, now=now - timedelta(hours=7))
    teller.send(fresh(masked), TALLMON, at=now - timedelta(hours=6))


def _under_way(teller: Teller, *, now: datetime) -> None:
    teller.closed(KUSTLINJEN, at=morning(now - timedelta(days=8)))
    teller.closed(SPELHORNAN, at=morning(now - timedelta(days=9)))
    lyktan, _ended = teller.cleared(LYKTAN, at=morning(now - timedelta(days=10)))
    assignments.tell_openness(lyktan, by=teller.people["amina"], now=now - timedelta(days=1))
    teller.quoted(ATERBRUKET, at=morning(now - timedelta(days=14)))
    for months, story in enumerate(ONGOING, start=2):
        teller.ongoing(story, at=morning(now - timedelta(days=30 * months)))
    fjallsjo, _started = teller.ongoing(FJALLSJO, at=morning(now - timedelta(days=120)))
    deciding.suspend(
        fjallsjo,
        by=teller.people["amina"],
        now=now - timedelta(days=5),
        reason="En ny ägare har tillkommit. Vi pausar tills ägandet är klarlagt.",
    )


def _finished_otherwise(teller: Teller, *, now: datetime) -> None:
    declined, _closed = teller.closed(ROKSIGNAL, at=morning(now - timedelta(days=20)))
    deciding.decide(
        fresh(declined),
        by=teller.ceo,
        now=now - timedelta(days=15),
        outcome="decline",
        reasons="Policyn talar emot nikotin, och ingen har visat vad som skulle väga tyngre.",
    )
    drew_back = teller.circulating(SJOVAGEN, at=morning(now - timedelta(days=25)))
    assignments.withdraw(
        drew_back,
        because="openness",
        words="Uppdragsgivaren ville inte synas på vår webbplats.",
        by=teller.people["maja"],
        now=now - timedelta(days=24),
    )


def _of_the_past(teller: Teller, *, now: datetime) -> None:
    consultants = ("jonas", "amina", "per", "maja", "ebba", "tuomas")
    for number, company in enumerate(companies.ENDED):
        story = Story(
            company=company,
            responsible=consultants[number % len(consultants)],
            summary="Kommunikation och opinionsbildning",
            public_text=f"Vi hjälpte {company.name} att nå fram med sina frågor.",
            lobbying="yes" if number % 2 else "no",
        )
        began = morning(now - timedelta(days=400 + 260 * number))
        teller.ended(story, at=began, lasting=timedelta(days=180))
