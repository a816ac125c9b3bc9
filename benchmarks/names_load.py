"""Synthetic names for load.

Real names of the kit's index with a word exchanged for another name's, so that a search meets a crowd.

They are marked by their source (`synthetic`) and are used for time and memory, never for a claim about accuracy, except
where a search must find its real name among them.
"""

import random
from collections.abc import Iterator

import names_kit

from klartecken.registers.entity import Entity


def entities(count: int, *, seed: int = 5) -> Iterator[Entity]:
    """The kit's index names first (ids are their row numbers), then synthetic ones (ids begin with `synthetic-`)."""
    rows = names_kit.index_rows()[:count]
    for row in rows:
        yield Entity(str(row["id"]), row["name"], kind=row["kind"], country=row["country"] or "")
    chance = random.Random(seed)
    for number in range(count - len(rows)):
        one, two = rows[chance.randrange(len(rows))], rows[chance.randrange(len(rows))]
        yield Entity(
            f"synthetic-{number}",
            crossed(one["name"], two["name"], chance),
            kind=one["kind"],
            country=one["country"] or "",
        )


def crossed(one: str, two: str, chance: random.Random) -> str:
    """The first name with one of its words exchanged for a word of the second; a one-word name gets the word added."""
    words, others = one.split(), two.split()
    if len(words) == 1:
        return f"{one} {chance.choice(others)}"
    words[chance.randrange(len(words))] = chance.choice(others)
    return " ".join(words)
