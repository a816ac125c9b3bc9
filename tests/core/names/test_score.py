"""Promises about which pair of names must score above which other."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.names import score_pairs

ORGANISATION, PERSON = "organisation", "person"

BETTER_THAN = [  # the first must score above the second
    (ORGANISATION, ("Sjöbergs Åkeri AB", "Sjobergs Akeri Aktiebolag"), ("Sjöbergs Åkeri AB", "Sjöbergs Bageri AB")),
    (ORGANISATION, ("AB Volvo (publ)", "Volvo"), ("AB Volvo (publ)", "Volga")),
    (ORGANISATION, ("Lunds Fastighetsbolag", "Lunds Fastighets Bolag AB"), ("Lunds Fastighetsbolag", "Lunds Bolag")),
    (ORGANISATION, ("Kungliga Tekniska högskolan", "KTH"), ("Kungliga Tekniska högskolan", "GIH")),
    (ORGANISATION, ("Göteborgs universitet", "Gothenburg University"), ("Göteborgs universitet", "Uppsala University")),
    (ORGANISATION, ("Nordea Bank Abp", "NORDEA BANK ABP"), ("Nordea Bank Abp", "Nordnet Bank AB")),
    (ORGANISATION, ("Газпром нефть", "Gazprom Neft"), ("Газпром нефть", "Gazprombank")),
    (ORGANISATION, ("جامعة الملك سعود", "King Saud University"), ("جامعة الملك سعود", "King Faisal Hospital")),
    (ORGANISATION, ("Brf Solrosen 3", "Bostadsrättsföreningen Solrosen 3"), ("Brf Solrosen 3", "Brf Solrosen 4")),
    (PERSON, ("Lind, Eva Maria", "Eva Lind"), ("Lind, Eva Maria", "Ewa Lundin")),
    (PERSON, ("William Smith", "Bill Smith"), ("William Smith", "Walter Smith")),
    (PERSON, ("Dr. Anna Berg-Holm", "Anna Berg Holm"), ("Dr. Anna Berg-Holm", "Hanna Bergman")),
    (PERSON, ("J. R. Karlsson", "Johan Rikard Karlsson"), ("J. R. Karlsson", "Erik Olof Karlsson")),
    (PERSON, ("Сергей Иванов", "Sergey Ivanov"), ("Сергей Иванов", "Igor Ivanov")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "better", "worse"), BETTER_THAN)
def test_a_better_pair_scores_higher(kind: str, better: tuple[str, str], worse: tuple[str, str]) -> None:
    high, low = score_pairs([better, worse], [kind, kind])
    assert high > low


@pytest.mark.parametrize(
    ("kind", "name"),
    [("organisation", "Sjöbergs Åkeri AB"), ("person", "Eva Maria Lind"), ("other", "Sjöbergs Åkeri AB")],
)
def test_a_name_is_itself(kind: str, name: str) -> None:
    (score,) = score_pairs([(name, name)], [kind])
    assert score > 0.97


@pytest.mark.parametrize("nothing", ["", "   ", "!!!", "\x00\x07", "—"])
def test_a_name_without_letters_is_like_nothing(nothing: str) -> None:
    assert score_pairs([(nothing, "Volvo"), ("Volvo", nothing), (nothing, nothing)]).tolist() == [0.0, 0.0, 0.0]


def test_no_pairs_give_no_scores() -> None:
    assert score_pairs([]).tolist() == []


def test_as_many_kinds_as_pairs_are_needed() -> None:
    with pytest.raises(ValueError, match="1 pairs, but 2 kinds"):
        score_pairs([("a", "b")], ["person", "person"])


def test_ten_thousand_characters_are_taken() -> None:
    assert 0.0 <= score_pairs([("å" * 10_000, "x " * 5_000)])[0] <= 1.0


def test_a_name_that_is_only_a_legal_form_is_still_a_name() -> None:
    same, other = score_pairs([("SAS", "SAS AB"), ("SAS", "ASC")])
    assert same > 0.5 > other


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["organisation", "person", "other", None]))
def test_every_pair_gets_a_probability_whichever_way_it_is_asked(a: str, b: str, kind: str | None) -> None:
    scores = score_pairs([(a, b), (b, a)], [kind, kind])
    assert np.isfinite(scores).all()
    assert ((scores >= 0) & (scores <= 1)).all()


@pytest.mark.parametrize("name", ["Volvo", "IBM", "Сбербанк", "Kungsbacka"])
@pytest.mark.parametrize("kind", ["organisation", "other"])
def test_a_single_word_is_itself_too(name: str, kind: str) -> None:
    same, capitals, other = score_pairs(
        [(name, name), (name, name.upper()), (name, f"{name[:2]}x{name[4:]}")], [kind] * 3
    )
    assert same == capitals > 0.6
    assert same > other
