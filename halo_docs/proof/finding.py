"""What a proof finds, and what it has proven."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from halo_docs.problems import Location


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing in an output that is not as the data says."""

    output: str
    """The file, relative to the project."""
    place: str
    """``#anchor`` on the screen, ``page 12`` on paper; may be empty."""
    message: str
    rule: str
    location: Location | None = None
    """Where the author wrote what should stand there."""

    def __str__(self) -> str:
        where = f"{self.output}{self.place if self.place.startswith('#') else ''}"
        page = f" {self.place}:" if self.place and not self.place.startswith("#") else ""
        source = f" (from {self.location})" if self.location else ""
        return f"{where}:{page} {self.message}{source} [{self.rule}]"


@dataclass(slots=True)
class Proof:
    """What was looked at in one output, and what is wrong with it."""

    findings: list[Finding] = field(default_factory=list)
    proven: Counter[str] = field(default_factory=Counter)
    """What was compared -> how many agreed."""

    def add(self, other: Proof) -> None:
        """Take in what another look has brought."""
        self.findings += other.findings
        self.proven += other.proven


_BREAKS = re.compile(r"[ \t\r\n]+")
_UNSEEN = re.compile(r"[\u00a0\u202f\u2002\u2003\u200b-\u200f\u00ad]")


def shortened(text: str, most: int = 80) -> str:
    """Return a text for a message, on one line; the middle of a long one is left out."""
    line = _BREAKS.sub(" ", text).strip().replace("\x02", "-")
    return line if len(line) <= most else f"{line[: most - 21]} … {line[-18:]}"


def difference(expected: str, found: str) -> str:
    """Say what was expected and what was found, from a little before the first difference on."""
    wanted, seen = (_BREAKS.sub(" ", text).strip() for text in (expected, found))
    if _UNSEEN.sub(" ", wanted) == _UNSEEN.sub(" ", seen):
        wanted, seen = (_UNSEEN.sub(lambda m: f"<U+{ord(m[0]):04X}>", text) for text in (wanted, seen))
    first = next((i for i, (a, b) in enumerate(zip(wanted, seen, strict=False)) if a != b), 0)
    start = 0 if first < 40 else wanted.rfind(" ", 0, first - 15) + 1
    mark = "… " if start else ""
    return f'expected "{mark}{shortened(wanted[start:])}", found "{mark}{shortened(seen[start:])}"'
