"""Reads the XLIFF file that a translation program gives back; what is no XLIFF 2.1 is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from halo_docs.exchange.coding import LONGEST, STRONG, Code, Pair, Piece, Worded, joined, worded_role
from halo_docs.exchange.xliff import CATEGORY, DIGEST, INITIAL, LANGUAGE, METADATA, core
from halo_docs.exchange.xliff_rules import structure_faults
from halo_docs.problems import Location, Problem
from halo_docs.xml_source import XmlSyntaxError, parse_xml, read_bounded

MAX_BYTES = 16_000_000
"""Largest file that is read; one of a manual of this size has half a megabyte."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One message as it came back."""

    unit: str
    segment: str
    location: Location
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    """Empty without a translation."""
    is_fuzzy: bool
    """The translation is not called finished."""
    digest: str
    """Of the translation at the time of the export; empty when the file has lost it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that came back."""

    source_language: str
    target_language: str
    exported_for: frozenset[str]
    """Languages that its metadata name."""
    messages: tuple[Returned, ...]


def read_xliff(path: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """Read a file; one that breaks the standard's rules is not used.

    :param name: how messages name the file.
    """
    root, problems = read_root(path, name)
    if root is None:
        return None, problems
    problems = [*structure_faults(root, name)]
    if problems:
        return None, problems
    reader = Reader(name)
    messages = tuple(reader.unit(unit) for unit in root.iter(core("unit")))
    exported_for = frozenset(_metadata(file, LANGUAGE) for file in root.iter(core("file"))) - {""}
    document = Document(str(root.get("srcLang")), str(root.get("trgLang", "")), exported_for, messages)
    return (None if reader.problems else document), reader.problems


def read_root(path: Path, name: str) -> tuple[etree._Element | None, list[Problem]]:
    """Read and parse an XML file from outside."""
    start = Location(name)
    try:
        content = read_bounded(path, MAX_BYTES)
    except OSError as error:
        return None, [Problem(start, f"cannot be read: {error.strerror}", "unreadable-file")]
    if content is None:
        return None, [Problem(start, f"the file is larger than {MAX_BYTES} bytes", "too-large")]
    try:
        return parse_xml(content), []
    except XmlSyntaxError as error:
        return None, [Problem(Location(name, error.line, error.column), error.message, "xml-syntax")]


class Reader:
    """Turns the units of a document into messages; collects what is in them that is no text of ours."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def unit(self, unit: etree._Element) -> Returned:
        """Return one unit as a message."""
        label = str(unit.get("id"))
        place = Location(self.name, unit.sourceline or 1)
        segments = [*unit.iter(core("segment"), core("ignorable"))]
        if len(segments) != 1:
            message = f"{label}: the message was divided into {len(segments)} segments; it has one"
            self.problems.append(Problem(place, message, "xliff-structure"))
        originals = unit.iterfind(f"{core('originalData')}/{core('data')}")
        data = {str(entry.get("id")): entry.text or "" for entry in originals}
        segment = segments[0]
        target = segment.find(core("target"))
        if target is not None and sum(map(len, target.itertext())) > LONGEST:
            message = f"{label}: the translation is longer than {LONGEST} characters"
            self.problems.append(Problem(place, message, "xliff-structure"))
            target = None
        pieces = self.content(target, data, label)
        is_blank = all(isinstance(piece, str) and not piece.strip() for piece in pieces)
        return Returned(
            unit=label,
            segment=segment.get("id", ""),
            location=Location(self.name, (segment if target is None else target).sourceline or 1),
            source=self.content(segment.find(core("source")), data, label),
            target=() if is_blank else pieces,
            is_fuzzy=segment.get("state", INITIAL) == INITIAL,
            digest=_metadata(unit, DIGEST),
        )

    def content(
        self, content: etree._Element | None, data: Mapping[str, str], label: str
    ) -> tuple[Piece, ...]:
        """Return what a source or target holds.

        :param data: id of original data -> what it stands for.
        :param label: how messages name the unit.
        """
        return tuple(joined(self._pieces(content, data, label)))

    def _pieces(self, content: etree._Element | None, data: Mapping[str, str], label: str) -> Iterator[Piece]:
        if content is None:
            return
        yield content.text or ""
        for element in content:
            tag = element.tag
            if tag == core("ph"):
                yield Code(str(element.get("id")), self._code(element, data, label))
            elif tag == core("pc"):
                yield self._pair(element, data, label)
            elif tag == core("mrk"):
                # A program's own mark on words: the words count.
                yield from self._pieces(element, data, label)
            elif tag not in (core("sm"), core("em")):
                local = str(element.tag).rpartition("}")[2]
                message = f"{label}: <{local}> has no place in a text of the manual"
                self._problem(element, message)
            yield element.tail or ""

    def _pair(self, element: etree._Element, data: Mapping[str, str], label: str) -> Piece:
        """Return what stands around words: emphasis, or a role with its own words."""
        name = str(element.get("id"))
        edges = tuple(data.get(str(element.get(part)), "") for part in ("dataRefStart", "dataRefEnd"))
        children = self.content(element, data, label)
        if edges in (("", ""), (STRONG, STRONG)):
            return Pair(name, children)
        role = worded_role(*edges)
        if role is None:
            message = f"{label}: the placeholder {name} was altered: {', '.join(edges)}"
            place = Location(self.name, element.sourceline or 1)
            self.problems.append(Problem(place, message, "exchange-placeholder"))
        elif any(not isinstance(child, str) for child in children):
            self._problem(element, f"{label}: {role} holds words and nothing else")
        return Worded(name, role or "", "".join(child for child in children if isinstance(child, str)))

    def _code(self, element: etree._Element, data: Mapping[str, str], label: str) -> str:
        """Return what a placeholder stands for; all that it says of itself must agree."""
        told = {data.get(str(element.get("dataRef"))), element.get("equiv")} - {None}
        if len(told) > 1:
            shown = ", ".join(sorted(map(str, told)))
            message = f"{label}: the placeholder {element.get('id')} was altered: {shown}"
            place = Location(self.name, element.sourceline or 1)
            self.problems.append(Problem(place, message, "exchange-placeholder"))
        return str(next(iter(told), ""))

    def _problem(self, element: etree._Element, message: str) -> None:
        place = Location(self.name, element.sourceline or 1)
        self.problems.append(Problem(place, message, "exchange-markup"))


def _metadata(element: etree._Element, kind: str) -> str:
    for group in element.iterfind(f"{METADATA}metadata/{METADATA}metaGroup[@category='{CATEGORY}']"):
        for meta in group.iterfind(f"{METADATA}meta[@type='{kind}']"):
            return (meta.text or "").strip()
    return ""
