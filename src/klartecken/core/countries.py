"""What countries are called in running text; a code without a name here is told as its code."""

from types import MappingProxyType

_NAMES = """
AE Förenade Arabemiraten/United Arab Emirates|AL Albanien/Albania|AM Armenien/Armenia|AR Argentina/Argentina
AT Österrike/Austria|AU Australien/Australia|AX Åland/Åland|AZ Azerbajdzjan/Azerbaijan
BA Bosnien och Hercegovina/Bosnia and Herzegovina|BD Bangladesh/Bangladesh|BE Belgien/Belgium|BG Bulgarien/Bulgaria
BM Bermuda/Bermuda|BR Brasilien/Brazil|BS Bahamas/the Bahamas|BY Belarus/Belarus|CA Kanada/Canada
CH Schweiz/Switzerland|CL Chile/Chile|CN Kina/China|CO Colombia/Colombia|CU Kuba/Cuba|CY Cypern/Cyprus
CZ Tjeckien/Czechia|DE Tyskland/Germany|DK Danmark/Denmark|DZ Algeriet/Algeria|EE Estland/Estonia|EG Egypten/Egypt
ES Spanien/Spain|ET Etiopien/Ethiopia|FI Finland/Finland|FO Färöarna/the Faroe Islands|FR Frankrike/France
GB Storbritannien/the United Kingdom|GE Georgien/Georgia|GG Guernsey/Guernsey|GI Gibraltar/Gibraltar
GL Grönland/Greenland|GR Grekland/Greece|HK Hongkong/Hong Kong|HR Kroatien/Croatia|HU Ungern/Hungary
ID Indonesien/Indonesia|IE Irland/Ireland|IL Israel/Israel|IM Isle of Man/the Isle of Man|IN Indien/India
IQ Irak/Iraq|IR Iran/Iran|IS Island/Iceland|IT Italien/Italy|JE Jersey/Jersey|JO Jordanien/Jordan|JP Japan/Japan
KE Kenya/Kenya|KG Kirgizistan/Kyrgyzstan|KP Nordkorea/North Korea|KR Sydkorea/South Korea|KW Kuwait/Kuwait
KY Caymanöarna/the Cayman Islands|KZ Kazakstan/Kazakhstan|LB Libanon/Lebanon|LI Liechtenstein/Liechtenstein
LT Litauen/Lithuania|LU Luxemburg/Luxembourg|LV Lettland/Latvia|LY Libyen/Libya|MA Marocko/Morocco|MC Monaco/Monaco
MD Moldavien/Moldova|ME Montenegro/Montenegro|MK Nordmakedonien/North Macedonia|MM Myanmar/Myanmar|MO Macao/Macao
MT Malta/Malta|MU Mauritius/Mauritius|MX Mexiko/Mexico|MY Malaysia/Malaysia|NG Nigeria/Nigeria
NL Nederländerna/the Netherlands|NO Norge/Norway|NZ Nya Zeeland/New Zealand|OM Oman/Oman|PA Panama/Panama
PE Peru/Peru|PH Filippinerna/the Philippines|PK Pakistan/Pakistan|PL Polen/Poland|PT Portugal/Portugal|QA Qatar/Qatar
RO Rumänien/Romania|RS Serbien/Serbia|RU Ryssland/Russia|SA Saudiarabien/Saudi Arabia|SE Sverige/Sweden
SG Singapore/Singapore|SI Slovenien/Slovenia|SK Slovakien/Slovakia|SY Syrien/Syria|TH Thailand/Thailand
TN Tunisien/Tunisia|TR Turkiet/Turkey|TW Taiwan/Taiwan|UA Ukraina/Ukraine|US USA/the United States|UY Uruguay/Uruguay
UZ Uzbekistan/Uzbekistan|VE Venezuela/Venezuela|VG Brittiska Jungfruöarna/the British Virgin Islands
VN Vietnam/Vietnam|XK Kosovo/Kosovo|ZA Sydafrika/South Africa
"""

COUNTRY_NAMES = MappingProxyType(
    {
        entry[:2]: (entry[3:].partition("/")[0], entry.partition("/")[2])
        for line in _NAMES.strip().splitlines()
        for entry in line.split("|")
    }
)
"""Swedish and English name by ISO 3166 code."""
