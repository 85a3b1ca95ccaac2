"""Tables: those of the chapters, the technical data, the product numbers, the tools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docutils import nodes

from halo_docs.data.blocks import ProductList, SpecificationTable, Table, ToolList
from halo_docs.data.facts import Specification
from halo_docs.data.scalars import Text
from halo_docs.nodes.figures import drawing
from halo_docs.nodes.scope import Scope, placed

Cell = list[nodes.Node]

SHORT_TABLE = 8
"""Rows up to which a table is not divided between pages."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of rendered cells; the first names the row."""

    id: str
    cells: Sequence[Cell]


def grid(
    name: str,
    head: Sequence[Cell],
    rows: Sequence[TableRow],
    widths: Sequence[int],
    number_columns: frozenset[int] = frozenset(),
) -> nodes.table:
    """Return a table with one head row; the first column holds the row heads.

    :param widths: relative widths of the columns.
    :param number_columns: columns of figures, which are lined up.
    """
    group = nodes.tgroup(cols=len(head))
    for index, width in enumerate(widths):
        spec = nodes.colspec(colwidth=width)
        if index == 0:
            spec["stub"] = 1
        group += spec
    group += nodes.thead("", _row(None, head, number_columns))
    body = nodes.tbody()
    for row in rows:
        body += _row(row.id, row.cells, number_columns)
    group += body
    is_short = len(rows) <= SHORT_TABLE
    classes = ["manual-table", *(["short-table"] if is_short else [])]
    table = nodes.table("", group, ids=[name], classes=classes)
    table["translatable"] = False
    return table


def _row(name: str | None, cells: Sequence[Cell], number_columns: frozenset[int]) -> nodes.row:
    row = nodes.row(ids=[name] if name else [])
    for index, cell in enumerate(cells):
        entry = nodes.entry("", *(_as_paragraphs(cell)))
        if index in number_columns:
            entry["classes"].append("number")
        row += entry
    return row


def _as_paragraphs(cell: Cell) -> Cell:
    if cell and all(isinstance(node, nodes.Body) for node in cell):
        return cell
    paragraph = nodes.paragraph("", "", *cell)
    paragraph["translatable"] = False
    return [paragraph]


def table(scope: Scope, block: Table) -> list[nodes.Node]:
    """Return a table of a chapter, with its title and footnotes."""
    names = [str(column.id) for column in block.columns]
    rows = []
    for row in block.rows:
        cells = [scope.inline(row.cells[name]) for name in names]
        cells[0] += [*scope.applicability(row), *scope.open_marks(row)]
        rows.append(TableRow(str(row.id), cells))
    shown = grid(
        str(block.id),
        [scope.inline(column.head) for column in block.columns],
        rows,
        [max(len(scope.plain(row.cells[name])) for row in block.rows) + 4 for name in names],
        frozenset(i for i, column in enumerate(block.columns) if column.is_number),
    )
    before: list[nodes.Node] = []
    if block.title is not None:
        before.append(scope.paragraph(block, block.title, "table-title"))
    before += scope.block_marks(block)
    return [*before, placed(shown, block), *scope.footnotes(block.footnotes)]


def specification_table(scope: Scope, block: SpecificationTable) -> list[nodes.Node]:
    """Return the technical data: label with symbol, then the lines of the datum."""
    data = scope.manual.specifications
    shown = specifications(scope, str(block.id), data.rows)
    return [placed(shown, block), *scope.footnotes(data.footnotes)]


def specifications(scope: Scope, name: str, rows: Sequence[Specification]) -> nodes.table:
    """Return some rows of the technical data as a table."""
    shown = grid(
        name,
        [scope.inline(scope.manual.specifications.title), scope.inline(scope.manual.interface.value)],
        [TableRow(str(row.id), _specification(scope, row)) for row in rows],
        [40, 60],
    )
    shown["classes"].append("specifications")
    return shown


def _specification(scope: Scope, row: Specification) -> list[Cell]:
    head = scope.inline(row.label)
    if row.symbol is not None:
        head += [nodes.Text(" ("), _symbol(row.symbol), nodes.Text(")")]
    head += [*scope.applicability(row), *scope.open_marks(row)]
    value: Cell = []
    if row.figure is not None:
        value.append(drawing(scope, scope.manual.figures[row.figure], str(row.id)))
    for line in row.lines:
        paragraph = nodes.paragraph(ids=[str(line.id)])
        if line.label is not None:
            paragraph.extend([*scope.inline(line.label), nodes.Text(f"{scope.language.label_separator} ")])
        paragraph.extend([*scope.inline(line.text), *scope.open_marks(line)])
        value.append(placed(paragraph, line))
    return [head, value]


def _symbol(symbol: str) -> nodes.inline:
    base, _, index = symbol.partition("_")
    shown = nodes.inline(classes=["symbol"])
    shown += nodes.inline(base, base, classes=["quantity-symbol"])
    if index:
        shown += nodes.subscript(index, index)
    return shown


def product_list(scope: Scope, block: ProductList) -> list[nodes.Node]:
    """Return the product numbers by the values of an axis, and what holds for each."""
    words = scope.manual.interface
    rows = [
        TableRow(
            str(item.id),
            [
                scope.role("variant", item.value),
                scope.role("products", item.value),
                scope.inline(item.text),
            ],
        )
        for item in block.items
    ]
    head: list[Text] = [
        scope.manual.axes[block.axis].name,
        words.product_numbers,
        words.go_on,
    ]
    shown = grid(str(block.id), [scope.inline(text) for text in head], rows, [25, 40, 35])
    shown["classes"].append("product-list")
    return [placed(shown, block)]


def tool_list(scope: Scope, block: ToolList) -> list[nodes.Node]:
    """Return the tools of tools.yaml as a list."""
    shown = nodes.bullet_list(bullet="-", ids=[str(block.id)], classes=["tool-list"])
    for tool in scope.manual.tools.values():
        paragraph = nodes.paragraph("", "", *scope.inline(tool.name))
        if tool.purpose is not None:
            paragraph += nodes.Text(f"{scope.language.label_separator} ")
            paragraph.extend(scope.inline(tool.purpose))
        paragraph.extend([*scope.applicability(tool), *scope.open_marks(tool)])
        shown += nodes.list_item("", placed(paragraph, tool), ids=[f"tool-{tool.id}"])
    return [placed(shown, block)]
