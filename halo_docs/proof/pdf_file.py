"""Reads a PDF as a reader would: its tags in order, its text, its links. The only user of pikepdf.

The structure tree says in which order a screen reader reads, and what is a head, a cell, a figure; the
text itself comes from PDFium, by the marked content that the tree names. What no tag names is an artifact:
running heads and feet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from halo_docs.proof.matching import SOFT_BREAK, Segment, Stream, squeezed
from halo_docs.proof.pdf_drawn import DrawnPage, Run, drawn_pages

MAX_BYTES = 200_000_000
"""Largest file that is read."""
_INLINE = {"Span", "Link", "Lbl", "Code", "Em", "Strong", "Quote", "Reference", "Note", "Sub"}
"""Structure types that do not end a block."""
_BULLETS = {"•", "◦", "▪", "‣"}


class UnreadablePdf(ValueError):
    """The file is no PDF that can be read."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece of text stands."""

    page: int
    """From 0."""
    roles: tuple[str, ...]
    """Structure types of the elements that hold it, innermost first."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A tagged figure."""

    page: int
    alt: str
    words: str
    """Text inside it, without white space, in the order in which it is drawn."""
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the outline."""

    depth: int
    title: str
    page: int | None


@dataclass(slots=True)
class Font:
    """A font of the file."""

    name: str
    program: bytes | None
    """The embedded font; None when there is none."""
    characters: Mapping[int, str]
    """Number of a glyph -> the characters that it is read as."""


@dataclass(slots=True)
class PdfFile:
    """Everything that is compared."""

    language: str
    title: str
    keywords: str
    shows_title: bool
    """The viewer shows the title, not the name of the file (PDF/UA)."""
    segments: list[Segment[Spot]] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    runs: list[list[Run]] = field(default_factory=list)
    """By page: all that is drawn as text."""
    margins: list[list[str]] = field(default_factory=list)
    """By page: running heads and feet."""
    sizes: list[tuple[float, float]] = field(default_factory=list)
    """By page: width and height, in points."""
    bookmarks: list[Bookmark] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    """Name of a destination -> page, from 0."""
    links: list[tuple[int, str]] = field(default_factory=list)
    """Page, and address or name of a destination."""
    fonts: list[Font] = field(default_factory=list)
    attachments: dict[str, bytes] = field(default_factory=dict)
    pictures: list[tuple[int, int, bytes]] = field(default_factory=list)
    """By page, in grey: width, height, one byte a pixel."""

    def stream(self) -> Stream[Spot]:
        """Return the text in reading order, without white space."""
        return Stream(self.segments)


def read_pdf(path: Path) -> PdfFile:
    """Read a file.

    :raises UnreadablePdf: when it is too large, broken, locked or not tagged.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadablePdf(f"the file is larger than {MAX_BYTES} bytes")
        drawn = drawn_pages(path)
        with pikepdf.open(path) as pdf:
            return _read(pdf, drawn)
    except OSError as error:
        raise UnreadablePdf(f"cannot be read: {error.strerror}") from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnreadablePdf(f"no PDF that can be read: {error}") from error
    except (AttributeError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UnreadablePdf(f"no tagged PDF: {error}") from error


def _read(pdf: pikepdf.Pdf, drawn: list[DrawnPage]) -> PdfFile:
    root = pdf.Root
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_metadata() as metadata:
        title = str(metadata.get("dc:title", ""))
        keywords = str(metadata.get("pdf:Keywords", ""))
    file = PdfFile(
        language=str(root.get("/Lang", "")),
        title=title,
        keywords=keywords,
        shows_title="/ViewerPreferences" in root
        and bool(root.ViewerPreferences.get("/DisplayDocTitle", False)),
    )
    for shown in drawn:
        file.sizes.append(shown.size)
        file.runs.append(shown.runs)
        file.pictures.append(shown.picture)
    tree = _Tree(file, pages, drawn)
    tree.read(root.StructTreeRoot)
    for number, shown in enumerate(drawn):
        unnamed = [mark for mark in shown.by_mark if (number, mark) not in tree.named]
        file.margins.append(["".join(shown.by_mark[mark]).strip() for mark in unnamed])
    file.anchors = dict(_destinations(root, pages))
    file.bookmarks = [*_bookmarks(pdf, pages, file.anchors)]
    for number, page in enumerate(pdf.pages):
        for note in page.obj.get("/Annots", []):
            if note.get("/Subtype") == "/Link":
                file.links.append((number, _target(note)))
    file.fonts = [*_fonts(pdf)]
    file.attachments = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    return file


class _Tree:
    """Walks through the structure tree in reading order."""

    def __init__(self, file: PdfFile, pages: Mapping[Any, int], drawn: list[DrawnPage]) -> None:
        self.file, self.pages, self.drawn = file, pages, drawn
        self.head: tuple[str, int] = ("", -1)
        """Text of the last head of a table, and its page."""
        self.last_page = -1
        self.named: set[tuple[int, int]] = set()
        """Page and number of the marked content that the tree names; the rest is artifacts."""

    def read(self, root: Any) -> None:
        for element in _kids(root):
            self._visit(element, (), None)

    def _visit(self, element: Any, roles: tuple[str, ...], page: int | None) -> None:
        role = str(element.S).removeprefix("/")
        if "/Pg" in element:
            page = self.pages.get(element.Pg.objgen, page)
        inner = (role, *roles)
        if role == "Figure":
            self._figure(element, page)
            return
        if role == "THead" and self._is_repeated(element, page):
            return
        if role == "Lbl" and "".join(self._texts(element, page)).strip() in _BULLETS:
            return
        self._break(inner)
        for kid in _kids(element):
            if isinstance(kid, int):
                self._content(kid, page, inner)
            elif "/MCID" in kid:
                own = self.pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
                self._content(int(kid.MCID), own, inner)
            elif "/S" in kid:
                self._visit(kid, inner, page)
        self._break(inner)

    def _break(self, roles: tuple[str, ...]) -> None:
        if roles[0] not in _INLINE:
            self.file.segments.append(Segment("\n", Spot(max(0, self.last_page), roles)))

    def _content(self, mark: int, page: int | None, roles: tuple[str, ...]) -> None:
        if page is None:
            return
        self.last_page = page
        text = "".join(_as_read(part) for part in self._drawn_as(mark, page))
        self.file.segments.append(Segment(text, Spot(page, roles)))

    def _drawn_as(self, mark: int, page: int) -> list[str]:
        self.named.add((page, mark))
        return self.drawn[page].by_mark.get(mark, [])

    def _texts(self, element: Any, page: int | None) -> Iterator[str]:
        if "/Pg" in element:
            page = self.pages.get(element.Pg.objgen, page)
        for kid in _kids(element):
            if isinstance(kid, int):
                yield from (self._drawn_as(kid, page) if page is not None else ())
            elif "/MCID" in kid:
                own = self.pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
                yield from (self._drawn_as(int(kid.MCID), own) if own is not None else ())
            elif "/S" in kid:
                yield from self._texts(kid, page)

    def _is_repeated(self, head: Any, page: int | None) -> bool:
        """Tell whether a table's head is the one that its next page repeats."""
        text = "".join(_as_read(part) for part in self._texts(head, page))
        own = next(self._pages(head, page), -1)
        repeated = text == self.head[0] and own > self.head[1] and own > self.last_page
        self.head = (text, own)
        return repeated

    def _pages(self, element: Any, page: int | None) -> Iterator[int]:
        if "/Pg" in element:
            page = self.pages.get(element.Pg.objgen, page)
        for kid in _kids(element):
            if isinstance(kid, int):
                if page is not None:
                    yield page
            elif "/S" in kid:
                yield from self._pages(kid, page)

    def _figure(self, element: Any, page: int | None) -> None:
        words = "".join(_as_read(part) for part in self._texts(element, page))
        box = tuple(float(side) for side in element.get("/A", {}).get("/BBox", (0, 0, 0, 0)))
        where = page if page is not None else 0
        self.file.shapes.append(Shape(where, str(element.get("/Alt", "")), words, box))  # type: ignore[arg-type]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _as_read(text: str) -> str:
    """Return a text without white space; a hyphen at a line's end stays marked."""
    return squeezed(text.replace("\ufffe", SOFT_BREAK))


def _destinations(root: Any, pages: Mapping[Any, int]) -> Iterator[tuple[str, int]]:
    names = root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    for index in range(0, len(names) - 1, 2):
        target = names[index + 1]
        if not isinstance(target, pikepdf.Array):
            target = target.get("/D")
        yield str(names[index]), pages.get(target[0].objgen, -1)


def _bookmarks(pdf: pikepdf.Pdf, pages: Mapping[Any, int], anchors: Mapping[str, int]) -> Iterator[Bookmark]:
    def visit(items: Any, depth: int) -> Iterator[Bookmark]:
        for item in items:
            target = item.destination
            if target is None and item.action is not None:
                target = item.action.get("/D")
            page = None
            if isinstance(target, pikepdf.Array):
                page = pages.get(target[0].objgen)
            elif target is not None:
                page = anchors.get(str(target))
            yield Bookmark(depth, item.title, page)
            yield from visit(item.children, depth + 1)

    with pdf.open_outline() as outline:
        yield from visit(outline.root, 1)


def _target(note: Any) -> str:
    action = note.get("/A")
    if action is not None and "/URI" in action:
        return str(action.URI)
    target = note.get("/Dest", action.get("/D") if action is not None else None)
    return f"#{target}" if isinstance(target, pikepdf.String) else ""


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Font]:
    seen = set()
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        if item.get("/Subtype") != "/Type0" or item.objgen in seen:
            if item.get("/Subtype") not in ("/Type0", "/CIDFontType0", "/CIDFontType2"):
                yield Font(str(item.get("/BaseFont", "")), None, {})
            continue
        seen.add(item.objgen)
        inner = item.DescendantFonts[0]
        descriptor = inner.FontDescriptor
        program = next(
            (descriptor[k] for k in ("/FontFile2", "/FontFile3", "/FontFile") if k in descriptor), None
        )
        mapping = item.get("/ToUnicode")
        yield Font(
            str(item.get("/BaseFont", "")).removeprefix("/"),
            program.read_bytes() if program is not None else None,
            _characters(mapping.read_bytes()) if mapping is not None else {},
        )


def _characters(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode map (PDF 9.10.3): single glyphs, and ranges."""
    found: dict[int, str] = {}
    words = cmap.replace(b"<", b" <").replace(b">", b"> ").replace(b"[", b" [ ").replace(b"]", b" ] ").split()
    kind = b""
    pending: list[bytes] = []
    for word in words:
        if word in (b"beginbfchar", b"beginbfrange"):
            kind, pending = word, []
        elif word in (b"endbfchar", b"endbfrange"):
            kind = b""
        elif kind and word.startswith(b"<"):
            pending.append(bytes.fromhex(word[1:-1].decode("ascii")))
            if kind == b"beginbfchar" and len(pending) == 2:
                found[int.from_bytes(pending[0])] = pending[1].decode("utf-16-be", "replace")
                pending = []
            elif kind == b"beginbfrange" and len(pending) == 3:
                first, last = int.from_bytes(pending[0]), int.from_bytes(pending[1])
                start = int.from_bytes(pending[2])
                for number in range(first, min(last, first + 0xFFFF) + 1):
                    found[number] = (
                        (start + number - first).to_bytes(len(pending[2])).decode("utf-16-be", "replace")
                    )
                pending = []
    return found
