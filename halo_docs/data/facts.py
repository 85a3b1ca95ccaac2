"""The facts: values, products, axes, figures, addresses and whatever else is written once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from halo_docs.data.base import Applicable, Data, Fact
from halo_docs.data.blocks import Footnote
from halo_docs.data.scalars import (
    AxisRef,
    AxisValueRef,
    BlockId,
    FigureRef,
    FileName,
    Flag,
    Id,
    LinkRef,
    Number,
    Plain,
    Text,
    UnitRef,
    ValueRef,
)


class Unit(Data):
    """A unit of measurement; its symbol is the same in every language (ISO 80000-1, 7.1)."""

    id: Id
    symbol: Plain
    kinds: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Kinds of quantity that it measures, for example torque."""
    factor: Number | None = None
    """How many coherent SI units it is: 1000 for kW, 0.01 for cm; one when left out."""


class Units(Data):
    """units.yaml"""

    units: tuple[Unit, ...]


class Range(Data):
    """From a smallest to a largest number."""

    min: Number
    max: Number

    @model_validator(mode="after")
    def _ordered(self) -> Range:
        if self.min.value >= self.max.value:
            raise PydanticCustomError("range_upside_down", "min must be smaller than max")
        return self


class Factor(Data):
    """One factor of a product: a number, or a value of values.yaml."""

    number: Number | None = None
    value: ValueRef | None = None
    alternative: Number | None = None
    """Which of the value's alternatives is meant, counted from 1."""

    @model_validator(mode="after")
    def _one_form(self) -> Factor:
        if (self.number is None) == (self.value is None) or (self.alternative and self.value is None):
            raise PydanticCustomError("factor", "a factor is a number, or a value with its alternative")
        return self


class Value(Applicable):
    """A technical value. Exactly one of number, range, alternatives, dimensions, code, literal."""

    id: BlockId
    kind: Id
    """Kind of quantity, for example voltage; for a code or literal, what it is."""
    unit: UnitRef | None = None
    number: Number | None = None
    range: Range | None = None
    alternatives: tuple[Number, ...] = ()
    """Figures for variants, shown with a slash: 230/400 V."""
    dimensions: tuple[Number, ...] = ()
    """Lengths, shown with a multiplication sign: 262 × 159 × 203 mm."""
    code: Plain | None = None
    """A designation of a standard: IP66, Mode 3."""
    literal: Plain | None = None
    """Characters to be typed or read exactly as they stand: an address, a network name."""
    product_of: tuple[Factor, ...] = ()
    """What the number comes from, if it is a product: a power from phases, voltage and current."""

    @model_validator(mode="after")
    def _one_form(self) -> Value:
        forms = ("number", "range", "alternatives", "dimensions", "code", "literal")
        given = [form for form in forms if getattr(self, form)]
        if len(given) != 1:
            raise PydanticCustomError(
                "value_forms",
                "exactly one of {forms} is needed, found {given}",
                {"forms": ", ".join(forms), "given": " and ".join(given) or "none"},
            )
        if self.unit is not None and given[0] in ("code", "literal"):
            raise PydanticCustomError("value_forms", "a {form} has no unit", {"form": given[0]})
        if given[0] in ("alternatives", "dimensions") and len(getattr(self, given[0])) < 2:
            raise PydanticCustomError("value_forms", "{form} need two figures or more", {"form": given[0]})
        if self.product_of and self.number is None:
            raise PydanticCustomError(
                "value_forms", "only a number is a product, not {form}", {"form": given[0]}
            )
        return self


class Values(Data):
    """values.yaml"""

    values: tuple[Value, ...]


class AxisValue(Fact):
    """One value of an axis."""

    id: BlockId
    name: Text
    """How the reader knows it."""
    mark: Text
    """Short mark beside what applies to it only."""


class Axis(Fact):
    """Something in which products or installations differ."""

    id: BlockId
    name: Text
    values: Annotated[tuple[AxisValue, ...], Field(min_length=2)]


class Axes(Data):
    """axes.yaml"""

    axes: tuple[Axis, ...]


class Product(Fact):
    """A product number and what is known of it."""

    id: Id
    """The product number."""
    attributes: dict[AxisRef, AxisValueRef] = Field(default_factory=dict)
    """Axis -> value; an axis that is not named is not known."""


class Products(Data):
    """products.yaml"""

    products: tuple[Product, ...]


class SpecificationLine(Applicable):
    """One line of a technical datum."""

    id: BlockId
    label: Text | None = None
    """What the line is about, when a datum has several."""
    text: Text


class Specification(Applicable):
    """One row of the technical data."""

    id: BlockId
    label: Text
    symbol: Plain | None = None
    """Symbol of the quantity, index after an underscore: U_imp."""
    figure: FigureRef | None = None
    """Figure that stands for the text, for a graphical symbol."""
    lines: tuple[SpecificationLine, ...] = ()

    @model_validator(mode="after")
    def _shows_something(self) -> Specification:
        if not self.lines and self.figure is None:
            raise PydanticCustomError("empty_row", "a row needs lines or a figure")
        return self


class Specifications(Data):
    """specifications.yaml"""

    title: Text
    rows: tuple[Specification, ...]
    footnotes: tuple[Footnote, ...] = ()


class FigureLabel(Applicable):
    """A word inside a drawing."""

    id: BlockId
    text: Text


class Callout(Applicable):
    """A letter or number in a drawing."""

    id: Plain
    """The letter or number."""


class Figure(Applicable):
    """A drawing, with the words that go with it."""

    id: BlockId
    title: Text
    """What it shows; stands below it."""
    alt: Text
    """What it shows, in one short sentence, for somebody who does not see it."""
    description: Text | None = None
    """Long description, where it shows several things; read out, never seen."""
    width: Number
    """Width in millimetres on paper, where the page is wide enough (A5: 117 mm)."""
    height: Number
    """Height in millimetres on paper."""
    drawing: FileName | None = None
    """File in docs/figures; without one, a frame of the right proportions is shown."""
    artwork: FileName | None = None
    """The manufacturer's own picture in docs/figures/artwork; shown instead of the drawing."""
    artworks: dict[str, FileName] = Field(default_factory=dict)
    """Language -> its own picture."""
    qr: LinkRef | None = None
    """Address that is shown as a QR code instead of a drawing."""
    is_schematic: Flag = True
    """Positions and views are not known; the caption says so."""
    callouts: tuple[Callout, ...] = ()
    labels: tuple[FigureLabel, ...] = ()


class Figures(Data):
    """figures.yaml"""

    figures: tuple[Figure, ...]


class Link(Fact):
    """An address, with other addresses for some languages."""

    id: BlockId
    url: Plain
    """Address where no other is given."""
    urls: dict[str, Plain] = Field(default_factory=dict)
    """Language -> its own address."""
    text: Plain | None = None
    """How the address is printed; the address itself when left out."""


class Links(Data):
    """links.yaml"""

    links: tuple[Link, ...]


class UiLabel(Fact):
    """A text that the product's own interface shows."""

    id: BlockId
    label: Plain
    """As the interface shows it where no other is given."""
    labels: dict[str, Plain] = Field(default_factory=dict)
    """Language -> what the interface shows in it."""


class UiLabels(Data):
    """ui-labels.yaml"""

    labels: tuple[UiLabel, ...]


class Tool(Applicable):
    """A tool that the installer needs."""

    id: BlockId
    name: Text
    purpose: Text | None = None


class Tools(Data):
    """tools.yaml"""

    tools: tuple[Tool, ...]


class Term(Applicable):
    """One concept, the one term for it and what it means.

    What a language may and must not call it stands in the language's own terms.yaml.
    """

    id: BlockId
    term: Text
    definition: Text
    """For the reader: the glossary shows it."""
    abbreviation: Text | None = None


class Terms(Data):
    """terms.yaml"""

    terms: tuple[Term, ...]


class OpenInput(Data):
    """A question that only the manufacturer can answer."""

    id: Id
    question: Plain
    why: Plain
    """Where and why it matters."""
    blocks_release: Flag
    """A release is refused until it is answered."""
    answer: Plain | None = None


class OpenInputs(Data):
    """open-inputs.yaml"""

    inputs: tuple[OpenInput, ...]
