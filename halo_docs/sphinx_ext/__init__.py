"""The edge to Sphinx: everything that a manual's conf.py needs is this extension."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from halo_docs import __version__
from halo_docs.sphinx_ext.configuration import setup_configuration
from halo_docs.sphinx_ext.directives import setup_directives
from halo_docs.sphinx_ext.domain import setup_domain
from halo_docs.sphinx_ext.gettext_builder import setup_gettext
from halo_docs.sphinx_ext.html import setup_html
from halo_docs.sphinx_ext.pdf_builder import setup_pdf
from halo_docs.sphinx_ext.roles import setup_roles


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register all parts; each module owns what it adds."""
    app.setup_extension("myst_parser")
    setup_configuration(app)
    setup_domain(app)
    setup_directives(app)
    setup_roles(app)
    setup_gettext(app)
    setup_html(app)
    setup_pdf(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
