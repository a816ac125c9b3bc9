"""Quality and time of the name engine beside its peers, on the development kit; writes `docs/engine-table.md`.

    python benchmarks/names_bench.py [names to scale to, 1000000 unless told]

Accuracy is measured on the kit's check half only. Rows added for load are synthetic and are marked so. Times depend on
the machine and what else it does: the ratio to rapidfuzz WRatio, measured in the same run, is what can be compared.
"""

import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import names_kit
import names_load
import names_measures as measures
import names_peers as peers
import numpy as np

from klartecken.core.names import score_pairs
from klartecken.core.names.prepare import prepare
from klartecken.registers import Index

TABLE = Path(__file__).resolve().parents[1] / "docs" / "engine-table.md"
SEARCHES = 1500


def main(largest: int) -> None:
    """Measure everything and write the table."""
    lines = ["# The name engine, measured", "", _about(), "", *_pairs(), "", *_searches(), "", *_scaling(largest)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _about() -> str:
    packages = ", ".join(
        f"{name} {peers.installed(name)}" for name in ("numpy", "numba", "rapidfuzz", "tantivy", "pyarrow")
    )
    return (
        f"Written by `benchmarks/names_bench.py` on Python {platform.python_version()} ({packages}). "
        "Quality: the development kit's check half. Time: CPU time of one thread on a busy two-core machine; "
        "× WRatio compares with rapidfuzz in the same run."
    )


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.thread_time()
    return work(), time.thread_time() - start


def _pairs() -> list[str]:
    rows = names_kit.pairs()
    pairs, kinds = [(row["a"], row["b"]) for row in rows], [row["kind"] for row in rows]
    score_pairs(pairs[:10], kinds[:10])
    scores, seconds = _timed(lambda: score_pairs(pairs, kinds))
    results = [("Klartecken", scores, seconds)]
    for name, scorer in peers.pair_peers().items():
        results.append((name, *_timed(lambda scorer=scorer: np.array([_scored(scorer, *pair) for pair in pairs]))))
    yardstick = results[1][2]
    lines = [
        "## Pairs",
        "",
        "| | AP | AP real | AP person | AP cross-script | F1 | µs a pair | × WRatio |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, found, took in results:
        lines.append(f"| {name} | {_quality(rows, found)} | {1e6 * took / len(pairs):.0f} | {took / yardstick:.2f} |")
    return lines


def _scored(scorer: peers.Scorer, a: str, b: str) -> float:
    return scorer(prepare(a).text, prepare(b).text)


def _quality(rows: Sequence[dict[str, Any]], scores: measures.Floats) -> str:
    labels = np.array([row["label"] == 1 for row in rows])
    check = np.array([row["half"] == "check" for row in rows])
    parts = [
        check,
        check & np.array([row["real"] for row in rows]),
        check & np.array([row["kind"] == "person" for row in rows]),
        check & np.array(["xscript" in row["type"] for row in rows]),
    ]
    least = measures.best_threshold(labels[~check], scores[~check])
    told = [f"{measures.average_precision(labels[part], scores[part]):.3f}" for part in parts]
    return " | ".join([*told, f"{measures.f1(labels[check], scores[check] >= least):.3f}"])


def _searches() -> list[str]:
    rows, queries = names_kit.index_rows(), names_kit.queries()
    lines = [
        "## Search among the kit's 238,781 names",
        "",
        "| | R@1 Latin | R@10 Latin | R@1 cross | screen F1 | false alarms | p50 ms | p95 ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        index = Index.build(names_load.entities(len(rows)), Path(folder) / "index")
        kinds = {query["query"]: query["kind"] for query in queries}
        lines.append(
            _search_line("Klartecken (name and kind)", lambda name: _answer(index, name, kinds[name]), queries)
        )
    if peers.installed("tantivy"):
        search = peers.tantivy_searcher([row["name"] for row in rows])
        lines.append(_search_line(f"tantivy {peers.installed('tantivy')} triples, token_sort", search, queries))
    return lines


def _answer(index: Index, name: str, kind: str) -> measures.Answer:
    hits = index.search(name, kind=kind)
    return [int(hit.id) for hit in hits if str(hit.id).isdigit()], hits[0].score if hits else 0.0


def _search_line(label: str, search: peers.Searcher, queries: Sequence[dict[str, Any]]) -> str:
    for query in queries[:50]:
        search(query["query"])
    answers, times = [], []
    for query in queries:
        answer, seconds = _timed(lambda query=query: search(query["query"]))
        answers.append(answer)
        times.append(1000 * seconds)
    ranks = [
        measures.recall_at(queries, answers, first=first, kind=kind)
        for first, kind in ((1, "latin"), (10, "latin"), (1, "cross"))
    ]
    told = [f"{number:.3f}" for number in (*ranks, *measures.screen(queries, answers))]
    return f"| {label} | {' | '.join(told)} | {np.percentile(times, 50):.2f} | {np.percentile(times, 95):.2f} |"


def _scaling(largest: int) -> list[str]:
    lines = [
        "## Scaling (synthetic rows beyond the kit's; R@1 where the real name stands among them)",
        "",
        "| names | build s | index MB | p50 ms | p95 ms | 10,000 at once, s (one thread) | R@1 Latin |",
        "|---|---|---|---|---|---|---|",
    ]
    return lines + [_scale(count) for count in (10_000, 100_000, 1_000_000, 5_000_000) if count <= largest]


def _scale(count: int) -> str:
    queries = [query for query in names_kit.queries() if query["half"] == "check"][:SEARCHES]
    with tempfile.TemporaryDirectory() as folder:
        index, build = _timed(lambda: Index.build(names_load.entities(count), Path(folder) / "index"))
        size = sum(path.stat().st_size for path in index.path.iterdir()) / 1e6
        times, answers = [], []
        for query in queries:
            answer, seconds = _timed(lambda query=query: _answer(index, query["query"], query["kind"]))
            times.append(1000 * seconds)
            answers.append(answer)
        names = [query["query"] for query in queries] * (10_000 // len(queries) + 1)
        _, bulk = _timed(lambda: index.search_many(names[:10_000], 1))
    present = [
        (query, answer)
        for query, answer in zip(queries, answers, strict=True)
        if set(query["gold"]) & set(range(count))
    ]
    rank = measures.recall_at([one for one, _ in present], [two for _, two in present], first=1, kind="latin")
    p50, p95 = np.percentile(times, [50, 95])
    return f"| {count:,} | {build:.1f} | {size:.0f} | {p50:.2f} | {p95:.2f} | {bulk:.1f} | {rank:.3f} |"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
