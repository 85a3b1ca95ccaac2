"""The whole preview: a server, a real browser, saves as an author makes them."""

from __future__ import annotations

import contextlib
import http.client
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from halo_docs.project import Project
from tests.browser import chromium
from tests.conftest import MINI, copy_project

TIMEOUT = 20_000
"""Milliseconds that a loaded machine may need for a build."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_project(MINI, tmp_path_factory.mktemp("live") / "mini")


@pytest.fixture(scope="module")
def address(project: Project) -> Iterator[str]:
    """A running preview of the small manual; Ctrl-C ends it at last."""
    command = [sys.executable, "-m", "halo_docs", "live", "da", "--port", "0", "--no-browser", "--pdf"]
    with subprocess.Popen(command, cwd=project.root, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        first = server.stderr.readline()
        match = re.match(r"http://127\.0\.0\.1:\d+/", first)
        assert match, first + server.stderr.read()
        yield match[0]
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=60)
    assert server.returncode == 0, told
    assert "docs/data/values.yaml:2:72: error: " in told
    assert "Traceback" not in told


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 390, "height": 300})
        page.set_default_timeout(TIMEOUT)
        yield page


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def ask(address: str, target: str, host: str | None = None) -> tuple[int, bytes]:
    """Send a request line as it stands; a browser would tidy the path first."""
    place = address.split("/")[2]
    with contextlib.closing(http.client.HTTPConnection(place, timeout=10)) as connection:
        connection.request("GET", target, headers={"Host": host or place})
        response = connection.getresponse()
        return response.status, response.read()


def wait_for_pdf(address: str) -> None:
    """Wait for the end of the first build."""
    end = time.monotonic() + TIMEOUT / 1000
    while ask(address, "/manual.pdf")[0] != 200:
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_save_shows_on_the_open_page(project: Project, address: str, page: Page) -> None:
    values = project.data / "values.yaml"
    page.goto(address)
    expect(page).to_have_url(f"{address}da/index.html")
    page.goto(f"{address}da/betrieb.html")
    expect(page.locator("article")).to_contain_text("2,0", timeout=TIMEOUT)

    wait_for_pdf(address)
    place = page.evaluate("window.scrollTo({top: 200, behavior: 'instant'}), window.scrollY")
    assert place > 100
    change(values, "max: 2.0", "max: 3.5")
    expect(page.locator("article")).to_contain_text("3,5", timeout=TIMEOUT)
    page.wait_for_function("place => Math.abs(window.scrollY - place) < 3", arg=place)

    change(values, "{id: druck", "{id: [druck")
    problems = page.locator("#live-problems li")
    expect(problems.first).to_contain_text("docs/data/values.yaml:2:", timeout=TIMEOUT)
    expect(problems.first).to_contain_text(": error: ")
    expect(page.locator("article")).to_contain_text("3,5")

    change(values, "{id: [druck", "{id: druck")
    expect(problems).to_have_count(0, timeout=TIMEOUT)
    assert "/-/live.js" not in (project.html("da") / "betrieb.html").read_text("utf-8")


def test_the_pdf_is_served(address: str, page: Page) -> None:
    page.goto(f"{address}da/index.html")
    link = page.locator("#live-pdf")
    assert link.get_attribute("href") == "/manual.pdf"
    wait_for_pdf(address)
    assert ask(address, "/manual.pdf")[1].startswith(b"%PDF-")


@pytest.mark.parametrize(
    "target",
    ["/../../docs/conf.py", "/da/..%2f..%2f..%2fdocs/conf.py", "/%2e%2e/%2e%2e/docs/conf.py", "//etc/passwd"],
)
def test_nothing_outside_the_build_is_served(address: str, target: str) -> None:
    status, content = ask(address, target)
    assert status == 404
    assert b"extensions" not in content


def test_other_sites_cannot_ask(address: str) -> None:
    assert ask(address, "/da/index.html", "rebound.example")[0] == 400
    assert ask(address, "/da/index.html")[0] == 200
