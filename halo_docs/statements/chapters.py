"""The statements of the chapters, block by block, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from halo_docs.data import blocks
from halo_docs.data.base import Applicable
from halo_docs.data.blocks import Footnote, Step
from halo_docs.data.facts import Figure
from halo_docs.data.scalars import Text, ToolRef
from halo_docs.figures.source import Drawings
from halo_docs.statements.pictures import picture
from halo_docs.statements.statement import Kind, Picture, Said, Statement, print_only
from halo_docs.statements.voice import Voice
from halo_docs.text.collation import Key, sort_key
from halo_docs.text.quantities import NO_BREAK_SPACE

Telling = Iterator[Statement | Picture]
"""Statements and pictures, in reading order."""


class Teller:
    """Tells what the blocks of a manual say in one language."""

    def __init__(self, voice: Voice, drawings: Drawings) -> None:
        """Prepare to tell."""
        self.voice, self.drawings = voice, drawings
        self.manual, self.words = voice.manual, voice.manual.interface

    def block(self, block: blocks.Block) -> Telling:
        """Yield what one block says."""
        match block:
            case blocks.Section():
                yield from self._section(block)
            case blocks.Paragraph():
                yield self._owned(Kind.PARAGRAPH, block, block.text)
            case blocks.ListBlock():
                yield from self._block_marks(block)
                yield from self._items(block.items)
                yield from self._footnotes(block.footnotes)
            case blocks.Note():
                word = self.voice.signal_word("note")
                yield Statement(Kind.NOTE, str(block.id), word, block.location)
                yield self._owned(Kind.NOTE, block, block.text)
            case blocks.Safety():
                yield from self._safety(block)
            case blocks.Procedure():
                yield from self._procedure(block)
            case blocks.Legend():
                yield from self._legend(block)
            case blocks.Table():
                yield from self._table(block)
            case blocks.FigureBlock():
                yield from self._figure(block)
            case blocks.SpecificationTable():
                yield from self._specifications(block)
            case blocks.ToolList():
                yield from self._tools(block)
            case blocks.GlossaryTable():
                yield from self._glossary(block)
            case blocks.ProductList():
                yield from self._products(block)
            case blocks.Alternatives():
                yield from self._alternatives(block)
            case blocks.Use():
                raise AssertionError("uses are replaced when the manual is loaded")

    def _owned(self, kind: Kind, thing: blocks.BaseBlock, text: Text) -> Statement:
        return Statement(kind, str(thing.id), self.voice.annotated(thing, text), text.location)

    def heading(self, section: blocks.Section) -> Said:
        """Return a heading with its number."""
        number = self.manual.places[section.id].number
        return Said(f"{number}{NO_BREAK_SPACE}" if number is not None else "") + self.voice.say(section.title)

    def _section(self, block: blocks.Section) -> Telling:
        yield Statement(Kind.HEADING, str(block.id), self.heading(block), block.title.location)
        yield from self._block_marks(block)
        for child in block.blocks:
            yield from self.block(child)

    def _block_marks(self, thing: Applicable) -> Telling:
        text = self.voice.marks(thing).strip(" ")
        if text:
            # The line of marks is no part of the block; it stands before it.
            yield Statement(Kind.MARK, "", Said(text), thing.location)

    def _items(self, items: Iterable[blocks.ListItem]) -> Telling:
        for item in items:
            yield self._owned(Kind.ITEM, item, item.text)
            yield from self._items(item.items)

    def _footnotes(self, footnotes: Iterable[Footnote]) -> Telling:
        for note in footnotes:
            mark = Said(self.manual.footnotes[note.id] + NO_BREAK_SPACE)
            said = mark + self.voice.say(note.text)
            yield Statement(Kind.FOOTNOTE, str(note.id), said, note.text.location)

    def _safety(self, block: blocks.Safety) -> Telling:
        word = self.voice.signal_word(block.level)
        yield Statement(Kind.SAFETY, str(block.id), word, block.location, block.level)
        parts = [part for part in (block.hazard, block.consequence, block.avoidance) if part is not None]
        for part in parts:
            said = self.voice.say(part)
            if part is parts[-1]:
                said += self.voice.marks(block)
            yield Statement(Kind.SAFETY, str(block.id), said, part.location)

    # -- procedures ----------------------------------------------------------------------------

    def _procedure(self, block: blocks.Procedure) -> Telling:
        if block.title is not None:
            yield self._owned(Kind.PARAGRAPH, block, block.title)
        for mark in self._block_marks(block):
            assert isinstance(mark, Statement)
            yield Statement(mark.kind, str(block.id), mark.said, mark.location)
        for before in block.before:
            yield from self.block(before)
        if block.tools:
            yield self._tool_line(block, block.tools)
        yield from self._steps(block.steps, letters=False)
        if block.result is not None:
            yield self._result(block, block.result)
        for after in block.after:
            yield from self.block(after)

    def _tool_line(self, owner: blocks.Procedure, tools: Sequence[ToolRef]) -> Statement:
        said = self.voice.label(self.words.tools) + " "
        for index, tool in enumerate(tools):
            said += f"{self.voice.language.item_separator} " if index else ""
            said += self.voice.say(self.manual.tools[tool].name)
        return Statement(Kind.PARAGRAPH, str(owner.id), said, owner.location)

    def _result(self, owner: blocks.BaseBlock, text: Text) -> Statement:
        said = self.voice.label(self.words.result) + " " + self.voice.say(text)
        return Statement(Kind.PARAGRAPH, str(owner.id), said, text.location)

    def _steps(self, steps: Iterable[Step | blocks.StepUse], letters: bool) -> Telling:
        for order, step in enumerate(steps, start=1):
            assert isinstance(step, Step), "uses are replaced when the manual is loaded"
            number = chr(ord("a") + order - 1) if letters else str(order)
            # The screen numbers steps by style; the browser is asked for it.
            yield Statement(Kind.NUMBER, str(step.id), Said(number), step.location, on_screen=False)
            for before in step.before:
                yield from self.block(before)
            yield self._owned(Kind.STEP, step, step.text)
            for block in step.blocks:
                yield from self.block(block)
            yield from self._steps(step.substeps, letters=True)
            if step.result is not None:
                yield self._result(step, step.result)

    # -- figures -------------------------------------------------------------------------------

    def _picture(self, figure: Figure, place: str) -> Picture:
        return picture(self.voice, self.drawings, figure, place)

    def _figure(self, block: blocks.FigureBlock) -> Telling:
        figure = self.manual.figures[block.figure]
        yield self._picture(figure, str(block.id))
        word = self.voice.plain(self.words.figure).capitalize()
        said = Said(f"{word}{NO_BREAK_SPACE}{self.manual.places[block.id].number} ")
        said += self.voice.say(figure.title)
        said += "".join(f" {mark}" for mark in self.voice.applicability(block))
        said += self.voice.open_marks(block, figure)
        if figure.is_schematic:
            said += " " + print_only("(") + self.voice.plain(self.words.schematic) + print_only(")")
        yield Statement(Kind.CAPTION, str(block.id), said, figure.title.location)

    def _legend(self, block: blocks.Legend) -> Telling:
        yield from self._block_marks(block)
        for item in block.items:
            said = Said(f"{item.callout} ") + self.voice.annotated(item, item.text)
            yield Statement(Kind.LEGEND, str(item.id), said, item.text.location)
        yield from self._footnotes(block.footnotes)

    # -- tables --------------------------------------------------------------------------------

    def _head(self, name: str, heads: Iterable[Text]) -> Telling:
        for head in heads:
            yield Statement(Kind.CELL, name, self.voice.say(head), head.location)

    def _table(self, block: blocks.Table) -> Telling:
        if block.title is not None:
            said = self.voice.annotated(block, block.title)
            yield Statement(Kind.PARAGRAPH, "", said, block.title.location)
        yield from self._block_marks(block)
        yield from self._head(str(block.id), (column.head for column in block.columns))
        for row in block.rows:
            for index, column in enumerate(block.columns):
                text = row.cells[str(column.id)]
                said = self.voice.say(text) if index else self.voice.annotated(row, text)
                yield Statement(Kind.CELL, str(row.id), said, text.location)
        yield from self._footnotes(block.footnotes)

    def _specifications(self, block: blocks.SpecificationTable) -> Telling:
        data = self.manual.specifications
        yield from self._head(str(block.id), (data.title, self.words.value))
        for row in data.rows:
            label = self.voice.say(row.label)
            if row.symbol is not None:
                label += f" ({row.symbol.replace('_', '', 1)})"
            yield Statement(Kind.CELL, str(row.id), label + self.voice.marks(row), row.label.location)
            if row.figure is not None:
                yield self._picture(self.manual.figures[row.figure], str(row.id))
            for line in row.lines:
                said = Said("") if line.label is None else self.voice.label(line.label) + " "
                said += self.voice.say(line.text) + self.voice.open_marks(line)
                yield Statement(Kind.CELL, str(line.id), said, line.text.location)
        yield from self._footnotes(data.footnotes)

    def _products(self, block: blocks.ProductList) -> Telling:
        axis = self.manual.axes[block.axis]
        heads = (axis.name, self.words.product_numbers, self.words.go_on)
        yield from self._head(str(block.id), heads)
        for item in block.items:
            cells = (
                self.voice.role("variant", item.value),
                self.voice.role("products", item.value),
                self.voice.say(item.text),
            )
            for said in cells:
                yield Statement(Kind.CELL, str(item.id), said, item.location)

    def _glossary(self, block: blocks.GlossaryTable) -> Telling:
        yield from self._head(str(block.id), (self.words.term, self.words.meaning))
        alphabet = self.manual.alphabet(self.voice.language.id)
        rows: list[tuple[Key, str, Said, Said, Text]] = []
        for name, term in self.manual.terms.items():
            head, place = self.voice.say(term.term), f"term-{name}"
            order = sort_key(head.text, alphabet)
            if term.abbreviation is not None:
                short = self.voice.say(term.abbreviation)
                full = self.voice.role("term", name)
                rows.append((sort_key(short.text, alphabet), f"{place}-abbreviation", short, full, term.term))
                head += Said(" (") + short + ")"
            rows.append((order, place, head, self.voice.annotated(term, term.definition), term.definition))
        for _, place, head, meaning, text in sorted(rows, key=lambda row: row[:2]):
            yield Statement(Kind.CELL, place, head, text.location)
            yield Statement(Kind.CELL, place, meaning, text.location)

    def _tools(self, block: blocks.ToolList) -> Telling:
        for tool in self.manual.tools.values():
            said = self.voice.say(tool.name)
            if tool.purpose is not None:
                said += f"{self.voice.language.label_separator} "
                said += self.voice.say(tool.purpose)
            said += self.voice.marks(tool)
            yield Statement(Kind.ITEM, f"tool-{tool.id}", said, tool.name.location)

    def _alternatives(self, block: blocks.Alternatives) -> Telling:
        yield from self._block_marks(block)
        for case in block.cases:
            name = self.voice.say(self.manual.axis_values[case.value].name)
            yield Statement(Kind.PARAGRAPH, str(case.id), name, case.location)
            for child in case.blocks:
                yield from self.block(child)
