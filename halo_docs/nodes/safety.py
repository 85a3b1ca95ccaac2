"""Safety messages."""

from __future__ import annotations

from docutils import nodes

from halo_docs.data.blocks import Safety
from halo_docs.nodes.scope import Scope, placed


def safety(scope: Scope, block: Safety) -> list[nodes.Node]:
    """Return a panel: signal word, then hazard, consequence and avoidance as far as stated.

    The word is the language's own for the level (ISO 3864-2, ANSI Z535.6), never a translation of
    the text.
    """
    word = scope.signal_word(block.level)
    classes = ["safety", f"safety-{block.level}", f"kind-{block.kind}"]
    if block.sign is not None:
        classes += ["has-sign", f"sign-{block.sign}"]
    shown = nodes.admonition(ids=[str(block.id)], classes=classes)
    shown += placed(nodes.title("", "", *word), block)
    for name in ("hazard", "consequence", "avoidance"):
        text = getattr(block, name)
        if text is not None:
            shown += placed(nodes.paragraph("", "", *scope.inline(text), classes=[f"safety-{name}"]), block)
    last = shown[-1]
    assert isinstance(last, nodes.paragraph)
    last.extend([*scope.applicability(block), *scope.open_marks(block)])
    return [placed(shown, block)]
