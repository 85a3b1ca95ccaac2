"""Proves the PDF of one language: every text, page number, picture, bookmark, link, font and attachment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from halo_docs.design import FAMILY
from halo_docs.design.fonts import font_files
from halo_docs.proof.codes import addresses_in
from halo_docs.proof.finding import Finding, Proof, difference, shortened
from halo_docs.proof.following import compare, fallbacks, order_of, stale_pages
from halo_docs.proof.fonts import font_faults, glyph_count
from halo_docs.proof.ink import unseen
from halo_docs.proof.matching import Match, squeezed
from halo_docs.proof.pdf_drawn import SCALE
from halo_docs.proof.pdf_file import Shape, Spot, UnreadablePdf, read_pdf
from halo_docs.statements.book import Book
from halo_docs.statements.prose import Prose
from halo_docs.statements.statement import Picture


class PdfProof:
    """Proves the PDF of one language."""

    def __init__(
        self,
        book: Book,
        path: Path,
        name: str,
        attachments: Mapping[str, bytes],
        prose: tuple[Prose, ...] = (),
    ) -> None:
        """Prepare to read the file.

        :param name: how findings call it.
        :param attachments: what it must carry: name -> content.
        :param prose: paragraphs of the MyST pages themselves.
        """
        self.book, self.path, self.name = book, path, name
        self.attachments, self.prose = attachments, prose
        self.proof = Proof()
        self.matches: list[tuple[Match, int]] = []
        """Each with the page on which it begins, from 1."""

    def run(self) -> Proof:
        """Compare everything."""
        try:
            self.file = read_pdf(self.path)
        except UnreadablePdf as error:
            self._find(None, str(error), "proof-file")
            return self.proof
        self._texts()
        self._pictures()
        self._margins()
        self._bookmarks()
        self._links()
        self._identity()
        for fault in font_faults(self.file.fonts, FAMILY, font_files().values()):
            self._find(None, fault, "proof-font")
        self.proof.proven["glyph"] += glyph_count(self.file.fonts)
        for page, text, fault in unseen(self.file):
            self._find(page, f'"{shortened(text)}" {fault}', "proof-ink")
        self.proof.proven["run of text"] += sum(map(len, self.file.runs))
        return self.proof

    def _find(self, page: int | None, message: str, rule: str) -> None:
        place = "" if page is None else f"page {page + 1}"
        self.proof.findings.append(Finding(self.name, place, message, rule))

    def order(self) -> dict[str, int]:
        """Return where each block's own text begins; see :func:`order_of`."""
        return order_of(match for match, _ in self.matches)

    # -- texts ---------------------------------------------------------------------------------

    def _texts(self) -> None:
        statements = self.book.paper()
        expected = [(statement, squeezed(statement.paper_text)) for statement in statements]
        stream = self.file.stream()

        def naming(spot: Spot) -> tuple[str, str]:
            return self.name, f"page {spot.page + 1}"

        matches, findings = compare(stream, expected, naming, self.name, self.prose)
        self.proof.findings += [*findings, *fallbacks(statements, self.name)]
        for match in matches:
            spot = stream.place(match.start)
            assert spot is not None
            self.matches.append((match, spot.page + 1))
            self.proof.proven[str(match.statement.kind)] += 1
            self.proof.proven["value"] += len(match.statement.said.shown)
            self._page_numbers(match, spot)
            self._anchored(match, spot)

    def _page_numbers(self, match: Match, spot: Spot) -> None:
        place = f"page {spot.page + 1}"
        for message in stale_pages(match, self.file.anchors):
            self.proof.findings.append(
                Finding(self.name, place, message, "proof-reference", match.statement.location)
            )
        self.proof.proven["reference"] += len(match.numbers)

    def _anchored(self, match: Match, spot: Spot) -> None:
        """Links to a block must lead to the page on which it begins, or the one before a page break."""
        name = match.statement.id
        if name in self.file.anchors:
            page = self.file.anchors[name]
            if not 0 <= spot.page - page <= 1 and match.statement.kind in ("heading", "step", "safety"):
                self._find(
                    spot.page, f"{match.statement.name}: links to it lead to page {page + 1}", "proof-anchor"
                )

    # -- pictures ------------------------------------------------------------------------------

    def _pictures(self) -> None:
        wanted, found = self.book.paper_pictures(), self.file.shapes
        if len(wanted) != len(found):
            self._find(None, f"{len(found)} pictures, the manual has {len(wanted)}", "proof-figure")
            return
        for picture, shape in zip(wanted, found, strict=True):
            self._picture(picture, shape)
            self.proof.proven["figure"] += 1

    def _picture(self, picture: Picture, shape: Shape) -> None:
        alt = " ".join(filter(None, (picture.alt, picture.description)))
        for what, expected, seen in (
            ("alternative text", alt, shape.alt),
            ("words in the drawing", squeezed("".join(picture.words)), shape.words),
        ):
            if expected != seen:
                message = f"figure {picture.figure}: {what}: {difference(expected, seen)}"
                self.proof.findings.append(
                    Finding(self.name, f"page {shape.page + 1}", message, "proof-figure", picture.location)
                )
        if picture.address:
            self.proof.proven["QR code"] += 1
            codes = self._codes(shape)
            if codes != [picture.address]:
                told = ", ".join(codes) or "nothing"
                self._find(
                    shape.page,
                    f"figure {picture.figure}: the QR code says {told}, not {picture.address}",
                    "proof-code",
                )

    def _codes(self, shape: Shape) -> list[str]:
        """Read the codes inside a figure."""
        width, height, pixels = self.file.pictures[shape.page]
        left, bottom, right, top = (round(side * SCALE) for side in shape.box)
        first, last = max(0, left), min(width, right)
        rows = range(max(0, height - top), min(height, height - bottom))
        cut = b"".join(pixels[row * width + first : row * width + last] for row in rows)
        return addresses_in(last - first, len(rows), cut) if cut else []

    # -- frame ---------------------------------------------------------------------------------

    def _margins(self) -> None:
        """Feet name the page, heads a heading of the manual, tabs a chapter."""
        language = squeezed(str(self.book.voice.language.name))
        headings = [*self.book.headings()]
        known = {squeezed(h.number + h.title) for h in headings}
        known |= {h.number for h in headings if h.depth == 1 and h.number}
        for page, texts in enumerate(self.file.margins):
            feet = {f"{page + 1}{language}", f"{language}{page + 1}"}
            squeezed_texts = {squeezed(text) for text in texts if text.strip()}
            if page and not squeezed_texts & feet:
                self._find(page, f"the foot of the page does not say {page + 1}", "proof-frame")
            for text in sorted(squeezed_texts - feet - known):
                self._find(page, f'the margin says "{shortened(text)}"', "proof-frame")
            self.proof.proven["frame"] += 1

    def _bookmarks(self) -> None:
        wanted = [
            (h.depth, f"{h.number}\u00a0{h.title}" if h.number else h.title, self.file.anchors.get(h.id))
            for h in self.book.headings()
        ]
        found = [(mark.depth, mark.title, mark.page) for mark in self.file.bookmarks]
        for expected, seen in zip(wanted, found, strict=False):
            if expected != seen:
                message = f"bookmark: {difference(_told(*expected), _told(*seen))}"
                self._find(seen[2], message, "proof-bookmark")
                break
        if len(wanted) != len(found):
            self._find(
                None, f"{len(found)} bookmarks, the manual has {len(wanted)} headings", "proof-bookmark"
            )
        self.proof.proven["bookmark"] += len(wanted)

    def _links(self) -> None:
        for page, address in self.file.links:
            if address.startswith("#"):
                if address[1:] not in self.file.anchors:
                    self._find(page, f'the link "{address}" leads nowhere', "proof-link")
            elif not address.startswith(("https://", "http://", "mailto:")):
                self._find(page, f'the address "{shortened(address)}" is not for readers', "proof-link")
            self.proof.proven["link"] += 1
        wanted = Counter(a for match, _ in self.matches for a in match.statement.said.addresses)
        found = {address for _, address in self.file.links if not address.startswith("#")}
        for address in sorted({*wanted} ^ found):
            verb = "leads nowhere" if address in wanted else "is not the manual's"
            self._find(None, f'the address "{shortened(address)}" {verb}', "proof-link")
        self._internal_links()

    def _internal_links(self) -> None:
        """As many links must lead to a place as texts refer to it."""
        said = [match.statement for match, _ in self.matches]
        wanted = Counter(target for one in said for target in (*one.paged, *one.said.terms))
        found = {address[1:] for _, address in self.file.links if address.startswith("#")}
        for target in sorted({*wanted} - found):
            self._find(None, f'texts refer to "{target}" and no link leads there', "proof-link")

    def _identity(self) -> None:
        manual, language = self.book.manual, str(self.book.voice.language.id)
        title = f"{manual.identity.product} – {self.book.voice.plain(manual.identity.title)}"
        for what, expected, seen in (
            ("language", language, self.file.language),
            ("title", title, self.file.title),
            ("product numbers", ", ".join(map(str, manual.products)), self.file.keywords),
            ("title in the window", "shown", "shown" if self.file.shows_title else "not shown"),
        ):
            self.proof.proven["frame"] += 1
            if expected != seen:
                self._find(None, f"{what}: {difference(expected, seen)}", "proof-frame")
        self._attached(self.attachments)

    def _attached(self, wanted: Mapping[str, bytes]) -> None:
        found = self.file.attachments
        for name in sorted(wanted.keys() | found.keys()):
            self.proof.proven["attachment"] += 1
            if name not in found:
                self._find(None, f"{name} is not attached", "proof-attachment")
            elif name not in wanted:
                self._find(None, f"{name} is attached, and not the manual's", "proof-attachment")
            elif wanted[name] != found[name]:
                self._find(None, f"the attached {name} is not what the data say", "proof-attachment")


def _told(depth: int, title: str, page: int | None) -> str:
    return f"{'>' * depth} {title}, page {page + 1 if page is not None else '?'}"
