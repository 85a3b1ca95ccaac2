"""A scope that tells where each text of the manual is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from docutils import nodes

from halo_docs.data.scalars import Text
from halo_docs.messages.extract import domain_of
from halo_docs.nodes.elements import TextMark
from halo_docs.nodes.scope import Scope


def name_of(text: Text) -> str:
    """Return the name of a text, once in the manual: catalog and key."""
    return f"{domain_of(text)}/{text.key}"


@dataclass(frozen=True)
class MarkingScope(Scope):
    """Puts a mark around every text, and notes those that lose it: words of captions and drawings."""

    shown: set[str] = field(default_factory=set)
    """Names of the texts that were asked for."""

    def inline(self, text: Text) -> list[nodes.Node]:
        """Return a text as its nodes inside a mark."""
        name = name_of(text)
        self.shown.add(name)
        return [TextMark("", "", *super().inline(text), name=name)]
