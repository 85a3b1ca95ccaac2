"""A safety message is read before the step that it protects.

A warning after the action comes too late (ANSI Z535.6, 7.2; IEC/IEEE 82079-1, 7.11).

Bad:  a safety message in the `blocks` of step 3 has `protects: [step-2]`.
Good: it stands in the `before` of step 2, or earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import Data
from halo_docs.data.blocks import BaseBlock, ListItem, Note, Safety, Step
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found


def find(manual: Manual) -> Iterator[Finding]:
    """Yield what comes too late."""
    order = {str(block.id): position for position, block in enumerate(_read(manual.chapters))}
    for place in manual.places.values():
        block = place.block
        if not isinstance(block, Safety | Note | ListItem):
            continue
        for step in block.protects:
            if order.get(str(step), len(order)) <= order[str(block.id)]:
                yield found(step, f'"{block.id}" protects "{step}", but stands after it', block.open)


def _read(node: object) -> Iterator[BaseBlock]:
    """Yield the blocks as a reader meets them: a step is met where its action is told."""
    if isinstance(node, tuple):
        for child in node:
            yield from _read(child)
    elif isinstance(node, Data):
        if isinstance(node, Step):
            yield from _read(node.before)
        if isinstance(node, BaseBlock):
            yield node
        for name in type(node).model_fields:
            if not (isinstance(node, Step) and name == "before"):
                yield from _read(getattr(node, name))


RULE = Rule("safety-order", Severity.ERROR, Manual, find)
