"""What the page says of one message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from halo_docs.data.scalars import Text
from halo_docs.messages.catalog import Entry
from halo_docs.messages.classes import TextClass
from halo_docs.messages.translation import is_usable
from halo_docs.preview.findings import Finding
from halo_docs.problems import Location
from halo_docs.text.characters import hidden_characters


class State(StrEnum):
    """How far the translation of a message is."""

    MISSING = "missing"
    FUZZY = "fuzzy"
    STALE = "stale"
    """It translates an older source text."""
    REFUSED = "refused"
    """It is there and never shown: it lost a role, or holds hidden characters."""
    DONE = "done"


STATES: Mapping[State, str] = {
    State.MISSING: "There is no translation; the source text is shown.",
    State.FUZZY: "Somebody has marked it to be looked at; the source text is shown.",
    State.STALE: "It translates an older source text; the source text is shown.",
    State.REFUSED: "It has other roles than its source, or hidden characters; the source text is shown.",
    State.DONE: "The translation is shown.",
}
"""Every state with what it means."""


def state_of(text: Text, entry: Entry | None) -> State:
    """Return how far the translation of a text is."""
    if entry is None or not entry.target.strip():
        return State.MISSING
    if entry.is_fuzzy:
        return State.FUZZY
    if entry.source != text.source:
        return State.STALE
    return State.DONE if is_usable(entry, text) else State.REFUSED


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as its author wrote it, with its language."""

    text: str
    language: str
    direction: str

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield kind and text of each piece: plain text, role, no-break space, hidden character."""
        position = 0
        for match in _SPECIAL.finditer(self.text):
            kind = str(match.lastgroup)
            if kind == "hidden" and not any(hidden_characters(match[0])):
                continue
            if match.start() > position:
                yield "", self.text[position : match.start()]
            yield kind, f"U+{ord(match[0]):04X}" if kind == "hidden" else match[0]
            position = match.end()
        if position < len(self.text):
            yield "", self.text[position:]


_SPECIAL = re.compile(
    r"(?P<role>\{[\w-]+\}`[^`]*`)|(?P<space>[\u00a0\u202f])|(?P<hidden>[^\w\s!-~]|[\x1c-\x1f])"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One message."""

    id: str
    """Anchor on this page: the key, which is almost always unique."""
    name: str
    """Catalog and key."""
    key: str
    source: Wording
    target: Wording | None
    """None for a text that is not translated, in the source language."""
    state: State
    text_class: TextClass
    shows: tuple[tuple[str, str], ...]
    """Each role, and what it shows in this language."""
    comment: str
    anchors: tuple[str, ...]
    """Addresses of the places on the manual's own pages, relative to this page."""
    catalog: Location | None
    """Where the translation stands; None while the catalog lacks it."""
    catalog_path: str
    origin: Location
    """Where the author wrote the source text."""
    is_origin_here: bool
    """The source text stands in a file of the project, as the engine's own words may not."""
    findings: tuple[Finding, ...]
