"""Where the parts of the public site are: one set of addresses on the web, another in a folder of files."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The firm's name and the addresses that public pages link to."""

    firm_name: str
    home: str
    policy: str
    json: str
    csv: str
    atom: str
    stylesheet: str
    icon: str
    entry: Callable[[str], str]
    permanent: Callable[[str], str]  # the address to cite; absolute where the site's own is known
    embed: str = ""  # empty in a folder of files: there the firm's own page is around it already
