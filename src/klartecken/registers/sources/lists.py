"""Sanctions lists have tiers; persons on EU and UN lists are read, on others only by a stated choice."""

from typing import Final

from klartecken.registers.sources.reading import Choices, Report

EU, UN, OFAC_LIST, UK = "eu", "un", "ofac", "uk"
PERSONS_BY_DEFAULT: Final = frozenset({EU, UN})
_DATASETS: Final = {
    "eu_fsf": EU, "eu_sanctions_map": EU, "eu_journal_sanctions": EU, "un_sc_sanctions": UN, "us_ofac_sdn": OFAC_LIST,
    "us_ofac_cons": OFAC_LIST, "gb_fcdo_sanctions": UK, "gb_hmt_sanctions": UK,
}  # fmt: skip
_ORDER: Final = (EU, UN, OFAC_LIST, UK)


def tiers_of(datasets: list[str]) -> list[str]:
    """The lists that a collection's data sets stand for, the weightiest first."""
    found = {_DATASETS[name] for name in datasets if name in _DATASETS}
    return [tier for tier in _ORDER if tier in found]


def reads_person(tiers: list[str], choices: Choices, report: Report) -> bool:
    """Whether a person on these lists is read; one who isn't is counted as left out."""
    if PERSONS_BY_DEFAULT & set(tiers) or choices.may_read_persons():
        return True
    report.leave_out("person")
    return False
