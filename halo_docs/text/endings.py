"""The mark that a text ends with."""

from __future__ import annotations

from functools import cache

from halo_docs.text.corrections import SPACES
from halo_docs.text.holes import MARK, NOTE, holed

_ALIKE = str.maketrans("。．：？！؟।۔", "..:?!?..")
"""Marks of other scripts -> the mark of the same meaning."""


@cache
def end_mark(text: str) -> str:
    """Return ``.``, ``:``, ``?``, ``!`` or ``…`` if the text ends with it, else nothing.

    Closing quotation marks and brackets, emphasis and marks of footnotes do not count.
    """
    shown = holed(text).text.rstrip(f"{SPACES}{MARK}{NOTE}\"'”“»«’‘›‹)]")
    last = shown[-1:].translate(_ALIKE)
    return last if last in tuple(".:?!…") else ""
