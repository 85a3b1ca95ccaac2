"""Drives Chromium with its own DevTools protocol: JSON over a pipe, so that no port is open.

The only module that starts a browser. Nothing stands between it and the browser, since looking at all pages
of a language is most of what verifying it takes; the pages' tests, which click and type, use Playwright.

The protocol: https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import fcntl
import json
import math
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any, NamedTuple

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""The same browser; the first has no windows of its own to draw and takes half of the time."""
_ARGUMENTS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    # Pages are looked at without a network: no name and no address leads anywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "about:blank",
)
PATIENCE = 60
"""Seconds after which a browser that says nothing is given up."""
PATIENCE_AT_END = 5
"""Seconds after which a browser that does not end is killed."""
_TO_BROWSER, _FROM_BROWSER = 3, 4
"""The numbers under which Chromium expects the pipe."""
_END = b"\0"

Json = Mapping[str, Any]


class NoBrowser(RuntimeError):
    """No browser can be started, or it gave up; the text says what is missing or what it said."""


def installed() -> str | None:
    """Return the program to start, or None where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; it ends with the block.

    :raises NoBrowser: when Chromium is not there.
    """
    program = installed()
    if program is None:
        raise NoBrowser("pages are looked at with Chromium; `make doctor` tells the line to type")
    with tempfile.TemporaryDirectory(prefix="halo-docs-", ignore_cleanup_errors=True) as profile:
        process, requests, answers = _started(program, profile)
        with requests, answers:
            browser = Browser(requests, answers)
            try:
                yield browser
            finally:
                browser.close()
                _await_end(process)


def _started(program: str, profile: str) -> tuple[int, IO[bytes], IO[bytes]]:
    theirs, ours = _pipe()
    ours_too, theirs_too = _pipe()
    process = os.posix_spawn(
        program,
        [program, f"--user-data-dir={profile}", *_ARGUMENTS],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_DUP2, theirs, _TO_BROWSER),
            (os.POSIX_SPAWN_DUP2, theirs_too, _FROM_BROWSER),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
        # Who drives it may be deaf; who stops the program stops the browser.
        setsigmask=[],
        setsigdef=[signal.SIGINT],
    )
    os.close(theirs)
    os.close(theirs_too)
    return process, os.fdopen(ours, "wb", buffering=0), os.fdopen(ours_too, "rb", buffering=0)


def _await_end(process: int) -> None:
    """Wait until a browser that was told to end has done so; until then it writes to its profile."""
    given_up = time.monotonic() + PATIENCE_AT_END
    while time.monotonic() < given_up:
        if os.waitpid(process, os.WNOHANG) != (0, 0):
            return
        time.sleep(0.01)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _pipe() -> tuple[int, int]:
    """Return the ends for reading and writing, with numbers that are not in the way of Chromium's."""
    ends = os.pipe()
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FROM_BROWSER + 1) for end in ends]
    for end in ends:
        os.close(end)
    return moved[0], moved[1]


class Asked(NamedTuple):
    """A command that was given."""

    number: int
    method: str


class Browser:
    """A running browser."""

    def __init__(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        """Talk to a browser over the two ends of its pipe."""
        self._requests = requests
        self._answers = answers
        self._sent = 0
        self._read = b""
        self._answered: dict[int, Json] = {}
        self._loaded: set[tuple[str, str]] = set()

    def call(self, method: str, session: str = "", **parameters: object) -> Json:
        """Return what a command of the protocol answers.

        :param session: of a tab; without it the command is for the browser itself.
        :raises NoBrowser: when the browser refuses it, has ended or does not answer.
        """
        return self.answer(self.ask(method, session, **parameters))

    def ask(self, method: str, session: str = "", **parameters: object) -> Asked:
        """Give a command whose answer can wait."""
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        try:
            self._requests.write(json.dumps(message).encode() + _END)
        except OSError as error:
            raise NoBrowser("the browser has ended") from error
        return Asked(self._sent, method)

    def answer(self, asked: Asked) -> Json:
        """Wait for the answer to a command."""
        while asked.number not in self._answered:
            self._hear()
        answer = self._answered.pop(asked.number)
        if "error" in answer:
            raise NoBrowser(f"the browser refuses {asked.method}: {answer['error'].get('message')}")
        result: Json = answer["result"]
        return result

    def close(self) -> None:
        """Have it end in good order, and wait until it has or says nothing any more."""
        with suppress(NoBrowser):
            self.ask("Browser.close")
            while True:
                self._hear(patience=PATIENCE_AT_END)

    @contextmanager
    def tabs(self, number: int, width: int, height: int) -> Iterator[list[Tab]]:
        """Open tabs of a reader of their own, who has seen nothing yet; they end with the block.

        :param width: of the window, pixels, as is `height`.
        """
        reader = self.call("Target.createBrowserContext")["browserContextId"]
        try:
            yield [Tab(self, self._new_session(reader), width, height) for _ in range(number)]
        finally:
            self.call("Target.disposeBrowserContext", browserContextId=reader)

    def wait_for_load(self, session: str, load: str) -> None:
        """Wait until what a tab was told to open is there with all that it needs."""
        while (session, load) not in self._loaded:
            self._hear()
        self._loaded.discard((session, load))

    def _new_session(self, reader: str) -> str:
        # In a window of its own: a tab behind another would not be drawn.
        target = self.call("Target.createTarget", url="about:blank", browserContextId=reader, newWindow=True)[
            "targetId"
        ]
        return str(self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])

    def _hear(self, patience: float = math.inf) -> None:
        """Take the next message, an answer or an event.

        :param patience: seconds, where they are less than usual.
        """
        patience = min(patience, PATIENCE)
        while _END not in self._read:
            ready, _, _ = select.select([self._answers], [], [], patience)
            if not ready:
                raise NoBrowser(f"the browser has said nothing for {patience} seconds")
            more = self._answers.read(1 << 20)
            if not more:
                raise NoBrowser("the browser has ended")
            self._read += more
        text, _, self._read = self._read.partition(_END)
        message = json.loads(text)
        if "id" in message:
            self._answered[message["id"]] = message
        elif message["method"] == "Inspector.targetCrashed":
            raise NoBrowser("a page has crashed")
        elif message["method"] == "Page.lifecycleEvent" and message["params"]["name"] == "load":
            self._loaded.add((message["sessionId"], message["params"]["loaderId"]))


class Tab:
    """A tab of a browser."""

    def __init__(self, browser: Browser, session: str, width: int, height: int) -> None:
        """Take a tab; what would move in it comes to rest at once."""
        self._browser = browser
        self._session = session
        for domain in ("Inspector", "Page", "DOM", "CSS"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
        window = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **window)
        at_rest = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.call("Emulation.setEmulatedMedia", features=[at_rest])

    def call(self, method: str, **parameters: object) -> Json:
        """Return what a command of the protocol answers in this tab."""
        return self._browser.call(method, self._session, **parameters)

    def open(self, address: str) -> None:
        """Begin to load a page; `wait` waits for it."""
        self._opening = address, self._browser.ask("Page.navigate", self._session, url=address)

    def wait(self) -> None:
        """Wait until the page is there with all that it needs.

        :raises NoBrowser: when it cannot be read.
        """
        address, asked = self._opening
        answer = self._browser.answer(asked)
        if fault := answer.get("errorText"):
            raise NoBrowser(f"{address} cannot be opened: {fault}")
        self._browser.wait_for_load(self._session, answer["loaderId"])

    def evaluate(self, script: str) -> Any:
        """Return what an expression of JavaScript gives; a promise is waited for.

        :raises NoBrowser: when it fails.
        """
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if fault := answer.get("exceptionDetails"):
            raise NoBrowser(str(fault.get("exception", {}).get("description", fault["text"])))
        return answer["result"].get("value")

    def picture(self, box: Mapping[str, float]) -> bytes:
        """Return a part of the page as PNG.

        :param box: `x`, `y`, `width`, `height` in pixels of the page.
        """
        answer = self.call("Page.captureScreenshot", clip={**box, "scale": 1}, captureBeyondViewport=True)
        return base64.b64decode(answer["data"])
