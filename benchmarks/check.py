"""Prints how long ``halo-docs check`` takes for all languages (run: python -m benchmarks.check)."""

from __future__ import annotations

from benchmarks.timing import command, judge, manual

BAR = 5.0
"""Seconds that it may take on two cores."""


def main() -> None:
    with manual() as copy:
        count = len([*(copy / "locales").glob("*/LC_MESSAGES")])
        judge(f"check, {count} translations", command(copy, "check"), BAR)


if __name__ == "__main__":
    main()
