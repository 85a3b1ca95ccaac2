"""Finds characters that were not drawn with our own fonts.

Where our fonts lack a character, Pango takes any font of the machine, or draws an empty box. The
same manual would then look different elsewhere, so both are findings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

_ID = re.compile(r'\bid="([^"]+)"')
_MOST_BLOCKS = 3
"""So many places are told of one character."""


class DrawnFont(Protocol):
    """What WeasyPrint knows of a font that it has drawn with."""

    @property
    def family(self) -> str:
        """The name of the family."""

    @property
    def to_unicode(self) -> Mapping[int, str]:
        """Glyph -> the characters that it stands for."""

    @property
    def missing(self) -> Mapping[int, int]:
        """Characters that no font has -> the glyph that stands in."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong with a typeset page."""

    message: str
    block: str = ""
    """Id of the block in which it is, as far as that is known."""


def foreign_characters(fonts: Iterable[DrawnFont], own: Collection[str], html: str) -> Iterator[Complaint]:
    """Yield each character that our fonts lack, with the blocks that hold it.

    :param own: the families that are ours.
    :param html: the page, where the blocks are looked up.
    """
    found: dict[str, str] = {}
    for font in fonts:
        missing = {chr(code): "an empty box" for code in font.missing}
        found |= missing
        if font.family not in own:
            for characters in font.to_unicode.values():
                found |= {c: f"the font {font.family}" for c in characters if c not in missing}
    for character, shown in sorted(found.items()):
        message = f'our fonts lack "{character}" (U+{ord(character):04X}); {shown} would be shown'
        blocks = list(dict.fromkeys(_blocks_with(html, character)))[:_MOST_BLOCKS]
        yield from (Complaint(message, block) for block in blocks or [""])


def _blocks_with(html: str, character: str) -> Iterator[str]:
    marks = list(_ID.finditer(html))
    starts = [mark.start() for mark in marks]
    for place in re.finditer(re.escape(character), html):
        index = bisect_right(starts, place.start())
        if index:
            yield marks[index - 1][1]
