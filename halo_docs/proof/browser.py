"""Looks at pages in a real browser: what a reader can see, which fonts, what the QR codes say.

Nothing here knows the manual, so that looking can begin before the manual is read.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from halo_docs.proof.devtools import Browser, NoBrowser, Tab, chromium

WIDTH, HEIGHT = 1280, 1000
"""Pixels: a desktop's window."""
_WITHOUT_ARTICLE = ("search.html", "genindex.html")


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


class Look:
    """All pages of a folder being looked at, in a browser of its own.

    A process drives it: a thread would wait for the interpreter at each of some thousand messages. The
    process ends with this object, so that no browser is left behind.
    """

    def __init__(self, folder: Path) -> None:
        """Begin to look."""
        # A file and not a pipe: who writes to it never waits for a reader.
        self._answer = tempfile.TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, self._answer.close)
        self._process = multiprocessing.get_context("fork").Process(target=_look, args=(folder, self._answer))
        self._process.start()
        weakref.finalize(self, self._process.terminate)

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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    seen: tuple[PageSeen, ...] | NoBrowser
    # Reading the manual takes longer, and cores are few.
    os.nice(10)
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
    paths = [path for path in sorted(folder.glob("*.html")) if path.name not in _WITHOUT_ARTICLE]
    with browser.tabs(min(2, len(paths)), WIDTH, HEIGHT) as tabs:
        return tuple(_page_seen(tab, path.name) for path, tab in _opened(tabs, paths))


def _opened(tabs: Sequence[Tab], paths: Sequence[Path]) -> Iterator[tuple[Path, Tab]]:
    """Yield the pages by turns in the tabs: one loads while another is looked at."""
    for tab, path in zip(tabs, paths, strict=False):
        tab.open(path.resolve().as_uri())
    for index, path in enumerate(paths):
        tab = tabs[index % len(tabs)]
        tab.wait()
        yield path, tab
        if index + len(tabs) < len(paths):
            tab.open(paths[index + len(tabs)].resolve().as_uri())


@cache
def _script() -> str:
    return f"({(Path(__file__).parent / 'visible.js').read_text('utf-8')})()"


def _page_seen(tab: Tab, name: str) -> PageSeen:
    seen: dict[str, Any] = tab.evaluate(_script())
    return PageSeen(
        name,
        int(seen["looked"]),
        tuple(Hidden(item["anchor"], item["text"], item["fault"]) for item in seen["found"]),
        tuple(_foreign_families(tab)),
        {code["anchor"]: _code(tab, code["box"]) for code in seen["codes"]},
    )


def _foreign_families(tab: Tab) -> Iterable[str]:
    root = tab.call("DOM.getDocument")["root"]["nodeId"]
    article = tab.call("DOM.querySelector", nodeId=root, selector="article section")["nodeId"]
    fonts = tab.call("CSS.getPlatformFontsForNode", nodeId=article)["fonts"] if article else []
    return sorted({str(f["familyName"]) for f in fonts if f["glyphCount"] and not f["isCustomFont"]})


def _code(tab: Tab, box: Mapping[str, float]) -> tuple[str, ...]:
    from halo_docs.proof.codes import addresses_in_png  # with two libraries that few pages need

    return tuple(addresses_in_png(tab.picture(box)))
