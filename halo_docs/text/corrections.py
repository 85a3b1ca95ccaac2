"""What can be wrong with signs and spaces: a pattern, what is right instead, and what to say.

Works on texts and translations with their marks; roles, literals and addresses are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from halo_docs.text.holes import Holed, holed

SPACES = " \u00a0\u202f"
"""The spaces that a text may have: ordinary, no-break, narrow no-break."""

_ROUNDS = 8
_REACH = 12


@dataclass(frozen=True, slots=True)
class Correction:
    """One kind of fault."""

    wrong: re.Pattern[str]
    """Matches in a text with holes (:mod:`halo_docs.text.holes`)."""
    right: str | Callable[[re.Match[str]], str] | None
    """What stands there instead; None where that needs thought. A function that returns what it
    matched finds no fault."""
    what: str
    """What is wrong, and what is expected."""
    unless: re.Pattern[str] | None = None
    """A text that matches this has no such fault."""
    is_spared: bool = False
    """The same run of characters in the source text makes it right: it is a name or a code."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a text."""

    message: str
    is_mendable: bool


def faults(text: str, corrections: Sequence[Correction], source: str = "") -> Iterator[Fault]:
    """Yield every fault of a text.

    :param source: the text that it translates.
    """
    has_holes = holed(text)
    for correction in corrections:
        if correction.unless and correction.unless.search(has_holes.text):
            continue
        for match in correction.wrong.finditer(has_holes.text):
            if callable(correction.right) and correction.right(match) == match[0]:
                continue
            if correction.is_spared and _run(match) in holed(source).text:
                continue
            message = f"{correction.what}: {_excerpt(has_holes, match)}"
            yield Fault(message, correction.right is not None)


def mend(text: str, corrections: Sequence[Correction]) -> str:
    """Return the text with every fault put right that needs no thought."""
    has_holes = holed(text)
    before, after = "", has_holes.text
    for _ in range(_ROUNDS):
        if before == after:
            break
        before = after
        for correction in corrections:
            if correction.right is None or (correction.unless and correction.unless.search(after)):
                continue
            after = correction.wrong.sub(correction.right, after)
    return has_holes.fill(after)


def _run(match: re.Match[str]) -> str:
    """Return the match with what stands around it up to the next spaces."""
    before = match.string[: match.start()].split()[-1:] if match.start() else []
    joined = bool(before) and not match.string[match.start() - 1].isspace()
    after = re.match(r"\S*", match.string[match.end() :])
    return (before[0] if joined else "") + match[0] + (after[0] if after else "")


def _excerpt(text: Holed, match: re.Match[str]) -> str:
    """Return the place of a fault with a little of what stands around it, in quotation marks."""
    start, end = max(0, match.start() - _REACH), min(len(text.text), match.end() + _REACH)
    before, after = "…" if start else "", "…" if end < len(text.text) else ""
    shown = "".join(c if c.isprintable() or c in SPACES else "␣" for c in text.part(start, end))
    return f"“{before}{shown}{after}”"
