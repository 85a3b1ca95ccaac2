"""Writes the translation memory of all languages as TMX 1.4b: what is translated and may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from halo_docs.data.manual import Manual
from halo_docs.exchange.coding import STRONG, Code, Pair, Piece, Worded, encode, encode_target
from halo_docs.exchange.layout import add_text, is_writable, to_bytes
from halo_docs.exchange.units import Unit, source_language
from halo_docs.exchange.xliff import LANG
from halo_docs.messages.translation import is_usable
from halo_docs.nodes.scope import Scope

_SOLID = frozenset({"seg", "prop"})


def tmx(manual: Manual, languages: Sequence[tuple[Scope, Mapping[str, Unit]]]) -> bytes:
    """Return the memory of a manual.

    :param languages: each language with its messages by their ids.
    """
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(root, "header")
    for name, value in {
        "creationtool": "halo-docs",
        "creationtoolversion": "1",
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": str(manual.interface.language),
        "srclang": str(manual.identity.source_language),
        "datatype": "plaintext",
    }.items():
        header.set(name, value)
    body = etree.SubElement(root, "body")
    for name in dict.fromkeys(name for _, units in languages for name in units):
        variants = [
            (str(scope.language.id), pieces)
            for scope, units in languages
            for pieces in _usable(units.get(name))
        ]
        if not variants:
            continue
        unit = next(units[name] for _, units in languages if name in units)
        entry = etree.SubElement(body, "tu", tuid=name, srclang=source_language(manual, unit))
        etree.SubElement(entry, "prop", type="x-context").text = unit.entry.key
        original = (source_language(manual, unit), encode(unit.text.source))
        for language, pieces in (original, *variants):
            variant = etree.SubElement(entry, "tuv", {LANG: language})
            _content(etree.SubElement(variant, "seg"), pieces)
    return to_bytes(root, _SOLID)


def _usable(unit: Unit | None) -> Iterator[tuple[Piece, ...]]:
    """Yield the translation of a message, if it may be shown."""
    if unit is not None and is_usable(unit.entry, unit.text) and is_writable(unit.entry.target):
        target = encode_target(unit.entry.target, encode(unit.text.source))
        if target is not None:
            yield target


def _content(parent: etree._Element, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        match piece:
            case str():
                add_text(parent, piece)
            case Code(name, text):
                etree.SubElement(parent, "ph", x=name).text = text
            case Worded(name, role, ""):
                etree.SubElement(parent, "ph", x=name).text = role
            case Worded(name, _, words):
                _edge(parent, "bpt", piece.edges[0], i=name, x=name)
                add_text(parent, words)
                _edge(parent, "ept", piece.edges[1], i=name)
            case Pair(name, children):
                _edge(parent, "bpt", STRONG, i=name, x=name, type="bold")
                _content(parent, children)
                _edge(parent, "ept", STRONG, i=name)


def _edge(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, tag, attributes).text = text
