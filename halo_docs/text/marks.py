"""Punctuation of running text: brackets, quotation marks, and the text without footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from halo_docs.text.wording import running

_BRACKETS = {")": "(", "]": "[", "}": "{"}
_NUMBERING = re.compile(r"(?:^|(?<=\s))(?:\w|\d+|[ivx]+)\)(?=\s)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\{footnote\}`[^`]*`")
_INCH = re.compile(r"""(?<=\d)["']""")


@cache
def unnoted(text: str) -> str:
    """Return running text without the marks of footnotes, which may follow any character."""
    return running(_FOOTNOTE.sub("", text))


def unbalanced_brackets(text: str) -> Iterator[str]:
    """Yield the brackets of a running text that have no partner; ``a)`` as a number is none."""
    waiting: list[str] = []
    for character in _NUMBERING.sub(" ", text) if "(" not in text else text:
        if character in _BRACKETS.values():
            waiting.append(character)
        elif character in _BRACKETS:
            if waiting and waiting[-1] == _BRACKETS[character]:
                waiting.pop()
            else:
                yield character
    yield from waiting


def unbalanced_quotes(text: str, opening: str, closing: str) -> bool:
    """Tell whether quotation marks do not open and close by turns; those of inches are none."""
    text = _INCH.sub("", text)
    if opening == closing:
        return text.count(opening) % 2 == 1
    is_open = False
    for character in text:
        if character in (opening, closing):
            if (character == opening) == is_open:
                return True
            is_open = not is_open
    return is_open


STRAIGHT = re.compile(r"""(?<!\d)["']""")
"""A straight quotation mark or apostrophe that is not for inches or feet."""
