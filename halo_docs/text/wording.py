"""Finds words of a list in running text, without regard to case and to what roles show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from halo_docs.text.inline import Inline, Literal, Plain, Strong, parse

HOLE = "\ufffc"
"""Stands in running text for a role or a literal (Unicode: object replacement character)."""


@cache
def running(text: str) -> str:
    """Return a text without marks, each role and literal replaced by :data:`HOLE`."""
    return "".join(_running(parse(text)))


def _running(parts: tuple[Inline, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case Plain(text):
                yield text
            case Strong(children):
                yield from _running(children)
            case _:
                yield HOLE


def literals(text: str) -> tuple[str, ...]:
    """Return what stands between single backquotes, in order."""

    def find(parts: tuple[Inline, ...]) -> Iterator[str]:
        for part in parts:
            if isinstance(part, Literal):
                yield part.text
            elif isinstance(part, Strong):
                yield from find(part.children)

    return tuple(find(parse(text)))


def strong_count(text: str) -> int:
    """Return how many emphasised runs a text has."""
    return sum(isinstance(part, Strong) for part in parse(text))


_DOUBLED = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]*)[ \u00a0\u202f]+\1(?![\w’'-])")
_DOUBLED_FIRST = re.compile(r"(?:\A|(?<=[.!?] ))([^\W\d_])([\w’'-]*) (?!\1)((?i:\1)\2)(?![\w’'-])")


@cache
def doubled_words(text: str) -> tuple[str, ...]:
    """Return the words of a running text that stand twice in a row, also where the first is a capital."""
    found = [match[1] for match in _DOUBLED.finditer(text)]
    return (*found, *(match[3] for match in _DOUBLED_FIRST.finditer(text)))


def words_in(words: Sequence[str], text: str) -> list[str]:
    """Return every place in a running text that matches an entry of a word list, as it stands there.

    :param words: whole words or phrases; a trailing ``*`` stands for any ending; an entry that ends
        with an apostrophe stands for the elided word before another one.
    """
    return [match[0] for match in _pattern(tuple(map(str, words))).finditer(text)] if words else []


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # Longest first: "must not" before "must".
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_entry, ordered))})", re.IGNORECASE)


def _entry(entry: str) -> str:
    parts = []
    for word in entry.split():
        is_stem = word.endswith("*")
        parts.append(re.escape(word.rstrip("*")) + (r"\w*" if is_stem else ""))
    end = "" if entry.endswith(("'", "’", "*")) else r"(?!\w)"
    return r"[\s\u00a0]+".join(parts) + end
