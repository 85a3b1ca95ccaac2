"""Widths of words in the text face, and the lines that they make."""

from __future__ import annotations

from functools import cache

from fontTools.ttLib import TTFont

from halo_docs.design.fonts import font_files


def lacking(text: str) -> str:
    """Return the characters of a text that the text face lacks, upright or italic, each once."""
    return "".join(dict.fromkeys(c for c in text if not c.isspace() and ord(c) not in _characters()))


@cache
def _characters() -> frozenset[int]:
    found = []
    for path in font_files().values():
        with TTFont(path, lazy=True) as font:
            found.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*found)


@cache
def _advances() -> tuple[dict[int, int], int]:
    with TTFont(font_files()["normal"], lazy=True) as font:
        widths = font["hmtx"].metrics
        advances = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
        return advances, int(font["head"].unitsPerEm)


def text_width(text: str, size: float) -> float:
    """Return the width of a line of text at a font size, in the unit of the size."""
    advances, units = _advances()
    wide = advances[ord("m")]
    return sum(advances.get(ord(character), wide) for character in text) * size / units


def wrap(text: str, size: float, width: float) -> list[str]:
    """Break a text at spaces into lines no wider than ``width``; a long word stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
