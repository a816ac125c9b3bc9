import pytest

from klartecken.registers.entity import Identifier
from klartecken.registers.identifiers import agreeing, contradicting, normal


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("orgnr", "556677-8899"), ("se_orgnr", "5566778899")),
        (("Organisationsnummer", "16 556677 8899"), ("se_orgnr", "5566778899")),
        (("RA000544", "5566778899"), ("se_orgnr", "5566778899")),
        (("LEI", "5493 00iw"), ("lei", "549300IW")),
        (("duns", "12-345"), ("duns", "12345")),
    ],
)
def test_spellings_of_one_identifier_meet(written: Identifier, expected: Identifier) -> None:
    assert normal(written) == expected


def test_agreement_and_contradiction() -> None:
    mine, same, other = (("orgnr", "556677-8899"),), (("se_orgnr", "5566778899"),), (("orgnr", "556677-0000"),)
    assert agreeing(mine, same) == {("se_orgnr", "5566778899")}
    assert contradicting(mine, same) == frozenset()
    assert contradicting(mine, other) == {"se_orgnr"}
    assert contradicting(mine, (("lei", "X"),)) == frozenset()
