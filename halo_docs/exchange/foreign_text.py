"""Turns a segment of another program into a text of our grammar.

Our own codes become roles, literals and emphasis again. Formatting of other programs is left out, its
words stay; a placeholder of another program stands for something that we do not know, and the segment
cannot be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from halo_docs.exchange.coding import LONGEST, STRONG
from halo_docs.text.inline import Literal, Role, faults, parse

_AROUND = frozenset({"g", "pc", "mrk", "hi"})
"""Codes around words, which are kept."""
_EDGES = frozenset({"bpt", "ept", "bx", "ex", "sc", "ec"})
"""Codes that begin or end something."""
_ALONE = frozenset({"ph", "x"})
_DEPTH = 40
_OURS = re.compile(rf"{re.escape(STRONG)}|\{{[\w-]+\}}`| <[^<>`]*>`")
"""What stands before or behind words, in our grammar."""
_SPACES = re.compile(r"[ \t\r\n]+")


class _Unknown(ValueError):
    """The segment has a code that stands for something unknown."""


def text_of(segment: etree._Element, data: Mapping[str, str]) -> str | None:
    """Return the text of a segment, or None where it cannot be said.

    :param data: id of original data (XLIFF 2) -> what it stands for.
    """
    try:
        text = _SPACES.sub(" ", "".join(_words(segment, data, 0))).strip(" ")
    except _Unknown:
        return None
    return None if len(text) > LONGEST or any(faults(text)) else text


def _words(element: etree._Element, data: Mapping[str, str], depth: int) -> Iterator[str]:
    if depth > _DEPTH:
        raise _Unknown
    yield element.text or ""
    for child in element:
        tag = str(child.tag).rpartition("}")[2]
        code = _code(child, data)
        if tag in _AROUND:
            yield from _around(child, data, depth)
        elif tag in _EDGES:
            yield code if _OURS.fullmatch(code) else ""
        elif tag in _ALONE and _is_ours(code):
            yield code
        else:
            raise _Unknown
        yield child.tail or ""


def _around(element: etree._Element, data: Mapping[str, str], depth: int) -> Iterator[str]:
    """Yield a pair of codes, if they are ours, and the words between them."""
    start, end = (data.get(str(element.get(part)), "") for part in ("dataRefStart", "dataRefEnd"))
    if start and not end and _is_ours(start):
        # The role has no words of its own; those are what it shows.
        yield start
        return
    is_ours = bool(_OURS.fullmatch(start) and _OURS.fullmatch(end))
    yield start if is_ours else ""
    yield from _words(element, data, depth + 1)
    yield end if is_ours else ""


def _code(element: etree._Element, data: Mapping[str, str]) -> str:
    """Return what a code says that it stands for."""
    if element.get("dataRef") in data:
        return data[str(element.get("dataRef"))]
    own = "" if len(element) else (element.text or "")
    return element.get("equiv") or element.get("equiv-text") or own


def _is_ours(code: str) -> bool:
    parts = parse(code)
    return len(parts) == 1 and isinstance(parts[0], Role | Literal)
