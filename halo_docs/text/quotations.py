"""Quotation marks and brackets: of the right kind, and in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from halo_docs.data.writing import Quotes
from halo_docs.text.corrections import SPACES
from halo_docs.text.holes import MARK, holed
from halo_docs.text.typography import STRAIGHT_SINGLE

_DOUBLE = '"“”„‟«»＂'
_ALL = _DOUBLE + "‘‚‛‹›"
_SPACED = "«»‹›"
_BEFORE_OPENING = f"{SPACES}([{{–—/’'{MARK}"


def quotation_faults(text: str, quotes: Sequence[Quotes]) -> Iterator[str]:
    """Yield what is wrong with the quotation marks of a text.

    :param quotes: the pairs of the language.
    """
    pairs = [(str(pair.open).strip(), str(pair.close).strip()) for pair in quotes]
    expected = " or ".join(f"{opening} {closing}" for opening, closing in pairs)
    marks = holed(text).text
    own = {mark for pair in pairs for mark in pair}
    foreign = [mark for mark in _without_inches(marks) if mark in _ALL and mark not in own]
    if STRAIGHT_SINGLE.search(marks):
        foreign.append("'")
    for mark in dict.fromkeys(foreign):
        yield f"{mark} (U+{ord(mark):04X}) is no quotation mark of the language; expected {expected}"
    if not foreign:
        yield from _unbalanced(marks, pairs)


def _without_inches(text: str) -> Iterator[str]:
    """Yield the signs of a text but straight marks that stand behind a number and close nothing."""
    is_open = False
    for before, sign in pairwise(f" {text}"):
        if sign == '"':
            if before.isdigit() and not is_open:
                continue
            is_open = not is_open
        yield sign


def _unbalanced(text: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    opens = {opening for opening, _ in pairs}
    closes = {closing for _, closing in pairs}
    waiting: list[str] = []
    for index, mark in enumerate(text):
        if mark not in opens | closes:
            continue
        after_letter, before_letter = text[index - 1 : index].isalpha(), text[index + 1 : index + 2].isalpha()
        can_close = bool(waiting) and (waiting[-1], mark) in pairs
        if mark == "’" and (before_letter or not can_close):
            # An apostrophe.
            continue
        if can_close and (mark not in opens or after_letter or not before_letter):
            waiting.pop()
        elif mark in opens:
            waiting.append(mark)
        else:
            yield f"{mark} closes nothing"
    for mark in waiting:
        yield f"{mark} is not closed"


def mend_quotations(text: str, quotes: Sequence[Quotes]) -> str:
    """Replace foreign and straight marks by the language's own, where it is clear what each does."""
    if not quotes:
        return text
    has_holes = holed(text)
    marks = has_holes.text
    places = [index for index, mark in enumerate(marks) if mark in _DOUBLE]
    pairs = list(zip(places[::2], places[1::2], strict=False))
    if len(places) % 2 or not all(_encloses(marks, *pair) for pair in pairs):
        return text
    own = {(str(pair.open).strip(), str(pair.close).strip()) for pair in quotes}
    pieces, done = [], 0
    for start, end in pairs:
        if (marks[start], marks[end]) in own:
            continue
        inside = marks[start + 1 : end].strip(SPACES)
        pieces += [marks[done:start], quotes[0].open, inside, quotes[0].close]
        done = end + 1
    return has_holes.fill("".join([*pieces, marks[done:]]))


def _encloses(text: str, start: int, end: int) -> bool:
    """Tell whether two marks stand around something, as far as their neighbours show."""
    inside = text[start + 1 : end]
    if not inside.strip(SPACES):
        return False
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    opens = (not before or before in _BEFORE_OPENING) and (text[start] in _SPACED or inside[0] not in SPACES)
    closes = not (after and after.isalnum()) and (text[end] in _SPACED or inside[-1] not in SPACES)
    return opens and closes


_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］"}


def bracket_fault(text: str) -> str | None:
    """Return what is wrong with the brackets of a running text, if anything."""
    waiting: list[str] = []
    for sign in text:
        if sign in _BRACKETS:
            waiting.append(sign)
        elif sign in _BRACKETS.values():
            if not waiting:
                return f"{sign} closes nothing"
            if _BRACKETS[waiting[-1]] != sign:
                return f"{sign} closes {waiting[-1]}"
            waiting.pop()
    return f"{waiting[-1]} is not closed" if waiting else None
