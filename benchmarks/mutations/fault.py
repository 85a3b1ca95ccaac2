"""What a fault is, and a class of faults."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Generic, TypeVar

Material = TypeVar("Material")


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that is done to one file."""

    path: str
    """File relative to the root."""
    places: tuple[str, ...]
    """Keys of the messages, or names of the things, that it touches."""
    before: str
    after: str
    apply: Callable[[str], str | bytes] | None = field(compare=False)
    """Takes the file's text, returns its new content; None: the file is deleted."""
    source: str = ""
    """The source text, for a translation."""
    is_text: bool = False
    """``after`` is what a source text says now."""


@dataclass(frozen=True, slots=True)
class FaultClass(Generic[Material]):
    """One kind of fault."""

    id: str
    group: str
    is_mechanical: bool
    """Comparison with the data decides it; the others are of meaning."""
    about: str
    """What is done, for the report."""
    edits: Callable[[Material], Iterator[Edit]]
    """Yields every edit of this kind that the material allows."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One drawn case, ready to be written."""

    kind: str
    """Id of its class."""
    language: str
    number: int
    path: str
    places: tuple[str, ...]
    before: str
    after: str
    source: str
    is_text: bool
    content: bytes | None
    """What the file holds now; None: it is deleted."""

    @property
    def name(self) -> str:
        """A name that is fit for a file."""
        return f"{self.kind}-{self.language}-{self.number}"

    @property
    def is_held_out(self) -> bool:
        """Tell whether it is in a message that was kept from the writers of rules."""
        return bool(self.places) and is_held_out(PurePosixPath(self.path).stem, self.places[0])


def is_held_out(domain: str, key: str) -> bool:
    """Tell whether a message was kept from the writers of rules and word lists."""
    return hashlib.sha256(f"{domain}/{key}".encode()).digest()[0] % 4 == 0
