"""The blocks that chapters are made of. Each has an id, which is its anchor in every language."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from halo_docs.data.base import Applicable, Data
from halo_docs.data.scalars import (
    AxisRef,
    AxisValueRef,
    BlockId,
    BlockRef,
    FigureRef,
    Flag,
    Plain,
    SnippetRef,
    Text,
    ToolRef,
    ValueRef,
)
from halo_docs.data.yaml_source import Mapping
from halo_docs.design.signs import GENERAL, Sign


class Level(StrEnum):
    """Signal levels of ANSI Z535.6 and ISO 3864-2, highest first."""

    DANGER = "danger"
    WARNING = "warning"
    CAUTION = "caution"
    NOTICE = "notice"


class Kind(StrEnum):
    """What a safety statement asks for."""

    PROHIBITION = "prohibition"
    MANDATORY = "mandatory"
    INFORMATION = "information"


def _check_sign(sign: Sign | None, kind: Kind) -> None:
    if sign is not None and sign.kind not in ("", kind):
        raise PydanticCustomError(
            "sign_kind",
            'the sign "{sign}" ({reference}) stands for {expected}, not for {kind}',
            {"sign": str(sign), "reference": sign.reference, "expected": sign.kind, "kind": str(kind)},
        )


class BaseBlock(Applicable):
    """What every block has."""

    id: BlockId
    """Stable name of the block and its anchor on the page."""


class Footnote(Data):
    """A note below a table, list or legend, called by the role footnote."""

    id: BlockId
    text: Text


class Paragraph(BaseBlock):
    """Plain prose."""

    type: Literal["paragraph"]
    text: Text


class ListItem(BaseBlock):
    """One item of a list."""

    text: Text
    kind: Kind | None = None
    """For safety statements: prohibition, mandatory action or information."""
    sign: Sign | None = None
    """Safety sign of exactly this meaning; left out, the general sign of the kind is shown."""
    protects: tuple[BlockRef, ...] = ()
    """Steps that this statement must be known before."""
    items: tuple[ListItem, ...] = ()
    """A nested list."""

    @model_validator(mode="after")
    def _sign_fits(self) -> ListItem:
        if self.kind is None and self.sign is not None:
            raise PydanticCustomError("sign_kind", "a sign needs a kind beside it")
        if self.kind is not None:
            _check_sign(self.sign, self.kind)
        return self

    @property
    def shown_sign(self) -> Sign | None:
        """The sign beside the item: its own, or the general one of its kind."""
        return self.sign or (GENERAL[self.kind] if self.kind else None)


class ListBlock(BaseBlock):
    """A list whose items have no order."""

    type: Literal["list"]
    items: Annotated[tuple[ListItem, ...], Field(min_length=1)]
    footnotes: tuple[Footnote, ...] = ()


class Note(BaseBlock):
    """Helpful information without a hazard."""

    type: Literal["note"]
    text: Text
    kind: Kind | None = None
    protects: tuple[BlockRef, ...] = ()
    source_label: Plain | None = None
    """The signal word that the source manual prints."""


class ProposedLevel(Data):
    """A level above the source's own, proposed to the manufacturer."""

    level: Level
    reason: Plain
    """Why the definition of the level asks for it."""


class Safety(BaseBlock):
    """A safety message: signal word, then hazard, consequence and avoidance as far as stated."""

    type: Literal["safety"]
    level: Level
    kind: Kind
    sign: Sign | None = None
    """Safety sign of exactly this meaning."""
    hazard: Text | None = None
    consequence: Text | None = None
    avoidance: Text | None = None
    """What to do or not to do. At least one of the three is there."""
    protects: tuple[BlockRef, ...] = ()
    """Steps that the message must stand before."""
    source_label: Plain
    """The signal word that the source manual prints."""
    proposed_level: ProposedLevel | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Safety:
        if not (self.hazard or self.consequence or self.avoidance):
            raise PydanticCustomError(
                "empty_safety", "a safety message needs hazard, consequence or avoidance"
            )
        _check_sign(self.sign, self.kind)
        return self


class Step(BaseBlock):
    """One action of a procedure."""

    text: Text
    before: tuple[Block, ...] = ()
    """Conditions, notes and safety messages to be read before the action."""
    blocks: tuple[Block, ...] = ()
    """What belongs to the action: figures, lists, legends, notes."""
    substeps: tuple[Step, ...] = ()
    torque: ValueRef | None = None
    """Tightening torque of this action; the text shows it by its role."""
    tools: tuple[ToolRef, ...] = ()
    result: Text | None = None
    """What the reader sees when the action is done."""


class StepUse(Applicable):
    """A step that is written once, in snippets.yaml, and used here."""

    id: BlockId
    use: SnippetRef


def _kind_of_step(value: Any) -> str:
    """Tell a step from the use of one, so that only faults of what was meant are told."""
    return "use" if isinstance(value, StepUse) or (isinstance(value, Mapping) and "use" in value) else "step"


StepOrUse = Annotated[
    Annotated[Step, Tag("step")] | Annotated[StepUse, Tag("use")], Discriminator(_kind_of_step)
]


class Procedure(BaseBlock):
    """Numbered actions in the order in which they are done."""

    type: Literal["procedure"]
    title: Text | None = None
    before: tuple[Block, ...] = ()
    """What must be so before the first step."""
    tools: tuple[ToolRef, ...] = ()
    steps: Annotated[tuple[StepOrUse, ...], Field(min_length=1)]
    result: Text | None = None
    after: tuple[Block, ...] = ()
    """What must be so after the last step."""


class LegendItem(BaseBlock):
    """What one callout of a figure points to."""

    callout: Plain
    """The letter or number in the figure."""
    text: Text


class Legend(BaseBlock):
    """Explains the callouts of a figure."""

    type: Literal["legend"]
    figure: FigureRef
    items: Annotated[tuple[LegendItem, ...], Field(min_length=1)]
    footnotes: tuple[Footnote, ...] = ()


class Column(Data):
    """One column of a table."""

    id: BlockId
    head: Text
    is_number: Flag = False
    """The column holds figures, which are lined up."""


class Row(BaseBlock):
    """One row of a table: a text for each column, by the column's id."""

    cells: dict[str, Text]


class Table(BaseBlock):
    """A table with a head row; the first column names the row."""

    type: Literal["table"]
    title: Text | None = None
    columns: Annotated[tuple[Column, ...], Field(min_length=2)]
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    footnotes: tuple[Footnote, ...] = ()


class FigureBlock(BaseBlock):
    """Places a figure of figures.yaml."""

    type: Literal["figure"]
    figure: FigureRef


class SpecificationTable(BaseBlock):
    """Places the technical data of specifications.yaml."""

    type: Literal["specifications"]


class ToolList(BaseBlock):
    """Places the tools of tools.yaml."""

    type: Literal["tools"]


class GlossaryTable(BaseBlock):
    """Places the concepts of terms.yaml, with their abbreviations, by the language's alphabet."""

    type: Literal["glossary"]


class ProductItem(Data):
    """What holds for the products of one axis value."""

    id: BlockId
    value: AxisValueRef
    text: Text
    """For example where to go on reading."""


class ProductList(BaseBlock):
    """The product numbers by the values of one axis, generated from products.yaml."""

    type: Literal["products"]
    axis: AxisRef
    items: Annotated[tuple[ProductItem, ...], Field(min_length=1)]


class Case(Data):
    """The blocks for one value of the axis."""

    id: BlockId
    value: AxisValueRef
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]


class Alternatives(BaseBlock):
    """The same place told differently for each value of an axis, so that it can be filtered."""

    type: Literal["alternatives"]
    axis: AxisRef
    cases: Annotated[tuple[Case, ...], Field(min_length=1)]


class Use(Applicable):
    """Places a block that is written once, in snippets.yaml."""

    type: Literal["use"]
    id: BlockId
    """Anchor of this use; ids inside the snippet get it as a prefix."""
    snippet: SnippetRef


class Section(BaseBlock):
    """A heading and what stands below it. A chapter file holds one."""

    type: Literal["section"] = "section"
    title: Text
    numbered: Flag = True
    """False: the heading carries no number."""
    blocks: tuple[Block, ...] = ()


Block = Annotated[
    Section
    | Paragraph
    | ListBlock
    | Note
    | Safety
    | Procedure
    | Legend
    | Table
    | FigureBlock
    | SpecificationTable
    | ToolList
    | GlossaryTable
    | ProductList
    | Alternatives
    | Use,
    Field(discriminator="type"),
]
"""Any block that may stand in a section."""

SnippetBlock = Annotated[
    Paragraph | ListBlock | Note | Safety | Legend | Table | FigureBlock,
    Field(discriminator="type"),
]


class Snippets(Data):
    """snippets.yaml: blocks and steps that are used in several places."""

    blocks: tuple[SnippetBlock, ...] = ()
    steps: tuple[Step, ...] = ()


for _model in (ListItem, Step, Procedure, Case, Alternatives, Section, Snippets):
    _model.model_rebuild()
