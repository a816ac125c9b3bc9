from math import fsum, isclose

import pytest

from klartecken.core.names import explain, score_pairs
from klartecken.core.names.explain import probability_of

PAIRS = [
    ("Sjöbergs Åkeri AB", "Sjöbergs Bageri Aktiebolag", "organisation"),
    ("Lind, Eva", "Eva Lindh", "person"),
    ("Газпром", "Gazprom", None),
    ("Kungliga Tekniska högskolan", "KTH", "organisation"),
]


@pytest.mark.parametrize(("a", "b", "kind"), PAIRS)
def test_contributions_add_up_to_the_score(a: str, b: str, kind: str | None) -> None:
    explained = explain(a, b, kind)
    total = fsum([explained.start, *(feature.contribution for feature in explained.features)])
    assert isclose(probability_of(total), explained.score, abs_tol=1e-12)
    assert isclose(explained.score, score_pairs([(a, b)], [kind])[0], abs_tol=1e-5)


def test_the_sentence_names_what_agrees_and_what_is_left() -> None:
    explained = explain("Nordljus Åkeri AB", "Nordljus Tvätteri AB", "organisation")
    assert explained.sentence_sv.startswith(
        "Lika: Nordljus. Utan motsvarighet: Åkeri respektive Tvätteri. Samma bolagsform."
    )
    assert explained.sentence_en.startswith(
        "Same: Nordljus. Without a counterpart: Åkeri against Tvätteri. Same legal form."
    )
    assert explained.sentence == explained.sentence_sv


def test_a_nickname_is_told() -> None:
    assert "William – Bill" in explain("William Smith", "Bill Smith", "person").sentence_en


def test_an_acronym_is_told() -> None:
    assert (
        "Förkortning av det andra namnet: KTH"
        in explain("Kungliga Tekniska högskolan", "KTH", "organisation").sentence_sv
    )


def test_nothing_to_compare_is_no_match() -> None:
    explained = explain("!!", "Volvo")
    assert (explained.score, explained.features) == (0.0, ())


def test_a_certain_score_is_not_called_certain() -> None:
    assert "Sannolikhet >99 %" in explain("Sjöbergs Åkeri AB", "Sjöbergs Åkeri AB", "organisation").sentence_sv
