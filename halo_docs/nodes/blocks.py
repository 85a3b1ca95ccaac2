"""Any block of a chapter as docutils nodes."""

from __future__ import annotations

from docutils import nodes

from halo_docs.data import blocks
from halo_docs.nodes import figures, glossary, procedure, prose, safety, tables
from halo_docs.nodes.scope import Scope, placed
from halo_docs.text.quantities import NO_BREAK_SPACE


def render(scope: Scope, block: blocks.Block) -> list[nodes.Node]:
    """Return the nodes of one block in the scope's language."""
    match block:
        case blocks.Section():
            return [section(scope, block)]
        case blocks.Paragraph():
            return prose.paragraph(scope, block)
        case blocks.ListBlock():
            return prose.list_block(scope, block)
        case blocks.Note():
            return prose.note(scope, block)
        case blocks.Safety():
            return safety.safety(scope, block)
        case blocks.Procedure():
            return procedure.procedure(scope, block, lambda child: render(scope, child))
        case blocks.Legend():
            return figures.legend(scope, block)
        case blocks.Table():
            return tables.table(scope, block)
        case blocks.FigureBlock():
            return figures.figure_block(scope, block)
        case blocks.SpecificationTable():
            return tables.specification_table(scope, block)
        case blocks.ToolList():
            return tables.tool_list(scope, block)
        case blocks.GlossaryTable():
            return glossary.glossary(scope, block)
        case blocks.ProductList():
            return tables.product_list(scope, block)
        case blocks.Alternatives():
            return [_alternatives(scope, block)]
        case blocks.Use():
            raise AssertionError("uses are replaced when the manual is loaded")


def section(scope: Scope, block: blocks.Section) -> nodes.section:
    """Return a section: its heading with the number, then its blocks."""
    shown = nodes.section(ids=[str(block.id)], names=[str(block.id)])
    shown += placed(nodes.title("", "", *heading(scope, block)), block)
    shown.extend(scope.block_marks(block))
    for child in block.blocks:
        shown.extend(render(scope, child))
    return placed(shown, block)


def heading(scope: Scope, block: blocks.Section) -> list[nodes.Node]:
    """Return what stands in a section's heading: its number, if it has one, and its title."""
    number = scope.manual.places[block.id].number
    shown: list[nodes.Node] = []
    if number is not None:
        shown += [nodes.inline(number, number, classes=["section-number"]), nodes.Text(NO_BREAK_SPACE)]
    return [*shown, *scope.inline(block.title)]


def _alternatives(scope: Scope, block: blocks.Alternatives) -> nodes.container:
    shown = nodes.container(ids=[str(block.id)], classes=["alternatives"])
    shown.extend(scope.block_marks(block))
    for case in block.cases:
        part = nodes.container(ids=[str(case.id)], classes=["alternative"])
        name = scope.plain(scope.manual.axis_values[case.value].name)
        title = nodes.paragraph("", "", nodes.strong(name, name), classes=["alternative-title"])
        part += placed(title, block)
        for child in case.blocks:
            part.extend(render(scope, child))
        shown += part
    return placed(shown, block)
