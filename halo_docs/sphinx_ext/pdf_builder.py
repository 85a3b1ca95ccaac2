"""Builder ``pdf``: the whole manual on one print page, typeset by WeasyPrint."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from docutils import nodes
from docutils.frontend import get_default_settings
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.highlighting import PygmentsBridge
from sphinx.util import logging
from sphinx.util.display import progress_message
from sphinx.writers.html import HTMLWriter

from halo_docs.data.base import Data, walk
from halo_docs.data.blocks import BaseBlock
from halo_docs.data.design import Paper
from halo_docs.data.identity import IdentityField
from halo_docs.data.manual import Manual
from halo_docs.nodes.figures import drawing
from halo_docs.nodes.scope import Scope
from halo_docs.outputs.archive import archive_of
from halo_docs.outputs.booklet import PRINT_FILE, keep_print
from halo_docs.outputs.pdf import write_pdf
from halo_docs.outputs.print_page import Heading, PrintChapter, PrintPage, pdf_name
from halo_docs.sphinx_ext.domain import manual_domain
from halo_docs.sphinx_ext.translator import PrintTranslator, drawing_html
from halo_docs.statements.book import CONTENTS_DEPTH, Book
from halo_docs.statements.prose import page_prose

logger = logging.getLogger(__name__)

SHORT_CHAPTER = 16
"""Blocks (items and steps count) up to which a chapter needs no page of its own; by blocks and not by
length, so that all languages begin the same chapters on new pages."""


class PdfBuilder(Builder):
    """Writes ``<file name>-<language>.pdf`` from all pages, in the order of the contents."""

    name = "pdf"
    format = "html"
    epilog = "The PDF is in %(outdir)s."
    supported_image_types = ["image/svg+xml", "image/png"]  # noqa: RUF012 (Sphinx's own form)
    # What Sphinx's HTML writer asks of its builder.
    add_permalinks = False
    embedded = True
    search = False
    math_renderer_name = "mathjax"
    link_suffix = ""

    def init(self) -> None:
        """Prepare what the writer needs."""
        self.highlighter = PygmentsBridge("html", "none")
        self.current_docname = ""
        self.secnumbers: dict[str, tuple[int, ...]] = {}
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}
        self.imgpath = ""

    def get_outdated_docs(self) -> str:
        """Always typeset; the page that is printed holds all documents."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Name a document's place on the page."""
        return f"#document-{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return nothing: an anchor is added to it, and all anchors are on one page."""
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing to prepare."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Typeset all documents."""
        scope = self.scope
        with progress_message("typesetting"):
            documents = [self._document(name) for name in self._order()]
            page = _print_page(
                scope,
                front=self._html(documents[0]),
                chapters=tuple(self._chapters(scope, documents[1:])),
                headings=tuple(h for document in documents for h in _headings(document.children, 1)),
                paper=Paper(self.config.manual_paper or scope.manual.design.paper),
            )
            target = Path(self.outdir) / pdf_name(scope.manual, str(scope.language.id), page.paper)
            note = Path(self.doctreedir) / f"{target.stem}.note"
            prose = page_prose(Path(self.srcdir), scope.translation)
            book = Book(scope.manual, scope.translation, scope.drawings)
            archive = archive_of(scope, int(os.environ["SOURCE_DATE_EPOCH"]), book, prose)
            # A booklet of several languages is bound from these.
            keep_print(Path(self.outdir) / PRINT_FILE, page, archive)
            for complaint in write_pdf([page], archive, target, note):
                place = _location(scope.manual, complaint.block)
                # Sphinx takes a place without a colon for the name of a page.
                message = complaint.message if place or not complaint.block else str(complaint)
                logger.warning("%s", message, location=place, type="manual", subtype="typesetting")

    @property
    def scope(self) -> Scope:
        """The manual in the language of this run."""
        return manual_domain(self.env).scope

    def finish(self) -> None:
        """Nothing is left to do."""

    def _order(self) -> Iterator[str]:
        """Yield the documents in the order of the contents, each once."""
        seen: set[str] = set()
        waiting = [self.config.root_doc]
        while waiting:
            name = waiting.pop(0)
            if name not in seen:
                seen.add(name)
                yield name
                waiting = [*self.env.toctree_includes.get(name, []), *waiting]

    def _document(self, docname: str) -> nodes.document:
        document = self.env.get_doctree(docname)
        for toctree in list(document.findall(addnodes.toctree)):
            holder = toctree.parent
            holder.remove(toctree)
            if isinstance(holder, nodes.compound) and not holder.children:
                holder.parent.remove(holder)
        self.env.apply_post_transforms(document, docname)
        return document

    def _chapters(self, scope: Scope, documents: Sequence[nodes.document]) -> Iterator[PrintChapter]:
        was_short = False
        for order, document in enumerate(documents, start=1):
            headings = [*_headings(document.children, CONTENTS_DEPTH)]
            html = self._html(document)
            if headings:
                # Behind the heading: WeasyPrint gives what stands before a page break to the page before.
                # A chapter without a number has an empty one, which ends that of the chapter before.
                number = headings[0].number
                tab = f'<div class="tab {f"tab-{order}" if number else "no-tab"}">{number}</div>'
                html = html.replace("</h1>", f"</h1>{tab}", 1)
            place = scope.manual.places.get(headings[0].anchor) if headings else None
            blocks = sum(isinstance(node, BaseBlock) for _, node in walk(place.block)) if place else 0
            is_short = 0 < blocks <= SHORT_CHAPTER
            yield PrintChapter(html, follows=is_short and was_short)
            was_short = is_short

    def _html(self, document: nodes.document) -> str:
        document.settings = get_default_settings(HTMLWriter)
        translator = PrintTranslator(document, self)
        document.walkabout(translator)
        return "".join(translator.body)


def _print_page(
    scope: Scope, front: str, chapters: Sequence[PrintChapter], headings: Sequence[Heading], paper: Paper
) -> PrintPage:
    identity, words = scope.manual.identity, scope.manual.interface
    fields: Iterable[tuple[str, IdentityField]] = (
        (scope.plain(words.document_number), identity.document_number),
        (scope.plain(words.revision), identity.revision),
        (scope.plain(words.issue_date), identity.issue_date),
        (scope.plain(words.original_language), identity.original_language),
        (scope.plain(words.address), identity.address),
    )
    not_assigned = scope.plain(words.not_assigned)
    tokens = dict(scope.manual.design.tokens())
    cover = ""
    if identity.cover is not None:
        cover = drawing_html(drawing(scope, scope.manual.figures[identity.cover], "cover"), tokens)
    return PrintPage(
        language=scope.language.id,
        language_name=scope.language.name,
        direction=scope.language.direction,
        product=identity.product,
        title=scope.plain(identity.title),
        manufacturer=identity.manufacturer,
        product_numbers_label=scope.plain(words.product_numbers),
        product_numbers=tuple(scope.manual.products),
        identity=tuple((label, field.value or not_assigned) for label, field in fields),
        draft=scope.plain(words.draft_long) if scope.language.is_draft else "",
        contents_label=scope.plain(words.contents),
        page_label=scope.plain(words.page),
        front=front,
        chapters=chapters,
        cover=cover,
        paper=paper,
        tokens=tokens,
        headings=headings,
    )


def _location(manual: Manual, block: str) -> str | None:
    """Return where the author wrote the thing with an anchor, if there is one."""
    if block in manual.places:
        return str(manual.places[block].block.location)
    owners = (node for _, node in walk(manual.specifications) if getattr(node, "id", None) == block)
    return next((str(node.location) for node in owners if isinstance(node, Data)), None)


def _headings(children: Sequence[nodes.Node], level: int) -> Iterator[Heading]:
    """Yield the headings below a node, as far as the contents go."""
    if level > CONTENTS_DEPTH:
        return
    for section in children:
        if not isinstance(section, nodes.section):
            continue
        title = section[0]
        assert isinstance(title, nodes.title)
        number = "".join(n.astext() for n in title.findall(nodes.inline) if "section-number" in n["classes"])
        yield Heading(
            anchor=section["ids"][0],
            number=number,
            title=title.astext().removeprefix(number).strip(),
            children=tuple(_headings(section.children, level + 1)),
        )


def setup_pdf(app: Sphinx) -> None:
    """Register the builder."""
    app.add_builder(PdfBuilder)
