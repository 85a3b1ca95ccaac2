"""Fills a drawing with words, values and callouts of one language."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from halo_docs.design import FAMILY
from halo_docs.figures.measure import text_width, wrap
from halo_docs.figures.source import SVG, Drawing, Drawings, href

LABEL_SIZE = 2.9
"""Font size of a label, in millimetres on paper (8.2 pt)."""
LINE_HEIGHT = 3.5
"""Distance of the lines of a label, in millimetres."""
CALLOUT_RADIUS = 2.6


@dataclass(frozen=True, slots=True)
class Overflow:
    """A label that its place is too small for."""

    label: str
    text: str
    width: float
    """Width of the place, in millimetres."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a drawing, in one language."""

    label: Callable[[str], str]
    """Id of a label -> its text."""
    value: Callable[[str], str]
    """Id of a value -> its text."""


def fill(drawing: Drawing, drawings: Drawings, words: Words) -> str:
    """Return the drawing as SVG text: parts put in, labels broken into lines, callouts drawn."""
    root = copy.deepcopy(drawing.root)
    _use_parts(root, drawings)
    for element in list(root.iter(f"{SVG}text", f"{SVG}circle")):
        if element.get("data-callout"):
            _callout(element)
        elif element.get("data-label") or element.get("data-value"):
            _label(element, words)
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith("data-")]:
            del element.attrib[name]
    width = str(root.get("viewBox")).split()[2]
    root.set("font-family", FAMILY)
    root.set("style", f"max-width: {width}mm")
    etree.cleanup_namespaces(root, top_nsmap={None: SVG[1:-1]})
    return str(etree.tostring(root, encoding="unicode")).replace("\n", "")


def overflows(drawing: Drawing, words: Words) -> Iterator[Overflow]:
    """Yield the labels of a drawing that need more room than it gives them."""
    for element in drawing.root.iter(f"{SVG}text"):
        name = element.get("data-label") or element.get("data-value")
        room = float(element.get("data-width") or 0)
        if not name or not room:
            continue
        text = words.label(name) if element.get("data-label") else words.value(name)
        lines = wrap(text, LABEL_SIZE, room)
        widest = max(text_width(line, LABEL_SIZE) for line in lines)
        if len(lines) > int(element.get("data-lines") or 1) or widest > room:
            yield Overflow(name, text, room)


def _use_parts(root: etree._Element, drawings: Drawings) -> None:
    """Replace every use of a shared part by a group, so that the drawing stands alone."""
    waiting = list(root.iter(f"{SVG}use"))
    depth = 0
    while waiting and depth < 4:
        for use in waiting:
            symbol = drawings.parts.get(href(use).removeprefix("#"))
            parent = use.getparent()
            if symbol is None or parent is None:
                continue
            group = etree.Element(f"{SVG}g")
            moves = [use.get("transform") or ""]
            if use.get("x") or use.get("y"):
                moves.append(f"translate({use.get('x') or 0} {use.get('y') or 0})")
            group.set("transform", " ".join(filter(None, moves)) or "translate(0 0)")
            if use.get("class"):
                group.set("class", str(use.get("class")))
            group.extend(copy.deepcopy(child) for child in symbol)
            parent.replace(use, group)
        waiting = list(root.iter(f"{SVG}use"))
        depth += 1


def _callout(element: etree._Element) -> None:
    """Turn a marked circle into a ring with its letter."""
    letter = str(element.get("data-callout"))
    parent = element.getparent()
    assert parent is not None
    x, y = str(element.get("cx")), str(element.get("cy"))
    group = etree.Element(f"{SVG}g", {"class": "callout-mark"})
    etree.SubElement(group, f"{SVG}circle", {"cx": x, "cy": y, "r": str(CALLOUT_RADIUS)})
    text = etree.SubElement(
        group, f"{SVG}text", {"x": x, "y": f"{float(y) + 1.05:g}", "text-anchor": "middle", "font-size": "3"}
    )
    text.text = letter
    parent.replace(element, group)


def _label(element: etree._Element, words: Words) -> None:
    """Write a label's lines; they grow downwards from the first."""
    name = element.get("data-label")
    text = words.label(name) if name else words.value(str(element.get("data-value")))
    room = float(element.get("data-width") or 1000)
    element.set("class", "label")
    element.set("font-size", f"{LABEL_SIZE:g}")
    x = str(element.get("x") or 0)
    for child in list(element):
        element.remove(child)
    element.text = None
    lines = wrap(text, LABEL_SIZE, room)
    for index, line in enumerate(lines):
        span = etree.SubElement(element, f"{SVG}tspan", {"x": x, "dy": f"{LINE_HEIGHT if index else 0:g}"})
        span.text = line if index == len(lines) - 1 else f"{line} "
