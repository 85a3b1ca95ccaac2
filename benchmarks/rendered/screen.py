"""Faults of the HTML: of its pages, and of the style sheets and templates that made them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import html

from benchmarks.rendered.changes import (
    COMMON,
    COVER,
    PROCEDURE,
    REFERENCE,
    SAFETY,
    STEP,
    Change,
    owner,
    with_attribute,
    with_other_code,
    with_text,
)
from benchmarks.rendered.fault import ScreenFault, Site


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


def _other_code(site: Site) -> str | None:
    for path in _pages(site):
        changed = with_other_code(path.read_text("utf-8"))
        if changed is not None:
            path.write_text(changed, "utf-8")
            return "QR code"
    return None


SCREEN: tuple[ScreenFault, ...] = (
    *(ScreenFault(one.id, one.what, _article(one.path, one.change)) for one in COMMON),
    ScreenFault(
        "unit-space",
        "a plain space stands before a unit",
        _article("//span[@class='value']", with_text("\u00a0", " ")),
    ),
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
        "panel-faint", "a safety message is transparent", _style("#{id} { opacity: 0 }", SAFETY), True
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
        _style("#{id} { height: .5em; overflow: hidden }", STEP, "is cut off"),
        True,
    ),
    ScreenFault("text-covered", "a box lies on a message", _style(COVER, SAFETY), True),
    ScreenFault(
        "text-by-style",
        "style puts a word before a step",
        _style("#{id} .step-text::before { content: 'Do not: ' }", STEP),
        True,
    ),
    ScreenFault(
        "steps-from-two",
        "style numbers the steps from two",
        _style("#{id} ol.steps { counter-reset: step 1 }", PROCEDURE, "does not count"),
        True,
    ),
    ScreenFault(
        "steps-unnumbered",
        "steps have no numbers",
        _style("#{id} li.step::before { content: none }", PROCEDURE, "has no number"),
        True,
    ),
    ScreenFault(
        "steps-start",
        "a list of steps starts at another number",
        _article("//ol[contains(@class, 'steps')]", with_attribute("start", "3")),
    ),
    ScreenFault("qr-altered", "a QR code says another address", _other_code, True),
    ScreenFault(
        "ref-target", "a reference leads elsewhere", _article(REFERENCE, with_attribute("href", "#nowhere"))
    ),
    ScreenFault(
        "address",
        "an address leads elsewhere",
        _article(
            "//a[contains(@class, 'external-link')]", with_attribute("href", "https://example.invalid/other")
        ),
    ),
    ScreenFault(
        "anchor-renamed", "an anchor has another name", _article(STEP, with_attribute("id", "renamed"))
    ),
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
