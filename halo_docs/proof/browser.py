"""Looks at pages in a real browser: what a reader can see, which fonts, what the QR codes say.

The only user of Playwright. It drives Debian's Chromium, without a network.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from halo_docs.proof.codes import addresses_in_png
from halo_docs.proof.finding import Finding, Proof, shortened
from halo_docs.proof.html_proof import INDEX
from halo_docs.statements.book import Book

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

WIDTH = 1280
"""Pixels: a desktop's window."""
_TALLEST = 40_000
"""Pixels; a page is looked at in a window as tall as itself, so that all of it can be asked for."""


class NoBrowser(RuntimeError):
    """No browser can be started; the text says what is missing."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; it ends with the block.

    :raises NoBrowser: when Chromium or what drives it is not there.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoBrowser("pages are looked at with Playwright; `make verify` sets it up") from error
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise NoBrowser("pages are looked at with Chromium; `make doctor` tells the line to type")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        try:
            yield browser
        finally:
            browser.close()


@cache
def _script() -> str:
    return (Path(__file__).parent / "visible.js").read_text("utf-8")


def look(browser: Browser, book: Book, folder: Path, name: str) -> Proof:
    """Look at all pages of a language.

    :param name: how findings call the folder.
    """
    proof = Proof()
    context = browser.new_context(viewport={"width": WIDTH, "height": 1000}, offline=True)
    try:
        for path, tab in _opened(context, folder):
            output = f"{name}/{path.name}"
            _look_at(tab, output, proof)
            _codes(tab.page, _addresses(book, path.name), output, proof)
    finally:
        context.close()
    return proof


@dataclass(frozen=True, slots=True)
class _Tab:
    page: Page
    session: CDPSession
    """For what Playwright itself does not tell."""


def _new_tab(context: BrowserContext) -> _Tab:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    return _Tab(page, session)


def _opened(context: BrowserContext, folder: Path) -> Iterator[tuple[Path, _Tab]]:
    """Yield the pages by turns in two tabs: one loads while the other is looked at."""
    paths = [p for p in sorted(folder.glob("*.html")) if p.name not in ("search.html", "genindex.html")]
    tabs = [_new_tab(context) for _ in paths[:2]]
    for tab, path in zip(tabs, paths, strict=False):
        tab.page.goto(path.resolve().as_uri(), wait_until="commit")
    for index, path in enumerate(paths):
        tab = tabs[index % 2]
        yield path, tab
        if index + 2 < len(paths):
            tab.page.goto(paths[index + 2].resolve().as_uri(), wait_until="commit")


def _look_at(tab: _Tab, output: str, proof: Proof) -> None:
    page = tab.page
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => true)")
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": WIDTH, "height": min(max(height, 1000), _TALLEST)})
    seen: dict[str, Any] = page.evaluate(_script())
    for item in seen["found"]:
        place = f"#{item['anchor']}" if item["anchor"] else ""
        proof.findings.append(
            Finding(output, place, f'"{shortened(item["text"])}" {item["fault"]}', "proof-visible")
        )
    proof.proven["text seen"] += int(seen["looked"])
    for family in _foreign_families(tab.session):
        message = f"text is drawn with {family}, a font of the machine"
        proof.findings.append(Finding(output, "", message, "proof-font"))


def _foreign_families(session: CDPSession) -> Iterable[str]:
    """Return the fonts, other than those that the page brings, with which its text is really drawn."""
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    article = session.send("DOM.querySelector", {"nodeId": root, "selector": "article section"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": article})["fonts"] if article else []
    return sorted({str(f["familyName"]) for f in fonts if f["glyphCount"] and not f["isCustomFont"]})


def _addresses(book: Book, page: str) -> list[tuple[str, str]]:
    """Return place and address of the QR codes of a page."""
    chapters = {f"{chapter.id}.html": chapter for chapter in book.chapters}
    own = chapters.get(page, book.chapters[0] if page == INDEX else None)
    return [(p.place, p.address) for p in own.pictures if p.address] if own else []


def _codes(page: Page, wanted: list[tuple[str, str]], output: str, proof: Proof) -> None:
    for place, address in wanted:
        shape = page.locator(f"#{place} svg").first
        codes = addresses_in_png(shape.screenshot())
        proof.proven["QR code"] += 1
        if codes != [address]:
            told = ", ".join(codes) or "nothing"
            message = f"the QR code says {told}, not {address}"
            proof.findings.append(Finding(output, f"#{place}", message, "proof-code"))
