"""Reads the drawings of docs/figures; whatever is not line art is refused.

A drawing is SVG with geometry, classes and ``data-`` attributes only. Scripts, styles, event handlers,
foreign objects, entities and references to anything outside the file are findings, and the drawing
is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from halo_docs.figures.artwork import FOLDER, Artwork, read_artwork
from halo_docs.problems import Location, Problem, did_you_mean
from halo_docs.xml_source import XmlSyntaxError, parse_xml

SVG = "{http://www.w3.org/2000/svg}"
MAX_BYTES = 1_000_000
"""Largest drawing that is read."""

PARTS_FILE = "parts.svg"
"""File in docs/figures whose symbols every drawing may use."""

ELEMENTS = frozenset(
    """
    svg g defs symbol use path line polyline polygon rect circle ellipse text tspan title desc
    """.split()  # noqa: SIM905 (a table of words)
)
"""Elements that a drawing may have."""

ATTRIBUTES = frozenset(
    """
    viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform id class href
    text-anchor data-label data-value data-callout data-width data-lines data-slot
    """.split()  # noqa: SIM905 (a table of words)
)
"""Attributes that a drawing may have; colours and line weights come from the classes."""

CLASSES = frozenset(
    """
    body outline detail hidden accent accent-fill shade wall leader dimension arrow slot label
    """.split()  # noqa: SIM905 (a table of words)
)
"""Classes of the drawing style (design/static/figure.css)."""

_HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that may be shown."""

    path: str
    root: etree._Element


@dataclass(frozen=True, slots=True)
class Drawings:
    """All drawings of a project."""

    by_name: Mapping[str, Drawing]
    """File name -> drawing."""
    parts: Mapping[str, etree._Element]
    """Id -> symbol of parts.svg."""
    artwork: Mapping[str, Artwork]
    """File name -> the manufacturer's own picture."""


NO_DRAWINGS = Drawings({}, {}, {})
"""For manuals without drawings."""


def read_drawing(path: Path, name: str) -> tuple[Drawing | None, list[Problem]]:
    """Read one SVG file.

    :param name: how messages name it.
    :returns: the drawing, or None with what is wrong.
    """
    start = Location(name)
    try:
        if path.is_symlink():
            return None, [Problem(start, "a drawing must be a file, not a link", "figure-file")]
        if path.stat().st_size > MAX_BYTES:
            return None, [Problem(start, f"the drawing is larger than {MAX_BYTES} bytes", "too-large")]
        root = parse_xml(path.read_bytes())
    except OSError as error:
        return None, [Problem(start, f"cannot be read: {error.strerror}", "unreadable-file")]
    except XmlSyntaxError as error:
        place = Location(name, error.line, error.column)
        return None, [Problem(place, error.message, "svg-syntax")]
    problems = [*_faults(root, name)]
    return (None if problems else Drawing(name, root)), problems


def read_drawings(folder: Path, name: str) -> tuple[Drawings, list[Problem]]:
    """Read every SVG file of a folder.

    :param name: how messages name the folder.
    """
    found: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.svg")):
        drawing, wrong = read_drawing(path, f"{name}/{path.name}")
        problems += wrong
        if drawing is not None:
            found[path.name] = drawing
    parts: dict[str, etree._Element] = {}
    if PARTS_FILE in found:
        for symbol in found.pop(PARTS_FILE).root.iter(f"{SVG}symbol"):
            parts[str(symbol.get("id"))] = symbol
    for drawing in found.values():
        own = {element.get("id") for element in drawing.root.iter() if element.get("id")}
        for use in drawing.root.iter(f"{SVG}use"):
            target = href(use).removeprefix("#")
            if target not in parts and target not in own:
                message = f'unknown part "{target}"{did_you_mean(target, [*parts])}'
                problems.append(Problem(Location(drawing.path, use.sourceline or 1), message, "figure-part"))
    artwork, wrong = read_artwork(folder / FOLDER, f"{name}/{FOLDER}")
    return Drawings(found, parts, artwork), [*problems, *wrong]


def callouts(drawing: Drawing) -> Iterator[str]:
    """Yield the callouts of a drawing."""
    for element in drawing.root.iter(f"{SVG}circle"):
        if element.get("data-callout"):
            yield str(element.get("data-callout"))


def labels(drawing: Drawing) -> Iterator[tuple[str, int]]:
    """Yield the ids of the labels of a drawing, each with its line."""
    yield from _marked(drawing, "data-label")


@dataclass(frozen=True, slots=True)
class Room:
    """The place that a drawing has for a label."""

    width: float
    """In millimetres."""
    lines: int


def rooms(drawing: Drawing) -> Iterator[tuple[str, Room]]:
    """Yield the labels whose places have a width, each with its place."""
    for element in drawing.root.iter(f"{SVG}text"):
        if element.get("data-label") and element.get("data-width"):
            room = Room(float(str(element.get("data-width"))), int(element.get("data-lines") or 1))
            yield str(element.get("data-label")), room


def values(drawing: Drawing) -> Iterator[tuple[str, int]]:
    """Yield the ids of the values that a drawing shows, each with its line."""
    yield from _marked(drawing, "data-value")


def _marked(drawing: Drawing, attribute: str) -> Iterator[tuple[str, int]]:
    for element in drawing.root.iter(f"{SVG}text"):
        if element.get(attribute):
            yield str(element.get(attribute)), element.sourceline or 1


def href(element: etree._Element) -> str:
    """Return what an element refers to, by either of SVG's two attributes."""
    return str(element.get("href") or element.get(_HREF) or "")


def _faults(root: etree._Element, name: str) -> Iterator[Problem]:
    if root.tag != f"{SVG}svg" or not re.fullmatch(r"0 0 [\d.]+ [\d.]+", root.get("viewBox") or ""):
        yield Problem(Location(name), 'the root must be <svg> with viewBox="0 0 width height"', "svg-root")
    for element in root.iter():
        place = Location(name, element.sourceline or 1)
        if not isinstance(element.tag, str):
            yield Problem(place, "entities are not allowed", "svg-element")
            continue
        tag = element.tag.removeprefix(SVG)
        if tag not in ELEMENTS:
            yield Problem(place, f"<{tag.rpartition('}')[2]}> is not allowed in a drawing", "svg-element")
            continue
        for attribute, value in element.attrib.items():
            plain = "href" if attribute == _HREF else str(attribute)
            if plain not in ATTRIBUTES:
                hint = did_you_mean(plain, ATTRIBUTES)
                yield Problem(
                    place, f'attribute "{plain}" is not allowed in a drawing{hint}', "svg-attribute"
                )
            elif plain == "href" and not str(value).startswith("#"):
                yield Problem(place, f'"{value}" leads out of the drawing', "svg-reference")
            elif plain == "class":
                for word in str(value).split():
                    if word not in CLASSES:
                        hint = did_you_mean(word, CLASSES)
                        yield Problem(place, f'unknown class "{word}"{hint}', "svg-class")
