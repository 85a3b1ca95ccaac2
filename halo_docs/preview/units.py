"""Cuts the manual into units: the smallest parts that look on the page as they do in the manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docutils import nodes

from halo_docs.data.base import Data
from halo_docs.data.blocks import (
    Alternatives,
    BaseBlock,
    FigureBlock,
    LegendItem,
    ListItem,
    Procedure,
    Row,
    Section,
    SpecificationTable,
    Step,
    ToolList,
)
from halo_docs.data.facts import Figure, Specification, Specifications, Tool
from halo_docs.data.manual import Manual, Place
from halo_docs.nodes import blocks, procedure, tables
from halo_docs.nodes.figures import drawing
from halo_docs.nodes.marking import MarkingScope


@dataclass(frozen=True, slots=True)
class Unit:
    """A block, or the part of a block that its own texts make."""

    id: str
    """Id of the block, row or figure; its anchor on the manual's page."""
    kind: str
    """Word for what it is; with its number, where it has one."""
    place: Place | None
    """Where it stands; None for a figure that no chapter places."""
    shown: list[nodes.Node]
    texts: frozenset[str]
    """Names of all texts that are seen in it, its own and others."""


def units(scope: MarkingScope) -> dict[str, Unit]:
    """Return the units of a manual, by id, in the order of the pages."""
    return {unit.id: unit for unit in _units(scope)}


def _units(scope: MarkingScope) -> Iterator[Unit]:
    manual = scope.manual
    lettered: set[str] = set()
    for name, place in manual.places.items():
        block = place.block
        own = replace(scope, shown=set())
        if isinstance(block, ListItem | LegendItem | Row):
            continue
        if isinstance(block, Step):
            lettered.update(step.id for step in block.substeps)
            shown = _step(own, block, str(place.number), name in lettered)
        else:
            shown = _block(own, block)
        kind = getattr(block, "type", None) or type(block).__name__.lower()
        number = "" if isinstance(block, Section) or not place.number else f" {place.number}"
        yield Unit(name, kind + number, place, shown, frozenset(own.shown))
        if isinstance(block, SpecificationTable):
            for row in manual.specifications.rows:
                own = replace(scope, shown=set())
                shown = [tables.specifications(own, row.id, [row])]
                yield Unit(row.id, "technical datum", place, shown, frozenset(own.shown))
    placed = _placed_figures(manual)
    for figure in manual.figures.values():
        if figure.id not in placed:
            own = replace(scope, shown=set())
            shown = [nodes.figure("", drawing(own, figure, figure.id), classes=["manual-figure"])]
            yield Unit(figure.id, "figure", None, shown, frozenset(own.shown))


def _block(scope: MarkingScope, block: BaseBlock) -> list[nodes.Node]:
    """Return a block without the blocks inside, which are units of their own."""
    match block:
        case Section():
            depth = (scope.manual.places[block.id].number or "").count(".")
            classes = ["heading", f"level-{depth + 1}"]
            return [nodes.paragraph("", "", *blocks.heading(scope, block), classes=classes)]
        case Procedure():
            own = block.model_copy(update={"before": (), "steps": (), "after": ()})
            shown = procedure.procedure(scope, own, lambda child: [])
            for element in [*shown[0].findall(nodes.enumerated_list)]:
                element.parent.remove(element)
            return shown
        case Alternatives():
            cases = tuple(case.model_copy(update={"blocks": ()}) for case in block.cases)
            return blocks.render(scope, block.model_copy(update={"cases": cases}))
        case SpecificationTable():
            footnotes = scope.footnotes(scope.manual.specifications.footnotes)
            return [tables.specifications(scope, block.id, ()), *footnotes]
        case _:
            return blocks.render(scope, block)  # type: ignore[arg-type]  # what is left is a Block


def _step(scope: MarkingScope, step: Step, number: str, is_lettered: bool) -> list[nodes.Node]:
    """Return a step alone, with its number among the others."""
    own = step.model_copy(update={"before": (), "blocks": (), "substeps": ()})
    shown = procedure.steps(scope, [own], "loweralpha" if is_lettered else "arabic", lambda child: [])
    item = shown[0]
    assert isinstance(item, nodes.list_item)
    item["number"] = chr(ord("a") + int(number) - 1) if is_lettered else number
    return [shown]


def _placed_figures(manual: Manual) -> dict[str, str]:
    """Return figure -> the unit that shows it first, for the figures that a chapter places."""
    found: dict[str, str] = {}
    for name, place in manual.places.items():
        if isinstance(place.block, FigureBlock):
            found.setdefault(place.block.figure, name)
        elif isinstance(place.block, SpecificationTable):
            for row in manual.specifications.rows:
                if row.figure is not None:
                    found.setdefault(row.figure, row.id)
    return found


class Homes:
    """Finds the unit that a text stands in."""

    def __init__(self, manual: Manual, known: Mapping[str, Unit]) -> None:
        """Look through the units once.

        :param known: what :func:`units` returned.
        """
        self._known = known
        self._figures = _placed_figures(manual)
        self._first: dict[type, str] = {}
        self._shown: dict[str, Unit] = {}
        for name, place in manual.places.items():
            self._first.setdefault(type(place.block), name)
        for unit in known.values():
            for text in unit.texts:
                self._shown.setdefault(text, unit)

    def own(self, owners: tuple[Data, ...]) -> Unit | None:
        """Return the unit that holds a text, by what holds the text in the data; None for loose words."""
        names = (self._name(owner) for owner in reversed(owners))
        return next((self._known[name] for name in names if name in self._known), None)

    def borrowed(self, text: str) -> Unit | None:
        """Return the first unit in which a text is seen, by its name; None when the blocks never show it."""
        return self._shown.get(text)

    def _name(self, owner: Data) -> str:
        match owner:
            case BaseBlock() | Specification():
                return owner.id
            case Figure():
                return self._figures.get(owner.id, owner.id)
            case Specifications():
                return self._first.get(SpecificationTable, "")
            case Tool():
                return self._first.get(ToolList, "")
            case _:
                return ""
