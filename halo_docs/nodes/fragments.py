"""Nodes as a piece of HTML that stands alone: no Sphinx, no anchors, and links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from docutils import frontend, nodes, utils
from docutils.writers.html5_polyglot import HTMLTranslator, Writer

from halo_docs.figures.spoken import on_screen
from halo_docs.nodes.elements import Drawing, TextMark, with_scope

_STYLE = re.compile(r' style="([^"]*)"')


class FragmentWriter:
    """Writes pieces of one page; no id stands on it twice, however often a figure is shown."""

    def __init__(self) -> None:
        self._settings: Any = frontend.get_default_settings(Writer)
        self._pictures = 0
        self.styles: set[str] = set()
        """Every ``style`` attribute of what was written, for a content security policy."""

    def write(self, shown: Iterable[nodes.Node]) -> str:
        """Return nodes as HTML. They are copied, so that they may be written again."""
        document = utils.new_document("", self._settings)
        document.extend(node.deepcopy() for node in shown)
        for element in document.findall(nodes.Element):
            element["ids"] = []
            if isinstance(element, Drawing):
                self._pictures += 1
                # Two hyphens: no id of the data has them.
                element["spoken"] = replace(element["spoken"], place=f"picture--{self._pictures}")
                self.styles.update(_STYLE.findall(element["picture"]))
        translator = _Translator(document)
        document.walkabout(translator)
        return "".join(translator.body).strip()


class _Translator(HTMLTranslator):
    """The writer of docutils, in the form that the manual's own style sheets expect."""

    def starttag(
        self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        return str(super().starttag(node, tagname, suffix, empty, **with_scope(tagname, attributes)))

    def visit_document(self, node: nodes.document) -> None:
        pass

    def depart_document(self, node: nodes.document) -> None:
        pass

    def visit_admonition(self, node: nodes.admonition) -> None:
        self.body.append(self.starttag(node, "div", CLASS="admonition"))

    def depart_admonition(self, node: nodes.admonition | None = None) -> None:
        self.body.append("</div>\n")

    def visit_table(self, node: nodes.table) -> None:
        self.body.append('<div class="table-wrapper">')
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_list_item(self, node: nodes.list_item) -> None:
        number = {"data-number": node["number"]} if "number" in node else {}
        self.body.append(self.starttag(node, "li", "", **number))

    def visit_literal(self, node: nodes.literal) -> None:
        self.body.append(f"{self.starttag(node, 'code', '')}{self.encode(node.astext())}</code>")
        raise nodes.SkipNode

    def visit_reference(self, node: nodes.reference) -> None:
        self.body.append(self.starttag(node, "span", "", CLASS="link"))

    def depart_reference(self, node: nodes.reference) -> None:
        self.body.append("</span>")

    visit_BlockReference = visit_reference
    depart_BlockReference = depart_reference

    def visit_TextMark(self, node: TextMark) -> None:
        self.body.append(self.starttag(node, "span", "", **{"data-text": node["name"]}))

    def depart_TextMark(self, node: TextMark) -> None:
        self.body.append("</span>")

    def visit_Drawing(self, node: Drawing) -> None:
        self.body.append(f'<div class="drawing">{on_screen(node["picture"], node["spoken"])}</div>')
        raise nodes.SkipNode
