"""The table of what is left to translate, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from halo_docs.messages.progress import Progress, State, percent

_HEAD = ("", "", *State, "")
_WIDTHS = (9, 10, 6, 6, 6, 6, 9)


def progress_table(found: Sequence[Progress]) -> str:
    """Return the table: for each language a line a class and one for all."""
    return "\n".join(_line(cells) for cells in (_HEAD, *_rows(found)))


def _rows(found: Sequence[Progress]) -> Iterator[tuple[str, ...]]:
    for language in found:
        for text_class, states in language.counts.items():
            yield _row(language.language, text_class.name.lower(), states)
        yield _row(language.language, "all", language.total)


def _row(language: str, name: str, states: Mapping[State, int]) -> tuple[str, ...]:
    numbers = (str(states.get(state, 0)) for state in State)
    return language, name, *numbers, share(percent(states))


def _line(cells: Sequence[str]) -> str:
    left, right = cells[:2], cells[2:]
    words = [cell.ljust(width) for cell, width in zip(left, _WIDTHS, strict=False)]
    numbers = [cell.rjust(width) for cell, width in zip(right, _WIDTHS[len(left) :], strict=True)]
    return "".join([*words, *numbers]).rstrip()


def share(percent: Fraction) -> str:
    """Return a share with one decimal, never rounded up: 99.96 is 99.9 %."""
    tenths = int(percent * 10)
    return f"{tenths // 10}.{tenths % 10} %" if tenths < 1000 else "100 %"
