import pytest

from klartecken.core.refusals import Invalid
from klartecken.parties.errors import (
    PersonalNumber,
    UnknownScheme,
    WrongLei,
    WrongOrganisationNumber,
    WrongOtherNumber,
    WrongTransparencyNumber,
)
from klartecken.parties.identifiers import check, shown


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        ("se_orgnr", "556012-5790", "5560125790"),
        ("se_orgnr", "5560125790", "5560125790"),
        ("se_orgnr", "165560125790", "5560125790"),
        ("se_orgnr", " 16556012-5790 ", "5560125790"),
        ("se_orgnr", "556012\N{EN DASH}5790", "5560125790"),
        ("se_orgnr", "５５６０１２-５７９０", "5560125790"),
        ("lei", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12"),
        ("lei", "5493 001K JTII GC8Y 1R12", "5493001KJTIIGC8Y1R12"),
        ("eu_tr", "123456789012-34", "123456789012-34"),
        ("eu_tr", "123456789012 \N{EN DASH} 34", "123456789012-34"),
        ("other", "  HRB   1234 ", "HRB 1234"),
    ],
)
def test_an_identifier_is_kept_in_one_form(scheme: str, written: str, kept: str) -> None:
    assert check(scheme, written) == kept


@pytest.mark.parametrize(
    ("scheme", "written", "refusal"),
    [
        ("se_orgnr", "556012-5791", WrongOrganisationNumber),
        ("se_orgnr", "55601257", WrongOrganisationNumber),
        ("se_orgnr", "abc", WrongOrganisationNumber),
        ("se_orgnr", "", WrongOrganisationNumber),
        ("se_orgnr", "0000000000", WrongOrganisationNumber),
        ("se_orgnr", "٥٥٦٠١٢٥٧٩٠x", WrongOrganisationNumber),
        ("se_orgnr", "19121212-1212", PersonalNumber),
        ("se_orgnr", "121212-1212", PersonalNumber),
        ("lei", "5493001KJTIIGC8Y1R13", WrongLei),
        ("lei", "5493001KJTIIGC8Y1R1", WrongLei),
        ("lei", "ÅÄÖ", WrongLei),
        ("eu_tr", "123456789012", WrongTransparencyNumber),
        ("eu_tr", "12-34", WrongTransparencyNumber),
        ("other", "", WrongOtherNumber),
        ("other", "x" * 41, WrongOtherNumber),
        ("passport", "123", UnknownScheme),
    ],
)
def test_a_wrong_identifier_is_refused_by_its_own_sentence(scheme: str, written: str, refusal: type[Invalid]) -> None:
    with pytest.raises(refusal) as caught:
        check(scheme, written, field="orgnr")
    assert (caught.value.field, caught.value.text) == ("orgnr", refusal.message)


@pytest.mark.parametrize("refusal", [WrongOrganisationNumber, WrongLei, WrongTransparencyNumber])
def test_a_refusal_says_how_to_write_it(refusal: type[Invalid]) -> None:
    assert "stämmer inte" in refusal.message
    assert "Inget har sparats." in refusal.message


def test_an_organisation_number_is_shown_with_its_hyphen() -> None:
    assert shown("se_orgnr", "5560125790") == "556012-5790"
    assert shown("lei", "5493001KJTIIGC8Y1R12") == "5493001KJTIIGC8Y1R12"
