"""Countries as registers write them, brought to ISO 3166 codes in lower case."""

from typing import Final

_NAMES: Final = """
af Afghanistan; al Albania; dz Algeria; ad Andorra; ao Angola; ar Argentina; am Armenia; aw Aruba; au Australia; at
Austria, Österrike; az Azerbaijan; bs Bahamas; bh Bahrain; bd Bangladesh; bb Barbados; by Belarus; be Belgium, Belgien;
bz Belize; bj Benin; bm Bermuda; bo Bolivia; ba Bosnia and Herzegovina; bw Botswana; br Brazil, Brasilien; bn Brunei; bg
Bulgaria, Bulgarien; bf Burkina Faso; mm Burma, Myanmar; bi Burundi; kh Cambodia; cm Cameroon; ca Canada, Kanada; ky
Cayman Islands; cf Central African Republic; td Chad; cl Chile; cn China, Kina, People's Republic of China; co Colombia;
km Comoros; cg Republic of the Congo; cd Democratic Republic of the Congo; cr Costa Rica; ci Cote d Ivoire, Cote
d'Ivoire; hr Croatia, Kroatien; cu Cuba; cy Cyprus, Cypern; cz Czech Republic, Czechia, Tjeckien; dk Denmark, Danmark;
dj Djibouti; do Dominican Republic; ec Ecuador; eg Egypt; sv El Salvador; gq Equatorial Guinea; er Eritrea; ee Estonia,
Estland; et Ethiopia; fi Finland; fr France, Frankrike; ga Gabon; gm Gambia; ge Georgia; de Germany, Tyskland; gh Ghana;
gi Gibraltar; gr Greece, Grekland; gd Grenada; gt Guatemala; gg Guernsey; gn Guinea; gy Guyana; ht Haiti; hn Honduras;
hk Hong Kong; hu Hungary, Ungern; is Iceland, Island; in India, Indien; id Indonesia; ir Iran; iq Iraq; ie Ireland,
Irland; im Isle of Man; il Israel; it Italy, Italien; jm Jamaica; jp Japan; je Jersey; jo Jordan; kz Kazakhstan; ke
Kenya; kp North Korea; kr South Korea; xk Kosovo; kw Kuwait; kg Kyrgyzstan; la Laos; lv Latvia, Lettland; lb Lebanon; lr
Liberia; ly Libya; li Liechtenstein; lt Lithuania, Litauen; lu Luxembourg, Luxemburg; mo Macau; mk North Macedonia; mg
Madagascar; my Malaysia; mv Maldives; ml Mali; mt Malta; mh Marshall Islands; mr Mauritania; mu Mauritius; mx Mexico; md
Moldova; mc Monaco; mn Mongolia; me Montenegro; ma Morocco; mz Mozambique; na Namibia; np Nepal; nl Netherlands,
Nederländerna, The Netherlands; an Netherlands Antilles; nz New Zealand; ni Nicaragua; ne Niger; ng Nigeria; no Norway,
Norge; om Oman; pk Pakistan; ps Palestinian, West Bank, Palestine; pa Panama; py Paraguay; pe Peru; ph Philippines; pl
Poland, Polen; pt Portugal; qa Qatar; ro Romania, Rumänien; ru Russia, Ryssland, Russian Federation; rw Rwanda; kn Saint
Kitts and Nevis; vc Saint Vincent and the Grenadines; ws Samoa; sm San Marino; sa Saudi Arabia; sn Senegal; rs Serbia,
Serbien; sc Seychelles; sl Sierra Leone; sg Singapore; sk Slovakia, Slovakien; si Slovenia, Slovenien; so Somalia; za
South Africa, Sydafrika; ss South Sudan; es Spain, Spanien; lk Sri Lanka; sd Sudan; sr Suriname; se Sweden, Sverige; ch
Switzerland, Schweiz; sy Syria; tw Taiwan; tj Tajikistan; tz Tanzania; th Thailand; tg Togo; tt Trinidad and Tobago; tn
Tunisia; tr Turkey, Turkiet, Türkiye; tm Turkmenistan; ug Uganda; ua Ukraine, Ukraina, Region: Crimea; ae United Arab
Emirates; gb United Kingdom, Storbritannien, UK, Great Britain; us United States, USA, United States of America; uy
Uruguay; uz Uzbekistan; vu Vanuatu; ve Venezuela; vn Vietnam; vg British Virgin Islands; ye Yemen; zm Zambia; zw
Zimbabwe
"""


def _codes() -> dict[str, str]:
    found = {}
    for line in _NAMES.replace("\n", " ").split(";"):
        code, _, names = line.strip().partition(" ")
        found[code] = code
        found[names.lower()] = code
        for name in names.split(", "):
            found.setdefault(name.strip().lower(), code)
    return found


_CODES: Final = _codes()


def country_code(written: str) -> str:
    """The code of a country as it was written, or "" when it isn't known."""
    text = written.strip().lower()
    turned = " ".join(reversed(text.split(", "))).replace("the ", "", 1) if ", " in text else text
    return _CODES.get(text) or _CODES.get(turned) or _CODES.get(turned.removeprefix("republic of the "), "")
