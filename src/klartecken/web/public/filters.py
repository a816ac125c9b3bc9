"""Reading the list's filters from an address; what cannot be read is left out."""

from django.http import QueryDict

from klartecken.publication.queries import ENDED, ONGOING, Filters

LONGEST_WORDS = 100


def filters_of(query: QueryDict) -> Filters:
    """Return what the reader looks for."""
    year, standing = query.get("ar", ""), query.get("lage", "")
    return Filters(
        words=query.get("q", "").strip()[:LONGEST_WORDS],
        issue=query.get("fraga", "")[:LONGEST_WORDS],
        standing=standing if standing in {ONGOING, ENDED} else "",
        year=int(year) if year.isascii() and year.isdigit() and len(year) == len("2026") else None,
    )
