"""Industry codes are compared with their version."""

import pytest

from klartecken.core.sectors import covers


@pytest.mark.parametrize(
    ("listed", "code", "expected"),
    [
        ("SNI2007:92", "SNI2007:92.000", True),
        ("SNI2007:92", "NACE2:92.00", True),
        ("NACE2:11.05", "SNI2007:11.050", True),
        ("SNI2007:11.05", "SNI2007:11.070", False),
        ("SNI2007:11.050", "SNI2007:11", False),
        ("SNI2007:70.210", "SNI2025:70.210", False),
        ("SNI2025:73.3", "NACE2.1:73.30", True),
        ("SNI2007:09.1", "SNI2007:09.900", False),
    ],
)
def test_a_code_covers_itself_and_what_lies_below_it_in_its_own_version(
    listed: str, code: str, *, expected: bool
) -> None:
    assert covers([listed], [code]) is expected


def test_an_empty_list_covers_nothing() -> None:
    assert covers([], ["SNI2007:92.000"]) is False
