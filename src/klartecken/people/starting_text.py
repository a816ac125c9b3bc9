"""The undertaking a new installation starts with; the firm may write its own."""

from datetime import date

from klartecken.people.models import UndertakingText

STARTING_VERSION = 1

SWEDISH = """\
Den som anförtror oss en förfrågan ska kunna lita på att den stannar hos oss. Därför lovar jag följande.

1. Jag för inte vidare uppgifter om förfrågningar, möjliga uppdragsgivare och uppdrag som jag får del av i mitt \
arbete, om de inte är offentliga. Det gäller också vilka vi har tackat nej till och vilka som själva har avstått.

2. Jag använder uppgifterna bara i arbetet och inte för egen eller någon annans vinning. Jag handlar inte med \
värdepapper på grund av det jag har fått veta här.

3. Jag förvarar anteckningar och handlingar så att obehöriga inte kommer åt dem, och lämnar tillbaka eller förstör dem \
när de inte längre behövs.

4. Löftet gäller så länge uppgifterna inte är offentliga, även efter att jag har slutat.

Vad löftet aldrig hindrar

Förbindelsen inskränker inte min rätt att slå larm om missförhållanden enligt lagen (2021:890) om skydd för personer \
som rapporterar om missförhållanden: internt, till en myndighet eller genom att offentliggöra uppgifter på det sätt \
som lagen anger. Den inskränker inte heller den frihet som lagen ger mig att lämna uppgifter till myndigheter och till \
medier, att vittna eller att rådgöra med mitt fackliga ombud eller ett juridiskt ombud. Ingen får efterforska eller \
bestraffa den som använder de rättigheterna.

Vad jag samtidigt får veta

Jag får tacka nej till att arbeta i ett uppdrag utan att ange skäl. Synpunkter skriver jag om uppdraget, inte om min \
eller någon annans tro, hälsa eller partitillhörighet.
"""

ENGLISH = """\
Whoever confides an enquiry to us must be able to trust that it stays with us. I therefore promise the following.

1. I do not pass on information about enquiries, possible clients and assignments that I learn of in my work, unless \
it is public. This includes whom we have declined and who withdrew of their own accord.

2. I use the information for the work only, not for my own gain or anyone else's. I do not trade in securities because \
of what I have learnt here.

3. I keep notes and documents out of the reach of others, and return or destroy them when they are no longer needed.

4. The promise holds for as long as the information is not public, also after I have left.

What the promise never prevents

This undertaking does not restrict my right to report wrongdoing under the Swedish act (2021:890) on the protection of \
persons reporting irregularities: internally, to an authority, or by making information public in the way the act \
provides. Nor does it restrict the freedom that the law gives me to provide information to authorities and to the \
media, to testify, or to consult my trade union representative or a lawyer. Nobody may look for or punish a person who \
uses those rights.

What I am told at the same time

I may decline to work on an assignment without giving a reason. What I write in a viewpoint is about the assignment, \
not about my own or anybody else's belief, health or party.
"""


def starting_text(on: date) -> UndertakingText:
    """Return the starting text, in force from a day, without saving it."""
    return UndertakingText(version=STARTING_VERSION, in_force_from=on, text_sv=SWEDISH, text_en=ENGLISH)
