"""The classes into which the texts of a manual fall, for the debt of a translation.

Each message is of one class, the first that fits one of its places:

- safety: safety messages, and list items and notes that forbid, order or inform (``kind``);
- values: texts that show a technical value or product numbers;
- steps: titles and results of procedures, and everything inside a step;
- prose: all other texts of chapters and pages, the technical data, titles and descriptions of figures;
- interface: the engine's own words, the document's title, names of axes, tools and terms, words in drawings.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from halo_docs.data.base import Data
from halo_docs.data.blocks import BaseBlock, Kind, Procedure, Safety, Step
from halo_docs.data.facts import Figure, FigureLabel
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.messages.extract import domain_of
from halo_docs.text.inline import roles


class TextClass(IntEnum):
    """Class of a message, the weightiest first."""

    SAFETY = 0
    VALUES = 1
    STEPS = 2
    PROSE = 3
    INTERFACE = 4

    def __str__(self) -> str:
        return self.name.lower()


_FIGURES = frozenset({"value", "products"})
"""Roles whose text shows what the data hold."""
_PROSE = frozenset({"chapters", "specifications"})
"""Parts of the manual that are read from top to bottom."""


def is_safety(owners: tuple[Data, ...]) -> bool:
    """Tell whether a text warns, forbids, orders or informs about a hazard."""
    return any(
        isinstance(owner, Safety) or isinstance(getattr(owner, "kind", None), Kind) for owner in owners
    )


def is_step(owners: tuple[Data, ...]) -> bool:
    """Tell whether a text is a part of what a procedure says: its own, or inside a step."""
    innermost = next((owner for owner in reversed(owners) if isinstance(owner, BaseBlock)), None)
    return isinstance(innermost, Procedure) or any(isinstance(owner, Step) for owner in owners)


def is_prose(part: str, owners: tuple[Data, ...]) -> bool:
    """Tell whether a text is of chapters, technical data or about a figure, and no word or name."""
    is_of_figure = isinstance(owners[0], Figure) and not isinstance(owners[-1], FigureLabel)
    return part in _PROSE or is_of_figure


def class_of(part: str, text: Text, owners: tuple[Data, ...]) -> TextClass:
    """Return the class of a text in one of its places.

    :param part: name of the manual's part that holds it.
    :param owners: the objects that hold it, outermost first.
    """
    if is_safety(owners):
        return TextClass.SAFETY
    if any(role.name in _FIGURES for role in roles(text.source)):
        return TextClass.VALUES
    if is_step(owners):
        return TextClass.STEPS
    return TextClass.PROSE if is_prose(part, owners) else TextClass.INTERFACE


def classes(manual: Manual) -> Mapping[tuple[str, str], TextClass]:
    """Return catalog and key of every message -> its class."""
    found: dict[tuple[str, str], TextClass] = {}
    for part, text, owners in manual.texts:
        if text.is_translatable:
            name = domain_of(text), text.key
            found[name] = min(found.get(name, TextClass.INTERFACE), class_of(part, text, owners))
    return found
