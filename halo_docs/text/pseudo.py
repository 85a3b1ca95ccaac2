"""Makes a text of no language out of a real one: accented, longer, between brackets.

Who reads a page of such texts sees at a glance what was never translated (it has no accents), what is
put together from parts (brackets inside a sentence) and what has no room for a longer language (the
closing bracket is cut off). Roles, literals, addresses, codes, names and units stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import cycle
from math import ceil
from types import MappingProxyType
from typing import Literal

from halo_docs.text.codes import codes_in
from halo_docs.text.holes import holed

PSEUDO_LANGUAGES: Mapping[str, Literal["ltr", "rtl"]] = MappingProxyType(
    {"qps-ploc": "ltr", "qps-plocm": "rtl"}
)
"""Code -> direction. The codes are Microsoft's; BCP 47 leaves ``qps`` to private use."""

GROWTH = 0.4
"""Part by which a text becomes longer; short texts grow that much in many languages."""

OPENING, CLOSING = "\u27e6", "\u27e7"
"""Brackets that no manual uses; the text face has them."""

LABEL_SEPARATOR = "\u00a0\u2237"
"""Stands for the colon after a label, so that a colon of the engine is seen."""

ITEM_SEPARATOR = "\u00a0\u00a6"
"""Stands for the semicolon between items."""

_PLAIN = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ"
_RELATIVES = "åƀçđéƒĝĥîĵķļḿñøþŕšţûṿŵýžÅƁÇĐÉḞĜĤÎĴĶĻḾÑØÞŔŠŢÛṾŴÝŽ"
_ACCENTED = dict(zip(_PLAIN, _RELATIVES, strict=True))
"""Letter -> a relative of it that the text face has; q and x have none there."""

_FILLING = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor"

_SPACES = "\u00a0\u202f"


def accented(text: str) -> str:
    """Return a text with each Latin letter replaced by an accented relative, whatever accent it had."""
    return "".join(_ACCENTED.get(unicodedata.normalize("NFD", c)[0], c) for c in text)


def lengthened(text: str, kept: re.Pattern[str] | None = None) -> str:
    """Return a text accented, between brackets, and longer by :data:`GROWTH`.

    White space at its ends stays there. A text without a letter of its own is returned as it is.

    :param kept: matches what stays as it is; it never matches nothing.
    """
    bare = text.strip()
    own = kept.sub("", bare) if kept else bare
    if not bare or accented(own) == own:
        return text
    shown = kept_apart(bare, kept) if kept else accented(bare)
    # Brackets are part of the growth; what is left is filled with words that break as real ones do.
    room = ceil(len(own) * GROWTH) - 3
    filling = f" {_filling(room)}" if room > 0 else ""
    before, _, after = text.partition(bare)
    return f"{before}{OPENING}{shown}{filling}{CLOSING}{after}"


def kept_apart(text: str, kept: re.Pattern[str]) -> str:
    """Return a text accented, but for what ``kept`` matches."""
    parts: list[str] = []
    end = 0
    for match in kept.finditer(text):
        parts += [accented(text[end : match.start()]), match[0]]
        end = match.end()
    return "".join([*parts, accented(text[end:])])


def pseudo(text: str, names: Iterable[str] = (), units: frozenset[str] = frozenset()) -> str:
    """Return a text of the manual's inline grammar as a text of no language.

    :param names: what no language translates.
    :param units: symbols of units, which stay behind a number.
    """
    taken = holed(text)
    codes = codes_in(taken.text, units)
    whole = [*names, *codes.addresses, *codes.codes, *codes.abbreviations]
    patterns = [
        r"[\ufff9-\ufffc]",
        *_bounded(whole, r"(?![A-Z0-9])"),
        *_bounded(codes.letters, r"(?!\w)"),
        *(rf"(?<=\d)[\s{_SPACES}]?{re.escape(unit)}(?!\w)" for unit in sorted(units)),
    ]
    return taken.fill(lengthened(taken.text, re.compile("|".join(patterns))))


def _bounded(words: Iterable[str], end: str) -> Iterator[str]:
    """Yield a pattern for each word, the longest first; none begins inside a word."""
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        yield rf"(?<!\w){re.escape(word)}{end}"


@cache
def _filling(length: int) -> str:
    """Return accented words of a length."""
    words = cycle(accented(_FILLING).split())
    text = next(words)
    while len(text) < length:
        text += f" {next(words)}"
    return text[: length - 1] + accented("o") if text[length - 1] == " " else text[:length]
