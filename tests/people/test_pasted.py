"""Rows pasted by an administrator: read as people write them, and explained when they cannot be."""

from datetime import date

import pytest

from klartecken.people.pasted import NO_ADDRESS, NO_DATE, NO_NAME, TWICE, WrongRow, read_invitations, read_papers

MAY = date(2024, 5, 31)


@pytest.mark.parametrize(
    "line",
    [
        "ebba@firma.se;2024-05-31",
        "ebba@firma.se, 2024-05-31",
        "ebba@firma.se\t2024-05-31 00:00:00",
        '"Ebba Lind";"ebba@firma.se";"20240531"',
        "2024-05-31; ebba@firma.se",
    ],
)
def test_an_address_and_a_day_are_found_however_they_are_separated(line: str) -> None:
    assert read_papers(f"Adress;Datum\n\n{line}\n").rows == (("ebba@firma.se", MAY),)


def test_rows_without_address_or_day_are_told_by_number() -> None:
    read = read_papers("ebba@firma.se;2024-05-31\nEbba;2024-05-31\nper@firma.se;31/5 2024\n;;\n")
    assert read.rows == (("ebba@firma.se", MAY),)
    assert read.wrong == (
        WrongRow(2, "Ebba;2024-05-31", NO_ADDRESS),
        WrongRow(3, "per@firma.se;31/5 2024", NO_DATE),
    )


@pytest.mark.parametrize(
    "line",
    ["Ebba Lind; ebba@firma.se", "ebba@firma.se, Ebba Lind", "Ebba Lind <ebba@firma.se>", "Ebba Lind ebba@firma.se"],
)
def test_a_name_and_an_address_are_read_in_any_order(line: str) -> None:
    assert read_invitations(line).rows == (("Ebba Lind", "ebba@firma.se"),)


def test_the_same_address_twice_is_invited_once() -> None:
    read = read_invitations("Ebba Lind; ebba@firma.se\nEbba L; Ebba@firma.se")
    assert (read.rows, [row.why for row in read.wrong]) == ((("Ebba Lind", "ebba@firma.se"),), [TWICE])


def test_an_invitation_needs_both_name_and_address() -> None:
    read = read_invitations("ebba@firma.se\nPer Wahl\n")
    assert (read.rows, [row.why for row in read.wrong]) == ((), [NO_NAME, NO_ADDRESS])
