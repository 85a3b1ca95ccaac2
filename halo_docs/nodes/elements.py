"""Nodes that docutils does not have; the Sphinx edge resolves or draws them."""

from __future__ import annotations

from docutils import nodes


class BlockReference(nodes.Inline, nodes.TextElement):
    """Leads to the block named by its attribute ``target``; its text is already right."""


class Drawing(nodes.General, nodes.Element):
    """A drawing: ``picture`` is an ``<svg>`` or ``<img>``, ``spoken`` holds its words."""
