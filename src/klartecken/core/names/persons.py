"""Names of persons: titles taken off, the family name brought last."""

from typing import Final

from klartecken.core.names.clean import plain

TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "hon",
        "honorable",
        "honourable",
        "rev",
        "reverend",
        "fr",
        "herr",
        "fru",
        "froken",
        "doktor",
        "docent",
        "adv",
        "advokat",
        "direktor",
        "ing",
        "dipl",
        "mag",
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "esq",
        "phd",
        "md",
        "mba",
        "cpa",
        "jd",
        "gen",
        "general",
        "col",
        "colonel",
        "maj",
        "major",
        "capt",
        "captain",
        "lt",
        "sgt",
        "adm",
        "amb",
        "ambassador",
        "senator",
        "congressman",
        "congresswoman",
        "sheikh",
        "shaikh",
        "haji",
        "hajji",
        "hajj",
        "mullah",
        "mawlawi",
        "maulavi",
        "ustad",
    ]
)
"""Words before or after a person's name that don't tell persons apart often enough to count."""


def person_words(name: str) -> str:
    """Plain words of a person's name, "Lind, Eva" turned round, without titles.

    A name of nothing but titles is kept as it is.
    """
    before, comma, after = name.partition(",")
    turned = f"{after} {before}" if comma and after.strip() and "," not in after else name
    words = plain(turned).split()
    kept = [word for word in words if word not in TITLES]
    return " ".join(kept or words)
