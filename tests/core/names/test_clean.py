import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartecken.core.names.clean import plain
from klartecken.core.names.persons import person_words

PLAIN = [
    ("Sjöbergs Åkeri AB", "sjobergs akeri ab"),
    ("  O'Brien & Söner  ", "obrien and soner"),
    ("S.A.S. d'Évian", "sas devian"),
    ("Straße 12", "strasse 12"),
    ("ＦＵＬＬＷＩＤＴＨ", "fullwidth"),
    ("Казахский университет", "kazakhskiy universitet"),
    ("北京大学", "bei jing da xue"),
    ("محمد علي", "mhmd ali"),
    ("السلطان قابوس", "al sltan qabus"),
    ("דוד", "dvd"),
    ("Ινστιτούτο", "institouto"),
    ("İstanbul", "istanbul"),
    ("V\u043elv\u043e", "volvo"),
    ("\u0412\u043e\u043b\u044c\u0432\u043e", "volvo"),
    ("\ud800abc", "abc"),
    ("a\u200bb\u00adc", "abc"),
    ("", ""),
    ("\x00\x01", ""),
]


@pytest.mark.parametrize(("written", "expected"), PLAIN)
def test_a_name_becomes_plain_words(written: str, expected: str) -> None:
    assert plain(written) == expected


@given(st.text(max_size=300))
def test_plain_words_are_ascii_lower_case_and_stay_as_they_are(name: str) -> None:
    words = plain(name)
    assert words.isascii()
    assert words == words.lower()
    assert "  " not in words
    assert plain(words) == words


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Lind, Eva Maria", "eva maria lind"),
        ("Dr. Eva Lind Jr", "eva lind"),
        ("AL-SA'DI, Amir", "amir al sadi"),
        ("Dr.", "dr"),
        ("", ""),
    ],
)
def test_a_persons_name_is_turned_and_loses_its_titles(written: str, expected: str) -> None:
    assert person_words(written) == expected
