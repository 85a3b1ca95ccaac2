"""Prose that somebody has written directly in a MyST page, around the blocks of the manual.

Sphinx itself reads and translates it, so the manual does not know it. What a reader must find of it are the
words between its roles, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from halo_docs.messages.extract import PAGES_DOMAIN
from halo_docs.messages.translation import Translation

Prose = tuple[str, ...]
"""The words of one paragraph, cut at its roles and marks; without white space."""

_FENCED = re.compile(r"^(`{3,}|~{3,}|:{3,}).*?^\1\s*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"^%.*$", re.MULTILINE)
_ROLE = re.compile(r"\{[\w:-]+\}`[^`]*`|[*_`#]+|\[|\]\([^)]*\)|^\s*[-+]\s", re.MULTILINE)


def page_prose(folder: Path, translation: Translation) -> tuple[Prose, ...]:
    """Return the paragraphs of all pages of a folder, in the source language and translated.

    :param folder: Sphinx's source folder.
    """
    catalog = translation.catalogs.get(PAGES_DOMAIN)
    translated = {_folded(e.source): e.target for e in catalog.other if e.target} if catalog else {}
    found: list[Prose] = []
    for path in sorted(folder.glob("*.md")):
        for paragraph in _paragraphs(path.read_text("utf-8", "replace")):
            texts = (paragraph, translated.get(_folded(paragraph), ""))
            found += [pieces for text in texts if (pieces := _pieces(text))]
    return tuple(found)


def _paragraphs(text: str) -> Iterator[str]:
    bare = _COMMENT.sub("", _FENCED.sub("", text))
    return (part.strip() for part in re.split(r"\n\s*\n", bare) if part.strip())


def _pieces(text: str) -> Prose:
    return tuple(piece for part in _ROLE.split(text) if (piece := "".join(part.split())))


def _folded(text: str) -> str:
    return " ".join(text.split())


def is_prose(found: str, known: tuple[Prose, ...]) -> bool:
    """Tell whether a text is made of paragraphs of the pages: each of their words in order, and little more.

    :param found: the text, without white space.
    """
    rest = found
    for pieces in known:
        at = 0
        for piece in pieces:
            at = rest.find(piece, at)
            if at < 0:
                break
            at += len(piece)
        else:
            start = rest.find(pieces[0])
            rest = rest[:start] + rest[at:]
    return len(rest) < len(found) and len(rest) <= _ROLE_TEXT


_ROLE_TEXT = 80
"""Characters that roles at the edges of a paragraph may show."""
