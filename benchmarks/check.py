"""Prints how long ``halo-docs check`` takes for all languages (run: python benchmarks/check.py)."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7
BAR = 5.0
"""Seconds that it may take on two cores."""


def check(root: Path) -> float:
    """Return the seconds of one run, from the command to its exit."""
    started = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "halo_docs", "check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 1), run.stderr
    return time.monotonic() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "manual"
        for name in ("docs", "locales"):
            shutil.copytree(ROOT / name, copy / name)
        check(copy)
        seconds = [check(copy) for _ in range(RUNS)]
    count = len([*(ROOT / "locales").glob("*/LC_MESSAGES")])
    median, slowest = statistics.median(seconds), max(seconds)
    verdict = "within" if slowest <= BAR else "over"
    print(
        f"check, {count} translations: median {median:.2f} s, slowest {slowest:.2f} s, {RUNS} runs; "
        f"{verdict} {BAR:.0f} s"
    )
    if slowest > BAR:
        sys.exit(1)


if __name__ == "__main__":
    main()
