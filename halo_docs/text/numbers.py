"""Reads the numbers that are typed in a text, in the marks of its language, whatever way of writing.

``2.0`` of one language is ``2,0`` of another; ``1,000``, ``1 000`` with any space and ``1000`` are
the same number. Exponents (²) are kept apart from plain digits. What is no number of the language,
such as an address or ``7.5`` where the mark is a comma, is kept as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from halo_docs.data.writing import NumberWord
from halo_docs.text.quantities import MINUS, number_marks
from halo_docs.text.wording import HOLE, Finder


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is typed in a text."""

    written: str
    value: Decimal | None
    """None where it is no number of the language."""
    lead: str
    """The word before it."""
    is_code: bool
    """It belongs to a name, as 802.11b or 1.6J do, which no language writes with its own mark."""

    def is_written_like(self, other: Figure) -> bool:
        """Tell whether both are the same characters, where that is right in any language."""
        is_name = self.is_code or (self.lead and self.lead.casefold() == other.lead.casefold())
        return self.written == other.written and (bool(is_name) or self.value is other.value is None)


_SPACES = "\u00a0\u202f\u2009"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURE = re.compile(rf"[{_SUPERSCRIPTS}]+|\d+(?:[.,'’٫٬]\d+|[{_SPACES}]\d{{3}}(?!\d))*")
_LOOSE = re.compile(rf"[{_SUPERSCRIPTS}]+|\d+(?:[.,'’٫٬]\d+|[{_SPACES} ]\d{{3}}(?!\d))*")
_DIGIT = re.compile(rf"[\d{_SUPERSCRIPTS}¼-¾⅐-⅞₀-₉]")
_FRACTION = re.compile(r"[¼-¾⅐-⅞]")
_SUBSCRIPT = re.compile(r"[₀-₉]")


@cache
def readings(text: str, locale: str) -> tuple[tuple[Figure, ...], ...]:
    """Return the numbers of a running text, in order.

    There are two readings where plain spaces may part thousands, or numbers: ``phase 1 230 V``.
    """
    if not _DIGIT.search(text):
        return ((),)
    plain = _FRACTION.sub(lambda match: f" {unicodedata.normalize('NFKC', match[0])} ", text)
    plain = _SUBSCRIPT.sub(lambda match: unicodedata.normalize("NFKC", match[0]), plain)
    marks = number_marks(locale)
    found = (tuple(_figures(plain, pattern, marks)) for pattern in (_FIGURE, _LOOSE))
    return tuple(dict.fromkeys(found))


def _figures(text: str, pattern: re.Pattern[str], marks: tuple[str, str]) -> Iterator[Figure]:
    for match in pattern.finditer(text):
        written, start, end = match[0], match.start(), match.end()
        if written[0] in _SUPERSCRIPTS:
            yield Figure(f"^{written}", None, "", is_code=False)
            continue
        before, after = text[:start], text[end : end + 1]
        value = _value(written, *marks)
        if value is not None and _is_negative(before):
            value, written = -value, f"{MINUS}{written}"
        lead = re.search(r"(\w+)[ \u00a0]$", before)
        touches = before[-1:].isalpha() or after.isalpha()
        is_dotted = bool(re.search(r"[.,]", written))
        is_name = touches or bool(lead and lead[1] != lead[1].lower() and _is_inside(before, lead[1]))
        yield Figure(written, value, lead[1] if lead else "", is_code=is_dotted and is_name)


def _is_inside(before: str, word: str) -> bool:
    """Tell whether a capital is more than the start of a sentence: another word stands before it."""
    return word[1:] != word[1:].lower() or bool(re.search(rf"[^.!?:\s]\s+{re.escape(word)}\s$", before))


def _is_negative(before: str) -> bool:
    return bool(re.search(rf"(?:^|[\s(\[/{HOLE}])[-−–]$", before))


def _value(written: str, decimal: str, group: str) -> Decimal | None:
    groups = "".join({*_SPACES, " ", "'", "’", "٬", group} - {decimal})
    if not re.fullmatch(
        rf"(?:\d{{1,3}}(?P<group>[{re.escape(groups)}])\d{{3}}(?:(?P=group)\d{{3}})*|\d+)"
        rf"(?:[{re.escape(decimal)}٫]\d+)?",
        written,
    ):
        return None
    whole = re.sub(rf"[{re.escape(groups)}]", "", written).replace(decimal, ".").replace("٫", ".")
    return Decimal("".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in whole))


def differences(
    source: Sequence[Sequence[Figure]], target: Sequence[Sequence[Figure]]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the numbers of the source without their like in the translation, and the reverse.

    :param source: what :func:`readings` returns; the two readings that agree best count.
    """
    compared = [_compare(one, other) for one in source for other in target]
    return min(compared, key=lambda rest: len(rest[0]) + len(rest[1]))


def _compare(
    source: Sequence[Figure], target: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    missing, added = list(source), list(target)
    for figure in source:
        same = next((f for f in added if f.value is not None and f.value == figure.value), None)
        same = same or next((f for f in added if figure.is_written_like(f)), None)
        if same is not None:
            missing.remove(figure)
            added.remove(same)
    return tuple(missing), tuple(added)


class NumberWords:
    """The number words of a language, made ready to be looked for in many texts."""

    def __init__(self, numbers: Sequence[NumberWord]) -> None:
        self._finder = Finder({str(number.number): number.words for number in numbers})

    def values(self, text: str) -> tuple[tuple[Decimal, str], ...]:
        """Return the numbers that a running text has in words, each with its word."""
        return tuple((Decimal(label), word) for label, word in self._finder.find(text))
