"""Reads HTML pages as a reader meets them. The only user of lxml in the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from halo_docs.proof.matching import Segment, Stream, squeezed

_INLINE = {"a", "span", "strong", "em", "code", "sup", "sub", "b", "i", "bdi", "abbr"}
_UNREAD = {"script", "style", "svg", "img", "template"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece of text stands on a page."""

    page: str
    anchors: tuple[str, ...]
    """Ids of the elements that hold it, innermost first."""
    element: int
    """Number of the element on the page."""

    @property
    def anchor(self) -> str:
        """The nearest id."""
        return self.anchors[0] if self.anchors else ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture on a page."""

    spot: Spot
    alt: str
    description: str
    words: str
    """Text inside it, without white space."""
    is_code: bool
    """It is a QR code."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the text."""

    spot: Spot
    address: str
    kinds: tuple[str, ...]
    """Its classes."""
    text: str


@dataclass(slots=True)
class HtmlPage:
    """One page."""

    name: str
    language: str
    direction: str
    title: str
    segments: list[Segment[Spot]] = field(default_factory=list)
    pictures: list[Drawn] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    """Every id, in order."""
    addresses: list[tuple[str, str]] = field(default_factory=list)
    """Attribute and value of whatever a browser would follow or load, anywhere on the page."""
    unnumbered: list[str] = field(default_factory=list)
    """Ids of steps whose number an attribute changes."""
    foreign: list[tuple[str, str]] = field(default_factory=list)
    """Anchor and text of passages that are shown in the source language."""
    navigation: list[str] = field(default_factory=list)
    """Entries of the first level of the table of contents beside the text."""
    alternates: list[str] = field(default_factory=list)
    """Languages that the switcher offers."""

    def stream(self) -> Stream[Spot]:
        """Return the text of the page."""
        return Stream(self.segments)


def read_page(path: Path) -> HtmlPage:
    """Read one page.

    :raises OSError: when the file cannot be read.
    """
    root = html.document_fromstring(path.read_bytes() or b"<html/>")
    page = HtmlPage(
        name=path.name,
        language=root.get("lang") or "",
        direction=root.get("dir") or "ltr",
        title=_folded("".join(root.xpath("string(//head/title)"))),
    )
    for element in root.iter(etree.Element):
        if element.get("id"):
            page.anchors.append(str(element.get("id")))
        for name in ("href", "src", "data", "action", "poster", "xlink:href"):
            if element.get(name) is not None:
                page.addresses.append((name, str(element.get(name))))
    for entry in root.xpath("//*[contains(@class, 'sidebar-tree')]/ul/li/a"):
        page.navigation.append(_folded("".join(entry.itertext())))
    page.alternates = [str(a.get("hreflang")) for a in root.xpath("//nav[@class='manual-languages']/a")]
    for article in root.xpath("//article[@role='main'] | //div[@role='main']")[:1]:
        _Reader(page).read(article)
    return page


class _Reader:
    """Walks through the part of a page that holds the manual."""

    def __init__(self, page: HtmlPage) -> None:
        self.page = page
        self.elements = 0

    def read(self, article: etree._Element) -> None:
        for child in article:
            if "manual-bar" not in _classes(child):
                self._visit(child, ())

    def _visit(self, element: etree._Element, anchors: tuple[str, ...]) -> None:
        if not isinstance(element.tag, str):
            return
        self.elements += 1
        spot_anchors = (str(element.get("id")), *anchors) if element.get("id") else anchors
        spot = Spot(self.page.name, spot_anchors, self.elements)
        classes = _classes(element)
        if "headerlink" in classes or element.get("hidden") is not None:
            return
        if element.tag in ("svg", "img"):
            self.page.pictures.append(_picture(element, spot))
        if element.tag in _UNREAD:
            return
        if element.tag == "a":
            text = _folded("".join(map(str, element.itertext())))
            self.page.links.append(Link(spot, element.get("href") or "", tuple(classes), text))
        if element.tag in ("ol", "li") and any(element.get(a) for a in ("start", "value", "reversed")):
            self.page.unnumbered.append(spot.anchor)
        if "untranslated" in classes:
            text = _folded("".join(map(str, element.itertext())))
            self.page.foreign.append((spot.anchor, text))
        is_block = element.tag not in _INLINE
        if is_block:
            self._break(spot)
        self._text(element.text, spot)
        for child in element:
            self._visit(child, spot_anchors)
            self._text(child.tail, spot)
        if is_block:
            self._break(spot)

    def _break(self, spot: Spot) -> None:
        self.page.segments.append(Segment("\n", spot))

    def _text(self, text: str | None, spot: Spot) -> None:
        if text:
            self.page.segments.append(Segment(_ascii_folded(text), spot))


def _picture(element: etree._Element, spot: Spot) -> Drawn:
    if element.tag == "img":
        beside = element.getnext()
        long = (
            "".join(map(str, beside.itertext()))
            if beside is not None and beside.get("hidden") is not None
            else ""
        )
        return Drawn(spot, element.get("alt") or "", _folded(long), "", False)
    title = "".join(f for c in element if _local(c) == "title" for f in map(str, c.itertext()))
    long = "".join(f for c in element if _local(c) == "desc" for f in map(str, c.itertext()))
    words = "".join(
        str(piece) for text in element.iter() if _local(text) == "text" for piece in text.itertext()
    )
    is_code = any("qr-ink" in _classes(part) for part in element.iter() if isinstance(part.tag, str))
    return Drawn(spot, title, long, squeezed(words), is_code)


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _ascii_folded(text: str) -> str:
    """Fold white space as a browser does: no-break spaces stay."""
    words = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def _folded(text: str) -> str:
    return _ascii_folded(text).strip(" ")


def pages_of(folder: Path) -> Iterator[HtmlPage]:
    """Read all pages of a language but the search page, by name."""
    for path in sorted(folder.glob("*.html")):
        if path.name not in ("search.html", "genindex.html"):
            yield read_page(path)
