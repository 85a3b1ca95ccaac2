"""A translation types the numbers that its source types, equal by value in its own way of writing.

Compared are values, not characters: ``2.0`` is ``2,0`` where the decimal mark is a comma, and ``2.0``
is wrong there. Number words may stand for figures. Decimal marks and grouping: CLDR.

Bad:  msgid "Turn it 2.5 times, then 3 times."   msgstr "Tournez 2.5 fois, puis 4 fois."
Good: msgid "Turn it 2.5 times, then 3 times."   msgstr "Tournez 2,5 fois, puis trois fois."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.wordlists import with_lists
from halo_docs.text.codes import codes_in
from halo_docs.text.names import names_of, unit_symbols
from halo_docs.text.numbers import differences, readings
from halo_docs.text.wording import Finder


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the numbers that are typed on one side only."""
    manual = subject.manual
    locale = _locale(manual, subject.language.id)
    names = Finder({"": [*names_of(manual), *manual.products]})
    units = unit_symbols(manual)
    for text, source, own in with_lists(subject):
        # Names and codes are compared as such.
        missing, added = differences(
            readings(
                codes_in(names.without(text.running_source), units).rest,
                _locale(manual, text.source_language),
            ),
            readings(codes_in(names.without(text.running_target), units).rest, locale),
        )
        if missing:
            said = {value for value, _ in own.numbers.values(text.running_target)}
            missing = tuple(figure for figure in missing if figure.value not in said)
        if added:
            said = {value for value, _ in source.numbers.values(text.running_source)}
            added = tuple(figure for figure in added if figure.value not in said)
        for figure in missing:
            yield text.finding(f"the number {figure.written} is missing from the translation")
        for figure in added:
            yield text.finding(f"the number {figure.written} is not in the source text")


def _locale(manual: Manual, code: str) -> str:
    language = manual.languages.get(code)
    return str(language.locale or language.id) if language else code


RULE = Rule("po-numbers", Severity.ERROR, LanguageTexts, find)
