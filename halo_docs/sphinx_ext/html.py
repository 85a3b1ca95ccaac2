"""The HTML pages: our writer, the language switcher and the draft mark."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from halo_docs.data.identity import Status
from halo_docs.nodes.elements import Drawing
from halo_docs.sphinx_ext.domain import manual_domain
from halo_docs.sphinx_ext.translator import ManualTranslator


def _context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the templates the languages and the interface words of this page."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    scope = manual_domain(app.env).scope
    words = scope.manual.interface
    up = "../" * (pagename.count("/") + 1)
    context["manual"] = {
        "product": scope.manual.identity.product,
        "title": scope.plain(scope.manual.identity.title),
        "draft": scope.plain(words.draft),
        "draft_long": scope.plain(words.draft_long),
        "is_draft": scope.language.status is Status.DRAFT,
        "direction": scope.language.direction,
        "choose_language": scope.plain(words.choose_language),
        "languages_script": f"{up}languages.js",
        "languages": [
            {
                "code": language.id,
                "name": language.name,
                "href": f"{up}{language.id}/{pagename}{app.builder.link_suffix}",
                "is_current": language.id == scope.language.id,
            }
            for language in scope.manual.languages.values()
        ],
    }


def setup_html(app: Sphinx) -> None:
    """Register the writer and the page context."""
    app.add_node(Drawing)
    app.set_translator("html", ManualTranslator)
    app.connect("html-page-context", _context)
