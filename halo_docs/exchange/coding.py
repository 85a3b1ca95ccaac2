"""Texts as translation programs take them: words between protected codes.

A role or a literal is a code that is moved as a whole; emphasis is a pair of codes around words, and so is
a role that may bring its own words. Codes have ids; those of a translation are the ids of its source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from halo_docs.text.compose import compose
from halo_docs.text.inline import WORDED, Inline, Plain, Role, Strong, parse, roles

STRONG = "**"
"""The mark of emphasis, which opens and closes it."""


LONGEST = 20_000
"""Characters that a text from outside may have; a page of print has about 2000."""


@dataclass(frozen=True, slots=True)
class Code:
    """A role or literal, as it is written in a catalog."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Emphasis around other pieces."""

    id: str
    children: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A role around its own words."""

    id: str
    role: str
    """The role as it is written without words."""
    words: str
    """Empty where it shows what it always shows."""

    @property
    def edges(self) -> tuple[str, str]:
        """What stands before and behind the words."""
        if not self.words:
            return self.role, ""
        name, _, target = self.role.rstrip("`").partition("`")
        return f"{name}`", f" <{target}>`"


_EDGES = re.compile(r"(?P<start>\{[\w-]+\}`)\n <(?P<target>[^<>`]*)>`")


def worded_role(start: str, end: str) -> str | None:
    """Return the role around words, from what stands before and behind them; None if there is none."""
    match = _EDGES.fullmatch(f"{start}\n{end}")
    role = f"{match['start']}{match['target']}`" if match else start
    parts = parse(role)
    is_role = len(parts) == 1 and isinstance(parts[0], Role) and parts[0].name in WORDED
    return role if is_role and (match or not end) else None


Piece = str | Code | Pair | Worded


def encode(text: str) -> tuple[Piece, ...]:
    """Return a source text as pieces; its codes are numbered from 1, as they open."""
    numbers = iter(range(1, len(text) + 2))
    return _encode(parse(text), lambda _: str(next(numbers)))


def encode_target(text: str, source: Sequence[Piece]) -> tuple[Piece, ...] | None:
    """Return a translation as pieces with the ids of its source, or None when it has other codes."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for name, mark in codes(source):
        waiting[mark].append(name)
    try:
        return _encode(parse(text), lambda mark: waiting[mark].pop(0))
    except IndexError:
        return None


def codes(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Yield id and text of every code, in order; emphasis has its mark as text."""
    for piece in pieces:
        if isinstance(piece, Code):
            yield piece.id, piece.text
        elif isinstance(piece, Worded):
            yield piece.id, piece.role
        elif isinstance(piece, Pair):
            yield piece.id, STRONG
            yield from codes(piece.children)


def decode(pieces: Sequence[Piece]) -> str | None:
    """Return pieces as a catalog writes them, or None where the grammar cannot say it."""
    return compose(parts_of(pieces))


def is_same_source(read: Sequence[Piece], expected: Sequence[Piece]) -> bool:
    """Tell whether a source came back as it went out.

    A role without words of its own was shown with those that a reader sees; they do not count.
    """
    return len(read) == len(expected) and all(map(_is_same, read, expected))


def _is_same(read: Piece, expected: Piece) -> bool:
    if isinstance(read, Pair) and isinstance(expected, Pair):
        return read.id == expected.id and is_same_source(read.children, expected.children)
    if isinstance(read, Worded) and isinstance(expected, Worded):
        return read == (expected if expected.words else replace(expected, words=read.words))
    return read == expected


def parts_of(pieces: Sequence[Piece]) -> tuple[Inline, ...]:
    """Return pieces as the inline parts that they stand for."""
    return tuple(_merged(pieces))


def code_faults(source: Sequence[Piece], target: Sequence[Piece]) -> Iterator[str]:
    """Yield what a translation lacks of its source's codes, and what it has besides."""
    expected = dict(codes(source))
    found = Counter(name for name, _ in codes(target))
    for name, text in codes(target):
        if text != expected.get(name, text):
            yield f"the placeholder {name} is {text}, in the source text it is {expected[name]}"
    for name, text in expected.items():
        if not found[name]:
            yield f"the placeholder {name}, {text}, is lost"
        elif found[name] > 1:
            yield f"the placeholder {name}, {text}, stands {found[name]} times"
    for name in found.keys() - expected.keys():
        yield f'the placeholder "{name}" is not in the source text'


def _encode(parts: Sequence[Inline], number: Callable[[str], str]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for part in parts:
        match part:
            case Plain(text):
                found.append(text)
            case Strong(children):
                found.append(Pair(number(STRONG), _encode(children, number)))
            case Role(name, target, words) if name in WORDED:
                role = compose((Role(name, target),)) or ""
                found.append(Worded(number(role), role, words or ""))
            case _:
                text = compose((part,)) or ""
                found.append(Code(number(text), text))
    return tuple(found)


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put neighbouring texts together; nothing is left of empty ones."""
    for is_text, run in groupby(pieces, lambda piece: isinstance(piece, str)):
        if not is_text:
            yield from run
        elif text := "".join(map(str, run)):
            yield text


def _merged(pieces: Sequence[Piece]) -> Iterator[Inline]:
    for piece in joined(pieces):
        match piece:
            case str():
                yield Plain(piece)
            case Pair():
                yield Strong(parts_of(piece.children))
            case Worded():
                yield from (replace(role, words=piece.words or None) for role in roles(piece.role))
            case Code():
                yield from parse(piece.text)
