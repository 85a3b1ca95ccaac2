"""Prints the median of the time from saving a value to its new text on the page."""

from __future__ import annotations

import re
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.timing import manual
from tests.browser import chromium

LANGUAGE = "fr"
ROUNDS = 10
SHOWN = "text => document.querySelector('article')?.textContent.includes(text)"
"""Asked at every frame; also of a page that is still loading."""
RANGE = re.compile(r"(id: cover-screw-torque,.*range: \{min: )[\d.]+")


def main() -> None:
    with manual() as copy:
        command = [sys.executable, "-m", "halo_docs", "live", LANGUAGE, "--port", "0", "--no-browser"]
        with subprocess.Popen(command, cwd=copy, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            address = server.stderr.readline().split()[0]
            assert "index.html" in server.stderr.readline()
            try:
                seconds = measure(copy / "docs" / "data" / "values.yaml", address)
            finally:
                server.send_signal(signal.SIGINT)
                server.stderr.read()
    median, slowest = statistics.median(seconds), max(seconds)
    print(f"save to page, {LANGUAGE}: median {median:.2f} s, slowest {slowest:.2f} s, {len(seconds)} saves")


def measure(values: Path, address: str) -> list[float]:
    seconds: list[float] = []
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}{LANGUAGE}/installation.html")
        for number in range(ROUNDS):
            # An author pauses between saves; the imports of the first build are learned meanwhile.
            time.sleep(2)
            value = f"0.{number + 10}"
            values.write_text(RANGE.sub(rf"\g<1>{value}", values.read_text("utf-8")), "utf-8")
            saved = time.monotonic()
            page.wait_for_function(SHOWN, arg=value.replace(".", ","))
            seconds.append(time.monotonic() - saved)
        browser.close()
    return seconds


if __name__ == "__main__":
    main()
