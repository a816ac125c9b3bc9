"""Writes records to the microsecond: Django's own encoder cuts to milliseconds, and the ledger hashes whole times."""

from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from typing_extensions import override


class Exactly(DjangoJSONEncoder):
    """Django's encoder, with whole times."""

    @override
    def default(self, o: object) -> object:
        """Write a moment with everything it has."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)
