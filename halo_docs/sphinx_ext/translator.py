"""Writes the doctree as HTML, for the screen and for print."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from halo_docs.design import print_figure_css
from halo_docs.figures.spoken import on_paper, on_screen
from halo_docs.nodes.elements import Drawing, with_scope
from halo_docs.sphinx_ext.domain import manual_domain

LEFT_TO_RIGHT = frozenset(
    {"value", "literal", "symbol", "ui-label", "external-link", "section-number", "open-input"}
)
"""Classes of what reads from left to right in every script: quantities, codes, addresses, numbers."""


class ManualTranslator(HTML5Translator):
    """Sphinx's writer, with drawings and with the scope of table heads (WCAG 1.3.1, PDF/UA)."""

    def starttag(
        self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """Open a tag; a table head says whether it heads a column or a row.

        On a page from right to left, what reads from left to right says so.
        """
        attributes = with_scope(tagname, attributes)
        attributes |= self.own_direction({*node.get("classes", ()), *attributes.get("CLASS", "").split()})
        return str(super().starttag(node, tagname, suffix, empty, **attributes))

    def own_direction(self, classes: Collection[str]) -> dict[str, str]:
        """Return the attribute ``dir`` for an element with these classes, if it needs one.

        HTML isolates such an element from the text around it.
        """
        scope = manual_domain(self.builder.env).scope
        if scope.language.direction == "ltr":
            return {}
        if "untranslated" in classes:
            return {"dir": scope.manual.languages[scope.manual.identity.source_language].direction}
        return {} if LEFT_TO_RIGHT.isdisjoint(classes) else {"dir": "ltr"}

    def visit_table(self, node: nodes.table) -> None:
        """Write a table; where the theme has put a wrapper around it, that one carries the id."""
        if "table-wrapper" in node.parent["classes"]:
            node["ids"] = []
        super().visit_table(node)

    def visit_Drawing(self, node: Drawing) -> None:
        """Write the picture with its words for somebody who does not see it."""
        self.body.append(f'<div class="drawing">{on_screen(node["picture"], node["spoken"])}</div>')
        raise nodes.SkipNode


def drawing_html(node: Drawing, tokens: Mapping[str, str]) -> str:
    """Return a drawing for print, with its style inside: WeasyPrint gives an SVG no other.

    :param tokens: design tokens that the publisher has changed.
    """
    picture = on_paper(node["picture"], node["spoken"], print_figure_css(tokens))
    return f'<div class="drawing">{picture}</div>'


class PrintTranslator(ManualTranslator):
    """The same for print: no permalinks, and links that hold text only.

    WeasyPrint makes a link annotation for every box inside an ``<a>``, which PDF/UA-1 (7.18.5)
    does not allow; a reference is therefore written with its text alone.
    """

    def visit_Drawing(self, node: Drawing) -> None:
        """Write the picture with its words and the drawing style inside."""
        design = manual_domain(self.builder.env).scope.manual.design
        self.body.append(drawing_html(node, dict(design.tokens())))
        raise nodes.SkipNode

    def visit_reference(self, node: nodes.Element) -> None:
        """Write a link with plain text inside."""
        classes = " ".join(["reference", *node["classes"]])
        target = node.get("refuri") or f"#{node.get('refid', '')}"
        language = next(
            (c[9:] for n in node.findall(nodes.inline) for c in n["classes"] if c.startswith("language-")),
            "",
        )
        mark = f' lang="{language}"' if language else ""
        mark += "".join(f' {name}="{value}"' for name, value in self.own_direction(node["classes"]).items())
        self.body.append(
            f'<a class="{self.attval(classes)}" href="{self.attval(target)}"{mark}>'
            f"{self.encode(node.astext())}</a>"
        )
        raise nodes.SkipNode
