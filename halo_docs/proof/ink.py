"""Tells whether text that a PDF holds can be seen on its pages: not hidden, covered, clipped or white."""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.proof.pdf_drawn import SCALE, Run
from halo_docs.proof.pdf_file import PdfFile

CONTRAST = 40
"""Difference of grey, of 255, that ink must have to what is around it."""
_PART = 3
"""Characters at each end of a run that are looked at by themselves: where clipping would show."""


def unseen(file: PdfFile) -> Iterator[tuple[int, str, str]]:
    """Yield page, text and what is wrong with it."""
    for number, (runs, size, picture) in enumerate(zip(file.runs, file.sizes, file.pictures, strict=True)):
        for run in runs:
            text = run.text.strip("\x00 \u00a0\u202f\t\r\n")
            if text:
                fault = _fault(run, text, size, picture)
                if fault:
                    yield number, text, fault


def _fault(run: Run, text: str, size: tuple[float, float], picture: tuple[int, int, bytes]) -> str:
    left, bottom, right, top = run.box
    if left < -1 or bottom < -1 or right > size[0] + 1 or top > size[1] + 1:
        return "runs out of the page"
    width = right - left
    if width * (top - bottom) <= 0:
        return "has no size"
    part = width * min(1.0, _PART / len(text))
    stretches = ((left, right), (left, left + part), (right - part, right))
    for start, end in stretches if len(text) > 2 * _PART else stretches[:1]:
        if not _has_ink((start, bottom, end, top), size[1], picture):
            return "cannot be seen" if (start, end) == (left, right) else "is cut off"
    return ""


def _has_ink(box: tuple[float, float, float, float], height: float, picture: tuple[int, int, bytes]) -> bool:
    width, rows, pixels = picture
    first = max(0, int(box[0] * SCALE) - 1)
    last = min(width, int(box[2] * SCALE) + 2)
    darkest, lightest = 255, 0
    for row in range(max(0, int((height - box[3]) * SCALE)), min(rows, int((height - box[1]) * SCALE) + 1)):
        line = pixels[row * width + first : row * width + last]
        if line:
            darkest, lightest = min(darkest, min(line)), max(lightest, max(line))
            if lightest - darkest >= CONTRAST:
                return True
    return False
