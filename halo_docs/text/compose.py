"""Writes inline parts as text: the way back of :func:`halo_docs.text.inline.parse`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from halo_docs.text.inline import Inline, Literal, Plain, Role, Strong, parse

_MARKS = re.compile(r"[\\`*_{]")


def compose(parts: Sequence[Inline]) -> str | None:
    """Return the text that reads as ``parts``, or None where the grammar cannot say it.

    Emphasis, for example, cannot begin with a space. Characters are escaped only where the text would
    read otherwise without.
    """
    wanted = tuple(parts)
    for is_escaped in (False, True):
        text = "".join(_written(part, is_escaped) for part in wanted)
        # Roles are equal whatever words they bring; here the words count.
        if repr(parse(text)) == repr(wanted):
            return text
    return None


def canonical(text: str) -> str:
    """Return a text as :func:`compose` spells it; one that cannot be spelled anew stays as it is."""
    return compose(parse(text)) or text


def _written(part: Inline, is_escaped: bool) -> str:
    match part:
        case Plain(text):
            return _MARKS.sub(r"\\\g<0>", text) if is_escaped else text
        case Strong(children):
            return f"**{''.join(_written(child, is_escaped) for child in children)}**"
        case Literal(text):
            return _fenced(text)
        case Role(name, target, words):
            return f"{{{name}}}{_fenced(target if words is None else f'{words} <{target}>')}"


def _fenced(text: str) -> str:
    """Put a text between backquotes, more of them than it has itself."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if not text or text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"
