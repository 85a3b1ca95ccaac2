"""The order of words in a language, from its alphabet; no library and no locale of the machine.

Words are compared letter by letter, by the letter's place in the language's alphabet, without regard
to case. A space comes before a hyphen, signs before figures, figures before letters, and letters of
other scripts last. What is not in the alphabet stands with the letter that it is made of (é with e, œ
with oe); only words that are the same otherwise are told apart by it.
"""

from __future__ import annotations

import unicodedata

LATIN = "abcdefghijklmnopqrstuvwxyz"
"""The order where a language gives none; right for languages that sort é as e and ä as a."""

_SPELT_OUT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n", "ı": "i"}
)
"""Letters that Unicode does not take apart."""

_SPACES = frozenset(" \u00a0\u202f")
_HYPHENS = frozenset("-‐\u2011")

Key = tuple[tuple[tuple[int, int], ...], str]


def sort_key(text: str, alphabet: str = "") -> Key:
    """Return what a text is sorted by.

    :param alphabet: the letters of the language in their order, lower case; a–z when empty.
    """
    ranks = {letter: rank for rank, letter in enumerate(alphabet or LATIN)}
    folded = unicodedata.normalize("NFC", text).casefold()
    return tuple(rank for letter in folded for rank in _ranks(letter, ranks)), text


def _ranks(letter: str, ranks: dict[str, int]) -> list[tuple[int, int]]:
    """Return the place of one letter: its group, and its rank there; several for letters spelt out."""
    if letter in ranks:
        return [(4, ranks[letter])]
    if letter in _SPACES:
        return [(0, 0)]
    if letter in _HYPHENS:
        return [(1, 0)]
    if letter.isdecimal():
        return [(3, int(letter))]
    parts = unicodedata.normalize("NFKD", letter).translate(_SPELT_OUT)
    if parts != letter:
        return [rank for part in parts if not unicodedata.combining(part) for rank in _ranks(part, ranks)]
    return [(5 if letter.isalpha() else 2, ord(letter))]
