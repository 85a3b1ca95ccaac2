"""Characters that are not seen, or taken for others."""

from __future__ import annotations

import string
import time

from hypothesis import given
from hypothesis import strategies as st

from halo_docs.text.alphabet import mojibake
from halo_docs.text.characters import hidden_characters, lookalikes

LATIN = st.text(string.ascii_letters + " .,-0123456789äéñøßœ", min_size=1)


@given(LATIN)
def test_latin_text_is_what_it_looks_like(text: str) -> None:
    assert not list(lookalikes(text))
    assert not list(hidden_characters(text))


@given(st.text(string.ascii_letters, min_size=1), st.sampled_from("аеорсухѕіј"), st.integers(0, 20))
def test_one_foreign_letter_in_a_word_is_found(word: str, letter: str, position: int) -> None:
    assert list(lookalikes(word[:position] + letter + word[position:])) == [letter]


@given(st.text("абвгдежзиклмнопрстуфхцчшщъыьэюя ", min_size=1))
def test_a_language_with_those_letters_has_no_look_alikes(text: str) -> None:
    assert not list(lookalikes(text, "абвгдежзиклмнопрстуфхцчшщъыьэюя"))


@given(st.text("αβγδεζηθικλμνξοπρστυφχψω ", min_size=1))
def test_a_text_of_another_script_is_no_disguise(text: str) -> None:
    assert not list(lookalikes(text))


def test_a_long_run_without_letters_is_looked_at_in_bounded_time() -> None:
    started = time.process_time()
    assert list(mojibake("\ufffc" * 10_000, "")) == []
    assert time.process_time() - started < 5
