"""What a thing applies to agrees with what holds it, and is met by at least one product.

A step for one model inside a section for another can never be shown.

Bad:  a section with `applies_to: {drive: [mains]}` holds a note with `applies_to: {drive: [solar]}`.
Good: the note applies to mains too, or stands in another section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from halo_docs.data.base import Applicable
from halo_docs.data.blocks import Alternatives
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule

Allowed = Mapping[str, frozenset[str]]
"""Axis -> the values that are left."""


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the things that can apply to nothing."""
    for _, part in manual.parts():
        yield from _visit(manual, part, {})


def _visit(manual: Manual, node: object, outer: Allowed) -> Iterator[Finding]:
    if isinstance(node, tuple):
        for child in node:
            yield from _visit(manual, child, outer)
        return
    if not isinstance(node, BaseModel):
        return
    inner = outer
    if isinstance(node, Applicable):
        for axis, values in node.applies_to.items():
            left = frozenset(values) & inner.get(axis, frozenset(values))
            if values and not left:
                allowed = ", ".join(sorted(inner[axis]))
                message = f"applies to {', '.join(values)}, but stands inside {allowed}"
                yield Finding(axis.location, message, _name(node))
            inner = {**inner, axis: left}
        is_known = all(v in manual.axis_values for values in node.applies_to.values() for v in values)
        if node.applies_to and is_known and not _has_product(manual, inner):
            yield Finding(node.location, "applies to no product of products.yaml", _name(node))
    if isinstance(node, Alternatives):
        for case in node.cases:
            narrowed = frozenset({str(case.value)}) & inner.get(node.axis, frozenset({str(case.value)}))
            yield from _visit(manual, case.blocks, {**inner, node.axis: narrowed})
        return
    for name in type(node).model_fields:
        yield from _visit(manual, getattr(node, name), inner)


def _name(node: BaseModel) -> str:
    return str(getattr(node, "id", ""))


def _has_product(manual: Manual, allowed: Allowed) -> bool:
    """Tell whether some product may meet it; what is not known of a product rules nothing out."""
    return (
        bool(manual.unreadable)
        or not manual.products
        or any(
            all(
                str(value) in allowed[axis] for axis, value in product.attributes.items() if allowed.get(axis)
            )
            for product in manual.products.values()
        )
    )


RULE = Rule("applicability-empty", Severity.ERROR, Manual, find)
