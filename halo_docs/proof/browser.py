"""Looks at pages in a real browser: what a reader can see, which fonts, what the QR codes say.

The only user of Playwright. It drives Debian's Chromium, without a network. Nothing here knows the manual,
so that looking can begin before the manual is read.
"""

from __future__ import annotations

import multiprocessing
import pickle
import shutil
import signal
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

WIDTH, HEIGHT = 1280, 1000
"""Pixels: a desktop's window."""
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""The same browser; the first has no windows of its own to draw and takes half of the time."""
_WITHOUT_ARTICLE = ("search.html", "genindex.html")


class NoBrowser(RuntimeError):
    """No browser can be started; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that a reader cannot see as it is: the anchor that it belongs to, the text, what is wrong."""

    anchor: str
    text: str
    fault: str


@dataclass(frozen=True, slots=True)
class PageSeen:
    """What was seen on one page."""

    name: str
    """Of its file."""
    looked: int
    """How many texts were looked at."""
    hidden: tuple[Hidden, ...]
    foreign_fonts: tuple[str, ...]
    """Families, other than those that the page brings, with which its text is really drawn."""
    codes: Mapping[str, tuple[str, ...]]
    """Anchor of a QR code -> the addresses that it says."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; it ends with the block.

    :raises NoBrowser: when Chromium or what drives it is not there.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoBrowser("pages are looked at with Playwright; `make verify` sets it up") from error
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
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


class Look:
    """All pages of a folder being looked at, in a browser of its own.

    A process drives it: a thread would wait for the interpreter at each of some thousand messages. The
    program ends after it, whether its result was asked for or not, so that no browser is left behind.
    """

    def __init__(self, folder: Path) -> None:
        """Begin to look."""
        # A file and not a pipe: who writes to it never waits for a reader.
        self._answer = tempfile.TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, self._answer.close)
        self._process = multiprocessing.get_context("fork").Process(target=_look, args=(folder, self._answer))
        self._process.start()

    def result(self) -> tuple[PageSeen, ...]:
        """Wait for what was seen.

        :raises NoBrowser: when the browser could not be started, or gave up.
        """
        self._process.join()
        if self._process.exitcode:
            raise NoBrowser("it ended before it had looked at all pages")
        self._answer.seek(0)
        seen: tuple[PageSeen, ...] | NoBrowser = pickle.load(self._answer)
        if isinstance(seen, NoBrowser):
            raise seen
        return seen


def _look(folder: Path, answer: IO[bytes]) -> None:
    # Who stops the program stops the browser too, and that is the end of looking.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seen: tuple[PageSeen, ...] | NoBrowser
    try:
        with chromium() as browser:
            seen = pages_seen(browser, folder)
    except NoBrowser as error:
        seen = error
    except Exception as error:
        # A browser, its driver and what is between them end in many ways.
        seen = NoBrowser(str(error).partition("\n")[0])
    pickle.dump(seen, answer)
    answer.flush()


def pages_seen(browser: Browser, folder: Path) -> tuple[PageSeen, ...]:
    """Look at all pages of a folder."""
    # What moves is seen where it comes to rest.
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, offline=True, reduced_motion="reduce"
    )
    try:
        return tuple(_page_seen(tab, path.name) for path, tab in _opened(context, folder))
    finally:
        context.close()


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
    paths = [path for path in sorted(folder.glob("*.html")) if path.name not in _WITHOUT_ARTICLE]
    tabs = [_new_tab(context) for _ in paths[:2]]
    for tab, path in zip(tabs, paths, strict=False):
        tab.page.goto(path.resolve().as_uri(), wait_until="commit")
    for index, path in enumerate(paths):
        tab = tabs[index % 2]
        yield path, tab
        if index + 2 < len(paths):
            tab.page.goto(paths[index + 2].resolve().as_uri(), wait_until="commit")


@cache
def _script() -> str:
    return (Path(__file__).parent / "visible.js").read_text("utf-8")


def _page_seen(tab: _Tab, name: str) -> PageSeen:
    tab.page.wait_for_load_state("load")
    seen: dict[str, Any] = tab.page.evaluate(_script())
    return PageSeen(
        name,
        int(seen["looked"]),
        tuple(Hidden(item["anchor"], item["text"], item["fault"]) for item in seen["found"]),
        tuple(_foreign_families(tab.session)),
        {place: _code(tab.page, place) for place in seen["codes"]},
    )


def _foreign_families(session: CDPSession) -> Iterable[str]:
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    article = session.send("DOM.querySelector", {"nodeId": root, "selector": "article section"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": article})["fonts"] if article else []
    return sorted({str(f["familyName"]) for f in fonts if f["glyphCount"] and not f["isCustomFont"]})


def _code(page: Page, place: str) -> tuple[str, ...]:
    from halo_docs.proof.codes import addresses_in_png  # with two libraries that few pages need

    return tuple(addresses_in_png(page.locator(f"[id='{place}'] svg").first.screenshot()))
