"""Names of countries as customer systems write them, and their ISO 3166 codes."""

from klartecken.parties import checks
from klartecken.parties.errors import WrongCountry
from klartecken.parties.folding import folded

_NAMES = """
AT Österrike Austria|AU Australien Australia|BE Belgien Belgium|BG Bulgarien Bulgaria|BR Brasilien Brazil
BY Belarus Vitryssland|CA Kanada Canada|CH Schweiz Switzerland|CN Kina China|CY Cypern Cyprus
CZ Tjeckien Czechia|DE Tyskland Germany|DK Danmark Denmark|EE Estland Estonia|ES Spanien Spain|FI Finland
FR Frankrike France|GB Storbritannien England UK|GR Grekland Greece|HK Hongkong|HR Kroatien Croatia
HU Ungern Hungary|IE Irland Ireland|IL Israel|IN Indien India|IS Island Iceland|IT Italien Italy|JP Japan
KR Sydkorea Korea|KY Caymanöarna|LT Litauen Lithuania|LU Luxemburg Luxembourg|LV Lettland Latvia|MT Malta
MX Mexiko Mexico|NL Nederländerna Netherlands Holland|NO Norge Norway|PL Polen Poland|PT Portugal
RO Rumänien Romania|RU Ryssland Russia|SA Saudiarabien|SE Sverige Sweden|SG Singapore|SI Slovenien Slovenia
SK Slovakien Slovakia|TR Turkiet Turkey|UA Ukraina Ukraine|US USA|ZA Sydafrika
"""
_WORDS = {
    "united kingdom": "GB",
    "great britain": "GB",
    "united states": "US",
    "united states of america": "US",
    "the netherlands": "NL",
    "south korea": "KR",
    "saudi arabia": "SA",
    "south africa": "ZA",
    "cayman islands": "KY",
    "hong kong": "HK",
    "czech republic": "CZ",
    "russian federation": "RU",
    "forenade arabemiraten": "AE",
    "united arab emirates": "AE",
}
_CODES = _WORDS | {
    folded(name): code
    for line in _NAMES.split("\n")
    for entry in line.split("|")
    if entry
    for code, *names in [entry.split()]
    for name in names
}


def read(written: str) -> str:
    """Return the code of a country written as a code or as a name in Swedish or English; nothing for nothing."""
    if code := _CODES.get(folded(written)):
        return code
    try:
        return checks.country(written)
    except WrongCountry:
        raise WrongCountry(field="country") from None
