"""Directives that place chapters and blocks in MyST pages."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from halo_docs.data.blocks import Section
from halo_docs.problems import did_you_mean
from halo_docs.sphinx_ext.domain import manual_domain


class BlockDirective(SphinxDirective):
    """Places one block of the manual, by its id: a table, a procedure, a list of products."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the block's nodes."""
        domain = manual_domain(self.env)
        name = self.arguments[0]
        known = {key for key, place in domain.scope.manual.places.items() if self.accepts(place.block)}
        if name not in known:
            raise self.error(f'unknown {self.name} "{name}"{did_you_mean(name, known)}')
        shown = domain.render(name)
        domain.place(self.env.current_document.docname, name, shown)
        return shown

    def accepts(self, block: object) -> bool:
        """Tell whether the directive may place this block."""
        return not isinstance(block, Section)


class ChapterDirective(BlockDirective):
    """Places a whole chapter, by its id."""

    def accepts(self, block: object) -> bool:
        """Take sections only."""
        return isinstance(block, Section)


def setup_directives(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("chapter", ChapterDirective)
    app.add_directive("block", BlockDirective)
