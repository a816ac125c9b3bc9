"""More labelled pairs, mined from the kit's index: names of one entity, and what a search mistakes for it.

Only entities that the check half doesn't touch are used.
"""

import random
from collections import defaultdict
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from klartecken.core.names.clean import plain
from klartecken.core.names.model import Model
from klartecken.core.names.prepare import kind_number, prepare, table_of
from klartecken.registers.name_index import Asked, NameIndex

ALIASES = 14_000
OTHERS = 9_000
NEGATIVES_EACH = 2
LOOK_AT = 6
LIKE_ENOUGH = 60
SAME = 700
FORMS = ("AB", "Inc", "Ltd", "GmbH", "AS", "Oy", "Corporation", "S.A.", "LLC")

Labelled = tuple[str, str, str, int]
"""Two names, their kind, and 1 when they are the same party's."""


def mined_pairs(rows: list[dict[str, Any]], model: Model, *, seed: int = 11) -> list[Labelled]:
    """Positive pairs from entities with several names, negative ones from the nearest names of other entities."""
    chance = random.Random(seed)
    grouped: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[row["entity"]].append(row)
    several = [group for group in grouped.values() if len(group) > 1]
    chosen = chance.sample(several, min(ALIASES, len(several)))
    single = [group for group in grouped.values() if len(group) == 1 and group[0]["kind"] == "person"]
    asked = [chance.choice(group) for group in chosen] + [
        group[0] for group in chance.sample(single, min(OTHERS, len(single)))
    ]
    pairs = [pair for group in chosen if (pair := _alias(group, chance))]
    return pairs + _mistakes(rows, asked, model, chance)


def same_pairs(rows: list[dict[str, Any]], *, seed: int = 13) -> list[Labelled]:
    """Positive pairs too plain for a register to label: a name and itself, in other letters or with a form."""
    chance = random.Random(seed)
    single = [row for row in rows if len(row["name"].split()) == 1]
    foreign = [row for row in rows if prepare(row["name"]).script]
    chosen = chance.sample(rows, SAME) + chance.sample(single, SAME) + chance.sample(foreign, SAME)
    return [
        (row["name"], _again(row, chance), row["kind"], 1) for row in chosen if prepare(row["name"], row["kind"]).text
    ]


def _again(row: dict[str, Any], chance: random.Random) -> str:
    name: str = row["name"]
    ways = [name, name.upper(), name.lower(), plain(name), plain(name).title()]
    if row["kind"] != "person":
        ways.append(f"{name} {chance.choice(FORMS)}")
    return chance.choice(ways)


def _alias(group: list[dict[str, Any]], chance: random.Random) -> Labelled | None:
    one, two = chance.sample(group, 2)
    if one["source"] != two["source"] or not _comparable(one["name"], two["name"]):
        return None
    return one["name"], two["name"], one["kind"], 1


def _comparable(one: str, two: str) -> bool:
    """Whether spelling can tell at all: not the same words, not an acronym, and a beginning of a word in common."""
    first, second = (prepare(name, "organisation").text for name in (one, two))
    if first == second or min(len(first), len(second)) < 5:
        return False
    starts = [{word[:3] for word in text.split() if len(word) > 3} for text in (first, second)]
    return bool(starts[0] & starts[1]) or fuzz.ratio(first, second) > LIKE_ENOUGH


def _mistakes(
    rows: list[dict[str, Any]], asked: list[dict[str, Any]], model: Model, chance: random.Random
) -> list[Labelled]:
    kinds = np.array([kind_number(row["kind"]) for row in rows], dtype=np.uint8)
    index = NameIndex.build(table_of([prepare(row["name"], row["kind"]) for row in rows]), kinds)
    numbers = np.array([kind_number(row["kind"]) for row in asked], dtype=np.uint8)
    table = table_of([prepare(row["name"], row["kind"]) for row in asked])
    found, _ = index.search(Asked(table, numbers, numbers.astype(np.int64)), model, workers=2)
    pairs: list[Labelled] = []
    for row, hits in zip(asked, found, strict=True):
        wrong = [rows[hit] for hit in hits if hit >= 0 and rows[hit]["entity"] != row["entity"]][:LOOK_AT]
        chosen = chance.sample(wrong, min(NEGATIVES_EACH, len(wrong)))
        pairs += [(row["name"], other["name"], row["kind"], 0) for other in chosen]
    return pairs
