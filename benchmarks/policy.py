"""How fast a policy is tried on earlier cases: 10,000 cases × 50 rules within 10 seconds on two cores.

    python benchmarks/policy.py [--cases 10000] [--rules 50] [--workers 2]

The cases are synthetic, with many different shares, countries and industries, so that little can be remembered from one
case to the next.
"""

import argparse
import copy
import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import yaml

from klartecken.core.policy import FactValue, Rulebook, default_rulebook, evaluate, load_rulebook, what_if

COUNTRIES = ("SE", "NO", "FI", "DK", "DE", "GB", "US", "CN", "RU", "NL", "FR", "LU")
BUDGET_SECONDS = 10.0


def rulebook_text(rules: int, *, threshold: float) -> str:
    """The default rulebook with its rules repeated under new ids until there are enough, and another threshold."""
    book = yaml.safe_load(default_rulebook())
    given = book["rules"]
    copies = (copy.deepcopy(given[n % len(given)]) for n in range(rules))  # the same object twice becomes a reference
    book["rules"] = [{**rule, "id": f"{rule['id']}-{n}"} for n, rule in enumerate(copies)]
    book["definitions"]["ownership_threshold"]["value"] = threshold
    return yaml.safe_dump(book, allow_unicode=True)


def cases(first: int, last: int) -> Iterator[tuple[str, dict[str, FactValue]]]:
    """Synthetic cases, the same for the same numbers."""
    for number in range(first, last):
        chance = random.Random(number)
        share = round(chance.random(), 4)
        country, sector = chance.choice(COUNTRIES), f"SNI2007:{chance.randint(1, 96):02d}.{chance.randint(100, 999)}"
        values = {
            "lobbying": chance.choice(("yes", "no", "no", "unsure")),
            "client_country": chance.choice(COUNTRIES),
            "client_sectors": [sector],
            "ownership_known_share": share,
            "ownership_unknown_share": 1 - share,
            "ownership_by_country": {country: share},
            "controlled_from": [country] if share > 0.5 else [],
            "state_controlled": chance.random() < 0.05,
            "beneficial_owner_is_person": chance.random() < 0.5,
            "sanctions_confirmed": [],
            "sanctions_owned_or_controlled": False,
            "other_list_hits": ["ofac"] if chance.random() < 0.01 else [],
            "open_hits": chance.randint(0, 2),
            "conflict_kinds": ["competing"] if chance.random() < 0.1 else [],
            "consultations_missing": chance.randint(0, 1),
            "consultations_expired": 0,
        }
        yield f"case-{number}", {name: FactValue(value, "synthetic") for name, value in values.items()}


def books(rules: int) -> tuple[Rulebook, Rulebook]:
    """The version in force and the draft: the same rules under a lower threshold."""
    return (
        load_rulebook(rulebook_text(rules, threshold=0.25), "old"),
        load_rulebook(rulebook_text(rules, threshold=0.1), "new"),
    )


def changed(span: tuple[int, int, int]) -> int:
    """How many of the cases get another finding."""
    first, last, rules = span
    old, new = books(rules)
    return sum(bool(each.changes) for each in what_if(old, new, cases(first, last)))


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--rules", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    step = -(-chosen.cases // chosen.workers)
    spans = [(at, min(at + step, chosen.cases), chosen.rules) for at in range(0, chosen.cases, step)]
    print(f"| what | {chosen.cases} cases × {chosen.rules} rules |")
    print("|---|---|")
    begun, used = time.perf_counter(), time.process_time()
    count = changed((0, chosen.cases, chosen.rules))
    spent, used = time.perf_counter() - begun, time.process_time() - used
    print(f"| what-if (both versions), one process | {spent:.1f} s ({used:.1f} s of processor time) |")
    begun = time.perf_counter()
    with ProcessPoolExecutor(chosen.workers) as pool:
        parallel = sum(pool.map(changed, spans))
    spent = time.perf_counter() - begun
    used = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    verdict = "within" if spent <= BUDGET_SECONDS else "OVER"
    print(
        f"| what-if (both versions), {chosen.workers} processes | {spent:.1f} s ({used:.1f} s of processor time), "
        f"{verdict} {BUDGET_SECONDS:.0f} s |"
    )
    old, _ = books(chosen.rules)
    begun = time.perf_counter()
    sample = list(cases(0, 200))
    for _, facts in sample:
        evaluate(old, facts)
    print(f"| full findings with sentences | {1000 * (time.perf_counter() - begun) / len(sample):.1f} ms a case |")
    print(f"| cases with another finding | {count} (and {parallel} in parallel) |")


if __name__ == "__main__":
    main()
