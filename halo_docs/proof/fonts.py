"""Tells whether the fonts of a PDF are ours, and whether each glyph looks like the character it is read as.

A PDF shows glyphs and says which characters they are; the two can differ. Each glyph that a character is
read from must have the outline that our text face has for that character: the same contours and the same
points on them. A variable face moves the points between its weights and keeps their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from halo_docs.proof.pdf_file import Font

Shape = tuple[tuple[int, ...], bytes]
"""Ends of the contours, and which points lie on them."""


def font_faults(fonts: Iterable[Font], family: str, own: Iterable[Path]) -> Iterator[str]:
    """Yield what is wrong with the fonts of a file.

    :param family: name of our text face, as the file has it.
    :param own: our font files.
    """
    faces = tuple(own)
    for font in fonts:
        name = font.name.partition("+")[2] or font.name
        if font.program is None:
            yield f"the font {name} is not embedded"
        elif not name.replace("-", " ").startswith(family):
            yield f"the font {name} is not ours"
        else:
            yield from _glyph_faults(font, name, faces)


def glyph_count(fonts: Iterable[Font]) -> int:
    """Return how many glyphs are looked at."""
    return sum(len(font.characters) for font in fonts)


def _glyph_faults(font: Font, name: str, faces: tuple[Path, ...]) -> Iterator[str]:
    assert font.program is not None
    try:
        embedded = TTFont(BytesIO(font.program))
        glyphs, order = embedded["glyf"], embedded.getGlyphOrder()
    except (TTLibError, KeyError, AssertionError) as error:
        yield f"the font {name} cannot be read: {error}"
        return
    for number, characters in sorted(font.characters.items()):
        if number == 0:
            yield f'"{characters}" is drawn as an empty box (font {name})'
            continue
        if number >= len(order):
            yield f'"{characters}" has no glyph (font {name})'
            continue
        known = {shape for face in faces for shape in _shapes(face, characters)}
        if known and _shape(glyphs, order[number]) not in known:
            yield f'"{characters}" is drawn as another character (font {name})'


@cache
def _shapes(face: Path, characters: str) -> frozenset[Shape]:
    """Return the outlines that a face has for a character: its glyph, and the other forms of it."""
    glyphs, by_base, names = _face(face)
    if len(characters) != 1 or ord(characters) not in names:
        return frozenset()
    base = names[ord(characters)].partition(".")[0]
    return frozenset(_shape(glyphs, name) for name in by_base.get(base, ()))


@cache
def _face(face: Path) -> tuple[Any, dict[str, list[str]], dict[int, str]]:
    font = TTFont(BytesIO(face.read_bytes()))
    by_base: dict[str, list[str]] = {}
    for name in font.getGlyphOrder():
        by_base.setdefault(name.partition(".")[0], []).append(name)
    return font["glyf"], by_base, font.getBestCmap()


def _shape(glyphs: Any, name: str) -> Shape:
    glyph = glyphs[name]
    _, ends, flags = glyph.getCoordinates(glyphs)
    return tuple(ends), bytes(flag & 1 for flag in flags)
