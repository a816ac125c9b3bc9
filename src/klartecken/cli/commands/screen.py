"""Search for a name in the registers, and say what was searched."""

import argparse
import json
from typing import TYPE_CHECKING

from klartecken.cli import house
from klartecken.core.refusals import Invalid

if TYPE_CHECKING:
    from klartecken.registers.screen import Screening


class IdentifierHasNoScheme(Invalid):
    """An identifier says whose number it is."""

    code = "identifier_scheme"
    message = "Write an identifier as SCHEME:VALUE, for example se_orgnr:556036-0793 or lei:549300HGV012CNC8JD22."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take whom to search for."""
    parser.add_argument("name")
    parser.add_argument("--country", help="country of establishment, two letters")
    parser.add_argument("--id", action="append", default=[], metavar="SCHEME:VALUE", help="may be given several times")
    parser.add_argument("--limit", type=int, default=10, help="most hits (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Screen one name against the registers in use; the firm's own clients are never shown here."""
    house.open_django()
    from klartecken.registers.screen import Party, screen_party

    identifiers = tuple(_identifier(text) for text in chosen.id)
    country = chosen.country.lower() if chosen.country else None
    party = Party(name=chosen.name, country=country, identifiers=identifiers)
    found = screen_party(party, home=house.home(), limit=chosen.limit)
    if chosen.json:
        print(json.dumps(_as_object(found), ensure_ascii=False, indent=2))
    else:
        _print(found)
    return 0


def _identifier(text: str) -> tuple[str, str]:
    scheme, _, value = text.partition(":")
    if not scheme or not value:
        raise IdentifierHasNoScheme
    from klartecken.parties import identifiers
    from klartecken.parties.models import Identifier

    known = scheme in Identifier.Scheme.values
    return scheme, identifiers.check(scheme, value) if known else value


def _as_object(found: "Screening") -> dict[str, object]:
    from dataclasses import asdict

    hits = [
        {
            "register": hit.register,
            "snapshot": hit.snapshot,
            "id": hit.id,
            "name": hit.name,
            "country": hit.entity.country,
            "score": round(hit.score, 4),
            "why": hit.sentence_en,
        }
        for hit in found.hits
    ]
    return {
        "hits": hits,
        "searched": [asdict(each) for each in found.searched],
        "not_searched": [asdict(each) for each in found.not_searched],
    }


def _print(found: "Screening") -> None:
    for hit in found.hits:
        print(f"{hit.score:5.0%}  {hit.name}  ({hit.register}, {hit.entity.country.upper() or '?'}, {hit.id})")
        print(f"       {hit.sentence_en}")
    if not found.hits:
        print("No hits.")
    for each in found.searched:
        print(f"Searched {each.title}: {each.entities:,} entities, {each.source_date or 'no date'}.")
    for failed in found.not_searched:
        print(f"NOT searched: {failed.register} ({failed.code}).")
    if not found.searched:
        print("No register was searched. Import one with `klartecken registers import`.")
