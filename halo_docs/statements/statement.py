"""One thing that a reader must find at one place of the manual."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from halo_docs.data.blocks import Level
from halo_docs.problems import Location

PAGE = "\ue000"
"""Stands in a text where print shows the page of the next of the statement's page references."""
_PRINT_ONLY = re.compile("\ue001(.*?)\ue002")


def print_only(text: str) -> str:
    """Mark a part of a text that stands on paper and not on the screen."""
    return f"\ue001{text}\ue002"


class Kind(StrEnum):
    """What a statement is; the proof counts them by kind."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NOTE = "note"
    SAFETY = "safety"
    STEP = "step"
    NUMBER = "number"
    LEGEND = "legend"
    CELL = "cell"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    MARK = "mark"
    COVER = "cover"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Shown:
    """A datum inside a statement: a value, or the product numbers of a variant."""

    role: str
    """value or products."""
    target: str
    text: str
    """As the language writes it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text in one language, with what its roles show."""

    text: str
    """With the marks of :data:`PAGE` and :func:`print_only`."""
    shown: tuple[Shown, ...] = ()
    references: tuple[str, ...] = ()
    """Ids of the places that it refers to, in order."""
    addresses: tuple[str, ...] = ()
    """Addresses that it links to, in order."""
    terms: tuple[str, ...] = ()
    """Entries of the glossary that its words lead to, in order."""
    is_fallback: bool = False
    """It is in the source language, for want of a translation."""

    def __add__(self, other: Said | str) -> Said:
        if isinstance(other, str):
            other = Said(other)
        return Said(
            self.text + other.text,
            self.shown + other.shown,
            self.references + other.references,
            self.addresses + other.addresses,
            self.terms + other.terms,
            self.is_fallback or other.is_fallback,
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """What a reader must find at one place."""

    kind: Kind
    id: str
    """Id of the block, and the anchor that holds the text; empty for what has none."""
    said: Said
    location: Location
    """Where its author wrote it."""
    level: Level | None = None
    """Of a signal word."""
    on_screen: bool = True
    """False: stands in print alone; the screen does it by style."""
    entry: str = ""
    """In the contents: id of the heading whose page is shown."""

    @property
    def paged(self) -> tuple[str, ...]:
        """Ids whose page print shows in the text, in order."""
        return (self.entry,) if self.entry else self.said.references

    @property
    def screen_text(self) -> str:
        """The text in HTML."""
        return _PRINT_ONLY.sub("", self.said.text)

    @property
    def paper_text(self) -> str:
        """The text in print, with :data:`PAGE` where a page number stands."""
        return _PRINT_ONLY.sub(r"\1", self.said.text)

    @property
    def name(self) -> str:
        """How findings call it."""
        return f"{self.kind} {self.id}" if self.id else str(self.kind)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, symbol or code that a reader must find at one place."""

    place: str
    """Id of what shows it; it is an anchor."""
    figure: str
    """Id in figures.yaml."""
    alt: str
    description: str
    """Long description; may be empty."""
    words: tuple[str, ...]
    """Labels, values and letters that stand in the drawing, in the order of the drawing."""
    address: str
    """Of a QR code; otherwise empty."""
    location: Location
    is_fallback: bool = False
