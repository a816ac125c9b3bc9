"""Countries have a name in both languages."""

import re

from klartecken.core.countries import COUNTRY_NAMES


def test_every_code_is_iso_and_has_both_names() -> None:
    assert all(re.fullmatch("[A-Z]{2}", code) and sv and en for code, (sv, en) in COUNTRY_NAMES.items())
    assert COUNTRY_NAMES["SE"] == ("Sverige", "Sweden")
    assert COUNTRY_NAMES["ZA"] == ("Sydafrika", "South Africa")
