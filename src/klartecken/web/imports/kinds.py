"""What can be brought in, and who reads and stores it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from klartecken.deciding import imports as assignments
from klartecken.parties import imports as parties
from klartecken.parties.importing import Column


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of table: its words, its columns, and the two functions of its room."""

    name: str
    title: Promise | str
    explains: Promise | str
    columns: Sequence[Column]
    read: Callable[..., Any]
    store: Callable[..., Any]


_KINDS = (
    Kind(
        name="parties",
        title=_("Parter"),
        explains=_("Organisationer som ni känner, från kundregistret. De blir sökbara i konfliktkontrollen."),
        columns=parties.COLUMNS,
        read=parties.read,
        store=parties.store,
    ),
    Kind(
        name="assignments",
        title=_("Uppdrag"),
        explains=_("Pågående och avslutade uppdrag. Pågående lobbyuppdrag publiceras i samma stund."),
        columns=assignments.COLUMNS,
        read=assignments.read,
        store=assignments.store,
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
"""Every kind by its name."""
