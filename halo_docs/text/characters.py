"""Characters that a reader does not see, or takes for others (Unicode TR 36 and TR 39)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")

_LIKE_LATIN = frozenset("АВЕКМНОРСТУХЅІЈԚԜавеорсухѕіјһԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιρυօսոհքԼՕՍɑɡıſ")
"""Letters that look like a Latin one."""

_SYMBOLS = frozenset("νιρυ")
"""Greek letters that stand alone as the symbol of a quantity."""


def hidden_characters(text: str) -> Iterator[str]:
    """Yield the characters that no reader sees: control, direction, zero-width (Unicode Cc, Cf, Co).

    The soft hyphen (U+00AD) is meant to be invisible and may stand in a text.
    """
    for character in text if not text.isprintable() else ():
        if character != "\u00ad" and unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn"):
            yield character


def lookalikes(text: str, letters: str = "") -> Iterator[str]:
    """Yield the letters that a reader takes for others.

    Found are Latin-looking letters of another script in a word with Latin ones, words of nothing but
    such letters in a text that is Latin otherwise, Latin letters in a word of another script, and
    letters of the full-width and mathematical sets. Symbols (Ω, µ) and honest words of another script
    are none.

    :param letters: the letters of the language besides a–z; none of them is a look-alike.
    """
    if text.isascii():
        return
    own = {*letters, *letters.upper()}
    is_latin = 2 * sum(map(_is_latin, filter(str.isalpha, text))) > sum(map(str.isalpha, text))
    for word in _WORD.findall(text):
        like = [letter for letter in word if letter in _LIKE_LATIN and letter not in own]
        is_mixed = any(letter.isascii() for letter in word)
        is_disguised = is_latin and len(like) == len(word) and not _SYMBOLS.issuperset(word)
        if like and (is_mixed or is_disguised):
            yield from like
        elif is_mixed and any("CYRILLIC" in _name(letter) for letter in word):
            yield from (letter for letter in word if letter.isascii())
        yield from (letter for letter in word if _is_styled(letter))


def _is_latin(letter: str) -> bool:
    return _name(letter).startswith("LATIN")


@cache
def _name(letter: str) -> str:
    return unicodedata.name(letter, "")


@cache
def _is_styled(letter: str) -> bool:
    """Tell whether a letter is another one in full width, in a mathematical face, or a ligature."""
    return unicodedata.decomposition(letter).startswith(("<wide>", "<font>")) or "ﬀ" <= letter <= "ﬆ"
