"""Where in a text a fault may be put: never inside a role or a literal, unless that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from random import Random
from typing import TypeVar

from halo_docs.text.inline import Role, roles

_MARKED = re.compile(r"\{[a-z-]+\}`[^`]*`|`[^`]*`")
_Thing = TypeVar("_Thing")


@cache
def _marked(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _MARKED.finditer(text))


def matches(pattern: str | re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return what a pattern matches outside of roles and literals."""
    marked = _marked(text)
    return [
        match
        for match in re.finditer(pattern, text)
        if not any(start < match.end() and match.start() < end for start, end in marked)
    ]


def pick(rng: Random, things: Sequence[_Thing]) -> _Thing | None:
    """Draw one thing, or None from nothing."""
    return rng.choice(things) if things else None


def replaced(text: str, match: re.Match[str], new: str, group: int = 0) -> str:
    """Return a text with something else where a pattern matched."""
    return text[: match.start(group)] + new + text[match.end(group) :]


def spoiled(
    rng: Random, text: str, pattern: str | re.Pattern[str], new: str | Callable[[re.Match[str]], str]
) -> str | None:
    """Return a text with one drawn match replaced, or None where nothing matches."""
    match = pick(rng, matches(pattern, text))
    if match is None:
        return None
    return replaced(text, match, new(match) if callable(new) else new)


def inserted(rng: Random, text: str, new: str) -> str | None:
    """Return a text with something put behind a word; None for a single word."""
    return spoiled(rng, text, r"(?<=\w)[ ](?=\w)", f" {new} ")


def drawn_role(rng: Random, text: str, *names: str) -> Role | None:
    """Draw one of the roles of a text."""
    return pick(rng, [role for role in roles(text) if not names or role.name in names])


def without(text: str, mark: str) -> str:
    """Return a text without a mark and without the space that it leaves behind."""
    shorter = re.sub(rf"[ ,]*{re.escape(mark)}", "", text, count=1).strip()
    return shorter or text.replace(mark, "", 1)


def sentences(text: str) -> list[str]:
    """Split a text into its sentences."""
    return re.split(r"(?<=[.!?])\s+", text)


def words_of(text: str, least: int = 4) -> Iterator[re.Match[str]]:
    """Yield the words of a text that have some letters."""
    yield from matches(rf"(?<![\w'’-])[^\W\d_]{{{least},}}(?![\w'’-])", text)
