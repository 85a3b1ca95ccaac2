"""Finds statements, one after another, in the text of an output.

The whole text of an output is one string in reading order. A cursor walks through it: each statement must
begin where the one before it ended. Where that fails, the cursor looks for the next place at which the two
agree again, so that one fault is one finding. What stands between is text that the manual does not have.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from halo_docs.statements.statement import PAGE, Statement

SOFT_BREAK = "\x02"
"""Stands in a text where a hyphen ends a line: it is the word's own, or comes from the break."""

_AHEAD = 40
"""Statements that are looked at to find where text and manual agree again."""
_FAR = 6000
"""Characters that are looked through for them."""

Place = TypeVar("Place")


def squeezed(text: str) -> str:
    """Take out white space, which a PDF cannot tell from a gap."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Segment(Generic[Place]):
    """A piece of the text of an output, and where it stands."""

    text: str
    place: Place


class Stream(Generic[Place]):
    """The text of an output, in reading order."""

    def __init__(self, segments: Iterable[Segment[Place]]) -> None:
        """Join the segments; they hold their own spaces."""
        self.segments = [segment for segment in segments if segment.text]
        self.text = "".join(segment.text for segment in self.segments)
        self._starts: list[int] = []
        at = 0
        for segment in self.segments:
            self._starts.append(at)
            at += len(segment.text)

    def place(self, at: int) -> Place | None:
        """Return where a character stands; None in an empty text."""
        if not self.segments:
            return None
        return self.segments[max(0, bisect_right(self._starts, at) - 1)].place

    def places(self, start: int, end: int) -> list[Place]:
        """Return where the characters of a stretch stand, in order."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return [segment.place for segment in self.segments[first : last + 1]]


@dataclass(frozen=True, slots=True)
class Match:
    """A statement, and the stretch of text that says it."""

    statement: Statement
    start: int
    end: int
    numbers: tuple[str, ...]
    """Page numbers that stand in it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A statement that does not stand at its place."""

    statement: Statement
    at: int
    """Where it should begin."""
    found: str
    """What stands there instead; empty where nothing does."""
    elsewhere: int | None
    """Where the same text stands instead."""


@dataclass(frozen=True, slots=True)
class Surplus:
    """Text that no statement accounts for."""

    at: int
    found: str


def follow(
    stream: Stream[Place], expected: Sequence[tuple[Statement, str]]
) -> Iterator[Match | Loss | Surplus]:
    """Find statements in a text.

    :param expected: each statement with its text, in the form of the stream.
    """
    text, at = stream.text, 0
    index = 0
    while index < len(expected):
        at = _skip(text, at)
        statement, wanted = expected[index]
        found = _match(text, at, wanted)
        if found is not None:
            yield Match(statement, at, found[0], found[1])
            at, index = found[0], index + 1
            continue
        again, where = _agree_again(text, at, expected, index)
        between = text[at:where].strip()
        if again == index:
            yield Surplus(at, between)
        else:
            for lost, (other, told) in enumerate(expected[index:again]):
                yield Loss(other, at, "" if lost else between, _elsewhere(text, told, at, where))
        at, index = where, again
    rest = text[at:].strip()
    if rest:
        yield Surplus(at, rest)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \n":
        at += 1
    return at


def _match(text: str, at: int, wanted: str) -> tuple[int, tuple[str, ...]] | None:
    """Return the end of a text that stands at a place, and the page numbers in it."""
    if text.startswith(wanted, at):
        return at + len(wanted), ()
    numbers: list[str] = []
    for character in wanted:
        while at < len(text) and _is_gap(text[at], character):
            at += 1
        if at >= len(text):
            return None
        if character == PAGE:
            end = at
            while end < len(text) and text[end].isdigit():
                end += 1
            if end == at:
                return None
            numbers.append(text[at:end])
            at = end
        elif text[at] == character or (character == "-" and text[at] == SOFT_BREAK):
            at += 1
        elif character == " " and text[at] == "\n":
            # A block ends; on the screen that is a space.
            at += 1
        else:
            return None
    return at, tuple(numbers)


def _is_gap(found: str, wanted: str) -> bool:
    """Tell whether a character may be passed over: a broken word, or the end of a block."""
    return (found == SOFT_BREAK and wanted != "-") or (found == "\n" and wanted != " ")


def _agree_again(
    text: str, at: int, expected: Sequence[tuple[Statement, str]], index: int
) -> tuple[int, int]:
    """Return the next statement that stands in the text, and where; what is nearest wins."""
    best: tuple[int, int, int] | None = None
    skipped = 0
    for ahead in range(index, min(index + _AHEAD, len(expected))):
        wanted = expected[ahead][1]
        where = _find(text, wanted, at, at + _FAR)
        if where is not None:
            # What is passed over in text and manual; a short text may stand further on by chance.
            chance = 200 // max(len(wanted), 1) if where > at else 0
            distance = where - at + skipped + chance
            if best is None or distance < best[0]:
                best = (distance, ahead, where)
        skipped += len(wanted)
    if best is None:
        # Nothing of the rest is near: only this statement is given up.
        return index + 1, at
    return best[1], best[2]


def _find(text: str, wanted: str, start: int, end: int) -> int | None:
    """Return where a text stands in a stretch, line ends taken for hyphens or nothing."""
    head = wanted[: max(1, min(12, wanted.find(PAGE) if PAGE in wanted else 12))]
    at = text.find(head, start, end)
    while at >= 0:
        if _match(text, at, wanted) is not None:
            return at
        at = text.find(head, at + 1, end)
    return None


def _elsewhere(text: str, wanted: str, at: int, where: int) -> int | None:
    """Return where a lost text stands instead; texts that are short are not looked for."""
    if len(wanted) < 12:
        return None
    before = _find(text, wanted, 0, at)
    return before if before is not None else _find(text, wanted, where, len(text))
