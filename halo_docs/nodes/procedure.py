"""Procedures: numbered steps with what belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docutils import nodes

from halo_docs.data.base import Fact, walk
from halo_docs.data.blocks import Block, FigureBlock, Procedure, Step, StepUse
from halo_docs.data.scalars import Text, ToolRef
from halo_docs.nodes.scope import Scope, placed

Render = Callable[[Block], list[nodes.Node]]
"""Renders any block; handed in, so that blocks may hold blocks."""


def procedure(scope: Scope, block: Procedure, render: Render) -> list[nodes.Node]:
    """Return a procedure: conditions, tools, steps, result, what must be so afterwards."""
    shown = nodes.container(ids=[str(block.id)], classes=["procedure"])
    if block.title is not None:
        title = scope.paragraph(block, block.title, "procedure-title")
        shown += title
    shown.extend(scope.block_marks(block))
    for before in block.before:
        shown.extend(render(before))
    if block.tools:
        shown += _tools(scope, block, block.tools)
    shown += steps(scope, block.steps, "arabic", render)
    if block.result is not None:
        shown += _result(scope, block, block.result)
    for after in block.after:
        shown.extend(render(after))
    return [placed(shown, block)]


def _tools(scope: Scope, owner: Fact, tools: Iterable[ToolRef]) -> nodes.paragraph:
    label = scope.label(scope.manual.interface.tools)
    shown = nodes.paragraph(classes=["procedure-tools"])
    shown += nodes.strong(label, label)
    for index, tool in enumerate(tools):
        shown += nodes.Text(f"{scope.language.item_separator} " if index else " ")
        shown.extend(scope.inline(scope.manual.tools[tool].name))
    return placed(shown, owner)


def _result(scope: Scope, owner: Fact, text: Text) -> nodes.paragraph:
    label = scope.label(scope.manual.interface.result)
    shown = nodes.paragraph(classes=["step-result"])
    shown += nodes.strong(label, label)
    shown += nodes.Text(" ")
    shown.extend(scope.inline(text))
    return placed(shown, owner)


def steps(
    scope: Scope, steps: Iterable[Step | StepUse], numbering: str, render: Render
) -> nodes.enumerated_list:
    """Return numbered steps.

    :param numbering: how docutils calls the form of the numbers: arabic, loweralpha.
    """
    shown = nodes.enumerated_list(enumtype=numbering, prefix="", suffix=".")
    shown["classes"].append("steps")
    for step in steps:
        assert isinstance(step, Step), "uses are replaced when the manual is loaded"
        shown += _step(scope, step, render)
    return shown


def _step(scope: Scope, step: Step, render: Render) -> nodes.list_item:
    figures = sum(isinstance(node, FigureBlock) for _, node in walk(step))
    classes = ["step", *(["long-step"] if figures > 1 else [])]
    shown = nodes.list_item(ids=[str(step.id)], classes=classes)
    for before in step.before:
        shown.extend(render(before))
    shown += scope.paragraph(step, step.text, "step-text")
    for block in step.blocks:
        shown.extend(render(block))
    if step.substeps:
        shown += steps(scope, step.substeps, "loweralpha", render)
    if step.result is not None:
        shown += _result(scope, step, step.result)
    return placed(shown, step)
