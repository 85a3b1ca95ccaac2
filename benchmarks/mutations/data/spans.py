"""How a class of faults in the lines of a file is written down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.mutations.fault import Edit, FaultClass
from benchmarks.mutations.material import DataMaterial, span_edit

New = Callable[[re.Match[str], Random], str | None]
Edits = Callable[[DataMaterial], Iterator[Edit]]


def spans(files: str, pattern: str, new: New | str) -> Edits:
    """Return what writes something else at each match of a pattern.

    :param files: pattern of the paths.
    :param new: what to write instead of the first group (of the match, where there is none).
    """
    compiled = re.compile(pattern, re.MULTILINE)

    def edits(material: DataMaterial) -> Iterator[Edit]:
        for path, text in material.files.items():
            if not re.search(files, path):
                continue
            for match in compiled.finditer(text):
                group = 1 if compiled.groups else 0
                rng = Random(f"{pattern}/{path}/{match.start()}")
                after = new if isinstance(new, str) else new(match, rng)
                if after is not None and after != match[group]:
                    yield span_edit(path, match, after, group)

    return edits


def appended(path: str, lines: str) -> Edits:
    """Return what puts lines at the end of a file."""

    def edits(material: DataMaterial) -> Iterator[Edit]:
        yield Edit(path, (), "", lines.strip(), lambda text: text.rstrip("\n") + "\n" + lines)

    return edits


def misspelt(match: re.Match[str], rng: Random) -> str:
    """Return the first group with one letter left out."""
    at = rng.randrange(1, max(len(match[1]), 2))
    return match[1][:at] + match[1][at + 1 :] + ("x" if len(match[1]) < 3 else "")


def data_fault(group: str, name: str, about: str, edits: Edits) -> FaultClass[DataMaterial]:
    """Return a class that comparison with the data decides."""
    return FaultClass(f"source-{name}", group, True, about, edits)


def fact_fault(group: str, name: str, about: str, edits: Edits) -> FaultClass[DataMaterial]:
    """Return a class that the data alone cannot decide for certain."""
    return FaultClass(f"source-{name}", group, False, about, edits)
