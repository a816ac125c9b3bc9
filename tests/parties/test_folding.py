import pytest

from klartecken.parties.folding import LONGEST_NAME, cleaned, folded


@pytest.mark.parametrize(
    ("written", "found_by"),
    [
        ("Åkerbruket Energi AB", "akerbruket energi ab"),
        ("ÅKERBRUKET  energi ab", "akerbruket energi ab"),
        ("A\N{COMBINING RING ABOVE}kerbruket Energi AB", "akerbruket energi ab"),
        ("Łódź Ørsted Þór", "lodz orsted thor"),
        ("Straße", "strasse"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("شركة النفط", "شركة النفط"),
        ("🌲 Skogen", "🌲 skogen"),
    ],
)
def test_a_name_folds_to_what_searches_compare(written: str, found_by: str) -> None:
    assert folded(written) == found_by


def test_folding_never_outgrows_its_column() -> None:
    assert len(folded("ﷺ" * LONGEST_NAME)) == LONGEST_NAME


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Nordvind \n Bioenergi\tAB ", "Nordvind Bioenergi AB"),
        ("Nord\0vind", "Nord vind"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}BA dnivdroN", "BA dnivdroN"),
        ("🌲👩\N{ZERO WIDTH JOINER}🌾 Skogsbonden", "🌲👩\N{ZERO WIDTH JOINER}🌾 Skogsbonden"),
        ("می\N{ZERO WIDTH NON-JOINER}خواهم", "می\N{ZERO WIDTH NON-JOINER}خواهم"),
        ("\ud800", ""),
    ],
)
def test_a_name_is_kept_without_signs_that_are_not_seen(written: str, kept: str) -> None:
    assert cleaned(written) == kept
