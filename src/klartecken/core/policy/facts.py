"""The published schema of facts: everything that a rule may ask about a case."""

from collections.abc import Mapping
from types import MappingProxyType

from klartecken.core.policy.values import Answer, Fact, FactType, Origin, Text

YES_NO_UNSURE = MappingProxyType(
    {"yes": Text("Ja", "Yes"), "no": Text("Nej", "No"), "unsure": Text("Osäker", "Not sure")}
)
PARTY_WORK = MappingProxyType(
    {
        "none": Text("Nej", "No"),
        "single_issue": Text("En sakfråga", "A single issue"),
        "course_or_talk": Text("En kurs eller ett föredrag", "A course or a talk"),
        "election_campaign": Text("En valrörelse för ett parti", "An election campaign for one party"),
        "standing_one_party": Text(
            "Löpande arbete för ett parti, så att andra stängs ute",
            "Standing work for one party that excludes the others",
        ),
    }
)
ENVIRONMENT = MappingProxyType(
    {
        "active": Text("Ja, uppdragsgivaren tar ett aktivt ansvar", "Yes, the client takes active responsibility"),
        "none": Text("Nej, vi ser inget aktivt ansvar", "No, we see no active responsibility"),
    }
)
SANCTIONS_LISTS = MappingProxyType(
    {
        "eu": Text("EU", "the EU"),
        "un": Text("FN", "the UN"),
        "ofac": Text("USA (OFAC)", "the US (OFAC)"),
        "uk": Text("Storbritannien", "the UK"),
    }
)
CONFLICT_KINDS = MappingProxyType(
    {
        "same": Text("samma uppdragsgivare", "the same client"),
        "affiliated": Text("samma koncern", "the same group"),
        "competing": Text("konkurrerande uppdrag", "competing assignments"),
        "opposing": Text("motstridiga ståndpunkter", "opposing positions"),
        "adverse": Text("motpart", "a counterpart"),
    }
)


def _asked(name: str, label: Text, question: Text, **how: object) -> Fact:
    """A yes-or-no fact that a person is asked for."""
    return Fact(name, FactType.BOOL, Origin.ASKED, label, question, Answer.YES_NO, **how)  # type: ignore[arg-type]


def _computed(
    name: str, kind: FactType, label: Text, *, is_share: bool = False, words: Mapping[str, Text] | None = None
) -> Fact:
    return Fact(name, kind, Origin.COMPUTED, label, choices=words or MappingProxyType({}), is_share=is_share)


THE_ASSIGNMENT = (
    Fact(
        "lobbying",
        FactType.STRING,
        Origin.ASKED,
        Text("lobbying", "lobbying"),
        Text(
            "Är uppdraget lobbying, alltså arbete med politisk påverkan?",
            "Is this lobbying, work with political influence?",
        ),
        Answer.CHOICE,
        YES_NO_UNSURE,
        unsure="unsure",
    ),
    Fact(
        "services",
        FactType.STRINGS,
        Origin.ASKED,
        Text("tjänster", "services"),
        Text("Vilka tjänster ingår?", "Which services are included?"),
        Answer.LIST,
    ),
    Fact(
        "fee_estimate",
        FactType.DOUBLE,
        Origin.ASKED,
        Text("uppskattat arvode", "estimated fee"),
        Text("Ungefär hur stort blir arvodet, i kronor?", "Roughly how large is the fee, in kronor?"),
        Answer.NUMBER,
    ),
    Fact(
        "one_off_kind",
        FactType.STRING,
        Origin.ASKED,
        Text("slag av engångsuppdrag", "kind of one-off work"),
        Text("Är det ett engångsuppdrag, och av vilket slag?", "Is it one-off work, and of which kind?"),
        Answer.TEXT,
    ),
    Fact(
        "party_work",
        FactType.STRING,
        Origin.ASKED,
        Text("arbete åt ett politiskt parti", "work for a political party"),
        Text(
            "Är det arbete åt ett politiskt parti, och i så fall vilket slags?",
            "Is it work for a political party, and of which kind?",
        ),
        Answer.CHOICE,
        PARTY_WORK,
    ),
    _asked(
        "political_advertising",
        Text("politisk reklam", "political advertising"),
        Text(
            "Ingår politisk reklam, alltså betalda budskap som ska påverka ett val eller en lagstiftning?",
            "Does it include political advertising: paid messages meant to influence an election or legislation?",
        ),
    ),
    _asked(
        "political_advertising_marked",
        Text("märkning av politisk reklam", "marking of political advertising"),
        Text(
            "Är den politiska reklamen märkt och dess öppenhetsmeddelande klart?",
            "Is the political advertising marked, and its transparency notice ready?",
        ),
    ),
    _asked(
        "intermediary",
        Text("mellanhand", "intermediary"),
        Text("Kommer uppdraget genom en mellanhand?", "Does the assignment come through an intermediary?"),
    ),
    _asked(
        "principal_named",
        Text("den verkliga uppdragsgivaren namngiven", "the principal named"),
        Text(
            "Är den som mellanhanden företräder namngiven i uppdraget?",
            "Is the one whom the intermediary represents named in the assignment?",
        ),
    ),
    _asked(
        "openness_told",
        Text("öppenhetskravet berättat", "the openness requirement told"),
        Text(
            "Har ni berättat om öppenhetskravet för uppdragsgivaren?",
            "Has the client been told of the openness requirement?",
        ),
    ),
    _asked(
        "openness_accepted",
        Text("öppenhetskravet godkänt", "the openness requirement accepted"),
        Text("Har uppdragsgivaren godkänt öppenhetskravet?", "Has the client accepted the openness requirement?"),
    ),
    _asked(
        "anonymous_or_hidden_sender",
        Text("anonym eller dold avsändare", "anonymous or hidden sender"),
        Text(
            "Vill uppdragsgivaren ha anonyma konton, falska avsändare eller liknande?",
            "Does the client want anonymous accounts, fake senders or the like?",
        ),
    ),
    _asked(
        "hidden_client",
        Text("hemlig uppdragsgivare", "hidden client"),
        Text(
            "Vill uppdragsgivaren att det hålls hemligt för vem vi arbetar?",
            "Does the client want it kept secret for whom we work?",
        ),
    ),
)

THE_CLIENT = (
    Fact(
        "client_country",
        FactType.STRING,
        Origin.ASKED,
        Text("etableringsland", "country of establishment"),
        Text(
            "I vilket land är uppdragsgivaren etablerad? (landskod, till exempel SE)",
            "In which country is the client established? (a code such as SE)",
        ),
        Answer.TEXT,
    ),
    Fact(
        "client_sectors",
        FactType.STRINGS,
        Origin.ASKED,
        Text("bransch", "sector"),
        Text(
            "I vilken bransch verkar uppdragsgivaren? (SNI- eller NACE-kod)",
            "In which sector is the client active? (SNI or NACE code)",
        ),
        Answer.LIST,
    ),
    Fact(
        "environment_evidence",
        FactType.STRING,
        Origin.ASKED,
        Text("miljöansvar", "environmental responsibility"),
        Text(
            "Tar uppdragsgivaren ett aktivt miljöansvar, till exempel med mål, planer och redovisning?",
            "Does the client take active environmental responsibility, for example by targets, plans and reporting?",
        ),
        Answer.CHOICE,
        ENVIRONMENT,
    ),
    _asked(
        "ownership_remainder_examined",
        Text("okänt ägande utrett", "unknown ownership examined"),
        Text(
            "Är det utrett vilka som äger den del vars ägare inte är kända?",
            "Has it been examined who holds the part whose owners are unknown?",
        ),
    ),
    _asked(
        "service_to_russian_government_or_entity",
        Text("tjänst åt ryska staten eller bolag i Ryssland", "service to the Russian state or entities in Russia"),
        Text(
            "Går tjänsten, direkt eller indirekt, till ryska staten eller ett bolag i Ryssland?",
            "Does the service go, directly or indirectly, to the Russian state or an entity in Russia?",
        ),
    ),
    _asked(
        "service_to_belarus_government_or_entity",
        Text("tjänst åt belarusiska staten", "service to the Belarusian state"),
        Text(
            "Går tjänsten, direkt eller indirekt, till belarusiska staten eller någon som handlar för den?",
            "Does the service go, directly or indirectly, to the Belarusian state or anyone acting for it?",
        ),
    ),
)

THE_OWNERSHIP = (
    _computed("ownership_known_share", FactType.DOUBLE, Text("känt ägande", "known ownership"), is_share=True),
    _computed("ownership_unknown_share", FactType.DOUBLE, Text("okänt ägande", "unknown ownership"), is_share=True),
    _computed("ownership_by_country", FactType.SHARES, Text("ägande per land", "ownership by country"), is_share=True),
    _computed("controlled_from", FactType.STRINGS, Text("länder med kontroll", "countries in control")),
    _computed("state_controlled", FactType.BOOL, Text("statlig kontroll", "state control")),
    _computed(
        "beneficial_owner_is_person",
        FactType.BOOL,
        Text("verklig huvudman är en person", "a person is the beneficial owner"),
    ),
)

THE_SCREENING = (
    _computed(
        "sanctions_confirmed",
        FactType.STRINGS,
        Text("bekräftade sanktionsträffar", "confirmed sanctions hits"),
        words=SANCTIONS_LISTS,
    ),
    _computed(
        "sanctions_owned_or_controlled",
        FactType.BOOL,
        Text("ägs eller kontrolleras av listade", "owned or controlled by listed parties"),
    ),
    _computed(
        "other_list_hits",
        FactType.STRINGS,
        Text("träffar på andra länders listor", "hits on other countries' lists"),
        words=SANCTIONS_LISTS,
    ),
    _computed("open_hits", FactType.INT, Text("träffar som ingen bedömt", "hits that nobody has settled")),
    _computed(
        "conflict_kinds", FactType.STRINGS, Text("bekräftade konflikter", "confirmed conflicts"), words=CONFLICT_KINDS
    ),
    _computed("consultations_missing", FactType.INT, Text("samråd som saknas", "consultations missing")),
    _computed("consultations_expired", FactType.INT, Text("samråd som gått ut", "consultations expired")),
)

FACTS = MappingProxyType({fact.name: fact for fact in (*THE_ASSIGNMENT, *THE_CLIENT, *THE_OWNERSHIP, *THE_SCREENING)})
"""Every published fact by name. A rulebook may add its own, which are asked of people."""
