"""What a translator is told of a message beside its text: its place, what it shows, how long it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from halo_docs.data.base import Data
from halo_docs.data.blocks import Column
from halo_docs.data.facts import FigureLabel
from halo_docs.data.scalars import Text
from halo_docs.exchange.units import Unit
from halo_docs.figures.fill import LABEL_SIZE
from halo_docs.figures.measure import text_width
from halo_docs.figures.source import rooms
from halo_docs.messages.extract import context
from halo_docs.messages.translation import source_translation
from halo_docs.nodes.scope import Scope
from halo_docs.text.inline import Literal, Plain, Role, parse, roles


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know."""

    category: str
    text: str


def source_scope(scope: Scope) -> Scope:
    """Return the same manual in its source language."""
    return replace(scope, translation=source_translation(scope.manual))


def notes(scope: Scope, unit: Unit) -> Iterator[Note]:
    """Yield the notes of a message, in a fixed order.

    :param scope: the manual in its source language.
    """
    seen = dict.fromkeys(part for use in unit.uses for part in _places(*use))
    yield from (Note(category, text) for category, text in seen)
    for location in unit.locations:
        yield Note("place", f"{location.path}:{location.line}")
    if roles(unit.text.source):
        yield Note("shows", scope.plain(unit.text))
    yield from _lengths(scope, unit)


def shown(scope: Scope, code: str) -> str:
    """Return what a role or literal shows in the scope's language."""
    words = []
    for part in parse(code):
        match part:
            case Role(name, target):
                found = scope.role(name, target)
                # Behind a value stand the marks of what is open.
                found = found[:1] if name == "value" else found
                words += [node.astext() for node in found]
            case Literal(text) | Plain(text):
                words.append(text)
    return "".join(words)


def _places(part: str, text: Text, owners: tuple[Data, ...]) -> Iterator[tuple[str, str]]:
    for index, told in enumerate(context(part, text, owners)):
        yield ("chapter", told.removeprefix("chapter: ")) if index == 0 else ("kind", told)


def _lengths(scope: Scope, unit: Unit) -> Iterator[Note]:
    """Yield how much room a message has where it is little."""
    owners = {id(owner): owner for _, _, held_by in unit.uses for owner in held_by}.values()
    labels = {str(owner.id) for owner in owners if isinstance(owner, FigureLabel)}
    told = []
    for drawing in scope.drawings.by_name.values():
        for label, room in rooms(drawing):
            if label in labels:
                each = text_width(scope.plain(unit.text), LABEL_SIZE) / len(scope.plain(unit.text))
                about = int(room.width * room.lines / each)
                lines = f" on {room.lines} lines" if room.lines > 1 else ""
                told.append(f"at most {room.width:g} mm wide{lines}, about {about} characters")
    if any(isinstance(owner, Column) for owner in owners):
        told.append("short: the head of a column")
    if unit.text is scope.manual.identity.title:
        told.append("short: large letters on the cover")
    yield from (Note("length", text) for text in dict.fromkeys(told))
