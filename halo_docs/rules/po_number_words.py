"""A number word of the source keeps its number in the translation.

Only a clear exchange is told: a number word of the source has no like in the translation, and a number
word of the translation none in the source.

Bad:  msgid "Tighten the two nuts."   msgstr "Serrez les trois écrous."
Good: msgid "Tighten the two nuts."   msgstr "Serrez les deux écrous."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.wordlists import with_lists
from halo_docs.text.numbers import readings

Words = tuple[tuple[Decimal, str], ...]


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the number words that became others."""
    for text, source, own in with_lists(subject):
        expected = source.numbers.values(text.running_source)
        if not expected:
            continue
        found = own.numbers.values(text.running_target)
        typed = {
            figure.value
            for shown in (text.running_source, text.running_target)
            for figure in readings(shown, "")[0]
        }
        lost, new = _beyond(expected, found, typed), _beyond(found, expected, typed)
        if lost and new:
            yield text.finding(f'"{", ".join(lost)}" became "{", ".join(new)}"')


def _beyond(said: Words, answered: Words, typed: set[Decimal | None]) -> list[str]:
    """Return the words of one side whose number the other has neither in words nor as a figure."""
    left = Counter(value for value, _ in said) - Counter(value for value, _ in answered)
    return list(dict.fromkeys(word for value, word in said if left[value] and value not in typed))


RULE = Rule("po-number-words", Severity.ERROR, LanguageTexts, find)
