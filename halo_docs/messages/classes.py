"""What kind of text a message is: the same classes wherever messages are counted or shown."""

from __future__ import annotations

from enum import StrEnum

from halo_docs.data.base import Data
from halo_docs.data.blocks import ListItem, Note, Procedure, Safety, Step
from halo_docs.data.facts import Axis, Tool, Unit
from halo_docs.data.identity import Interface, SignalWords
from halo_docs.data.scalars import Text
from halo_docs.text.inline import roles


class TextClass(StrEnum):
    """Classes of texts, the gravest first; a text belongs to the first that fits."""

    SAFETY = "safety"
    """Safety messages, and list items and notes that say what they ask for."""
    VALUES = "values"
    """Texts that show a value or product numbers."""
    STEPS = "steps"
    """Actions and their results."""
    INTERFACE = "interface"
    """Words around the text: the engine's own, axes, tools, units."""
    PROSE = "prose"
    """All the rest."""


def class_of(text: Text, owners: tuple[Data, ...]) -> TextClass:
    """Return the class of a text.

    :param owners: what holds the text, outermost first.
    """
    owner = owners[-1]
    if isinstance(owner, Safety | SignalWords) or (isinstance(owner, ListItem | Note) and owner.kind):
        return TextClass.SAFETY
    if any(role.name in ("value", "products") for role in roles(text.source)):
        return TextClass.VALUES
    if isinstance(owner, Step) or (isinstance(owner, Procedure) and text is owner.result):
        return TextClass.STEPS
    if isinstance(owners[0], Interface | Axis | Tool | Unit):
        return TextClass.INTERFACE
    return TextClass.PROSE
