"""The order of words, by the alphabet of each language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.manual import Manual
from halo_docs.text.collation import LATIN, sort_key


def ordered(words: str, alphabet: str = "") -> str:
    return " ".join(sorted(words.split(), key=lambda word: sort_key(word, alphabet)))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "apa zon ål åska älg öl"),
        ("fi", "aika zoomi ålanti äiti öljy"),
        ("da", "aften zone ægte øl å ål"),
        ("nb", "avis zoom ære øl ål"),
        ("de", "Abend ähnlich Apfel Öl Olive Strasse Straße Übung Ufer Zahl"),
        ("fr", "cadre câble cote côte coté côté eau œil zone"),
        ("nl", "ader één eenheid zon"),
        ("en", "AC access AC2 zone"),
    ],
)
def test_each_language_has_its_own_order(manual: Manual, language: str, words: str) -> None:
    right = {
        "de": "Abend ähnlich Apfel Öl Olive Strasse Straße Übung Ufer Zahl",
        "fr": "câble cadre cote coté côte côté eau œil zone",
        "en": "AC AC2 access zone",
    }.get(language, words)
    alphabet = manual.writing[language].alphabet
    assert ordered(" ".join(reversed(words.split())), alphabet) == right


def test_spaces_hyphens_signs_and_figures_come_before_letters() -> None:
    phrases = ["main switch", "main-switch", "main.", "main2", "mains", "main\u00a0sw", "main"]
    assert sorted(phrases, key=sort_key) == [
        *("main", "main\u00a0sw", "main switch", "main-switch", "main.", "main2", "mains")
    ]


def test_other_scripts_come_last_and_in_their_own_order() -> None:
    assert ordered("ёлка zoo еда жук Ωμέγα Άλφα") == "zoo Άλφα Ωμέγα еда ёлка жук"


@given(st.lists(st.text(), max_size=6))
def test_any_text_has_a_place(texts: list[str]) -> None:
    by_key = sorted(texts, key=sort_key)
    backwards = by_key[::-1]
    assert sorted(backwards, key=sort_key) == by_key


@given(st.text(alphabet=LATIN + "éÅß -", max_size=8))
def test_the_normal_form_makes_no_difference(text: str) -> None:
    ranks = {sort_key(unicodedata.normalize(form, text))[0] for form in ("NFC", "NFD")}
    assert len(ranks) == 1
