"""A translation types the symbols of units that its source types, and no other.

Values bring their unit with them; the symbol is the same in every language (ISO 80000-1, 7.1). A short
symbol that is a letter or a word counts after a figure or a no-break space only.

Bad:  msgid "dimensions in mm"   msgstr "dimensions en cm"
Good: msgid "dimensions in mm"   msgstr "dimensions en mm"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.text.names import unit_symbols
from halo_docs.text.wording import HOLE


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the symbols that one side types and the other does not."""
    symbols = unit_symbols(subject.manual)
    if not symbols:
        return
    for text in subject.texts:
        expected, found = (typed_units(t, symbols) for t in (text.running_source, text.running_target))
        for symbol in found - expected:
            yield text.finding(f'the unit "{symbol}" is typed and not in the source text')
        for symbol in expected - found:
            yield text.finding(f'the unit "{symbol}" of the source text is missing')


def typed_units(text: str, symbols: frozenset[str]) -> Counter[str]:
    """Return the symbols that a running text types, as far as they are surely no words."""
    return Counter(match["after"] or match["alone"] for match in _pattern(symbols).finditer(text))


@cache
def _pattern(symbols: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(symbols, key=len, reverse=True)
    every = "|".join(map(re.escape, longest))
    alone = "|".join(map(re.escape, filter(_is_certain, longest))) or "(?!)"
    end = r"(?![\w'’²³])"
    return re.compile(
        rf"(?:(?<=\d)|(?<=\d[ \u00a0\u202f])|(?<=[\d{HOLE}][\u00a0\u202f]))(?P<after>{every}){end}"
        rf"|(?<![\w'’-])(?P<alone>{alone}){end}"
    )


def _is_certain(symbol: str) -> bool:
    """Tell whether a symbol alone cannot be a word: a sign or a capital in it, or no vowel."""
    is_long = len(symbol) > 1
    return is_long and (not symbol.isalpha() or symbol[1:] != symbol[1:].lower() or not _VOWEL.search(symbol))


_VOWEL = re.compile("[aeiouyAEIOUYåäöæøéü]")

RULE = Rule("po-units", Severity.ERROR, LanguageTexts, find)
