"""The browser that pages are looked at with: what it is told, and how it ends."""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from halo_docs.proof import devtools
from halo_docs.proof.browser import Look
from halo_docs.proof.codes import addresses_in_png
from halo_docs.proof.devtools import Browser, NoBrowser, Tab, chromium

PAGE = "<!doctype html><title>A</title><div role=main><section><p id=p>Pump</p></section></div>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    with browser.tabs(1, 800, 600) as (one,):
        yield one


def opened(tab: Tab, folder: Path, page: str) -> Tab:
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    tab.open(path.as_uri())
    tab.wait()
    return tab


def running() -> Iterator[bytes]:
    """Yield the command lines of all processes."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            yield path.read_bytes()


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    """Take a program of these lines for the browser."""
    path = folder / "browser"
    path.write_text(f"#!{sys.executable}\nimport os, time\n{lines}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(devtools, "PROGRAMS", (str(path),))


def test_a_page_has_the_window_and_the_rest_that_were_asked_for(tab: Tab, tmp_path: Path) -> None:
    opened(tab, tmp_path, PAGE)
    assert tab.evaluate("[innerWidth, innerHeight, devicePixelRatio, document.title]") == [800, 600, 1, "A"]
    assert tab.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches") is True


def test_a_page_that_loads_slowly_is_waited_for(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "late.js").write_text("document.getElementById('p').textContent = 'late'", "utf-8")
    opened(tab, tmp_path, PAGE + "<script src=late.js></script>")
    assert tab.evaluate("document.getElementById('p').textContent") == "late"
    assert tab.evaluate("new Promise(done => setTimeout(() => done('later'), 50))") == "later"


def test_a_reader_knows_nothing_of_the_one_before(browser: Browser, tmp_path: Path) -> None:
    for _ in range(2):
        with browser.tabs(1, 800, 600) as (tab,):
            opened(tab, tmp_path, PAGE)
            assert tab.evaluate("localStorage.getItem('theme')") is None
            tab.evaluate("localStorage.setItem('theme', 'dark')")


def test_a_picture_shows_the_part_that_was_asked_for(tab: Tab, tmp_path: Path) -> None:
    segno = pytest.importorskip("segno")
    code = segno.make("https://example.com/a").svg_inline(scale=4)
    opened(tab, tmp_path, f"{PAGE}<div style='margin-top: 3000px'>{code}</div>")
    box = tab.evaluate(
        "(({x, y, width, height}) => ({x, y, width, height}))"
        "(document.querySelector('svg').getBoundingClientRect())"
    )
    assert addresses_in_png(tab.picture(box)) == ["https://example.com/a"]
    assert addresses_in_png(tab.picture({**box, "y": 0})) == []


def test_a_page_reaches_no_network(tab: Tab, tmp_path: Path) -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        port = server.server_port
        opened(tab, tmp_path, f"{PAGE}<img src=http://127.0.0.1:{port}/a><img src=http://localhost:{port}/b>")
        tab.open(f"http://127.0.0.1:{port}/c")
        with pytest.raises(NoBrowser, match="cannot be opened"):
            tab.wait()
        server.shutdown()
        thread.join()
    assert asked == []


def test_what_goes_wrong_is_told(browser: Browser, tab: Tab, tmp_path: Path) -> None:
    tab.open((tmp_path / "none.html").as_uri())
    with pytest.raises(NoBrowser, match=r"none\.html cannot be opened"):
        tab.wait()
    with pytest.raises(NoBrowser, match="nothing is not defined"):
        tab.evaluate("nothing.at.all")
    with pytest.raises(NoBrowser, match=r"refuses Pump\.start: .*found"):
        browser.call("Pump.start")


def test_a_page_that_crashes_is_told(tmp_path: Path) -> None:
    with chromium() as browser, browser.tabs(1, 800, 600) as (tab,):
        opened(tab, tmp_path, PAGE)
        with pytest.raises(NoBrowser, match="a page has crashed"):
            tab.call("Page.crash")


def test_a_browser_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    files = set(Path("/proc/self/fd").iterdir())
    with chromium() as browser, browser.tabs(2, 800, 600):
        assert list(tmp_path.iterdir())
        assert any(str(tmp_path).encode() in command for command in running())
    assert not list(tmp_path.iterdir())
    assert set(Path("/proc/self/fd").iterdir()) == files
    assert not any(str(tmp_path).encode() in command for command in running())


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("", "the browser has ended"),
        ("os.read(3, 9); os.write(4, b'{\"id\": 1'); os.close(4)", "the browser has ended"),
        ("time.sleep(60)", "has said nothing for 0.5 seconds"),
    ],
    ids=["ends", "ends within a message", "is silent"],
)
def test_a_program_that_is_no_browser_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, told: str
) -> None:
    program(tmp_path, monkeypatch, lines)
    monkeypatch.setattr(devtools, "PATIENCE", 0.5)
    monkeypatch.setattr(devtools, "PATIENCE_AT_END", 0.5)
    with pytest.raises(NoBrowser, match=told), chromium() as browser:
        browser.call("Browser.getVersion")


def test_looking_tells_why_it_could_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    program(tmp_path, monkeypatch, "")
    with pytest.raises(NoBrowser, match="the browser has ended"):
        Look(tmp_path).result()
