"""Faults of the HTML: of its pages, and of the style sheets and templates that made them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import html

from benchmarks.rendered.fault import ScreenFault, Site
from halo_docs.figures.qr import qr_svg

Change = Callable[[Any], str | None]
"""Changes an element; returns what a finding must name, None to try another one."""


def _pages(site: Site) -> Iterator[Path]:
    return (path for path in sorted(site.folder.glob("*.html")) if path.name != "search.html")


def _article(xpath: str, change: Change) -> Callable[[Site], str | None]:
    """Change the first element of the text that can be changed."""

    def put(site: Site) -> str | None:
        for path in _pages(site):
            page = html.document_fromstring(path.read_bytes())
            for element in page.xpath(f"//article//section{xpath}"):
                named = change(element)
                if named is not None:
                    path.write_bytes(html.tostring(page, doctype="<!doctype html>", encoding="utf-8"))
                    return named
        return None

    return put


def _style(rule: str, xpath: str, named: str | None = None) -> Callable[[Site], str | None]:
    """Add a style rule for the first element with an id that a path finds; {id} stands for it."""

    def put(site: Site) -> str | None:
        for path in _pages(site):
            page = html.document_fromstring(path.read_bytes())
            found = page.xpath(f"//article//section{xpath}/@id")
            if found:
                sheet = site.folder / "_static" / "manual.css"
                sheet.write_text(sheet.read_text("utf-8") + rule.replace("{id}", found[0]), "utf-8")
                return str(found[0]) if named is None else named
        return None

    return put


def _file(pattern: str, replacement: str, named: str, file: str = "*.html") -> Callable[[Site], str | None]:
    """Change the first match in the first file that has one."""

    def put(site: Site) -> str | None:
        for path in sorted(site.folder.glob(file)):
            text = path.read_text("utf-8")
            changed = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
            if changed != text and path.name != "search.html":
                path.write_text(changed, "utf-8")
                return named
        return None

    return put


def owner(element: Any) -> str:
    found = element.xpath("ancestor-or-self::*[@id][1]/@id")
    return str(found[0]) if found else ""


def with_text(pattern: str, replacement: str, named: str | None = None) -> Change:
    def change(element: Any) -> str | None:
        if element.text and re.search(pattern, element.text):
            element.text = re.sub(pattern, replacement, element.text, count=1)
            return owner(element) if named is None else named
        return None

    return change


def removed(element: Any) -> str:
    name = owner(element)
    parent = element.getparent()
    parent.remove(element)
    return name


def exchanged(element: Any) -> str | None:
    following = element.getnext()
    if following is None or following.tag != element.tag:
        return None
    element.addprevious(following)
    # Which of the two is out of place cannot be told.
    return ""


def moved_behind(element: Any) -> str | None:
    """Move a note from before the action of its step to behind it."""
    action = element.getnext()
    if action is None or "step-text" not in (action.get("class") or ""):
        return None
    action.addnext(element)
    return owner(element)


def doubled(element: Any) -> str:
    element.addnext(deepcopy(element))
    return ""


def with_attribute(name: str, value: str, named: str | None = None) -> Change:
    def change(element: Any) -> str | None:
        if element.get(name) == value:
            return None
        element.set(name, value)
        return owner(element) if named is None else named

    return change


def _next_digit(match: re.Match[str]) -> str:
    return str((int(match[0]) + 1) % 10)


def with_digit(element: Any) -> str | None:
    if not element.text or not re.search(r"\d", element.text):
        return None
    element.text = re.sub(r"\d", _next_digit, element.text, count=1)
    return owner(element)


def _in_source(site: Site) -> str | None:
    """Show a text of another language, as a fallback or a forgotten message would."""
    for path in _pages(site):
        page, other = (
            html.document_fromstring((f / path.name).read_bytes()) for f in (site.folder, site.other)
        )
        for element in page.xpath("//article//li[@id]/p[not(*)]"):
            name = owner(element)
            theirs = other.xpath(f"//*[@id='{name}']/p[not(*)]")
            if theirs and theirs[0].text != element.text:
                element.text = theirs[0].text
                path.write_bytes(html.tostring(page, doctype="<!doctype html>", encoding="utf-8"))
                return name
    return None


def _other_page(site: Site) -> str | None:
    path = [p for p in _pages(site) if p.name != "index.html"][-1]
    shutil.copyfile(site.other / path.name, path)
    return "language"


def _lost_page(site: Site) -> str | None:
    path = [p for p in _pages(site) if p.name != "index.html"][-1]
    path.unlink()
    return path.stem


def with_cells_exchanged(row: Any) -> str | None:
    cells = [cell for cell in row if len(cell) == 1 and cell[0].text and not len(cell[0])]
    if len(cells) < 2:
        return None
    cells[0][0].text, cells[1][0].text = cells[1][0].text, cells[0][0].text
    return owner(row)


def with_sentence(element: Any) -> str:
    extra = deepcopy(element)
    extra.attrib.pop("id", None)
    for child in list(extra):
        extra.remove(child)
    extra.text = "This sentence is not the manual’s."
    element.addnext(extra)
    return "sentence"


def _other_code(site: Site) -> str | None:
    for path in _pages(site):
        text = path.read_text("utf-8")
        found = re.search(r'(<path class="qr-ink"[^>]* d=")([^"]+)"', text)
        if found:
            other = re.search(r'qr-ink"[^>]* d="([^"]+)"', qr_svg("https://example.invalid/x", 30))
            assert other
            path.write_text(text.replace(found[2], other[1]), "utf-8")
            return "QR code"
    return None


_SAFETY = "//div[contains(@class, 'safety ')]"
_STEP = "//li[contains(@class, 'step')]"
_PROCEDURE = "//div[contains(@class, 'procedure')]"
_TITLE, _NOT_TITLE = "/p[contains(@class, 'admonition-title')]", "/p[not(contains(@class, 'title'))]"
_NOTE_IN_STEP = "//li/*[self::div[contains(@class, 'manual-note')] or self::p[@id]]"
_REFERENCE = "//a[contains(@class, 'block-reference')]"
_COVER = (
    "#{id} { position: relative } "
    "#{id}::after { content: ''; position: absolute; left: 0; top: 0; right: 0; bottom: 0; background: #fff }"
)

SCREEN: tuple[ScreenFault, ...] = (
    ScreenFault("value-digit", "a value gets another digit", _article("//span[@class='value']", with_digit)),
    ScreenFault(
        "decimal-mark",
        "a number has another language’s decimal mark",
        _article("//span[@class='value']", with_text(r"(?<=\d),(?=\d)", ".")),
    ),
    ScreenFault(
        "unit",
        "a value gets another unit",
        _article("//span[@class='value']", with_text(r"\u00a0\S+\Z", "\u00a0lb")),
    ),
    ScreenFault(
        "unit-space",
        "a plain space stands before a unit",
        _article("//span[@class='value']", with_text("\u00a0", " ")),
    ),
    ScreenFault("minus", "a minus sign is lost", _article("//span[@class='value']", with_text("−", ""))),
    ScreenFault(
        "product-lost",
        "a product number is left out",
        _article("//span[@class='products']", with_text(r"[\w-]+(?:, | \w+ )", "")),
    ),
    ScreenFault("row-lost", "a table row is left out", _article("//tbody/tr[@id]", removed)),
    ScreenFault(
        "row-hidden",
        "a table row is hidden by style",
        _style("#{id} { display: none }", "//tbody/tr[@id]"),
        True,
    ),
    ScreenFault(
        "row-invisible",
        "a row keeps its place and shows nothing",
        _style("#{id} { visibility: hidden }", "//tbody/tr[@id]"),
        True,
    ),
    ScreenFault(
        "panel-faint", "a safety message is transparent", _style("#{id} { opacity: 0 }", _SAFETY), True
    ),
    ScreenFault(
        "text-white",
        "a text has the colour of the page",
        _style("article #{id} p { color: #fff !important }", "//ul/li[@id]"),
        True,
    ),
    ScreenFault(
        "text-clipped",
        "a step is cut off",
        _style("#{id} { max-height: 1.2em; overflow: hidden }", _STEP, "is cut off"),
        True,
    ),
    ScreenFault("text-covered", "a box lies on a message", _style(_COVER, _SAFETY), True),
    ScreenFault(
        "text-by-style",
        "style puts a word before a step",
        _style("#{id} .step-text::before { content: 'Do not: ' }", _STEP),
        True,
    ),
    ScreenFault(
        "steps-from-two",
        "style numbers the steps from two",
        _style("#{id} ol.steps { counter-reset: step 1 }", _PROCEDURE, "does not count"),
        True,
    ),
    ScreenFault(
        "steps-unnumbered",
        "steps have no numbers",
        _style("#{id} li.step::before { content: none }", _PROCEDURE, "has no number"),
        True,
    ),
    ScreenFault("panel-lost", "a safety message is left out", _article(_SAFETY, removed)),
    ScreenFault(
        "signal-word",
        "a signal word becomes another one",
        _article(f"{_SAFETY}{_TITLE}", with_text(r".+", "OK")),
    ),
    ScreenFault(
        "safety-word",
        "a word of a safety message is left out",
        _article(f"{_SAFETY}{_NOT_TITLE}", with_text(r"\w+ ", "")),
    ),
    ScreenFault(
        "note-lost", "a note is left out", _article("//div[contains(@class, 'manual-note')]", removed)
    ),
    ScreenFault("note-behind", "a note stands behind its step", _article(_NOTE_IN_STEP, moved_behind)),
    ScreenFault("item-lost", "a list item is left out", _article("//ul/li[@id]", removed)),
    ScreenFault("step-lost", "a step is left out", _article(_STEP, removed)),
    ScreenFault("steps-exchanged", "two steps are exchanged", _article(_STEP, exchanged)),
    ScreenFault("step-doubled", "a step stands twice", _article(_STEP, doubled)),
    ScreenFault(
        "steps-start",
        "a list of steps starts at another number",
        _article("//ol[contains(@class, 'steps')]", with_attribute("start", "3")),
    ),
    ScreenFault(
        "cells-exchanged", "two cells are exchanged", _article("//tbody/tr[@id]", with_cells_exchanged)
    ),
    ScreenFault(
        "footnote-lost", "a footnote is left out", _article("//p[contains(@class, 'footnote-text')]", removed)
    ),
    ScreenFault(
        "legend-letter",
        "a letter of a legend becomes another",
        _article("//span[@class='callout']", with_text(r".+", "Z")),
    ),
    ScreenFault(
        "alt-lost",
        "a figure loses its alternative text",
        _article("//*[local-name()='svg']/*[local-name()='title']", with_text(r".+", "", "alternative text")),
    ),
    ScreenFault(
        "label-changed",
        "a word in a drawing changes",
        _article("//*[local-name()='tspan']", with_text(r"\w", "x", "words in the drawing")),
    ),
    ScreenFault("figure-lost", "a figure is left out", _article("//figure", removed)),
    ScreenFault(
        "caption-number",
        "a figure has another number",
        _article("//span[@class='figure-number']", with_digit),
    ),
    ScreenFault("qr-altered", "a QR code says another address", _other_code, True),
    ScreenFault(
        "ref-number", "a reference names another number", _article(_REFERENCE, with_text(r"\d", "9"))
    ),
    ScreenFault(
        "ref-target", "a reference leads elsewhere", _article(_REFERENCE, with_attribute("href", "#nowhere"))
    ),
    ScreenFault(
        "address",
        "an address leads elsewhere",
        _article(
            "//a[contains(@class, 'external-link')]", with_attribute("href", "https://example.invalid/other")
        ),
    ),
    ScreenFault(
        "anchor-renamed", "an anchor has another name", _article(_STEP, with_attribute("id", "renamed"))
    ),
    ScreenFault(
        "heading-number",
        "a heading has another number",
        _article("//span[@class='section-number']", with_digit),
    ),
    ScreenFault("text-added", "a paragraph is added", _article("//p[@id or parent::li]", with_sentence)),
    ScreenFault("source-language", "a message is left in another language", _in_source),
    ScreenFault("other-language", "a page of another language has this name", _other_page),
    ScreenFault("page-lost", "a page is left out", _lost_page),
    ScreenFault(
        "lang",
        "a page says that it is in another language",
        _file(r'<html([^>]*) lang="[\w-]+"', r'<html\1 lang="x-none"', "language"),
    ),
    ScreenFault("title", "a page has another title", _file(r"<title>[^<]+", "<title>Manual", "title")),
    ScreenFault(
        "contents-entry",
        "the contents beside the text lack a chapter",
        _file(r'<li class="toctree-l1"><a.*?</li>', "", "contents"),
    ),
    ScreenFault(
        "switcher",
        "a language is missing from the switcher",
        _file(r'<a href="[^"]*" hreflang=.*?</a>', "", "switcher"),
    ),
    ScreenFault(
        "file-link",
        "a link leads to a disk",
        _article("//a[contains(@class, 'reference')]", with_attribute("href", "file:///C:/manual.html", "")),
    ),
    ScreenFault(
        "font",
        "the text is drawn with a font of the machine",
        _file(r'--font-stack: "Manual Sans", ', "--font-stack: ", "font", "_static/manual.css"),
        True,
    ),
)
