"""What is drawn on the pages of a PDF: texts with their places, and pictures of the pages, by PDFium."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

_MAX_TEXT = 20_000
UNMARKED = -1
"""Stands for the marked content of what has none."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that is drawn in one go."""

    text: str
    box: tuple[float, float, float, float]
    """Left, bottom, right, top, in points."""


@dataclass(slots=True)
class DrawnPage:
    """What is drawn on one page."""

    size: tuple[float, float]
    """Width and height, in points."""
    by_mark: dict[int, list[str]]
    """Marked content -> texts, in the order in which they are drawn."""
    runs: list[Run]
    picture: tuple[int, int, bytes]
    """In grey: width, height, one byte a pixel."""


SCALE = 2
"""Pixels in a point, of the pictures of pages."""


def drawn_pages(path: Path) -> list[DrawnPage]:
    """Return what is drawn on each page.

    :raises pypdfium2.PdfiumError: when the file cannot be read.
    """
    pages = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text_page = page.get_textpage()
            found = DrawnPage(page.get_size(), defaultdict(list), [], (0, 0, b""))
            count = raw.FPDFPage_CountObjects(page)
            _collect(
                found,
                text_page,
                count,
                partial(raw.FPDFPage_GetObject, page),
                None,
                (1, 0, 0, 1, 0, 0),
            )
            bitmap = page.render(scale=SCALE, grayscale=True)
            rows = bytes(bitmap.buffer)
            if bitmap.stride != bitmap.width:
                starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
                rows = b"".join(rows[start : start + bitmap.width] for start in starts)
            found.picture = (bitmap.width, bitmap.height, rows)
            text_page.close()
            page.close()
            pages.append(found)
    return pages


_Matrix = tuple[float, float, float, float, float, float]


def _collect(
    page: DrawnPage, text_page: Any, count: int, get: Callable[[int], Any], mark: int | None, matrix: _Matrix
) -> None:
    """Collect the texts of a page, or of a drawing that is put on it.

    :param mark: marked content that the drawing belongs to.
    :param matrix: from the drawing to the page.
    """
    buffer = (ctypes.c_ushort * _MAX_TEXT)()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count):
        item = get(index)
        kind = raw.FPDFPageObj_GetType(item)
        own = raw.FPDFPageObj_GetMarkedContentID(item)
        own_mark = own if own >= 0 else mark
        if kind == raw.FPDF_PAGEOBJ_FORM:
            inner = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, inner)
            moved = _times((inner.a, inner.b, inner.c, inner.d, inner.e, inner.f), matrix)
            parts = raw.FPDFFormObj_CountObjects(item)
            _collect(
                page,
                text_page,
                parts,
                partial(raw.FPDFFormObj_GetObject, item),
                own_mark,
                moved,
            )
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            length = raw.FPDFTextObj_GetText(item, text_page, buffer, _MAX_TEXT)
            text = bytes(buffer)[: max(0, min(length, 2 * _MAX_TEXT) - 2)].decode("utf-16-le", "replace")
            if raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                box = _moved((left.value, bottom.value, right.value, top.value), matrix)
                page.runs.append(Run(text, box))
            page.by_mark[UNMARKED if own_mark is None else own_mark].append(text)


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(box: tuple[float, float, float, float], matrix: _Matrix) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
