"""One class of faults of a finished output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from halo_docs.statements.book import Book


@dataclass(frozen=True, slots=True)
class Site:
    """The HTML of a language, in a folder that may be changed."""

    folder: Path
    other: Path
    """The HTML of another language."""
    book: Book


@dataclass(frozen=True, slots=True)
class ScreenFault:
    """A fault of the HTML."""

    id: str
    what: str
    put: Callable[[Site], str | None]
    """Changes the folder; returns what a finding must name, or None where there is no material."""
    is_seen: bool = False
    """Only a browser can find it."""


@dataclass(frozen=True, slots=True)
class Print:
    """What a PDF is made from."""

    html: str
    css: str
    book: Book


@dataclass(frozen=True, slots=True)
class PaperFault:
    """A fault of the PDF: of what it is made from, or of the finished file."""

    id: str
    what: str
    put: Callable[[Print], tuple[str, str, str] | None] | None = None
    """Returns HTML, CSS and what a finding must name; None where there is no material."""
    spoil: Callable[[Path, Book], str | None] | None = None
    """Changes the finished file; returns what a finding must name."""
