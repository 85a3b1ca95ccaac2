"""The manual as a whole: every fact and chapter, and where each block stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from halo_docs.data.base import Data, walk
from halo_docs.data.blocks import BaseBlock, FigureBlock, GlossaryTable, Procedure, Section, Step
from halo_docs.data.design import Design
from halo_docs.data.editorial import Edit
from halo_docs.data.facts import (
    Axis,
    AxisValue,
    Figure,
    Link,
    OpenInput,
    Product,
    Specifications,
    Term,
    Tool,
    UiLabel,
    Unit,
    Value,
)
from halo_docs.data.identity import Identity, Interface, Language
from halo_docs.data.scalars import Plain, Text
from halo_docs.data.waivers import Waiver
from halo_docs.data.writing import LanguageTerm, Writing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands and how a reader is told of it."""

    block: BaseBlock
    chapter: Section
    section: Section
    """The nearest section that holds the block (a section is its own)."""
    number: str | None
    """Section number, step number or figure number; None where there is none."""


@dataclass(frozen=True)
class Manual:
    """Everything that the pages are made from; frozen, in the source language."""

    identity: Identity
    interface: Interface
    chapters: tuple[Section, ...]
    specifications: Specifications
    languages: Mapping[str, Language]
    values: Mapping[str, Value]
    units: Mapping[str, Unit]
    axes: Mapping[str, Axis]
    products: Mapping[str, Product]
    figures: Mapping[str, Figure]
    links: Mapping[str, Link]
    ui_labels: Mapping[str, UiLabel]
    tools: Mapping[str, Tool]
    terms: Mapping[str, Term]
    open_inputs: Mapping[str, OpenInput]
    axis_values: Mapping[str, AxisValue]
    """The values of all axes, by id."""
    places: Mapping[str, Place]
    """Every block of the chapters, by id."""
    writing: Mapping[str, Writing]
    """Language -> how it is written; every language has an entry."""
    language_terms: Mapping[str, Mapping[str, LanguageTerm]]
    """Language -> id of a term -> what the language calls it."""
    design: Design
    """What the publisher has changed of the pages' look."""
    waivers: tuple[Waiver, ...]
    """Findings that may stand."""
    edits: tuple[Edit, ...]
    """Edits of source texts that changed words, not meaning."""
    footnotes: Mapping[str, str]
    """Id of every footnote -> its mark."""
    unused_snippets: tuple[Plain, ...] = ()
    """Ids of the snippets that no chapter uses."""
    unreadable: frozenset[str] = frozenset()
    """Ids, and names of kinds, that exist but could not be read; none in a manual that is built."""

    def knows(self, kind: str, name: str) -> bool:
        """Tell whether a thing exists, as far as that could be read."""
        known = self.targets(kind)
        return name in known or not self.unreadable.isdisjoint({kind, name})

    def targets(self, kind: str) -> Collection[str]:
        """Return the ids of a kind of thing, as references and roles name the kinds."""
        match kind:
            case "value":
                return self.values
            case "unit":
                return self.units
            case "axis":
                return self.axes
            case "axis value" | "variant":
                return self.axis_values
            case "open input":
                return self.open_inputs
            case "figure":
                return self.figures
            case "tool":
                return self.tools
            case "block" | "ref":
                return self.places
            case "ui":
                return self.ui_labels
            case "link":
                return self.links
            case "term":
                return self.terms
            case "footnote":
                return self.footnotes
            case "callout":
                return {f"{f.id}/{callout.id}" for f in self.figures.values() for callout in f.callouts}
            case "products":
                return {str(v) for product in self.products.values() for v in product.attributes.values()}
            case _:
                raise KeyError(kind)

    @cached_property
    def has_glossary(self) -> bool:
        """Tell whether a page lists the concepts of terms.yaml."""
        return any(isinstance(place.block, GlossaryTable) for place in self.places.values())

    def products_with(self, axis_value: str) -> tuple[str, ...]:
        """Return the product numbers that have an axis value, in the order of products.yaml."""
        return tuple(
            product.id for product in self.products.values() if axis_value in product.attributes.values()
        )

    def alphabet(self, language: str) -> str:
        """Return the letters of a language in their order; a language without an entry follows the source."""
        writing = self.writing.get(language) or self.writing[self.identity.source_language]
        return writing.alphabet

    @cached_property
    def texts(self) -> tuple[tuple[str, Text, tuple[Data, ...]], ...]:
        """Each text with the name of its part and the objects that hold it, outermost first."""
        return tuple((name, text, owners) for name, part in self.parts() for text, owners in texts(part))

    def parts(self) -> Iterator[tuple[str, object]]:
        """Yield ``(name, part)`` for all that holds texts or references, in a fixed order."""
        yield "manual", self.identity
        yield "interface", self.interface
        for chapter in self.chapters:
            yield "chapters", chapter
        yield "specifications", self.specifications
        for name in (
            "values",
            "axes",
            "products",
            "figures",
            "links",
            "ui_labels",
            "tools",
            "terms",
        ):
            yield name, tuple(getattr(self, name).values())


def texts(part: object) -> Iterator[tuple[Text, tuple[Data, ...]]]:
    """Yield each text below ``part`` with the objects that hold it, outermost first."""
    owners: dict[tuple[Any, ...], Data] = {}
    for path, node in walk(part):
        if isinstance(node, Data):
            owners[path] = node
        elif isinstance(node, Text):
            yield node, tuple(owners[path[:i]] for i in range(len(path)) if path[:i] in owners)


FOOTNOTE_MARKS = ("*", "†", "‡", "§")
"""Marks of footnotes, in the usual order; figures would be taken for exponents."""


def footnotes(parts: Iterable[object]) -> Mapping[str, str]:
    """Give every footnote its mark: each block that holds footnotes begins with the first mark."""
    found: dict[str, str] = {}
    for part in parts:
        for _, node in walk(part):
            for index, footnote in enumerate(getattr(node, "footnotes", ())):
                repeat, mark = divmod(index, len(FOOTNOTE_MARKS))
                found[str(footnote.id)] = FOOTNOTE_MARKS[mark] * (repeat + 1)
    return MappingProxyType(found)


def places(chapters: tuple[Section, ...]) -> Mapping[str, Place]:
    """Number the sections, steps and figures and say where each block stands.

    Sections are numbered by their order among numbered siblings (1, 1.1, 1.1.1), steps from 1 in
    each procedure, figures from 1 through the whole manual.
    """
    found: dict[str, Place] = {}
    counter = 0
    figures = 0

    def visit(node: object, chapter: Section, section: Section, number: str | None) -> None:
        nonlocal figures
        if isinstance(node, FigureBlock):
            figures += 1
            number = str(figures)
        if isinstance(node, BaseBlock):
            found[node.id] = Place(node, chapter, section, number)
        if isinstance(node, Section):
            section, own = node, 0
            for block in node.blocks:
                label = None
                if isinstance(block, Section) and block.numbered and number is not None:
                    own += 1
                    label = f"{number}.{own}"
                visit(block, chapter, section, label)
            return
        for name in type(node).model_fields if isinstance(node, BaseModel) else ():
            children = getattr(node, name)
            if not isinstance(children, tuple):
                continue
            for order, child in enumerate(children, start=1):
                if isinstance(child, BaseModel):
                    is_step = isinstance(child, Step) and isinstance(node, Procedure | Step)
                    visit(child, chapter, section, str(order) if is_step else None)

    for chapter in chapters:
        number = None
        if chapter.numbered:
            counter += 1
            number = str(counter)
        visit(chapter, chapter, chapter, number)
    return MappingProxyType(found)
