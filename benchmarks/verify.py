"""Prints how long built outputs of one language take to verify (run: python -m benchmarks.verify)."""

from __future__ import annotations

from benchmarks.timing import command, judge, manual

LANGUAGE = "fr"
BAR = 5.0
"""Seconds that HTML and PDF together may take on two cores."""


def main() -> None:
    with manual() as copy:
        command(copy, "all", LANGUAGE)()
        judge(f"verify {LANGUAGE}, HTML and PDF", command(copy, "verify", LANGUAGE, "--no-build"), BAR)


if __name__ == "__main__":
    main()
