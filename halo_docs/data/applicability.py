"""What each place of the manual applies to: its own condition and those of all that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import BaseModel

from halo_docs.data.base import Applicable, Fact
from halo_docs.data.blocks import Alternatives, BaseBlock, ProductList
from halo_docs.data.facts import Axis
from halo_docs.data.manual import Manual

Allowed = Mapping[str, frozenset[str]]
"""Axis -> the values that are left; an axis that is not named does not matter."""

EVERYTHING: Allowed = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Applied:
    """An object or a leaf of the manual, and what it applies to."""

    node: object
    owner: Fact | None
    """The nearest object that may be open: the node itself or what holds it."""
    outer: Allowed
    """What the place applies to without the node's own condition."""
    allowed: Allowed


def applied(part: object) -> Iterator[Applied]:
    """Yield everything below ``part``, in the order of the fields."""
    yield from _visit(part, EVERYTHING, None)


def _visit(node: object, outer: Allowed, owner: Fact | None) -> Iterator[Applied]:
    if isinstance(node, tuple | dict):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _visit(child, outer, owner)
        return
    inner = outer
    if isinstance(node, Applicable):
        for axis, values in node.applies_to.items():
            inner = narrowed(inner, axis, values)
    owner = node if isinstance(node, Fact) else owner
    yield Applied(node, owner, outer, inner)
    if not isinstance(node, BaseModel):
        return
    for name in type(node).model_fields:
        for about, value, child in _children(node, name):
            left = narrowed(inner, about, (value,)) if about else inner
            yield from _visit(child, left, owner)


def _children(node: BaseModel, name: str) -> Iterator[tuple[str, str, object]]:
    """Yield what a field holds, with the axis and the value that each item stands for, if any."""
    match node, name:
        case Alternatives(), "cases":
            yield from ((node.axis, case.value, case) for case in node.cases)
        case ProductList(), "items":
            yield from ((node.axis, item.value, item) for item in node.items)
        case Axis(), "values":
            yield from ((node.id, value.id, value) for value in node.values)
        case _:
            yield "", "", getattr(node, name)


def narrowed(allowed: Allowed, axis: str, values: Iterable[str]) -> Allowed:
    """Return what is left of ``allowed`` when only some values of an axis count."""
    given = frozenset(map(str, values))
    return {**allowed, str(axis): given & allowed.get(axis, given)}


def of_blocks(manual: Manual) -> Mapping[str, Allowed]:
    """Return the id of every block -> what it applies to."""
    return {
        str(place.node.id): place.allowed
        for chapter in manual.chapters
        for place in applied(chapter)
        if isinstance(place.node, BaseBlock)
    }


def contradiction(manual: Manual, one: Allowed, other: Allowed) -> str | None:
    """Return an axis on which no product meets both conditions; None when there may be one.

    When the axes agree one by one and still no product meets both, the first axis that only one of
    the two names is returned.
    """
    both = one
    for axis, values in other.items():
        if values and one.get(axis) and values.isdisjoint(one[axis]):
            return axis
        both = narrowed(both, axis, values)
    if is_met(manual, both) or not (is_met(manual, one) and is_met(manual, other)):
        return None
    return next((axis for axis in other if axis not in one), None)


def is_met(manual: Manual, allowed: Allowed) -> bool:
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
