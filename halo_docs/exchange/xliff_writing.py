"""Writes the messages of a language as XLIFF 2.1: a file for each catalog, a unit for each message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from halo_docs.data.identity import Status
from halo_docs.exchange.coding import STRONG, Code, Pair, Piece, Worded, encode, encode_target
from halo_docs.exchange.context import Note, notes, shown, source_scope
from halo_docs.exchange.layout import add_text, is_writable, to_bytes
from halo_docs.exchange.names import token
from halo_docs.exchange.units import Unit, digest
from halo_docs.exchange.xliff import (
    CATEGORY,
    DIGEST,
    FUZZY,
    INITIAL,
    LANGUAGE,
    METADATA,
    NAMESPACES,
    REVIEWED,
    SPACE,
    TRANSLATED,
    VERSION,
    core,
)
from halo_docs.nodes.scope import Scope

_SOLID = frozenset({core("source"), core("target"), core("data"), core("note"), f"{METADATA}meta"})
_KINDS = {"{ui}": "ui", "{link}": "link"}
"""Roles that the standard has a type for."""
_FIXED = {"canCopy": "no", "canDelete": "no"}
"""A code is moved, never doubled nor taken out."""


def xliff(scope: Scope, units: Iterable[Unit], source_language: str) -> bytes:
    """Return messages as an XLIFF document.

    :param scope: the manual in the language of the translation.
    :param units: messages of one source language, those of a catalog together.
    """
    root = etree.Element(core("xliff"), nsmap=NAMESPACES)
    root.set("version", VERSION)
    root.set("srcLang", source_language)
    root.set("trgLang", str(scope.language.id))
    for domain, members in groupby(units, lambda unit: unit.domain):
        members_of_file = tuple(members)
        file = etree.SubElement(root, core("file"), id=token(domain), canResegment="no")
        file.set("original", members_of_file[0].locations[0].path)
        file.set(SPACE, "preserve")
        if scope.language.direction != "ltr":
            file.set("trgDir", scope.language.direction)
        _metadata(file, LANGUAGE, str(scope.language.id))
        for unit in members_of_file:
            _Writer(scope, unit).write(file)
    return to_bytes(root, _SOLID)


def exported_target(unit: Unit) -> tuple[Piece, ...] | None:
    """Return the translation as an export shows it; None where there is none, or none that can be shown.

    A translation with codes that its source does not have, or with characters that XML cannot hold, is
    not shown as one.
    """
    target = unit.entry.target
    if not target.strip() or not is_writable(target):
        return None
    return encode_target(target, encode(unit.text.source))


def _metadata(parent: etree._Element, kind: str, text: str) -> None:
    block = etree.SubElement(parent, f"{METADATA}metadata")
    group = etree.SubElement(block, f"{METADATA}metaGroup", category=CATEGORY)
    etree.SubElement(group, f"{METADATA}meta", type=kind).text = text


class _Writer:
    """Writes one message."""

    def __init__(self, scope: Scope, unit: Unit) -> None:
        self.scope, self.unit = scope, unit
        self.source = encode(unit.text.source)
        self.target = exported_target(unit)
        marks = dict.fromkeys((*_originals(self.source), *_originals(self.target or ())))
        self.data = {text: f"d{number}" for number, text in enumerate(marks, start=1)}

    def write(self, file: etree._Element) -> None:
        entry = self.unit.entry
        unit = etree.SubElement(file, core("unit"), id=self.unit.id, name=entry.key)
        language = str(self.scope.language.id)
        _metadata(unit, DIGEST, digest(self.unit, language, entry.target, entry.is_fuzzy))
        told = [*notes(source_scope(self.scope), self.unit)]
        if entry.target.strip() and self.target is None and is_writable(entry.target):
            told.append(Note("rejected", f"its placeholders are not those of the source: {entry.target}"))
        block = etree.SubElement(unit, core("notes"))
        for note in told:
            etree.SubElement(block, core("note"), category=note.category).text = note.text
        if self.data:
            block = etree.SubElement(unit, core("originalData"))
            for text, name in self.data.items():
                etree.SubElement(block, core("data"), id=name).text = text
        segment = etree.SubElement(unit, core("segment"), id="s1", state=self._state())
        if self.target is not None and entry.is_fuzzy:
            segment.set("subState", FUZZY)
        source = etree.SubElement(segment, core("source"))
        self._content(source, self.source, source_scope(self.scope), is_source=True)
        if self.target is not None:
            self._content(etree.SubElement(segment, core("target")), self.target, self.scope)

    def _state(self) -> str:
        if self.target is None or self.unit.entry.is_fuzzy:
            return INITIAL
        return REVIEWED if self.scope.language.status is Status.REVIEWED else TRANSLATED

    def _content(
        self, parent: etree._Element, pieces: Sequence[Piece], scope: Scope, is_source: bool = False
    ) -> None:
        shows = Shows(lambda text: shown(scope, text), is_source)
        write_content(parent, pieces, self.data.__getitem__, shows)


def _originals(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield what codes stand for, in order."""
    for piece in pieces:
        match piece:
            case Code(text=text):
                yield text
            case Worded():
                yield from piece.edges
            case Pair(children=children):
                yield STRONG
                yield from _originals(children)


@dataclass(frozen=True, slots=True)
class Shows:
    """What a reader sees in the place of a code."""

    words: Callable[[str], str]
    """Text of a code -> what it shows."""
    is_source: bool
    """Roles without words of their own have what they show as words, for a translator to translate."""


def write_content(
    parent: etree._Element,
    pieces: Sequence[Piece],
    data: Callable[[str], str],
    shows: Shows,
) -> None:
    """Write pieces into a source or target.

    :param data: text of a code -> id of its original data.
    """
    for piece in pieces:
        match piece:
            case str():
                add_text(parent, piece)
            case Code(name, text):
                code = etree.SubElement(parent, core("ph"), _FIXED, id=name, dataRef=data(text))
                code.set("equiv", text)
                code.set("disp", shows.words(text))
                kind = _KINDS.get(text.partition("`")[0])
                if kind is not None:
                    code.set("type", kind)
            case Pair(name, children):
                pair = _pair(parent, name, data(STRONG), data(STRONG))
                pair.set("type", "fmt")
                pair.set("subType", "xlf:b")
                write_content(pair, children, data, shows)
            case Worded(name, role, words):
                pair = _pair(parent, name, *map(data, piece.edges))
                pair.text = words or (shows.words(role) if shows.is_source else None)
                if pair.text is None:
                    pair.set("dispStart", shows.words(role))


def _pair(parent: etree._Element, name: str, start: str, end: str) -> etree._Element:
    return etree.SubElement(parent, core("pc"), _FIXED, id=name, dataRefStart=start, dataRefEnd=end)
