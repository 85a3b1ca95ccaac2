"""Sphinx's view of the manual: one scope a build, and the page that each block stands on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any, ClassVar, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from halo_docs.nodes.blocks import render
from halo_docs.nodes.elements import BlockReference
from halo_docs.nodes.scope import Scope
from halo_docs.problems import did_you_mean

logger = logging.getLogger(__name__)


class ManualDomain(Domain):
    """Holds the manual of this build and remembers which page shows which block."""

    name = "manual"
    label = "Manual"
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "placed": {}}
    data_version = 1

    @property
    def scope(self) -> Scope:
        """The manual in the language of this build."""
        return cast(Scope, self.env.config.manual_scope())

    @property
    def pages(self) -> dict[str, str]:
        """Block id -> page."""
        return cast(dict[str, str], self.data["pages"])

    @property
    def placed(self) -> dict[str, dict[str, str]]:
        """Page -> the blocks that its directives place -> fingerprint of what they showed."""
        return cast(dict[str, dict[str, str]], self.data["placed"])

    def render(self, name: str) -> list[nodes.Node]:
        """Return the nodes of a block, by its id."""
        return render(self.scope, cast(Any, self.scope.manual.places[name].block))

    def place(self, page: str, name: str, shown: list[nodes.Node]) -> None:
        """Note that a page shows a block, and every anchor in it."""
        self.placed.setdefault(page, {})[name] = fingerprint(shown)
        standard = self.env.domains.standard_domain
        for node in shown:
            for element in node.findall(nodes.Element):
                for anchor in element["ids"]:
                    self.pages[anchor] = page
                    if isinstance(element, nodes.section):
                        standard.note_hyperlink_target(anchor, page, anchor, element[0].astext())

    def outdated(self) -> Iterator[str]:
        """Yield the pages whose blocks would look otherwise now."""
        for page, placed in self.placed.items():
            for name, before in placed.items():
                known = name in self.scope.manual.places
                if not known or fingerprint(self.render(name)) != before:
                    yield page

    # -- Sphinx's own interface ----------------------------------------------------------------

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again."""
        self.placed.pop(docname, None)
        for anchor in [anchor for anchor, page in self.pages.items() if page == docname]:
            del self.pages[anchor]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another reading process found."""
        for anchor, page in otherdata["pages"].items():
            if page in docnames:
                self.pages[anchor] = page
        for page, placed in otherdata["placed"].items():
            if page in docnames:
                self.placed[page] = placed

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: Any,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Let a MyST page lead to a block by its id."""
        page = self.pages.get(target)
        if page is None:
            return []
        return [("manual:ref", make_refnode(builder, fromdocname, page, target, contnode))]


def fingerprint(shown: list[nodes.Node]) -> str:
    """Return a short hash of nodes; equal nodes look equal on the page."""
    text = "".join(node.pformat() for node in shown)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def manual_domain(env: BuildEnvironment) -> ManualDomain:
    """Return the domain of this build."""
    return cast(ManualDomain, env.get_domain(ManualDomain.name))


class ResolveBlockReferences(SphinxPostTransform):
    """Turns references to blocks into links, for the output that is being written."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace every reference; one to a block that no page shows keeps its text."""
        pages = manual_domain(self.env).pages
        for node in list(self.document.findall(BlockReference)):
            target = node["target"]
            page = pages.get(target)
            if page is None:
                hint = did_you_mean(target, pages)
                logger.warning(
                    'no page shows the block "%s"%s',
                    target,
                    hint,
                    location=node,
                    type="manual",
                    subtype="missing-block",
                )
                node.replace_self(nodes.inline("", "", *node.children, classes=node["classes"]))
                continue
            link = make_refnode(
                self.env._app.builder,  # as Sphinx's own transforms do; there is no public way
                self.env.current_document.docname,
                page,
                target,
                list(node.children),
            )
            link["classes"] += node["classes"]
            node.replace_self(link)


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    return sorted({*manual_domain(env).outdated(), *_unwritten(app, env)} - removed)


def _unwritten(app: Sphinx, env: BuildEnvironment) -> Iterator[str]:
    """Yield the pages that another builder has read since this one wrote them.

    Sphinx compares a page with its source only, and our sources are not the page's own file.
    """
    if isinstance(app.builder, StandaloneHTMLBuilder):
        for name in env.all_docs:
            cached = Path(env.doctreedir) / f"{name}.doctree"
            page = Path(app.builder.get_output_path(name))
            if cached.is_file() and page.is_file() and page.stat().st_mtime < cached.stat().st_mtime:
                yield name


def setup_domain(app: Sphinx) -> None:
    """Register the domain, the links and the test for outdated pages."""
    app.add_domain(ManualDomain)
    app.add_post_transform(ResolveBlockReferences)
    app.connect("env-get-outdated", _outdated)
    app.add_node(BlockReference)
