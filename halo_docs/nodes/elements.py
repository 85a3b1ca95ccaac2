"""Nodes that docutils does not have; the Sphinx edge resolves or draws them."""

from __future__ import annotations

from typing import Any

from docutils import nodes


class BlockReference(nodes.Inline, nodes.TextElement):
    """Leads to the block named by its attribute ``target``; its text is already right."""


class Drawing(nodes.General, nodes.Element):
    """A drawing: ``picture`` is an ``<svg>`` or ``<img>``, ``spoken`` holds its words."""


class TextMark(nodes.Inline, nodes.TextElement):
    """Says which text of the manual stands inside, by its attribute ``name``."""


def with_scope(tag: str, attributes: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes of a tag; a table head says whether it heads a column or a row (WCAG 1.3.1)."""
    if tag != "th" or "scope" in attributes:
        return attributes
    is_column = "head" in attributes.get("classes", ())
    return {**attributes, "scope": "col" if is_column else "row"}
