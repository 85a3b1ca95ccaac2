"""Proves the HTML of one language: every text, picture, link and anchor, as the manual has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from halo_docs.proof.finding import Finding, Proof, difference, shortened
from halo_docs.proof.following import compare, fallbacks, order_of
from halo_docs.proof.html_page import HtmlPage, Link, Spot, pages_of
from halo_docs.proof.matching import Match, squeezed
from halo_docs.statements.book import Book, Chapter
from halo_docs.statements.prose import Prose
from halo_docs.statements.statement import Picture

INDEX = "index.html"
_SCHEMES = ("http", "https", "mailto", "data")


@dataclass(frozen=True, slots=True)
class ScreenPlace:
    """Where a statement stands."""

    page: str
    anchor: str


class HtmlProof:
    """Proves the pages of one language."""

    def __init__(self, book: Book, folder: Path, name: str, prose: tuple[Prose, ...] = ()) -> None:
        """Read the pages.

        :param name: how findings call the folder.
        :param prose: paragraphs of the MyST pages themselves.
        """
        self.book, self.folder, self.name, self.prose = book, folder, name, prose
        self.language = book.voice.language
        self.pages = {page.name: page for page in pages_of(folder)}
        self.proof = Proof()
        self.matches: list[tuple[Match, ScreenPlace]] = []

    def run(self) -> Proof:
        """Compare everything."""
        used = set()
        for chapter in self.book.chapters:
            name = f"{chapter.id}.html" if f"{chapter.id}.html" in self.pages else INDEX
            used.add(name)
            page = self.pages.get(name)
            if page is None or chapter.id not in page.anchors:
                self._find("", f"chapter {chapter.id}: no page holds it", "proof-text")
                continue
            self._chapter(chapter, page)
        for name in sorted(self.pages.keys() - used):
            self._find(name, "the page shows nothing of the manual", "proof-surplus")
        self._frame()
        self._links()
        return self.proof

    def _find(self, page: str, message: str, rule: str, place: str = "") -> None:
        output = f"{self.name}/{page}" if page else self.name
        self.proof.findings.append(Finding(output, place, message, rule))

    def order(self) -> dict[str, int]:
        """Return where each block's own text begins; see :func:`order_of`."""
        return order_of(match for match, _ in self.matches)

    # -- texts ---------------------------------------------------------------------------------

    def _chapter(self, chapter: Chapter, page: HtmlPage) -> None:
        output = f"{self.name}/{page.name}"
        expected = [(s, s.screen_text) for s in chapter.statements if s.on_screen]
        stream = page.stream()

        def naming(spot: Spot) -> tuple[str, str]:
            return output, f"#{spot.anchor}" if spot.anchor else ""

        matches, findings = compare(stream, expected, naming, output, self.prose)
        self.proof.findings += [*findings, *fallbacks(chapter.statements, output)]
        links = {(link.spot.element): link for link in page.links}
        for match in matches:
            spots = stream.places(match.start, match.end)
            self._anchored(match, spots, output)
            elements = dict.fromkeys(spot.element for spot in spots)
            self._linked(match, [links[element] for element in elements if element in links], output)
            self.matches.append((match, ScreenPlace(page.name, match.statement.id)))
            self.proof.proven[str(match.statement.kind)] += 1
            self.proof.proven["value"] += len(match.statement.said.shown)
        for anchor in page.unnumbered:
            self._find(page.name, "the numbering of steps is changed", "proof-number", f"#{anchor}")
        foreign = {text for anchor, text in page.foreign}
        for text in sorted(foreign):
            self._find(page.name, f'shown in the source language: "{shortened(text)}"', "proof-fallback")
        self._pictures(chapter, page)

    def _anchored(self, match: Match, spots: Iterable[Spot], output: str) -> None:
        """A text must stand inside the element that carries its block's id."""
        name = match.statement.id
        outside = next((spot for spot in spots if name and name not in spot.anchors), None)
        if outside is not None:
            text = shortened(match.statement.screen_text)
            message = f'{match.statement.name}: stands outside its place: "{text}"'
            found = Finding(output, f"#{outside.anchor}", message, "proof-order", match.statement.location)
            self.proof.findings.append(found)

    def _linked(self, match: Match, links: list[Link], output: str) -> None:
        statement = match.statement
        found, terms = (
            [unquote(urlsplit(link.address).fragment) for link in links if kind in link.kinds]
            for kind in ("block-reference", "term")
        )
        outside = [link.address for link in links if "external-link" in link.kinds]
        for what, wanted, seen in (
            ("leads to", list(statement.said.references), found),
            ("leads to the term", list(statement.said.terms), terms),
            ("has the address", list(statement.said.addresses), outside),
        ):
            if wanted != seen:
                shown, should = ", ".join(seen) or "nothing", ", ".join(wanted) or "nothing"
                message = f"{statement.name}: {what} {shown}, not {should}"
                self.proof.findings.append(
                    Finding(output, f"#{statement.id}", message, "proof-reference", statement.location)
                )
            self.proof.proven["reference"] += len(wanted)

    # -- pictures ------------------------------------------------------------------------------

    def _pictures(self, chapter: Chapter, page: HtmlPage) -> None:
        wanted, found = list(chapter.pictures), list(page.pictures)
        output = f"{self.name}/{page.name}"
        if len(wanted) != len(found):
            self._find(page.name, f"{len(found)} pictures, the manual has {len(wanted)}", "proof-figure")
            return
        for picture, drawn in zip(wanted, found, strict=True):
            for message in _picture_faults(picture, drawn.alt, drawn.description, drawn.words):
                self.proof.findings.append(
                    Finding(
                        output,
                        f"#{picture.place}",
                        f"figure {picture.figure}: {message}",
                        "proof-figure",
                        picture.location,
                    )
                )
            if picture.place not in drawn.spot.anchors:
                self._find(
                    page.name,
                    f"figure {picture.figure}: stands elsewhere",
                    "proof-figure",
                    f"#{drawn.spot.anchor}",
                )
            if bool(picture.address) != drawn.is_code:
                self._find(
                    page.name, f"figure {picture.figure}: is no QR code", "proof-code", f"#{picture.place}"
                )
            self.proof.proven["figure"] += 1

    # -- frame ---------------------------------------------------------------------------------

    def _frame(self) -> None:
        """Language, titles, contents beside the text, and the switcher of every page."""
        headings = [heading for heading in self.book.headings() if heading.depth == 1]
        product = (
            f"{self.book.manual.identity.product} – {self.book.voice.plain(self.book.manual.identity.title)}"
        )
        titles = {h.id: f"{h.number}\u00a0{h.title}" if h.number else h.title for h in headings}
        for page in self.pages.values():
            for what, wanted, seen in (
                ("language", str(self.language.id), page.language),
                ("direction", str(self.language.direction), page.direction),
                (
                    "languages of the switcher",
                    " ".join(map(str, self.book.manual.languages)),
                    " ".join(page.alternates),
                ),
                (
                    "contents",
                    " / ".join(t for n, t in titles.items() if n != headings[0].id),
                    " / ".join(page.navigation),
                ),
            ):
                self._same(page, what, wanted, seen)
            own = titles.get(page.name.removesuffix(".html"))
            # The theme folds no-break spaces of a title.
            wanted = f"{own} - {product}" if own and page.name != INDEX else product
            self._same(page, "title", " ".join(wanted.split()), " ".join(page.title.split()))

    def _same(self, page: HtmlPage, what: str, wanted: str, seen: str) -> None:
        self.proof.proven["frame"] += 1
        if wanted != seen:
            self._find(page.name, f"{what}: {difference(wanted, seen)}", "proof-frame")

    def _links(self) -> None:
        """Every address leads to something that is there, and none to a disk."""
        anchors = {name: set(page.anchors) for name, page in self.pages.items()}
        home = self.folder.resolve()
        # Most addresses stand on every page.
        known: dict[tuple[str, str], str] = {}
        for page in self.pages.values():
            for anchor, count in Counter(page.anchors).items():
                if count > 1:
                    self._find(page.name, f'the anchor "{anchor}" stands {count} times', "proof-anchor")
            for _, address in page.addresses:
                key = ("" if urlsplit(address).path else page.name, address)
                if key not in known:
                    known[key] = _address_fault(home, page.name, address, anchors)
                if known[key]:
                    self._find(page.name, known[key], "proof-link")
                self.proof.proven["link"] += 1

    def anchors(self) -> set[str]:
        """Return every anchor of the manual's own in these pages, with its page."""
        return {f"{page.name}#{anchor}" for page in self.pages.values() for anchor in page.anchors}


def _picture_faults(picture: Picture, alt: str, description: str, words: str) -> Iterator[str]:
    for what, wanted, seen in (
        ("alternative text", picture.alt, alt),
        ("long description", picture.description, description),
        ("words in the drawing", squeezed("".join(picture.words)), words),
    ):
        if wanted != seen:
            yield f"{what}: {difference(wanted, seen)}"
    if picture.is_fallback:
        yield "is described in the source language"


def _address_fault(home: Path, page: str, address: str, anchors: Mapping[str, set[str]]) -> str:
    parts = urlsplit(address)
    if parts.scheme:
        return "" if parts.scheme in _SCHEMES else f'the address "{shortened(address)}" is not for readers'
    path = unquote(parts.path)
    if not path:
        target = page
    else:
        file = (home / path).resolve()
        if path.startswith("/"):
            return f'the address "{shortened(address)}" leads out of the manual'
        if not file.is_relative_to(home):
            # Another language, or what stands beside all of them: looked at with that language.
            return ""
        if not file.is_file():
            return f'the address "{shortened(address)}" leads to no file'
        target = path.removeprefix("./")
    fragment = unquote(parts.fragment)
    if fragment and target in anchors and fragment not in anchors[target]:
        return f'the address "{shortened(address)}" leads to no anchor'
    return ""
