"""Edits messages of a catalog; every byte of the others stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from halo_docs.messages.catalog_text import Block, CatalogText

SUGGESTED = "# pretranslated: "
"""Begins the translator comment of a suggestion; it goes when the translation is accepted."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where a translation comes from that a person has to judge."""

    comment: str
    """How it was found."""
    origin: str
    """What it is the translation of, for a reader who looks for it."""
    source: str | None
    """The text that it translates, where that is another one than the message's."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of one message."""

    target: str | None
    """None: the translation stays."""
    is_fuzzy: bool
    suggestion: Suggestion | None = None


def edited(path: Path, edits: Mapping[str, Edit]) -> bytes:
    """Return a catalog with some messages edited.

    :param edits: key of a message -> what becomes of it.
    """
    text = CatalogText.parse(path.read_bytes())
    blocks = []
    for block in text.blocks:
        edit = None if block.is_obsolete else edits.get(block.key or "")
        blocks.append(block if edit is None else _edited(block, edit))
    return text.with_blocks(blocks).render()


def _edited(block: Block, edit: Edit) -> Block:
    block = block.without_remarks(SUGGESTED).with_fuzzy(edit.is_fuzzy)
    if edit.target is not None:
        block = block.with_target(edit.target)
    if not edit.is_fuzzy:
        return block.with_previous(None, None)
    if edit.suggestion is None:
        return block
    found = edit.suggestion
    # The origin stands where update-po names another message, so that nobody takes the text for a former
    # source of this one.
    previous = (None, None) if found.source is None else (found.origin, found.source)
    return block.with_previous(*previous).with_remarks([f"{SUGGESTED}{found.comment}, {found.origin}"])
