"""The HTML pages: our writer, the language switcher and the draft mark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from halo_docs.files import write_text
from halo_docs.nodes.elements import Drawing
from halo_docs.sphinx_ext.domain import manual_domain
from halo_docs.sphinx_ext.frame import page_frame
from halo_docs.sphinx_ext.theme_words import with_translated_buttons
from halo_docs.sphinx_ext.translator import ManualTranslator


def _context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the templates the languages and the interface words of this page."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    up = "../" * (pagename.count("/") + 1)
    frame = page_frame(manual_domain(app.env).scope)
    if frame["direction"] != "ltr":
        # The theme's <html> has no place for a direction, only one between quotes for the language.
        context["language"] = f'{context["language"]}" dir="{frame["direction"]}'
    context["manual"] = {
        **frame,
        "with_translated_buttons": lambda body: with_translated_buttons(body, app.translator.gettext),
        "languages_script": f"{up}languages.js",
        "languages": [
            {
                "code": code,
                "name": name,
                "href": f"{up}{code}/{pagename}{app.builder.link_suffix}",
                "is_current": code == frame["current"],
            }
            for code, name in frame["languages"]
        ],
    }


def _brand(app: Sphinx) -> None:
    """Write the tokens that the publisher has changed; last, so that they win."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    style = manual_domain(app.env).scope.manual.design.style_sheet()
    write_text(Path(app.outdir) / "_static" / "brand.css", style)


def setup_html(app: Sphinx) -> None:
    """Register the writer and the page context."""
    app.add_node(Drawing)
    app.set_translator("html", ManualTranslator)
    app.connect("html-page-context", _context)
    app.connect("builder-inited", _brand)
