"""Faults of the PDF: of the page and style that are printed, and of the finished file."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from lxml import html

from benchmarks.rendered.changes import (
    COMMON,
    COVER,
    PROCEDURE,
    SAFETY,
    STEP,
    Change,
    removed,
    with_other_code,
)
from benchmarks.rendered.fault import PaperFault, Print
from halo_docs.statements.book import Book

Put = Callable[[Print], tuple[str, str, str] | None]


def _body(xpath: str, change: Change) -> Put:
    """Change the first element of the printed page that can be changed."""

    def put(made: Print) -> tuple[str, str, str] | None:
        page = html.document_fromstring(made.html)
        for element in page.xpath(f"//body{xpath}"):
            named = change(element)
            if named is not None:
                text = html.tostring(page, doctype="<!doctype html>", encoding="unicode")
                return text, made.css, named
        return None

    return put


def _style(rule: str, xpath: str) -> Put:
    def put(made: Print) -> tuple[str, str, str] | None:
        found = html.document_fromstring(made.html).xpath(f"//body{xpath}/@id")
        return (made.html, made.css + rule.replace("{id}", found[0]), "") if found else None

    return put


def _sheet(pattern: str, replacement: str, named: str) -> Put:
    def put(made: Print) -> tuple[str, str, str] | None:
        changed = re.sub(pattern, replacement, made.css, count=1)
        return (made.html, changed, named) if changed != made.css else None

    return put


def _page(pattern: str, replacement: str, named: str) -> Put:
    def put(made: Print) -> tuple[str, str, str] | None:
        changed = re.sub(pattern, replacement, made.html, count=1, flags=re.DOTALL)
        return (changed, made.css, named) if changed != made.html else None

    return put


def _other_code(made: Print) -> tuple[str, str, str] | None:
    changed = with_other_code(made.html)
    return (changed, made.css, "QR code") if changed is not None else None


# -- finished files --------------------------------------------------------------------------------


def _root(change: Callable[[Any], None], named: str) -> Callable[[Path, Book], str | None]:
    def spoil(path: Path, book: Book) -> str | None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(path)
        return named

    return spoil


def _lose_bookmark(pdf: Any) -> None:
    with pdf.open_outline() as outline:
        del outline.root[-1]


def _change_attachment(pdf: Any) -> None:
    spec = pdf.attachments["technical-data.json"]
    content = spec.get_file().read_bytes()
    pdf.attachments["technical-data.json"] = content.replace(b'"number"', b'"Number"', 1)


def _change_language(pdf: Any) -> None:
    pdf.Root.Lang = pikepdf.String("x-none")


def _change_address(pdf: Any) -> None:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", []):
            if "/A" in note and "/URI" in note.A:
                note.A.URI = pikepdf.String("https://example.invalid/other")
                return


def _wrong_glyph(path: Path, book: Book) -> str | None:
    """Draw one letter as another: the file still reads right, and looks wrong."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/FontDescriptor":
                continue
            stream = item.FontFile2
            font = TTFont(BytesIO(stream.read_bytes()))
            glyphs, order = font["glyf"], font.getGlyphOrder()
            drawn = [name for name in order[1:] if glyphs[name].numberOfContours > 0]
            first = drawn[0]
            other = next(
                (n for n in drawn if glyphs[n].numberOfContours != glyphs[first].numberOfContours), None
            )
            if other is None:
                continue
            glyphs[first] = deepcopy(glyphs[other])
            made = BytesIO()
            font.save(made)
            stream.write(made.getvalue())
            pdf.save(path)
            return "another character"
    return None


def _shorter_tail(label: Any) -> str | None:
    label.tail = re.sub(r"[\w-]+ · ", "", label.tail or "", count=1)
    return "cover"


PAPER: tuple[PaperFault, ...] = (
    *(PaperFault(one.id, one.what, _body(one.path, one.change)) for one in COMMON),
    PaperFault(
        "row-hidden", "a table row is hidden by style", _style("#{id} { display: none }", "//tbody/tr[@id]")
    ),
    PaperFault(
        "row-invisible",
        "a row keeps its place and shows nothing",
        _style("#{id} { visibility: hidden }", "//tbody/tr[@id]"),
    ),
    PaperFault("panel-faint", "a safety message is transparent", _style("#{id} { opacity: 0 }", SAFETY)),
    PaperFault(
        "text-white",
        "a text has the colour of the page",
        _style("#{id}, #{id} p { color: #fff !important }", "//ul/li[@id]"),
    ),
    PaperFault(
        "text-clipped",
        "a step is cut off",
        _style("#{id} { width: 12mm; height: 5mm; overflow: hidden }", STEP),
    ),
    PaperFault("text-covered", "a box lies on a message", _style(COVER, SAFETY)),
    PaperFault(
        "text-by-style",
        "style puts a word before a step",
        _style("#{id} .step-text::before { content: 'Do not: ' }", STEP),
    ),
    PaperFault(
        "steps-from-two",
        "style numbers the steps from two",
        _style("#{id} ol.steps { counter-reset: step 1 }", PROCEDURE),
    ),
    PaperFault(
        "steps-unnumbered",
        "steps have no numbers",
        _style("#{id} ol.steps > li::before { content: none }", PROCEDURE),
    ),
    PaperFault("qr-altered", "a QR code says another address", _other_code),
    PaperFault(
        "page-stale",
        "references name a page of yesterday",
        _sheet(
            r"a\.block-reference::after \{ content: (.*?)target-counter\(attr\(href\), page\)",
            r"a.block-reference::after { content: \1'99'",
            "names page 99",
        ),
    ),
    PaperFault(
        "contents-stale",
        "the contents name pages of yesterday",
        _sheet(
            r"(\.contents a::after \{ content: )target-counter\(attr\(href\), page\)",
            r"\1'99'",
            "names page 99",
        ),
    ),
    PaperFault(
        "contents-entry",
        "the contents lack a heading",
        _body("//nav[@class='contents']//li[not(.//li)]", lambda li: removed(li) and ""),
    ),
    PaperFault(
        "cover-number",
        "the cover lacks a product number",
        _body("//p[@class='cover-numbers']/span", _shorter_tail),
    ),
    PaperFault("title", "the file has another title", _page(r"<title>[^<]+", "<title>Manual", "title")),
    PaperFault(
        "lang", "the file says that it is in another language", spoil=_root(_change_language, "language")
    ),
    PaperFault("bookmark-lost", "the bookmarks lack a heading", spoil=_root(_lose_bookmark, "bookmark")),
    PaperFault(
        "data-altered",
        "the attached data are changed",
        spoil=_root(_change_attachment, "technical-data.json"),
    ),
    PaperFault(
        "address", "an address leads elsewhere", spoil=_root(_change_address, "example.invalid/other")
    ),
    PaperFault("wrong-glyph", "a letter is drawn as another one", spoil=_wrong_glyph),
    PaperFault(
        "font",
        "the text is drawn with a font of the machine",
        _sheet(
            r"font-family: 'Manual Sans';\s+font-size: 9\.2pt",
            "font-family: monospace; font-size: 9.2pt",
            "font",
        ),
    ),
    PaperFault(
        "foot-page",
        "the foot of the pages names another page",
        _sheet(r"counter\(page\) '\\2003' string\(language\)", r"'7' '\\2003' string(language)", "the foot"),
    ),
)
