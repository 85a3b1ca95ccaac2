"""Judges PDFs (run: python -m tests.conformance build/pdf/*.pdf); exit code 1 when one fails."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.conformance import fast_failures, missing_for_verapdf, verapdf


def main(names: list[str]) -> int:
    """Print one line a judge and file, then what is wrong."""
    paths = [Path(name) for name in names]
    failed = not paths
    for path in paths:
        failures = fast_failures(path)
        print(f"{path.name}: fast check: {len(failures)} failures", *failures, sep="\n  ")
        failed |= bool(failures)
    if missing := missing_for_verapdf():
        print(f"veraPDF did not run: it needs {missing}")
        return 1
    for (profile, path), verdict in verapdf(paths).items():
        print(
            f"{path.name}: veraPDF {profile}: {verdict.rules} rules, {verdict.checks} checks, "
            f"{len(verdict.failures)} failures",
            *verdict.failures,
            sep="\n  ",
        )
        failed |= bool(verdict.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
