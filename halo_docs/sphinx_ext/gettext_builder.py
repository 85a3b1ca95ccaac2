"""Writes the manual's messages beside those of MyST pages."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.gettext import MessageCatalogBuilder

from halo_docs.messages.catalog import normalise_template, write_templates
from halo_docs.messages.extract import messages
from halo_docs.sphinx_ext.domain import manual_domain


class ManualCatalogBuilder(MessageCatalogBuilder):
    """Sphinx's gettext builder; the texts of the YAML files come from the model, with msgctxt."""

    name = "gettext"

    def finish(self) -> None:
        """Write the templates; a page that only places blocks has no messages of its own."""
        for name in [name for name, catalog in self.catalogs.items() if not catalog.messages]:
            del self.catalogs[name]
        super().finish()
        folder = Path(self.outdir)
        for name in self.catalogs:
            normalise_template(folder / f"{name}.pot", Path(self.srcdir).parent)
        write_templates(messages(manual_domain(self.env).scope.manual), folder)


def setup_gettext(app: Sphinx) -> None:
    """Replace Sphinx's own builder of that name."""
    app.add_builder(ManualCatalogBuilder, override=True)
