"""What a user might take instead: rapidfuzz for pairs, tantivy for search (left out where it isn't installed)."""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from rapidfuzz import fuzz

from klartecken.core.names.prepare import prepare

Scorer = Callable[[str, str], float]
Searcher = Callable[[str], tuple[list[int], float]]


def installed(package: str) -> str:
    """The version of a package, or an empty string."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def pair_peers() -> dict[str, Scorer]:
    """Scorers of two prepared names (transliterated, without legal form)."""
    return {
        f"rapidfuzz {installed('rapidfuzz')} WRatio": fuzz.WRatio,
        f"rapidfuzz {installed('rapidfuzz')} token_sort": fuzz.token_sort_ratio,
    }


def tantivy_searcher(names: Sequence[str], *, candidates: int = 100) -> Searcher:
    """Letter triples in tantivy, the best hundred ranked by rapidfuzz token_sort."""
    tantivy: Any = import_module("tantivy")
    texts = [prepare(name).text for name in names]
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=False, tokenizer_name="triples")
    builder.add_unsigned_field("row", stored=True, indexed=False)
    schema = builder.build()
    index = tantivy.Index(schema)
    triples = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(min_gram=3, max_gram=3, prefix_only=False)).build()
    index.register_tokenizer("triples", triples)
    writer = index.writer(200_000_000, 1)
    for row, text in enumerate(texts):
        document = tantivy.Document()
        document.add_text("name", text)
        document.add_unsigned("row", row)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(name: str) -> tuple[list[int], float]:
        asked = prepare(name).text
        if len(asked) < 3:
            return [], 0.0
        triples_asked = {asked[place : place + 3] for place in range(len(asked) - 2)}
        parts = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "name", triple)) for triple in triples_asked]
        found = searcher.search(tantivy.Query.boolean_query(parts), candidates).hits
        rows = [searcher.doc(address)["row"][0] for _, address in found]
        scored = sorted(((fuzz.token_sort_ratio(asked, texts[row]), row) for row in rows), reverse=True)
        return [row for _, row in scored[:10]], scored[0][0] / 100 if scored else 0.0

    return search
