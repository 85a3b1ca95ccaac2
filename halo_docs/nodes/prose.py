"""Paragraphs, lists and notes."""

from __future__ import annotations

from docutils import nodes

from halo_docs.data.blocks import ListBlock, ListItem, Note, Paragraph
from halo_docs.nodes.scope import Scope, placed


def paragraph(scope: Scope, block: Paragraph) -> list[nodes.Node]:
    """Return a paragraph."""
    shown = scope.paragraph(block, block.text)
    shown["ids"].append(str(block.id))
    return [shown]


def list_block(scope: Scope, block: ListBlock) -> list[nodes.Node]:
    """Return a list with its footnotes."""
    shown = _items(scope, block.items)
    shown["ids"].append(str(block.id))
    return [*scope.block_marks(block), placed(shown, block), *scope.footnotes(block.footnotes)]


def _items(scope: Scope, items: tuple[ListItem, ...]) -> nodes.bullet_list:
    shown = nodes.bullet_list(bullet="-")
    if any(item.kind for item in items):
        shown["classes"].append("safety-list")
    for item in items:
        entry = placed(nodes.list_item(ids=[str(item.id)]), item)
        if item.kind:
            entry["classes"] += [f"kind-{item.kind}", f"sign-{item.shown_sign}"]
        entry += scope.paragraph(item, item.text)
        if item.items:
            entry += _items(scope, item.items)
        shown += entry
    return shown


def note(scope: Scope, block: Note) -> list[nodes.Node]:
    """Return a note with the language's own word before it."""
    word = scope.signal_word("note")
    shown = nodes.admonition(ids=[str(block.id)], classes=["manual-note"])
    shown += placed(nodes.title("", "", *word), block)
    shown += scope.paragraph(block, block.text)
    return [placed(shown, block)]
