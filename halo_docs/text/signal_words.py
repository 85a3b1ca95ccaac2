"""Finds signal words that somebody typed; the level of a message gives them."""

from __future__ import annotations

import re
from functools import cache

_OPENING = r"[\s*_«»\"“„'‘(\[\ufffc]*"
_LABEL = r"[\s\u00a0\u202f]*(?:[:!：！–—]|-\s)"


def label_in(words: tuple[str, ...], text: str) -> str | None:
    """Return the signal word that a running text begins with as a label, if it does."""
    found = _starting(words).match(text)
    return found[1] if found else None


def capital_in(words: tuple[str, ...], text: str) -> str | None:
    """Return a signal word in capitals anywhere in a running text, if there is one."""
    found = _capital(words).search(text)
    return found[0] if found else None


@cache
def _starting(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match a signal word as a label: before a mark, or in capitals at the start of a longer text."""
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    capital = "|".join(sorted(map(re.escape, _in_capitals(words)), key=len, reverse=True))
    return re.compile(rf"{_OPENING}((?i:{either})(?={_LABEL})|(?:{capital or '(?!)'})(?=\W+\w))")


@cache
def _capital(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, _in_capitals(words)), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either or '(?!)'})(?!\w)")


def _in_capitals(words: tuple[str, ...]) -> list[str]:
    """Return the words in capitals, in scripts that have capitals."""
    return [word.upper() for word in dict.fromkeys(words) if word.upper() != word.lower()]
